import { firstWhere } from "../halving.ts";
import { hash64 } from "../hash.ts";
import { splitSentences } from "../sentences.ts";
import type { Span } from "../span.ts";
import { hashOf, type Token, TokenReader, tokenize } from "../tokens.ts";
import type { Note } from "../versions/memo.ts";

/** Where a block stands in the article. A list item's or a block quote's paragraph is a block of its own; so is every table cell. */
export type BlockKind = "heading" | "paragraph" | "listItem" | "tableCell";

/** One run of characters that block text and article share, or one replacement such as an entity. */
export interface Piece {
	/** Offset in the block's text where the piece begins. */
	readonly at: number;
	/** Offset from the block's start in the article where the piece begins. */
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
 * What a block says, wherever it stands: prose as a reader reads it. Markup is gone, entities and escapes are the characters they stand for, a soft break
 * is a space. Never changes; a block that moves keeps it.
 */
export class Prose {
	readonly context: BlockContext;
	readonly text: string;
	/** UTF-16 units that the block takes up in the article. */
	readonly length: number;
	/** What memos remember of it. */
	notes: Note | undefined;
	readonly #pieces: readonly Piece[];
	/** Stands for the block as written, where that is not what it says. */
	readonly #written: string;
	#sentences: readonly Span[] | undefined;
	#tokens: readonly Token[] | undefined;
	#isEven: boolean | undefined;

	/** `pieces` are in order, the first at 0. `written` is the block as the article has it. */
	constructor(context: BlockContext, text: string, pieces: readonly Piece[], written: string) {
		this.context = context;
		this.text = text;
		this.notes = undefined;
		this.#pieces = pieces;
		this.length = written.length;
		this.#written = written === text ? "" : hash64(written);
	}

	/** Whether the article has `text` as it is, without anything that a reader does not see. */
	get isAsWritten(): boolean {
		return this.#written === "";
	}

	/** Whether `text` has no white space but single spaces. */
	get isEven(): boolean {
		this.#isEven ??= !/[^\S ]|\s\s/.test(this.text);
		return this.#isEven;
	}

	/** Sentences as spans of `text`; split when first asked for. */
	get sentences(): readonly Span[] {
		this.#sentences ??= splitSentences(this.text);
		return this.#sentences;
	}

	/** Tokens of `text`, in order; split when first asked for. */
	get tokens(): readonly Token[] {
		this.#tokens ??= tokenize(this.text);
		return this.#tokens;
	}

	/** The tokens that begin within a stretch of `text`. Where they have been forgotten, that stretch alone is split again. */
	tokensIn({ start, end }: Span): readonly Token[] {
		const tokens = this.#tokens ?? (this.#isApart(start) && this.#isApart(end) ? tokenize(this.text, start, end) : this.tokens);
		const first = firstWhere(tokens.length, (i) => (tokens[i] as Token).start >= start);
		const next = firstWhere(tokens.length, (i) => (tokens[i] as Token).start >= end);
		return first === 0 && next === tokens.length ? tokens : tokens.slice(first, next);
	}

	/** Tells where the tokens stand that begin within a stretch of `text`, each with its hash: for whoever has no use for the tokens themselves. */
	eachTokenIn(span: Span, tell: (start: number, end: number, hash: number) => void): void {
		if (this.#tokens || !this.#isApart(span.start) || !this.#isApart(span.end)) {
			for (const { start, end } of this.tokensIn(span)) tell(start, end, hashOf(this.text, start, end));
			return;
		}
		const reader = new TokenReader(this.text, span.start, span.end);
		while (reader.next()) tell(reader.start, reader.end, reader.hash);
	}

	/** Whether no token goes on across an offset: white space or an end of the text is there. */
	#isApart(offset: number): boolean {
		return offset <= 0 || offset >= this.text.length || isSpace(this.text.charCodeAt(offset - 1)) || isSpace(this.text.charCodeAt(offset));
	}

	/** Forgets the tokens, which take more room than the text: nobody asks for them once all has been read. They are split again when somebody does. */
	forgetTokens(): void {
		this.#tokens = undefined;
	}

	/** Index of the sentence that holds an offset of `text`; the last one before it when it falls between two. */
	sentenceAt(offset: number): number {
		return lastAt(this.sentences, offset, (sentence) => sentence.start);
	}

	/** Where a non-empty span of `text` was read from, counted from the block's start, markup inside it included. */
	toSource(span: Span): Span {
		const first = this.#pieceAt(span.start);
		const last = this.#pieceAt(span.end - 1);
		return {
			start: first.replaced ? first.source : first.source + (span.start - first.at),
			end: last.replaced ? last.source + last.replaced : last.source + (span.end - last.at),
		};
	}

	/** The offset of `text` that an offset from the block's start falls on, or -1 when it is outside of the block. */
	fromSource(offset: number): number {
		if (offset < 0 || offset > this.length) return -1;
		const pieces = this.#pieces;
		const i = lastAt(pieces, offset, (piece) => piece.source);
		const piece = pieces[i];
		if (!piece || piece.source > offset) return 0;
		const next = pieces[i + 1]?.at ?? this.text.length;
		return piece.replaced ? piece.at : Math.min(piece.at + offset - piece.source, next);
	}

	/**
	 * Whether another block says the same in the same way: then one may stand for the other. What a reader does not see counts too: a claim is told with the
	 * markup in it, and lines may end there.
	 */
	equals(other: Prose): boolean {
		if (this.text !== other.text || this.#written !== other.#written || !sameContext(this.context, other.context)) return false;
		const [mine, theirs] = [this.#pieces, other.#pieces];
		return (
			mine.length === theirs.length &&
			mine.every((piece, i) => {
				const { at, source, replaced } = theirs[i] as Piece;
				return piece.at === at && piece.source === source && piece.replaced === replaced;
			})
		);
	}

	#pieceAt(offset: number): Piece {
		return this.#pieces[lastAt(this.#pieces, offset, (piece) => piece.at)] as Piece;
	}
}

const isSpace = (code: number): boolean => code === 32 || code === 10;

function sameContext(a: BlockContext, b: BlockContext): boolean {
	return (
		a.kind === b.kind &&
		a.level === b.level &&
		a.quoted === b.quoted &&
		a.cell?.header === b.cell?.header &&
		a.cell?.row === b.cell?.row &&
		a.cell?.isHeader === b.cell?.isHeader
	);
}

/** Index of the last item that begins at or before an offset, by halving; 0 when none does. */
function lastAt<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
	let low = 0;
	let high = items.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (startOf(items[middle] as T) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
