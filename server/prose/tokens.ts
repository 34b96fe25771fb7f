import type { Span } from "./span.ts";

/** A word, a number as written (`1,200.5`), or a single mark such as `,` or `$`. Offsets count from the start of the text that was split. */
export interface Token extends Span {
	readonly kind: "word" | "number" | "mark";
	readonly text: string;
}

// Words keep inner apostrophes, hyphens, ampersands and the full stops of initialisms: AT&T's, third-largest, U.S., Amazon.com.
const TOKEN = /((?:\p{L}\.){2,}|[\p{L}\p{M}](?:[\p{L}\p{M}\d]|['’&.-](?=[\p{L}\p{M}\d]))*)|[^\s]/uy;

/** Splits text, or a stretch of it that ends at white space, into tokens; white space is dropped. Linear in the length of the stretch. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
	const tokens: Token[] = [];
	const reader = new TokenReader(text, from, to);
	while (reader.next()) {
		const { kind, start, end } = reader;
		tokens.push({ kind, text: text.slice(start, end), start, end });
	}
	return tokens;
}

/** Goes from token to token of a text, or of a stretch of it that ends at white space. For whoever has no use for the tokens themselves. */
export class TokenReader {
	/** The token that it stands at. */
	kind: Token["kind"] = "mark";
	start: number;
	/** Where it is looked for the next one. */
	end: number;
	/** The hash of its letters, which are gone through to find its end anyway. */
	hash = 0;
	readonly #text: string;
	readonly #to: number;

	constructor(text: string, from = 0, to = text.length) {
		this.start = from;
		this.end = from;
		this.#text = text;
		this.#to = to;
	}

	/** Goes on to the next token; false when there is none. */
	next(): boolean {
		const text = this.#text;
		const to = this.#to;
		for (let at = this.end; at < to; ) {
			const code = text.charCodeAt(at);
			if (code === 32) {
				at++;
				continue;
			}
			if (isLetter(code)) {
				if (this.#readWord(at)) return true;
				const end = plainWordEnd(text, at);
				if (end > 0) return this.#stand("word", at, end);
			} else if (isDigit(code)) return this.#stand("number", at, numberEnd(text, at));
			else if (isMark(code)) return this.#stand("mark", at, at + 1);
			TOKEN.lastIndex = at;
			const match = TOKEN.exec(text);
			if (match) return this.#stand(match[1] !== undefined ? "word" : "mark", at, at + match[0].length);
			at++;
		}
		return false;
	}

	/** Reads a word of nothing but letters and digits of ASCII, as most are; false where more may belong to it. */
	#readWord(start: number): boolean {
		const text = this.#text;
		let hash = 0;
		let end = start;
		let code = text.charCodeAt(start);
		do {
			hash = hashed(hash, code);
			end++;
			// A read beyond the end of a text is slow.
			code = end < text.length ? text.charCodeAt(end) : 32;
		} while (isLetter(code) || isDigit(code));
		if (code !== 32 && code !== 44 && !(code === 46 && end > start + 1 && (end + 1 === text.length || text.charCodeAt(end + 1) === 32)))
			return false;
		this.kind = "word";
		this.start = start;
		this.end = end;
		this.hash = hash;
		return true;
	}

	#stand(kind: Token["kind"], start: number, end: number): true {
		this.kind = kind;
		this.start = start;
		this.end = end;
		this.hash = hashOf(this.#text, start, end);
		return true;
	}
}

/** What the hash of a token is between two offsets of a text. */
export function hashOf(text: string, start: number, end: number): number {
	let hash = 0;
	for (let at = start; at < end; at++) hash = hashed(hash, text.charCodeAt(at));
	return hash;
}

const hashed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

/** The end of a number that begins at an offset: digits, and stops and commas between them. */
function numberEnd(text: string, from: number): number {
	let at = from + 1;
	while (at < text.length) {
		const code = text.charCodeAt(at);
		if (isDigit(code)) at++;
		else if ((code === 46 || code === 44) && at + 1 < text.length && isDigit(text.charCodeAt(at + 1))) at += 2;
		else break;
	}
	return at;
}

/** The end of a word of unaccented letters at an offset, told without the pattern; 0 where only the pattern can tell. */
function plainWordEnd(text: string, from: number): number {
	let at = from + 1;
	// Initialisms.
	if (text.charCodeAt(at) === 46) return 0;
	for (;;) {
		const code = text.charCodeAt(at);
		if (isLetter(code) || isDigit(code)) at++;
		else if (code === 39 || code === 38 || code === 46 || code === 45) {
			const next = text.charCodeAt(at + 1);
			if (next > 127) return 0;
			if (!isLetter(next) && !isDigit(next)) return at;
			at += 2;
		} else return code > 127 ? 0 : at;
	}
}

function isLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

/** Marks that are common: those of ASCII and quotation marks. */
function isMark(code: number): boolean {
	return (
		(code > 32 && code < 48) ||
		(code > 57 && code < 65) ||
		(code > 90 && code < 97) ||
		(code > 122 && code < 127) ||
		(code >= 0x2018 && code <= 0x201d)
	);
}
