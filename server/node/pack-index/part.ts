import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { Entity, Fact, Measure, Person, SourceDocument } from "../../references/fact.ts";
import { knownEntity, knownMeasure, knownPerson } from "../../references/known.ts";
import type { NameEntry } from "../../references/names/table.ts";
import type { Known, NearQuery, PackSummary } from "../../references/store.ts";
import { LOOKED_AT, nearest, passes } from "../../references/stores/near.ts";
import type { PackPart } from "../../references/stores/part.ts";
import { hashOf, readMeta } from "./schema.ts";

/** A pack read from its index, one small query at a time. */
export function indexedPart(database: DatabaseSync, summary: PackSummary): PackPart {
	const prepare = (sql: string) => database.prepare(sql);
	const longest = prepare("SELECT words FROM longest WHERE word = ?");
	const named = prepare("SELECT kind, id, text, partial FROM name WHERE key = ?");
	const slips = prepare("SELECT name.key FROM part JOIN name ON name.n = part.name WHERE part.part = ? LIMIT 2000");
	const subject = prepare("SELECT json FROM subject WHERE id = ?");
	const anyMember = prepare("SELECT 1 FROM subject WHERE json ->> '$.partOf' IS NOT NULL LIMIT 1");
	/** Within one transaction, in which the index can't change: whether anything is a part of something, once it has been asked. */
	let steady: { hasMembers?: boolean } | undefined;
	const membersOf = prepare("SELECT id FROM subject WHERE json ->> '$.partOf' = ? LIMIT ?");
	const subjectNumber = prepare("SELECT n FROM subject WHERE id = ?");
	const measure = prepare("SELECT json FROM measure WHERE id = ?");
	const measureNumber = prepare("SELECT n FROM measure WHERE id = ?");
	const people = prepare("SELECT json FROM person WHERE id = ?");
	const documents = prepare("SELECT json FROM document");
	// Every statement by itself locks the file and looks for a journal, which takes longer than finding the rows.
	const begin = prepare("BEGIN");
	const commit = prepare("COMMIT");
	const facts = prepare(`${FACTS} WHERE fact.subject = ${SUBJECT}`);
	const factsOf = prepare(`${FACTS} WHERE fact.subject = ${SUBJECT} AND fact.measure = ?`);
	const factAbout = prepare(`${FACTS} WHERE fact.subject = ? LIMIT 1`);
	const factOfMeasure = prepare(`${FACTS} WHERE fact.measure = ? LIMIT 1`);
	const above = prepare(nearSql(">=", "ASC"));
	const below = prepare(nearSql("<", "DESC"));
	const names = prepare("SELECT DISTINCT kind, id FROM name WHERE partial = 0 AND instr(key, ?) AND instr(?, ',' || kind || ',') LIMIT ?");
	const factsIn = prepare(
		`SELECT ${COLUMNS}, subject.id AS about FROM segment ` +
			"JOIN fact ON fact.n BETWEEN segment.firstFact AND segment.lastFact JOIN subject ON subject.n = fact.subject " +
			"WHERE segment.n = (SELECT n FROM segment WHERE uri = ?1 AND firstLine < ?2 ORDER BY start DESC LIMIT 1) " +
			"AND ?2 - 1 - segment.firstLine BETWEEN coalesce(line, row) AND coalesce(lastLine, row)",
	);
	const declaredIn = (table: "subject" | "measure" | "person") =>
		prepare(
			`SELECT json FROM ${table} WHERE json ->> '$.uri' = ?1 ` +
				"AND ?2 BETWEEN coalesce(json ->> '$.lines[0]', json ->> '$.row') AND coalesce(json ->> '$.lines[1]', json ->> '$.row')",
		);
	const declared = { subject: declaredIn("subject"), measure: declaredIn("measure"), person: declaredIn("person") };
	const measureIds = new Map<number, string>();
	const measureNumbers = new Map<string, number>();
	for (const { n, id } of prepare("SELECT n, id FROM measure LIMIT 100000").iterate()) {
		measureIds.set(n as number, id as string);
		measureNumbers.set(id as string, n as number);
	}
	const shapes = new Map<number, Partial<Fact>>();
	const shape = prepare("SELECT json FROM shape WHERE n = ?");
	const shapeOf = (n: number): Partial<Fact> => {
		let known = shapes.get(n);
		if (!known) {
			const { column: _, ...shared } = JSON.parse(shape.get(n)?.json as string) as Partial<Fact> & { column?: number };
			known = shared;
			shapes.set(n, known);
		}
		return known;
	};
	const near = (query: NearQuery): Fact[] => {
		const { value, within } = query;
		const wanted = query.measures?.map((id) => measureNumbers.get(id)).filter((n) => n !== undefined);
		const side = (statement: StatementSync, end: number): Fact[] => {
			const found: Fact[] = [];
			for (const row of statement.iterate(value, end, wanted ? JSON.stringify(wanted) : null)) {
				const one = fact(row, row.about as string);
				if (passes(one, query) && found.push(one) >= query.limit) break;
			}
			return found;
		};
		return nearest([side(above, value + within), side(below, value - within)], query);
	};
	const json = <T>(row: Record<string, unknown> | undefined): T | undefined => (row ? (JSON.parse(row.json as string) as T) : undefined);
	const fact = (row: Record<string, unknown>, about: string): Fact => {
		const lines = linesOf(row);
		return {
			pack: summary.name,
			...shapeOf(row.shape as number),
			row: (row.row as number) + ((row.firstRow as number | null) ?? 0),
			...(lines && { lines }),
			subject: about,
			measure: measureIds.get(row.measure as number) ?? "",
			value: row.value,
			printed: row.printed,
			decimals: row.decimals,
			...(row.period !== null && { period: row.period }),
			...(row.known !== null && { knownAt: row.known }),
			...(row.more !== null && JSON.parse(row.more as string)),
		} as Fact;
	};
	const first = (row: Record<string, unknown> | undefined, about: string): Fact | undefined => row && fact(row, about);
	return {
		summary,
		longest: (word) => (longest.get(word)?.words as number | undefined) ?? 0,
		named: (key) => {
			const entries: NameEntry[] = [];
			for (const { kind, id, text, partial } of named.all(key))
				entries.push({ kind, id, text, ...(partial === 1 && { partial: true }) } as NameEntry);
			return entries;
		},
		slips: (part) => slips.all(hashOf(part)).map(({ key }) => key as string),
		entity: (id) => json<Entity>(subject.get(id)),
		membersOf: (whole, limit) => {
			if (steady) steady.hasMembers ??= anyMember.get() !== undefined;
			return steady?.hasMembers === false ? [] : membersOf.all(whole, limit).map(({ id }) => id as string);
		},
		measure: (id) => json<Measure>(measure.get(id)),
		people: (id) => people.all(id).map((row) => json<Person>(row) as Person),
		facts: (id, measures) => {
			if (!measures) return facts.all(id).map((row) => fact(row, id));
			return measures.flatMap((wanted) => {
				const m = measureNumbers.get(wanted) ?? (measureNumber.get(wanted)?.n as SQLInputValue | undefined);
				return m === undefined ? [] : factsOf.all(id, m).map((row) => fact(row, id));
			});
		},
		near,
		documents: () => documents.all().map((row) => json<SourceDocument>(row) as SourceDocument),
		search: (key, kinds, limit) => {
			const found: Known[] = [];
			for (const { kind, id } of names.iterate(key, `,${kinds.join()},`, limit)) {
				const named = id as string;
				if (kind === "entity") {
					const entity = json<Entity>(subject.get(named));
					const n = subjectNumber.get(named)?.n as SQLInputValue;
					found.push(...present(entity && knownEntity(entity, () => first(factAbout.get(n), named))));
				} else if (kind === "measure") {
					const known = json<Measure>(measure.get(named));
					const n = measureNumber.get(named)?.n as SQLInputValue;
					found.push(...present(known && knownMeasure(known, () => first(factOfMeasure.get(n), ""))));
				} else for (const row of people.all(named)) found.push(...present(knownPerson(json<Person>(row) as Person)));
			}
			return found;
		},
		row: (uri, line) => {
			const own = factsIn.all(uri, line).map((found) => fact(found, found.about as string));
			// A table is of one role; to look for a row among what is declared is to read all of it.
			if (own.length > 0) return { facts: own, declared: [] };
			const known = [
				...declared.subject.all(uri, line).map((found) => knownEntity(json<Entity>(found) as Entity, () => undefined)),
				...declared.measure.all(uri, line).map((found) => knownMeasure(json<Measure>(found) as Measure, () => undefined)),
				...declared.person.all(uri, line).map((found) => knownPerson(json<Person>(found) as Person)),
			];
			return { facts: [], declared: known.filter((one) => one !== undefined) };
		},
		together: (work) => {
			try {
				begin.run();
			} catch {
				return work(); // A file that can't be read answers nothing, question by question.
			}
			steady = {};
			try {
				return work();
			} finally {
				steady = undefined;
				try {
					commit.run();
				} catch {
					// A file that broke meanwhile has ended it.
				}
			}
		},
		close: () => database.close(),
	};
}

function present<T>(value: T | undefined): T[] {
	return value === undefined ? [] : [value];
}

/** The lines of a fact, when they are not the one line of its row's number. */
export function linesOf({ row, line, lastLine, firstRow, firstLine }: Record<string, unknown>): readonly [number, number] | undefined {
	if (firstLine === null || (line === null && firstLine === (firstRow as number) - 1)) return undefined;
	const above = (firstLine as number) + 1;
	return [above + ((line ?? row) as number), above + ((lastLine ?? row) as number)];
}

const COLUMNS =
	"fact.measure, period, value, printed, decimals, shape, known, more, row, line, lastLine, segment.firstRow, segment.firstLine";
const SUBJECT = "(SELECT n FROM subject WHERE id = ?)";
const FACTS = `SELECT ${COLUMNS} FROM fact LEFT JOIN segment ON segment.n = fact.segment`;

/** Facts on one side of a value, the nearest first: its bounds are the first two parameters, a list of measures, or NULL for any, the third. */
function nearSql(from: ">=" | "<", order: "ASC" | "DESC"): string {
	const range = from === ">=" ? "value >= ?1 AND value <= ?2" : "value < ?1 AND value >= ?2";
	return (
		`SELECT ${COLUMNS}, subject.id AS about FROM ` +
		`(SELECT n AS found, measure AS m FROM fact WHERE ${range} ORDER BY value ${order} LIMIT ${LOOKED_AT}) ` +
		"CROSS JOIN fact ON fact.n = found LEFT JOIN segment ON segment.n = fact.segment JOIN subject ON subject.n = fact.subject " +
		"WHERE ?3 IS NULL OR m IN (SELECT value FROM json_each(?3))"
	);
}

/** The summary that an index was made with. */
export function summaryOf(database: DatabaseSync): PackSummary | undefined {
	return readMeta<PackSummary>(database, "summary");
}
