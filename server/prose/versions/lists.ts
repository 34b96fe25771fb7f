import { type Replaced, replaced } from "./compare.ts";

/** A list for each block of one version of an article, and which of the lists are not those of the version before. */
export interface Lists<T> {
	readonly lists: readonly (readonly T[])[];
	/** The lists of the version before. */
	readonly before: readonly (readonly T[])[];
	readonly change: Replaced;
	/** Indices of the blocks with another list, those that are new among them. */
	readonly changed: ReadonlySet<number>;
}

/** The lists that another version has in the places of some of those before; where nothing is other, the same. */
export function listsAfter<T>(before: readonly (readonly T[])[], change: Replaced, others: ReadonlyMap<number, readonly T[]>): Lists<T> {
	if (others.size === 0 && change.from === change.toA && change.from === change.toB)
		return { lists: before, before, change, changed: new Set() };
	const fresh: (readonly T[])[] = [];
	for (let i = change.from; i < change.toB; i++) fresh.push(nothing);
	// Copied as a whole: list by list took four times as long, 20 µs in 1 MB, and several things are kept so.
	const lists = replaced(before, change, fresh);
	const changed = new Set<number>();
	for (let i = change.from; i < change.toB; i++) changed.add(i);
	for (const [i, list] of others) {
		if (lists[i] === list && !changed.has(i)) continue;
		lists[i] = list;
		changed.add(i);
	}
	return { lists, before, change, changed };
}

/** The lists of a version before that are no longer those of their blocks, and the lists that are in their places. */
export function turnedIn<T>({ lists, before, change, changed }: Lists<T>): {
	readonly gone: (readonly T[])[];
	readonly come: (readonly T[])[];
} {
	const gone = before.slice(change.from, change.toA);
	const come: (readonly T[])[] = [];
	const moved = change.toA - change.toB;
	for (const i of changed) {
		come.push(lists[i] as readonly T[]);
		if (i < change.from) gone.push(before[i] as readonly T[]);
		else if (i >= change.toB) gone.push(before[i + moved] as readonly T[]);
	}
	return { gone, come };
}

/** The lists of a version beside those of an earlier one: its own account of what has changed, where it is of the same two. */
export function listsSince<T>(
	before: readonly (readonly T[])[],
	now: readonly (readonly T[])[],
	since: Lists<T> | undefined,
	change: Replaced,
): Lists<T> {
	if (since && since.before === before) return since;
	const changed = new Set<number>();
	const moved = change.toA - change.toB;
	for (let i = 0; i < now.length; i++) {
		const isNew = i >= change.from && i < change.toB;
		if (isNew || now[i] !== before[i < change.from ? i : i + moved]) changed.add(i);
	}
	return { lists: now, before, change, changed };
}

const nothing: readonly never[] = [];
