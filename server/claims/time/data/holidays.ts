/** How a holiday's day is found: a fixed day, the nth weekday of a month, or days from Easter Sunday. */
export type HolidayRule =
	| { readonly month: number; readonly day: number }
	| { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number }
	| { readonly easter: number };

/** Holidays that the news dates by, keyed by their first word. US federal holidays follow 5 U.S.C. 6103; Election Day follows 2 U.S.C. 7. */
export const HOLIDAYS: Readonly<Record<string, readonly { readonly words: readonly string[]; readonly rule: HolidayRule }[]>> = {
	christmas: [
		{ words: ["christmas", "eve"], rule: { month: 12, day: 24 } },
		{ words: ["christmas", "day"], rule: { month: 12, day: 25 } },
		{ words: ["christmas"], rule: { month: 12, day: 25 } },
	],
	thanksgiving: [
		{ words: ["thanksgiving", "day"], rule: { month: 11, weekday: 4, nth: 4 } },
		{ words: ["thanksgiving"], rule: { month: 11, weekday: 4, nth: 4 } },
	],
	easter: [
		{ words: ["easter", "sunday"], rule: { easter: 0 } },
		{ words: ["easter", "monday"], rule: { easter: 1 } },
		{ words: ["easter"], rule: { easter: 0 } },
	],
	halloween: [{ words: ["halloween"], rule: { month: 10, day: 31 } }],
	juneteenth: [{ words: ["juneteenth"], rule: { month: 6, day: 19 } }],
	independence: [{ words: ["independence", "day"], rule: { month: 7, day: 4 } }],
	labor: [{ words: ["labor", "day"], rule: { month: 9, weekday: 1, nth: 1 } }],
	memorial: [{ words: ["memorial", "day"], rule: { month: 5, weekday: 1, nth: -1 } }],
	election: [{ words: ["election", "day"], rule: { month: 11, weekday: 1, nth: 1, plus: 1 } }],
	good: [{ words: ["good", "friday"], rule: { easter: -2 } }],
	ash: [{ words: ["ash", "wednesday"], rule: { easter: -46 } }],
	boxing: [{ words: ["boxing", "day"], rule: { month: 12, day: 26 } }],
	valentine: [{ words: ["valentine", "day"], rule: { month: 2, day: 14 } }],
	veterans: [{ words: ["veterans", "day"], rule: { month: 11, day: 11 } }],
	new: [
		{ words: ["new", "year", "eve"], rule: { month: 12, day: 31 } },
		{ words: ["new", "year", "day"], rule: { month: 1, day: 1 } },
	],
};
