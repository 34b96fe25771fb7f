import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { readAddress } from "../../server/node/database/address.ts";
import { Connection } from "../../server/node/database/connection.ts";
import { migrate } from "../../server/node/database/migrations/migrations.ts";
import { type DatabaseOptions, databasePacks } from "../../server/node/database/open.ts";
import { type PushResult, push } from "../../server/node/database/push.ts";
import { files } from "../../server/node/disk/files.ts";
import { readWhole } from "../../server/node/pack/database.ts";
import { findPacks } from "../../server/references/pack/find.ts";
import { Problems } from "../../server/references/pack/problem.ts";
import { type OpenedPacks, openPacks } from "../../server/references/packs.ts";
import { PASSWORD } from "./server.ts";

/** The tests' passwords come as anybody's do. */
export const env = { PGPASSWORD: PASSWORD };

/** A folder for one test. */
export function temporary(): { readonly folder: string; remove(): void } {
	const folder = mkdtempSync(path.join(tmpdir(), "plumbline-database-"));
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes a pack's files. */
export function writePack(folder: string, tables: Readonly<Record<string, string>>): string {
	mkdirSync(folder, { recursive: true });
	const resources = Object.keys(tables).map((name) => ({ name, path: `${name}.csv`, plumbline: { role: name } }));
	const descriptor = { name: path.basename(folder), licenses: [{ name: "CC0-1.0" }], sources: [{ title: "The desk" }], resources };
	writeFileSync(path.join(folder, "datapackage.json"), JSON.stringify(descriptor));
	for (const [name, text] of Object.entries(tables)) writeFileSync(path.join(folder, `${name}.csv`), text);
	return folder;
}

/** A connection that a person's call has named. */
export function connect(address: string): Connection {
	return new Connection(readAddress(address), { isNamedByCall: true, env, answerWithin: 60_000, connections: 2 });
}

/** Pushes the pack in a folder, its good rows. */
export async function pushFolder(folder: string, address: string): Promise<PushResult> {
	const connection = connect(address);
	try {
		await migrate(connection);
		const [found] = await findPacks(files, pathToFileURL(folder).href, new Problems());
		assert.ok(found);
		const read = await readWhole(found, false, new Problems());
		assert.ok(read);
		return await push(connection, read);
	} finally {
		await connection.close();
	}
}

/** Opens the packs of places: addresses, and folders as paths. */
export async function openPlaces(places: readonly string[], options: Omit<DatabaseOptions, "env">): Promise<OpenedPacks> {
	const databases = await databasePacks({ isNamedByCall: true, env, ...options });
	return openPacks(
		files,
		places.map((place) => (place.startsWith("postgres") ? place : pathToFileURL(place).href)),
		{ databases },
	);
}
