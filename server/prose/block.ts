import { splitSentences } from "./sentences.ts";
import type { Span } from "./span.ts";
import { type Token, tokenize } from "./tokens.ts";

/** Where a block stands in the article. A list item's or a block quote's paragraph is a block of its own; so is every table cell. */
export type BlockKind = "heading" | "paragraph" | "listItem" | "tableCell";

/** One run of characters that block text and article share, or one replacement such as an entity. */
export interface Piece {
	/** Offset in the block's text where the piece begins. */
	readonly at: number;
	/** Offset in the article where the piece begins. */
	readonly source: number;
	/** Length in the article of the one character that the piece stands for; 0 when the piece is copied character by character. */
	readonly replaced: number;
}

/** What Markdown says of a block beyond its words. */
export interface BlockContext {
	readonly kind: BlockKind;
	/** 1 to 6 for a heading. */
	readonly level?: number;
	/** Stands inside a block quote: the words are somebody else's. */
	readonly quoted?: boolean;
	/** Of a table cell: the words of its column's header and of its row's first cell. */
	readonly cell?: { readonly header: string; readonly row: string; readonly isHeader: boolean };
}

/**
 * One block of prose as a reader reads it: markup is gone, entities and escapes are the characters they stand for, a soft break is a space.
 * `text` is what finders read; `toArticle` turns a span of it into the span of the article as written.
 */
export class Block implements Span {
	readonly context: BlockContext;
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly #pieces: readonly Piece[];
	#sentences: readonly Span[] | undefined;
	#tokens: readonly Token[] | undefined;

	/** `pieces` are in order, the first at 0; `start` and `end` are the block's own span in the article. */
	constructor(context: BlockContext, text: string, pieces: readonly Piece[], start: number, end: number) {
		this.context = context;
		this.text = text;
		this.#pieces = pieces;
		this.start = start;
		this.end = end;
	}

	/** Sentences as spans of `text`, in order; together they hold every character that is not white space. */
	get sentences(): readonly Span[] {
		this.#sentences ??= splitSentences(this.text);
		return this.#sentences;
	}

	/** Tokens of `text`, in order; split when first asked for. */
	get tokens(): readonly Token[] {
		this.#tokens ??= tokenize(this.text);
		return this.#tokens;
	}

	/** Index of the sentence that holds an offset of `text`; the last one before it when it falls between two. */
	sentenceAt(offset: number): number {
		const sentences = this.sentences;
		let low = 0;
		let high = sentences.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((sentences[middle] as Span).start <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	/** The span of the article that a non-empty span of `text` was read from, markup inside it included. */
	toArticle(span: Span): Span {
		const first = this.#pieceAt(span.start);
		const last = this.#pieceAt(span.end - 1);
		return {
			start: first.replaced ? first.source : first.source + (span.start - first.at),
			end: last.replaced ? last.source + last.replaced : last.source + (span.end - last.at),
		};
	}

	/** The offset of `text` that an offset of the article falls on, or -1 when it is outside of the block. */
	fromArticle(offset: number): number {
		if (offset < this.start || offset > this.end) return -1;
		let found = 0;
		for (const [i, piece] of this.#pieces.entries()) {
			if (piece.source > offset) break;
			const next = this.#pieces[i + 1]?.at ?? this.text.length;
			found = piece.replaced ? piece.at : Math.min(piece.at + offset - piece.source, next);
		}
		return found;
	}

	#pieceAt(offset: number): Piece {
		const pieces = this.#pieces;
		let low = 0;
		let high = pieces.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((pieces[middle] as Piece).at <= offset) low = middle;
			else high = middle - 1;
		}
		return pieces[low] as Piece;
	}
}
