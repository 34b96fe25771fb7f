import type { Block } from "../block.ts";
import type { Prose } from "../markdown/content.ts";
import type { Span } from "../span.ts";
import { type Replaced, replaced, replacedBlocks } from "./compare.ts";

/**
 * The place of a block in the newest version of its article. It stays the same object as long as the block says the same, and moves along with it: what
 * is kept of a block from version to version refers to its home rather than to an offset.
 */
export class Home {
	block: Block;
	/** Among the article's blocks; -1 when the block has gone. */
	index: number;

	constructor(block: Block, index: number) {
		this.block = block;
		this.index = index;
	}

	get prose(): Prose {
		return this.block.prose;
	}
}

/** A stretch of the article that moves along with its block. */
export class HomeSpan implements Span {
	readonly home: Home;
	/** Offsets of the block's text. */
	readonly span: Span;
	/** Counted from where the block begins in the article. */
	readonly from: number;
	readonly to: number;

	constructor(home: Home, span: Span) {
		const source = home.block.prose.toSource(span);
		this.home = home;
		this.span = span;
		this.from = source.start;
		this.to = source.end;
	}

	get start(): number {
		return this.home.block.start + this.from;
	}

	get end(): number {
		return this.home.block.start + this.to;
	}
}

/** Something that moves along with its block. */
interface Moving extends Span {
	readonly at: HomeSpan;
}

/** The place of something, which moves along if it does. */
export function placeOf(one: Span): Span {
	return isMoving(one) ? one.at : { start: one.start, end: one.end };
}

/** Where something that moves along with its block stands; undefined of what does not. */
export function homeOf(one: Span): Home | undefined {
	return isMoving(one) ? one.at.home : undefined;
}

function isMoving(one: Span): one is Moving {
	return "at" in one && one.at instanceof HomeSpan;
}

/** What stands at a place of a block, as a reader reads it; nothing where a span is of no block. */
export function wordsAt(span: Span): string {
	if (!(span instanceof HomeSpan)) return "";
	return span.home.block.text.slice(span.span.start, span.span.end);
}

/** The homes of an article's blocks, from version to version. */
export class Homes {
	#list: readonly Home[] = [];

	/** In order; another list for every version. */
	get list(): readonly Home[] {
		return this.#list;
	}

	/** Moves to another version. Answers which blocks are new. */
	update(blocks: readonly Block[]): Replaced {
		const change = replacedBlocks(this.#list, blocks);
		for (let i = change.from; i < change.toA; i++) (this.#list[i] as Home).index = -1;
		const list = replaced(
			this.#list,
			change,
			blocks.slice(change.from, change.toB).map((block) => new Home(block, 0)),
		);
		// Blocks before those that are new may have moved too: front matter is no block.
		for (let i = 0; i < list.length; i++) {
			const home = list[i] as Home;
			home.index = i;
			home.block = blocks[i] as Block;
		}
		this.#list = list;
		return change;
	}
}
