import type { Match } from "./expression.ts";
import { type Day, isoMonth, isoYear, partsOf } from "./gregorian.ts";
import { type Reading, roleAt, textAt } from "./reading.ts";

/** Months in a stretch that results are reported for; 13 weeks are a quarter in accounts kept by weeks. 0 for any other. */
function monthsIn(match: Match): number {
	if (match.quantity?.kind !== "duration") return match.expression.form === "fixed" && match.expression.value === "P1Y" ? 12 : 0;
	const { unit, value, high } = match.quantity.quantity;
	if (high !== undefined || value % 1 !== 0) return 0;
	if (unit === "month") return value <= 24 ? value : 0;
	if (unit === "year") return value === 1 ? 12 : 0;
	if (unit === "quarter") return value <= 4 ? value * 3 : 0;
	return unit === "week" ? (WEEKS_OF_ACCOUNTS[value] ?? 0) : 0;
}

const WEEKS_OF_ACCOUNTS: Readonly<Record<number, number>> = { 13: 3, 14: 3, 26: 6, 39: 9, 52: 12, 53: 12 };

/** A duration that may lie somewhere in the calendar, and what its words say of where. */
export interface Stretch {
	/** 0 when results are not reported for stretches of its length. */
	readonly months: number;
	/** The lexeme behind it, and its word. */
	readonly last: number;
	readonly behind: string;
	/** `the first six months` or `the last six months`. */
	readonly end: "first" | "last" | undefined;
}

/** The stretch that a match is; undefined when it is none. */
export function stretchOf(reading: Reading, match: Match): Stretch | undefined {
	const { expression, quantity, last } = match;
	if (quantity?.kind === "age" || expression.form !== "fixed" || !/^P[\dTX]/.test(expression.value)) return undefined;
	return { months: monthsIn(match), last, behind: textAt(reading, last), end: whichEnd(reading, match) };
}

/** Whether the words behind a stretch name its end or its year, so that the date there places it: `ended`, `to`, `of`. */
export function isPlacedBy({ last, behind, end }: Stretch, date: Match): boolean {
	return date.first === last + 1 && (ENDS.has(behind) || (behind === "of" && end !== undefined));
}

const ENDS: ReadonlySet<string> = new Set(["ended", "ending", "to", "through", "till", "until"]);

/** `the first six months` or `the last six months`. */
function whichEnd(reading: Reading, stretch: Match): "first" | "last" | undefined {
	for (let i = stretch.first; i < stretch.last; i++) {
		const text = textAt(reading, i);
		if (text === "first" || text === "last" || text === "final") return text === "first" ? "first" : "last";
		if (reading.lexemes.at(i)?.number !== undefined || roleAt(reading, i) === "cardinal") return undefined;
	}
	return undefined;
}

/**
 * The stretch of calendar that a duration lies in: `2025-Q2` for `the three months` with `2025-06` or `2025-06-30` behind `to`,
 * `2024-H1` for `the first six months` with `2024` behind `of`. Months joined by `/` when it is no quarter, half or year. Undefined when nothing tells.
 */
export function placed({ months, behind, end }: Stretch, value: string): string | undefined {
	if (months === 0 || months > 12) return undefined;
	const year = Number(value.slice(0, 4));
	if (behind === "of") {
		if (value.length !== 4) return undefined;
		return span(year, end === "first" ? months : 12, months);
	}
	if (!/^\d{4}-\d\d(-\d\d)?$/.test(value)) return undefined;
	const month = Number(value.slice(5, 7));
	// Accounts kept by weeks end a few days into the next month: the quarter ended April 2 is the first.
	const day = value.length === 10 ? Number(value.slice(8)) : 31;
	return span(year, day < 8 ? month - 1 : month, months);
}

/** The period of `the first nine months` when no year stands behind: the dateline's year, or the one before when they are not over. */
export function placedByDateline({ months, end }: Stretch, dateline: Day): string | undefined {
	if (months < 3 || months >= 12 || end !== "first") return undefined;
	const now = partsOf(dateline);
	return span(now.month > months ? now.year : now.year - 1, months, months);
}

/** So many months up to and with `month` of `year`, which may be 0 for last December. */
function span(year: number, month: number, months: number): string {
	const end = isoMonth(year, month);
	const endYear = Number(end.slice(0, 4));
	const endMonth = Number(end.slice(5));
	if (months === 12 && endMonth === 12) return isoYear(endYear);
	if (months === 3 && endMonth % 3 === 0) return `${isoYear(endYear)}-Q${endMonth / 3}`;
	if (months === 6 && endMonth % 6 === 0) return `${isoYear(endYear)}-H${endMonth / 6}`;
	return `${isoMonth(endYear, endMonth - months + 1)}/${end}`;
}
