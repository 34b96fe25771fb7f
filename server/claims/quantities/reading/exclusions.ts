import { UNIT_SYMBOLS } from "../../../units/units.ts";
import { HEDGES_BEFORE } from "../data/hedges.ts";
import { DESIGNATORS, LOOSE_DESIGNATORS, STREETS } from "../data/names.ts";
import { SHORT_SCALES } from "../data/number-words.ts";
import { TRENDS } from "../data/trends.ts";
import { FUNCTION_WORDS } from "../data/words.ts";
import { chainEnd, isDate, isDigits, isTimeOfDay } from "./dates.ts";
import { CODE, type Lexemes, NUMBER, WORD } from "./lexemes.ts";
import { isHyphen } from "./measures.ts";
import { isPlural, nounBehind } from "./nouns.ts";
import type { NumberRead } from "./numbers/number.ts";
import { mayBeginNumber } from "./numbers/read.ts";

/** What is known of a number beyond its digits when it is asked whether it asserts anything. */
export interface Neighbours {
	/** A currency, percent sign or unit stands beside it. */
	readonly hasUnit: boolean;
	/** A percent sign or a currency stands beside it: no name has one. */
	readonly hasSign: boolean;
	/** The lexeme behind the number and its unit. */
	readonly next: number;
}

/**
 * Whether a number asserts nothing: it names (5G, Boeing 747, Section 427), dates (2006, 11 March, 9/11), tells the time, keeps a score or dials.
 * Answers the lexeme to go on from, or 0 when the number is a figure.
 */
export function nameEnd(lexemes: Lexemes, number: NumberRead, known: Neighbours): number {
	if (known.hasSign) return 0;
	if (number.inWords) return isWordName(lexemes, number, known) ? number.next : 0;
	const chain = chainEnd(lexemes, number);
	if (chain) return chain;
	if (isTimeOfDay(lexemes, number)) return number.next + 1;
	if (gluedToLetters(lexemes, number, known)) return number.next;
	if (isDate(lexemes, number, known)) return number.next;
	if (isDesignated(lexemes, number, known)) return number.next;
	if (isAddress(lexemes, number, known)) return number.next;
	return 0;
}

/** `iPhone17`, `F-150`, `COVID-19`, `5G`, `20s`, `747s`, `21st`, `B2B`: letters that touch and are no unit. */
function gluedToLetters(lexemes: Lexemes, number: NumberRead, known: Neighbours): boolean {
	const i = number.first;
	if (lexemes.touches(i)) {
		const before = lexemes.raw(i - 1);
		if (
			lexemes.kind(i - 1) === WORD ||
			before === "#" ||
			before === "^" ||
			before === "@" ||
			before === "_" ||
			before === "№" ||
			before === "§"
		)
			return true;
		if (
			isHyphen(before) &&
			lexemes.touches(i - 1) &&
			lexemes.kind(i - 2) === WORD &&
			!OPEN_BEFORE_HYPHEN.has(lexemes.word(i - 2)) &&
			!endsFigure(lexemes, i - 2)
		)
			return true;
		if (isHyphen(before) && lexemes.touches(i - 1) && lexemes.kind(i - 2) === CODE) return true;
		// `A380-800`
		if (isHyphen(before) && lexemes.touches(i - 1) && isDigits(lexemes, i - 2) && lexemes.touches(i - 2) && lexemes.kind(i - 3) === WORD)
			return true;
		if (before === "." && lexemes.touches(i - 1) && lexemes.kind(i - 2) === WORD && !DESIGNATORS.has(lexemes.word(i - 2))) return true;
	}
	if (known.hasUnit || !lexemes.touches(number.next)) return false;
	if (lexemes.kind(number.next) === WORD) return lexemes.word(number.next) !== "x" || lexemes.touches(number.next + 1);
	// `737-800`, `7-Eleven`, `4-H`: what is hyphenated on and capitalised is a name.
	return isHyphen(lexemes.raw(number.next)) && lexemes.touches(number.next + 1) && lexemes.isCapitalised(number.next + 1);
}

/** `1.2m-1.5m`: the letters before the hyphen are a figure's own. */
function endsFigure(lexemes: Lexemes, i: number): boolean {
	return lexemes.touches(i) && lexemes.kind(i - 1) === NUMBER && (SHORT_SCALES.has(lexemes.word(i)) || UNIT_SYMBOLS.has(lexemes.raw(i)));
}

const OPEN_BEFORE_HYPHEN = new Set("to by sub or and non a the from about".split(" "));

/** `chapter 11`, `Boeing 747`, `Windows 11 users`, `S&P 500`: a noun that numbers, or a name, directly before. */
function isDesignated(lexemes: Lexemes, number: NumberRead, known: Neighbours): boolean {
	const i = number.first;
	if (number.scale !== 1 || i === 0) return false;
	const before = lexemes.word(i - 1);
	const stop = before === "." && lexemes.touches(i - 1);
	const at = stop ? i - 2 : i - 1;
	const word = lexemes.word(at);
	if (lexemes.kind(at) !== WORD) return (before === "#" || before === "№") && !known.hasUnit;
	// A full stop ends a sentence unless it cuts the word short: `No. 5`, `Sec. 4`.
	if (stop && !(DESIGNATORS.has(word) && word.length <= 4)) return false;
	// `Pad 39A`, `Gate 12C`: `section 80C`: one capital behind a number that a name or a designator has before it.
	if (
		known.hasUnit &&
		number.plain &&
		(DESIGNATORS.has(word) || (lexemes.isCapitalised(at) && !isOrdinary(word))) &&
		lexemes.touches(number.next) &&
		/^[A-Z]$/.test(lexemes.raw(number.next))
	)
		return true;
	if (known.hasUnit && !lexemes.isCapitalised(at)) return isNumbered(lexemes, at, word) && word === "category";
	if (isNumbered(lexemes, at, word))
		return !known.hasUnit && !(LOOSE_DESIGNATORS.has(word) && !lexemes.isCapitalised(at) && countsBehind(lexemes, number.next));
	if (!lexemes.isCapitalised(at) || known.hasUnit) return false;
	// A name stands before: not when a sentence opens with an ordinary word, and not before a count in five figures or more.
	if (isOrdinary(word)) return false;
	if (countsOwn(lexemes, number, word)) return false;
	if (!number.plain || number.value >= 10000) return false;
	return true;
}

/** `Vaal's 40 schools`, `Vaal’s 12-point win`: what somebody has is counted, where no model of theirs is named (`Hartwig's 350 jets`, `Hartwig's 9 Pro`). */
function countsOwn(lexemes: Lexemes, number: NumberRead, word: string): boolean {
	if (!/['’]s$/.test(word)) return false;
	const behind = lexemes.word(number.next);
	if (lexemes.isCapitalised(number.next) && !isPlural(behind)) return false;
	const noun = nounBehind(lexemes, number.next, number.first, false);
	return noun !== undefined && !(number.value >= 100 && OF_MODELS.has(lexemes.word(noun.next - 1)));
}

/** What makers count and number by models: `the 350 jets` may be jets called 350. */
const OF_MODELS = new Set(
	"jets planes airplanes aeroplanes aircraft airliners helicopters models variants cars trucks engines phones orders deliveries sales flights owners users versions jeans".split(
		" ",
	),
);

/** A plural directly behind a number, or behind the range that it opens: `it will seat 200 to 300 people`. */
function countsBehind(lexemes: Lexemes, i: number): boolean {
	if (isPlural(lexemes.word(i))) return true;
	const joint = lexemes.word(i);
	// `a room 3 by 5 metres`
	if ((joint === "by" || joint === "x" || joint === "×") && lexemes.kind(i + 1) === NUMBER) return true;
	return (
		(joint === "to" || joint === "or" || joint === "–" || isHyphen(joint)) &&
		lexemes.kind(i + 1) === NUMBER &&
		isPlural(lexemes.word(i + 2))
	);
}

/** Words that open a sentence in capitals without naming anything. */
function isOrdinary(word: string): boolean {
	return (
		FUNCTION_WORDS.has(word) ||
		ORDINARY.has(word) ||
		HEDGES_BEFORE.has(word) ||
		TRENDS.has(word) ||
		word.endsWith("ly") ||
		word.endsWith("ing")
	);
}

function isNumbered(lexemes: Lexemes, at: number, word: string): boolean {
	if (!DESIGNATORS.has(word)) return false;
	// `a total of seat 5`: small words that are verbs too count nothing either way.
	return !(word === "no" && lexemes.raw(at + 1) !== ".") && !(word === "class" && lexemes.word(at - 1) === "in");
}

// Words that open sentences and headlines before a count, beside the function words.
const ORDINARY = new Set(
	"some all only just another last next first past those these other most many few more less nearly almost exactly today yesterday meanwhile however still police officials authorities rescuers investigators prosecutors doctors researchers scientists analysts".split(
		" ",
	),
);

/** `575 Larch Road`, `12 Downing Street`: capitals that end on a street. */
function isAddress(lexemes: Lexemes, number: NumberRead, known: Neighbours): boolean {
	if (known.hasUnit || !number.plain || !lexemes.isCapitalised(number.next)) return false;
	for (let at = number.next + 1; at < number.next + 5; at++) {
		if (!lexemes.isCapitalised(at)) return false;
		if (STREETS.has(lexemes.word(at))) return true;
	}
	return false;
}

/** Numerals in words that count nothing: `one` as a pronoun, `Channel Four`, `Big Ten`, `nineteen eighty-four`, `number one`, `fifty-fifty`. */
function isWordName(lexemes: Lexemes, number: NumberRead, known: Neighbours): boolean {
	const i = number.first;
	const raw = lexemes.raw(i);
	const before = lexemes.word(i - 1);
	if (number.vague || number.high !== undefined) return false;
	if (
		lexemes.isCapitalised(i) &&
		i > 0 &&
		lexemes.isCapitalised(i - 1) &&
		lexemes.kind(i - 1) === WORD &&
		!FUNCTION_WORDS.has(before) &&
		!ORDINARY.has(before) &&
		raw !== raw.toUpperCase()
	)
		return !known.hasUnit;
	if (DESIGNATORS.has(before) && !known.hasUnit && number.value < 1000 && before !== "no" && before !== "point")
		return !(LOOSE_DESIGNATORS.has(before) && isPlural(lexemes.word(number.next)));
	if (isHyphen(lexemes.raw(i - 1)) && lexemes.touches(i) && lexemes.kind(i - 2) === WORD && !OPEN_BEFORE_HYPHEN.has(lexemes.word(i - 2)))
		return true;
	if (
		isHyphen(lexemes.raw(number.next)) &&
		lexemes.touches(number.next) &&
		lexemes.touches(number.next + 1) &&
		lexemes.word(number.next + 1) === lexemes.word(i)
	)
		return true;
	return number.value === 1 && lexemes.word(i) === "one" && !known.hasUnit && !number.share && isPronoun(lexemes, number);
}

/** `one of the largest`, `on the one hand`, `this one`, `one day`: only a bounded, contrasted or coordinated `one` counts, which the count finder asks. */
function isPronoun(lexemes: Lexemes, number: NumberRead): boolean {
	const behind = lexemes.word(number.next);
	const before = lexemes.word(number.first - 1);
	// `one to two million`, `one or two cases`
	if ((behind === "to" || behind === "or") && mayBeginNumber(lexemes, number.next + 1) && lexemes.word(number.next + 1) !== "one")
		return false;
	if (behind === "of" || behind === "" || lexemes.kind(number.next) !== WORD || FUNCTION_WORDS.has(behind)) return true;
	return PRONOUN_BEFORE.has(before) || lexemes.isCapitalised(number.next) || NO_COUNT.has(behind);
}

const PRONOUN_BEFORE = new Set(
	"the this that each every no any which another whichever everyone last next first second new old big good bad great small right wrong other same".split(
		" ",
	),
);
const NO_COUNT = new Set("day thing another who which whose more more's such way time side hand side's only".split(" "));
