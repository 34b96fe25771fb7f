import type { Match } from "../expression.ts";
import { type Reading, roleAt, textAt, wordAt } from "../reading.ts";
import { countAt } from "./counts/counts.ts";
import { durationValue } from "./duration-values.ts";
import { measured } from "./durations.ts";

/** `every Thursday`, `each July`, `every month`, `every three months`, `every other day`; `i` is `every` or `each`. */
export function readEvery(reading: Reading, i: number): Match | undefined {
	let at = i + 1;
	if (textAt(reading, at) === "single") at++;
	const word = reading.lexemes.at(at)?.word;
	if (word?.role === "weekday" && !word.short) return set(i, at + 1, `XXXX-WXX-${word.weekday}`);
	if (word?.role === "month" && reading.lexemes.at(at)?.capital) return set(i, at + 1, `XXXX-${String(word.month).padStart(2, "0")}`);
	if (word?.role === "season") return set(i, at + 1, `XXXX-${word.code}`);
	if (word?.role === "dayPart") return set(i, at + 1, `XXXX-XX-XX${word.code}`);
	if (word?.role === "unit" && !word.plural) return set(i, at + 1, durationValue(1, word.unit));
	if ((textAt(reading, at) === "other" || textAt(reading, at) === "second") && textAt(reading, i) === "every") {
		const weekday = wordAt(reading, at + 1, "weekday");
		if (weekday && !weekday.short) {
			// `Every second Saturday of the month` is one a month.
			const isMonthly = textAt(reading, at + 2) === "of" && roleAt(reading, at + 3) === "the" && textAt(reading, at + 4) === "month";
			return isMonthly ? set(i, at + 5, "P1M") : set(i, at + 2, `XXXX-WXX-${weekday.weekday}`);
		}
		const unit = wordAt(reading, at + 1, "unit");
		if (unit && !unit.plural) return set(i, at + 2, durationValue(2, unit.unit));
	}
	// `Every 33 years` is a figure as well.
	const count = countAt(reading, at);
	if (count?.count === undefined || count.article) return undefined;
	const match = measured(reading, "duration", i, count.last, count);
	return { ...match, expression: { form: "fixed", type: "set", value: durationValue(count.count, count.unit) } };
}

const TIMES: ReadonlySet<string> = new Set("once twice thrice times".split(" "));

/** `once a week`, `three times a year`: how often; `i` is the article. */
export function readTimesA(reading: Reading, i: number): Match | undefined {
	if (!TIMES.has(textAt(reading, i - 1))) return undefined;
	const unit = wordAt(reading, i + 1, "unit");
	if (!unit || unit.plural) return undefined;
	return set(i, i + 2, durationValue(1, unit.unit));
}

/** `daily`, `hourly`; not in the names of newspapers. */
export function readFrequency(reading: Reading, i: number): Match | undefined {
	const frequency = wordAt(reading, i, "frequency");
	// `Bi-monthly` is once in two months or twice in one.
	if (!frequency || reading.lexemes.at(i)?.joined || (reading.lexemes.at(i)?.capital && i > 0 && textAt(reading, i - 1) !== "."))
		return undefined;
	if (roleAt(reading, i - 1) === "unit") return undefined;
	// `The party daily Courier` is a newspaper.
	if (reading.lexemes.at(i + 1)?.capital) return undefined;
	return set(i, i + 1, frequency.value);
}

function set(first: number, last: number, value: string): Match {
	return { first, last, expression: { form: "fixed", type: "set", value } };
}
