import type { PoolClient } from "pg";
import type { Fact } from "../../references/fact.ts";
import { rememberingStemmer } from "../../references/names/stem.ts";
import type { PackSummary } from "../../references/store.ts";
import type { Connection } from "./connection.ts";
import { type FactRow, factRow, type Item, type ItemRow, itemRow, NAMES, nameRows } from "./rows.ts";

/** What a pack holds, to be pushed. */
export interface Pushed {
	readonly summary: PackSummary;
	readonly facts: readonly Fact[];
	readonly items: readonly Item[];
}

/** What a push changed. */
export interface PushResult {
	/** The revision that it made; the one that was there when nothing differed. */
	readonly revision: number;
	readonly added: number;
	readonly gone: number;
	/** Facts that only stand in another row now. */
	readonly moved: number;
}

/** Rows that one statement carries. */
const BATCH = 5000;

/**
 * Puts a pack into the database as its next revision, in one transaction: readers see all of it or nothing. Only what differs is written, and what is gone
 * stays with the revision in which it went. A push of what is there already changes nothing, so one whose end nobody heard is pushed again.
 */
export async function push(connection: Connection, { summary, facts, items }: Pushed): Promise<PushResult> {
	return connection.transact(async (client) => {
		// Whoever pushes holds this row until the end: revisions follow one another.
		const { rows } = await client.query<{ revision: string }>("SELECT revision FROM plumbline.state WHERE one = 1 FOR UPDATE");
		const last = Number(rows[0]?.revision);
		const revision = last + 1;
		const pack = summary.name;
		const known = await packRow(client, pack);
		const factDiff = await difference(client, "fact", pack, facts.map(factRow), ({ row }) => row);
		const itemDiff = await difference(client, "item", pack, items.map(itemRow), () => 0);
		const added = factDiff.added.length + itemDiff.added.length;
		const gone = factDiff.gone.length + itemDiff.gone.length;
		const moved = factDiff.moved.length;
		const isSame = known && known.names === NAMES && known.title === summary.title && known.version === summary.version;
		if (isSame && added + gone + moved === 0) return { revision: last, added, gone, moved };

		await insertFacts(client, pack, revision, factDiff);
		await insertItems(client, pack, revision, itemDiff, items);
		for (const table of ["fact", "item"] as const) {
			for (const some of batches(table === "fact" ? factDiff.gone : itemDiff.gone))
				await client.query(`UPDATE plumbline.${table} SET gone = $1 WHERE pack = $2 AND n = ANY($3::bigint[])`, [revision, pack, some]);
		}
		for (const some of batches(itemDiff.gone))
			await client.query("UPDATE plumbline.name SET gone = $1 WHERE pack = $2 AND item = ANY($3::bigint[]) AND gone IS NULL", [
				revision,
				pack,
				some,
			]);
		for (const some of batches(factDiff.moved))
			await client.query(
				"UPDATE plumbline.fact SET row = moved.row FROM unnest($2::bigint[], $3::int[]) AS moved (n, row) WHERE fact.pack = $1 AND fact.n = moved.n",
				[pack, some.map(({ n }) => n), some.map(({ row }) => row)],
			);
		const { title, version, hash, facts: count } = summary;
		await client.query(
			known
				? "UPDATE plumbline.pack SET title = $2, version = $3, hash = $4, facts = $5, names = $6, revision = $7 WHERE name = $1"
				: "INSERT INTO plumbline.pack (name, title, version, hash, facts, names, revision) VALUES ($1, $2, $3, $4, $5, $6, $7)",
			[pack, title, version, hash, count, NAMES, revision],
		);
		await client.query("INSERT INTO plumbline.push (revision, pack, version, hash, added, gone) VALUES ($1, $2, $3, $4, $5, $6)", [
			revision,
			pack,
			version,
			hash,
			added,
			gone,
		]);
		await client.query("UPDATE plumbline.state SET revision = $1 WHERE one = 1", [revision]);
		return { revision, added, gone, moved };
	});
}

interface KnownPack {
	readonly title: string;
	readonly version: string;
	readonly names: number;
}

async function packRow(client: PoolClient, pack: string): Promise<KnownPack | undefined> {
	return (await client.query<KnownPack>("SELECT title, version, names FROM plumbline.pack WHERE name = $1", [pack])).rows[0];
}

interface Difference<Row> {
	/** Rows that are new, the first of which gets the number `next`. */
	readonly added: readonly Row[];
	readonly next: number;
	readonly gone: readonly number[];
	readonly moved: readonly { readonly n: number; readonly row: number }[];
}

/** How a pack's rows differ from those that are there, by their digests. */
async function difference<Row extends { readonly digest: string }>(
	client: PoolClient,
	table: "fact" | "item",
	pack: string,
	rows: readonly Row[],
	rowOf: (row: Row) => number,
): Promise<Difference<Row>> {
	const there = new Map<string, { n: number; row: number }>();
	const gone: number[] = [];
	let last = 0;
	for (;;) {
		const { rows: page } = await client.query<{ n: string; digest: string; row: number; gone: boolean }>(
			`SELECT n, digest, ${table === "fact" ? "row" : "0 AS row"}, gone IS NOT NULL AS gone FROM plumbline.${table} WHERE pack = $1 AND n > $2 ORDER BY n LIMIT ${4 * BATCH}`,
			[pack, last],
		);
		for (const { n, digest, row, gone: isGone } of page) {
			last = Number(n);
			if (!isGone) there.set(digest, { n: last, row });
		}
		if (page.length < 4 * BATCH) break;
	}
	const added: Row[] = [];
	const moved: { n: number; row: number }[] = [];
	const kept = new Set<string>();
	for (const row of rows) {
		if (kept.has(row.digest)) continue;
		kept.add(row.digest);
		const before = there.get(row.digest);
		if (!before) added.push(row);
		else if (before.row !== rowOf(row)) moved.push({ n: before.n, row: rowOf(row) });
	}
	for (const [digest, { n }] of there) if (!kept.has(digest)) gone.push(n);
	return { added, next: last + 1, gone, moved };
}

async function insertFacts(client: PoolClient, pack: string, revision: number, { added, next }: Difference<FactRow>): Promise<void> {
	let n = next;
	for (const some of batches(added)) {
		const first = n;
		n += some.length;
		await insert(client, "fact", [
			["pack", "text", pack],
			["since", "bigint", revision],
			["n", "bigint", some.map((_, i) => first + i)],
			...FACT_COLUMNS.map(([name, type]): Column => [name, type, some.map((row) => row[name])]),
		]);
	}
}

const FACT_COLUMNS: readonly (readonly [keyof FactRow, string])[] = [
	["subject", "text"],
	["measure", "text"],
	["period", "text"],
	["value", "double precision"],
	["printed", "text"],
	["unit", "text"],
	["known_at", "text"],
	["source", "text"],
	["resource", "text"],
	["row", "int"],
	["more", "text"],
	["digest", "text"],
];

const ITEM_COLUMNS: readonly (readonly [keyof ItemRow, string])[] = [
	["kind", "text"],
	["id", "text"],
	["name", "text"],
	["part_of", "text"],
	["body", "text"],
	["digest", "text"],
];

async function insertItems(
	client: PoolClient,
	pack: string,
	revision: number,
	{ added, next }: Difference<ItemRow>,
	items: readonly Item[],
): Promise<void> {
	const stem = rememberingStemmer();
	const bodies = new Map(items.map((item) => [itemRow(item).digest, item]));
	let n = next;
	for (const some of batches(added)) {
		const first = n;
		n += some.length;
		await insert(client, "item", [
			["pack", "text", pack],
			["since", "bigint", revision],
			["n", "bigint", some.map((_, i) => first + i)],
			...ITEM_COLUMNS.map(([name, type]): Column => [name, type, some.map((row) => row[name])]),
		]);
		const names = some.flatMap((row, i) =>
			nameRows(bodies.get(row.digest) as Item, stem).map((one) => ({ ...one.name, parts: one.parts, item: first + i })),
		);
		for (const part of batches(names))
			await insert(client, "name", [
				["pack", "text", pack],
				["since", "bigint", revision],
				["item", "bigint", part.map(({ item }) => item)],
				...(["key", "head", "kind", "id", "text"] as const).map((name): Column => [name, "text", part.map((one) => one[name])]),
				...(["partial", "slips", "capital"] as const).map((name): Column => [name, "boolean", part.map((one) => one[name])]),
			]);
		const parts = names.flatMap(({ parts, item, key }) => parts.map((part) => ({ part, item, key })));
		for (const part of batches(parts))
			await insert(client, "part", [
				["pack", "text", pack],
				["part", "bigint", part.map(({ part }) => part)],
				["item", "bigint", part.map(({ item }) => item)],
				["key", "text", part.map(({ key }) => key)],
			]);
	}
}

/** A column: a value for each row, or one for all of them. */
type Column = readonly [name: string, type: string, values: readonly unknown[] | string | number];

/** Inserts rows given by their columns. */
async function insert(client: PoolClient, table: string, columns: readonly Column[]): Promise<void> {
	const names = columns.map(([name]) => name);
	const isMany = columns.map(([, , values]) => typeof values === "object");
	const arrays = columns.flatMap(([, type], i) => (isMany[i] ? `$${i + 1}::${type}[]` : []));
	const selected = columns.map(([name, type], i) => (isMany[i] ? name : `$${i + 1}::${type}`));
	await client.query(
		`INSERT INTO plumbline.${table} (${names.join()}) SELECT ${selected.join()} FROM unnest(${arrays.join()}) AS given (${names.filter((_, i) => isMany[i]).join()})`,
		columns.map(([, , values]) => values),
	);
}

function* batches<T>(list: readonly T[]): Generator<readonly T[]> {
	for (let i = 0; i < list.length; i += BATCH) yield list.slice(i, i + BATCH);
}
