import type { ClaimsByBlock } from "../claims/article-claims.ts";
import type { Claim } from "../claims/claim.ts";
import type { FoundSpeech } from "../claims/finder.ts";
import type { Article } from "../prose/article.ts";
import type { Home } from "../prose/versions/home.ts";
import type { References } from "../references/lookup.ts";
import type { Reading } from "./binding/reading.ts";
import type { Tolerances } from "./tolerances.ts";

/** What is given to be judged: one version of an article. */
export interface Given {
	readonly article: Article;
	readonly claims: ClaimsByBlock;
	readonly dateline: string;
	readonly references: References;
	readonly tolerances: Tolerances;
	/** Reads who says what in a document of a pack; without it nobody is held to be misnamed. */
	readonly speechIn?: (document: Article) => readonly FoundSpeech[];
}

/** What a verdict may draw on. */
export interface Context extends Omit<Given, "claims"> {
	readonly homes: readonly Home[];
	/** By block. */
	readonly claims: readonly (readonly Claim[])[];
	/** The article with the packs' names read into its sentences. */
	readonly reading: Reading;
}
