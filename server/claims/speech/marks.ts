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
			found.push(quotedAt(text, start, at + 1, "double", false));
			start = -1;
		} else if (mark === '"' || !closesLater(text, marks, nth + 1, depth + 1)) {
			// A second opening where none can be nested: the first was never closed, and ends with the sentence before this one.
			const end = sentenceEndBefore(block, start, at);
			if (end > start + 1) found.push(quotedAt(text, start, end, "double", true));
			start = at;
			depth = 1;
		} else depth++;
	}
	if (start >= 0) found.push(quotedAt(text, start, text.trimEnd().length, "double", true));
	return found;
}

/** Two typed apostrophes are one straight mark: they were read as one beside a blank, and both belong to the quotation. */
function withBothApostrophes(text: string, quoted: Quoted): Quoted {
	const start = text.startsWith("''", quoted.start - 1) ? quoted.start - 1 : quoted.start;
	const end = !quoted.open && text.startsWith("''", quoted.end - 1) ? quoted.end + 1 : quoted.end;
	const { marks, mark, closes, open, isTitle } = quoted;
	return { marks, mark, closes, open, isTitle, start, end };
}

function quotedAt(text: string, start: number, end: number, marks: Quoted["marks"], open: boolean): Quoted {
	const last = open ? end - 1 : end - 2;
	let title: boolean | undefined;
	return {
		start,
		end,
		marks,
		// Few readers ask, so it is told when one does.
		get isTitle() {
			title ??= isTitle(text.slice(start + 1, Math.min(end - 1, start + 80)));
			return title;
		},
		mark: text[start] ?? "",
		closes: last > start ? (text[last] ?? "") : "",
		open,
	};
}

function isTitle(inner: string): boolean {
	const words = inner.match(/[\p{L}\d'’-]+/gu) ?? [];
	return (
		words.length >= 2 &&
		words.length <= 8 &&
		words.every((word) => word.length < 4 || /^[\p{Lu}\d]/u.test(word)) &&
		/^\p{Lu}/u.test(words.at(-1) as string)
	);
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
	for (const match of text.matchAll(/['‘’]/g)) {
		const at = match.index;
		while (next < found.length && (found[next] as Quoted).end <= at) next++;
		const double = found[next];
		if (double && double.start < at) continue;
		const before = text[at - 1] ?? " ";
		const after = text[at + 1] ?? " ";
		if (start >= 0 && at - start > 1500) start = -1;
		if (start < 0) {
			if (match[0] !== "’" && SPACE_OR_OPENER.test(before) && /[^\s]/.test(after) && !ELISION.test(text.slice(at, at + 8))) start = at;
		} else if (match[0] !== "‘" && !/\s/.test(before) && SPACE_OR_STOP.test(after) && !isPossessive(text, at)) {
			// British papers put double marks inside of single ones; a stray mark must not swallow a quotation.
			const holds = (found[next - 1]?.start ?? -1) > start;
			if (!holds || /[.,!?…]/.test(before)) singles.push(quotedAt(text, start, at + 1, "single", false));
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
