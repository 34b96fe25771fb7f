import { FRACTION_SIGNS } from "../../data/number-words.ts";
import { isDigit, type Lexemes, MARK, NUMBER, WORD } from "../lexemes.ts";
import { readAndAHalf } from "./fractions.ts";
import { type NumberRead, strip } from "./number.ts";
import { scaled } from "./scales.ts";

/** A number in digits, with the fraction, power and scale behind it. */
export function readDigits(lexemes: Lexemes, i: number, money: boolean): NumberRead | undefined {
	const raw = lexemes.raw(i);
	// Only codes write a nought before a whole number.
	if (raw.length > 1 && raw.charCodeAt(0) === 48 && isDigit(raw.charCodeAt(1))) return undefined;
	const spaced = readSpaced(lexemes, i, money);
	if (spaced) return scaled(lexemes, spaced, money);
	const plain = isPlain(raw);
	const decimal = plain ? raw : DECIMAL_COMMA.test(raw) ? raw.replace(",", ".") : raw.replace(/[,\u00A0\u2009\u202F]/g, "");
	const value = Number(decimal);
	if (!Number.isFinite(value)) return undefined;
	const decimals = plain ? 0 : decimalsOf(decimal);
	const one: NumberRead = { first: i, next: i + 1, value, decimals, scale: 1, inWords: false, plain: plain || undefined };
	const mixed = readMixed(lexemes, one) ?? readPower(lexemes, one);
	return scaled(lexemes, mixed ?? one, money);
}

const DECIMAL_COMMA = /^\d{1,6},\d{1,2}$/;

/** Whether a number is written in digits alone. */
function isPlain(raw: string): boolean {
	for (let at = 0; at < raw.length; at++) if (!isDigit(raw.charCodeAt(at))) return false;
	return true;
}

/** Digits behind the point, before an exponent. */
function decimalsOf(decimal: string): number {
	const point = decimal.indexOf(".");
	if (point < 0) return 0;
	const exponent = decimal.search(/e/i);
	return (exponent < 0 ? decimal.length : exponent) - point - 1;
}

/** `10 000`, `2 754 685`: groups of three after a space. Noughts, a currency sign or a second group tell them from two numbers. */
function readSpaced(lexemes: Lexemes, i: number, money: boolean): NumberRead | undefined {
	if (lexemes.kind(i + 1) !== NUMBER) return undefined;
	let digits = lexemes.raw(i);
	if (digits.length > 3 || !isPlain(digits)) return undefined;
	let next = i + 1;
	while (next < i + 6 && lexemes.start(next) - lexemes.end(next - 1) === 1 && /^\d{3}$/.test(lexemes.raw(next))) {
		digits += lexemes.raw(next);
		next++;
	}
	const grouped = money || lexemes.raw(i + 1) === "000" || next > i + 2;
	const isAlone = lexemes.kind(next) !== NUMBER && lexemes.kind(i - 1) !== NUMBER;
	return next > i + 1 && grouped && isAlone ? { first: i, next, value: Number(digits), decimals: 0, scale: 1, inWords: false } : undefined;
}

/** `3/4`, `2 1/2`, `1½`, `2 and a half`. */
function readMixed(lexemes: Lexemes, one: NumberRead): NumberRead | undefined {
	const i = one.first;
	if (lexemes.kind(i + 1) === WORD && lexemes.word(i + 1) !== "and") return undefined;
	const sign = lexemes.kind(i + 1) === MARK ? FRACTION_SIGNS.get(lexemes.raw(i + 1)) : undefined;
	if (sign !== undefined) return strip({ ...one, next: i + 2, value: one.value + sign });
	const fraction = readSlashed(lexemes, i);
	if (fraction !== undefined) return strip({ ...one, next: i + 3, value: fraction, fraction: true });
	if (one.plain && lexemes.kind(i + 1) === NUMBER && lexemes.start(i + 1) - lexemes.end(i) === 1) {
		const part = readSlashed(lexemes, i + 1);
		if (part !== undefined) return strip({ ...one, next: i + 4, value: one.value + part });
	}
	// `2-1/2 inches`
	if (one.plain && lexemes.raw(i + 1) === "-" && lexemes.touches(i + 1) && lexemes.touches(i + 2) && lexemes.kind(i + 2) === NUMBER) {
		const part = readSlashed(lexemes, i + 2);
		if (part !== undefined) return strip({ ...one, next: i + 5, value: one.value + part });
	}
	const half = readAndAHalf(lexemes, i + 1);
	if (half) return strip({ ...one, next: half.next, value: one.value + half.value });
	return undefined;
}

/** `a/b` without spaces when it reads as a proper fraction. Denominators that only dates and names have (9/11, 24/7) are none. */
function readSlashed(lexemes: Lexemes, i: number): number | undefined {
	if (!lexemes.touches(i + 1) || !lexemes.touches(i + 2) || lexemes.kind(i + 2) !== NUMBER) return undefined;
	const slash = lexemes.raw(i + 1);
	if (slash !== "/" && slash !== "⁄" && slash !== "∕") return undefined;
	const next = lexemes.raw(i + 3);
	// `3/4-5` is no fraction, `3/4-inch` is.
	if (lexemes.touches(i + 3) && (next === "/" || (next === "-" && lexemes.kind(i + 4) === NUMBER))) return undefined;
	const [above, below] = [Number(lexemes.raw(i)), Number(lexemes.raw(i + 2))];
	if (!(above >= 1 && above < below) || !(slash !== "/" || USUAL_DENOMINATORS.has(below))) return undefined;
	return above / below;
}

const USUAL_DENOMINATORS = new Set([2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40, 50, 64, 100, 128, 1000]);

/** `2.5 × 10^-5`, `5x10³` without its superscript, `8x10−5`. */
function readPower(lexemes: Lexemes, one: NumberRead): NumberRead | undefined {
	const i = one.first;
	const times = lexemes.raw(i + 1);
	if ((times !== "×" && times !== "x" && times !== "·") || lexemes.raw(i + 2) !== "10") return undefined;
	let at = i + 3;
	if (lexemes.raw(at) === "^") at++;
	const sign = lexemes.raw(at);
	const negative = sign === "-" || sign === "−" || sign === "–";
	if (negative) at++;
	if (lexemes.kind(at) !== NUMBER || !lexemes.touches(at) || at === i + 3) return undefined;
	const power = Number(lexemes.raw(at)) * (negative ? -1 : 1);
	return strip({ ...one, next: at + 1, value: Number(`${one.value}e${power}`), scale: 10 ** power });
}
