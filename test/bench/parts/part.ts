import type { Machine } from "../page/machine.ts";

/** What the parts of the benchmark share: what is made once and kept until what it is made by changes. */
export interface Bench {
	/** The repository's top. */
	readonly root: string;
	/** Where what takes long to make is kept. */
	readonly cache: string;
	/** Fewer rounds, smaller packs and no article of 1 MB: to see that it runs, not to be written down. */
	readonly quick: boolean;
	/** The articles by their size as it is spoken of, each in a file. */
	readonly articles: Readonly<Record<string, string>>;
	/** The pack that ships. */
	readonly example: string;
	/** The folder of a generated pack of so many facts, alone in a workspace's `packs/`. */
	pack(facts: number): string;
	/** How many facts the largest one has. */
	readonly most: number;
	/** Plumbline and the generator of articles in one module, bundled as they ship. */
	bundle(): Promise<string>;
	/** Tells how it goes. */
	say(line: string): void;
}

/** One part of the benchmark, which can be run again by itself. */
export interface Part<T> {
	readonly name: string;
	measure(bench: Bench): Promise<T>;
}

/** What a part has measured, and where and when. */
export interface Measurement<T> {
	readonly machine: Machine;
	readonly quick: boolean;
	readonly result: T;
}

/** The value below which a share of some numbers lies. */
export function percentile(of: readonly number[], share: number): number {
	const sorted = [...of].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
