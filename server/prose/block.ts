import type { Prose } from "./markdown/content.ts";
import type { Span } from "./span.ts";
import type { Token } from "./tokens.ts";

export type { BlockContext, BlockKind, Piece } from "./markdown/content.ts";

/**
 * One block of prose in its place. `text` is what finders read; `toArticle` turns a span of it into the span of the article as written.
 * What was read stays the same object from one version of an article to the next as long as nothing in it changes: `prose` is what results are kept by.
 */
export class Block implements Span {
	readonly prose: Prose;
	readonly context: Prose["context"];
	readonly text: string;
	readonly start: number;
	readonly end: number;

	/** `start` is where the prose begins in the article. */
	constructor(prose: Prose, start: number) {
		this.prose = prose;
		this.context = prose.context;
		this.text = prose.text;
		this.start = start;
		this.end = start + prose.length;
	}

	/** Sentences as spans of `text`, in order; together they hold every character that is not white space. */
	get sentences(): readonly Span[] {
		return this.prose.sentences;
	}

	/** Tokens of `text`, in order. */
	get tokens(): readonly Token[] {
		return this.prose.tokens;
	}

	/** Index of the sentence that holds an offset of `text`; the last one before it when it falls between two. */
	sentenceAt(offset: number): number {
		return this.prose.sentenceAt(offset);
	}

	/** The span of the article that a non-empty span of `text` was read from, markup inside it included. */
	toArticle(span: Span): Span {
		const { start, end } = this.prose.toSource(span);
		return { start: this.start + start, end: this.start + end };
	}

	/** The offset of `text` that an offset of the article falls on, or -1 when it is outside of the block. */
	fromArticle(offset: number): number {
		return this.prose.fromSource(offset - this.start);
	}
}
