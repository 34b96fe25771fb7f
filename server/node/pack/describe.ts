import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { inEnglish } from "../../language/phrase.ts";
import { type Guess, guessTable } from "../../references/pack/guess/table.ts";
import { fullDialect, parseRows } from "../../references/pack/text/csv.ts";
import { decode } from "../../references/pack/text/decode.ts";
import { noText } from "../../references/pack/text/no-text.ts";
import { isRecords, listsWithin, recordRows } from "../../references/pack/text/records.ts";
import { CallError } from "../call-error.ts";
import { slug } from "./init.ts";
import type { Output } from "./output.ts";
import { placeOf } from "./places.ts";

// Enough for two thousand rows; the rest of a large table says nothing new.
const HEAD = 1024 * 1024;

/** A table's first rows, and what has to be said of how it is written for them to be read. */
interface Rows {
	readonly rows: readonly (readonly string[])[];
	readonly dialect?: Readonly<Record<string, unknown>>;
	readonly doubts?: readonly string[];
	/** What lists of records inside of the records hold: a row for each of their items. */
	readonly lists?: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];
}

/** Prints a descriptor that says what a table seems to hold; what it does not show is told on standard error. Throws `CallError` for what is no table. */
export async function describe(file: string, { out, err }: Output): Promise<number> {
	placeOf(file);
	if (!statSync(file).isFile()) throw new CallError(`pack describe: ${file} is no file; name a table: CSV, .xlsx, JSON or YAML`);
	const name = path.basename(file).replace(/\.[^.]{1,6}$/, "");
	const read = await rowsOf(file);
	const own = guessTable(read.rows, name);
	const lists = (read.lists ?? []).flatMap(({ name: list, rows }) => {
		const found = guessTable(rows, list);
		return found ? [{ name: list, guess: { ...found, plumbline: withoutPrefix(found.plumbline, list) } }] : [];
	});
	// Records that hold nothing but lists are told by those.
	const isWorth =
		own !== undefined && (lists.length === 0 || Object.keys((own.plumbline.values as object | undefined) ?? { value: 1 }).length > 0);
	const guesses = [...(own && isWorth ? [{ name: undefined, guess: own }] : []), ...lists];
	if (guesses.length === 0)
		throw new CallError(`pack describe: ${file} holds no table: a header is needed, and a row below it, of two cells or more`);
	const descriptor = {
		name: slug(name),
		title: name,
		licenses: [],
		sources: [],
		resources: guesses.flatMap(({ name: list, guess }) => {
			const dialect = { ...read.dialect, ...guess.dialect };
			return [guess.plumbline, ...(guess.others ?? [])].map((plumbline, i) => ({
				name: `${list ?? plumbline.role}${i > 1 ? `-${i}` : ""}`,
				path: path.basename(file),
				...(Object.keys(dialect).length > 0 && { dialect }),
				...(guess.schema && { schema: guess.schema }),
				plumbline,
			}));
		}),
	};
	out(`${JSON.stringify(descriptor, undefined, 2)}\n`);
	const doubts = guesses.flatMap(({ name: list, guess }) =>
		guess.doubts.map((doubt) => (list === undefined ? inEnglish(doubt) : `“${list}”: ${inEnglish(doubt)}`)),
	);
	for (const doubt of ["Name the licence, and where the table is from.", ...(read.doubts ?? []), ...doubts]) err(`${doubt}\n`);
	return 0;
}

async function rowsOf(file: string): Promise<Rows> {
	const refuse = (why: string): never => {
		throw new CallError(`pack describe: ${file} ${why}`);
	};
	if (/\.xlsx$/i.test(file)) return sheetOf(file, refuse);
	const { bytes, isAll } = head(file);
	const other = noText(bytes);
	if (other !== undefined) refuse(inEnglish(other));
	if (isRecords(file, undefined)) {
		const found = recordRows(readFileSync(file), path.basename(file), {}, { role: "facts" });
		if ("fault" in found) {
			const { line, column } = found.place;
			return refuse(`can't be read as a list of records: ${inEnglish(found.fault)} (line ${line + 1}, column ${column + 1})`);
		}
		return { rows: found.rows, lists: listsOf(file) };
	}
	const text = decode(bytes);
	const whole = isAll ? text : text.slice(0, text.lastIndexOf("\n") + 1);
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
function listsOf(file: string): NonNullable<Rows["lists"]> {
	const bytes = readFileSync(file);
	return listsWithin(bytes, file).flatMap((name) => {
		const found = recordRows(bytes, path.basename(file), {}, { role: "facts", subject: `${name}.` });
		if ("fault" in found) return [];
		const [header = [], ...body] = found.rows;
		const kept = header.flatMap((column, i) => (column.startsWith(`${name}.`) || isTime(column) ? [i] : []));
		return [{ name, rows: [header, ...body].map((cells) => kept.map((i) => cells[i] ?? "")) }];
	});
}

const isTime = (column: string): boolean => /^(?:year|date|period|month|quarter|season)$/i.test(column);

/** The first sheet that holds a table. */
async function sheetOf(file: string, refuse: (why: string) => never): Promise<Rows> {
	const { spreadsheets } = await import("../../references/pack/text/spreadsheet.ts");
	const faults: string[] = [];
	const sheets = await spreadsheets(readFileSync(file), (message) => faults.push(inEnglish(message)));
	const [fault] = faults;
	if (fault !== undefined) return refuse(`is not read: ${fault}`);
	const tables = sheets.filter(([, rows]) => guessTable(rows) !== undefined);
	const [first] = tables;
	if (!first) return { rows: [] };
	const [sheetName, rows] = first;
	const others = tables.slice(1).map(([name]) => `“${name}”`);
	return {
		rows,
		...(sheetName !== sheets[0]?.[0] && { dialect: { sheetName } }),
		...(others.length > 0 && { doubts: [`This is the sheet “${sheetName}”; there are tables in ${others.join(", ")} too.`] }),
	};
}

/** The first bytes of a file, and whether these are all. */
function head(file: string): { bytes: Uint8Array; isAll: boolean } {
	const open = openSync(file, "r");
	try {
		const bytes = new Uint8Array(HEAD);
		const length = readSync(open, bytes);
		return { bytes: bytes.subarray(0, length), isAll: length < HEAD };
	} finally {
		closeSync(open);
	}
}
