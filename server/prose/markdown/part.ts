import type { Tree } from "@lezer/common";
import type { Span } from "../span.ts";
import type { Prose } from "./content.ts";

/** Prose and where it begins, counted from the start of what it is part of. */
export interface PlacedProse {
	readonly prose: Prose;
	readonly at: number;
}

/** One top-level part of an article, such as a paragraph, a list or a table, wherever it stands. Offsets count from its start. */
export class Part {
	/** What it was read from. */
	readonly node: Tree;
	/** The labels of links that it defines. */
	readonly labels: readonly string[];
	readonly prose: readonly PlacedProse[];
	readonly comments: readonly Span[];

	constructor(node: Tree, labels: readonly string[], prose: readonly PlacedProse[], comments: readonly Span[]) {
		this.node = node;
		this.labels = labels;
		this.prose = prose;
		this.comments = comments;
	}
}

/** Prose of an earlier version that may stand for prose that has just been read, by its words. */
export type Pool = Map<string, Prose[]>;

/** The prose of some parts, each for one taker. */
export function poolOf(parts: readonly { readonly prose: readonly Pick<PlacedProse, "prose">[] }[]): Pool {
	const pool: Pool = new Map();
	for (const { prose: own } of parts)
		for (const { prose } of own) {
			const list = pool.get(prose.text);
			if (list) list.push(prose);
			else pool.set(prose.text, [prose]);
		}
	return pool;
}

/** Prose that has just been read, with what is word for word as before taken over: an item of a list stays itself when another one changes. */
export function keeping(read: readonly PlacedProse[], pool: Pool): readonly PlacedProse[] {
	if (pool.size === 0) return read;
	return read.map((placed) => {
		const list = pool.get(placed.prose.text);
		const same = list?.findIndex((prose) => prose.equals(placed.prose)) ?? -1;
		// Each stands for one: two blocks never share their prose.
		return list && same >= 0 ? { at: placed.at, prose: list.splice(same, 1)[0] as Prose } : placed;
	});
}
