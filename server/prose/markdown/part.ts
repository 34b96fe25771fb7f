import { Block } from "../block.ts";
import type { Span } from "../span.ts";
import type { Prose } from "./content.ts";

/** Prose and where it begins, counted from the start of what it is part of. */
export interface PlacedProse {
	readonly prose: Prose;
	readonly at: number;
}

/** One top-level part of an article, such as a paragraph, a list or a table, wherever it stands. Offsets count from its start. */
export class Part {
	readonly prose: readonly PlacedProse[];
	readonly comments: readonly Span[];
	#start = -1;
	#blocks: readonly Block[] = [];

	constructor(prose: readonly PlacedProse[], comments: readonly Span[]) {
		this.prose = prose;
		this.comments = comments;
	}

	/** The part's blocks when it begins at an offset of the article; the same ones as long as it stays there. */
	blocksAt(start: number): readonly Block[] {
		if (start !== this.#start) {
			this.#start = start;
			this.#blocks = this.prose.map(({ prose, at }) => new Block(prose, start + at));
		}
		return this.#blocks;
	}
}

/** Prose that has just been read, with what is word for word as before taken over: an item of a list stays itself when another one changes. */
export function kept(read: readonly PlacedProse[], before: Iterable<Prose>): PlacedProse[] {
	const byText = new Map<string, Prose[]>();
	for (const prose of before) {
		const list = byText.get(prose.text);
		if (list) list.push(prose);
		else byText.set(prose.text, [prose]);
	}
	return read.map((placed) => {
		const list = byText.get(placed.prose.text);
		const same = list?.findIndex((prose) => prose.equals(placed.prose)) ?? -1;
		// Each stands for one: two blocks never share their prose.
		return list && same >= 0 ? { at: placed.at, prose: list.splice(same, 1)[0] as Prose } : placed;
	});
}
