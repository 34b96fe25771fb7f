import type { Span } from "../../prose/span.ts";
import { type Token, tokenize } from "../../prose/tokens.ts";
import { LEXICON, type Word } from "./lexicon.ts";
import { BEFORE_ONE, ENTRIES, NEAR_ONE, OPENS, SAYS, TENSED, tenseCue } from "./openers.ts";

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

// What is noted of a lexeme before anybody asks for it.
const NUMBER = 1;
const JOINED = 2;
const POSSESSIVE = 4;
const MARK = 8;
const CAPITAL = 16;
/** Digits with a suffix, `4th` or `3Q`. */
const SUFFIXED = 32;
const CUE_SHIFT = 6;

/**
 * The lexemes of a block, in order. Of each is noted where it stands and whether a time may begin there; the rest is read when somebody asks, which is
 * around numbers and words of time alone.
 */
export class Lexemes {
	readonly text: string;
	/** Start of each, then its end, then what is noted of it. */
	readonly #notes: number[];
	#length = 0;
	readonly #read: (Lexeme | undefined)[] = [];

	/** Holds nothing as long as nothing of the text has been read. */
	constructor(text: string) {
		this.text = text;
		// Room for a lexeme in four characters, which is seldom too little.
		this.#notes = new Array(((text.length >> 2) + 4) * 3);
	}

	/** Adds a word of letters of ASCII that touches no number; `cue` is what it is a sign of (`cueOf`). */
	addWord(start: number, end: number, cue: number): void {
		this.#push(start, end, (this.text.charCodeAt(start) < 91 ? CAPITAL : 0) | (cue << CUE_SHIFT));
	}

	/** Adds a number in digits with points and commas between them, with nothing that goes on behind it. */
	addNumber(start: number, end: number): void {
		this.#pushNumber(start, end, 0);
	}

	/** Adds a mark of one character that is no hyphen, dash or apostrophe. */
	addMark(start: number): void {
		this.#push(start, start + 1, MARK);
	}

	/** Reads on, up to white space or the end of the text; `touches` says that nothing stands between what was read before and this. */
	read(from: number, to: number, touches: boolean): void {
		const tokens = tokenize(this.text, from, to);
		for (let i = 0; i < tokens.length; i++) {
			const token = tokens[i] as Token;
			if (token.kind === "word") {
				if (!this.#mergeSuffix(token.start, token.end)) this.#pushWord(token, false);
			} else if (token.kind === "number") this.#pushNumber(token.start, token.end, 0);
			else {
				const next = tokens[i + 1];
				// The hyphen of `30-day` is no lexeme; the dashes of `2026-02-04` are.
				const hyphen = token.text === "-" || token.text === "–" || token.text === "‑";
				if (
					hyphen &&
					next?.kind === "word" &&
					next.start === token.end &&
					(i === 0 ? touches && token.start === from : tokens[i - 1]?.end === token.start)
				) {
					this.#pushWord(next, true);
					i++;
				} else this.#push(token.start, token.end, MARK | (markCue(token.text) << CUE_SHIFT));
			}
		}
	}

	get length(): number {
		return this.#length;
	}

	/** The lexeme at an index; undefined beyond the ends. */
	at(i: number): Lexeme | undefined {
		if (i < 0 || i >= this.#length) return undefined;
		let lexeme = this.#read[i];
		if (!lexeme) {
			lexeme = this.#readAt(i);
			this.#read[i] = lexeme;
		}
		return lexeme;
	}

	start(i: number): number {
		return this.#notes[i * 3] as number;
	}
	end(i: number): number {
		return this.#notes[i * 3 + 1] as number;
	}

	/** The code of a lexeme's first character, of a letter of ASCII that of the small one; 0 beyond the ends. Told without reading the lexeme. */
	firstOf(i: number): number {
		if (i < 0 || i >= this.#length) return 0;
		const code = this.text.charCodeAt(this.start(i));
		return code >= 65 && code <= 90 ? code + 32 : code;
	}

	/** Whether a time may begin at a lexeme by the look of it: the cheap question that every lexeme is asked. */
	mayOpen(i: number): boolean {
		const cue = this.#cueOf(i);
		if ((cue & OPENS) === 0) return false;
		if ((cue & BEFORE_ONE) !== 0) return (this.#cueOf(i + 1) & SAYS) !== 0;
		return (cue & NEAR_ONE) === 0 || ((this.#cueOf(i + 1) | this.#cueOf(i + 2)) & SAYS) !== 0;
	}

	/** Whether a verb that places a time may stand at a lexeme, by the look of it. */
	mayBeTensed(i: number): boolean {
		return (this.#cueOf(i) & TENSED) !== 0;
	}

	#cueOf(i: number): number {
		return i >= 0 && i < this.#length ? this.#notesOf(i) >> CUE_SHIFT : 0;
	}

	#notesOf(i: number): number {
		return this.#notes[i * 3 + 2] as number;
	}

	#push(start: number, end: number, notes: number): void {
		const at = this.#length * 3;
		this.#notes[at] = start;
		this.#notes[at + 1] = end;
		this.#notes[at + 2] = notes;
		this.#length++;
	}

	/** The `th` of `4 th`, written together, belongs to the number before it; so do `s`, and the `Q` and `H` of `3Q25`. */
	#mergeSuffix(start: number, end: number): boolean {
		const last = this.#length - 1;
		if (last < 0 || end - start > 5 || this.end(last) !== start || (this.#notesOf(last) & NUMBER) === 0) return false;
		const suffix = this.text.slice(start, end).toLowerCase();
		const label = PERIOD_AND_YEAR.exec(suffix);
		if (label) {
			// `3Q25` is a period and its year.
			if (!this.#mergeSuffix(start, start + 1)) return false;
			this.#pushNumber(start + 1, end, 0);
			return true;
		}
		const number = Number(this.text.slice(this.start(last), start));
		const isLabel = (suffix === "q" && number >= 1 && number <= 4) || (suffix === "h" && number >= 1 && number <= 2);
		if (!isLabel && !SUFFIX.test(suffix)) return false;
		this.#notes[last * 3 + 1] = end;
		this.#notes[last * 3 + 2] = (this.#notesOf(last) & ~NUMBER) | SUFFIXED;
		return true;
	}

	#pushNumber(start: number, end: number, notes: number): void {
		let isPlain = end - start <= MOST_DIGITS;
		for (let at = start; isPlain && at < end; at++) isPlain = isDigit(this.text.charCodeAt(at));
		this.#push(start, end, notes | (isPlain ? NUMBER : 0) | ((OPENS | SAYS) << CUE_SHIFT));
	}

	#pushWord({ start, end }: Token, joined: boolean): void {
		// A word of this length is none in any newspaper; its parts don't matter.
		if (end - start > 60) {
			this.#pushPart(start, start + 60, joined, false, true);
			return;
		}
		let from = start;
		let hangs = joined;
		let isForeign = false;
		for (let at = start; at < end; at++) {
			const code = this.text.charCodeAt(at);
			if (code > 127) isForeign = true;
			if (code !== HYPHEN) continue;
			this.#pushPart(from, at, hangs, false, isForeign);
			from = at + 1;
			hangs = true;
		}
		this.#pushPart(from, end, hangs, true, isForeign);
	}

	/** `isForeign` says that the part or one before it may have other letters than those of ASCII. */
	#pushPart(start: number, end: number, joined: boolean, last: boolean, isForeign: boolean): void {
		const { text } = this;
		const first = text.charCodeAt(start);
		const hangs = joined ? JOINED : 0;
		if (isDigit(first)) {
			const digits = DIGITS_AND_SUFFIX.exec(text.slice(start, end));
			if (digits) {
				this.#pushNumber(start, digits[2] ? end - digits[2].length : end, hangs);
				if (digits[2]) this.#mergeSuffix(end - digits[2].length, end);
				return;
			}
		}
		if (isForeign) {
			this.#pushForeign(text.slice(start, end), start, joined, last);
			return;
		}
		const isPossessive = last && end - start > 2 && (text.charCodeAt(end - 1) | 32) === 115 && text.charCodeAt(end - 2) === APOSTROPHE;
		const stop = isPossessive ? end - 2 : end;
		const cue = ENTRIES.at(text, start, stop)?.cue ?? cueOf(text, start, stop);
		const capital = first >= 65 && first <= 90 ? CAPITAL : 0;
		this.#push(start, stop, hangs | capital | (isPossessive ? POSSESSIVE : 0) | (cue << CUE_SHIFT));
	}

	/** A word with other letters than those of ASCII, or with a curly apostrophe: rare enough to be read at once. */
	#pushForeign(written: string, start: number, joined: boolean, last: boolean): void {
		const first = written.charCodeAt(0);
		let text = written.toLowerCase();
		const mark = text.charCodeAt(text.length - 2);
		const possessive = last && text.length > 2 && text.endsWith("s") && (mark === APOSTROPHE || mark === 0x2019);
		if (possessive) text = text.slice(0, -2);
		const capital = first < 128 ? first >= 65 && first <= 90 : written !== text && written.charAt(0) !== text.charAt(0);
		const end = start + text.length;
		this.#read[this.#length] = {
			text,
			word: LEXICON.get(text) ?? labelOf(text),
			number: undefined,
			capital,
			joined,
			possessive,
			mark: false,
			start,
			end,
		};
		this.#push(start, end, (ENTRIES.at(text, 0, text.length)?.cue ?? cueOf(text, 0, text.length)) << CUE_SHIFT);
	}

	#readAt(i: number): Lexeme {
		const start = this.start(i);
		const end = this.end(i);
		const notes = this.#notesOf(i);
		const mark = (notes & MARK) !== 0;
		const isNumber = (notes & NUMBER) !== 0;
		let text: string;
		let word: Word | undefined;
		if (mark || isNumber) text = this.text.slice(start, end);
		else {
			const entry = ENTRIES.at(this.text, start, end);
			text = entry?.text ?? this.text.slice(start, end).toLowerCase();
			word = entry ? entry.word : (notes & SUFFIXED) !== 0 ? suffixedWord(text) : labelOf(text);
		}
		return {
			text,
			word,
			number: isNumber ? Number(text) : undefined,
			capital: (notes & CAPITAL) !== 0,
			joined: (notes & JOINED) !== 0,
			possessive: (notes & POSSESSIVE) !== 0,
			mark,
			start,
			end,
		};
	}
}

const HYPHEN = 45;
const APOSTROPHE = 39;
const MOST_DIGITS = 9;
const PERIOD_AND_YEAR = /^[qh](?:\d\d|\d{4})$/;
const SUFFIX = /^(?:st|nd|rd|th|s)$/;
const DIGITS_AND_SUFFIX = /^\d{1,9}(st|nd|rd|th|s)?$/i;
const YEAR_LABEL = /^fy(\d\d|\d{4})$/;

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

/** What a word that is in no list is a sign of: `fy25`, and `nineties` by its ending. */
export function cueOf(text: string, start: number, end: number): number {
	if ((text.charCodeAt(start) | 32) === 102 && (end - start === 4 || end - start === 6) && isDigit(text.charCodeAt(end - 1)))
		return OPENS | SAYS;
	if (isDigit(text.charCodeAt(start))) return OPENS | SAYS;
	const isDecade =
		(text.charCodeAt(end - 1) | 32) === 115 && (text.charCodeAt(end - 2) | 32) === 101 && (text.charCodeAt(end - 3) | 32) === 105;
	return isDecade ? OPENS | SAYS : tenseCue(text, start, end);
}

/** `'98`, `the '80s`. */
function markCue(mark: string): number {
	return mark === "'" ? OPENS | SAYS : mark === "’" ? OPENS : 0;
}

/** `fy25`. */
function labelOf(text: string): Word | undefined {
	if (text.charCodeAt(0) !== 102) return undefined;
	const label = YEAR_LABEL.exec(text);
	return label ? { role: "label", label: "FY", number: fullYear(Number(label[1]), (label[1] as string).length) } : undefined;
}

/** What digits with a suffix are; `1990s` has no role. */
function suffixedWord(text: string): Word | undefined {
	const number = Number.parseInt(text, 10);
	const last = text.charAt(text.length - 1);
	if (last === "q") return { role: "label", label: "Q", number };
	if (last === "h" && isDigit(text.charCodeAt(text.length - 2))) return { role: "label", label: "H", number };
	return last === "s" ? undefined : { role: "ordinal", value: number };
}

/** The year that digits mean: two digits are the century nearest to news, 1940 to 2039. */
export function fullYear(number: number, digits: number): number {
	if (digits !== 2) return number;
	return number < 40 ? 2000 + number : 1900 + number;
}
