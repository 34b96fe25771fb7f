import type { Entity, Fact, Measure, Person, RowPlace } from "./fact.ts";
import type { Known } from "./store.ts";

/** An entity as a search answers it. `factOf` is asked for a row when no table declares it; undefined when it stands nowhere. */
export function knownEntity(entity: Entity, factOf: () => Fact | undefined): Known | undefined {
	return at(entity, factOf, { kind: "entity", name: entity.name, pack: entity.pack, ...(entity.type && { detail: entity.type }) });
}

/** A measure as a search answers it; like `knownEntity`. */
export function knownMeasure(measure: Measure, factOf: () => Fact | undefined): Known | undefined {
	return at(measure, factOf, { kind: "measure", name: measure.label, pack: measure.pack, ...(measure.unit && { detail: measure.unit }) });
}

/** A row of a person as a search answers it. */
export function knownPerson(person: Person): Known | undefined {
	const { name, pack, title, organisation, from, to } = person;
	const detail = [title, organisation].filter(Boolean).join(", ");
	const known = { kind: "person", name, pack, ...(detail && { detail }), ...(from && { from }), ...(to && { to }) } as const;
	return at(person, () => undefined, known);
}

function at(own: Partial<RowPlace>, factOf: () => Fact | undefined, known: Omit<Known, keyof RowPlace>): Known | undefined {
	const { uri, row, lines }: Partial<RowPlace> = own.row === undefined ? (factOf() ?? {}) : own;
	return row === undefined ? undefined : { ...known, ...(uri !== undefined && { uri }), row, ...(lines && { lines }) };
}
