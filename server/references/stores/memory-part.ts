import type { Entity, Fact, Measure, Person, RowPlace } from "../fact.ts";
import { knownEntity, knownMeasure, knownPerson } from "../known.ts";
import { MemoryNames } from "../names/table.ts";
import { variantsOf } from "../names/variants.ts";
import { nameKey } from "../names/words.ts";
import type { Known, PackSummary } from "../store.ts";
import { ByValue } from "./near.ts";
import type { PackContent, PackPart } from "./part.ts";

/** A pack in memory: for small ones, and for the browser. */
export function memoryPart(summary: PackSummary, content: PackContent, stem: (word: string) => string): PackPart {
	const names = new MemoryNames();
	for (const variant of variantsOf(content, stem)) names.add(variant);
	const entities = new Map<string, Entity>(content.entities.map((entity) => [entity.id, entity]));
	const members = grouped<Entity>(
		content.entities.filter(({ partOf }) => partOf !== undefined),
		({ partOf }) => partOf as string,
	);
	const measures = new Map<string, Measure>(content.measures.map((measure) => [measure.id, measure]));
	const people = grouped<Person>(content.people, (person) => person.id);
	const facts = grouped<Fact>(content.facts, (fact) => fact.subject);
	const byValue = new ByValue(content.facts);
	return {
		summary,
		longest: (word) => names.longest(word),
		named: (key) => names.named(key),
		slips: (part) => names.slips(part),
		entity: (id) => entities.get(id),
		membersOf: (whole, limit) => (members.get(whole) ?? []).slice(0, limit).map(({ id }) => id),
		measure: (id) => measures.get(id),
		people: (id) => people.get(id) ?? [],
		facts: (subject, wanted) => {
			const all = facts.get(subject) ?? [];
			return wanted ? all.filter((fact) => wanted.includes(fact.measure)) : all;
		},
		near: (query) => byValue.near(query),
		documents: () => content.documents,
		search: (key, kinds, limit) => {
			const found: Known[] = [];
			const add = (names: readonly string[], known: Known | undefined) => {
				if (known && found.length < limit && kinds.includes(known.kind) && names.some((name) => nameKey(name).includes(key)))
					found.push(known);
			};
			for (const entity of content.entities)
				add(
					[entity.name, ...entity.aliases],
					knownEntity(entity, () => facts.get(entity.id)?.[0]),
				);
			for (const measure of content.measures)
				add(
					[measure.label, ...measure.aliases],
					knownMeasure(measure, () => content.facts.find((fact) => fact.measure === measure.id)),
				);
			for (const person of content.people) add([person.name, ...person.aliases], knownPerson(person));
			return found;
		},
		row: (uri, line) => {
			const isThere = (one: Partial<RowPlace>) =>
				(one.lines ? one.lines[0] <= line && line <= one.lines[1] : one.row === line) && one.uri === uri;
			const declared = [
				...content.entities.filter(isThere).map((entity) => knownEntity(entity, () => undefined)),
				...content.measures.filter(isThere).map((measure) => knownMeasure(measure, () => undefined)),
				...content.people.filter(isThere).map(knownPerson),
			];
			return { facts: content.facts.filter(isThere), declared: declared.filter((known) => known !== undefined) };
		},
		close: () => {},
	};
}

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of list) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
