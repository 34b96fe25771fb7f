import type { Match } from "../expression.ts";
import { type Reading, roleAt, textAt, wordAt } from "../reading.ts";
import { isDay } from "./clock.ts";
import { wholeYear } from "./durations.ts";
import { readPlainDate } from "./plain-date.ts";
import { grainOf } from "./relative.ts";
import { readYear } from "./years.ts";

/** `year-end`, `year's end`, `month-end`, `year-end 2024`. */
export function readYearEnd(reading: Reading, i: number): Match | undefined {
	const unit = wordAt(reading, i, "unit");
	if (!unit || unit.plural || textAt(reading, i + 1) !== "end") return undefined;
	if (unit.unit.name !== "year" && unit.unit.name !== "month" && unit.unit.name !== "quarter") return undefined;
	const behind = reading.lexemes.at(i + 2);
	if (unit.unit.name === "year" && behind?.number !== undefined && behind.text.length === 4) {
		return { first: i, last: i + 3, expression: { form: "fixed", type: "date", value: behind.text } };
	}
	return { first: i, last: i + 2, expression: { form: "shift", grain: unit.unit.name, by: 0, from: "dateline" } };
}

/** `the week of March 6`, `the week beginning on March 6`. */
export function readWeekOf(reading: Reading, i: number): Match | undefined {
	const weekend = textAt(reading, i) === "weekend";
	if ((textAt(reading, i) !== "week" && !weekend) || !LEADS_TO_A_DAY.has(textAt(reading, i + 1))) return undefined;
	const date = readPlainDate(reading, textAt(reading, i + 2) === "on" ? i + 3 : i + 2);
	return date && isDay(date.expression)
		? { first: i, last: date.last, expression: { form: "weekOf", date: date.expression, weekend } }
		: undefined;
}

const LEADS_TO_A_DAY: ReadonlySet<string> = new Set(["of", "beginning", "starting", "ending", "ended"]);

/** `the day before Thanksgiving`, `the week after Easter`, `the week before last`; `i` is the unit. */
export function readBeside(reading: Reading, i: number): Match | undefined {
	const unit = wordAt(reading, i, "unit");
	const grain = unit && !unit.plural ? grainOf(unit.unit) : undefined;
	const side = textAt(reading, i + 1);
	if (grain === undefined || (side !== "before" && side !== "after")) return undefined;
	const by = side === "before" ? -1 : 1;
	const target = textAt(reading, i + 2);
	// `The year before last`, `the week after next`.
	if (target === (by < 0 ? "last" : "next") && endsPhrase(reading, i + 3))
		return { first: i, last: i + 3, expression: { form: "shift", grain, by: 2 * by, from: "dateline" } };
	if (grain !== "day" && grain !== "week" && grain !== "weekend") return undefined;
	const date = readPlainDate(reading, i + 2);
	// `The day before Friday's vote` is told by the vote, and is the day before Friday all the same.
	return date && isDay(date.expression)
		? { first: i, last: date.last, expression: { form: "beside", grain, by, date: date.expression } }
		: undefined;
}

/** `a week from Thursday`, `two weeks from Monday`; `for a week from Thursday` begins on that day. */
export function fromWeekday(reading: Reading, { first, last, quantity }: Match): Match | undefined {
	const many = quantity?.kind === "duration" && quantity.quantity.unit === "week" ? quantity.quantity : undefined;
	if (!many || many.high !== undefined || many.value % 1 !== 0 || textAt(reading, last) !== "from") return undefined;
	if (DURING.has(textAt(reading, first - 1)) || roleAt(reading, last + 1) !== "weekday") return undefined;
	const date = readPlainDate(reading, last + 1);
	return date?.expression.form === "weekday"
		? { first, last: date.last, expression: { form: "beside", grain: "day", by: 7 * many.value, date: { ...date.expression, by: 1 } } }
		: undefined;
}

const DURING: ReadonlySet<string> = new Set(["for", "of", "over", "within", "in", "lasts", "lasting", "the"]);

/** Whether a mark, a preposition or a conjunction follows, so that `last` and `next` have no noun of their own. */
function endsPhrase(reading: Reading, i: number): boolean {
	const next = reading.lexemes.at(i);
	return next === undefined || next.mark || BEHIND_A_PHRASE.has(next.text);
}

const BEHIND_A_PHRASE: ReadonlySet<string> = new Set("in at on when after before and but as that with was were is will".split(" "));

/** `the first Tuesday in November`, `the last Sunday of May 2025`, and as sets `the second Monday of every month`, `the first Friday of the month`. */
export function readNthWeekday(reading: Reading, i: number): Match | undefined {
	const weekday = wordAt(reading, i + 1, "weekday");
	if (!weekday || weekday.plural || weekday.short) return undefined;
	const nth = textAt(reading, i) === "last" ? -1 : (wordAt(reading, i, "ordinal")?.value ?? 0);
	const preposition = textAt(reading, i + 2);
	if (nth > 5 || nth === 0 || (preposition !== "of" && preposition !== "in")) return undefined;
	const role = roleAt(reading, i + 3);
	const unit = wordAt(reading, i + 4, "unit");
	// TIMEX3 keeps how often it comes; which of the month's days it is has no place there.
	if ((role === "every" || role === "the") && unit?.unit.name === "month" && !unit.plural)
		return { first: i, last: i + 5, expression: { form: "fixed", type: "set", value: "P1M" } };
	const month = role === "month" ? readPlainDate(reading, i + 3) : undefined;
	if (!month || !isMonth(month)) return undefined;
	return { first: i, last: month.last, expression: { form: "nthWeekday", nth, weekday: weekday.weekday, month: month.expression } };
}

function isMonth({ expression }: Match): boolean {
	return expression.form === "month" || (expression.form === "fixed" && expression.value.length === "2025-05".length);
}

/** `the quarter ended Sept. 30`, `the fiscal year ending June 30`; the date stays a claim of its own. */
export function readEnded(reading: Reading, i: number): Match | undefined {
	const at = roleAt(reading, i) === "fiscal" || textAt(reading, i) === "full" ? i + 1 : i;
	const unit = wordAt(reading, at, "unit")?.unit.name;
	const verb = textAt(reading, at + 1);
	if ((unit !== "quarter" && unit !== "year") || (verb !== "ended" && verb !== "ending" && verb !== "through" && verb !== "to"))
		return undefined;
	const date = readPlainDate(reading, afterEnd(reading, at + 2));
	if (!date) return undefined;
	if (unit === "quarter")
		return isDay(date.expression) || isMonth(date)
			? { first: i, last: at + 1, expression: { form: "quarterEnding", date: date.expression } }
			: undefined;
	return wholeYear(i, at + 1);
}

/** The index after `the end of`, where it stands: `the year to the end of March`. */
function afterEnd(reading: Reading, i: number): number {
	const at = roleAt(reading, i) === "the" ? i + 1 : i;
	return textAt(reading, at) === "end" && textAt(reading, at + 1) === "of" ? at + 2 : i;
}

/** `the year two thousand`. */
export function readYearWord(reading: Reading, i: number): Match | undefined {
	return textAt(reading, i) === "year" && textAt(reading, i - 1) === "the" ? readYear(reading, i) : undefined;
}
