import type { Range } from "../words.ts";

/** One report inside of a unit: what was said, by whom, by which words. Ranges count the unit's words. */
export interface Report {
	readonly content: readonly Range[];
	readonly source: Range | undefined;
	readonly cue: Range;
	/** Where the quotation stands that is made of words quoted and not, when it is not all of the content: `called the plan "a mess"`. */
	readonly quoted?: Range;
	/** Words that say where it was said: `in a statement`. */
	readonly medium?: Range;
}
