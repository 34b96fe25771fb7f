/** A unit of time: TIMEX3's designator, its English name, and the calendar grain that it counts. */
export interface TimeUnit {
	readonly name: string;
	/** What follows the number in a TIMEX3 duration: `P3` `Y`, `PT2` `H`. */
	readonly designator: string;
	/** Stands after `PT`. */
	readonly ofDay?: true;
	/** One of it in smaller units where TIMEX3's readers expect those: a decade is `P10Y`. */
	readonly times?: { readonly count: number; readonly designator: string };
	/** TIMEX3's designator when nobody says how many, if another. */
	readonly vague?: string;
}

const hour: TimeUnit = { name: "hour", designator: "H", ofDay: true };
const minute: TimeUnit = { name: "minute", designator: "M", ofDay: true };
const second: TimeUnit = { name: "second", designator: "S", ofDay: true };
const day: TimeUnit = { name: "day", designator: "D" };
const week: TimeUnit = { name: "week", designator: "W" };
const month: TimeUnit = { name: "month", designator: "M" };
const year: TimeUnit = { name: "year", designator: "Y" };

/** Units of time (ISO 8601; TimeML 1.2.1 adds quarter, decade, century). */
export const UNITS: Readonly<Record<string, TimeUnit>> = {
	second,
	minute,
	hour,
	day,
	night: { name: "night", designator: "D" },
	weekend: { name: "weekend", designator: "WE" },
	week,
	fortnight: { name: "fortnight", designator: "W", times: { count: 2, designator: "W" } },
	month,
	quarter: { name: "quarter", designator: "Q" },
	year,
	decade: { name: "decade", designator: "DE", times: { count: 10, designator: "Y" } },
	century: { name: "century", designator: "CE", times: { count: 100, designator: "Y" } },
	millennium: { name: "millennium", designator: "ML", times: { count: 1000, designator: "Y" } },
};

/** Plurals, beside those in -s. */
export const UNIT_FORMS: Readonly<Record<string, string>> = {
	centuries: "century",
	millennia: "millennium",
};
