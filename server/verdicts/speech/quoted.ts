import type { QuoteClaim } from "../../claims/claim.ts";
import type { Article } from "../../prose/article.ts";
import type { Block } from "../../prose/block.ts";
import type { Prose } from "../../prose/markdown/content.ts";
import type { Span } from "../../prose/span.ts";
import { type Comparison, compare, type Source, sourceOf } from "./compare.ts";

/** The words of a quotation; the same object as long as the block that it begins in and its words do not change. */
export interface Quoted {
	/** One string a piece, between its marks, as a reader reads them. Empty for indirect speech. */
	readonly pieces: readonly string[];
	readonly words: number;
	readonly source: Source;
}

const known = new WeakMap<Prose, Map<string, Quoted>>();

/** The words of a quotation. */
export function quotedOf(claim: QuoteClaim, article: Article): Quoted {
	const pieces = quotedText(claim, article);
	const text = pieces.join(" ");
	const [first] = claim.quote.content;
	const prose = first && article.places.prose[article.places.indexAt(first.start)];
	const key = pieces.join("\n");
	let of = prose && known.get(prose);
	if (prose && !of) {
		of = new Map();
		known.set(prose, of);
	}
	let quoted = of?.get(key);
	if (!quoted) {
		quoted = { pieces, words: pieces.length === 0 ? 0 : text.split(/\s+/).length, source: sourceOf(text) };
		of?.set(key, quoted);
	}
	return quoted;
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
function quotedText(claim: QuoteClaim, article: Article): string[] {
	const { type, content } = claim.quote;
	if (type === "indirect") return [];
	return content.flatMap((span) => {
		const text = proseOf(span, article);
		if (type === "direct") return [text.replace(/^\s*(?:''|["“”„«‘'])/, "").replace(/(?:''|["”“»’'])\s*$/, "")];
		return [...text.matchAll(/[“"„«]([^”“"»„«]{1,20000})(?:[”"»]|$)/g)].map((match) => match[1] as string);
	});
}

/** The words of a span of the article without its markup. */
function proseOf(span: Span, article: Article): string {
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
