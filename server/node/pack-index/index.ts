import { hash } from "node:crypto";
import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { describePack } from "../../references/pack/describe.ts";
import { type PackProblem, Problems } from "../../references/pack/problem.ts";
import { byRole, filesOf, readingOf, readPack } from "../../references/pack/read-pack.ts";
import type { PackSink } from "../../references/pack/rows/table.ts";
import { resourceHash } from "../../references/pack/trust/lock.ts";
import type { PackIndex } from "../../references/packs.ts";
import type { PackPart } from "../../references/stores/part.ts";
import { clearLeftovers, freshOf } from "../disk/whole-file.ts";
import type { IndexOptions, Manifest, Opening } from "./opening.ts";
import { indexedPart, summaryOf } from "./part.ts";
import { refresh } from "./refresh.ts";
import { tellRepeats } from "./repeats.ts";
import { FORMAT, INDEXES, readMeta, TABLES, writeMeta } from "./schema.ts";
import { factTables, SILENT } from "./tables.ts";
import { IndexWriter } from "./writer.ts";

// Measured: 8 MB of table are 160,000 facts, which take 63 MB of memory and are read nearly as fast as they are indexed; half of that is borne.
const THRESHOLD = 4 * 1024 * 1024;

// Pages kept in memory of each open index. More made no lookup faster.
const PAGES_KB = 8 * 1024;

/**
 * Keeps an SQLite index of each large pack in a folder, which may be deleted at any time. An index is made when a pack is first opened, and when its
 * files change only what changed is read again. Answers undefined where Node has no SQLite: packs are read into memory then.
 */
export async function packIndex(folder: string, options: IndexOptions = {}): Promise<PackIndex | undefined> {
	const sqlite = await import("node:sqlite").catch(() => undefined);
	if (!sqlite) return undefined;
	const open = (file: string, readOnly = false): DatabaseSync => new sqlite.DatabaseSync(file, { readOnly, timeout: 5000 });
	return {
		open: (host, pack, stem, locked) => openIndexed({ host, pack, stem, locked, folder, options, open }).catch(() => undefined),
	};
}

async function openIndexed(opening: Opening): Promise<{ part: PackPart; problems: readonly PackProblem[] } | undefined> {
	const { options, folder, open } = opening;
	const manifest = await manifestOf(opening);
	if (!manifest || manifest.files.reduce((sum, { size }) => sum + size, 0) < (options.threshold ?? THRESHOLD)) return undefined;
	mkdirSync(folder, { recursive: true });
	const file = path.join(folder, `${hash("sha256", opening.pack.folder).slice(0, 24)}.sqlite`);
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
			if (!manifest.contents && !old.contents && (await refresh(database, old, manifest, opening))) return answer(database);
		}
		database.close();
	} catch {
		// There is none yet, or it is broken: it is made anew.
	}
	await build(opening, manifest, file);
	return answer(open(file));
}

/** What a pack is made of now; undefined when it can't be read or holds what no index is needed for. */
async function manifestOf({ host, pack, locked }: Opening): Promise<Manifest | undefined> {
	const problems = new Problems();
	const described = await describePack(host, pack, problems);
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

/** Makes an index beside the one in use and puts it in its place when it is whole. */
async function build({ host, pack, stem, locked, open, options }: Opening, manifest: Manifest, file: string): Promise<void> {
	const fresh = freshOf(file);
	clearLeftovers(file);
	rmSync(fresh, { force: true });
	const database = open(fresh);
	try {
		// Nobody reads it yet, and a half-written one is thrown away: no journal is needed. What is sorted for its indexes goes to the disk, not to memory.
		database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768");
		database.exec(TABLES);
		database.exec("BEGIN");
		const problems = new Problems();
		const writer = new IndexWriter(database, stem);
		const sizes = new Map(manifest.files.map(({ uri, size }) => [uri, size]));
		const headers: Record<string, readonly string[]> = {};
		const sink: PackSink = {
			fact: (fact, origin) => writer.fact(fact, origin),
			entity: (entity) => writer.entity(entity),
			measure: (measure) => writer.measure(measure),
			person: (person) => writer.person(person),
			document: (document) => writer.document(document),
			header: (uri, cells) => {
				headers[uri] = cells;
			},
			segment: (segment) => {
				options.progress?.(segment.uri, segment.start + segment.bytes.length, sizes.get(segment.uri) ?? 0);
				return writer.segment(segment);
			},
		};
		const summary = await readPack(host, pack, sink, problems, locked);
		writer.end();
		database.exec(INDEXES);
		const described = await describePack(host, pack, new Problems());
		tellRepeats(database, described ? await factTables({ host, pack }, described) : new Map(), problems);
		writeMeta(database, "summary", summary);
		writeMeta(database, "headers", headers);
		writeMeta(database, "problems", problems.list());
		writeMeta(database, "manifest", manifest);
		database.exec("COMMIT");
		database.close();
		renameSync(fresh, file);
	} catch (error) {
		database.close();
		rmSync(fresh, { force: true });
		throw error;
	}
}
