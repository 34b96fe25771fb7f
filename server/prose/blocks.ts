import { Block } from "./block.ts";
import type { Prose } from "./markdown/content.ts";
import { type Replaced, replaced, replacedBlocks } from "./versions/compare.ts";
import type { Starts } from "./versions/starts.ts";

/**
 * The blocks of one version of an article, in order. A block is made when somebody asks for it: with every keystroke all that stand behind it move, and
 * few of them are looked at. (Making 7,000 of them anew took a twentieth of a check.)
 */
export class Blocks {
	/** What each block says. */
	readonly prose: readonly Prose[];
	/** Where each begins in the article. */
	readonly #starts: Starts;
	readonly #made = new Map<number, Block>();
	#all: readonly Block[] | undefined;
	/** What the blocks of the version say that these were made from, and which are others. */
	readonly #since: { readonly prose: readonly Prose[]; readonly change: Replaced } | undefined;

	constructor(prose: readonly Prose[], starts: Starts, since?: { readonly prose: readonly Prose[]; readonly change: Replaced }) {
		this.prose = prose;
		this.#starts = starts;
		this.#since = since;
	}

	get length(): number {
		return this.prose.length;
	}

	/** Where a block begins in the article; 0 when there is no such block. */
	startOf(index: number): number {
		return this.#starts.at(index) ?? 0;
	}

	/** The block of an index; the same object each time. */
	at(index: number): Block | undefined {
		let block = this.#all?.[index] ?? this.#made.get(index);
		const prose = this.prose[index];
		if (!block && prose) {
			block = new Block(prose, this.startOf(index));
			this.#made.set(index, block);
		}
		return block;
	}

	/** The blocks of the next version: those from one index up to another are others, those behind them have moved by so much. */
	spliced(from: number, to: number, prose: readonly Prose[], starts: readonly number[], moved: number): Blocks {
		const within = replacedBlocks(this.prose.slice(from, to), prose);
		const change = { from: from + within.from, toA: from + within.toA, toB: from + within.toB };
		return new Blocks(
			replaced(this.prose, { from, toA: to, toB: from + prose.length }, prose),
			this.#starts.spliced(from, to, starts, moved),
			{ prose: this.prose, change },
		);
	}

	/** The blocks that say something else than those of another version, first to last. */
	changeSince(before: readonly Prose[]): Replaced {
		return this.#since?.prose === before ? this.#since.change : replacedBlocks(before, this.prose);
	}

	/** Every block. */
	all(): readonly Block[] {
		this.#all ??= this.prose.map((prose, i) => this.#made.get(i) ?? new Block(prose, this.startOf(i)));
		return this.#all;
	}

	/** Index of the last block that begins at or before an offset of the article, by halving; -1 when none does. */
	indexAt(offset: number): number {
		let low = 0;
		let high = this.prose.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.startOf(middle) <= offset) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}
}
