import { hashed } from "../prose/lexicon.ts";
import { CUES } from "./quantities/reading/cues.ts";
import { Lexemes as Figures } from "./quantities/reading/lexemes.ts";
import { cueOf, Lexemes as Times } from "./time/lexemes.ts";
import { ENTRIES } from "./time/openers.ts";

/** A text as readers of figures and readers of times see it. Offsets are the text's. */
export interface Cut {
	readonly figures: Figures;
	readonly times: Times;
}

/**
 * Cuts a text for both in one pass. They part words and numbers in other places, at hyphens, apostrophes and letters that touch digits, but most of a text is
 * words of plain letters, plain numbers and marks, which are the same to both: those are cut here, and each word is hashed once. Where there is more to it,
 * both read up to the next white space by themselves. Cutting twice took a fifth of the time of reading a text. Linear in its length.
 */
export function cut(text: string): Cut {
	const figures = new Figures(text);
	const times = new Times(text);
	const { length } = text;
	let touches = false;
	for (let at = 0; at < length; ) {
		const code = text.charCodeAt(at);
		if (code === SPACE) {
			touches = false;
			at++;
			continue;
		}
		const end = isLetter(code)
			? addWord(text, at, figures, times)
			: isDigit(code)
				? addNumber(text, at, figures, times)
				: addMark(text, at, figures, times);
		if (end > 0) {
			touches = true;
			at = end;
			continue;
		}
		const next = spaceAfter(text, at);
		figures.read(at, next);
		times.read(at, next, touches);
		touches = true;
		at = next;
	}
	return { figures, times };
}

/** Adds the word of plain letters at an offset. Answers its end, or 0 where more than plain letters belongs to it. */
function addWord(text: string, start: number, figures: Figures, times: Times): number {
	const { length } = text;
	let end = start;
	let hash = 0;
	let code = text.charCodeAt(start);
	do {
		hash = hashed(hash, code);
		end++;
		// A read beyond the end of a text is not compiled to a plain read.
		code = end < length ? text.charCodeAt(end) : SPACE;
	} while (isLetter(code));
	if (!endsWord(code)) {
		// A full stop ends a word but for initials; digits and letters beyond ASCII go on behind it.
		if (code !== DOT || end === start + 1) return 0;
		const next = end + 1 < length ? text.charCodeAt(end + 1) : SPACE;
		if (next > 127 || isLetter(next) || isDigit(next)) return 0;
	}
	if (end - start > LONGEST_WORD) return 0;
	figures.addWord(start, end, CUES.ofLetters(hash, text, start, end));
	times.addWord(start, end, ENTRIES.ofLetters(hash, text, start, end)?.cue ?? cueOf(text, start, end));
	return end;
}

/** Adds the number at an offset. Answers its end, or 0 where letters, hyphens or the like belong to it. */
function addNumber(text: string, start: number, figures: Figures, times: Times): number {
	const { length } = text;
	let end = start;
	let code: number;
	for (;;) {
		do {
			end++;
			code = end < length ? text.charCodeAt(end) : SPACE;
		} while (isDigit(code));
		if ((code !== DOT && code !== COMMA) || end + 1 >= length || !isDigit(text.charCodeAt(end + 1))) break;
	}
	if (code !== DOT && code !== SPACE && !isMark(code)) return 0;
	figures.read(start, end);
	times.addNumber(start, end);
	return end;
}

/** Adds the mark at an offset. Answers its end, or 0 where something may begin with it. */
function addMark(text: string, at: number, figures: Figures, times: Times): number {
	const code = text.charCodeAt(at);
	// `.5` is a number.
	if (code === DOT ? at + 1 < text.length && isDigit(text.charCodeAt(at + 1)) : !isMark(code)) return 0;
	figures.addMark(at);
	times.addMark(at);
	return at + 1;
}

/** The offset of the white space behind an offset. */
function spaceAfter(text: string, from: number): number {
	let at = from + 1;
	while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
	return at;
}

const SPACE = 32;
const COMMA = 44;
const DOT = 46;
/** A longer word is none in any newspaper. */
const LONGEST_WORD = 60;

function isLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

function isSpace(code: number): boolean {
	return code === SPACE || (code >= 9 && code <= 13);
}

/** Whether a word of plain letters ends where such a character stands behind it: a space, or a mark that goes on in no word. */
function endsWord(code: number): boolean {
	return code === SPACE || isMark(code);
}

/** Marks that stand for themselves wherever they are: not hyphens, dashes, apostrophes, ampersands and full stops. */
function isMark(code: number): boolean {
	if (code < 128)
		return (
			(code > 32 && code < 48 && code !== 38 && code !== 39 && code !== 45 && code !== DOT) ||
			(code > 57 && code < 65) ||
			(code > 90 && code < 97) ||
			(code > 122 && code < 127)
		);
	return code === 0x201c || code === 0x201d || code === 0xa3 || code === 0x20ac;
}
