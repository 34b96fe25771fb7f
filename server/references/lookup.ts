import type { Article } from "../prose/article.ts";
import type { Entity, Fact, Measure, Person, SourceDocument } from "./fact.ts";
import { ArticleMentions } from "./mentions.ts";
import { settled } from "./names/settle.ts";
import type { Mention, ReferenceStore } from "./store.ts";

/** What the packs know of the names in an article: all that judging may ask, fetched at once. */
export interface References {
	/** Names met, by the article's block; offsets are the block's text's. */
	readonly mentions: readonly (readonly Mention[])[];
	readonly entities: ReadonlyMap<string, Entity>;
	readonly measures: ReadonlyMap<string, Measure>;
	/** Facts by subject id. */
	readonly facts: ReadonlyMap<string, readonly Fact[]>;
	/** What the packs declare to be part of each whole that is named, or that something named is part of; by the whole's id or name. Their facts are in `facts`. */
	readonly members: ReadonlyMap<string, readonly Entity[]>;
	readonly people: ReadonlyMap<string, readonly Person[]>;
	readonly documents: readonly SourceDocument[];
	/** No pack is configured at all. */
	readonly empty: boolean;
}

/** What the next version of an article begins with; goes with the references. */
interface Kept {
	readonly mentions: ArticleMentions;
	readonly ids: readonly string[];
}

const known = new WeakMap<References, Kept>();
const none: readonly Mention[] = [];

/**
 * Asks the packs for everything that an article's names can lead to. `before` is what they answered for an earlier version: only what is new in the
 * article is asked, and as long as it speaks of the same things, everything but `mentions` stays the same object. `pinned` are subjects that need not be
 * named in the article.
 */
export async function lookup(
	article: Article,
	store: ReferenceStore,
	before?: References,
	pinned: readonly string[] = [],
): Promise<References> {
	const kept = take(store, before);
	const tracked = kept?.mentions ?? new ArticleMentions(store);
	// Without packs there is nothing to ask.
	const mentions = store.packs.length > 0 ? await tracked.update(article.blocks) : article.blocks.map(() => none);
	const { entity, person, measure } = idsOf(mentions, pinned);
	const ids = [...entity, "", ...person, "", ...measure];
	const isSame = before && kept && ids.length === kept.ids.length && ids.every((id, i) => id === kept.ids[i]);
	const answers = isSame ? before : await fetch([...entity], [...person], measure, store);
	const references = { ...answers, mentions: settled(mentions, answers.entities) };
	known.set(references, { mentions: tracked, ids });
	return references;
}

/** What is kept of an earlier version, for one taker: it goes on with the version that takes it. */
function take(store: ReferenceStore, before: References | undefined): Kept | undefined {
	const kept = before && known.get(before);
	if (!kept || kept.mentions.store !== store) return undefined;
	known.delete(before);
	return kept;
}

async function fetch(subjects: readonly string[], persons: readonly string[], named: ReadonlySet<string>, store: ReferenceStore) {
	const [facts, entities, people, documents] = await Promise.all([
		store.facts(subjects.map((subject) => ({ subject }))),
		store.entities(subjects),
		store.people(persons),
		store.documents(),
	]);
	const members = await membersOf(entities, store);
	const bySubject = new Map(subjects.map((subject, i) => [subject, facts[i] ?? []]));
	const unnamed = [...new Set([...members.values()].flatMap((list) => list.map(({ id }) => id)))].filter((id) => !bySubject.has(id));
	const theirs = await store.facts(unnamed.map((subject) => ({ subject })));
	for (const [i, id] of unnamed.entries()) bySubject.set(id, theirs[i] ?? []);
	const measureIds = new Set(named);
	for (const list of bySubject.values()) for (const fact of list) measureIds.add(fact.measure);
	const measures = await store.measures([...measureIds]);
	return {
		entities: new Map(entities.map((entity) => [entity.id, entity])),
		measures: new Map(measures.map((measure) => [measure.id, measure])),
		facts: bySubject,
		members,
		people: new Map(persons.map((person, i) => [person, people[i] ?? []])),
		documents,
		empty: store.packs.length === 0,
	};
}

/** A whole of more parts than this is not listed, nor are more parts in all. */
const LISTED = 200;
const LISTED_IN_ALL = 600;

async function membersOf(named: readonly Entity[], store: ReferenceStore): Promise<Map<string, readonly Entity[]>> {
	const wholes = [...new Set(named.flatMap(({ id, partOf }) => (partOf === undefined ? [id] : [id, partOf])))];
	const lists = await store.members(wholes, LISTED);
	const found = new Map<string, readonly Entity[]>();
	let count = 0;
	for (const [i, ids] of lists.entries()) {
		count += ids.length;
		if (ids.length > 0 && count <= LISTED_IN_ALL) found.set(wholes[i] as string, await store.entities(ids));
	}
	return found;
}

/** The ids that mentions name, by kind, in the order in which they stand. */
function idsOf(mentions: readonly (readonly Mention[])[], pinned: readonly string[]): Record<Mention["kind"], ReadonlySet<string>> {
	const ids = { entity: new Set<string>(pinned), measure: new Set<string>(), person: new Set<string>() };
	for (const list of mentions) for (const mention of list) for (const id of mention.ids) ids[mention.kind].add(id);
	return ids;
}
