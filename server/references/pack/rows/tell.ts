import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { CellReference, FactsMapping } from "../descriptor.ts";
import type { PackProblem, PackProblemCode, Place } from "../problem.ts";
import type { RowNumber, Table } from "./table.ts";

/** A row, by its number and its lines, and the file that it stands in. */
interface Numbered extends Pick<RowNumber, "row"> {
	readonly lines?: RowNumber["lines"];
	readonly uri?: string;
}

/** A row at the beginning of a sentence: `Row 5`. In JSON and YAML, where nobody counts records, `The record on line 12`. */
export const rowAtStart = ({ row, lines, uri }: Numbered): Phrase =>
	lines && isOfRecords(uri) ? phrase("The record on line {0}", lines[0]) : phrase("Row {0}", row);

/** The same within a sentence. */
export const rowWithin = ({ row, lines, uri }: Numbered): Phrase =>
	lines && isOfRecords(uri) ? phrase("the record on line {0}", lines[0]) : phrase("row {0}", row);

/** Whether two entries of a file are items of one list in a record, or stand on one line. */
export const isOneRecord = (one: Numbered, other: Numbered): boolean =>
	isOfRecords(one.uri) && one.lines !== undefined && one.lines[0] === other.lines?.[0];

/** Whether a file is one of records: a table in text has rows with numbers, also where cells have line breaks. */
const isOfRecords = (uri = ""): boolean => /\.(?:json|ya?ml)$/i.test(uri);

/** Where a text comes from: a cell, or the constant at a path below `plumbline`; neither when nothing gives it. */
export interface Spot {
	readonly column?: number | undefined;
	readonly path?: readonly PropertyKey[] | undefined;
}

/** Tells a fault of a row. `instead` is the text that is wrong, and what was meant by it when that is known. */
export type Tell = (
	code: PackProblemCode,
	message: Phrase,
	spot: Spot,
	severity?: PackProblem["severity"],
	instead?: readonly [text: string, meant?: string | undefined],
) => void;

/** Tells the faults of a table's rows, one row after the other. A fault of a cell stands in the table, that of a constant in the descriptor, once. */
export function tellerOf(
	mapping: FactsMapping,
	{ columns, problems, uri }: Pick<Table, "columns" | "problems" | "uri">,
): (cells: readonly string[], place: (column?: number) => Place) => Tell {
	const told = new Set<string>();
	return (cells, place) =>
		(code, message, { column, path }, severity = "error", instead = [""]) => {
			const [text, meant] = instead;
			if (column !== undefined || path === undefined) {
				// A pattern may have cut the text out of its cell.
				const isWhole = column !== undefined && cells[column]?.trim() === text;
				problems.add(uri, code, message, () => place(column), { severity, ...(isWhole && { fix: meant }) });
				return;
			}
			const key = `${code} ${path.join()} ${text}`;
			if (told.has(key)) return;
			told.add(key);
			const isWhole = path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step], mapping) === text;
			columns.fault(path, code, message, { severity, ...(isWhole && { fix: meant }) });
		};
}

/** The path of a reference that is the same for every row; undefined for one that names a column. */
export function constantPath(key: string, reference: CellReference | undefined): PropertyKey[] | undefined {
	if (typeof reference !== "object") return undefined;
	if ("is" in reference) return [key, "is"];
	return "fromPath" in reference ? [key, "fromPath"] : undefined;
}
