import { HOLIDAYS } from "../data/holidays.ts";
import type { Match } from "../expression.ts";
import { type Reading, roleAt, textAt, wordAt } from "../reading.ts";
import { fixed } from "./relative.ts";

/** `now`, `currently`, `recently`: a time without a date. `Now-famous` is another word. */
export function readReference(reading: Reading, i: number): Match | undefined {
	const word = wordAt(reading, i, "reference");
	const lexeme = reading.lexemes.at(i);
	if (!word || !lexeme || lexeme.joined || reading.lexemes.at(i + 1)?.joined || isInName(reading, i)) return undefined;
	if (textAt(reading, i - 1) === "every") return undefined;
	return fixed(i, i + 1, word.value);
}

/** Whether a word with a capital follows another inside a sentence: a paper or a programme called `Georgia Today`. */
export function isInName(reading: Reading, i: number): boolean {
	const before = reading.lexemes.at(i - 1);
	return (
		reading.lexemes.at(i)?.capital === true && before?.capital === true && !before.mark && !before.possessive && before.word === undefined
	);
}

/** `the past`, `the future`, `the near future`, `the short term`; `i` stands behind `the`. */
export function readPastOrFuture(reading: Reading, i: number): Match | undefined {
	const text = textAt(reading, i);
	const next = reading.lexemes.at(i + 1);
	if (text === "past") return next === undefined || next.mark || !next.word ? standsAlone(reading, i) : undefined;
	if (text === "future") return standsAlone(reading, i);
	if (NEARNESS.has(text) && (textAt(reading, i + 1) === "future" || textAt(reading, i + 1) === "term"))
		return fixed(i, i + 2, "FUTURE_REF");
	return undefined;
}

const NEARNESS: ReadonlySet<string> = new Set(["near", "short", "foreseeable", "immediate", "distant"]);
const JOINS: ReadonlySet<string> = new Set(
	"and or but of is was will has have had he she it they we i you to in on for with by when as that which who if are were".split(" "),
);

/** Whether a word ends its noun phrase. */
function standsAlone(reading: Reading, i: number): Match | undefined {
	const next = reading.lexemes.at(i + 1);
	if (next?.joined) return undefined;
	if (next !== undefined && !next.mark && !JOINS.has(next.text)) return undefined;
	return fixed(i, i + 1, textAt(reading, i) === "past" ? "PAST_REF" : "FUTURE_REF");
}

/** `Christmas Eve`, `Thanksgiving 2025`, `last Thanksgiving`: the day; `i` is the first word. */
export function readHoliday(reading: Reading, i: number, by?: -1 | 0 | 1): Match | undefined {
	const holiday = wordAt(reading, i, "holiday");
	if (!holiday || !reading.lexemes.at(i)?.capital) return undefined;
	const rules = HOLIDAYS[holiday.name] ?? [];
	for (const [index, { words }] of rules.entries()) {
		if (!words.every((word, k) => textAt(reading, i + k) === word && (k === 0 || reading.lexemes.at(i + k)?.capital))) continue;
		const last = i + words.length;
		// One word alone names the day only where a day can stand: `at Christmas`, not `Christmas trees`.
		if (words.length === 1 && by === undefined && !(BEFORE_A_HOLIDAY.has(textAt(reading, i - 1)) && !isNoun(reading, last)))
			return undefined;
		const year = reading.lexemes.at(last)?.number;
		const named = year !== undefined && textAt(reading, last).length === 4 ? { year } : undefined;
		return {
			first: i,
			last: named ? last + 1 : last,
			expression: { form: "holiday", name: holiday.name, index, ...(by === undefined ? {} : { by }), ...(named ? { year: named } : {}) },
		};
	}
	return undefined;
}

const BEFORE_A_HOLIDAY: ReadonlySet<string> = new Set(
	"on at by before after since until till around over during last next this".split(" "),
);

function isNoun(reading: Reading, i: number): boolean {
	const next = reading.lexemes.at(i);
	return next !== undefined && !next.mark && !JOINS.has(next.text) && roleAt(reading, i) === undefined && next.number === undefined;
}
