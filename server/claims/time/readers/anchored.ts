import type { Match } from "../expression.ts";
import { type Reading, roleAt, textAt, wordAt } from "../reading.ts";
import { isDay } from "./clock.ts";
import { wholeYear } from "./durations.ts";
import { readPlainDate } from "./plain-date.ts";
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

/** `the quarter ended Sept. 30`, `the fiscal year ending June 30`; the date stays a claim of its own. */
export function readEnded(reading: Reading, i: number): Match | undefined {
	const at = roleAt(reading, i) === "fiscal" || textAt(reading, i) === "full" ? i + 1 : i;
	const unit = wordAt(reading, at, "unit")?.unit.name;
	const verb = textAt(reading, at + 1);
	if ((unit !== "quarter" && unit !== "year") || (verb !== "ended" && verb !== "ending" && verb !== "through" && verb !== "to"))
		return undefined;
	const date = readPlainDate(reading, at + 2);
	if (!date) return undefined;
	if (unit === "quarter")
		return isDay(date.expression) ? { first: i, last: at + 1, expression: { form: "quarterEnding", date: date.expression } } : undefined;
	return wholeYear(i, at + 1);
}

/** `the year two thousand`. */
export function readYearWord(reading: Reading, i: number): Match | undefined {
	return textAt(reading, i) === "year" && textAt(reading, i - 1) === "the" ? readYear(reading, i) : undefined;
}
