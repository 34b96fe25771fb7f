import type { Block } from "../../../prose/block.ts";
import { Memo } from "../../../prose/versions/memo.ts";

/** A first name and a surname that stand side by side in a text. */
export interface FullName {
	readonly name: string;
	/** Where it begins. */
	readonly at: number;
}

const known = new Memo<null, readonly FullName[]>();

/** The names of a block by first name and surname. */
export function fullNamesIn(block: Block): readonly FullName[] {
	return known.of(block.prose, null, () => namesIn(block.text));
}

/** A first name and a surname, wherever two capitalised words stand side by side. */
export function namesIn(text: string): FullName[] {
	const names: FullName[] = [];
	// Where a word stands that may be a first name; nowhere when `first` is -1.
	let first = -1;
	let firstEnd = 0;
	for (let at = 0; at <= text.length; ) {
		const end = spaceAfter(text, at);
		// Most words are small, and told to be no name by their first letter.
		if (isSmallLetter(text.charCodeAt(at)) || end === at) first = -1;
		else {
			let from = at;
			while (from < end && from < at + MARKS && isOneOf(OPENING, text, from)) from++;
			let to = end;
			while (to > from && to > end - MARKS && isOneOf(CLOSING, text, to - 1)) to--;
			const isName = isCapital(text, from, to);
			if (isName && first >= 0 && to - from > 2) {
				const isApart = from > firstEnd + 1 || text.charCodeAt(firstEnd) !== SPACE;
				names.push({ name: isApart ? `${text.slice(first, firstEnd)} ${text.slice(from, to)}` : text.slice(first, to), at: first });
			}
			// A stop or a comma parts what stands side by side.
			first = isName && to === end ? from : -1;
			firstEnd = to;
		}
		at = end + 1;
	}
	return names;
}

/** The words of a text from their first capital on, with their apostrophes and hyphens. Told of plain letters without the pattern, which takes ten times as long. */
export function capitalisedIn(text: string): readonly string[] {
	const found: string[] = [];
	for (let at = 0; at < text.length; ) {
		const code = text.charCodeAt(at);
		if (code > 127 && code !== QUOTE) return text.match(CAPITALISED) ?? found;
		let to = at + 1;
		if (isLarge(code)) {
			while (isWithin(text.charCodeAt(to))) to++;
			if (text.charCodeAt(to) > 127) return text.match(CAPITALISED) ?? found;
			if (to > at + 1) found.push(text.slice(at, to));
		}
		at = to;
	}
	return found;
}

const CAPITALISED = /\p{Lu}[\p{L}'’-]+/gu;

/** A plain letter, or a mark that may stand within a word. */
function isWithin(code: number): boolean {
	return isLetter(code) || code === APOSTROPHE || code === HYPHEN || code === QUOTE;
}

/** Marks that may stand before a word and behind it; more than so many are something else. */
const OPENING = "\"“‘'([*_";
const CLOSING = ".,;:!?\"”’')]*_";
const MARKS = 4;

function isOneOf(marks: string, text: string, at: number): boolean {
	return !isLetter(text.charCodeAt(at)) && marks.includes(text[at] as string);
}

/** Whether a word is written as a name is: a capital and letters, of which apostrophes and hyphens may part some. Told of plain letters by themselves. */
function isCapital(text: string, from: number, to: number): boolean {
	const first = text.charCodeAt(from);
	if (first < 128 && !isLarge(first)) return false;
	let isPlain = first < 128;
	for (let at = from + 1; isPlain && at < to; at++) {
		const code = text.charCodeAt(at);
		if (isWithin(code)) continue;
		if (code < 128) return false;
		isPlain = false;
	}
	return isPlain ? to - from >= 2 && to - from <= LONGEST : CAPITAL.test(text.slice(from, to));
}

const CAPITAL = /^\p{Lu}[\p{L}'’-]{1,30}$/u;
const LONGEST = 31;
const APOSTROPHE = 39;
const HYPHEN = 45;
const QUOTE = 0x2019;
/** Where the next white space stands at or behind an offset; the end of the text where none does. */
function spaceAfter(text: string, from: number): number {
	let at = from;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (code <= SPACE ? code === SPACE || (code >= 9 && code <= 13) : code >= 160 && WHITE.test(text[at] as string)) break;
		at++;
	}
	return at;
}

const WHITE = /\s/;
const SPACE = 32;

function isLetter(code: number): boolean {
	return isSmallLetter(code) || isLarge(code);
}

function isLarge(code: number): boolean {
	return code >= 65 && code <= 90;
}

function isSmallLetter(code: number): boolean {
	return code >= 97 && code <= 122;
}
