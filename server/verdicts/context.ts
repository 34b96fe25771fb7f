import type { Claim } from "../claims/claim.ts";
import type { FoundSpeech } from "../claims/finder.ts";
import type { Article } from "../prose/article.ts";
import type { References } from "../references/lookup.ts";
import { Reading } from "./binding/reading.ts";
import type { Tolerances } from "./tolerances.ts";

/** What a verdict may draw on. */
export interface Context {
	readonly article: Article;
	readonly claims: readonly Claim[];
	readonly dateline: string;
	readonly references: References;
	readonly tolerances: Tolerances;
	/** Reads who says what in a document of a pack; without it nobody is held to be misnamed. */
	readonly speechIn?: (document: Article) => readonly FoundSpeech[];
	/** The article with the packs' names read into its sentences. */
	readonly reading: Reading;
}

/** Reads an article once for all that judging asks of it. */
export function contextOf(given: Omit<Context, "reading">): Context {
	return { ...given, reading: new Reading(given.article, given.claims, given.references, given.dateline) };
}
