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

/** Asks the packs for everything that an article's names can lead to. */
export function lookup(article: Article, store: ReferenceStore): Promise<References> {
	return new ArticleReferences().update(article, store);
}

/**
 * What the packs know of an article from version to version: only what is new in it is asked, and as long as it speaks of the same things, everything but
 * `mentions` stays the same object.
 */
export class ArticleReferences {
	#asked: Asked | undefined;
	#now: References | undefined;

	/** Moves to another version. `pinned` are subjects that need not be named in the article. Rejects as `turns` do, and then begins anew. */
	async update(article: Article, store: ReferenceStore, pinned: readonly string[] = [], turns?: Turns): Promise<References> {
		const { packs } = store;
		const kept = this.#asked?.store === store && this.#asked.packs === packs ? this.#asked : undefined;
		const asked: Asked = kept ?? {
			store,
			packs,
			mentions: new ArticleMentions(store),
			settled: new Settled(),
			remembered: new Remembered(store),
			named: undefined,
		};
		const before = kept && this.#now;
		// What is left half done begins anew.
		this.#asked = undefined;
		// Without packs there is nothing to ask.
		const met = packs.length > 0 ? await asked.mentions.update(article.places, turns) : nobodyIn(article.places.length);
		const named = `${asked.mentions.turns} ${pinned.join("\n")}`;
		const answers: Answers = before && asked.named === named ? before : await fetch(asked.mentions.ids(), pinned, asked.remembered, before);
		// What packs that are no longer asked have answered is not used beside what others answer.
		if (store.packs !== packs) return this.update(article, store, pinned, turns);
		const lists = packs.length > 0 ? asked.settled.update(met, answers.entities) : met;
		this.#asked = { ...asked, named };
		this.#now = { ...answers, mentions: lists.lists, named: lists };
		return this.#now;
	}
}

/** Who was asked, and what for. */
interface Asked {
	readonly store: ReferenceStore;
	readonly packs: ReferenceStore["packs"];
	readonly mentions: ArticleMentions;
	readonly settled: Settled;
	readonly remembered: Remembered;
	/** What was named, and what the article pins. */
	readonly named: string | undefined;
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
