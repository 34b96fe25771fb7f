import { DASH, DIGITS, OF_TALLIES } from "../../tally-cues.ts";
import { FRACTION_SIGNS } from "../data/number-words.ts";
import { CUES, type Cue, MAY_BE_LISTED, OPENS_NUMBER } from "./cues.ts";

/** What a lexeme is: letters, digits with their separators, one other mark, or digits that spell no number (`192.168.1.2`, `12.05.2024`). */
export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;
export const CODE = 4;
const KIND = 7;
/** What digits that spell a number are noted as. */
const FIGURE = NUMBER | OPENS_NUMBER | DIGITS;

/**
 * A text cut for reading figures: letters and digits part (`US$10bn` is US · $ · 10 · bn), hyphens are marks of their own.
 * A word keeps inner apostrophes and the stops of initialisms (`U.S.`). A number keeps its separators (`1,200.5`) and its exponent.
 * Offsets are the text's. An index outside of the text answers an empty word, so that readers may look around freely.
 */
export class Lexemes {
	readonly text: string;
	/** Start of each, then its end, then what it is with what it is a sign of. */
	readonly #notes: number[];
	#length = 0;
	#signs = 0;
	/** In small letters, those that lists hold and those that have been asked for. */
	readonly #words: (string | undefined)[];

	/** Holds nothing as long as nothing of the text has been read. */
	constructor(text: string) {
		this.text = text;
		// Room for a lexeme in four characters, which is seldom too little.
		this.#notes = new Array(((text.length >> 2) + 4) * 3);
		this.#words = new Array((text.length >> 2) + 4);
	}

	/** Reads on, up to an offset at which no lexeme goes on. */
	read(from: number, to: number): void {
		for (let at = from; at < to; ) {
			const code = this.text.charCodeAt(at);
			if (code <= 32 || isSpace(code)) at++;
			else at = this.#read(at, code);
		}
	}

	/** Adds a word of letters of ASCII, with what lists say of it. */
	addWord(start: number, end: number, listed: Cue | undefined): void {
		if (listed === undefined) {
			this.#push(start, end, WORD);
			return;
		}
		this.#words[this.#length] = listed.word;
		this.#push(start, end, WORD | listed.signs);
	}

	/** Adds a mark of one character that is no hyphen. */
	addMark(start: number): void {
		this.#push(start, start + 1, MARK);
	}

	get length(): number {
		return this.#length;
	}

	start(i: number): number {
		return i >= 0 && i < this.#length ? (this.#notes[i * 3] as number) : this.text.length;
	}
	end(i: number): number {
		if (i < 0) return 0;
		return i < this.#length ? (this.#notes[i * 3 + 1] as number) : this.text.length;
	}
	kind(i: number): number {
		return this.#notesOf(i) & KIND;
	}
	/** Whether a lexeme is a sign of something (`cues.ts`). */
	is(i: number, cue: number): boolean {
		return (this.#notesOf(i) & cue) !== 0;
	}
	/** All that a lexeme is a sign of, with what it is. */
	signs(i: number): number {
		return this.#notesOf(i);
	}
	/** Whether any lexeme is a sign of something. */
	hold(cue: number): boolean {
		return (this.#signs & cue) !== 0;
	}
	#notesOf(i: number): number {
		return i >= 0 && i < this.#length ? (this.#notes[i * 3 + 2] as number) : 0;
	}
	/** The lexeme as written; empty outside of the text. */
	raw(i: number): string {
		if (i < 0 || i >= this.#length) return "";
		const start = this.#notes[i * 3] as number;
		const end = this.#notes[i * 3 + 1] as number;
		// Most that is asked for is one mark, which is there already.
		return end === start + 1 ? this.text.charAt(start) : this.text.slice(start, end);
	}
	/** The lexeme in small letters, curly apostrophes straightened; empty outside of the text. */
	word(i: number): string {
		if (i < 0 || i >= this.#length) return "";
		let word = this.#words[i];
		if (word === undefined) {
			word = smallOf(this.text, this.#notes[i * 3] as number, this.#notes[i * 3 + 1] as number);
			this.#words[i] = word;
		}
		return word;
	}
	/** Whether nothing stands between a lexeme and the one before it. */
	touches(i: number): boolean {
		return i > 0 && i < this.#length && this.#notes[i * 3] === this.#notes[i * 3 - 2];
	}
	/** Whether a lexeme is a word that opens with a capital letter. */
	isCapitalised(i: number): boolean {
		if (this.kind(i) !== WORD) return false;
		const code = this.text.charCodeAt(this.start(i));
		if (code < 128) return code < 91;
		const first = this.text[this.start(i)] as string;
		return first !== first.toLowerCase();
	}

	#read(at: number, code: number): number {
		if (isDigit(code) || (code === DOT && isDigit(this.text.charCodeAt(at + 1)) && !isWordPart(this.text.charCodeAt(at - 1))))
			return this.#readDigits(at);
		if (isLetter(code)) return this.#readLetters(at);
		if (code < 0xbc) return this.#push(at, at + 1, code === HYPHEN ? MARK | DASH : MARK);
		const isFraction = FRACTION_SIGNS.has(this.text.charAt(at));
		const notes = isFraction ? MARK | OPENS_NUMBER : code === EN_DASH ? MARK | DASH : MARK;
		return this.#push(at, isHighSurrogate(code) ? at + 2 : at + 1, notes);
	}

	#readLetters(from: number): number {
		const { text } = this;
		let at = from;
		while (isPlainLetter(text.charCodeAt(at))) at++;
		const plain = at;
		for (; at < text.length; ) {
			const code = text.charCodeAt(at);
			if (isLetter(code)) at++;
			else if ((code === APOSTROPHE || code === CURLY_APOSTROPHE) && isLetter(text.charCodeAt(at + 1))) at += 2;
			else if (code === DOT && at - from <= 7 && isInitialism(text, from, at)) at++;
			else break;
		}
		const listed = CUES.at(text, from, at);
		if (at === plain) {
			this.addWord(from, at, listed);
			return at;
		}
		return this.#push(from, at, WORD | (listed?.signs ?? 0) | MAY_BE_LISTED | this.#signsOfParts(from, at));
	}

	/** What the stretches of plain letters within a word are signs of to a pattern: `company` in `company's`. */
	#signsOfParts(from: number, to: number): number {
		const { text } = this;
		let signs = 0;
		for (let at = from; at < to; at++) {
			const start = at;
			while (at < to && isPlainLetter(text.charCodeAt(at))) at++;
			if (at > start) signs |= CUES.at(text, start, at)?.signs ?? 0;
		}
		return signs & OF_TALLIES;
	}

	#readDigits(from: number): number {
		const { text } = this;
		let at = from;
		let separators = 0;
		for (;;) {
			while (isDigit(text.charCodeAt(at))) at++;
			const code = text.charCodeAt(at);
			const separates = code === DOT || code === COMMA || (isThinSpace(code) && hasThreeDigits(text, at + 1));
			if (!separates || !isDigit(text.charCodeAt(at + 1))) break;
			separators++;
			at++;
		}
		if (separators === 0) return this.#push(from, exponentEnd(text, at, false), FIGURE);
		const chain = text.slice(from, at);
		if (chain.length <= LONGEST_NUMBER && GROUPED.test(chain)) return this.#push(from, exponentEnd(text, at, chain.includes(".")), FIGURE);
		// A decimal comma, told by the sign behind it: `8,26%`, `3,50 €`.
		if (
			separators === 1 &&
			/^\d{1,6},\d{1,2}$/.test(chain) &&
			(text[at] === "%" || text[at] === "€" || (text[at] === " " && (text[at + 1] === "€" || text[at + 1] === "%")))
		)
			return this.#push(from, at, FIGURE);
		// Several figures with commas but no spaces between them, or no number at all.
		const comma = chain.indexOf(",");
		if (comma > 0 && separators === 1) return this.#push(from, from + comma, FIGURE);
		return this.#push(from, at, CODE | DIGITS);
	}

	#push(start: number, end: number, kind: number): number {
		const at = this.#length * 3;
		this.#notes[at] = start;
		this.#notes[at + 1] = end;
		this.#notes[at + 2] = kind;
		this.#length++;
		this.#signs |= kind;
		return end;
	}
}

/** A text that stands by itself, such as a table's header, cut for its figures. */
export function lexemesOf(text: string): Lexemes {
	const lexemes = new Lexemes(text);
	lexemes.read(0, text.length);
	return lexemes;
}

/** A stretch of text in small letters, curly apostrophes straightened. Most are in small letters of ASCII already. */
function smallOf(text: string, start: number, end: number): string {
	const written = text.slice(start, end);
	let isSmall = true;
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code > 127) return written.toLowerCase().replaceAll("’", "'");
		if (code >= 65 && code <= 90) isSmall = false;
	}
	return isSmall ? written : written.toLowerCase();
}

// Groups of three after commas, stops or thin spaces; Indian groups of two before the last three; at most one decimal point.
const GROUPED =
	/^(?:\d{0,40}(?:\.\d{1,40})?|\d{1,3}(?:,\d{3}){1,12}(?:\.\d{1,40})?|\d{1,3}(?:[\u00A0\u2009\u202F]\d{3}){1,12}(?:\.\d{1,40})?|\d{1,2}(?:,\d{2}){1,8},\d{3}(?:\.\d{1,40})?)$/;
const LONGEST_NUMBER = 80;

const DOT = 46;
const HYPHEN = 45;
const EN_DASH = 0x2013;
const COMMA = 44;
const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;

export function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

function isPlainLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isLetter(code: number): boolean {
	if (code < 128) return isPlainLetter(code);
	// Letters of Latin and Greek-to-beyond scripts; the signs between (× ÷ ° ² ½ µ and general punctuation, currency signs) are marks.
	if (code < 0xc0) return code === 0xb5;
	return (
		code !== 0xd7 &&
		code !== 0xf7 &&
		(code < 0x2000 || code > 0x2bff) &&
		(code < 0x3000 || code > 0x303f) &&
		!isSurrogate(code) &&
		code < 0xff00
	);
}

function isWordPart(code: number): boolean {
	return isDigit(code) || isLetter(code);
}

function isSpace(code: number): boolean {
	return (
		code === 0xa0 ||
		(code >= 0x2000 && code <= 0x200f) ||
		code === 0x202f ||
		code === 0x3000 ||
		code === 0xfeff ||
		(code >= 0x2028 && code <= 0x202e)
	);
}

function isThinSpace(code: number): boolean {
	return code === 0xa0 || code === 0x2009 || code === 0x202f;
}

function isSurrogate(code: number): boolean {
	return code >= 0xd800 && code <= 0xdfff;
}

function isHighSurrogate(code: number): boolean {
	return code >= 0xd800 && code <= 0xdbff;
}

function hasThreeDigits(text: string, at: number): boolean {
	return (
		isDigit(text.charCodeAt(at)) &&
		isDigit(text.charCodeAt(at + 1)) &&
		isDigit(text.charCodeAt(at + 2)) &&
		!isDigit(text.charCodeAt(at + 3))
	);
}

/** Whether the full stop at `at` belongs to letters with stops between them: U.S., a.m. */
function isInitialism(text: string, from: number, at: number): boolean {
	for (let i = from; i < at; i++) if ((i - from) % 2 === 0 ? !isLetter(text.charCodeAt(i)) : text.charCodeAt(i) !== DOT) return false;
	if ((at - from) % 2 === 0) return false;
	return at - from > 1 || (isLetter(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === DOT);
}

/** The end of an exponent such as `e-3` behind digits, or where it would begin. */
function exponentEnd(text: string, at: number, hasPoint: boolean): number {
	const code = text.charCodeAt(at);
	if (code !== 101 && code !== 69) return at;
	// A bare `7e7` names more often than it counts: an exponent needs a sign, or decimals before it.
	const sign = text.charCodeAt(at + 1);
	if (sign !== 43 && sign !== 45 && !hasPoint) return at;
	let end = sign === 43 || sign === 45 ? at + 2 : at + 1;
	if (!isDigit(text.charCodeAt(end))) return at;
	while (isDigit(text.charCodeAt(end))) end++;
	return isLetter(text.charCodeAt(end)) ? at : end;
}
