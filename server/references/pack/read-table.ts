import type { Host } from "../../host.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";
import type { Described } from "./describe.ts";
import type { PackResource, PlumblineMapping } from "./descriptor.ts";
import type { FoundPack } from "./find.ts";
import type { Place, Problems } from "./problem.ts";
import { Columns, headerOf } from "./rows/columns.ts";
import { factReader } from "./rows/facts.ts";
import { formatsOf } from "./rows/formats.ts";
import { entityReader, measureReader, personReader } from "./rows/lists.ts";
import type { PackSink, ReadRow, Table } from "./rows/table.ts";
import { type Batch, type Dialect, type FullDialect, fullDialect, parseRows } from "./text/csv.ts";
import { decode, isByteWise, markedEncoding } from "./text/decode.ts";
import { noText } from "./text/no-text.ts";
import { isRecords, recordRows } from "./text/records.ts";
import { segments } from "./text/segments.ts";
import { sha256 } from "./trust/digest.ts";

/** Everything that the tables of one pack share while they are read. */
export interface Reading {
	readonly host: Host;
	readonly found: FoundPack;
	readonly described: Described;
	readonly name: string;
	readonly problems: Problems;
	readonly sink: PackSink;
	readonly shared: Pick<Table, "entities" | "measures" | "implied" | "mismatches" | "named"> & {
		readonly measureUnits: Map<string, string>;
		/** Tables of facts that nothing says the source of. */
		readonly unsourced: Set<string>;
	};
}

/** One file of one resource. */
export interface TableFile {
	readonly resource: PackResource;
	/** The resource's place in the descriptor. */
	readonly index: number;
	readonly mapping: Exclude<PlumblineMapping, { role: "document" }>;
	readonly path: string;
	readonly uri: string;
}

/** Reads one table, text piece by piece, into the sink. Answers the hash of its bytes. Rejects when the file can't be read. */
export async function readTable(reading: Reading, file: TableFile): Promise<string> {
	const { resource, uri } = file;
	const rows = new TableRows(reading, file);
	const fault = (message: Phrase, place: Place = { line: 0, column: 0, endColumn: 0 }) =>
		reading.problems.add(uri, "broken-table", message, place);
	const whole = async (bytes: Uint8Array, batch: Batch) => {
		const { firstRow, firstLine, rows: all } = batch;
		const hash = reading.sink.segment?.({ uri, resource: file.index, start: 0, bytes, firstRow, firstLine, rows: all.length });
		rows.read(batch);
		return hash ?? sha256(bytes);
	};
	if (isSpreadsheet(file.path, resource.format)) {
		const bytes = await reading.host.read(uri);
		// Few packs hold one, and its reader is large.
		const { spreadsheetRows } = await import("./text/spreadsheet.ts");
		const found = await spreadsheetRows(bytes, resource, fault);
		return found ? whole(bytes, sheetBatch(found)) : sha256(bytes);
	}
	if (isRecords(file.path, resource.format)) {
		const bytes = await reading.host.read(uri);
		const found = recordRows(bytes, file.path, resource, file.mapping);
		if (!("fault" in found)) return whole(bytes, found);
		fault(phrase("The file can't be read as a list of records ({0}).", found.fault), found.place);
		return sha256(bytes);
	}
	const hashes: string[] = [];
	const stream = reading.host.stream?.(uri) ?? [await reading.host.read(uri)];
	let dialect: FullDialect | undefined;
	let row = 1;
	let line = 0;
	for await (const { bytes, start } of cut(stream, resource)) {
		const kind = start > 0 || (resource.encoding !== undefined && !isByteWise(resource.encoding)) ? undefined : noText(bytes);
		if (kind !== undefined) {
			fault(phrase("The file {0}.", kind));
			return sha256(bytes);
		}
		const text = decode(bytes, resource.encoding);
		dialect ??= fullDialect(text.slice(0, 20_000), dialectOf(resource));
		const batch = parseRows(text, dialect, row, line);
		hashes.push(
			reading.sink.segment?.({ uri, resource: file.index, start, bytes, firstRow: row, firstLine: line, rows: batch.rows.length }) ??
				(await sha256(bytes)),
		);
		if (!rows.read(batch)) break;
		row += batch.rows.length;
		line += batch.lines;
	}
	rows.end();
	return hashes.join("");
}

/** Whether a file is a spreadsheet rather than text. */
export function isSpreadsheet(path: string, format: string | undefined): boolean {
	return format === "xlsx" || /\.xlsx$/i.test(path);
}

/** Whether a table is text whose rows are lines. */
export function isRowsOfText({ path, resource: { format } }: Pick<TableFile, "path" | "resource">): boolean {
	return !isSpreadsheet(path, format) && !isRecords(path, format);
}

/** A table's rows as they come: the header first, then each row to its reader. */
export class TableRows {
	readonly #reading: Reading;
	readonly #file: TableFile;
	#read: ReadRow | undefined;
	#width = 0;
	#header: readonly string[] | undefined;

	constructor(reading: Reading, file: TableFile) {
		this.#reading = reading;
		this.#file = file;
	}

	/** The header's cells, once it has been met. */
	get header(): readonly string[] | undefined {
		return this.#header;
	}

	/** Begins with a header that is known already: what comes are rows. `place` says where its cells stand. False when nothing can be made of it. */
	begin(header: readonly string[], place: (column?: number) => Place): boolean {
		const { found, described, name, problems, sink, shared, host } = this.#reading;
		const { resource, index, mapping, path, uri } = this.#file;
		const { source } = described;
		this.#header = header;
		sink.header?.(uri, header);
		this.#width = header.length;
		const columns = new Columns(
			headerOf(header),
			path,
			(at, code, message, more) => {
				if (source && found.descriptor !== undefined)
					problems.add(found.descriptor, code, message, source.place(["resources", index, "plumbline", ...at]), more);
				else problems.add(uri, code, message, () => place(), { ...more, fix: undefined });
			},
			(column, code, message, more) => problems.add(uri, code, message, () => place(column), more),
			found.descriptor === undefined,
		);
		const from = sourceOf(resource.sources) ?? sourceOf(described.descriptor.sources);
		const table = {
			pack: name,
			resource: resource.name || path,
			uri,
			columns,
			problems,
			sink,
			today: host.today(),
			...shared,
			...(from !== undefined && { source: from }),
		};
		if (mapping.role === "facts") this.#read = factReader(mapping, table, formatsOf(resource));
		else if (mapping.role === "entities") this.#read = entityReader(mapping, table);
		else if (mapping.role === "measures") this.#read = measureReader(mapping, table);
		else this.#read = personReader(mapping, table);
		const isSourced = [resource.sources, described.descriptor.sources].some((list) => Array.isArray(list) && list.length > 0);
		if (this.#read && mapping.role === "facts" && !isSourced && mapping.source === undefined && columns.header.index("source") < 0)
			shared.unsourced.add(uri);
		return this.#read !== undefined;
	}

	/** Reads some rows; false when no more need come. */
	read(batch: Batch): boolean {
		const { problems } = this.#reading;
		const { resource, uri } = this.#file;
		const headerRow = headerRowOf(resource);
		const broken = new Set(batch.broken);
		for (const [i, cells] of batch.rows.entries()) {
			const row = batch.firstRow + i;
			if (this.#header === undefined) {
				if (row < headerRow) continue;
				if (!this.begin(headerRow > 0 ? cells : fieldNames(resource, cells.length), (column) => batch.place(i, column))) return false;
				if (headerRow > 0) continue;
			}
			if (cells.length === 1 && cells[0] === "") continue;
			if (broken.has(i)) {
				const message = phrase(
					"Row {0} has a quotation mark that is not closed, so where its cells end is unknown. Close it, or double quotation marks inside a cell.",
					row,
				);
				problems.add(uri, "broken-table", message, () => batch.place(i));
				continue;
			}
			if (cells.length !== this.#width && !this.#tolerates(cells, row, () => batch.place(i))) continue;
			(this.#read as ReadRow)(cells, { row, lines: batch.linesOf(i), isApart: batch.isText === true }, (column) => batch.place(i, column));
		}
		return true;
	}

	/** Tells what the end of the table shows. */
	end(): void {
		if (this.#header !== undefined) return;
		const place = { line: 0, column: 0, endColumn: 0 };
		this.#reading.problems.add(this.#file.uri, "broken-table", phrase("The table is empty: it has not even a header."), place);
	}

	/** A row of another length than the header: one that is too short is read, with what it has. */
	#tolerates(cells: readonly string[], row: number, place: () => ReturnType<Batch["place"]>): boolean {
		const [only = ""] = cells;
		const separator = cells.length === 1 ? SEPARATORS.find((mark) => only.split(mark).length === this.#width) : undefined;
		if (separator !== undefined) {
			const message =
				separator === "\t"
					? phrase("Row {0} has “tab” between its cells, and the header another separator. Use the same in every row.", row)
					: phrase("Row {0} has “{1}” between its cells, and the header another separator. Use the same in every row.", row, separator);
			this.#reading.problems.add(this.#file.uri, "broken-table", message, place);
			return false;
		}
		const surplus = cells.slice(this.#width).some((cell) => cell.trim() !== "");
		if (cells.length >= this.#width && !surplus) return true;
		const count = cells.length === 1 ? phrase("1 cell") : phrase("{0} cells", cells.length);
		const message = phrase(
			surplus
				? "Row {0} has {1}, and the header has {2}. A separator inside a cell needs quotation marks around the cell."
				: "Row {0} has {1}, and the header has {2}. Fill in what is missing, or complete the row with separators.",
			row,
			count,
			this.#width,
		);
		this.#reading.problems.add(this.#file.uri, "broken-table", message, place, { severity: surplus ? "error" : "warning" });
		return !surplus;
	}
}

const SEPARATORS = [",", ";", "\t", "|"];

/** Rows of a sheet: a place's line is the row, its column the cell. */
export function sheetBatch(rows: readonly (readonly string[])[]): Batch {
	return {
		rows,
		firstRow: 1,
		firstLine: 0,
		lines: rows.length,
		broken: [],
		linesOf: () => undefined,
		place: (row, field) => ({
			line: row,
			column: field ?? 0,
			endColumn: field === undefined ? (rows[row]?.length ?? 0) : field + 1,
			written: () => undefined,
		}),
	};
}

/** A table's bytes in stretches of whole rows; all at once where an encoding does not let them be cut. */
async function* cut(
	stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	resource: PackResource,
): AsyncGenerator<{ bytes: Uint8Array; start: number }> {
	const pieces = peeked(stream);
	const first = await pieces.next();
	if (first.done) return;
	const all = (async function* () {
		yield first.value;
		yield* pieces;
	})();
	if (isByteWise(markedEncoding(first.value) ?? resource.encoding)) {
		const { delimiter, quoteChar } = fullDialect(decode(first.value.subarray(0, 20_000), resource.encoding), dialectOf(resource));
		yield* segments(all, { delimiter: delimiter.charCodeAt(0) & 0xff, quote: quoteChar.charCodeAt(0) & 0xff });
		return;
	}
	const parts: Uint8Array[] = [];
	for await (const piece of all) parts.push(piece);
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	yield { bytes: whole, start: 0 };
}

async function* peeked(stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	for await (const piece of stream) if (piece.length > 0) yield piece;
}

/** Where figures are from: the address, else the title of the first source. */
export function sourceOf(sources: unknown): string | undefined {
	const first: unknown = Array.isArray(sources) ? sources[0] : undefined;
	if (!first || typeof first !== "object") return typeof first === "string" ? first : undefined;
	const { path, title, name } = first as Record<string, unknown>;
	return [path, title, name].find((value): value is string => typeof value === "string" && value !== "");
}

/** The row that holds the header, from 1; 0 when there is none. */
function headerRowOf(resource: PackResource): number {
	const { header, headerRows } = dialectOf(resource);
	return header === false ? 0 : Math.max(1, ...(headerRows ?? []));
}

/** The dialect that a resource declares. */
export function dialectOf(resource: PackResource): Dialect {
	const given = typeof resource.dialect === "object" ? resource.dialect : {};
	const { delimiter, quoteChar, escapeChar, commentChar, header, headerRows, skipInitialSpace } = given;
	const tabbed = resource.format === "tsv" || (typeof resource.path === "string" && /\.(?:tsv|tab)$/i.test(resource.path));
	const separator = delimiter ?? (tabbed ? "\t" : undefined);
	return {
		...(separator !== undefined && { delimiter: separator }),
		...(quoteChar !== undefined && { quoteChar }),
		...(escapeChar !== undefined && { escapeChar }),
		...(commentChar !== undefined && { commentChar }),
		...(header !== undefined && { header }),
		...(headerRows !== undefined && { headerRows }),
		...(skipInitialSpace !== undefined && { skipInitialSpace }),
	};
}

/** The names of a table without header: its schema's fields, else numbers from 1. */
function fieldNames(resource: PackResource, width: number): string[] {
	const fields = typeof resource.schema === "object" ? (resource.schema.fields ?? []) : [];
	return Array.from({ length: width }, (_, i) => fields[i]?.name ?? String(i + 1));
}
