import type { Block } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";
import { LEXICON, type Word } from "./lexicon.ts";

/**
 * A part of a token that can mean something on its own: `third-quarter` is two lexemes, `Friday's` is one that ends before its apostrophe,
 * `4th` and `1990s` are one each. Offsets are the block's.
 */
export interface Lexeme extends Span {
	/** In lower case, without the possessive. */
	readonly text: string;
	readonly word: Word | undefined;
	/** Of plain digits: their value. `1,200` and `2.5` have none. */
	readonly number: number | undefined;
	readonly capital: boolean;
	/** Hangs on the lexeme before by a hyphen. */
	readonly joined: boolean;
	readonly possessive: boolean;
	readonly mark: boolean;
}

/** Splits a block's tokens into lexemes. Linear in the number of tokens. */
export function lexemesOf(block: Block): Lexeme[] {
	const lexemes: Lexeme[] = [];
	const tokens = block.tokens;
	for (let i = 0; i < tokens.length; i++) {
		const token = tokens[i] as (typeof tokens)[number];
		if (token.kind === "word") {
			const last = lexemes[lexemes.length - 1];
			if (last !== undefined && last.end === token.start && mergeSuffix(lexemes, last, token.text)) continue;
			pushWord(lexemes, token.text, token.start, false);
		} else if (token.kind === "number") {
			pushNumber(lexemes, token.text, token.start, false);
		} else {
			const next = tokens[i + 1];
			const before = tokens[i - 1];
			// The hyphen of `30-day` is no lexeme; the dashes of `2026-02-04` are.
			const hyphen = token.text === "-" || token.text === "–" || token.text === "‑";
			if (hyphen && next?.kind === "word" && next.start === token.end && before?.end === token.start) {
				pushWord(lexemes, next.text, next.start, true);
				i++;
				continue;
			}
			lexemes.push({
				text: token.text,
				word: undefined,
				number: undefined,
				capital: false,
				joined: false,
				possessive: false,
				mark: true,
				start: token.start,
				end: token.end,
			});
		}
	}
	return lexemes;
}

const DIGITS = /^\d{1,9}$/;
const PERIOD_AND_YEAR = /^([qh])(\d\d|\d{4})$/;
const ORDINAL_SUFFIX = /^(?:st|nd|rd|th)$/;

function mergeSuffix(lexemes: Lexeme[], last: Lexeme, text: string): boolean {
	if (last.number === undefined || text.length > 5) return false;
	const suffix = text.toLowerCase();
	const label = PERIOD_AND_YEAR.exec(suffix);
	if (label) {
		// `3Q25` is a period and its year.
		if (!mergeSuffix(lexemes, last, label[1] as string)) return false;
		pushNumber(lexemes, label[2] as string, last.end + 1, false);
		return true;
	}
	let word: Word | undefined;
	if (ORDINAL_SUFFIX.test(suffix)) word = { role: "ordinal", value: last.number };
	else if (suffix === "q" && last.number >= 1 && last.number <= 4) word = { role: "label", label: "Q", number: last.number };
	else if (suffix === "h" && last.number >= 1 && last.number <= 2) word = { role: "label", label: "H", number: last.number };
	else if (suffix !== "s") return false;
	lexemes[lexemes.length - 1] = { ...last, text: last.text + suffix, word, number: undefined, end: last.end + text.length };
	return true;
}

function pushNumber(lexemes: Lexeme[], text: string, start: number, joined: boolean): void {
	const number = DIGITS.test(text) ? Number(text) : undefined;
	lexemes.push({ text, word: undefined, number, capital: false, joined, possessive: false, mark: false, start, end: start + text.length });
}

function pushWord(lexemes: Lexeme[], text: string, start: number, joined: boolean): void {
	// A word of this length is none in any newspaper; its parts don't matter.
	if (text.length > 60) {
		pushPart(lexemes, text.slice(0, 60), start, joined, false);
		return;
	}
	let from = 0;
	let hangs = joined;
	for (let to = text.indexOf("-"); to >= 0; to = text.indexOf("-", from)) {
		pushPart(lexemes, text.slice(from, to), start + from, hangs, false);
		from = to + 1;
		hangs = true;
	}
	pushPart(lexemes, from === 0 ? text : text.slice(from), start + from, hangs, true);
}

const YEAR_LABEL = /^fy(\d\d|\d{4})$/;
const DIGITS_AND_SUFFIX = /^(\d{1,9})(st|nd|rd|th|s)$/;

function pushPart(lexemes: Lexeme[], written: string, start: number, joined: boolean, last: boolean): void {
	const first = written.charCodeAt(0);
	let text = written.toLowerCase();
	if (first >= 48 && first <= 57) {
		if (DIGITS.test(text)) {
			pushNumber(lexemes, text, start, joined);
			return;
		}
		const match = DIGITS_AND_SUFFIX.exec(text);
		if (match) {
			pushNumber(lexemes, match[1] as string, start, joined);
			mergeSuffix(lexemes, lexemes[lexemes.length - 1] as Lexeme, match[2] as string);
			return;
		}
	}
	let possessive = false;
	if (last && text.length > 2 && text.endsWith("s")) {
		const mark = text.charCodeAt(text.length - 2);
		if (mark === 39 || mark === 0x2019) {
			text = text.slice(0, -2);
			possessive = true;
		}
	}
	let word = LEXICON.get(text);
	if (word === undefined && first < 128 && (first | 32) === 102) {
		const label = YEAR_LABEL.exec(text);
		if (label) word = { role: "label", label: "FY", number: fullYear(Number(label[1]), (label[1] as string).length) };
	}
	const capital = first < 128 ? first >= 65 && first <= 90 : written !== text && written.charAt(0) !== text.charAt(0);
	lexemes.push({ text, word, number: undefined, capital, joined, possessive, mark: false, start, end: start + text.length });
}

/** The year that digits mean: two digits are the century nearest to news, 1940 to 2039. */
export function fullYear(number: number, digits: number): number {
	if (digits !== 2) return number;
	return number < 40 ? 2000 + number : 1900 + number;
}
