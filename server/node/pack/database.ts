import { rememberingStemmer } from "../../references/names/stem.ts";
import { findPacks } from "../../references/pack/find.ts";
import { Problems } from "../../references/pack/problem.ts";
import { readPack } from "../../references/pack/read-pack.ts";
import { Repeats } from "../../references/pack/rows/repeats.ts";
import { isAllowed, readLock } from "../../references/pack/trust/lock.ts";
import { CallError } from "../call-error.ts";
import { type Address, AddressError, nameOf, readAddress } from "../database/address.ts";
import { catalogue } from "../database/catalogue.ts";
import { Connection } from "../database/connection.ts";
import { Copies } from "../database/copy.ts";
import { DatabaseFailure } from "../database/failures.ts";
import { migrate } from "../database/migrations/migrations.ts";
import { type Pushed, push } from "../database/push.ts";
import type { Item } from "../database/rows.ts";
import { cacheFolder } from "../disk/caches.ts";
import { files } from "../disk/files.ts";
import type { Output } from "./output.ts";
import { lineOf, placeOf } from "./places.ts";

/** A statement of a push may take so many milliseconds. */
const PUSH_WITHIN = 10 * 60_000;

/** Makes or brings up to date the tables of a database. */
export async function migrateDatabase(address: string, { out, err }: Output): Promise<number> {
	return using("migrate", address, async (connection, { name }) => {
		const { done, trigrams } = await migrate(connection);
		out(done.length > 0 ? `${name}: ${done.join(", ")}\n` : `${name} is up to date\n`);
		if (!trigrams) err("pg_trgm is not to be had there: searches for a part of a name read all names\n");
		return 0;
	});
}

/** Puts the packs of a folder into a database, each as its next revision. A pack with an error in it is not pushed. Answers 1 then. */
export async function pushPacks(dir: string, address: string, output: Output): Promise<number> {
	const { out, err } = output;
	const place = placeOf(dir);
	const problems = new Problems();
	const lock = await readLock(files, place, problems);
	const found = await findPacks(files, place, problems);
	if (found.length === 0) throw new CallError(`pack push: ${dir} holds no pack`);
	return using("push", address, async (connection, { name }) => {
		const { trigrams } = await migrate(connection);
		if (!trigrams) err("pg_trgm is not to be had there: searches for a part of a name read all names\n");
		let code = 0;
		for (const pack of found) {
			const own = new Problems();
			if (lock && (lock.refused || !(await isAllowed(files, place, pack, lock, own)))) code = 1;
			const read = code === 0 ? await readWhole(pack, lock !== undefined, own) : undefined;
			for (const problem of own.list()) err(lineOf(problem));
			const isWrong = own.list().some(({ severity }) => severity === "error");
			if (!read || isWrong) {
				err(`${read?.summary.name ?? dir} is not pushed: mend its errors first\n`);
				code = 1;
				continue;
			}
			const { revision, added, gone, moved } = await push(connection, read);
			const what = added + gone + moved === 0 ? "nothing new" : `${added} rows new, ${gone} gone${moved > 0 ? `, ${moved} moved` : ""}`;
			out(`${read.summary.name}: ${read.facts.length} facts in ${name}, revision ${revision}: ${what}\n`);
		}
		return code;
	});
}

/** Copies the packs of a database to this machine, whatever their size, to be asked when it is away. */
export async function pullPacks(address: string, cache: string | undefined, { out, err }: Output): Promise<number> {
	const sqlite = await import("node:sqlite").catch(() => undefined);
	if (!sqlite) throw new CallError("pack pull: this Node has no SQLite; use Node 22.13 or later");
	return using("pull", address, async (connection, { name, packs }) => {
		const { revision, packs: there } = await catalogue(connection, packs);
		const copies = new Copies(cache ?? cacheFolder("packs"), name, (file) => new sqlite.DatabaseSync(file, { timeout: 5000 }));
		for (const pack of there) {
			const start = performance.now();
			await copies.make(connection, pack, revision, rememberingStemmer(), new Date().toISOString());
			out(`${pack.name}: ${pack.facts} facts, revision ${pack.revision}\n`);
			err(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
		}
		return 0;
	});
}

/** Reads a pack whole, repeated rows left out. Its faults go to `problems`. */
export async function readWhole(pack: Parameters<typeof readPack>[1], locked: boolean, problems: Problems): Promise<Pushed | undefined> {
	const facts: Pushed["facts"][number][] = [];
	const items: Item[] = [];
	const repeats = new Repeats(problems);
	const summary = await readPack(
		files,
		pack,
		{
			fact: (fact, origin) => {
				if (!repeats.isRepeated(fact, origin)) facts.push(fact);
			},
			entity: (body) => items.push({ kind: "entity", body }),
			measure: (body) => items.push({ kind: "measure", body }),
			person: (body) => items.push({ kind: "person", body }),
			document: (body) => items.push({ kind: "document", body }),
		},
		problems,
		locked,
	);
	return summary && { summary, facts, items };
}

/** Works with the database that a call names. What goes wrong is a `CallError`. */
async function using<T>(
	command: string,
	text: string,
	work: (connection: Connection, address: Address & { readonly name: string }) => Promise<T>,
): Promise<T> {
	let address: Address;
	try {
		address = readAddress(text);
	} catch (error) {
		if (error instanceof AddressError) throw new CallError(`pack ${command}: ${error.message}`);
		throw error;
	}
	const name = nameOf(address);
	const connection = new Connection(address, { isNamedByCall: true, answerWithin: PUSH_WITHIN, connections: 2 });
	try {
		return await work(connection, { ...address, name });
	} catch (error) {
		if (error instanceof DatabaseFailure) throw new CallError(`pack ${command}: ${name} ${error.message}`);
		throw error;
	} finally {
		await connection.close();
	}
}
