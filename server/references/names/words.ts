import type { Span } from "../../prose/span.ts";
import { nextHash, type Vocabulary } from "./vocabulary.ts";

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
	eachWord(text, {
		add(start, to, hash) {
			const word = text.slice(start, to);
			words.push({ start, end: to, key: hash === 0 ? fold(word) : word.toLowerCase(), gap: gapOf(text, end, start) });
			end = to;
		},
	});
	return words;
}

/** Whoever is told of the words of a text, in order. */
export interface WordSink {
	/** `hash` is that of the word as it is kept, or 0 where it has to be folded first. */
	add(start: number, end: number, hash: number): void;
}

/** Tells of the words that names are made of, without cutting them out. Linear in the length of the text. */
export function eachWord(text: string, sink: WordSink): void {
	const all = text.length;
	for (let at = 0; at < all; ) {
		const code = text.charCodeAt(at);
		if (isPlain(code)) {
			// A run of unaccented letters and digits is told without the pattern, but where a stop may make it an initialism or an accent follows.
			let hash = nextHash(0, small(code));
			let to = at + 1;
			// A read beyond the end of a text is slow.
			let next = to < all ? text.charCodeAt(to) : 0;
			if (next !== STOP) {
				while (isPlain(next)) {
					hash = nextHash(hash, small(next));
					to++;
					next = to < all ? text.charCodeAt(to) : 0;
				}
				if (next < 128) {
					sink.add(at, to, hash || 1);
					at = to;
					continue;
				}
			}
		} else if (code < 128 && code !== AMPERSAND) {
			at++;
			continue;
		}
		const length = wordAt(text, at);
		if (length > 0) sink.add(at, at + length, 0);
		at += Math.max(1, length);
	}
}

/** The words of one text after another, each with what a vocabulary keeps of it. */
export class TextWords<T extends { readonly key: string }> implements WordSink {
	readonly #vocabulary: Vocabulary<T>;
	readonly #make: (key: string) => T;
	/** Room for the longest text so far: an object a word was measured to be a twentieth of what a check throws away. */
	#starts = new Int32Array(256);
	#ends = new Int32Array(256);
	readonly #terms: T[] = [];
	#text = "";
	length = 0;

	/** `make` is asked for what is kept of a word that is met for the first time. */
	constructor(vocabulary: Vocabulary<T>, make: (key: string) => T) {
		this.#vocabulary = vocabulary;
		this.#make = make;
	}

	/** Moves to another text. */
	read(text: string): void {
		this.#text = text;
		this.length = 0;
		eachWord(text, this);
	}

	add(start: number, end: number, hash: number): void {
		const i = this.length++;
		if (i === this.#starts.length) {
			this.#starts = larger(this.#starts);
			this.#ends = larger(this.#ends);
		}
		this.#starts[i] = start;
		this.#ends[i] = end;
		const term = hash === 0 ? undefined : this.#vocabulary.at(this.#text, start, end, hash);
		this.#terms[i] = term ?? this.#termOf(start, end, hash);
	}

	/** Where a word begins; where none does behind the last. */
	startOf(i: number): number {
		return this.#starts[i] as number;
	}
	endOf(i: number): number {
		return this.#ends[i] as number;
	}
	termOf(i: number): T {
		return this.#terms[i] as T;
	}
	keyOf(i: number): string {
		return (this.#terms[i] as T).key;
	}
	/** What stands between a word and the one before it. */
	gapOf(i: number): Gap {
		return gapOf(this.#text, i === 0 ? 0 : (this.#ends[i - 1] as number), this.#starts[i] as number);
	}

	#termOf(start: number, end: number, hash: number): T {
		const written = this.#text.slice(start, end);
		// A word whose hash is known has been looked up.
		if (hash !== 0) return this.#make(written.toLowerCase());
		const key = fold(written);
		return this.#vocabulary.of(key) ?? this.#make(key);
	}
}

function larger(list: Int32Array): Int32Array<ArrayBuffer> {
	const copy = new Int32Array(list.length * 2);
	copy.set(list);
	return copy;
}

/** The length of the word that begins at an offset, as the pattern tells; 0 where none does. */
function wordAt(text: string, at: number): number {
	WORD.lastIndex = at;
	return WORD.exec(text)?.[0].length ?? 0;
}

const AMPERSAND = 38;
const STOP = 46;

function isPlain(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** A letter or a digit without accent, as a small one. */
function small(code: number): number {
	return code | 32;
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
