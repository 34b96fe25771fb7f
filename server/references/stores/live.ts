import type { Entity } from "../fact.ts";
import { keysOf, type NameKeys } from "../names/grams.ts";
import { nameKey } from "../names/words.ts";
import type { Mention, NearQuery, PackSummary, ReferenceStore } from "../store.ts";
import { combine } from "./combine.ts";
import type { PackPart } from "./part.ts";

/** What is about to be asked of packs that are elsewhere. */
export interface Need {
	readonly names?: NameKeys;
	/** Whole keys of names. */
	readonly keys?: readonly string[];
	/** Ids of entities. */
	readonly entities?: readonly string[];
	/** Ids of entities whose facts are wanted too. */
	readonly subjects?: readonly string[];
	readonly people?: readonly string[];
	/** Whatever is part of these, written as the tables write it. */
	readonly wholes?: readonly string[];
	readonly near?: readonly NearQuery[];
	readonly search?: { readonly key: string; readonly kinds: readonly Mention["kind"][]; readonly limit: number };
}

/** Packs that are elsewhere: what they are asked is fetched first, and then answered like that of any other pack. */
export interface LiveSource {
	readonly parts: readonly PackPart[];
	/**
	 * Fetches what is not here yet: all that names lead to in one round trip. What is here stays until `release`. Rejects when it can't be had; then nothing
	 * of these parts may be used, since a name that is missing would leave its words to another one.
	 */
	prepare(need: Need): Promise<void>;
	/** Ends one use of what is here; when nobody uses it any more, it may be forgotten. */
	hold(): () => void;
}

/** Packs that are all here, to be used once a source fails. */
export type Fallback = (failed: LiveSource) => readonly PackPart[];

/**
 * Packs some of which are elsewhere, asked as one. When a source fails, its packs give way to what `fallback` has in their place, for good: what is asked from
 * then on is answered from there, and `packs` is another array, by which `lookup` sees that earlier answers are no longer to be used beside later ones.
 * `closed` is told when nothing is asked any more.
 */
export function combineLive(
	parts: readonly (PackPart | LiveSource)[],
	fallback: Fallback,
	stem: (word: string) => string,
	closed: () => void,
): ReferenceStore {
	let all: readonly (PackPart | LiveSource)[] = parts;
	let store = combineAll(all, stem);
	const sources = () => all.filter(isLive);
	const isAlone = () => store.packs.length < 2;

	async function prepared(need: Need): Promise<void> {
		await Promise.all(
			sources().map(async (source) => {
				try {
					await source.prepare(need);
				} catch {
					if (!all.includes(source)) return;
					all = all.flatMap<PackPart | LiveSource>((part) => (part === source ? fallback(source) : [part]));
					store = combineAll(all, stem);
				}
			}),
		);
	}
	/** Answers after what is needed has been fetched, from packs that did not change meanwhile. */
	async function answered<T>(fetch: () => Promise<void>, answer: () => Promise<T>): Promise<T> {
		for (;;) {
			const before = store;
			const releases = sources().map((source) => source.hold());
			try {
				await fetch();
				if (before !== store) continue;
				return await answer();
			} finally {
				for (const release of releases) release();
			}
		}
	}
	/** Things of several packs are one by their names: what other packs call what these ids mean has to be here too. */
	async function withNamesakes(ids: readonly string[]): Promise<void> {
		await prepared({ subjects: ids });
		if (!isAlone()) await prepared({ keys: keysOfNames(await store.entities(ids)) });
	}
	return {
		get packs(): readonly PackSummary[] {
			return store.packs;
		},
		mentions: (texts, isSmall) =>
			answered(
				async () => {
					const names = keysOf(texts);
					if (isAlone()) return prepared({ names });
					// What the packs that are here find is asked about together with the words of the texts.
					const here = combine(all.filter((part) => !isLive(part)) as PackPart[], stem);
					const found = await here.mentions(texts, isSmall);
					const met = await here.entities([...new Set(found.flatMap((list) => list.flatMap(({ ids }) => ids)))]);
					await prepared({ names, keys: keysOfNames(met) });
				},
				() => store.mentions(texts, isSmall),
			),
		facts: (queries) =>
			answered(
				() => withNamesakes(queries.map(({ subject }) => subject)),
				() => store.facts(queries),
			),
		near: (queries) =>
			answered(
				() => prepared({ near: queries }),
				() => store.near(queries),
			),
		entities: (ids) =>
			answered(
				() => prepared({ entities: ids }),
				() => store.entities(ids),
			),
		members: (wholes, limit) =>
			answered(
				async () => {
					await prepared({ entities: wholes });
					const named = await store.entities(wholes);
					await prepared({ wholes: [...wholes, ...named.map(({ name }) => name)] });
				},
				() => store.members(wholes, limit),
			),
		measures: (ids) => store.measures(ids),
		people: (ids) =>
			answered(
				() => prepared({ people: ids }),
				() => store.people(ids),
			),
		documents: (speakers) =>
			answered(
				() => prepared({ entities: speakers ?? [], people: speakers ?? [] }),
				() => store.documents(speakers),
			),
		search: (text, kinds, limit) =>
			answered(
				() => prepared({ search: { key: nameKey(text), kinds, limit } }),
				() => store.search(text, kinds, limit),
			),
		row: (uri, line) => store.row(uri, line),
		close: () => {
			store.close();
			closed();
		},
	};
}

function keysOfNames(entities: readonly Entity[]): string[] {
	return entities.flatMap(({ name, aliases }) => [name, ...aliases].map(nameKey));
}

function isLive(part: PackPart | LiveSource): part is LiveSource {
	return "prepare" in part;
}

function combineAll(parts: readonly (PackPart | LiveSource)[], stem: (word: string) => string): ReferenceStore {
	return combine(
		parts.flatMap((part) => (isLive(part) ? part.parts : [part])),
		stem,
	);
}
