import { HEDGES_BEFORE } from "../data/hedges.ts";
import { MONTHS, YEAR_MAX, YEAR_MIN } from "../data/names.ts";
import { FUNCTION_WORDS } from "../data/words.ts";
import { CODE, type Lexemes, NUMBER, WORD } from "./lexemes.ts";
import { isHyphen } from "./measures.ts";
import { isPlural } from "./nouns.ts";
import type { NumberRead } from "./numbers/number.ts";
import { unitBehind } from "./units.ts";

/** Digits joined to more digits by colons, slashes, stops or two hyphens: clock times, 24/7, phone numbers, ISO dates, versions. The chain's end. */
export function chainEnd(lexemes: Lexemes, number: NumberRead): number {
	if (number.fraction || (number.value % 1 !== 0 && number.next - number.first > 1)) return 0;
	const i = number.first;
	const before = lexemes.raw(i - 1);
	if (lexemes.touches(i) && isJoin(before) && lexemes.touches(i - 1) && isDigits(lexemes, i - 2)) return number.next;
	// `+44 20 7946 0000`
	if (before === "+" && lexemes.touches(i)) return number.next;
	let at = number.next;
	let joins = 0;
	let slashes = 0;
	while (
		lexemes.touches(at) &&
		lexemes.touches(at + 1) &&
		isDigits(lexemes, at + 1) &&
		(isJoin(lexemes.raw(at)) || isHyphen(lexemes.raw(at)) || lexemes.raw(at) === ".")
	) {
		if (!isHyphen(lexemes.raw(at))) slashes++;
		joins++;
		at += 2;
	}
	if (joins === 0) return before === "." && lexemes.touches(i) && isDigits(lexemes, i - 2) ? number.next : 0;
	if (slashes > 0 || joins > 1) return at;
	// `fifty-fifty` in digits
	if (lexemes.raw(number.next - 1) === lexemes.raw(number.next + 1)) return at;
	// `2013-14` and `555-1234`: a season and a telephone number.
	const [first, second] = [lexemes.raw(number.next - 1), lexemes.raw(number.next + 1)];
	const isSeason = first.length === 4 && second.length === 2 && Number(first) >= YEAR_MIN && Number(first) <= YEAR_MAX;
	const isTelephone = first.length === 3 && second.length === 4 && !/[.,]/.test(second);
	return isSeason || isTelephone ? at : 0;
}

function isJoin(raw: string): boolean {
	return raw === ":" || raw === "/";
}

export function isDigits(lexemes: Lexemes, i: number): boolean {
	return lexemes.kind(i) === NUMBER || lexemes.kind(i) === CODE;
}

/** `5am`, `10.45 p.m.`, `3 o'clock`. */
export function isTimeOfDay(lexemes: Lexemes, number: NumberRead): boolean {
	const word = lexemes.word(number.next);
	if (
		word !== "am" &&
		word !== "pm" &&
		word !== "a.m." &&
		word !== "p.m." &&
		word !== "a.m" &&
		word !== "p.m" &&
		word !== "o'clock" &&
		word !== "noon"
	)
		return false;
	return number.value < 25;
}

/** Years, days of months, and what stands around them. */
export function isDate(lexemes: Lexemes, number: NumberRead, known: { readonly hasUnit: boolean }): boolean {
	const i = number.first;
	const before = lexemes.word(i - 1) === "." ? lexemes.word(i - 2) : lexemes.word(i - 1);
	const behind = lexemes.word(number.next);
	const isMonthBefore = MONTHS.has(before) && (lexemes.isCapitalised(i - 1) || lexemes.isCapitalised(i - 2));
	if (number.plain && !known.hasUnit && isMonthBefore && (number.value <= 31 || isYear(number))) return true;
	if (number.plain && number.value <= 31 && MONTHS.has(behind) && lexemes.isCapitalised(number.next)) return true;
	if (!isYear(number) || !number.plain || known.hasUnit || endsOnUnit(lexemes, number.next)) return false;
	if (
		before === "ad" ||
		before === "a.d." ||
		behind === "bc" ||
		behind === "ad" ||
		behind === "b.c." ||
		behind === "bce" ||
		behind === "ce"
	)
		return true;
	return !countsLikeAYear(lexemes, number);
}

/** `2000 - 2500 calories`: the other end of a range has a unit of measure. */
function endsOnUnit(lexemes: Lexemes, i: number): boolean {
	const joint = lexemes.word(i);
	if (!isHyphen(joint) && joint !== "–" && joint !== "to" && joint !== "and" && joint !== "or") return false;
	if (lexemes.kind(i + 1) !== NUMBER) return false;
	const unit = unitBehind(lexemes, i + 2, undefined);
	return unit !== undefined && unit.kind !== "time";
}

function isYear(number: NumberRead): boolean {
	return number.scale === 1 && number.decimals === 0 && number.value >= YEAR_MIN && number.value <= YEAR_MAX;
}

/** Four digits that could be a year count when the words around them do: `about 2000 people`, `sales of 1850 units`. A determiner before them makes a year: `the 2020 elections`. */
function countsLikeAYear(lexemes: Lexemes, number: NumberRead): boolean {
	const i = number.first;
	const before = lexemes.word(i - 1);
	const counts = lexemes.kind(number.next) === WORD && !lexemes.isCapitalised(number.next) && nounFollows(lexemes, number.next);
	if (!counts) return false;
	if (YEARS_FOLLOW.has(before) || before.endsWith("'s") || lexemes.isCapitalised(i - 1))
		return isBound(lexemes, i - 1) && !isModern(number);
	return true;
}

const YEARS_FOLLOW = new Set("the its his her their our in since by until before after during from this early late mid and to".split(" "));

function isModern(number: NumberRead): boolean {
	return number.value >= 1900 && number.value <= 2060;
}

function nounFollows(lexemes: Lexemes, i: number): boolean {
	for (let at = i; at < i + 3; at++) {
		if (lexemes.kind(at) !== WORD || FUNCTION_WORDS.has(lexemes.word(at))) return false;
		if (isPlural(lexemes.word(at))) return true;
	}
	return false;
}

function isBound(lexemes: Lexemes, i: number): boolean {
	return HEDGES_BEFORE.has(lexemes.word(i));
}
