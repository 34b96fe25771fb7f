import type { Quantity, Time } from "../claim.ts";

/** What a date is precise to. */
export type Grain = "day" | "week" | "weekend" | "month" | "quarter" | "half" | "season" | "year" | "decade" | "century";

/** Which year is meant, when words say so: by number, or counted from the dateline's (`last year` -1) or, `from: "mention"`, from the time last spoken of. */
export type WhichYear = { readonly year: number } | { readonly years: number; readonly from: "dateline" | "mention" };

/** A time as the words give it, before dateline, tense and context settle which one is meant. */
export type Expression =
	/** Settled by its own words. */
	| { readonly form: "fixed"; readonly type: Time["type"]; readonly value: string; readonly weekday?: number }
	/** `Feb. 4`, with a weekday when one stands beside it. */
	| { readonly form: "dayOfMonth"; readonly month: number; readonly day: number; readonly weekday?: number; readonly year?: WhichYear }
	/** `in September`, `last May` (`by` -1). */
	| { readonly form: "month"; readonly month: number; readonly by?: -1 | 0 | 1; readonly year?: WhichYear }
	/** `Wednesday`, `next Friday` (`by` 1), `the previous Friday` (from the time last spoken of). */
	| {
			readonly form: "weekday";
			readonly weekday: number;
			readonly by?: -1 | 0 | 1;
			readonly from?: "mention";
			/** `Tuesday of last week`: which week, counted from the dateline's. */
			readonly week?: -1 | 0 | 1;
	  }
	/** `the third quarter`, `the second half`, `last summer`. */
	| {
			readonly form: "part";
			readonly grain: "quarter" | "half" | "season";
			/** 1 to 4, 1 or 2, or a season's code. */
			readonly part: number | string;
			readonly by?: -1 | 0 | 1;
			readonly year?: WhichYear;
	  }
	/** `last week`, `two years ago`, `a year earlier`: so many of a grain from the dateline or the time last spoken of. */
	| {
			readonly form: "shift";
			readonly grain: Grain;
			readonly by: number;
			readonly from: "dateline" | "mention";
			/** `A year earlier`, `a year ago`: compares with the same period of that year. */
			readonly compares?: true;
	  }
	/** `the quarter`: the one last spoken of, else the dateline's. `That year` has to have been `mentioned`. */
	| { readonly form: "same"; readonly grain: Grain; readonly mentioned?: true }
	/** `the quarter ended Sept. 30`: the quarter that holds the middle of the three months before. */
	| { readonly form: "quarterEnding"; readonly date: Expression }
	/** `the week of March 6`, `the weekend of Jan. 3`. */
	| { readonly form: "weekOf"; readonly date: Expression; readonly weekend: boolean }
	/** `the first Tuesday in November`; of a month's last weekday `nth` is -1. */
	| { readonly form: "nthWeekday"; readonly nth: number; readonly weekday: number; readonly month: Expression }
	/** `the day before Thanksgiving`, `two weeks from Monday`: so many of a grain from a date. */
	| { readonly form: "beside"; readonly grain: Grain; readonly by: number; readonly date: Expression }
	/** `the most recent quarter`: the last one that is complete. */
	| { readonly form: "latest"; readonly grain: Grain; readonly year?: WhichYear }
	/** `the year-earlier period`: what was last spoken of, moved by years. */
	| { readonly form: "counterpart"; readonly grain: Grain | undefined; readonly year: WhichYear }
	| { readonly form: "holiday"; readonly name: string; readonly index: number; readonly by?: -1 | 0 | 1; readonly year?: WhichYear }
	/** A part of the day or an hour of it: `Friday morning`, `10 p.m. Wednesday`, `last night`. */
	| { readonly form: "ofDay"; readonly suffix: string; readonly date: Expression };

/** An expression and the lexemes that it takes, `last` exclusive. */
export interface Match {
	readonly first: number;
	readonly last: number;
	readonly expression: Expression;
	/** Makes the claim a duration or an age. */
	readonly quantity?: { readonly kind: "duration" | "age"; readonly quantity: Quantity };
}
