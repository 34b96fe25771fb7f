import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { PackResource, PlumblineMapping } from "../descriptor.ts";
import type { Place } from "../problem.ts";
import type { Batch } from "./csv.ts";
import { decode } from "./decode.ts";
import { locate } from "./located.ts";

/** Whether a file holds records (JSON or YAML) rather than rows. */
export function isRecords(path: string, format: string | undefined): boolean {
	return /^(?:json|ya?ml)$/i.test(format ?? "") || /\.(?:json|ya?ml)$/i.test(path);
}

/** Why a file's records can't be read, and where. */
export interface RecordsFault {
	readonly fault: string | Phrase;
	readonly place: Place;
}

/**
 * The rows of a list of records, as if it were a table with a header: what lies inside of an object is the column `name.official`, a list of words one
 * cell. A list of records inside of one (`terms`) gives a row for each, when the mapping names a column of it (`terms.start`). Numbers are kept as they
 * are written.
 */
export function recordRows(bytes: Uint8Array, path: string, resource: PackResource, mapping: PlumblineMapping): Batch | RecordsFault {
	const isYaml = /\.ya?ml$/i.test(path) || /ya?ml/i.test(resource.format ?? "");
	const source = locate(decode(bytes, resource.encoding), isYaml ? "yaml" : "json", "as written");
	if (source.error) return { fault: source.error.message, place: source.error.place };
	const found = listIn(source.value);
	if (!found) return { fault: phrase("it holds no list of records"), place: source.place([]) };
	const wanted = new Set(columnsOf(mapping));
	const columns = new Map<string, number>();
	const rows: string[][] = [];
	const owners: { readonly record: number; readonly nth: number }[] = [];
	const lines: (readonly [number, number] | undefined)[] = [undefined];
	for (const [record, item] of found.list.entries()) {
		for (const [nth, { cells, path: inner }] of unfold(item, wanted).entries()) {
			const row: string[] = [];
			for (const [name, { text }] of cells) {
				const column = columns.get(name) ?? columns.size;
				columns.set(name, column);
				row[column] = text;
			}
			rows.push(row);
			owners.push({ record, nth });
			const own = source.lines([...found.path, record, ...inner]);
			lines.push(own?.[0] === rows.length + 1 && own[1] === own[0] ? undefined : own);
		}
	}
	const header = [...columns.keys()];
	return {
		rows: [header, ...rows.map((row) => header.map((_, column) => row[column] ?? ""))],
		firstRow: 1,
		firstLine: 0,
		lines: 0,
		broken: [],
		linesOf: (row) => lines[row],
		// A cell is looked for only when something is wrong with it.
		place: (row, field) => {
			const owner = owners[row - 1];
			// The header stands nowhere: its names are those of every record.
			if (!owner) return { ...source.place(found.path), written: () => undefined };
			const { cells, path: inner } = unfold(found.list[owner.record] as Row, wanted)[owner.nth] as Unfolded;
			const cell = field === undefined ? undefined : cells.get(header[field] as string);
			return source.place([...found.path, owner.record, ...(cell?.path ?? inner)]);
		},
	};
}

/** The lists of records inside of the records of a file, by the name of their column: `ports`, `terms`. Empty when nothing can be read. */
export function listsWithin(bytes: Uint8Array, path: string): string[] {
	const source = locate(decode(bytes, undefined), /\.ya?ml$/i.test(path) ? "yaml" : "json", "as written");
	const found = source.error ? undefined : listIn(source.value);
	const names = (found?.list ?? [])
		.slice(0, LOOKED_AT)
		.flatMap((record) => Object.entries(record).flatMap(([key, value]) => (Array.isArray(value) && value.some(isRow) ? [key] : [])));
	return [...new Set(names)];
}

// Records that show what the others are like.
const LOOKED_AT = 50;

type Row = Readonly<{ [key: string]: unknown }>;
type Path = readonly (string | number)[];

/** One row of a record: its cells, and where in the record it stands. Paths begin at the record. */
interface Unfolded {
	readonly cells: ReadonlyMap<string, { readonly text: string; readonly path: Path }>;
	readonly path: Path;
}

/** The records: the whole, or the one list inside of it. */
function listIn(data: unknown): { readonly list: readonly Row[]; readonly path: Path } | undefined {
	if (Array.isArray(data)) return data.length > 0 && data.every(isRow) ? { list: data, path: [] } : undefined;
	if (!isRow(data)) return undefined;
	const inner = Object.entries(data).flatMap(([key, value]) =>
		Array.isArray(value) && value.length > 0 && value.every(isRow) ? [{ list: value as Row[], path: [key] }] : [],
	);
	return inner.length === 1 ? inner[0] : undefined;
}

function isRow(item: unknown): item is Row {
	return typeof item === "object" && item !== null && !Array.isArray(item);
}

/** A record's rows: one, or one for each of the records in a list of it that is wanted. */
function unfold(record: Row, wanted: ReadonlySet<string>): Unfolded[] {
	let rows: { cells: Map<string, { text: string; path: Path }>; path: Path }[] = [{ cells: new Map(), path: [] }];
	const walk = (value: unknown, name: string, path: Path): void => {
		const set = (text: string) => {
			for (const { cells } of rows) cells.set(name, { text, path });
		};
		if (value === null || value === undefined) return;
		if (Array.isArray(value)) {
			if (!value.some((item) => typeof item === "object" && item !== null)) set(value.map(String).join("|"));
			else if ([...wanted].some((column) => column.startsWith(`${name}.`))) {
				const before = rows;
				rows = value.flatMap((item: unknown, i) => {
					if (typeof item !== "object" || item === null) return [];
					const inner = unfold({ [name]: item }, new Set())[0] as Unfolded;
					const at = [...path, i];
					return before.map(({ cells }) => ({
						cells: new Map([
							...cells,
							...[...inner.cells].map(([key, cell]) => [key, { ...cell, path: [...at, ...cell.path.slice(1)] }] as const),
						]),
						path: at,
					}));
				});
			}
			return;
		}
		if (value instanceof Date) set(value.toISOString().slice(0, 10));
		else if (typeof value === "object")
			for (const [key, inner] of Object.entries(value)) walk(inner, name ? `${name}.${key}` : key, [...path, key]);
		else set(String(value));
	};
	walk(record, "", []);
	return rows;
}

/** The columns that a mapping names. */
function columnsOf(mapping: unknown): string[] {
	if (typeof mapping === "string") return [mapping];
	if (typeof mapping !== "object" || mapping === null) return [];
	return Object.entries(mapping).flatMap(([key, value]) => (key === "values" ? Object.keys(value as object) : columnsOf(value)));
}
