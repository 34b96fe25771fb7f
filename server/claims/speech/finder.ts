import type { Article } from "../../prose/article.ts";
import { atOnce } from "../../prose/steps.ts";
import { Homes } from "../../prose/versions/home.ts";
import type { FoundSpeech } from "../finder.ts";
import { ArticleSpeech } from "./article-speech.ts";

/** Quotations, attributions and roles of an article. Speakers may stand in another block than their words, so it reads the whole. */
export function findSpeech(article: Article): FoundSpeech[] {
	const homes = new Homes();
	const change = homes.update(article.places);
	const speech = new ArticleSpeech();
	atOnce(speech.update(homes.list, [], change));
	return speech.all();
}
