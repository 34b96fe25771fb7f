import type { Entity, Fact, Measure, Person, SourceDocument } from "./fact.ts";
import { findMentions } from "./names/find.ts";
import { rememberingStemmer } from "./names/stem.ts";
import { MemoryNames } from "./names/table.ts";
import { entityVariants, measureVariants, personVariants } from "./names/variants.ts";
import { nameKey } from "./names/words.ts";
import type { PackSummary, ReferenceStore } from "./store.ts";

/** What was read from one pack. */
export interface PackContent {
	readonly summary: PackSummary;
	readonly facts: readonly Fact[];
	readonly entities: readonly Entity[];
	readonly measures: readonly Measure[];
	readonly people: readonly Person[];
	readonly documents: readonly SourceDocument[];
}

/** A store of packs in memory: for small packs and for the browser. What is not declared in one pack and is in another is one thing. */
export function memoryStore(packs: readonly PackContent[]): ReferenceStore {
	const stem = rememberingStemmer();
	const names = new MemoryNames();
	const entities = new Map<string, Entity>();
	const measures = new Map<string, Measure>();
	const people = new Map<string, Person[]>();
	const facts = new Map<string, Fact[]>();
	for (const { entities: list } of packs) for (const entity of list) entities.set(entity.id, entities.get(entity.id) ?? entity);
	for (const { measures: list } of packs) for (const measure of list) measures.set(measure.id, measures.get(measure.id) ?? measure);
	for (const { people: list } of packs) for (const person of list) put(people, person.id, person);
	for (const entity of entities.values()) for (const { key, entry } of entityVariants(entity)) names.add(key, entry);
	for (const measure of measures.values()) for (const { key, entry } of measureVariants(measure, stem)) names.add(key, entry);
	for (const rows of people.values()) for (const row of rows) for (const { key, entry } of personVariants(row)) names.add(key, entry);
	for (const { facts: list } of packs) for (const fact of list) put(facts, fact.subject, fact);
	const documents = packs.flatMap((pack) => pack.documents);
	return {
		packs: packs.map((pack) => pack.summary),
		mentions: async (texts) => findMentions(texts, names, stem),
		facts: async (queries) =>
			queries.map(({ subject, measures: wanted }) => {
				const all = facts.get(subject) ?? [];
				return wanted ? all.filter((fact) => wanted.includes(fact.measure)) : all;
			}),
		entities: async (ids) => ids.flatMap((id) => entities.get(id) ?? []),
		measures: async (ids) => ids.flatMap((id) => measures.get(id) ?? []),
		people: async (ids) => ids.map((id) => people.get(id) ?? []),
		documents: async (speakers) => {
			if (!speakers) return documents;
			const wanted = new Set(
				speakers.flatMap((speaker) => [
					nameKey(speaker),
					nameKey(entities.get(speaker)?.name ?? ""),
					nameKey(people.get(speaker)?.[0]?.name ?? ""),
				]),
			);
			return documents.filter(({ speaker }) => speaker === undefined || wanted.has(nameKey(speaker)));
		},
		close: () => {},
	};
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
	const list = map.get(key);
	if (list) list.push(value);
	else map.set(key, [value]);
}
