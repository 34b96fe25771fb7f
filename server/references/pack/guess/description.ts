import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { CellReference } from "../descriptor.ts";
import { fullDialect, parseRows } from "../text/csv.ts";
import { decode } from "../text/decode.ts";
import { noText } from "../text/no-text.ts";
import { isRecords, listsWithin, recordRows } from "../text/records.ts";
import { slug } from "./slug.ts";
import { type Guess, guessTable } from "./table.ts";

/** A first descriptor for a table, to be corrected by hand, and what could not be told from the table. */
export interface Description {
	readonly descriptor: object;
	readonly doubts: readonly Phrase[];
}

/** A file that a descriptor is wanted for. */
export interface TableFile {
	/** Its name, in the folder where the descriptor is to be. */
	readonly name: string;
	readonly bytes: Uint8Array;
	/** The bytes are the file's first ones: its last line may be broken off. */
	readonly isHead?: boolean;
}

/** Guesses a descriptor for a table: CSV, `.xlsx`, JSON or YAML. What is none is told, as a phrase that can follow the file's name. */
export async function describeTable(file: TableFile): Promise<Description | { readonly refusal: Phrase }> {
	const name = file.name.replace(/\.[^.]{1,6}$/, "");
	const read = await rowsOf(file);
	if ("refusal" in read) return read;
	const own = guessTable(read.rows, name);
	const lists = (read.lists ?? []).flatMap(({ name: list, rows }) => {
		const found = guessTable(rows, list);
		return found ? [{ name: list, guess: { ...found, plumbline: withoutPrefix(found.plumbline, list) } }] : [];
	});
	// Records that hold nothing but lists are told by those.
	const isWorth =
		own !== undefined && (lists.length === 0 || Object.keys((own.plumbline.values as object | undefined) ?? { value: 1 }).length > 0);
	const guesses = [...(own && isWorth ? [{ name: undefined, guess: own }] : []), ...lists];
	if (guesses.length === 0) return { refusal: phrase("holds no table: a header is needed, and a row below it, of two cells or more") };
	return {
		descriptor: {
			name: slug(name),
			title: name,
			licenses: [],
			sources: [],
			resources: guesses.flatMap(({ name: list, guess }) => resourcesOf(guess, list, file.name, read.dialect)),
		},
		doubts: [
			phrase("Name the licence, and where the table is from."),
			...(read.doubts ?? []),
			...guesses.flatMap(({ name: list, guess }) =>
				guess.doubts.map((doubt) => (list === undefined ? doubt : phrase("“{0}”: {1}", list, doubt))),
			),
		],
	};
}

/** A resource for each thing that the columns of one table tell: its figures, and the people who hold its offices. */
function resourcesOf(guess: Guess, list: string | undefined, file: string, own: Rows["dialect"]): object[] {
	const dialect = { ...own, ...guess.dialect };
	return [guess.plumbline, ...(guess.others ?? [])].map((plumbline, i) => ({
		name: `${list ?? plumbline.role}${i > 1 ? `-${i}` : ""}`,
		path: file,
		...(Object.keys(dialect).length > 0 && { dialect }),
		...(guess.schema && { schema: guess.schema }),
		plumbline,
	}));
}

/** A table's first rows, and what has to be said of how it is written for them to be read. */
interface Rows {
	readonly rows: readonly (readonly string[])[];
	readonly dialect?: Readonly<Record<string, unknown>>;
	readonly doubts?: readonly Phrase[];
	/** What lists of records inside of the records hold: a row for each of their items. */
	readonly lists?: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];
}

async function rowsOf({ name, bytes, isHead }: TableFile): Promise<Rows | { refusal: Phrase }> {
	if (/\.xlsx$/i.test(name)) return sheetOf(bytes);
	const other = noText(bytes);
	if (other !== undefined) return { refusal: other };
	if (isRecords(name, undefined)) {
		const found = recordRows(bytes, name, {}, { role: "facts" });
		if ("fault" in found) {
			const { line, column } = found.place;
			return { refusal: phrase("can't be read as a list of records: {0} (line {1}, column {2})", found.fault, line + 1, column + 1) };
		}
		return { rows: found.rows, lists: listsOf(bytes, name) };
	}
	const text = decode(bytes);
	const whole = isHead ? text.slice(0, text.lastIndexOf("\n") + 1) : text;
	return { rows: parseRows(whole, fullDialect(whole.slice(0, 20_000), {}), 1, 0).rows };
}

/** What is guessed of a list's table, with its measures called by their own names: `cargo`, not `ports-cargo`. */
function withoutPrefix(plumbline: Guess["plumbline"], list: string): Guess["plumbline"] {
	const { values } = plumbline as { values?: Readonly<Record<string, { readonly measure?: string }>> };
	if (values === undefined) return plumbline;
	const prefix = `${slug(list)}-`;
	const own = Object.entries(values).map(([column, { measure, ...rest }]) => [
		column,
		{ ...(measure !== undefined && { measure: measure.startsWith(prefix) ? measure.slice(prefix.length) : measure }), ...rest },
	]);
	return { ...plumbline, values: Object.fromEntries(own) };
}

/** The lists inside of a file's records, each as a table: its own columns, and when the record says that it was. */
function listsOf(bytes: Uint8Array, file: string): NonNullable<Rows["lists"]> {
	return listsWithin(bytes, file).flatMap((name) => {
		const subject: CellReference = `${name}.`;
		const found = recordRows(bytes, file, {}, { role: "facts", subject });
		if ("fault" in found) return [];
		const [header = [], ...body] = found.rows;
		const kept = header.flatMap((column, i) => (column.startsWith(`${name}.`) || isTime(column) ? [i] : []));
		return [{ name, rows: [header, ...body].map((cells) => kept.map((i) => cells[i] ?? "")) }];
	});
}

const isTime = (column: string): boolean => /^(?:year|date|period|month|quarter|season)$/i.test(column);

/** The first sheet that holds a table. */
async function sheetOf(bytes: Uint8Array): Promise<Rows | { refusal: Phrase }> {
	const { spreadsheets } = await import("../text/spreadsheet.ts");
	const faults: Phrase[] = [];
	const sheets = await spreadsheets(bytes, (message) => faults.push(message));
	const [fault] = faults;
	if (fault !== undefined) return { refusal: phrase("is not read: {0}", fault) };
	const tables = sheets.filter(([, rows]) => guessTable(rows) !== undefined);
	const [first] = tables;
	if (!first) return { rows: [] };
	const [sheetName, rows] = first;
	const others = tables.slice(1).map(([name]) => `“${name}”`);
	return {
		rows,
		...(sheetName !== sheets[0]?.[0] && { dialect: { sheetName } }),
		...(others.length > 0 && { doubts: [phrase("This is the sheet “{0}”; there are tables in {1} too.", sheetName, others.join(", "))] }),
	};
}
