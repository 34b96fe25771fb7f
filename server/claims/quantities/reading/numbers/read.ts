import { FRACTION_SIGNS } from "../../data/number-words.ts";
import { OPENS_NUMBER } from "../cues.ts";
import { type Lexemes, NUMBER } from "../lexemes.ts";
import { isPlural } from "../nouns.ts";
import { readDigits } from "./digits.ts";
import { readPart } from "./fractions.ts";
import type { NumberRead } from "./number.ts";
import { readMagnitude, scaled } from "./scales.ts";
import { readWords } from "./words.ts";

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
	return lexemes.is(i, OPENS_NUMBER);
}

function readOne(lexemes: Lexemes, i: number, money: boolean): NumberRead | undefined {
	if (lexemes.kind(i) === NUMBER) return readDigits(lexemes, i, money);
	const sign = FRACTION_SIGNS.get(lexemes.raw(i));
	if (sign !== undefined)
		return scaled(lexemes, { first: i, next: i + 1, value: sign, decimals: 0, scale: 1, inWords: false, fraction: true }, money);
	const word = lexemes.word(i);
	return readMagnitude(lexemes, i, word) ?? readPart(lexemes, i, word) ?? readWords(lexemes, i);
}

/** `one in five`, `9 out of 10`: a share. Not of time and not of games, where both are counted (`three in five matches`). */
function readShare(lexemes: Lexemes, read: NumberRead): NumberRead | undefined {
	if (read.value < 1 || read.value > 1000 || read.value % 1 !== 0 || read.high !== undefined) return undefined;
	const outOf = lexemes.word(read.next) === "out" && lexemes.word(read.next + 1) === "of";
	const of = lexemes.word(read.next) === "of";
	const every = outOf ? read.next + 2 : of || lexemes.word(read.next) === "in" ? read.next + 1 : 0;
	if (!every) return undefined;
	const at = lexemes.word(every) === "every" ? every + 1 : every;
	const whole = readOne(lexemes, at, false);
	if (!whole || whole.value <= read.value || whole.value % 1 !== 0 || whole.high !== undefined || whole.value < 2) return undefined;
	if (whole.plain && whole.value >= 1900 && whole.value < 2100) return undefined;
	if (COUNTED_APART.test(lexemes.word(whole.next)) || lexemes.raw(whole.next) === "-") return undefined;
	if (!outOf && read.value > 1 && whole.value > 100) return undefined;
	// `eight of 10 voters`, `one of every nine`; of other wholes, `six of nine judges`, both are counted.
	if (of && at === every) {
		const noun = lexemes.word(whole.next);
		if ((whole.value !== 10 && whole.value !== 100) || !isPlural(noun) || TRIED.has(noun)) return undefined;
	}
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
	/^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|games?|matches|match|overs?|balls|tests?|innings|starts?|appearances|outings|seasons?|attempts|innings|different|countries|cities|states|places)$/;

/** What a player makes so many of: both figures are counted. */
const TRIED = new Set("shots throws passes attempts putts serves kicks tries chances opportunities penalties saves targets".split(" "));
