import { closeSync, openSync, readSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import type { Fact } from "../../references/fact.ts";
import { fullDialect, parseRows } from "../../references/pack/csv.ts";
import { decode } from "../../references/pack/decode.ts";
import type { Place, Problems } from "../../references/pack/problem.ts";
import { keyOf, tellRepeat } from "../../references/pack/repeats.ts";

/** Tells of rows that repeat or contradict each other, and takes repeated ones out. With `subjects`, looks at those alone. */
export function tellRepeats(database: DatabaseSync, problems: Problems, subjects?: Iterable<number>): void {
	const among = database.prepare(
		"SELECT fact.n, row, value, printed, known, more, shape.json AS shape, segment, segment.firstRow FROM fact JOIN shape ON shape.n = fact.shape LEFT JOIN segment ON segment.n = fact.segment WHERE subject = ? AND measure = ? AND period IS ? ORDER BY fact.n",
	);
	const remove = database.prepare("DELETE FROM fact WHERE n = ?");
	const groups = database.prepare(
		`SELECT subject, measure, period FROM fact ${subjects ? "WHERE subject = ?" : ""} GROUP BY subject, measure, period HAVING count(*) > 1`,
	);
	const look = (rows: Iterable<Record<string, unknown>>) => {
		for (const { subject, measure, period } of rows) {
			const seen = new Map<string, Fact>();
			for (const row of among.all(subject as number, measure as number, period as string | null)) {
				const shape = JSON.parse(row.shape as string) as Fact;
				const more = row.more === null ? {} : (JSON.parse(row.more as string) as Partial<Fact>);
				const fact: Fact = {
					...shape,
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
						{ uri: fact.uri ?? "", place: () => placeOf(database, row.segment as number, row.row as number), valueColumn: -1 },
						problems,
					)
				)
					remove.run(row.n as number);
			}
		}
	};
	if (subjects) for (const subject of subjects) look(groups.all(subject));
	else look(groups.all());
}

/** Where a row of a segment stands now: the stretch is read again. */
function placeOf(database: DatabaseSync, segment: number, row: number): Place {
	const found = database.prepare("SELECT uri, start, length, firstRow, firstLine FROM segment WHERE n = ?").get(segment);
	if (!found) return { line: 0, column: 0, endColumn: 0 };
	try {
		const text = decode(readStretch(found.uri as string, found.start as number, found.length as number));
		const batch = parseRows(text, fullDialect(text.slice(0, 20_000), {}), found.firstRow as number, found.firstLine as number);
		return batch.place(row);
	} catch {
		return { line: (found.firstLine as number) + row, column: 0, endColumn: 0 };
	}
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
