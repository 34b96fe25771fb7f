import { UNIT_WORDS } from "../../../units/units.ts";
import { FRACTION_SIGNS, MAGNITUDES, PARTS, SCALES, SHORT_SCALES, SMALL } from "../data/number-words.ts";
import { currencyBehind } from "./currency.ts";
import { isDigit, type Lexemes, MARK, NUMBER, WORD } from "./lexemes.ts";

/** A number as written. `first` and `next` are lexemes, half open. */
export interface NumberRead {
	readonly first: number;
	readonly next: number;
	readonly value: number;
	readonly high?: number;
	/** Decimals as written, at the written scale. */
	readonly decimals: number;
	readonly scale: number;
	readonly vague?: true;
	readonly inWords: boolean;
	/** Less than one and written as a fraction: `a third`, `3/4`, `one in five`. */
	readonly fraction?: true;
	/** `one in five`: a share, whatever stands behind it. */
	readonly share?: true;
	/** Written as one run of digits without separators, sign or scale: what years, names and codes look like. */
	readonly plain?: true;
}

/**
 * Reads the number that begins at a lexeme, or answers undefined. `money` says that a currency sign or code stands before it, which settles
 * letters such as `m`. Numbers beyond what a double holds are none.
 */
export function readNumber(lexemes: Lexemes, i: number, money: boolean): NumberRead | undefined {
	const read = readOne(lexemes, i, money);
	return read && Number.isFinite(read.value) ? (readShare(lexemes, read) ?? read) : undefined;
}

/** Whether a number may begin at a lexeme: the cheap question that every lexeme is asked. */
export function mayBeginNumber(lexemes: Lexemes, i: number): boolean {
	const kind = lexemes.kind(i);
	if (kind === NUMBER) return true;
	const length = lexemes.end(i) - lexemes.start(i);
	if (kind === MARK) return length === 1 && lexemes.text.charCodeAt(lexemes.start(i)) >= 0xbc && FRACTION_SIGNS.has(lexemes.raw(i));
	return kind === WORD && length <= LONGEST_WORD && OPENERS.has(lexemes.word(i));
}

function readOne(lexemes: Lexemes, i: number, money: boolean): NumberRead | undefined {
	if (lexemes.kind(i) === NUMBER) return readDigits(lexemes, i, money);
	const sign = FRACTION_SIGNS.get(lexemes.raw(i));
	if (sign !== undefined)
		return scaled(lexemes, { first: i, next: i + 1, value: sign, decimals: 0, scale: 1, inWords: false, fraction: true }, money);
	const word = lexemes.word(i);
	return readMagnitude(lexemes, i, word) ?? readPart(lexemes, i, word) ?? readWords(lexemes, i);
}

function readDigits(lexemes: Lexemes, i: number, money: boolean): NumberRead | undefined {
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

/** `10 000`: groups of three after a space. Noughts or a currency sign tell them from two numbers. */
function readSpaced(lexemes: Lexemes, i: number, money: boolean): NumberRead | undefined {
	if (lexemes.raw(i).length > 3) return undefined;
	let digits = lexemes.raw(i);
	let next = i + 1;
	while (
		next < i + 6 &&
		lexemes.start(next) - lexemes.end(next - 1) === 1 &&
		/^\d{3}$/.test(lexemes.raw(next)) &&
		(money || lexemes.raw(next) === "000")
	) {
		digits += lexemes.raw(next);
		next++;
	}
	return next > i + 1 ? { first: i, next, value: Number(digits), decimals: 0, scale: 1, inWords: false } : undefined;
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
	const half = readAndAHalf(lexemes, i + 1);
	if (half) return strip({ ...more, next: half.next, value: one.value + half.value });
	return undefined;
}

/** A number that is more than one run of digits. */
function strip(read: Omit<NumberRead, "plain"> & { plain?: unknown }): NumberRead {
	const { plain: _, ...rest } = read;
	return rest;
}

/** A number that a scale word has made a whole: half a million is no share. */
function whole(read: NumberRead): NumberRead {
	const { plain: _, fraction: __, ...rest } = read;
	return rest;
}

/** `a/b` without spaces when it reads as a proper fraction. Denominators that only dates and names have (9/11, 24/7) are none. */
function readSlashed(lexemes: Lexemes, i: number): number | undefined {
	if (!lexemes.touches(i + 1) || !lexemes.touches(i + 2) || lexemes.kind(i + 2) !== NUMBER) return undefined;
	const slash = lexemes.raw(i + 1);
	if (slash !== "/" && slash !== "⁄" && slash !== "∕") return undefined;
	const next = lexemes.raw(i + 3);
	if (lexemes.touches(i + 3) && (next === "/" || next === "-")) return undefined;
	const [above, below] = [Number(lexemes.raw(i)), Number(lexemes.raw(i + 2))];
	if (!(above >= 1 && above < below) || !(slash !== "/" || USUAL_DENOMINATORS.has(below))) return undefined;
	return above / below;
}

const USUAL_DENOMINATORS = new Set([2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40, 50, 64, 100, 128, 1000]);

/** `and a half`, `and three quarters`. */
function readAndAHalf(lexemes: Lexemes, i: number): { next: number; value: number } | undefined {
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

function skipHyphen(lexemes: Lexemes, i: number): number {
	return lexemes.raw(i) === "-" && lexemes.touches(i) && lexemes.touches(i + 1) ? i + 1 : i;
}

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

/** Takes in the scale words and letters behind a number: `4 hundred million`, `1.2bn`, `$10-million`, `3 dozen`. */
function scaled(lexemes: Lexemes, one: NumberRead, money: boolean): NumberRead {
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
		const short = at === next && scale === one.scale ? readShortScale(lexemes, next, money) : undefined;
		if (short !== undefined) {
			scale *= short;
			next++;
			if (lexemes.raw(next) === "." && lexemes.touches(next) && lexemes.kind(next + 1) === WORD && !lexemes.isCapitalised(next + 1)) next++;
		}
		break;
	}
	if (scale === one.scale) return one;
	const by = scale / one.scale;
	return whole({ ...one, next, value: times(one.value, by), scale });
}

/** Multiplies decimals as written: 4.35 million is 4350000, not 4349999.999999999. */
function times(value: number, by: number): number {
	return Number((value * by).toPrecision(15));
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
function readMagnitude(lexemes: Lexemes, i: number, word: string): NumberRead | undefined {
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
		if (lexemes.word(i - 1) === "the" && lexemes.word(i - 2) !== "in" && lexemes.word(i - 2) !== "into") return undefined;
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

/** `half`, `a third`, `a quarter of a million`, `half a dozen`. */
function readPart(lexemes: Lexemes, i: number, word: string): NumberRead | undefined {
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
	"in",
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
	const goesOn = lexemes.kind(next) === WORD && !ENDS_A_SHARE.has(lexemes.word(next));
	const before = lexemes.word(first - 1);
	return !goesOn && BOUNDS_A_PART.has(before) && before !== "in" && before !== "just";
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

/** Cardinals in words: `twenty-eight thousand six hundred and forty-two`, `a hundred`, `two and a half million`, `two-thirds`. */
function readWords(lexemes: Lexemes, i: number): NumberRead | undefined {
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

/** `two-thirds`, `three quarters of`, `one-fifth`. */
function readParts(lexemes: Lexemes, whole: NumberRead): NumberRead | undefined {
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

/** `one in five`, `9 out of 10`: a share. Not of time and not of games, where both are counted (`three in five matches`). */
function readShare(lexemes: Lexemes, read: NumberRead): NumberRead | undefined {
	if (read.value < 1 || read.value > 1000 || read.value % 1 !== 0 || read.high !== undefined) return undefined;
	const outOf = lexemes.word(read.next) === "out" && lexemes.word(read.next + 1) === "of";
	const every = outOf ? read.next + 2 : lexemes.word(read.next) === "in" ? read.next + 1 : 0;
	if (!every) return undefined;
	const at = !outOf && lexemes.word(every) === "every" ? every + 1 : every;
	const whole = readOne(lexemes, at, false);
	if (!whole || whole.value <= read.value || whole.value % 1 !== 0 || whole.high !== undefined || whole.value < 2) return undefined;
	if (whole.plain && whole.value >= 1900 && whole.value < 2100) return undefined;
	if (COUNTED_APART.test(lexemes.word(whole.next)) || lexemes.raw(whole.next) === "-") return undefined;
	if (!outOf && read.value > 1 && whole.value > 100) return undefined;
	return {
		first: read.first,
		next: whole.next,
		value: read.value / whole.value,
		decimals: 0,
		scale: 1,
		inWords: read.inWords,
		fraction: true,
		share: true,
	};
}

const COUNTED_APART =
	/^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|games?|matches|match|starts?|appearances|outings|seasons?|attempts|innings|different|countries|cities|states|places)$/;

/** Every word that a number may begin with. */
const OPENERS: ReadonlySet<string> = new Set([
	...SMALL.keys(),
	...SCALES.keys(),
	...MAGNITUDES.keys(),
	"a",
	"an",
	"half",
	"several",
	"many",
	"few",
]);
const LONGEST_WORD = 9;
