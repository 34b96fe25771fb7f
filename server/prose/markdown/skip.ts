import type { InlineContext, MarkdownConfig } from "@lezer/markdown";

/**
 * Passes over words in which no markup can begin, a whole stretch at a time. The parser asks each of a dozen readers about each character, and one of them
 * runs a regular expression there: without this, that was two thirds of the time that reading Markdown takes. It adds nothing to the tree, and what it
 * stops at is read as ever.
 */
export const skipWords: MarkdownConfig = { parseInline: [{ name: "Words", parse: skip, before: "Escape" }] };

// What a character is to this reader. Everything beyond ASCII is part of a word.
const WORD = 0;
const MARKUP = 1;
const SPACE = 2;
/** Opens `www.`, `http:`, `mailto:` or `xmpp:`, which are links by themselves (GFM 6.9). */
const ADDRESS = 3;

const CLASSES = new Uint8Array(128);
// Escapes, entities, code, tags, emphasis, strikethrough, links and images (CommonMark 6, GFM 6.5).
for (const mark of "\\&`<*_~[]!@") CLASSES[mark.charCodeAt(0)] = MARKUP;
for (const letter of "whmx") CLASSES[letter.charCodeAt(0)] = ADDRESS;
CLASSES[32] = SPACE;

const ADDRESSES = ["www.", "http", "mailto:", "xmpp:"];

function skip({ text, offset }: InlineContext, _: number, start: number): number {
	const from = start - offset;
	const stop = firstStop(text, from);
	// The first part of an e-mail address may begin before what stopped us: `a.b@c.de` at its `@`, `a_b@c.de` at its `_`.
	const at = nameAround(text, from, stop);
	return at > from ? offset + at : -1;
}

/** The first character from an offset on at which something other than an e-mail address may begin, or an `@`. */
function firstStop(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const what = code < 128 ? CLASSES[code] : WORD;
		if (what === WORD) continue;
		// Two spaces before the end of a line break it.
		if (what === SPACE ? text.charCodeAt(at + 1) === 32 : what === MARKUP || opensAddress(text, at)) return at;
	}
	return text.length;
}

function opensAddress(text: string, at: number): boolean {
	return (at === 0 || !isWord(text.charCodeAt(at - 1))) && ADDRESSES.some((opening) => text.startsWith(opening, at));
}

/** Where the first part of an e-mail address may begin that an offset stands in or behind; the offset itself when there is none. */
function nameAround(text: string, from: number, at: number): number {
	let end = at;
	while (end - at < LONGEST_NAME && isNamePart(text.charCodeAt(end))) end++;
	if (text.charCodeAt(end) !== 64) return at;
	let first = at;
	for (let i = end - 1; i >= from && end - i <= LONGEST_NAME && isNamePart(text.charCodeAt(i)); i--)
		if (i < at && (i === 0 || !isWord(text.charCodeAt(i - 1)))) first = i;
	return first;
}

/** The reader of addresses takes no more characters before the `@`. */
const LONGEST_NAME = 100;

function isWord(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

function isNamePart(code: number): boolean {
	return isWord(code) || code === 46 || code === 43 || code === 45;
}
