/** Words that point from the dateline or the time last spoken of: -1 back, 0 at it, 1 on. */
export const DEICTICS: Readonly<Record<string, -1 | 0 | 1>> = {
	last: -1,
	past: -1,
	previous: -1,
	preceding: -1,
	prior: -1,
	this: 0,
	current: 0,
	that: 0,
	next: 1,
	coming: 1,
	following: 1,
	upcoming: 1,
	subsequent: 1,
};

/**
 * Words before a period that say which part of it: TIMEX3 keeps that as a modifier, not in the value.
 * `Earlier` and `later` do the same (`earlier this year`) but also shift, and are read where they stand.
 */
export const PARTS_OF_PERIOD: readonly string[] = ["early", "mid", "late", "sometime", "midway"];

/** Nouns for a part of a period, with `of`. */
export const EDGES: readonly string[] = ["beginning", "start", "middle", "end", "close", "outset", "turn", "rest", "remainder", "eve"];

/** Adverbs that mean a time without saying which (TimeML 1.2.1, PRESENT_REF and the like). */
export const REFERENCES: Readonly<Record<string, string>> = {
	now: "PRESENT_REF",
	currently: "PRESENT_REF",
	nowadays: "PRESENT_REF",
	presently: "PRESENT_REF",
	recently: "PAST_REF",
	lately: "PAST_REF",
};

/** How often, as TIMEX3 sets: adverbs and adjectives that count occurrences. `Annual` and `quarterly` in the news name a kind of report or dividend. */
export const FREQUENCIES: Readonly<Record<string, string>> = {
	daily: "P1D",
	nightly: "P1D",
	hourly: "PT1H",
	weekly: "P1W",
	fortnightly: "P2W",
	monthly: "P1M",
};
