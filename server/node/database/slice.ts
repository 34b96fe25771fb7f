import type { Connection } from "./connection.ts";
import type { FactRow, NameRow } from "./rows.ts";

/** What is asked of the packs of a database at one revision. */
export interface SliceQuery {
	readonly packs: readonly string[];
	readonly revision: number;
	/** Heads of names: those that stand with a capital, and the others. */
	readonly large: readonly string[];
	readonly small: readonly string[];
	/** Parts of names that may have been meant, each with the first letter of the name and its last one where that is sure. */
	readonly parts: readonly { readonly part: number; readonly first: string; readonly last: string }[];
	/** Ids of entities alone, and of those whose facts are wanted too. */
	readonly items: readonly string[];
	readonly subjects: readonly string[];
	readonly people: readonly string[];
	readonly wholes: readonly string[];
}

/** One row of the answer. */
export type SliceRow =
	| { readonly kind: "name"; readonly pack: string; readonly body: MetName }
	/** `facts`: all facts about it are in the answer. */
	| {
			readonly kind: "entity";
			readonly pack: string;
			readonly body: { readonly id: string; readonly body: string; readonly facts: boolean };
	  }
	| { readonly kind: "person"; readonly pack: string; readonly body: { readonly id: string; readonly body: string } }
	| { readonly kind: "fact"; readonly pack: string; readonly body: Omit<FactRow, "digest"> }
	/** The keys of the names with one of the parts; names that are gone included. */
	| { readonly kind: "near"; readonly pack: null; readonly body: readonly [part: number, keys: readonly string[]] }
	/** What is part of this whole is in the answer. */
	| { readonly kind: "whole"; readonly pack: null; readonly body: string };

/** `met`: the names that other packs have for the same thing are in the answer too. */
type MetName = Pick<NameRow, "key" | "kind" | "id" | "text" | "partial" | "slips"> & { readonly met: boolean };

/** A whole of more parts than this is answered without their facts. */
export const LISTED = 200;

/** Fetches all that some names lead to, facts included, in one statement: one round trip, and one state of the database. */
export async function slice(connection: Connection, query: SliceQuery): Promise<SliceRow[]> {
	const { packs, revision, large, small, parts, items, subjects, people, wholes } = query;
	const [numbers, firsts, lasts] = [parts.map(({ part }) => part), parts.map(({ first }) => first), parts.map(({ last }) => last)];
	const rows = await connection.ask<{ kind: SliceRow["kind"]; pack: string | null; body: unknown }>(packs.length > 1 ? OF_MANY : OF_ONE, [
		packs,
		revision,
		large,
		small,
		numbers,
		firsts,
		lasts,
		items,
		subjects,
		people,
		wholes,
	]);
	return rows as SliceRow[];
}

const OF_ONE = statement(false);
const OF_MANY = statement(true);

/** The rows of a table that are there at the revision. */
function there(table: string): string {
	return `${table}.pack = ANY ($1::text[]) AND ${table}.since <= $2 AND (${table}.gone IS NULL OR ${table}.gone > $2)`;
}

function statement(ofMany: boolean): string {
	const names = "name.pack, name.item, name.key, name.kind, name.id, name.text, name.partial, name.slips";
	const entities = "item.pack, item.id, item.name, item.part_of, item.body";
	// What several packs call by the same name is one thing.
	const namesakes =
		`UNION SELECT ${names}, false FROM hit JOIN plumbline.name own ON own.pack = hit.pack AND own.item = hit.item ` +
		`JOIN plumbline.name ON name.key = own.key WHERE hit.kind = 'entity' AND NOT own.partial AND name.kind = 'entity' AND NOT name.partial AND ${there("name")}`;
	return `
WITH hit AS (
	SELECT ${names}, true AS direct FROM plumbline.name WHERE name.head = ANY ($3::text[]) AND ${there("name")}
	UNION SELECT ${names}, true FROM plumbline.name WHERE name.head = ANY ($4::text[]) AND NOT name.capital AND ${there("name")}
), met AS (
	SELECT * FROM hit ${ofMany ? namesakes : ""}
), subject AS (
	SELECT pack, id FROM met WHERE kind = 'entity'
	UNION SELECT pack, id FROM unnest($1::text[]) AS one (pack) CROSS JOIN unnest($9::text[]) AS wanted (id)
), entity AS (
	SELECT ${entities} FROM subject JOIN plumbline.item ON item.pack = subject.pack AND item.kind = 'entity' AND item.id = subject.id WHERE ${there("item")}
), other AS (
	SELECT ${entities} FROM (SELECT part_of AS id FROM entity WHERE part_of IS NOT NULL UNION SELECT unnest($8::text[])) AS wanted
	JOIN plumbline.item ON item.kind = 'entity' AND item.id = wanted.id WHERE ${there("item")}
), whole AS (
	SELECT id AS text FROM entity UNION SELECT name FROM entity UNION SELECT part_of FROM entity WHERE part_of IS NOT NULL
	UNION SELECT name FROM other UNION SELECT unnest($11::text[])
), member AS (
	SELECT whole.text AS whole, listed.* FROM whole CROSS JOIN LATERAL (
		SELECT item.pack, item.id, item.body FROM plumbline.item WHERE item.part_of = whole.text AND item.kind = 'entity' AND ${there("item")} LIMIT ${LISTED + 1}
	) AS listed
), listed AS (
	SELECT DISTINCT member.pack, member.id, member.body FROM member
	WHERE member.whole IN (SELECT whole FROM member GROUP BY whole HAVING count(*) <= ${LISTED})
), wanted AS (
	SELECT pack, id FROM subject UNION SELECT pack, id FROM listed
)
SELECT 'name' AS kind, pack, json_build_object('key', key, 'kind', kind, 'id', id, 'text', text, 'partial', partial, 'slips', slips, 'met', direct) AS body FROM met
UNION ALL SELECT 'near', NULL, json_build_array(part.part, json_agg(part.key)) FROM unnest($5::bigint[], $6::text[], $7::text[]) AS run (part, first, last)
	JOIN plumbline.part ON part.pack = ANY ($1::text[]) AND part.part = run.part
	WHERE left(part.key, 1) = run.first AND (run.last = '' OR right(part.key, 1) = run.last) GROUP BY part.part
UNION ALL SELECT 'entity', pack, json_build_object('id', id, 'body', body, 'facts', true) FROM entity
UNION ALL SELECT 'entity', pack, json_build_object('id', id, 'body', body, 'facts', false) FROM other
UNION ALL SELECT 'entity', pack, json_build_object('id', id, 'body', body, 'facts', false) FROM member
UNION ALL SELECT 'entity', pack, json_build_object('id', id, 'body', body, 'facts', true) FROM listed
UNION ALL SELECT 'whole', NULL, to_json(text) FROM whole
UNION ALL SELECT 'person', item.pack, json_build_object('id', item.id, 'body', item.body) FROM (
	SELECT id FROM met WHERE kind = 'person' UNION SELECT unnest($10::text[])
) AS named JOIN plumbline.item ON item.kind = 'person' AND item.id = named.id WHERE ${there("item")}
UNION ALL SELECT 'fact', fact.pack, json_build_object('n', fact.n, 'subject', fact.subject, 'measure', fact.measure, 'period', fact.period, 'value', fact.value,
	'printed', fact.printed, 'unit', fact.unit, 'known_at', fact.known_at, 'source', fact.source, 'resource', fact.resource, 'row', fact.row, 'more', fact.more)
	FROM wanted JOIN plumbline.fact ON fact.pack = wanted.pack AND fact.subject = wanted.id WHERE ${there("fact")}`;
}
