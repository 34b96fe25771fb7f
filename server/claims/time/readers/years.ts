import { YEAR_NOUNS } from "../data/year-nouns.ts";
import type { Match, WhichYear } from "../expression.ts";
import { isoYear } from "../gregorian.ts";
import { fullYear, type Lexeme } from "../lexemes.ts";
import { afterComma, type Reading, roleAt, textAt, touches, wordAt } from "../reading.ts";

/** A year that words name beyond doubt, and the lexeme after it: digits `1984` or the spoken `nineteen eighty-four`. */
export function yearAt(reading: Reading, i: number): { readonly year: number; readonly last: number } | undefined {
	const lexeme = reading.lexemes[i];
	if (lexeme === undefined) return undefined;
	if (lexeme.number !== undefined) {
		if (lexeme.text.length !== 4 || lexeme.number < 1000 || lexeme.number > 2199) return undefined;
		return { year: lexeme.number, last: i + 1 };
	}
	if (lexeme.mark && (lexeme.text === "'" || lexeme.text === "’")) {
		const short = reading.lexemes[i + 1];
		if (short?.number !== undefined && short.text.length === 2 && touches(reading, i + 1))
			return { year: fullYear(short.number, 2), last: i + 2 };
		return undefined;
	}
	return spokenYearAt(reading, i);
}

/** `nineteen eighty-four`, `nineteen oh five`, `twenty twelve`, `two thousand five`. */
function spokenYearAt(reading: Reading, i: number): { readonly year: number; readonly last: number } | undefined {
	const head = wordAt(reading, i, "cardinal")?.value;
	if (head === undefined) return undefined;
	if (head === 2 && textAt(reading, i + 1) === "thousand") {
		const and = textAt(reading, i + 2) === "and" ? 1 : 0;
		const rest = belowHundred(reading, i + 2 + and);
		return rest && rest.value > 0 ? { year: 2000 + rest.value, last: rest.last } : { year: 2000, last: i + 2 };
	}
	if (head < 15 || head > 20) return undefined;
	const second = wordAt(reading, i + 1, "cardinal")?.value;
	if (second === undefined || reading.lexemes[i + 1]?.joined) return undefined;
	const oh = textAt(reading, i + 1) === "oh";
	if (oh) {
		const unit = wordAt(reading, i + 2, "cardinal")?.value ?? 0;
		return unit >= 1 && unit <= 9 ? { year: head * 100 + unit, last: i + 3 } : undefined;
	}
	// `twenty five` is a number: what follows the century is ten or more.
	if (second < 10) return undefined;
	const rest = belowHundred(reading, i + 1);
	return rest ? { year: head * 100 + rest.value, last: rest.last } : undefined;
}

function belowHundred(reading: Reading, i: number): { readonly value: number; readonly last: number } | undefined {
	const tens = wordAt(reading, i, "cardinal")?.value;
	if (tens === undefined) return undefined;
	if (tens < 20 || tens % 10 !== 0) return { value: tens, last: i + 1 };
	const unit = wordAt(reading, i + 1, "cardinal")?.value ?? 0;
	return unit >= 1 && unit <= 9 ? { value: tens + unit, last: i + 2 } : { value: tens, last: i + 1 };
}

/** A year on its own: `in 2006`, `the 1988 period`, `2024-25`, `the year two thousand`. */
export function readYear(reading: Reading, i: number): Match | undefined {
	let first = i;
	let at = i;
	if (textAt(reading, at) === "year" && (textAt(reading, at - 1) === "the" || roleAt(reading, at - 1) === "fiscal")) at++;
	const found = yearAt(reading, at);
	if (!found) return undefined;
	const lexeme = reading.lexemes[at] as Lexeme;
	if (lexeme.mark && !standsForYear(reading, at, found.last)) return undefined;
	if (lexeme.number !== undefined && !isBareYear(reading, at, found.last)) return undefined;
	if (lexeme.word?.role === "cardinal" && found.year === 2000 && at === i && !YEAR_PREPOSITIONS.has(textAt(reading, at - 1)))
		return undefined;
	if (lexeme.word?.role === "cardinal" && countsSomething(reading, found.last)) return undefined;
	if (textAt(reading, first - 1) === "the" && at > first) first--;
	return { first, last: afterSecondYear(reading, found.last), expression: { form: "fixed", type: "date", value: isoYear(found.year) } };
}

/** `'98` alone is a year after a preposition only: `the class of '98`, `in '98`. */
function standsForYear(reading: Reading, i: number, last: number): boolean {
	return (YEAR_PREPOSITIONS.has(textAt(reading, i - 1)) || roleAt(reading, i - 1) === "season") && reading.lexemes[last]?.mark !== false;
}

/** The end of `2024-25` or `2024/25`, one season or school year that begins in its first year; `1990-1995` is two years. */
function afterSecondYear(reading: Reading, last: number): number {
	const mark = textAt(reading, last);
	const second = reading.lexemes[last + 1];
	if ((mark !== "-" && mark !== "–" && mark !== "/") || !touches(reading, last) || !touches(reading, last + 1)) return last;
	const firstYear = reading.lexemes[last - 1]?.number ?? 0;
	return second?.number === (firstYear + 1) % 100 && second.text.length === 2 ? last + 2 : last;
}

const YEAR_PREPOSITIONS: ReadonlySet<string> = new Set(
	"in since by until till til from of during before after through throughout between to and or than early late mid fiscal calendar year years circa versus vs season".split(
		" ",
	),
);
const COUNT_HEDGES: ReadonlySet<string> = new Set(
	"about some nearly almost around approximately roughly over exactly only just".split(" "),
);

/**
 * Whether four digits without a comma are a year. In newspaper prose they nearly always are between 1700 and 2099;
 * outside, only after a preposition. Not when they count, measure, name or number something.
 */
function isBareYear(reading: Reading, i: number, last: number): boolean {
	const lexemes = reading.lexemes;
	const lexeme = lexemes[i] as Lexeme;
	const before = lexemes[i - 1];
	const after = lexemes[last];
	const word = before?.text ?? "";
	const preposition = YEAR_PREPOSITIONS.has(word);
	const year = lexeme.number as number;
	if ((year < 1700 || year > 2099) && !preposition) return false;
	if (before !== undefined) {
		if (before.mark && (MARKS_BEFORE_A_FIGURE.has(word) || (touches(reading, i) && !OPENING_MARKS.has(word)))) return false;
		if (lexeme.joined && before.word?.role !== "part" && word !== "post" && word !== "pre") return false;
		if (COUNT_HEDGES.has(word) || ((word === "than" || word === "least" || word === "most") && i > 1)) return false;
		if (word === "than" || word === "no" || word === "no." || word === "number") return false;
		// A name with a number: Windows 2000, Expo 2020. A place or month with a comma is none.
		if (
			before.capital &&
			!preposition &&
			!before.possessive &&
			before.word === undefined &&
			before.text.length > 1 &&
			!startsSentence(reading, i - 1)
		)
			return false;
	}
	if (after === undefined) return true;
	if (after.mark) {
		if (MARKS_BEHIND_A_FIGURE.has(after.text) && touches(reading, last)) return false;
		// 1990-5555 is a telephone number, 1990-95 a stretch of years.
		if ((after.text === "-" || after.text === "–" || after.text === "/" || after.text === ":") && touches(reading, last)) {
			const second = lexemes[last + 1];
			if (second?.number === undefined || !touches(reading, last + 1)) return after.text !== ":";
			return second.text.length === 2 || (second.text.length === 4 && second.number > year && second.number < 2200);
		}
		return true;
	}
	if (after.joined) return after.word?.role !== "unit";
	return lexeme.joined || !countsSomething(reading, last);
}

const MARKS_BEFORE_A_FIGURE: ReadonlySet<string> = new Set(["$", "€", "£", "¥", "₹", "#", "№", "+", "~", "=", "§", "."]);
const OPENING_MARKS: ReadonlySet<string> = new Set(["(", "[", '"', "'", "“", "‘", "–", "—", "-", "/", "…", "_"]);
const MARKS_BEHIND_A_FIGURE: ReadonlySet<string> = new Set(["%", "‰", "°", "+", "€", "£", "@", "$"]);

/** Whether what follows is what a figure counts: a unit, or a plural noun that is not one of those that years stand before. */
function countsSomething(reading: Reading, i: number): boolean {
	const after = reading.lexemes[i];
	if (after === undefined || after.mark || after.capital) return false;
	if (after.number !== undefined) return false;
	const role = after.word?.role;
	if (role === "unit") return !after.possessive && (after.word as { plural: boolean }).plural;
	if (role !== undefined) return false;
	if (FIGURE_UNITS.has(after.text)) return true;
	return PLURAL.test(after.text) && !after.possessive && !NOT_PLURAL.has(after.text) && !YEAR_NOUNS.has(after.text);
}

const PLURAL = /(?:[^su'’]s|people|men|women|children|police|feet)$/;
const NOT_PLURAL: ReadonlySet<string> = new Set(
	"was is has does its his as this thus says perhaps always besides plus versus towards remains appears seems".split(" "),
);
const FIGURE_UNITS: ReadonlySet<string> = new Set(
	"percent per million billion trillion thousand hundred dozen km kg mm cm m ft mph square cubic metric degree rpm gb mb tb".split(" "),
);

function startsSentence(reading: Reading, i: number): boolean {
	const before = reading.lexemes[i - 1];
	return before === undefined || before.text === "." || before.text === '"' || before.text === "“";
}

/** `the 1990s`, `the late '80s`, `the nineties`, `the nineteen eighties`. */
export function readDecade(reading: Reading, i: number): Match | undefined {
	const lexeme = reading.lexemes[i] as Lexeme;
	const apostrophe = lexeme.mark && (lexeme.text === "'" || lexeme.text === "’");
	const at = apostrophe ? i + 1 : i;
	const digits = reading.lexemes[at];
	if (digits === undefined || (apostrophe && !touches(reading, at))) return undefined;
	const written = DECADE.exec(digits.text);
	if (written) {
		const number = Number(written[1]);
		const four = (written[1] as string).length === 4;
		if (!four && !apostrophe && textAt(reading, i - 1) !== "the" && !digits.joined && roleAt(reading, i - 1) !== "part") return undefined;
		if (four && (number < 1000 || number > 2100)) return undefined;
		// A hundred or more years ago, `the 1700s` are a century.
		const whole = four && number % 100 === 0 && number < 2000;
		const value = four ? String(number / 10) : String(fullYear(number, 2) / 10);
		return { first: i, last: at + 1, expression: { form: "fixed", type: "date", value: whole ? String(number / 100) : value } };
	}
	const spoken = SPOKEN_DECADES[digits.text];
	if (spoken === undefined || apostrophe) return undefined;
	const century = wordAt(reading, i - 1, "cardinal")?.value;
	if (century !== undefined && century >= 15 && century <= 20) {
		return { first: i - 1, last: i + 1, expression: { form: "fixed", type: "date", value: String(century * 10 + spoken / 10) } };
	}
	if (textAt(reading, i - 1) !== "the" && roleAt(reading, i - 1) !== "part" && textAt(reading, i - 2) !== "the") return undefined;
	return { first: i, last: i + 1, expression: { form: "fixed", type: "date", value: String((1900 + spoken) / 10) } };
}

const DECADE = /^(\d{4}|\d0)s$/;
const SPOKEN_DECADES: Readonly<Record<string, number>> = {
	twenties: 20,
	thirties: 30,
	forties: 40,
	fifties: 50,
	sixties: 60,
	seventies: 70,
	eighties: 80,
	nineties: 90,
};

/** `the 20th century`, `the twenty-first century`. */
export function readCentury(reading: Reading, i: number): Match | undefined {
	const lexemes = reading.lexemes;
	let value = wordAt(reading, i, "ordinal")?.value;
	let at = i;
	const tens = wordAt(reading, i, "cardinal")?.value;
	if (tens === 20 && lexemes[i + 1]?.joined) {
		const unit = wordAt(reading, i + 1, "ordinal")?.value ?? 0;
		if (unit < 1 || unit > 9) return undefined;
		value = 20 + unit;
		at = i + 1;
	}
	if (value === undefined || value < 1 || value > 30) return undefined;
	if (textAt(reading, at + 1) !== "century" && textAt(reading, at + 1) !== "centuries") return undefined;
	return { first: i, last: at + 2, expression: { form: "fixed", type: "date", value: String(value - 1).padStart(2, "0") } };
}

/**
 * The year that follows a part of it: `of 1984`, `last year`, `of fiscal 1990`, `, 2024`, `a year earlier`.
 * `comma` allows one before a number, as in `February, 2024`.
 */
export function yearBehind(reading: Reading, i: number, comma = false): { readonly year: WhichYear; readonly last: number } | undefined {
	let at = comma ? afterComma(reading, i) : i;
	const preposition = textAt(reading, at);
	if (preposition === "of" || preposition === "in" || preposition === "from") at++;
	if (roleAt(reading, at) === "the") at++;
	if (roleAt(reading, at) === "fiscal" || textAt(reading, at) === "calendar") at++;
	const named = yearAt(reading, at);
	if (named && !countsSomething(reading, named.last) && !isHyphenedFigure(reading, named.last)) {
		if (reading.lexemes[at]?.mark && at > i) return undefined;
		return { year: { year: named.year }, last: named.last };
	}
	const label = wordAt(reading, at, "label");
	if (label?.label === "FY") return { year: { year: label.number }, last: at + 1 };
	const deictic = wordAt(reading, at, "deictic");
	if (deictic && textAt(reading, at) !== "that") {
		const next = roleAt(reading, at + 1) === "fiscal" ? at + 2 : at + 1;
		const fromMention = textAt(reading, at) === "previous" || textAt(reading, at) === "following" || textAt(reading, at) === "preceding";
		if (textAt(reading, next) === "year")
			return { year: { years: deictic.by, from: fromMention ? "mention" : "dateline" }, last: next + 1 };
		return undefined;
	}
	if (textAt(reading, at) === "a" && textAt(reading, at + 1) === "year") {
		const shift = wordAt(reading, at + 2, "shift");
		if (shift) return { year: { years: shift.by, from: shift.fromNow ? "dateline" : "mention" }, last: at + 3 };
	}
	if (textAt(reading, at) === "year" && textAt(reading, at - 1) === "the" && textAt(reading, at + 1) === "before") {
		return { year: { years: -1, from: "mention" }, last: at + 2 };
	}
	return undefined;
}

function isHyphenedFigure(reading: Reading, i: number): boolean {
	const mark = textAt(reading, i);
	return (
		(mark === "-" || mark === "/" || mark === ":") &&
		touches(reading, i) &&
		touches(reading, i + 1) &&
		reading.lexemes[i + 1]?.number !== undefined
	);
}
