import type { SyntaxNode } from "@lezer/common";
import { decodeHTMLStrict } from "entities";
import type { Piece } from "./content.ts";
import { mathSpans } from "./math.ts";

/** The words of an inline node as a reader reads them, and where each came from. */
export function readInline(text: string, node: SyntaxNode, labels: ReadonlySet<string>): { text: string; pieces: Piece[] } {
	let words = "";
	const pieces: Piece[] = [];
	const masked = mathSpans(text, node.from, node.to);
	const copy = (from: number, to: number): void => {
		let start = from;
		for (const math of masked) {
			if (math.end <= start || math.start >= to) continue;
			copyLines(start, Math.max(start, math.start));
			gap(Math.max(start, math.start));
			start = Math.min(to, math.end);
		}
		copyLines(start, to);
	};
	// Line breaks read as a space, and the white space that indents the next line is dropped.
	const copyLines = (from: number, to: number): void => {
		let start = from;
		while (start < to) {
			const newline = text.indexOf("\n", start);
			const stop = newline < 0 || newline >= to ? to : newline;
			if (words === "" || words.endsWith(" ")) while (start < stop && isBlank(text.charCodeAt(start))) start++;
			let last = stop;
			if (stop < to) while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
			if (last > start) {
				pieces.push({ at: words.length, source: start, replaced: 0 });
				words += text.slice(start, last).replaceAll("\t", " ");
			}
			if (stop < to) gap(stop);
			start = stop + 1;
		}
	};
	const gap = (at: number): void => {
		if (words === "" || words.endsWith(" ")) return;
		pieces.push({ at: words.length, source: at, replaced: 1 });
		words += " ";
	};
	const replace = (by: string, from: number, to: number): void => {
		for (const unit of by.split("")) {
			pieces.push({ at: words.length, source: from, replaced: to - from });
			words += unit;
		}
	};
	const walk = (parent: SyntaxNode): void => {
		let position = parent.from;
		for (let child = parent.firstChild; child; child = child.nextSibling) {
			copy(position, child.from);
			position = child.to;
			const { name, from, to } = child;
			if (name === "LinkMark" && isBracket(text, parent, labels)) copy(from, to);
			else if (VANISH.has(name)) {
				if (name === "HeaderMark" || name === "QuoteMark") position = skipBlanks(text, to);
			} else if (name === "Escape") replace(text.slice(from + 1, to), from, to);
			else if (name === "Entity") replace(decodeHTMLStrict(text.slice(from, to)), from, to);
			else if (name === "HTMLTag" && INLINE_TAG.test(text.slice(from, to))) continue;
			else if (name === "Link" && text.startsWith("[^", from)) continue;
			else if (name === "Link" && child.getChild("URL") && isBareUrl(text, child)) gap(from);
			else if (GAP.has(name)) gap(from);
			else walk(child);
		}
		copy(position, parent.to);
	};
	walk(node);
	return { text: words, pieces };
}

// Marks that vanish: what stands on either side of them belongs together (**4**2 is 42).
const VANISH = new Set([
	"EmphasisMark",
	"StrikethroughMark",
	"SuperscriptMark",
	"SubscriptMark",
	"LinkMark",
	"HeaderMark",
	"QuoteMark",
	"TaskMarker",
	"Comment",
]);
// Inlines that read as a gap between words.
const GAP = new Set([
	"InlineCode",
	"Image",
	"URL",
	"LinkTitle",
	"LinkLabel",
	"HTMLTag",
	"CommentBlock",
	"ProcessingInstruction",
	"Autolink",
	"HardBreak",
]);
// HTML tags that stand inside a word or around a phrase without parting it.
const INLINE_TAG = /^<\/?(?:b|i|u|s|em|strong|span|a|abbr|cite|mark|small|sub|sup|q|time|wbr)\b/i;

/** Whether a link node is only words in square brackets, `[the bank]`, that no definition makes a link. */
function isBracket(text: string, link: SyntaxNode, labels: ReadonlySet<string>): boolean {
	if (link.name !== "Link" || link.getChild("URL") || link.getChild("LinkLabel")) return false;
	return !labels.has(text.slice(link.from + 1, link.to - 1).toLowerCase());
}

function isBlank(code: number): boolean {
	return code === 32 || code === 9 || code === 13;
}

function skipBlanks(text: string, from: number): number {
	let at = from;
	while (isBlank(text.charCodeAt(at))) at++;
	return at;
}

/** A link whose words are an address themselves. */
function isBareUrl(text: string, link: SyntaxNode): boolean {
	return /^\[(?:https?:\/\/|www\.)/i.test(text.slice(link.from, link.from + 12));
}
