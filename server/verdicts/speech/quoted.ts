import type { Quote, QuoteClaim } from "../../claims/claim.ts";
import type { Article } from "../../prose/article.ts";
import type { Block } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";
import { HomeSpan, wordsAt } from "../../prose/versions/home.ts";
import { type Comparison, compare, Source } from "./compare.ts";

/** The words of a quotation; the same object as long as the quotation is. */
export interface Quoted {
	/** One string a piece, between its marks, as a reader reads them. Empty for indirect speech. */
	readonly pieces: readonly string[];
	readonly words: number;
	readonly source: Source;
}

const known = new WeakMap<Quote, Quoted>();

/** The words of a quotation. */
export function quotedOf({ quote }: QuoteClaim, article: Article): Quoted {
	let quoted = known.get(quote);
	if (!quoted) {
		const pieces = quotedText(quote, article);
		const text = pieces.join(" ");
		quoted = { pieces, words: pieces.length === 0 ? 0 : countWords(text), source: new Source(text) };
		known.set(quote, quoted);
	}
	return quoted;
}

function countWords(text: string): number {
	let count = 1;
	let isSpace = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const was = isSpace;
		isSpace = code === 32 || ((code < 32 || code > 127) && /\s/.test(text.charAt(at)));
		if (isSpace && !was) count++;
	}
	return count;
}

const comparisons = new WeakMap<Quoted, WeakMap<Source, { readonly comparison: Comparison | undefined }>>();

/** Compares a quotation with a text, once. */
export function comparedWith(quoted: Quoted, source: Source): Comparison | undefined {
	let of = comparisons.get(quoted);
	if (!of) {
		of = new WeakMap();
		comparisons.set(quoted, of);
	}
	let found = of.get(source);
	if (!found) {
		found = { comparison: compare(quoted.pieces, source) };
		of.set(source, found);
	}
	return found.comparison;
}

/** The words of a quotation between its marks, one string a piece, as a reader reads them. */
function quotedText({ type, content }: Quote, article: Article): string[] {
	if (type === "indirect") return [];
	return content.flatMap((span) => {
		const text = proseOf(span, article);
		if (type === "direct") return [text.replace(/^\s*(?:''|["“”„«‘'])/, "").replace(/(?:''|["”“»’'])\s*$/, "")];
		return [...text.matchAll(/[“"„«]([^”“"»„«]{1,20000})(?:[”"»]|$)/g)].map((match) => match[1] as string);
	});
}

/** The words of a span of the article without its markup. */
function proseOf(span: Span, article: Article): string {
	if (span instanceof HomeSpan) return wordsAt(span);
	const parts: string[] = [];
	const { places } = article;
	for (let i = Math.max(0, places.indexAt(span.start)); i < places.length; i++) {
		const block = places.at(i) as Block;
		if (block.start >= span.end) break;
		if (block.end <= span.start) continue;
		const from = Math.max(0, block.fromArticle(Math.max(span.start, block.start)));
		const to = span.end >= block.end ? block.text.length : block.fromArticle(span.end);
		parts.push(block.text.slice(from, to < from ? block.text.length : to));
	}
	return parts.join(" ");
}
