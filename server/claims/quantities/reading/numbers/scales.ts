import { MAGNITUDES, SCALES, SHORT_SCALES } from "../../data/number-words.ts";
import { currencyBehind } from "../currency.ts";
import { type Lexemes, WORD } from "../lexemes.ts";
import { type NumberRead, times, whole } from "./number.ts";

/** Takes in the scale words and letters behind a number: `4 hundred million`, `1.2bn`, `$10-million`, `3 dozen`. */
export function scaled(lexemes: Lexemes, one: NumberRead, money: boolean): NumberRead {
	let { next, scale } = one;
	for (;;) {
		const at = lexemes.raw(next) === "-" && lexemes.touches(next) && lexemes.touches(next + 1) ? next + 1 : next;
		const word = lexemes.word(at);
		const long = SCALES.get(word) ?? (one.inWords ? undefined : MAGNITUDES.get(word));
		if (long !== undefined && word !== "tens" && word !== "scores") {
			scale *= long;
			next = at + 1;
			continue;
		}
		// `a Rs 10,000-cr package`, `a $5-bn deal`: two letters are no unit behind money.
		const isShort = at === next || (money && lexemes.end(at) - lexemes.start(at) === 2);
		const short = isShort && scale === one.scale ? readShortScale(lexemes, at, money) : undefined;
		if (short !== undefined) {
			scale *= short;
			next = at + 1;
			if (lexemes.raw(next) === "." && lexemes.touches(next) && lexemes.kind(next + 1) === WORD && !lexemes.isCapitalised(next + 1)) next++;
		}
		break;
	}
	if (scale === one.scale) return one;
	const by = scale / one.scale;
	return whole({ ...one, next, value: times(one.value, by), scale });
}

/**
 * A scale cut short to letters. `m`, `b`, `t` and `k` also name units (metre, bit, tonne, kelvin), so that without money before them
 * they scale only what goes on as a count: `35m of its phones`, `5M users`, `1.2m tons`.
 */
function readShortScale(lexemes: Lexemes, i: number, money: boolean): number | undefined {
	if (lexemes.kind(i) !== WORD) return undefined;
	const scale = SHORT_SCALES.get(lexemes.word(i));
	if (scale === undefined) return undefined;
	const letter = lexemes.raw(i);
	const touches = lexemes.touches(i);
	if (lexemes.word(i) === "mm" || lexemes.word(i) === "cr" || lexemes.word(i) === "mil" || lexemes.word(i) === "bil")
		return money ? scale : undefined;
	if (letter.length > 1) return scale;
	// `$5 m` is rare enough, `$5 a` and `$5 t` rarer: a lone letter stands close, or is a capital, or m before no noun.
	if (money) return touches || letter === "M" || letter === "B" || letter === "m" ? scale : undefined;
	if (letter === "k") return touches && lexemes.raw(i + 1) !== "/" ? scale : undefined;
	if (letter === "K") return touches && goesOnAsCount(lexemes, i + 1) ? scale : undefined;
	// `1.2M without power`: millions are cut so short, and no unit is a capital M.
	if (letter === "M" && touches && lexemes.raw(i - 1).includes(".")) return scale;
	if (letter === "T" || letter === "t") return undefined;
	if (letter === "b") return undefined;
	if (letter === "m" && touches && isNumberOf(lexemes, i - 1)) return scale;
	return goesOnAsCount(lexemes, i + 1) && (touches || letter !== "m") ? scale : undefined;
}

/** `the number of passengers jumped to 70m`: what is a number is no length. */
function isNumberOf(lexemes: Lexemes, i: number): boolean {
	for (let at = i - 1; at > i - 10 && at >= 0; at--) {
		if (/^numbers?$/.test(lexemes.word(at))) return true;
		if (lexemes.raw(at) === "." || lexemes.raw(at) === ";") return false;
	}
	return false;
}

/** Whether a counted noun, a unit's name or `of` follows: what a length or a mass is not followed by. */
function goesOnAsCount(lexemes: Lexemes, i: number): boolean {
	if (lexemes.kind(i) !== WORD || lexemes.touches(i)) return false;
	const word = lexemes.word(i);
	if (currencyBehind(lexemes, i)) return true;
	if (word === "of") return lexemes.kind(i + 1) === WORD && /^(?:its|their|his|her|our|the|these|those|them)$/.test(lexemes.word(i + 1));
	if (NO_NOUN.has(word)) return false;
	// The noun may have one or two modifiers of its own.
	for (let j = i; j < i + 3; j++) {
		const each = lexemes.word(j);
		if (lexemes.kind(j) !== WORD || NO_NOUN.has(each)) return false;
		if (
			each === "people" ||
			each === "staff" ||
			each === "children" ||
			each === "men" ||
			each === "women" ||
			(each.length > 2 && each.endsWith("s") && !each.endsWith("ss"))
		)
			return true;
	}
	return false;
}

const NO_NOUN = new Set(
	"long high tall wide deep across away apart above below from to in at on of and or for by with per off under over the a an was is were race sprint record final freestyle butterfly hurdles relay".split(
		" ",
	),
);

/** `tens of billions`, `thousands of`, `dozens`, `several hundred`: an order of magnitude. */
export function readMagnitude(lexemes: Lexemes, i: number, word: string): NumberRead | undefined {
	const first = MAGNITUDES.get(word);
	if (first !== undefined) {
		let scale = first;
		let next = i + 1;
		while (lexemes.word(next) === "of") {
			const more = MAGNITUDES.get(lexemes.word(next + 1));
			if (more === undefined || lexemes.word(next + 1) === "tens" || lexemes.word(next + 1) === "scores") break;
			scale *= more;
			next += 2;
		}
		const alone = next === i + 1;
		if (alone && (word === "tens" || word === "scores") && (lexemes.word(next) !== "of" || lexemes.kind(next + 1) !== WORD))
			return undefined;
		if (
			alone &&
			lexemes.word(next) !== "of" &&
			lexemes.word(i - 1) === "the" &&
			lexemes.word(i - 2) !== "in" &&
			lexemes.word(i - 2) !== "into"
		)
			return undefined;
		return { first: i, next, value: scale, high: scale * 10, decimals: 0, scale, vague: true, inWords: true };
	}
	const many = word === "several" || word === "many" ? i + 1 : word === "few" && lexemes.word(i - 1) === "a" ? i + 1 : 0;
	if (!many) return undefined;
	let scale = 1;
	let next = many;
	for (let more = SCALES.get(lexemes.word(next)); more !== undefined; more = SCALES.get(lexemes.word(next))) {
		scale *= more;
		next++;
	}
	if (scale === 1) return undefined;
	const start = word === "few" ? i - 1 : i;
	return { first: start, next, value: 2 * scale, high: scale * 10, decimals: 0, scale, vague: true, inWords: true };
}
