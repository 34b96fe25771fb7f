import { UNIT_WORDS } from "../../../../units/units.ts";
import { PARTS, SCALES, SMALL } from "../../data/number-words.ts";
import { type Lexemes, WORD } from "../lexemes.ts";
import { isHyphen } from "../measures.ts";
import { isFunctionWord } from "../nouns.ts";
import { type NumberRead, skipHyphen, times, whole } from "./number.ts";

/** `half`, `a third`, `a quarter of a million`, `half a dozen`. */
export function readPart(lexemes: Lexemes, i: number, word: string): NumberRead | undefined {
	const article = word === "a";
	const at = article ? i + 1 : i;
	const parts = PARTS.get(lexemes.word(at));
	if (parts === undefined || (!article && word !== "half")) return undefined;
	const one: NumberRead = { first: i, next: at + 1, value: 1 / parts, decimals: 0, scale: 1, inWords: true, fraction: true };
	return partOfScale(lexemes, one) ?? (parts === 2 ? readHalf(lexemes, one) : partStands(lexemes, i, one.next) ? one : undefined);
}

/** `half a million`, `half a dozen`, `a quarter of a million`, `a quarter million`. */
function partOfScale(lexemes: Lexemes, one: NumberRead): NumberRead | undefined {
	let at = skipHyphen(lexemes, one.next);
	if (lexemes.word(at) === "of") at++;
	if (lexemes.word(at) === "a" || lexemes.word(at) === "an") at = skipHyphen(lexemes, at + 1);
	const scale = SCALES.get(lexemes.word(at));
	if (scale === undefined || scale === 100) return undefined;
	return whole({ ...one, next: at + 1, value: times(one.value, scale), scale });
}

/** `half of`, `half the`, `half a mile`, `half-hour`; other halves are of a match or a year. */
function readHalf(lexemes: Lexemes, one: NumberRead): NumberRead | undefined {
	const behind = lexemes.word(one.next);
	const before = lexemes.word(one.first - 1);
	if (ORDERS_A_HALF.has(before) || (lexemes.raw(one.first - 1) === "-" && lexemes.touches(one.first))) return undefined;
	if ((behind === "a" || behind === "an") && lexemes.kind(one.next + 1) === WORD) return { ...one, next: one.next + 1 };
	if (behind === "of" || HALVED.has(behind)) return one;
	if (lexemes.raw(one.next) === "-")
		return UNIT_WORDS.has(lexemes.word(one.next + 1)) || HALVED.has(lexemes.word(one.next + 1)) ? one : undefined;
	if (BOUNDS_A_PART.has(before)) return one;
	return undefined;
}

const ORDERS_A_HALF = new Set(["first", "second", "1st", "2nd", "other", "opening", "early", "late", "better", "latter", "time"]);
const HALVED = new Set([
	"the",
	"its",
	"their",
	"his",
	"her",
	"our",
	"all",
	"these",
	"those",
	"percent",
	"percentage",
	"per",
	"mile",
	"point",
]);
const BOUNDS_A_PART = new Set([
	"by",
	"about",
	"nearly",
	"almost",
	"over",
	"than",
	"under",
	"roughly",
	"around",
	"least",
	"approximately",
	"some",
	"just",
]);

/** Whether `a third`, `a quarter`, `a fifth` is a share here and not an ordinal or three months. */
function partStands(lexemes: Lexemes, first: number, next: number): boolean {
	if (lexemes.word(next) === "of") return true;
	// `between a quarter and a third`, `a third to a half`
	const joint = lexemes.word(next);
	const isEnd = joint === "to" || (joint === "and" && lexemes.word(first - 1) === "between");
	if (isEnd && lexemes.word(next + 1) === "a" && PARTS.has(lexemes.word(next + 2))) return true;
	// `a quarter-mile`, `a half-acre`
	if (lexemes.raw(next) === "-" && lexemes.touches(next) && UNIT_WORDS.get(lexemes.word(next + 1))?.time !== true)
		return UNIT_WORDS.has(lexemes.word(next + 1));
	const goesOn = lexemes.kind(next) === WORD && !ENDS_A_SHARE.has(lexemes.word(next));
	const before = lexemes.word(first - 1);
	return !goesOn && BOUNDS_A_PART.has(before) && before !== "just";
}

const ENDS_A_SHARE = new Set([
	"in",
	"to",
	"from",
	"since",
	"on",
	"over",
	"after",
	"as",
	"and",
	"or",
	"this",
	"last",
	"while",
	"when",
	"but",
	"compared",
	"more",
	"less",
	"higher",
	"lower",
]);

/** `and a half`, `and three quarters`. */
export function readAndAHalf(lexemes: Lexemes, i: number): { next: number; value: number } | undefined {
	const and = skipHyphen(lexemes, i);
	if (lexemes.word(and) !== "and" && lexemes.raw(and) !== "&") return undefined;
	const one = skipHyphen(lexemes, and + 1);
	const count = SMALL.get(lexemes.word(one)) ?? (lexemes.word(one) === "a" ? 1 : undefined);
	const at = skipHyphen(lexemes, one + 1);
	const parts = PARTS.get(lexemes.word(at));
	if (count === undefined || parts === undefined || count >= parts) return undefined;
	// `five and a third man` counts no thirds.
	if (parts !== 2 && lexemes.kind(at + 1) === WORD && !SCALES.has(lexemes.word(at + 1)) && count === 1) return undefined;
	return { next: at + 1, value: count / parts };
}

/** `two-thirds`, `three quarters of`, `one-fifth`. */
export function readParts(lexemes: Lexemes, whole: NumberRead): NumberRead | undefined {
	const hyphen = lexemes.raw(whole.next) === "-" && lexemes.touches(whole.next);
	const at = hyphen ? whole.next + 1 : whole.next;
	const word = lexemes.word(at);
	const parts = PARTS.get(word);
	if (parts === undefined || whole.value < 1 || whole.value >= parts || whole.value > 20) return undefined;
	const plural = word.endsWith("s");
	if (plural !== whole.value > 1) return undefined;
	// `two-third-placed`, `one fifth-grader`: what is hyphenated further is an ordinal.
	if (lexemes.raw(at + 1) === "-" && lexemes.touches(at + 1)) return undefined;
	const loose = !hyphen && (word === "quarter" || word === "quarters" || !plural);
	if (loose && lexemes.word(at + 1) !== "of" && (lexemes.kind(at + 1) === WORD || word.startsWith("quarter"))) return undefined;
	const one: NumberRead = { ...whole, next: at + 1, value: whole.value / parts, fraction: true };
	const big = partOfScale(lexemes, one);
	if (big) return big;
	// `two-thirds of a mile`
	const ofA = lexemes.word(one.next) === "of" && (lexemes.word(one.next + 1) === "a" || lexemes.word(one.next + 1) === "an");
	return ofA ? { ...one, next: one.next + 2 } : one;
}

/** The article of `a mile and a half` counts one; articles elsewhere count nothing. */
export function oneBefore(lexemes: Lexemes, i: number): NumberRead | undefined {
	const word = lexemes.word(i);
	if ((word !== "a" && word !== "an") || !isAndAHalf(lexemes, i + 2)) return undefined;
	const unit = UNIT_WORDS.get(lexemes.word(i + 1));
	return unit && !unit.time ? { first: i, next: i + 1, value: 1, decimals: 0, scale: 1, inWords: true } : undefined;
}

/** `two miles and a half`; `two miles and a half-hour` are two things. */
export function isAndAHalf(lexemes: Lexemes, i: number): boolean {
	return (
		lexemes.word(i) === "and" &&
		lexemes.word(i + 1) === "a" &&
		lexemes.word(i + 2) === "half" &&
		(lexemes.kind(i + 3) === WORD ? isFunctionWord(lexemes.word(i + 3)) : !isHyphen(lexemes.raw(i + 3)) || !lexemes.touches(i + 3))
	);
}
