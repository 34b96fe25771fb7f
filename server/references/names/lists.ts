import type { Replaced } from "../../prose/versions/compare.ts";
import type { Mention } from "../store.ts";

/** The packs' names in each block of one version of an article, and which of the lists are not those of the version before. */
export interface Lists {
	readonly lists: readonly (readonly Mention[])[];
	/** The lists of the version before. */
	readonly before: readonly (readonly Mention[])[];
	readonly change: Replaced;
	/** Indices of the blocks with another list, those that are new among them. */
	readonly changed: ReadonlySet<number>;
}

/** The lists that another version has in the places of some of those before; where nothing is other, the same. */
export function listsAfter(
	before: readonly (readonly Mention[])[],
	change: Replaced,
	others: ReadonlyMap<number, readonly Mention[]>,
): Lists {
	if (others.size === 0 && change.from === change.toA && change.from === change.toB)
		return { lists: before, before, change, changed: new Set() };
	const lists = before.slice(0, change.from);
	for (let i = change.from; i < change.toB; i++) lists.push(nobody);
	for (let i = change.toA; i < before.length; i++) lists.push(before[i] as readonly Mention[]);
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
export function turnedIn({ lists, before, change, changed }: Lists): {
	readonly gone: (readonly Mention[])[];
	readonly come: (readonly Mention[])[];
} {
	const gone = before.slice(change.from, change.toA);
	const come: (readonly Mention[])[] = [];
	const moved = change.toA - change.toB;
	for (const i of changed) {
		come.push(lists[i] as readonly Mention[]);
		if (i < change.from) gone.push(before[i] as readonly Mention[]);
		else if (i >= change.toB) gone.push(before[i + moved] as readonly Mention[]);
	}
	return { gone, come };
}

/** The lists of a version beside those of an earlier one: its own account of what has changed, where it is of the same two. */
export function listsSince(
	before: readonly (readonly Mention[])[],
	{ mentions, named }: { readonly mentions: readonly (readonly Mention[])[]; readonly named?: Lists },
	change: Replaced,
): Lists {
	if (named && named.before === before) return named;
	const changed = new Set<number>();
	const moved = change.toA - change.toB;
	for (let i = 0; i < mentions.length; i++) {
		const isNew = i >= change.from && i < change.toB;
		if (isNew || mentions[i] !== before[i < change.from ? i : i + moved]) changed.add(i);
	}
	return { lists: mentions, before, change, changed };
}

const nobody: readonly Mention[] = [];
