import type { Expression, Match } from "../expression.ts";
import { afterComma, type Reading, textAt, touches, wordAt } from "../reading.ts";

const MERIDIEMS: Readonly<Record<string, number>> = { "a.m": 0, "a.m.": 0, am: 0, "p.m": 12, "p.m.": 12, pm: 12 };
const ZONES: ReadonlySet<string> = new Set("et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist jst hkt".split(" "));

/** Zones that hours of four digits and of twenty-four are written with; `1984 et al.` and `2001 Pt. 2` are no hours. */
const ZONES_OF_24: ReadonlySet<string> = new Set("gmt utc bst cet cest eet eest ist jst hkt est edt".split(" "));

/** How a clock reader finds the date that stands beside an hour. */
export type ReadDate = (reading: Reading, i: number) => Match | undefined;

/** `10 p.m. Wednesday`, `7:15 a.m.`, `5 p.m. EST, Nov. 6`; `i` is the number. A bare `19:30` is a schedule's or a score. */
export function readClock(reading: Reading, i: number, readDate: ReadDate): Match | undefined {
	const number = reading.lexemes.at(i)?.number;
	const stopped = number === undefined && textAt(reading, i).length <= "10.30".length ? STOPPED.exec(textAt(reading, i)) : null;
	const zoned = number === undefined ? undefined : readZonedHour(reading, i, readDate);
	if (zoned) return zoned;
	const hour = stopped ? Number(stopped[1]) : number;
	if (hour === undefined || hour > 12 || (!stopped && textAt(reading, i).length > 2)) return undefined;
	let at = i + 1;
	let minutes = stopped?.[2] ?? "00";
	if (textAt(reading, at) === ":" && touches(reading, at) && touches(reading, at + 1) && MINUTES.test(textAt(reading, at + 1))) {
		minutes = textAt(reading, at + 1);
		at += 2;
	}
	const half = MERIDIEMS[textAt(reading, at)];
	if (half === undefined && stopped) return undefined;
	if (half === undefined) return readSpokenHour(reading, i, at, hour, minutes, readDate);
	if (hour === 0) return undefined;
	at++;
	if (textAt(reading, at) === "." && touches(reading, at) && textAt(reading, at - 1).length === 3) at++;
	const clock = `T${String((hour % 12) + half).padStart(2, "0")}:${minutes}`;
	return withDate(reading, i, at, clock, readDate);
}

/** `1430 GMT`, `14:30 BST`: the zone says that it is an hour, of twenty-four. */
function readZonedHour(reading: Reading, i: number, readDate: ReadDate): Match | undefined {
	const text = textAt(reading, i);
	const isSplit = text.length <= 2 && textAt(reading, i + 1) === ":" && touches(reading, i + 1) && touches(reading, i + 2);
	const last = isSplit ? i + 3 : i + 1;
	const zone = reading.lexemes.at(last);
	if (!zone?.capital || !ZONES_OF_24.has(zone.text) || !(isSplit || text.length === 4)) return undefined;
	const hours = (isSplit ? text : text.slice(0, 2)).padStart(2, "0");
	const minutes = isSplit ? textAt(reading, i + 2) : text.slice(2);
	return hours < "24" && MINUTES.test(minutes) ? withDate(reading, i, last, `T${hours}:${minutes}`, readDate) : undefined;
}

/** `10.30pm`, as British papers write it. */
const STOPPED = /^(\d{1,2})\.([0-5]\d)$/;
const SPOKEN_HALVES: Readonly<Record<string, number>> = { morning: 0, afternoon: 12, evening: 12 };
const BEFORE_AN_HOUR: ReadonlySet<string> = new Set("at by until till around about from before after to".split(" "));

/** `at 4 in the morning`, `until 7:30 in the evening`; `at` is behind the number. */
function readSpokenHour(reading: Reading, i: number, at: number, hour: number, minutes: string, readDate: ReadDate): Match | undefined {
	const half = SPOKEN_HALVES[textAt(reading, at + 2)];
	if (half === undefined || hour === 0 || textAt(reading, at) !== "in" || textAt(reading, at + 1) !== "the") return undefined;
	if (!BEFORE_AN_HOUR.has(textAt(reading, i - 1))) return undefined;
	return withDate(reading, i, at + 3, `T${String((hour % 12) + half).padStart(2, "0")}:${minutes}`, readDate);
}

const MINUTES = /^[0-5]\d$/;

/** `noon Thursday`, `midnight on Friday`; alone, `noon` is the day's last spoken of. */
export function readNamedHour(reading: Reading, i: number, readDate: ReadDate): Match | undefined {
	const hour = wordAt(reading, i, "hour");
	if (!hour || reading.lexemes.at(i + 1)?.joined) return undefined;
	const before = textAt(reading, i - 1);
	const match = withDate(reading, i, i + 1, hour.clock, readDate);
	return match.last > i + 1 || before === "at" || before === "by" || before === "until" || before === "before" || before === "after"
		? match
		: undefined;
}

function withDate(reading: Reading, first: number, at: number, clock: string, readDate: ReadDate): Match {
	let next = at;
	if (ZONES.has(textAt(reading, next))) next++;
	else if (textAt(reading, next) === "eastern" || textAt(reading, next) === "pacific" || textAt(reading, next) === "local")
		next += textAt(reading, next + 1) === "time" ? 2 : 1;
	const zoned = next;
	next = afterComma(reading, afterBrackets(reading, next));
	if (textAt(reading, next) === "on") next++;
	const date = readDate(reading, next);
	if (date && isDay(date.expression)) {
		// `6 a.m. Friday morning`
		const part = wordAt(reading, date.last, "dayPart");
		const last = part && !part.plural && !touches(reading, date.last) ? date.last + 1 : date.last;
		return { first, last, expression: { form: "ofDay", suffix: clock, date: date.expression } };
	}
	// `11pm last night`, `6 a.m. this morning`; `2am last night` was this morning.
	if (date?.expression.form === "ofDay" && isDay(date.expression.date)) {
		const isAfterMidnight = date.expression.suffix === "TNI" && clock < "T06";
		const day = date.expression.date;
		if (!isAfterMidnight) return { first, last: date.last, expression: { form: "ofDay", suffix: clock, date: day } };
		if (day.form === "shift")
			return { first, last: date.last, expression: { form: "ofDay", suffix: clock, date: { ...day, by: day.by + 1 } } };
	}
	return { first, last: zoned, expression: { form: "ofDay", suffix: clock, date: { form: "same", grain: "day" } } };
}

/** `10:35 a.m. (0735 GMT) Friday`: the hour once more, elsewhere. */
function afterBrackets(reading: Reading, i: number): number {
	if (textAt(reading, i) !== "(") return i;
	for (let at = i + 1; at < i + LONGEST_BRACKET; at++) if (textAt(reading, at) === ")") return at + 1;
	return i;
}

/** Lexemes in brackets behind an hour: `(4:30 a.m. EDT)`. */
const LONGEST_BRACKET = 10;

/** Whether an expression is precise to the day, so that an hour or a part of the day can hang on it. */
export function isDay(expression: Expression): boolean {
	switch (expression.form) {
		case "weekday":
		case "dayOfMonth":
		case "holiday":
		case "nthWeekday":
			return true;
		case "shift":
		case "same":
		case "beside":
			return expression.grain === "day";
	}
	return expression.form === "fixed" && expression.type === "date" && expression.value.length === 10 && expression.value.charAt(4) === "-";
}
