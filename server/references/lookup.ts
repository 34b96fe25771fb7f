import type { Article } from "../prose/article.ts";
import type { Turns } from "../prose/steps.ts";
import { type Lists, listsAfter } from "../prose/versions/lists.ts";
import type { Entity, Fact, Measure, Person, SourceDocument } from "./fact.ts";
import { ArticleMentions } from "./mentions.ts";
import { Settled } from "./names/settle.ts";
import type { Mention, ReferenceStore } from "./store.ts";
import { Remembered } from "./stores/remembered.ts";

/** What the packs know of the names in an article: all that judging may ask, fetched at once. */
export interface References {
	/** Names met, by the article's block; offsets are the block's text's. */
	readonly mentions: readonly (readonly Mention[])[];
	/** The same beside those of the version before, where there is one. */
	readonly named?: Lists<Mention>;
	readonly entities: ReadonlyMap<string, Entity>;
	readonly measures: ReadonlyMap<string, Measure>;
	/** Facts by subject id. */
	readonly facts: ReadonlyMap<string, readonly Fact[]>;
	/** What the packs declare to be part of each whole that is named, or that something named is part of; by the whole's id or name. Their facts are in `facts`. */
	readonly members: ReadonlyMap<string, readonly Entity[]>;
	readonly people: ReadonlyMap<string, readonly Person[]>;
	readonly documents: readonly SourceDocument[];
	/** The packs that were asked. */
	readonly store: object;
	/** No pack is configured at all. */
	readonly empty: boolean;
}

/** What the next version of an article begins with; goes with the references. */
interface Kept {
	readonly mentions: ArticleMentions;
	readonly settled: Settled;
	readonly remembered: Remembered;
	/** What was named, and what the article pins. */
	readonly named: string;
	readonly packs: ReferenceStore["packs"];
}

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
	turns?: Turns,
): Promise<References> {
	const { packs } = store;
	const kept = VersionReferences.take(store, before);
	const tracked = kept?.mentions ?? new ArticleMentions(store);
	const settled = kept?.settled ?? new Settled();
	const remembered = kept?.remembered ?? new Remembered(store);
	// Without packs there is nothing to ask.
	const met = packs.length > 0 ? await tracked.update(article.places, turns) : nobodyIn(article.places.length);
	const named = `${tracked.turns} ${pinned.join("\n")}`;
	const answers: Answers = kept?.named === named && before ? before : await fetch(tracked.ids(), pinned, remembered, before);
	// What packs that are no longer asked have answered is not used beside what others answer.
	if (store.packs !== packs) return lookup(article, store, undefined, pinned, turns);
	const lists = packs.length > 0 ? settled.update(met, answers.entities) : met;
	return new VersionReferences(answers, lists, { mentions: tracked, settled, remembered, named, packs });
}

/** The references of a version, with what those of the next begin with: in a weak map it would be looked through at each small collection of memory. */
class VersionReferences implements References {
	readonly mentions: readonly (readonly Mention[])[];
	readonly named: Lists<Mention>;
	readonly entities: ReadonlyMap<string, Entity>;
	readonly measures: ReadonlyMap<string, Measure>;
	readonly facts: ReadonlyMap<string, readonly Fact[]>;
	readonly members: ReadonlyMap<string, readonly Entity[]>;
	readonly people: ReadonlyMap<string, readonly Person[]>;
	readonly documents: readonly SourceDocument[];
	readonly store: object;
	readonly empty: boolean;
	#kept: Kept | undefined;

	constructor(answers: Answers, named: Lists<Mention>, kept: Kept) {
		this.mentions = named.lists;
		this.named = named;
		this.entities = answers.entities;
		this.measures = answers.measures;
		this.facts = answers.facts;
		this.members = answers.members;
		this.people = answers.people;
		this.documents = answers.documents;
		this.store = answers.store;
		this.empty = answers.empty;
		this.#kept = kept;
	}

	/** What is kept of an earlier version, for one taker: it goes on with the version that takes it. */
	static take(store: ReferenceStore, before: References | undefined): Kept | undefined {
		const kept = before && #kept in before ? before.#kept : undefined;
		if (!kept || kept.mentions.store !== store || kept.packs !== store.packs) return undefined;
		(before as VersionReferences).#kept = undefined;
		return kept;
	}
}

/** All that the packs answer of what is named. */
type Answers = Omit<References, "mentions" | "named">;

function nobodyIn(blocks: number): Lists<Mention> {
	return listsAfter([], { from: 0, toA: 0, toB: blocks }, new Map());
}

async function fetch(
	ids: Record<Mention["kind"], readonly string[]>,
	pinned: readonly string[],
	packs: Remembered,
	before: References | undefined,
): Promise<Answers> {
	const subjects = [...new Set([...pinned, ...ids.entity])].sort();
	const [facts, entities, people, documents] = await Promise.all([
		packs.facts(subjects),
		packs.entities(subjects),
		packs.people(ids.person),
		packs.documents(),
	]);
	const members = await membersOf(entities, packs);
	const bySubject = new Map(subjects.map((subject, i) => [subject, facts[i] ?? []]));
	const unnamed = [...new Set([...members.values()].flatMap((list) => list.map(({ id }) => id)))].filter((id) => !bySubject.has(id));
	const theirs = await packs.facts(unnamed);
	for (const [i, id] of unnamed.entries()) bySubject.set(id, theirs[i] ?? []);
	const measureIds = new Set(ids.measure);
	for (const list of bySubject.values()) for (const fact of list) measureIds.add(fact.measure);
	const measures = await packs.measures([...measureIds].sort());
	return {
		store: packs.store,
		entities: new Map(entities.map((entity) => [entity.id, entity])),
		measures: same(before?.measures, new Map(measures.map((measure) => [measure.id, measure]))),
		facts: bySubject,
		members: same(before?.members, members),
		people: same(before?.people, new Map(ids.person.map((person, i) => [person, people[i] ?? []]))),
		documents,
		empty: packs.store.packs.length === 0,
	};
}

/** A map of the version before when another one holds the same: what rests on it need not be looked at again. */
function same<V>(before: ReadonlyMap<string, V> | undefined, now: ReadonlyMap<string, V>): ReadonlyMap<string, V> {
	return before?.size === now.size && [...now].every(([key, value]) => before.get(key) === value) ? before : now;
}

/** A whole of more parts than this is not listed, nor are more parts in all. */
const LISTED = 200;
const LISTED_IN_ALL = 600;

async function membersOf(named: readonly Entity[], packs: Remembered): Promise<Map<string, readonly Entity[]>> {
	const wholes = [...new Set(named.flatMap(({ id, partOf }) => (partOf === undefined ? [id] : [id, partOf])))];
	const lists = await packs.members(wholes, LISTED);
	const found = new Map<string, readonly Entity[]>();
	let count = 0;
	for (const [i, ids] of lists.entries()) {
		count += ids.length;
		if (ids.length > 0 && count <= LISTED_IN_ALL) found.set(wholes[i] as string, await listOf(ids, packs));
	}
	return found;
}

/** Entities by their ids; the same list for the same ids. */
async function listOf(ids: readonly string[], packs: Remembered): Promise<readonly Entity[]> {
	let list = packs.lists.get(ids);
	if (!list) {
		list = await packs.entities(ids);
		packs.lists.set(ids, list);
	}
	return list;
}
