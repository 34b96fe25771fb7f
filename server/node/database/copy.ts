import { hash } from "node:crypto";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { Origin, PackSink } from "../../references/pack/rows/table.ts";
import type { PackPart } from "../../references/stores/part.ts";
import { clearLeftovers } from "../disk/whole-file.ts";
import { indexedPart, summaryOf } from "../pack-index/part.ts";
import { FORMAT, INDEXES, readMeta, TABLES, writeMeta } from "../pack-index/schema.ts";
import { IndexWriter } from "../pack-index/writer.ts";
import type { CataloguedPack } from "./catalogue.ts";
import type { Connection } from "./connection.ts";
import { type FactRow, factOf, type Item, itemOf, sinkItem } from "./rows.ts";

/** What a copy is one of. */
export interface CopyOf {
	readonly format: number;
	readonly pack: string;
	/** Of the pack: the last revision that changed anything in it. */
	readonly revision: number;
	/** When the database last said that this is what it holds, in ISO 8601. */
	readonly asOf: string;
}

/** A pack of a database as this machine has it: whole, as it was at one revision. */
export interface Copy {
	readonly part: PackPart;
	readonly of: CopyOf;
}

/** Rows that are fetched at a time. */
const PAGE = 20_000;

/** Copies of packs in a folder, which may be deleted at any time: each an SQLite index, as large packs on the disk have one. */
export class Copies {
	readonly #folder: string;
	readonly #open: (file: string) => DatabaseSync;

	/** `address` is the name of the database's. */
	constructor(folder: string, address: string, open: (file: string) => DatabaseSync) {
		this.#folder = path.join(folder, hash("sha256", address).slice(0, 24));
		this.#open = open;
	}

	/** The names of the packs of which there is a copy. */
	get catalogue(): string[] {
		return (
			this.#withList((list) =>
				list
					.prepare("SELECT key FROM meta ORDER BY key")
					.all()
					.map(({ key }) => key as string),
			) ?? []
		);
	}

	/** The copy of a pack; undefined when there is none that this release can read. */
	get(pack: string): Copy | undefined {
		let database: DatabaseSync | undefined;
		try {
			database = this.#open(this.#file(pack));
			const of = readMeta<CopyOf>(database, "copy");
			const summary = summaryOf(database);
			if (of && summary && of.format === FORMAT) return { part: indexedPart(database, summary), of };
		} catch {
			// There is none, or it is broken: it can be made anew.
		}
		database?.close();
		return undefined;
	}

	/** Notes that the database still holds what the copy holds. */
	confirm(of: CopyOf, asOf: string): void {
		try {
			const database = this.#open(this.#file(of.pack));
			writeMeta(database, "copy", { ...of, asOf });
			database.close();
		} catch {
			// Another process holds it, and says the same.
		}
	}

	/** Makes a copy of a pack as it is at a revision of the database, in the place of an older one. `progress` is told how many facts have come. */
	async make(
		connection: Connection,
		pack: CataloguedPack,
		revision: number,
		stem: (word: string) => string,
		asOf: string,
		progress: (facts: number) => void = () => {},
	): Promise<void> {
		mkdirSync(this.#folder, { recursive: true });
		const file = this.#file(pack.name);
		const fresh = `${file}.${process.pid}.${hash("sha256", `${performance.now()}`).slice(0, 8)}.new`;
		clearLeftovers(file);
		const database = this.#open(fresh);
		try {
			database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768");
			database.exec(TABLES);
			database.exec("BEGIN");
			const writer = new IndexWriter(database, stem);
			let facts = 0;
			await rowsAt(connection, pack.name, revision, writer, () => {
				if (++facts % PAGE === 0) progress(facts);
			});
			writer.end();
			database.exec(INDEXES);
			const { names: _names, revision: last, ...summary } = pack;
			writeMeta(database, "summary", summary);
			writeMeta(database, "copy", { format: FORMAT, pack: pack.name, revision: last, asOf } satisfies CopyOf);
			database.exec("COMMIT");
			database.close();
			renameSync(fresh, file);
			this.#withList((list) => writeMeta(list, pack.name, true));
		} catch (error) {
			database.close();
			rmSync(fresh, { force: true });
			throw error;
		}
	}

	#file(pack: string): string {
		return path.join(this.#folder, `${hash("sha256", pack).slice(0, 24)}.sqlite`);
	}

	#withList<T>(use: (list: DatabaseSync) => T): T | undefined {
		try {
			const list = this.#open(path.join(this.#folder, "packs.sqlite"));
			try {
				list.exec("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
				return use(list);
			} finally {
				list.close();
			}
		} catch {
			return undefined;
		}
	}
}

/** A row of a database stands in no file. */
const NOWHERE: Origin = { uri: "", place: () => ({ line: 0, column: 0, endColumn: 0 }), valueColumn: -1, isAlone: false };

/** Gives every row of a pack that is there at a revision to a sink. `came` is told of each fact. */
export async function rowsAt(
	connection: Connection,
	pack: string,
	revision: number,
	sink: PackSink,
	came: () => void = () => {},
): Promise<void> {
	const items = pages<{ n: string; kind: Item["kind"]; body: string }>(connection, "item", "kind, body", pack, revision);
	for await (const { kind, body } of items) sinkItem(itemOf(pack, kind, body), sink);
	const columns = "subject, measure, period, value, printed, unit, known_at, source, resource, row, more";
	for await (const row of pages<FactRow & { n: string }>(connection, "fact", columns, pack, revision)) {
		sink.fact(factOf(pack, row), NOWHERE);
		came();
	}
}

/** The rows of a pack that are there at a revision, a page at a time. */
async function* pages<Row extends { readonly n: string }>(
	connection: Connection,
	table: "item" | "fact",
	columns: string,
	pack: string,
	revision: number,
): AsyncGenerator<Row> {
	let last = "0";
	for (;;) {
		const rows: Row[] = await connection.ask<Row>(
			`SELECT n, ${columns} FROM plumbline.${table} WHERE pack = $1 AND since <= $2 AND (gone IS NULL OR gone > $2) AND n > $3 ORDER BY n LIMIT ${PAGE}`,
			[pack, revision, last],
		);
		yield* rows;
		if (rows.length < PAGE) return;
		last = (rows.at(-1) as Row).n;
	}
}
