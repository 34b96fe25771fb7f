import type { Entity, Fact, Measure, Person, SourceDocument } from "../fact.ts";
import type { NameTable } from "../names/table.ts";
import type { Known, Mention, NearQuery, PackSummary, RowContent } from "../store.ts";

/** One pack, however it is stored: what a store asks of it. Ids are the pack's own. */
export interface PackPart extends NameTable {
	readonly summary: PackSummary;
	entity(id: string): Entity | undefined;
	/** Ids of the entities that are declared to be part of a whole, written as the tables write it; at most `limit`. */
	membersOf(whole: string, limit: number): readonly string[];
	measure(id: string): Measure | undefined;
	/** Every row of a person. */
	people(id: string): readonly Person[];
	/** Facts about a subject; of the named measures only, when they are given. */
	facts(subject: string, measures?: readonly string[]): readonly Fact[];
	/** Facts by nearest value, the nearest first. */
	near(query: NearQuery): readonly Fact[];
	documents(): readonly SourceDocument[];
	/** Things of some kinds with a name whose key contains `key`; at most `limit`. */
	search(key: string, kinds: readonly Mention["kind"][], limit: number): readonly Known[];
	row(uri: string, line: number): RowContent;
	/** Does work that asks for much in one go; a store that pays for each question by itself pays once. */
	together?<T>(work: () => T): T;
	close(): void;
}

/** What was read from one pack. */
export interface PackContent {
	readonly facts: readonly Fact[];
	readonly entities: readonly Entity[];
	readonly measures: readonly Measure[];
	readonly people: readonly Person[];
	readonly documents: readonly SourceDocument[];
}
