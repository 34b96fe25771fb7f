import { FRACTION_SIGNS } from "../../data/number-words.ts";
import { isDigit, type Lexemes, NUMBER } from "../lexemes.ts";
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
	const decimal = DECIMAL_COMMA.test(raw) ? raw.replace(",", ".") : raw.replace(/[,\u00A0\u2009\u202F]/g, "");
	const value = Number(decimal);
	if (!Number.isFinite(value)) return undefined;
	const point = decimal.indexOf(".");
	const exponent = decimal.search(/e/i);
	const decimals = point < 0 ? 0 : (exponent < 0 ? decimal.length : exponent) - point - 1;
	const plain = /^\d+$/.test(raw);
	const one: NumberRead = { first: i, next: i + 1, value, decimals, scale: 1, inWords: false, ...(plain && { plain }) };
	const mixed = readMixed(lexemes, one) ?? readPower(lexemes, one);
	return scaled(lexemes, mixed ?? one, money);
}

const DECIMAL_COMMA = /^\d{1,6},\d{1,2}$/;

/** `10 000`, `2 754 685`: groups of three after a space. Noughts, a currency sign or a second group tell them from two numbers. */
function readSpaced(lexemes: Lexemes, i: number, money: boolean): NumberRead | undefined {
	if (lexemes.raw(i).length > 3 || !/^\d+$/.test(lexemes.raw(i))) return undefined;
	let digits = lexemes.raw(i);
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
	const more = { ...one, plain: undefined };
	const sign = FRACTION_SIGNS.get(lexemes.raw(i + 1));
	if (sign !== undefined) return strip({ ...more, next: i + 2, value: one.value + sign });
	const fraction = readSlashed(lexemes, i);
	if (fraction !== undefined) return strip({ ...more, next: i + 3, value: fraction, fraction: true });
	if (one.plain && lexemes.kind(i + 1) === NUMBER && lexemes.start(i + 1) - lexemes.end(i) === 1) {
		const part = readSlashed(lexemes, i + 1);
		if (part !== undefined) return strip({ ...more, next: i + 4, value: one.value + part });
	}
	// `2-1/2 inches`
	if (one.plain && lexemes.raw(i + 1) === "-" && lexemes.touches(i + 1) && lexemes.touches(i + 2) && lexemes.kind(i + 2) === NUMBER) {
		const part = readSlashed(lexemes, i + 2);
		if (part !== undefined) return strip({ ...more, next: i + 5, value: one.value + part });
	}
	const half = readAndAHalf(lexemes, i + 1);
	if (half) return strip({ ...more, next: half.next, value: one.value + half.value });
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
