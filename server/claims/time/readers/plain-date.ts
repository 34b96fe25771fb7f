import type { Match } from "../expression.ts";
import type { Reading } from "../reading.ts";
import { readDayBeforeMonth, readMonth, readNumericDate, readWeekday } from "./calendar.ts";
import { readHoliday } from "./references.ts";
import { readDeictic } from "./relative.ts";
import { readYear } from "./years.ts";

/** A date that other readers look for beside an hour or behind `ended`. It looks for no further date itself, so that nothing nests. */
export function readPlainDate(reading: Reading, i: number): Match | undefined {
	const word = reading.lexemes.at(i)?.word;
	switch (word?.role) {
		case "month":
			return readMonth(reading, i);
		case "weekday":
			return readWeekday(reading, i);
		case "today":
			return { first: i, last: i + 1, expression: todayOf(word.by, word.part) };
		case "deictic":
			return readDeictic(reading, i, false);
		case "holiday":
			return readHoliday(reading, i);
		case "the": {
			const match = readDayBeforeMonth(reading, i + 1) ?? readDeictic(reading, i + 1, true);
			return match && { ...match, first: i };
		}
		default:
			return (
				readNumericDate(reading, i) ??
				readDayBeforeMonth(reading, i) ??
				(reading.lexemes.at(i)?.number === undefined ? undefined : readYear(reading, i))
			);
	}
}

/** `today`, `yesterday`; `tonight` has a part of the day. */
export function todayOf(by: number, part: string | undefined): Match["expression"] {
	const date = { form: "shift", grain: "day", by, from: "dateline" } as const;
	return part ? { form: "ofDay", suffix: part, date } : date;
}
