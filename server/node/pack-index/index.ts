import { mkdirSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { type PackProblem, Problems } from "../../references/pack/problem.ts";
import { byRole, filesOf, readingOf } from "../../references/pack/read-pack.ts";
import { resourceHash } from "../../references/pack/trust/lock.ts";
import type { PackIndex } from "../../references/packs.ts";
import type { PackPart } from "../../references/stores/part.ts";
import type { IndexOptions, Manifest, Opening } from "./opening.ts";
import { indexedPart, summaryOf } from "./part.ts";
import { FORMAT, readMeta } from "./schema.ts";
import { SILENT } from "./tables.ts";

// Measured: 8 MB of table are 160,000 facts, which take 63 MB of memory and are read nearly as fast as they are indexed; half of that is borne.
const THRESHOLD = 4 * 1024 * 1024;

// Pages kept in memory of each open index. More made no lookup faster.
const PAGES_KB = 8 * 1024;

/**
 * Keeps an SQLite index of each large pack in a folder, which may be deleted at any time. An index is made when a pack is first opened, and when its
 * files change only what changed is read again. Answers undefined where Node has no SQLite: packs are read into memory then.
 */
export async function packIndex(folder: string, options: IndexOptions = {}): Promise<PackIndex | undefined> {
	if (!isBuiltin("node:sqlite")) return undefined;
	return {
		open: (host, pack, stem, locked, describe) =>
			openIndexed({ host, pack, stem, locked, describe, folder, options }).catch(() => undefined),
	};
}

async function openIndexed(given: Omit<Opening, "open">): Promise<{ part: PackPart; problems: readonly PackProblem[] } | undefined> {
	const { options, folder } = given;
	const manifest = await manifestOf(given);
	if (!manifest || manifest.files.reduce((sum, { size }) => sum + size, 0) < (options.threshold ?? THRESHOLD)) return undefined;
	// Most packs are small, and what an index takes is loaded for the others alone.
	const [{ hash }, { DatabaseSync: Database }] = await Promise.all([import("node:crypto"), import("node:sqlite")]);
	const open = (file: string, readOnly = false): DatabaseSync => new Database(file, { readOnly, timeout: 5000 });
	const opening = { ...given, open };
	mkdirSync(folder, { recursive: true });
	const file = path.join(folder, `${hash("sha256", given.pack.folder).slice(0, 24)}.sqlite`);
	const answer = (database: DatabaseSync) => {
		database.exec(`PRAGMA cache_size = -${PAGES_KB}`);
		const summary = summaryOf(database);
		return summary && { part: indexedPart(database, summary), problems: readMeta<PackProblem[]>(database, "problems") ?? [] };
	};
	try {
		const database = open(file);
		const old = readMeta<Manifest>(database, "manifest");
		if (old?.format === FORMAT) {
			if (JSON.stringify(old) === JSON.stringify(manifest)) return answer(database);
			// A locked pack that changed is another pack: its descriptor changed with it, or what changed is refused.
			if (!manifest.contents && !old.contents) {
				const { refresh } = await import("./refresh.ts");
				if (await refresh(database, old, manifest, opening)) return answer(database);
			}
		}
		database.close();
	} catch {
		// There is none yet, or it is broken: it is made anew.
	}
	const { build } = await import("./build.ts");
	await build(opening, manifest, file);
	return answer(open(file));
}

/** What a pack is made of now; undefined when it can't be read or holds what no index is needed for. */
async function manifestOf({ host, pack, locked, describe }: Omit<Opening, "open">): Promise<Manifest | undefined> {
	const problems = new Problems();
	const described = await describe(problems);
	if (!described) return undefined;
	const reading = readingOf(host, pack, described, SILENT, problems);
	const files: { uri: string; size: number; modified: number }[] = [];
	const add = async (uri: string) => {
		const stat = await host.stat(uri);
		if (stat) files.push({ uri, size: stat.size, modified: stat.modified });
	};
	if (pack.descriptor !== undefined) await add(pack.descriptor);
	const contents = [described.hash];
	for (const { resource, index } of byRole(described)) {
		const uris = (await filesOf(reading, resource, index)).map(({ uri }) => uri);
		for (const uri of uris) await add(uri);
		if (locked) contents.push(await resourceHash(host, uris).catch(() => ""));
	}
	return { format: FORMAT, files, ...(locked && { contents }) };
}
