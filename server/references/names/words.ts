import type { Span } from "../../prose/span.ts";

/** A word of a name or a text, folded so that spellings of one name meet. */
export interface Word extends Span {
	/** Lower case, without accents; `U.S.` and `US` are both `us`, `&` is `and`. */
	readonly key: string;
	/** What stands between this word and the one before it. */
	readonly gap: Gap;
}

/** `close`: nothing, white space, a hyphen or an apostrophe. `comma` and `stop` join only the names that are written so. `far`: a name never goes on. */
export type Gap = "close" | "comma" | "stop" | "far";

// An initialism with its stops, a run of letters and digits, or an ampersand.
const WORD = /(?:\p{L}\.){1,12}\p{L}(?![\p{L}\p{M}\p{N}])\.?|\p{L}[.](?=\s\p{Lu})|[\p{L}\p{M}\p{N}]+|&/uy;
const ACCENTS = /\p{M}+/gu;

/** Splits a text into the words that names are made of. Linear in the length of the text. */
export function splitWords(text: string): Word[] {
	const words: Word[] = [];
	let end = 0;
	for (let at = 0; at < text.length; ) {
		const code = text.charCodeAt(at);
		const plain = isPlain(code);
		const to = plain ? plainEnd(text, at) : 0;
		if (to > 0) {
			words.push({ start: at, end: to, key: text.slice(at, to).toLowerCase(), gap: gapOf(text, end, at) });
			at = end = to;
			continue;
		}
		if (!plain && code < 128 && code !== AMPERSAND) {
			at++;
			continue;
		}
		const length = wordAt(text, at);
		if (length > 0) {
			words.push({ start: at, end: at + length, key: fold(text.slice(at, at + length)), gap: gapOf(text, end, at) });
			at = end = at + length;
		} else at++;
	}
	return words;
}

/** Tells the words of a text that begin with a small letter of the alphabet, folded; one that stands there twice, twice. */
export function eachSmallWord(text: string, tell: (key: string) => void): void {
	for (let at = 0; at < text.length; ) {
		const code = text.charCodeAt(at);
		const plain = isPlain(code);
		const to = plain ? plainEnd(text, at) : 0;
		if (to > 0) {
			if (code >= 97) tell(text.slice(at, to).toLowerCase());
			at = to;
			continue;
		}
		const length = plain || code > 127 || code === AMPERSAND ? wordAt(text, at) : 0;
		if (length > 0 && code >= 97 && code <= 122) tell(fold(text.slice(at, at + length)));
		at += Math.max(1, length);
	}
}

/** The length of the word that begins at an offset, as the pattern tells; 0 where none does. */
function wordAt(text: string, at: number): number {
	WORD.lastIndex = at;
	return WORD.exec(text)?.[0].length ?? 0;
}

/** The end of a run of unaccented letters and digits, told without the pattern; 0 where only the pattern can tell. */
function plainEnd(text: string, from: number): number {
	let at = from + 1;
	if (text.charCodeAt(at) === STOP) return 0;
	while (isPlain(text.charCodeAt(at))) at++;
	return text.charCodeAt(at) > 127 ? 0 : at;
}

const AMPERSAND = 38;
const STOP = 46;

function isPlain(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** The key under which a name is kept: its words, folded; a leading article is no part of a name. */
export function nameKey(name: string): string {
	const words = splitWords(name);
	return (words.length > 1 && words[0]?.key === "the" ? words.slice(1) : words).map((word) => word.key).join(" ");
}

/** Lower case without accents; the stops of initialisms gone. */
export function fold(word: string): string {
	if (word === "&") return "and";
	const lower = (word.includes(".") ? word.replaceAll(".", "") : word).toLowerCase();
	for (let i = 0; i < lower.length; i++) if (lower.charCodeAt(i) > 127) return lower.normalize("NFKD").replace(ACCENTS, "");
	return lower;
}

function gapOf(text: string, from: number, to: number): Gap {
	if (to - from > 3 || from === 0) return "far";
	if (to === from + 1 && text.charCodeAt(from) === 32) return "close";
	let gap: Gap = "close";
	for (let i = from; i < to; i++) {
		const mark = text[i] as string;
		if (mark === ",") gap = "comma";
		else if (mark === ".") gap = i + 1 < to ? "stop" : gap;
		else if (mark === "\n" || !/[\s'’\-‐‑–/]/.test(mark)) return "far";
	}
	return gap;
}
