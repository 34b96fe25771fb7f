import type { Prose } from "../markdown/content.ts";

/** Which blocks of a version of an article are not those of another: `from` to `toA` of the one stand where `from` to `toB` of the other do. */
export interface Replaced {
	readonly from: number;
	readonly toA: number;
	readonly toB: number;
}

/** The blocks that differ in what they say, first to last; those before and after say the same, wherever they stand. Lists of what each block says. */
export function replacedBlocks(before: readonly Prose[], now: readonly Prose[]): Replaced {
	const most = Math.min(before.length, now.length);
	let from = 0;
	while (from < most && before[from] === now[from]) from++;
	let same = 0;
	while (same < most - from && before[before.length - 1 - same] === now[now.length - 1 - same]) same++;
	return { from, toA: before.length - same, toB: now.length - same };
}

/** A list with one item a block, brought from one version to the next. */
export function replaced<T>(list: readonly T[], change: Replaced, by: readonly T[]): T[] {
	const copy = list.slice();
	replaceIn(copy, change, by);
	return copy;
}

/** Brings a list with one item a block from one version to the next: most changes are within a block, and then nothing has to move. */
export function replaceIn<T>(list: T[], { from, toA }: Replaced, by: readonly T[]): void {
	if (by.length < MANY) {
		list.splice(from, toA - from, ...by);
		return;
	}
	const rest = toA - from === by.length ? undefined : list.slice(toA);
	for (let i = 0; i < by.length; i++) list[from + i] = by[i] as T;
	if (!rest) return;
	list.length = from + by.length;
	for (const item of rest) list.push(item);
}

/** A call takes no more arguments than the stack holds. */
const MANY = 1000;

/** Where things begin, brought from one version to the next: those behind what was replaced have moved by so much. */
export function splicedStarts(list: Int32Array, from: number, to: number, by: readonly number[], moved: number): Int32Array {
	// Most keystrokes change no number of blocks, lines or marks.
	if (moved === 0 && by.length === to - from && by.every((start, i) => start === list[from + i])) return list;
	const now = new Int32Array(list.length - (to - from) + by.length);
	now.set(list.subarray(0, from));
	now.set(by, from);
	now.set(list.subarray(to), from + by.length);
	if (moved !== 0) for (let i = from + by.length; i < now.length; i++) now[i] = (now[i] as number) + moved;
	return now;
}
