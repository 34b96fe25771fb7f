import { rememberingStemmer } from "../../references/names/stem.ts";
import type { PackSink } from "../../references/pack/rows/table.ts";
import type { OpenedDatabase } from "../../references/packs.ts";
import { CallError } from "../call-error.ts";
import { AddressError, nameOf, readAddress } from "./address.ts";
import { catalogue } from "./catalogue.ts";
import { Connection } from "./connection.ts";
import { Copies, rowsAt } from "./copy.ts";
import { DatabaseFailure } from "./failures.ts";

/** The packs of a database as they were at one revision, copied to a folder of this machine. Plain data, so that it can be sent to another thread. */
export interface DatabaseState {
	/** The address that was named. */
	readonly address: string;
	readonly folder: string;
	/** The database's name, under which the copies are kept. */
	readonly name: string;
	readonly packs: readonly string[];
}

/** A page of rows may take so many milliseconds. */
const PAGE_WITHIN = 60_000;

/**
 * Copies what a database held at a revision, its newest one unless another is given, to a folder, and gives every row to a sink. Throws `CallError` when
 * the database can't be asked, and for a revision that it has not reached.
 */
export async function fetchState(address: string, revision: number | undefined, folder: string, sink: PackSink): Promise<DatabaseState> {
	const sqlite = await import("node:sqlite").catch(() => undefined);
	if (!sqlite) throw new CallError(`${address}: this Node has no SQLite; use Node 22.13 or later`);
	try {
		const place = readAddress(address);
		const name = nameOf(place);
		const connection = new Connection(place, { isNamedByCall: true, answerWithin: PAGE_WITHIN, connections: 2 });
		try {
			const there = await catalogue(connection, place.packs);
			if (revision !== undefined && revision > there.revision)
				throw new CallError(`${name} has no revision ${revision}; its newest is ${there.revision}`);
			const at = revision ?? there.revision;
			const copies = new Copies(folder, name, (file) => new sqlite.DatabaseSync(file, { timeout: 5000 }));
			for (const pack of there.packs) {
				await copies.make(connection, pack, at, rememberingStemmer(), new Date().toISOString());
				await rowsAt(connection, pack.name, at, sink);
			}
			return { address, folder, name, packs: there.packs.map((pack) => pack.name) };
		} finally {
			await connection.close();
		}
	} catch (error) {
		if (error instanceof AddressError) throw new CallError(error.message);
		if (error instanceof DatabaseFailure) throw new CallError(`${address} ${error.message}`);
		throw error;
	}
}

/** Opens such a copy. */
export async function openCopies({ folder, name, packs }: DatabaseState): Promise<OpenedDatabase> {
	const { DatabaseSync } = await import("node:sqlite");
	const copies = new Copies(folder, name, (file) => new DatabaseSync(file, { timeout: 5000 }));
	const parts = packs.flatMap((pack) => copies.get(pack)?.part ?? []);
	return { parts, notices: [], close: () => {} };
}
