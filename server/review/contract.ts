/**
 * What Plumbline prints about an article: the promise that scripts, other editors and libraries build on. It changes only by adding.
 * Offsets are UTF-16 code units into the article as given, half open. What is absent is unknown; `null` is not used.
 * This file imports nothing, so that its declarations can be published as they are.
 */

/** Reports of several articles, with counts by verdict over all of them. */
export interface ArticlesJson {
	readonly version: 1;
	readonly articles: readonly ArticleJson[];
	readonly summary: Readonly<Record<string, number>>;
}

/** One article. */
export interface ArticleJson {
	readonly path: string;
	/** The day that the article speaks from, `YYYY-MM-DD`. */
	readonly dateline: string;
	readonly claims: readonly ClaimJson[];
	/** Names that the packs spell otherwise; absent when there is none. */
	readonly spellings?: readonly SpellingJson[];
}

/** A name that the article spells otherwise than the packs. It is no claim, counts nowhere and fails no check. */
export interface SpellingJson {
	readonly start: number;
	readonly end: number;
	/** The name as written, markup included. */
	readonly text: string;
	/** As the pack spells it. */
	readonly spelling: string;
	/** Entity id. */
	readonly entity: string;
	readonly pack: string;
	readonly reason: string;
}

/** One claim with its verdict. */
export interface ClaimJson {
	/** Stable: survives edits elsewhere in the article. */
	readonly id: string;
	readonly kind:
		| "money"
		| "count"
		| "percent"
		| "measure"
		| "rank"
		| "ratio"
		| "date"
		| "duration"
		| "age"
		| "quotation"
		| "attribution"
		| "role";
	readonly start: number;
	readonly end: number;
	/** The claim as written, markup included. */
	readonly text: string;
	readonly quantity?: QuantityJson;
	readonly time?: TimeJson;
	readonly quote?: QuoteJson;
	readonly role?: RoleJson;
	/** The two ends of a movement (`rose from 40 to 50`) with a verdict each; the claim around them has the graver one. */
	readonly ends?: readonly ClaimJson[];
	readonly subject?: { readonly text: string; readonly entity?: string };
	readonly measure?: { readonly text: string; readonly measure?: string };
	/** The period that the claim speaks of, ISO 8601. */
	readonly period?: string;
	readonly verdict: VerdictJson;
	/** One sentence: what was written, what the reference says, where it is from, as of when. */
	readonly reason: string;
	/** How a derived value was computed. */
	readonly working?: string;
	readonly references?: readonly ReferenceJson[];
	/** Other places of the article that the verdict speaks of. */
	readonly related?: readonly SpanJson[];
}

export type VerdictJson =
	| "supported"
	| "contradicted"
	| "outdated"
	| "imprecise"
	| "disputed"
	| "inconsistent"
	| "unreferenced"
	| "reviewed";

/** Start and end. */
export type SpanJson = readonly [start: number, end: number];

export interface QuantityJson {
	/** After scaling: `$42.5 billion` is 42500000000. */
	readonly value: number;
	/** The other end of a range. */
	readonly high?: number;
	/** Decimals as written, at the written scale: 1 for `42.5 billion`. */
	readonly decimals: number;
	/** ISO 4217, `percent`, `percentage point`, a unit's or a counted noun's singular English name, or `none`. */
	readonly unit: string;
	readonly unitKind: "currency" | "percent" | "measure" | "noun" | "none";
	readonly hedge: "exactly" | "about" | "over" | "under" | "atLeast" | "atMost" | "nearly" | "upTo";
	readonly trend?: "up" | "down";
}

/** A time as TIMEX3 writes it (ISO 8601): `2025-Q3`, `P20Y`, `XXXX-WXX-3`, `PRESENT_REF`. */
export interface TimeJson {
	readonly type: "date" | "time" | "duration" | "set";
	readonly value: string;
}

export interface QuoteJson {
	readonly type: "direct" | "indirect" | "mixed";
	/** What was said, quotation marks included; a split quotation has several pieces. */
	readonly content: readonly SpanJson[];
	readonly source: readonly SpanJson[];
	readonly cue: readonly SpanJson[];
	readonly anonymous: boolean;
	/** The source as the article knows it. */
	readonly speaker?: string;
	readonly sourceKind?: "person" | "organisation" | "document" | "data provider" | "anonymous";
	/** `in a statement`, `in a filing`. */
	readonly medium?: string;
}

/** Who is what where. */
export interface RoleJson {
	readonly person: string;
	readonly title: string;
	readonly organisation?: string;
}

/** One row of a reference pack. */
export interface ReferenceJson {
	readonly pack: string;
	readonly resource: string;
	/** The row as a spreadsheet counts it: the header is 1. */
	readonly row: number;
	/** Entity id. */
	readonly subject: string;
	/** Measure id. */
	readonly measure: string;
	/** After scaling by the unit. */
	readonly value: number;
	readonly high?: number;
	readonly unit: string;
	readonly period?: string;
	/** The first day that the fact was public, `YYYY-MM-DD`. */
	readonly knownAt?: string;
	readonly source?: string;
}
