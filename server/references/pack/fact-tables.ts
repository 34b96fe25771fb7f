import Papa from "papaparse";
import { type Host, HostError } from "../../host.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";
import { describePack } from "./describe.ts";
import type { FactsMapping, PackResource } from "./descriptor.ts";
import { findPacks, reasonOf } from "./find.ts";
import { Problems } from "./problem.ts";
import { byRole, filesOf, identity, readingOf } from "./read-pack.ts";
import { dialectOf, isSpreadsheet } from "./read-table.ts";
import { Columns, headerOf } from "./rows/columns.ts";
import { fullDialect, parseRows } from "./text/csv.ts";
import { decodeExactly } from "./text/decode.ts";
import { isRecords } from "./text/records.ts";
import { lockedPath, readLock } from "./trust/lock.ts";

/** What a new row of a table of facts may say, by the names that `docs/packs.md` gives its columns. */
export const rowColumns = ["subject", "measure", "value", "unit", "period", "source", "locator", "verified_by", "verified_on"] as const;
export type RowColumn = (typeof rowColumns)[number];
export type NewRow = Readonly<Partial<Record<RowColumn, string>>>;

/** A file of facts in an open pack, and whether a row can be written behind its others. */
export interface FactTable {
	readonly pack: string;
	readonly uri: string;
	/** The file below its pack's folder. */
	readonly path: string;
	readonly resource: PackResource;
	readonly mapping: FactsMapping;
	/** The columns that a new row can fill. */
	readonly columns: readonly RowColumn[];
	/** A lock vouches for the pack as it is: a new row is not used before the pack is locked again. */
	readonly locked: boolean;
	/** Why no row can be added, as a phrase after the file's name: `is a spreadsheet`. */
	readonly refusal?: Phrase;
}

/** Every file of facts of the packs in some places, in the order of the packs. Reads the files as they are now. Never throws. */
export async function factTables(host: Host, places: readonly string[]): Promise<FactTable[]> {
	const unheard = new Problems();
	const tables = new Map<string, FactTable>();
	for (const place of places) {
		const lock = await readLock(host, place, unheard);
		for (const found of await findPacks(host, place, unheard)) {
			const described = await describePack(host, found, unheard);
			if (!described) continue;
			const reading = readingOf(host, found, described, nowhere, unheard);
			const locked = lock?.packs.find(({ path }) => path === lockedPath(place, found));
			for (const { resource, index, mapping } of byRole(described)) {
				if (mapping.role !== "facts") continue;
				for (const { path, uri } of await filesOf(reading, resource, index)) {
					if (tables.has(uri)) continue;
					const pack = identity(found, described).name;
					const base = { pack, uri, path, resource, mapping, locked: lock !== undefined };
					const refusal = ownerOf(uri, locked?.from);
					tables.set(uri, { ...base, ...(refusal === undefined ? await shapeOf(host, base) : { columns: [], refusal }) });
				}
			}
		}
	}
	return [...tables.values()];
}

const nowhere = { fact() {}, entity() {}, measure() {}, person() {}, document() {} };

/** Why a row does not belong into a file that somebody else keeps: the next install or download would take it away again. */
function ownerOf(uri: string, from: string | undefined): Phrase | undefined {
	if (uri.includes("/node_modules/")) return phrase("belongs to an installed package");
	return from !== undefined && /^(?:https?|npm):/i.test(from) ? phrase("was fetched from {0}", from) : undefined;
}

async function shapeOf(host: Host, table: Pick<FactTable, "uri" | "path" | "resource" | "mapping">): Promise<Shape> {
	const { uri, path, resource } = table;
	if (isSpreadsheet(path, resource.format)) return { columns: [], refusal: phrase("is a spreadsheet") };
	if (isRecords(path, resource.format)) return { columns: [], refusal: phrase("is a list of records, not a table") };
	try {
		const text = decodeExactly(await host.read(uri));
		return text === undefined ? { columns: [], refusal: phrase("is not UTF-8") } : shapeIn(text, table);
	} catch (error) {
		return { columns: [], refusal: error instanceof HostError ? reasonOf(error) : phrase("can't be read") };
	}
}

interface Shape {
	readonly columns: readonly RowColumn[];
	readonly refusal?: Phrase;
}

/** Which columns of a table's text a new row fills, and why it can't where one lacks that every such row needs. */
function shapeIn(text: string, table: Pick<FactTable, "path" | "resource" | "mapping">): Shape {
	const places = layoutOf(text, table);
	if ("english" in places) return { columns: [], refusal: places };
	const columns = rowColumns.filter((name) => places.at.has(name));
	const lacking = NEEDED.find((name) => !places.at.has(name));
	return lacking === undefined ? { columns } : { columns, refusal: phrase("has no column for the {0}", lacking) };
}

/** Without these a figure would stand there without what it is, of when, or where it is from. */
const NEEDED: readonly RowColumn[] = ["subject", "measure", "value", "unit", "period", "source"];

/** Where the columns of a table are; a refusal where they can't be found. */
function layoutOf(text: string, { path, resource, mapping }: Pick<FactTable, "path" | "resource" | "mapping">) {
	const written = dialectOf(resource);
	if (written.header === false) return phrase("has no header");
	if (mapping.values || mapping.valuesMatching) return phrase("has several figures in a row");
	const dialect = fullDialect(text.slice(0, HEAD), written);
	const batch = parseRows(text.replace(/^\ufeff/, ""), dialect, 1, 0);
	const [broken] = batch.broken;
	if (broken !== undefined) return phrase("has a quotation mark in row {0} that is not closed", broken + 1);
	const header = batch.rows[Math.max(1, ...(written.headerRows ?? [])) - 1];
	if (!header) return phrase("is empty");
	const columns = new Columns(headerOf(header), path, () => {});
	const at = new Map<RowColumn, number>();
	for (const name of rowColumns) {
		const reference = mapping[name];
		// A part of a column, a constant or a part of the path is nothing that a new row could write.
		if (reference !== undefined && typeof reference !== "string") continue;
		const column = columns.reader(reference, [name], name, ...(name === "subject" ? ["entity"] : []))?.column;
		if (column !== undefined) at.set(name, column);
	}
	return { dialect, at, width: header.length, rows: batch.rows.length };
}

/** So much of a table shows how it is written, as where it is read. */
const HEAD = 20_000;

/** A row as it is to be written behind the others: the text that goes to the end of the file. */
export interface AppendedRow {
	readonly newText: string;
	/** As a spreadsheet counts, the header being 1. */
	readonly row: number;
}

/** A new row for a table that has this text now; why there can be none, as a phrase after the file's name. Cells are quoted as the table's dialect wants it. */
export function appendedRow(text: string, table: Pick<FactTable, "path" | "resource" | "mapping">, row: NewRow): AppendedRow | Phrase {
	const layout = layoutOf(text, table);
	if ("english" in layout) return layout;
	const { dialect, at, width, rows } = layout;
	const cells = Array.from({ length: width }, () => "");
	for (const [name, column] of at) cells[column] = (row[name] ?? "").replace(/\s+/g, " ").trim();
	const { delimiter, quoteChar, escapeChar = quoteChar, commentChar } = dialect;
	const quotes = cells.map((cell, i) => i === 0 && commentChar !== undefined && cell.startsWith(commentChar));
	const written = Papa.unparse([cells], { delimiter, quoteChar, escapeChar, quotes });
	const end = text.includes("\r\n") ? "\r\n" : "\n";
	return { newText: `${text === "" || /[\r\n]$/.test(text) ? "" : end}${written}${end}`, row: rows + 1 };
}
