import { hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import type { Entity } from "../../references/fact.ts";
import { entityVariants } from "../../references/names/variants.ts";
import { type Described, describePack } from "../../references/pack/describe.ts";
import { type PackProblem, Problems } from "../../references/pack/problem.ts";
import { byRole, readingOf } from "../../references/pack/read-pack.ts";
import { dialectOf, isRowsOfText, type Reading, type TableFile, TableRows } from "../../references/pack/read-table.ts";
import { fullDialect, parseRows } from "../../references/pack/text/csv.ts";
import { decode } from "../../references/pack/text/decode.ts";
import { sha256OfAll } from "../../references/pack/trust/digest.ts";
import type { PackSummary } from "../../references/store.ts";
import { IndexedNames, knownMeasures } from "./names.ts";
import type { Manifest, Opening } from "./opening.ts";
import { isRepeat, readStretch, showRepeats, tellRepeats } from "./repeats.ts";
import { readMeta, writeMeta } from "./schema.ts";
import { factTables } from "./tables.ts";
import { IndexWriter } from "./writer.ts";

// A change larger than this is read sooner by making the index anew.
const LARGEST_CHANGE = 8 * 1024 * 1024;

/**
 * Brings an index up to date by reading again only the stretches of facts that changed; true when it is. False when more changed than rows of facts
 * (the descriptor, names, a header), and the index has to be made anew.
 */
export async function refresh(database: DatabaseSync, old: Manifest, manifest: Manifest, opening: Opening): Promise<boolean> {
	const { host, pack } = opening;
	const before = new Map(old.files.map((file) => [file.uri, file]));
	if (before.size !== manifest.files.length || manifest.files.some(({ uri }) => !before.has(uri))) return false;
	const changed = manifest.files.filter((file) => JSON.stringify(before.get(file.uri)) !== JSON.stringify(file));
	const problems = new Problems();
	const described = await describePack(host, pack, problems);
	const summary = readMeta<PackSummary>(database, "summary");
	if (!described || !summary || changed.some(({ uri }) => uri === pack.descriptor)) return false;
	const tables = await factTables(opening, described);
	const isText = (file: TableFile | undefined) => file !== undefined && isRowsOfText(file);
	if (changed.some(({ uri }) => !isText(tables.get(uri)))) return false;
	database.exec("BEGIN IMMEDIATE");
	try {
		let kept = readMeta<PackProblem[]>(database, "problems") ?? [];
		let facts = summary.facts;
		const hashes: string[] = [];
		const touched = new Set<number>();
		for (const { uri, size } of changed) {
			const done = refreshTable(database, opening, described, tables, uri, before.get(uri)?.size ?? 0, size, problems);
			if (!done) throw new Error("more changed than rows");
			facts += done.facts;
			kept = moved(kept, uri, done);
			for (const subject of done.subjects) touched.add(subject);
			hashes.push(
				...database
					.prepare("SELECT hash FROM segment WHERE uri = ? ORDER BY start")
					.all(uri)
					.map((row) => row.hash as string),
			);
		}
		// A row that changed may have hidden another, or been told of beside it.
		const hadRepeats = kept.some(isRepeat);
		if (hadRepeats) {
			showRepeats(database);
			kept = kept.filter((problem) => !isRepeat(problem));
		}
		tellRepeats(database, tables, problems, hadRepeats ? undefined : touched);
		forget(database, touched);
		writeMeta(database, "summary", { ...summary, facts, hash: await sha256OfAll([summary.hash, ...hashes]) });
		// What is wrong with the descriptor has been told already.
		const told = new Set(kept.map((problem) => JSON.stringify(problem)));
		writeMeta(database, "problems", [...kept, ...problems.list().filter((problem) => !told.has(JSON.stringify(problem)))]);
		writeMeta(database, "manifest", manifest);
		database.exec("COMMIT");
		return true;
	} catch {
		database.exec("ROLLBACK");
		return false;
	}
}

/** What one table's change did: which lines gave way, by how many lines the rest moved, how many facts there are more, and whom what went or came is about. */
interface Change {
	readonly from: number;
	readonly to: number;
	readonly lines: number;
	readonly facts: number;
	readonly subjects: Iterable<number>;
}

interface StoredSegment {
	readonly n: number;
	readonly start: number;
	readonly length: number;
	readonly hash: string;
	readonly firstRow: number;
	readonly firstLine: number;
	readonly rows: number;
	readonly firstFact: number | null;
	readonly lastFact: number | null;
}

/** Reads again the stretch of a table between what is the same at its beginning and at its end. */
function refreshTable(
	database: DatabaseSync,
	opening: Opening,
	described: Described,
	tables: ReadonlyMap<string, TableFile>,
	uri: string,
	oldSize: number,
	size: number,
	problems: Problems,
): Change | undefined {
	const file = tables.get(uri) as TableFile;
	const { resource } = file;
	const old = database.prepare("SELECT * FROM segment WHERE uri = ? ORDER BY start").all(uri) as unknown as StoredSegment[];
	const header = readMeta<Record<string, readonly string[]>>(database, "headers")?.[uri];
	const first = old[0];
	if (!first || !header) return undefined;
	const shift = size - oldSize;
	const { same, rest, begin } = unchanged(uri, old, oldSize, size);
	if (same === old.length && shift === 0) return { from: 0, to: 0, lines: 0, facts: 0, subjects: [] };
	const end = rest < old.length ? (old[rest] as StoredSegment).start + shift : size;
	if (end - begin > LARGEST_CHANGE) return undefined;
	const gone = old.slice(same, rest);
	const previous = old[same - 1];
	const firstRow = gone[0]?.firstRow ?? (previous ? previous.firstRow + previous.rows : 1);
	const head = readStretch(uri, 0, Math.min(20_000, size));
	const dialect = fullDialect(decode(head, resource.encoding), dialectOf(resource));
	const bytes = readStretch(uri, begin, end - begin);
	const firstLine = gone[0]?.firstLine ?? old.reduce((line, segment) => Math.max(line, segment.firstLine + segment.rows), 0);
	const batch = parseRows(decode(bytes, resource.encoding), dialect, firstRow, firstLine);
	const last = batch.rows.length - 1;
	if (batch.broken.includes(last) || (end < size && bytes.at(-1) !== 10)) return undefined;

	// The rows that gave way.
	let removed = 0;
	const subjects = new Set<number>();
	for (const { n, firstFact, lastFact } of gone) {
		if (firstFact !== null && lastFact !== null) {
			for (const row of database
				.prepare("SELECT DISTINCT abs(subject) AS subject FROM fact WHERE n BETWEEN ? AND ?")
				.all(firstFact, lastFact))
				subjects.add(row.subject as number);
			removed += Number(database.prepare("DELETE FROM fact WHERE n BETWEEN ? AND ?").run(firstFact, lastFact).changes);
		}
		database.prepare("DELETE FROM segment WHERE n = ?").run(n);
	}

	// The rows that came.
	const writer = new IndexWriter(database, opening.stem);
	let added = 0;
	const reading = incremental(database, opening, described, writer, problems, () => added++);
	writer.segment({ uri, resource: file.index, start: begin, bytes, firstRow, firstLine, rows: batch.rows.length });
	const rows = new TableRows(reading, file);
	if (same > 0) rows.begin(header, (column) => batch.place(0, column));
	rows.read(batch);
	writer.end();
	if (JSON.stringify(rows.header) !== JSON.stringify(header)) return undefined;

	// What stands behind them.
	const goneRows = gone.reduce((sum, segment) => sum + segment.rows, 0);
	const following = old[rest];
	const goneLines = following ? following.firstLine - firstLine : 0;
	const lines = following ? batch.lines - goneLines : 0;
	database
		.prepare(
			"UPDATE segment SET start = start + ?, firstRow = firstRow + ?, firstLine = firstLine + ? WHERE uri = ? AND n IN (SELECT value FROM json_each(?))",
		)
		.run(shift, batch.rows.length - goneRows, lines, uri, JSON.stringify(old.slice(rest).map(({ n }) => n)));
	const touched = database.prepare(
		"SELECT DISTINCT subject FROM fact JOIN segment ON segment.n = fact.segment WHERE fact.n BETWEEN segment.firstFact AND segment.lastFact AND segment.uri = ? AND segment.start = ?",
	);
	for (const { subject } of touched.all(uri, begin)) subjects.add(subject as number);
	return { from: firstLine, to: following?.firstLine ?? Number.POSITIVE_INFINITY, lines, facts: added - removed, subjects };
}

/** How many stretches are the same from the beginning, from which on they are the same again, and where the first that differs begins. */
function unchanged(
	uri: string,
	old: readonly StoredSegment[],
	oldSize: number,
	size: number,
): { same: number; rest: number; begin: number } {
	const shift = size - oldSize;
	const buffer = new Uint8Array(old.reduce((longest, { length }) => Math.max(longest, length), 0));
	const file = openSync(fileURLToPath(uri), "r");
	try {
		const isSame = ({ start, length, hash: known }: StoredSegment, by: number) =>
			readSync(file, buffer, 0, length, start + by) === length && hash("sha256", buffer.subarray(0, length)) === known;
		let same = 0;
		for (const segment of old) {
			if (segment.start + segment.length > size || !isSame(segment, 0)) break;
			same++;
		}
		const begin = old[same]?.start ?? oldSize;
		let rest = old.length;
		for (const segment of old.slice(same).reverse()) {
			if (segment.start + shift < begin || !isSame(segment, shift)) break;
			rest--;
		}
		return { same, rest, begin };
	} finally {
		closeSync(file);
	}
}

/** Reading rows into an index that has the pack's names already. */
function incremental(
	database: DatabaseSync,
	opening: Opening,
	described: Described,
	writer: IndexWriter,
	problems: Problems,
	counted: () => void,
): Reading {
	const roles = new Set(byRole(described).map(({ mapping }) => mapping.role));
	const { registry, units } = knownMeasures(database);
	registry.declared = roles.has("measures");
	const entities = new IndexedNames(database);
	entities.declared = roles.has("entities");
	const subject = database.prepare("SELECT 1 FROM subject WHERE id = ?");
	const measure = database.prepare("SELECT 1 FROM measure WHERE id = ?");
	const reading = readingOf(
		opening.host,
		opening.pack,
		described,
		{
			fact: (fact, origin) => {
				counted();
				writer.fact(fact, origin);
			},
			entity: (entity) => {
				if (subject.get(entity.id) === undefined) writer.entity(entity);
			},
			measure: (added) => {
				if (measure.get(added.id) === undefined) writer.measure(added);
			},
			person: (person) => writer.person(person),
			document: (document) => writer.document(document),
		},
		problems,
	);
	return { ...reading, shared: { ...reading.shared, entities, measures: registry, measureUnits: units } };
}

/** Takes the names out of what no table declares and no fact speaks of any more. */
function forget(database: DatabaseSync, subjects: Iterable<number>): void {
	const used = database.prepare("SELECT 1 FROM fact WHERE subject = ? LIMIT 1");
	const subject = database.prepare("SELECT json FROM subject WHERE n = ?");
	for (const n of subjects) {
		if (used.get(n)) continue;
		const entity = JSON.parse((subject.get(n)?.json as string | undefined) ?? "{}") as Partial<Entity>;
		if (!entity.implied) continue;
		database.prepare("DELETE FROM subject WHERE n = ?").run(n);
		for (const { key } of entityVariants(entity as Entity))
			database.prepare("DELETE FROM name WHERE key = ? AND kind = 'entity' AND id = ?").run(key, entity.id as string);
	}
}

/** The problems that are left of a file, where they stand now. */
function moved(problems: readonly PackProblem[], uri: string, { from, to, lines }: Change): PackProblem[] {
	return problems.flatMap((problem) => {
		if (problem.uri !== uri || problem.line < from) return problem;
		if (problem.line < to) return [];
		const { fix } = problem;
		return {
			...problem,
			line: problem.line + lines,
			...(fix && { fix: { ...fix, line: fix.line + lines, endLine: fix.endLine + lines } }),
		};
	});
}
