import { renameSync, rmSync } from "node:fs";
import { describePack } from "../../references/pack/describe.ts";
import { Problems } from "../../references/pack/problem.ts";
import { readPack } from "../../references/pack/read-pack.ts";
import type { PackSink } from "../../references/pack/rows/table.ts";
import { clearLeftovers, freshOf } from "../disk/whole-file.ts";
import type { Manifest, Opening } from "./opening.ts";
import { tellRepeats } from "./repeats.ts";
import { INDEXES, TABLES, writeMeta } from "./schema.ts";
import { factTables } from "./tables.ts";
import { IndexWriter } from "./writer.ts";

/** Makes an index beside the one in use and puts it in its place when it is whole. */
export async function build({ host, pack, stem, locked, open, options }: Opening, manifest: Manifest, file: string): Promise<void> {
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
