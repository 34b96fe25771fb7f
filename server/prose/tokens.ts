import type { Span } from "./span.ts";

/** A word, a number as written (`1,200.5`), or a single mark such as `,` or `$`. Offsets count from the start of the text that was split. */
export interface Token extends Span {
	readonly kind: "word" | "number" | "mark";
	readonly text: string;
}

// Words keep inner apostrophes, hyphens, ampersands and the full stops of initialisms: AT&T's, third-largest, U.S., Amazon.com.
const TOKEN = /(\d+(?:[.,]\d+)*)|((?:\p{L}\.){2,}|[\p{L}\p{M}](?:[\p{L}\p{M}\d]|['’&.-](?=[\p{L}\p{M}\d]))*)|[^\s]/uy;

/** Splits text, or a stretch of it that ends at white space, into tokens; white space is dropped. Linear in the length of the stretch. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
	const tokens: Token[] = [];
	for (let at = from; at < to; ) {
		const code = text.charCodeAt(at);
		const end = isLetter(code) ? plainWordEnd(text, at) : isMark(code) ? at + 1 : 0;
		if (end > 0) {
			tokens.push({ kind: end > at + 1 || isLetter(code) ? "word" : "mark", text: text.slice(at, end), start: at, end });
			at = end;
			continue;
		}
		if (code === 32) {
			at++;
			continue;
		}
		TOKEN.lastIndex = at;
		const match = TOKEN.exec(text);
		if (match) {
			const kind = match[1] !== undefined ? "number" : match[2] !== undefined ? "word" : "mark";
			tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length });
			at = match.index + match[0].length;
		} else at++;
	}
	return tokens;
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
