import { type Check, inDates } from "./inconsistency.ts";

const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/**
 * `Tuesday, 4 February 2026`, which was a Wednesday. A date without its year is of the year that makes it near; of one that is near in no year, such as
 * `Monday, Oct. 26` in an article of February, either may be meant, so both have to be another weekday.
 */
export const weekdays: Check = {
	name: "weekday",
	wrong: "The council met on Tuesday, 4 February 2026.",
	right: "The council met on Wednesday, 4 February 2026.",
	track: inDates((claim, { dateline }) => {
		if (claim.kind !== "date" || claim.time.weekday === undefined) return undefined;
		const day = /^\d{4}-\d\d-\d\d/.exec(claim.time.value)?.[0];
		if (day === undefined) return undefined;
		const actual = weekdayOf(day);
		if (Number.isNaN(actual) || actual === claim.time.weekday) return undefined;
		const isNear = Math.abs(Date.parse(day) - Date.parse(dateline)) <= NEAR;
		if (!isNear && !/\d{4}/.test(claim.text) && weekdayOf(onTheOtherSide(day, dateline)) === claim.time.weekday) return undefined;
		const written = NAMES[claim.time.weekday - 1] as string;
		const future = day > dateline ? { tense: "future" as const } : {};
		return [{ claim, reason: { kind: "weekday" as const, written, actual: NAMES[actual - 1] as string, date: day, ...future } }];
	}),
};

/** Two months, in milliseconds: a date with a weekday and no year that is as near as that is of this year. */
const NEAR = 61 * 86_400_000;

/** The weekday of `YYYY-MM-DD`, 1 Monday to 7 Sunday. */
function weekdayOf(day: string): number {
	return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** The same day and month a year later if it is past, else a year earlier. */
function onTheOtherSide(day: string, dateline: string): string {
	return `${Number(day.slice(0, 4)) + (day > dateline ? -1 : 1)}${day.slice(4)}`;
}
