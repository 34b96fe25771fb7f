import type { Entity, Fact, Measure, Person, SourceDocument } from "../../fact.ts";
import type { Place, Problems } from "../problem.ts";
import type { Resolver } from "../registry.ts";
import type { Columns } from "./columns.ts";
import type { NamedIds } from "./named-ids.ts";

/** Where a pack's rows go: memory or a database. */
export interface PackSink {
	fact(fact: Fact, origin: Origin): void;
	entity(entity: Entity): void;
	measure(measure: Measure): void;
	person(person: Person): void;
	document(document: SourceDocument): void;
	/** Told the cells of a table's header. */
	header?(uri: string, cells: readonly string[]): void;
	/** Told before the rows of each stretch of a table; answers the hash of its bytes. Only a sink that can read a stretch again wants it. Records and spreadsheets are one stretch. */
	segment?(segment: SegmentInfo): string;
}

/** A stretch of a table: where it is, and the rows that it holds. */
export interface SegmentInfo {
	readonly uri: string;
	/** The resource's place in the descriptor. */
	readonly resource: number;
	/** Offset of its first byte in the file. */
	readonly start: number;
	readonly bytes: Uint8Array;
	/** The first row as a spreadsheet counts, from 1, and its line, from 0. */
	readonly firstRow: number;
	readonly firstLine: number;
	readonly rows: number;
}

/** Where a row stands, for a fault that is found only when another row is met. */
export interface Origin {
	readonly uri: string;
	place(column?: number): Place;
	readonly valueColumn: number;
	/** Whether the row says nothing else, and its lines hold nothing but the row. */
	readonly isAlone: boolean;
}

/** One table being read: what each of its rows needs. */
export interface Table {
	readonly pack: string;
	readonly resource: string;
	readonly uri: string;
	readonly columns: Columns;
	readonly problems: Problems;
	readonly entities: Resolver;
	readonly measures: Resolver;
	readonly sink: PackSink;
	readonly today: string;
	/** Where facts come from that name no source: the resource's or the pack's. */
	readonly source?: string;
	/** The unit of each measure that the pack's table gives one. */
	readonly measureUnits: ReadonlyMap<string, string>;
	/** Ids that no table of the pack declares and that facts brought in. */
	readonly implied: { readonly entities: Set<string>; readonly measures: Set<string> };
	/** Measure and unit of mismatches that have been told. */
	readonly mismatches: Set<string>;
	/** Ids that rows of names refer to. */
	readonly named: NamedIds;
}

/** Which row of its file one is. */
export interface RowNumber {
	/** As a spreadsheet counts it: the header is 1. */
	readonly row: number;
	/** As `Fact.lines`. */
	readonly lines: readonly [first: number, last: number] | undefined;
	/** Whether its lines hold nothing else, so that they can be taken out. */
	readonly isApart: boolean;
}

/** Reads a row; `place` says where a cell stands. */
export type ReadRow = (cells: readonly string[], number: RowNumber, place: (column?: number) => Place) => void;
