import { SCALES, SMALL } from "../../data/number-words.ts";
import type { Lexemes } from "../lexemes.ts";
import { readAndAHalf, readParts } from "./fractions.ts";
import type { NumberRead } from "./number.ts";
import { scaled } from "./scales.ts";

/** Cardinals in words: `twenty-eight thousand six hundred and forty-two`, `a hundred`, `two and a half million`, `two-thirds`. */
export function readWords(lexemes: Lexemes, i: number): NumberRead | undefined {
	let total = 0;
	let current = -1;
	let scale = 1;
	let at = i;
	let next = i;
	let lastScale = Number.POSITIVE_INFINITY;
	const article = lexemes.word(i) === "a" || lexemes.word(i) === "an";
	if (article) {
		if (!SCALES.has(lexemes.word(i + 1))) return undefined;
		current = 1;
		at = i + 1;
	}
	for (;;) {
		const word = lexemes.word(at);
		const small = SMALL.get(word);
		const power = SCALES.get(word);
		if (small !== undefined) {
			if (current >= 0) {
				// Tens and a unit make one number; two numbers below a hundred side by side are a year or two numbers.
				const joins = (current % 100 === 0 && current >= 100) || (current % 10 === 0 && current % 100 >= 20 && small < 10 && small > 0);
				if (!joins) return small >= 10 && current >= 10 && current < 100 ? undefined : finish();
				current += small;
			} else current = small;
		} else if (power !== undefined && (current >= 0 || (at === i && opensScale(lexemes, i)))) {
			if (current < 0) current = 1;
			if (power === 100 || power === 12) current *= power;
			else {
				if (power > lastScale) return finish();
				total += current * power;
				current = -1;
				lastScale = power;
			}
			scale = Math.max(scale, power);
		} else break;
		at++;
		next = at;
		if (lexemes.raw(at) === "-" && lexemes.touches(at) && lexemes.touches(at + 1)) at++;
		else if (lexemes.word(at) === "and" && scale >= 100 && scale !== 12 && SMALL.has(lexemes.word(at + 1)) && joinsByAnd(lexemes, at + 1))
			at++;
	}
	return finish();

	function finish(): NumberRead | undefined {
		if (next === i || (article && next === i + 1)) return undefined;
		const value = total + Math.max(current, 0);
		const all: NumberRead = { first: i, next, value, decimals: 0, scale: wholeScale(value, scale), inWords: true };
		const half = readAndAHalf(lexemes, next);
		if (half && value < 100) return scaled(lexemes, { ...all, next: half.next, value: value + half.value }, false);
		return readParts(lexemes, all) ?? readPointed(lexemes, all) ?? all;
	}
}

/** The written scale is that of the last word only when nothing smaller was added: `two hundred and five` is exact to one. */
function wholeScale(value: number, scale: number): number {
	return scale > 1 && value % scale === 0 ? scale : 1;
}

/** A scale word without a number before it opens one only when another follows: `hundred thousand dollars`. */
function opensScale(lexemes: Lexemes, i: number): boolean {
	return SCALES.has(lexemes.word(i + 1)) && lexemes.word(i) !== "dozen";
}

/** `a hundred and five` goes on; `a hundred and two men were` could be either and is read as one number. A scale behind ends the first number. */
function joinsByAnd(lexemes: Lexemes, i: number): boolean {
	const after = lexemes.raw(i + 1) === "-" ? lexemes.word(i + 2) : lexemes.word(i + 1);
	return !(after === "million" || after === "billion" || after === "trillion");
}

/** `two point five million`. */
function readPointed(lexemes: Lexemes, whole: NumberRead): NumberRead | undefined {
	if (lexemes.word(whole.next) !== "point") return undefined;
	let digits = "";
	let next = whole.next + 1;
	for (let digit = SMALL.get(lexemes.word(next)); digit !== undefined && digit < 10; digit = SMALL.get(lexemes.word(next))) {
		digits += digit;
		next++;
	}
	if (digits === "") return undefined;
	return scaled(lexemes, { ...whole, next, value: Number(`${whole.value}.${digits}`), decimals: digits.length }, false);
}
