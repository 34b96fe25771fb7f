import { Block } from "../block.ts";
import { Blocks } from "../blocks.ts";
import type { Prose } from "../markdown/content.ts";
import type { Span } from "../span.ts";
import { type Replaced, replaced } from "./compare.ts";
import { Starts } from "./starts.ts";

/**
 * The place of a block in the newest version of its article. It stays the same object as long as the block says the same, and moves along with it: what
 * is kept of a block from version to version refers to its home rather than to an offset.
 */
export class Home {
	readonly prose: Prose;
	/** Among the article's blocks; -1 when the block has gone. */
	index: number;
	/** Where its block stood before it went. */
	stood = 0;
	readonly #homes: Homes;

	constructor(prose: Prose, index: number, homes: Homes) {
		this.prose = prose;
		this.index = index;
		this.#homes = homes;
	}

	get block(): Block {
		return this.#homes.blocks.at(this.index) ?? new Block(this.prose, this.stood);
	}

	/** Where the block begins in the article. */
	get start(): number {
		return this.index < 0 ? this.stood : this.#homes.blocks.startOf(this.index);
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
		const source = home.prose.toSource(span);
		this.home = home;
		this.span = span;
		this.from = source.start;
		this.to = source.end;
	}

	get start(): number {
		return this.home.start + this.from;
	}

	get end(): number {
		return this.home.start + this.to;
	}
}

/** The place of something, which moves along if it does. */
export function placeOf(one: Span): Span {
	return one instanceof HomeSpan ? one : { start: one.start, end: one.end };
}

/** Where something that moves along with its block stands; undefined of what does not. */
export function homeOf(one: Span): Home | undefined {
	return one instanceof HomeSpan ? one.home : undefined;
}

/** What stands at a place of a block, as a reader reads it; nothing where a span is of no block. */
export function wordsAt(span: Span): string {
	if (!(span instanceof HomeSpan)) return "";
	return span.home.prose.text.slice(span.span.start, span.span.end);
}

/** The homes of an article's blocks, from version to version. */
export class Homes {
	#list: readonly Home[] = [];
	#blocks = new Blocks([], Starts.of([]));

	/** In order; another list for every version. */
	get list(): readonly Home[] {
		return this.#list;
	}

	/** The blocks of the newest version. */
	get blocks(): Blocks {
		return this.#blocks;
	}

	/** Moves to another version. Answers which blocks are new. What has not changed is not touched, unless blocks have been put in or taken out before it. */
	update(blocks: Blocks): Replaced {
		const change = blocks.changeSince(this.#blocks.prose);
		for (const home of this.#list.slice(change.from, change.toA)) {
			home.stood = home.start;
			home.index = -1;
		}
		this.#blocks = blocks;
		const fresh = blocks.prose.slice(change.from, change.toB).map((prose, i) => new Home(prose, change.from + i, this));
		const list = replaced(this.#list, change, fresh);
		if (change.toA !== change.toB) for (let i = change.toB; i < list.length; i++) (list[i] as Home).index = i;
		this.#list = list;
		return change;
	}
}
