import type { Block } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";

/** Words between quotation marks in one block. Offsets are the block's text's and take in the marks. */
export interface Quoted extends Span {
	/** Which marks: double (straight, curly, angular) or single. */
	readonly marks: "double" | "single";
	/** The opening mark as written. */
	readonly mark: string;
	/** The last character before the closing mark: punctuation shows that whole words were quoted. */
	readonly closes: string;
	/** Every longer word has a capital, as in a title: `“The Long Field”`. */
	readonly isTitle: boolean;
	/** The closing mark is missing: the paragraph's end closed it. */
	readonly open: boolean;
}

const OPENING = new Set(["“", "„", "«"]);
const CLOSING = new Set(["”", "»"]);

/**
 * Finds quoted words of a block: curly, straight, angular and single marks. Marks inside of a quotation are part of it.
 * A mark that is never closed ends with its block, so that it can't swallow the article. A straight mark after a figure is inches or seconds
 * unless a quotation is open; an apostrophe is no mark. Linear in the length of the block.
 */
export function findQuoted(block: Block): readonly Quoted[] {
	const text = block.text.includes("''") ? block.text.replace(/(?<=^|[\s([{—–-])''(?=\S)/g, ' "').replace(/''/g, '" ') : block.text;
	const marks = marksIn(text);
	const found = marks.length > 0 ? betweenDoubles(block, text, marks) : NONE;
	return withSingles(text, text === block.text ? found : found.map((quoted) => withBothApostrophes(block.text, quoted)));
}

const NONE: readonly never[] = [];

function betweenDoubles(block: Block, text: string, marks: readonly number[]): Quoted[] {
	const found: Quoted[] = [];
	let start = -1;
	let depth = 0;
	for (let nth = 0; nth < marks.length; nth++) {
		const at = marks[nth] as number;
		const mark = text[at] as string;
		const role = roleOf(text, at, start >= 0);
		if (role === "neither") continue;
		if (start < 0) {
			if (role === "opens") {
				start = at;
				depth = 1;
			}
			continue;
		}
		if (role === "closes") {
			depth--;
			// A straight mark closes everything: nesting of equal marks can't be told from it.
			if (depth > 0 && mark === "”" && closesLater(text, marks, nth + 1, depth)) continue;
			found.push(new QuotedWords(text, start, at + 1, "double", false));
			start = -1;
		} else if (mark === '"' || !closesLater(text, marks, nth + 1, depth + 1)) {
			// A second opening where none can be nested: the first was never closed, and ends with the sentence before this one.
			const end = sentenceEndBefore(block, start, at);
			if (end > start + 1) found.push(new QuotedWords(text, start, end, "double", true));
			start = at;
			depth = 1;
		} else depth++;
	}
	if (start >= 0) found.push(new QuotedWords(text, start, text.trimEnd().length, "double", true));
	return found;
}

/** Two typed apostrophes are one straight mark: they were read as one beside a blank, and both belong to the quotation. */
function withBothApostrophes(text: string, quoted: Quoted): Quoted {
	const start = text.startsWith("''", quoted.start - 1) ? quoted.start - 1 : quoted.start;
	const end = !quoted.open && text.startsWith("''", quoted.end - 1) ? quoted.end + 1 : quoted.end;
	const { marks, mark, closes, open, isTitle } = quoted;
	return { marks, mark, closes, open, isTitle, start, end };
}

/** Words between two places of a text. A class, since objects with a getter of their own take long to make. */
class QuotedWords implements Quoted {
	readonly start: number;
	readonly end: number;
	readonly marks: Quoted["marks"];
	readonly mark: string;
	readonly closes: string;
	readonly open: boolean;
	readonly #text: string;
	#isTitle: boolean | undefined;

	constructor(text: string, start: number, end: number, marks: Quoted["marks"], open: boolean) {
		const last = open ? end - 1 : end - 2;
		this.start = start;
		this.end = end;
		this.marks = marks;
		this.mark = text[start] ?? "";
		this.closes = last > start ? (text[last] ?? "") : "";
		this.open = open;
		this.#text = text;
	}

	/** Told when somebody asks, which few readers do. */
	get isTitle(): boolean {
		this.#isTitle ??= isTitle(this.#text.slice(this.start + 1, Math.min(this.end - 1, this.start + 80)));
		return this.#isTitle;
	}
}

function isTitle(inner: string): boolean {
	if (hasSmallWord(inner)) return false;
	const words = inner.match(/[\p{L}\d'’-]+/gu) ?? [];
	return (
		words.length >= 2 &&
		words.length <= 8 &&
		words.every((word) => word.length < 4 || /^[\p{Lu}\d]/u.test(word)) &&
		/^\p{Lu}/u.test(words.at(-1) as string)
	);
}

/**
 * Whether some longer word begins with a small letter. Most quotations say one soon, and then no pattern has to find all words; where a letter is not of
 * ASCII, only the pattern tells.
 */
function hasSmallWord(text: string): boolean {
	let start = -1;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code > 127 && code !== 0x2019) return false;
		const isSmall = code >= 97 && code <= 122;
		const isPart = isSmall || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 39 || code === 45 || code === 0x2019;
		if (!isPart) start = -1;
		else if (start < 0) start = isSmall ? at : text.length;
		else if (at - start === 3) return true;
	}
	return false;
}

/** Where double marks stand. */
function marksIn(text: string): number[] {
	const marks: number[] = [];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x22 || (code > 0xa0 && (code === 0xab || code === 0xbb || (code >= 0x201c && code <= 0x201e)))) marks.push(at);
	}
	return marks;
}

const SPACE_OR_OPENER = /[\s([{—–\-/“‘'*_]/;
const SPACE_OR_STOP = /[\s.,;:!?)\]}—–\-/”’'*_…]/;

function roleOf(text: string, at: number, isOpen: boolean): "opens" | "closes" | "neither" {
	const mark = text[at] as string;
	const before = text[at - 1] ?? " ";
	const after = text[at + 1] ?? " ";
	// Some type the opening mark at both ends.
	if (OPENING.has(mark)) return isOpen && /[.,!?]/.test(before) && /\s/.test(after) ? "closes" : "opens";
	if (CLOSING.has(mark)) {
		// Some type the closing mark at both ends.
		return !isOpen && /\s/.test(before) && !/\s/.test(after) ? "opens" : "closes";
	}
	const mayOpen = SPACE_OR_OPENER.test(before) && !/\s/.test(after);
	const mayClose = !/\s/.test(before) && SPACE_OR_STOP.test(after);
	if (isOpen) {
		if (/\d/.test(before) && /^\s[a-z]/.test(text.slice(at + 1, at + 3)) && straightClosesLater(text, at)) return "neither";
		if (mayClose) return "closes";
		return mayOpen ? "opens" : "closes";
	}
	if (/\d/.test(before)) return "neither";
	return mayOpen ? "opens" : "neither";
}

/** Whether, after a place inside a quotation, a mark closes before one opens. */
function straightClosesLater(text: string, at: number): boolean {
	const next = text.indexOf('"', at + 1);
	return next > 0 && !/\s/.test(text[next - 1] as string) && SPACE_OR_STOP.test(text[next + 1] ?? " ");
}

/** Whether marks from the nth on close as many quotations as are open, nested ones included. Looks at most 40 marks ahead. */
function closesLater(text: string, marks: readonly number[], nth: number, depth: number): boolean {
	let open = depth;
	for (const at of marks.slice(nth, nth + 40)) {
		const mark = text[at] as string;
		if (OPENING.has(mark) && !(/[.,!?]/.test(text[at - 1] ?? " ") && /\s/.test(text[at + 1] ?? " "))) open++;
		else if (OPENING.has(mark) || CLOSING.has(mark) || !/\s/.test(text[at - 1] ?? " ")) open--;
		if (open === 0) return true;
	}
	return false;
}

function sentenceEndBefore(block: Block, start: number, at: number): number {
	const index = block.sentenceAt(at);
	const sentence = block.sentences[index];
	if (sentence && sentence.start > start) return (block.sentences[index - 1] as Span).end;
	return start;
}

// Words that begin with an apostrophe (Quirk et al., appendix III.2), and decades.
const ELISION = /^['‘’](?:em|til|tis|twas|twere|cause|bout|round|n|s|d|ll|re|ve|m|t|\d0s)\b/i;

/** Adds words between single marks outside of those between double marks. */
function withSingles(text: string, found: readonly Quoted[]): readonly Quoted[] {
	if (!text.includes("'") && !text.includes("‘")) return found;
	const singles: Quoted[] = [];
	let start = -1;
	let next = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code !== 0x27 && code !== 0x2018 && code !== 0x2019) continue;
		while (next < found.length && (found[next] as Quoted).end <= at) next++;
		const double = found[next];
		if (double && double.start < at) continue;
		if (start >= 0 && at - start > 1500) start = -1;
		const before = text[at - 1] ?? " ";
		const after = text[at + 1] ?? " ";
		if (start < 0) {
			if (code !== 0x2019 && SPACE_OR_OPENER.test(before) && /[^\s]/.test(after) && !ELISION.test(text.slice(at, at + 8))) start = at;
		} else if (code !== 0x2018 && !/\s/.test(before) && SPACE_OR_STOP.test(after) && !isPossessive(text, at)) {
			// British papers put double marks inside of single ones; a stray mark must not swallow a quotation.
			const holds = (found[next - 1]?.start ?? -1) > start;
			if (!holds || /[.,!?…]/.test(before)) singles.push(new QuotedWords(text, start, at + 1, "single", false));
			start = -1;
		}
	}
	if (singles.length === 0) return found;
	let around = 0;
	const outer = found.filter((one) => {
		while (around < singles.length && (singles[around] as Quoted).end < one.end) around++;
		return !((singles[around]?.start ?? Number.POSITIVE_INFINITY) < one.start);
	});
	return [...outer, ...singles].sort((a, b) => a.start - b.start);
}

/** A plural's apostrophe (`the workers' rights`): a letter s before, a lower-case word after, and another mark to come. */
function isPossessive(text: string, at: number): boolean {
	if (text[at - 1] !== "s" || !/^\s[a-z]/.test(text.slice(at + 1, at + 3))) return false;
	const rest = text.slice(at + 1, at + 400);
	return /[^\s]['’](?=[\s.,;:!?]|$)/.test(rest);
}
