import type { Entity, Fact, Measure, Person, RowPlace, SourceDocument } from "./fact.ts";

/** A name of the packs met in a text. Offsets are that text's. Several ids mean that the name is ambiguous (Georgia). */
export interface Mention {
	readonly start: number;
	readonly end: number;
	readonly kind: "entity" | "measure" | "person";
	readonly ids: readonly string[];
	/** The pack's own spelling when the text's is a slip (`Benzingo` for Benzinga). */
	readonly spelling?: string;
	/** Only a part of the name stands there: a surname, the head noun of a measure. */
	readonly partial?: true;
}

/** Facts of one subject; of the named measures only, when there are any. */
export interface FactQuery {
	readonly subject: string;
	readonly measures?: readonly string[];
}

/** Facts with a value near this one, after scaling by the unit (`42.5 billion` is 42500000000). */
export interface NearQuery {
	readonly value: number;
	/** How far from it a value may be, in the same unit. */
	readonly within: number;
	/** Facts in this unit only, written as `Fact.unit` is. */
	readonly unit?: string;
	/** Facts of these measures only. */
	readonly measures?: readonly string[];
	/** Facts of just this period, written as `Fact.period` is. */
	readonly period?: string;
	readonly limit: number;
}

/** Whether an article uses a word (its key) in small letters anywhere: then a capital alone makes no name of it. `text` is the index of the text that asks. */
export type SmallWords = (key: string, text: number) => boolean;

/** A thing that packs know, and the row where it stands: its own, or that of a fact about it when no table declares it. In a database it has no file. */
export interface Known extends RowPlace {
	readonly kind: Mention["kind"];
	readonly name: string;
	/** What it is: `company`, `USD`, `chief engineer, Vela`. */
	readonly detail?: string;
	readonly pack: string;
	/** Of a person's row: since when and until when it holds. */
	readonly from?: string;
	readonly to?: string;
}

/** What one line of a pack's file says. */
export interface RowContent {
	/** A wide table has several facts in a row. */
	readonly facts: readonly Fact[];
	/** What a table of entities, measures or people declares there. */
	readonly declared: readonly Known[];
}

/** Who a pack is. */
export interface PackSummary {
	readonly name: string;
	readonly title: string;
	readonly version: string;
	/** Changes whenever anything in the pack does: verdicts are kept by it. */
	readonly hash: string;
	readonly facts: number;
	/** Who signed the lock that lists the pack, by the name under which the user trusts them. */
	readonly vouchedBy?: string;
}

/**
 * The packs that a check may ask. One asynchronous, batched interface over every kind of storage: stores answer candidates,
 * and all judging happens above them. A store never throws for a pack that has gone or broken: it answers what it still has.
 */
export interface ReferenceStore {
	/** Another array once what is asked is answered from elsewhere: answers from before and after do not go together. */
	readonly packs: readonly PackSummary[];
	/**
	 * Names of entities, measures and people in each text, in order of their start; longest wins, overlaps are settled. `isSmall` says which words the
	 * article uses in small letters, when the texts are only some of its; otherwise they are all that there is.
	 */
	mentions(texts: readonly string[], isSmall?: SmallWords): Promise<readonly (readonly Mention[])[]>;
	/** Facts of each query, all periods and vintages. */
	facts(queries: readonly FactQuery[]): Promise<readonly (readonly Fact[])[]>;
	/**
	 * Facts of each query by nearest value, the nearest first, whoever they are about. A range counts by its lower end. Of values that a great many facts
	 * have (thousands), only some are looked at.
	 */
	near(queries: readonly NearQuery[]): Promise<readonly (readonly Fact[])[]>;
	entities(ids: readonly string[]): Promise<readonly Entity[]>;
	/** Ids of what the packs declare to be part of each whole, which may be given by id or by name. A whole of more than `limit` parts answers none. */
	members(wholes: readonly string[], limit: number): Promise<readonly (readonly string[])[]>;
	measures(ids: readonly string[]): Promise<readonly Measure[]>;
	/** Every row of each person. */
	people(ids: readonly string[]): Promise<readonly (readonly Person[])[]>;
	/** The documents that may hold words of these speakers (entity ids, person ids or names as written); all of them when `speakers` is absent. */
	documents(speakers?: readonly string[]): Promise<readonly SourceDocument[]>;
	/** Things of some kinds with a name that contains a text, by case and accents alike; all of them for an empty one. At most `limit`. */
	search(text: string, kinds: readonly Mention["kind"][], limit: number): Promise<readonly Known[]>;
	/** What the row says that has this line of a file, the line from 1; in a spreadsheet the row itself. */
	row(uri: string, line: number): Promise<RowContent>;
	close(): void;
}
