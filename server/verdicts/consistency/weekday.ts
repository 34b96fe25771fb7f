import { type Check, inDates } from "./inconsistency.ts";

const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** `Tuesday, 4 February 2026`, which was a Wednesday. Only a date whose year is written, or that the article's own year makes near, is held against its weekday. */
export const weekdays: Check = {
	name: "weekday",
	wrong: "The council met on Tuesday, 4 February 2026.",
	right: "The council met on Wednesday, 4 February 2026.",
	track: inDates((claim, { dateline }) => {
		if (claim.kind !== "date" || claim.time.weekday === undefined) return undefined;
		const day = /^\d{4}-\d\d-\d\d/.exec(claim.time.value)?.[0];
		if (day === undefined) return undefined;
		const actual = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
		if (Number.isNaN(actual) || actual === claim.time.weekday - 1) return undefined;
		const written = NAMES[claim.time.weekday - 1] as string;
		const future = day > dateline ? { tense: "future" as const } : {};
		return [{ claim, reason: { kind: "weekday" as const, written, actual: NAMES[actual] as string, date: day, ...future } }];
	}),
};
