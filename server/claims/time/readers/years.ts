import type { Match, WhichYear } from "../expression.ts";
import { isoYear } from "../gregorian.ts";
import { fullYear, type Lexeme } from "../lexemes.ts";
import { afterComma, type Reading, roleAt, textAt, touches, wordAt } from "../reading.ts";
import { countsSomething, isBareYear, isLaterInCentury, YEAR_PREPOSITIONS } from "./bare-years.ts";

/** A year that words name beyond doubt, and the lexeme after it: digits `1984` or the spoken `nineteen eighty-four`. */
export function yearAt(reading: Reading, i: number): { readonly year: number; readonly last: number } | undefined {
	const lexeme = reading.lexemes.at(i);
	if (lexeme === undefined) return undefined;
	if (lexeme.number !== undefined) {
		if (lexeme.text.length !== 4 || lexeme.number < 1000 || lexeme.number > 2199) return undefined;
		return { year: lexeme.number, last: i + 1 };
	}
	if (lexeme.mark && (lexeme.text === "'" || lexeme.text === "’")) {
		const short = reading.lexemes.at(i + 1);
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
	if (second === undefined || reading.lexemes.at(i + 1)?.joined) return undefined;
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
	const lexeme = reading.lexemes.at(at) as Lexeme;
	if (lexeme.mark && !standsForYear(reading, at, found.last)) return undefined;
	if (lexeme.number !== undefined && !isBareYear(reading, at, found.last)) return undefined;
	if (lexeme.word?.role === "cardinal" && found.year === 2000 && at === i && !YEAR_PREPOSITIONS.has(textAt(reading, at - 1)))
		return undefined;
	if (lexeme.word?.role === "cardinal" && countsSomething(reading, found.last)) return undefined;
	if (textAt(reading, first - 1) === "the" && at > first) first--;
	return { first, last: afterSecondYear(reading, found.last), expression: { form: "fixed", type: "date", value: isoYear(found.year) } };
}

/** The `95` of `1990-95`. */
export function readSecondYear(reading: Reading, i: number): Match | undefined {
	const lexeme = reading.lexemes.at(i);
	const first = reading.lexemes.at(i - 2);
	const mark = textAt(reading, i - 1);
	if (lexeme?.number === undefined || lexeme.text.length !== 2 || first?.number === undefined || first.text.length !== 4) return undefined;
	if (
		(mark !== "-" && mark !== "–" && mark !== "/") ||
		!touches(reading, i) ||
		!touches(reading, i - 1) ||
		!isBareYear(reading, i - 2, i - 1)
	)
		return undefined;
	if (!isLaterInCentury(first.number, lexeme.number)) return undefined;
	const century = Math.floor(first.number / 100) + (lexeme.number > first.number % 100 ? 0 : 1);
	return { first: i, last: i + 1, expression: { form: "fixed", type: "date", value: isoYear(century * 100 + lexeme.number) } };
}

/** `'98` alone is a year after a preposition only: `the class of '98`, `in '98`. */
function standsForYear(reading: Reading, i: number, last: number): boolean {
	return (YEAR_PREPOSITIONS.has(textAt(reading, i - 1)) || roleAt(reading, i - 1) === "season") && !countsSomething(reading, last);
}

/** The end of `2024-25` or `2024/25`, one season or school year that begins in its first year; `1990-1995` is two years. */
function afterSecondYear(reading: Reading, last: number): number {
	const mark = textAt(reading, last);
	const second = reading.lexemes.at(last + 1);
	if ((mark !== "-" && mark !== "–" && mark !== "/") || !touches(reading, last) || !touches(reading, last + 1)) return last;
	const firstYear = reading.lexemes.at(last - 1)?.number ?? 0;
	return second?.number === (firstYear + 1) % 100 && second.text.length === 2 ? last + 2 : last;
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
		// `The summer of '69`
		if (reading.lexemes.at(at)?.mark && at > i && !(preposition === "of" && at === i + 1)) return undefined;
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
	if (textAt(reading, at) === "year" && textAt(reading, at - 1) === "the") {
		if (textAt(reading, at + 1) === "before") return { year: { years: -1, from: "mention" }, last: at + 2 };
		if (preposition === "of") return { year: { years: 0, from: "dateline" }, last: at + 1 };
	}
	return undefined;
}

function isHyphenedFigure(reading: Reading, i: number): boolean {
	const mark = textAt(reading, i);
	return (
		(mark === "-" || mark === "/" || mark === ":") &&
		touches(reading, i) &&
		touches(reading, i + 1) &&
		reading.lexemes.at(i + 1)?.number !== undefined
	);
}
