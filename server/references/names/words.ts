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
const WORD = /(?:\p{L}\.){1,12}\p{L}(?![\p{L}\p{M}\p{N}])\.?|\p{L}[.](?=\s\p{Lu})|[\p{L}\p{M}\p{N}]+|&/gu;
const ACCENTS = /\p{M}+/gu;

/** Splits a text into the words that names are made of. Linear in the length of the text. */
export function splitWords(text: string): Word[] {
	const words: Word[] = [];
	let end = 0;
	for (const match of text.matchAll(WORD)) {
		words.push({ start: match.index, end: match.index + match[0].length, key: fold(match[0]), gap: gapOf(text, end, match.index) });
		end = match.index + match[0].length;
	}
	return words;
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
	let gap: Gap = "close";
	for (let i = from; i < to; i++) {
		const mark = text[i] as string;
		if (mark === ",") gap = "comma";
		else if (mark === ".") gap = i + 1 < to ? "stop" : gap;
		else if (mark === "\n" || !/[\s'’\-‐‑–/]/.test(mark)) return "far";
	}
	return gap;
}
