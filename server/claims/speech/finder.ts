import type { Article } from "../../prose/article.ts";
import type { FoundSpeech } from "../finder.ts";

/** Quotations, attributions and roles of an article. Speakers may stand in another block than their words, so it reads the whole. */
export function findSpeech(_article: Article): FoundSpeech[] {
	return [];
}
