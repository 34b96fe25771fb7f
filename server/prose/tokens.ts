import type { Span } from "./span.ts";

/** A word, a number as written (`1,200.5`), or a single mark such as `,` or `$`. Offsets count from the start of the text that was split. */
export interface Token extends Span {
	readonly kind: "word" | "number" | "mark";
	readonly text: string;
}

// Words keep inner apostrophes, hyphens, ampersands and the full stops of initialisms: AT&T's, third-largest, U.S., Amazon.com.
const TOKEN = /(\d+(?:[.,]\d+)*)|((?:\p{L}\.){2,}|[\p{L}\p{M}](?:[\p{L}\p{M}\d]|['’&.-](?=[\p{L}\p{M}\d]))*)|[^\s]/gu;

/** Splits text into tokens; white space is dropped. Linear in the length of the text. */
export function tokenize(text: string): Token[] {
	const tokens: Token[] = [];
	for (const match of text.matchAll(TOKEN)) {
		const kind = match[1] !== undefined ? "number" : match[2] !== undefined ? "word" : "mark";
		tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length });
	}
	return tokens;
}
