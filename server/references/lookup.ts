import type { Article } from "../prose/article.ts";
import type { Entity, Fact, Measure, Person, SourceDocument } from "./fact.ts";
import { withAcronyms } from "./names/acronyms.ts";
import type { Mention, ReferenceStore } from "./store.ts";

/** What the packs know of the names in an article: all that judging may ask, fetched at once. */
export interface References {
	/** Names met, by the article's block; offsets are the block's text's. */
	readonly mentions: readonly (readonly Mention[])[];
	readonly entities: ReadonlyMap<string, Entity>;
	readonly measures: ReadonlyMap<string, Measure>;
	/** Facts by subject id. */
	readonly facts: ReadonlyMap<string, readonly Fact[]>;
	readonly people: ReadonlyMap<string, readonly Person[]>;
	readonly documents: readonly SourceDocument[];
	/** No pack is configured at all. */
	readonly empty: boolean;
}

/** Asks the packs for everything that an article's names can lead to. */
export async function lookup(article: Article, store: ReferenceStore): Promise<References> {
	const texts = article.blocks.map((block) => block.text);
	const mentions = withAcronyms(texts, await store.mentions(texts));
	const ids = (kind: Mention["kind"]): string[] => [
		...new Set(mentions.flatMap((list) => list.filter((mention) => mention.kind === kind).flatMap((mention) => mention.ids))),
	];
	const subjects = ids("entity");
	const persons = ids("person");
	const [facts, entities, people, documents] = await Promise.all([
		store.facts(subjects.map((subject) => ({ subject }))),
		store.entities(subjects),
		store.people(persons),
		store.documents(),
	]);
	const measureIds = new Set(ids("measure"));
	for (const list of facts) for (const fact of list) measureIds.add(fact.measure);
	const measures = await store.measures([...measureIds]);
	return {
		mentions,
		entities: new Map(entities.map((entity) => [entity.id, entity])),
		measures: new Map(measures.map((measure) => [measure.id, measure])),
		facts: new Map(subjects.map((subject, i) => [subject, facts[i] ?? []])),
		people: new Map(persons.map((person, i) => [person, people[i] ?? []])),
		documents,
		empty: store.packs.length === 0,
	};
}
