import type { Phrase } from "../language/phrase.ts";

/** A row of a pack's file. */
export interface RowPlace {
	/** The row as a spreadsheet counts it: the header is 1. */
	readonly row: number;
	/** The file that the row stands in. */
	readonly uri?: string;
	/**
	 * The first and the last line of the row, from 1, where it is not the one line of its number: behind cells with line breaks and comments, in JSON and YAML.
	 */
	readonly lines?: readonly [first: number, last: number];
}

/** One row of a reference pack: subject, measure, quantity, period, and where it comes from. */
export interface Fact extends RowPlace {
	readonly pack: string;
	readonly resource: string;
	/** Entity id. */
	readonly subject: string;
	/** Measure id. */
	readonly measure: string;
	/** After scaling by the unit: `42.45` of `USD billion` is 42450000000. The lower end of a range. */
	readonly value: number;
	readonly high?: number;
	/** The value as printed in the table; its decimals say how exact it is. */
	readonly printed: string;
	/** Decimals as printed, at the unit's scale. */
	readonly decimals: number;
	/** The unit's scale: 1e9 for `USD billion`. */
	readonly scale: number;
	/**
	 * ISO 4217, `percent`, `percentage point`, or a unit's singular English name, without scale: `USD`, `person`.
	 * `date` when the fact is a date: `printed` is that date (`2022-04-08`), `value` its year.
	 */
	readonly unit: string;
	/** `2025`, `2025-Q4`, `2026-02-04`, `2024-07/2025-06`; absent when the fact holds at any time. */
	readonly period?: string;
	/** The vintage: first day that it was public, `YYYY-MM-DD`; absent means always visible. */
	readonly knownAt?: string;
	readonly qualifier?: "approx" | "min" | "max" | "forecast";
	readonly source?: string;
	readonly locator?: string;
	readonly note?: string;
	/** Its table says that it leaves nothing out: no period since its first, no part of a whole that has such a figure. */
	readonly complete?: true;
	/** A date after which the fact counts as stale. */
	readonly reviewBy?: string;
	readonly verifiedBy?: string;
	readonly verifiedOn?: string;
}

/** Somebody or something that facts are about. Its row is the one that declares it. */
export interface Entity extends Partial<RowPlace> {
	readonly id: string;
	readonly name: string;
	readonly aliases: readonly string[];
	readonly type?: string;
	readonly partOf?: string;
	/** The same thing elsewhere: Wikidata, LEI, CIK, ISO. Equal ones in two packs are one thing. */
	readonly sameAs?: string;
	/** No table declares it: only facts speak of it. */
	readonly implied?: true;
	/** The header of the column that it was met in, where no table declares it: `Hospital`; else the kind that its table calls its type. */
	readonly column?: string;
	readonly pack: string;
}

/** What facts measure. Its row is the one that declares it. */
export interface Measure extends Partial<RowPlace> {
	readonly id: string;
	readonly label: string;
	/** The label of what was computed, as it can be said in another language; absent where it is a pack's own. */
	readonly said?: Phrase;
	readonly aliases: readonly string[];
	/** Unit without scale, as in `Fact.unit`. */
	readonly unit?: string;
	readonly kind?: "stock" | "flow" | "event" | "index";
	readonly newerWins?: boolean;
	/** Ids of near neighbours: data traffic is not data created. */
	readonly confusableWith: readonly string[];
	/** Relative tolerance, 0.01 for one percent. */
	readonly tolerance?: number;
	/** No table declares it: only facts speak of it. */
	readonly implied?: true;
	readonly pack: string;
}

/** A row of a people table: one person may have several, each with its time. */
export interface Person extends RowPlace {
	readonly id: string;
	readonly name: string;
	readonly aliases: readonly string[];
	readonly title?: string;
	readonly organisation?: string;
	readonly from?: string;
	readonly to?: string;
	readonly pack: string;
	readonly resource: string;
}

/** A source document that a pack holds, for quotations to be compared with. */
export interface SourceDocument {
	readonly pack: string;
	readonly resource: string;
	/** The document's file. */
	readonly uri?: string;
	readonly speaker?: string;
	readonly date?: string;
	readonly title?: string;
	readonly source?: string;
	readonly text: string;
}
