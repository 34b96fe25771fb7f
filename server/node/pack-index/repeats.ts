import { closeSync, openSync, readSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import type { Fact } from "../../references/fact.ts";
import type { PackProblem, Place, Problems } from "../../references/pack/problem.ts";
import { dialectOf, isRowsOfText, isSpreadsheet, sheetBatch, type TableFile } from "../../references/pack/read-table.ts";
import { keyOf, tellRepeat } from "../../references/pack/rows/repeats.ts";
import { type Batch, fullDialect, parseRows } from "../../references/pack/text/csv.ts";
import { decode } from "../../references/pack/text/decode.ts";
import { isRecords, recordRows } from "../../references/pack/text/records.ts";
import { linesOf } from "./part.ts";

/**
 * Tells of rows that repeat or contradict each other, and hides repeated ones: their subject's number turns negative, which no question asks for. With
 * `subjects`, looks at those alone.
 */
export function tellRepeats(
	database: DatabaseSync,
	tables: ReadonlyMap<string, TableFile>,
	problems: Problems,
	subjects?: Iterable<number>,
): void {
	const placeOf = placer(database, tables);
	const among = database.prepare(
		"SELECT fact.n, row, value, printed, known, more, shape.json AS shape, segment, line, lastLine, segment.uri, segment.firstRow, segment.firstLine FROM fact JOIN shape ON shape.n = fact.shape LEFT JOIN segment ON segment.n = fact.segment WHERE subject = ? AND measure = ? AND period IS ?",
	);
	// Rows that were read again have later numbers than those that stand below them.
	const files = [...tables.keys()];
	const place = (row: Record<string, unknown>) =>
		[files.indexOf(row.uri as string), (row.row as number) + (row.firstRow as number)] as const;
	const inOrder = (a: Record<string, unknown>, b: Record<string, unknown>) => {
		const [[file, row], [otherFile, otherRow]] = [place(a), place(b)];
		return file - otherFile || row - otherRow;
	};
	const hide = database.prepare("UPDATE fact SET subject = -subject WHERE n = ?");
	const groups = database.prepare(
		`SELECT subject, measure, period FROM fact ${subjects ? "WHERE subject = ?" : ""} GROUP BY subject, measure, period HAVING count(*) > 1`,
	);
	const look = (rows: Iterable<Record<string, unknown>>) => {
		for (const { subject, measure, period } of rows) {
			const seen = new Map<string, Fact>();
			for (const row of among.all(subject as number, measure as number, period as string | null).sort(inOrder)) {
				const { column, ...shape } = JSON.parse(row.shape as string) as Fact & { column: number };
				const more = row.more === null ? {} : (JSON.parse(row.more as string) as Partial<Fact>);
				const lines = linesOf(row);
				const fact: Fact = {
					...shape,
					...(lines && { lines }),
					...more,
					pack: "",
					row: (row.row as number) + ((row.firstRow as number | null) ?? 0),
					subject: String(subject),
					measure: String(measure),
					value: row.value as number,
					printed: row.printed as string,
					decimals: 0,
					...(row.known !== null && { knownAt: row.known as string }),
				};
				const key = keyOf(fact);
				const earlier = seen.get(key);
				if (!earlier) seen.set(key, fact);
				else if (
					tellRepeat(
						earlier,
						fact,
						{
							uri: fact.uri ?? "",
							place: (cell) => placeOf(row.segment as number, row.row as number, cell),
							valueColumn: column,
							isAlone: isAlone(tables.get(fact.uri ?? "")),
						},
						problems,
					)
				)
					hide.run(row.n as number);
			}
		}
	};
	if (subjects) for (const subject of subjects) look(groups.all(subject));
	else look(groups.all());
}

/** Whether a problem is of rows that repeat or contradict each other. */
export function isRepeat({ code }: PackProblem): boolean {
	return code === "duplicate-row" || code === "rows-disagree";
}

/** Shows again what repeats had hidden. */
export function showRepeats(database: DatabaseSync): void {
	database.exec("UPDATE fact SET subject = -subject WHERE subject < 0");
}

/** As `Origin.isAlone`. */
function isAlone(file: TableFile | undefined): boolean {
	if (file?.mapping.role !== "facts") return false;
	const { values = {}, valuesMatching } = file.mapping;
	return isRowsOfText(file) && valuesMatching === undefined && Object.keys(values).length < 2;
}

/** Finds a row of a segment, or one of its cells, where it stands now: the stretch is read again. */
function placer(database: DatabaseSync, tables: ReadonlyMap<string, TableFile>): (segment: number, row: number, cell?: number) => Place {
	const stretch = database.prepare("SELECT uri, start, length, firstRow, firstLine FROM segment WHERE n = ?");
	let last: { readonly segment: number; readonly place: Batch["place"] } | undefined;
	const read = (segment: number): Batch["place"] => {
		const found = stretch.get(segment);
		const file = tables.get((found?.uri as string | undefined) ?? "");
		if (!found || !file) return () => ({ line: 0, column: 0, endColumn: 0 });
		const { path, resource, mapping } = file;
		const firstLine = found.firstLine as number;
		const unknown: Batch["place"] = (row) => ({ line: firstLine + row, column: 0, endColumn: 0 });
		if (isSpreadsheet(path, resource.format)) return sheetBatch([]).place;
		try {
			const bytes = readStretch(file.uri, found.start as number, found.length as number);
			if (isRecords(path, resource.format)) {
				const records = recordRows(bytes, path, resource, mapping);
				return "fault" in records ? unknown : records.place;
			}
			const text = decode(bytes, resource.encoding);
			const head = decode(readStretch(file.uri, 0, 20_000), resource.encoding);
			return parseRows(text, fullDialect(head, dialectOf(resource)), found.firstRow as number, firstLine).place;
		} catch {
			return unknown;
		}
	};
	return (segment, row, cell) => {
		if (last?.segment !== segment) last = { segment, place: read(segment) };
		return last.place(row, cell);
	};
}

/** Some bytes of a file. */
export function readStretch(uri: string, start: number, length: number): Uint8Array {
	const file = openSync(fileURLToPath(uri), "r");
	try {
		const bytes = new Uint8Array(length);
		let read = 0;
		while (read < length) {
			const more = readSync(file, bytes, read, length - read, start + read);
			if (more === 0) break;
			read += more;
		}
		return bytes.subarray(0, read);
	} finally {
		closeSync(file);
	}
}
