import type { Host } from "../../host.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";
import type { Measure } from "../fact.ts";
import type { PackSummary } from "../store.ts";
import { isDate } from "../units/period.ts";
import { type Describe, type Described, describing } from "./describe.ts";
import type { DocumentMapping, PackResource, PlumblineMapping } from "./descriptor.ts";
import { type FoundPack, reasonOf } from "./find.ts";
import { baseName, below, pathFault } from "./paths.ts";
import type { Place, Problems } from "./problem.ts";
import { type Reading, readTable, sourceOf } from "./read-table.ts";
import { Registry } from "./registry.ts";
import { NamedIds } from "./rows/named-ids.ts";
import type { PackSink } from "./rows/table.ts";
import { closest } from "./suggest.ts";
import { decode, knownEncoding } from "./text/decode.ts";
import { sha256, sha256OfAll } from "./trust/digest.ts";
import { declaredHash, resourceHash } from "./trust/lock.ts";

const ORDER: readonly PlumblineMapping["role"][] = ["entities", "measures", "people", "document", "facts"];
const START: Place = { line: 0, column: 0, endColumn: 0 };

/**
 * Reads one pack into a sink, and every fault of it into `problems`. Answers who the pack is, or undefined when there is nothing to read. Never throws.
 * With `locked`, a table whose bytes are not those that the descriptor's `hash` names is refused.
 */
export async function readPack(
	host: Host,
	found: FoundPack,
	sink: PackSink,
	problems: Problems,
	locked = false,
	describe: Describe = describing(host, found),
): Promise<PackSummary | undefined> {
	const described = await describe(problems);
	if (!described) return undefined;
	let facts = 0;
	// What a measure is easily taken for may be written by a name that a later row has.
	const held: Measure[] = [];
	let isNamed = false;
	const counting: PackSink = {
		fact: (fact, origin) => {
			facts++;
			sink.fact(fact, origin);
		},
		entity: (entity) => sink.entity(entity),
		measure: (measure) => (isNamed ? sink.measure(measure) : held.push(measure)),
		person: (person) => sink.person(person),
		document: (document) => sink.document(document),
		header: (uri, cells) => sink.header?.(uri, cells),
		...(sink.segment && { segment: (segment) => sink.segment?.(segment) ?? "" }),
	};
	const reading = readingOf(host, found, described, counting, problems);
	const hashes = [described.hash];
	const { entities, measures, named } = reading.shared;
	const handOn = () => {
		if (isNamed) return;
		isNamed = true;
		for (const measure of held)
			sink.measure({ ...measure, confusableWith: measure.confusableWith.map((name) => measures.resolve(name).id) });
		named.tell(entities, measures, problems);
	};
	for (const { resource, index, mapping } of byRole(described)) {
		if (mapping.role === "entities" || mapping.role === "measures") reading.shared[mapping.role].declared = true;
		else handOn();
		const files = await filesOf(reading, resource, index);
		if (locked && !(await isAsLocked(reading, resource, files))) continue;
		for (const { path, uri, place } of files) {
			try {
				hashes.push(
					mapping.role === "document"
						? await readDocument(reading, resource, index, mapping, uri)
						: await readTable(reading, { resource, index, mapping, path, uri }),
				);
			} catch (error) {
				const near = found.descriptor === undefined ? undefined : await fileMeant(host, found.folder, path);
				problems.add(found.descriptor ?? uri, "missing-file", unreadable(path, reasonOf(error), near), place, { fix: near });
			}
		}
	}
	handOn();
	tellUnsourced(reading);
	return { ...identity(found, described), hash: await sha256OfAll(hashes), facts };
}

/** Tells that a table of facts does not say where they are from: once for the pack, where its descriptor names no sources, or in the bare table. */
function tellUnsourced({ found, described, problems, shared }: Reading): void {
	const [table] = shared.unsourced;
	if (table === undefined) return;
	const message = phrase(
		'The pack does not say where its figures are from. Add "sources": [{ "title": "…", "path": "https://…" }], or a column “source” to each table.',
	);
	if (found.descriptor !== undefined)
		problems.add(found.descriptor, "missing-source", message, described.source?.place([], "name") ?? START, { severity: "warning" });
	else
		problems.add(table, "missing-source", phrase("The table does not say where its figures are from. Add a column “source”."), START, {
			severity: "warning",
		});
}

/** A file that can't be read, why, and the one that was meant. */
function unreadable(path: string, why: Phrase, near: string | undefined): Phrase {
	if (near !== undefined) return phrase("The file “{0}” can't be read: it {1}. Did you mean “{2}”?", path, why, near);
	return why.english === "does not exist"
		? phrase("The file “{0}” can't be read: it {1}. Put it there, or correct the path.", path, why)
		: phrase("The file “{0}” can't be read: it {1}. Mend that, or correct the path.", path, why);
}

/** Whether a resource's files are what its descriptor says; told when they are not. */
async function isAsLocked(
	{ host, found, problems }: Reading,
	resource: PackResource,
	files: readonly { uri: string; path: string }[],
): Promise<boolean> {
	// A bare table is itself what the lock holds the hash of.
	if (found.descriptor === undefined || files.length === 0) return true;
	const declared = declaredHash(resource.hash);
	const [file] = files;
	try {
		if (
			declared !== undefined &&
			(await resourceHash(
				host,
				files.map(({ uri }) => uri),
			)) === declared
		)
			return true;
	} catch {
		// A file that can't be read is told of where it is read.
		return true;
	}
	const path = file?.path ?? "";
	const message =
		declared === undefined
			? phrase(
					"The file “{0}” is not listed with its hash in the locked descriptor and is not used. Look at what changed, then run “plumbline pack lock”.",
					path,
				)
			: phrase(
					"The file “{0}” has changed since the pack was locked and is not used. Look at what changed, then run “plumbline pack lock”.",
					path,
				);
	problems.add(file?.uri ?? found.folder, declared === undefined ? "unlisted" : "changed", message, START);
	return false;
}

/** A pack's name, title and version as its descriptor gives them. */
export function identity(found: FoundPack, { descriptor }: Described): Pick<PackSummary, "name" | "title" | "version"> {
	const name = descriptor.name || decodeURIComponent(baseName(found.folder));
	return { name, title: descriptor.title || name, version: String(descriptor.version ?? "") };
}

/** What the tables of a pack share, before any is read. */
export function readingOf(host: Host, found: FoundPack, described: Described, sink: PackSink, problems: Problems): Reading {
	return {
		host,
		found,
		described,
		name: identity(found, described).name,
		problems,
		sink,
		shared: {
			entities: new Registry(),
			measures: new Registry(),
			measureUnits: new Map(),
			implied: { entities: new Set(), measures: new Set() },
			mismatches: new Set(),
			named: new NamedIds(),
			unsourced: new Set(),
		},
	};
}

/** The resources that mean something to Plumbline, names before the facts that use them. */
export function byRole({ descriptor }: Described): { resource: PackResource; index: number; mapping: PlumblineMapping }[] {
	const all = descriptor.resources.flatMap((resource, index) =>
		resource.plumbline ? [{ resource, index, mapping: resource.plumbline }] : [],
	);
	return ORDER.flatMap((role) => all.filter(({ mapping }) => mapping.role === role));
}

/** The files of a resource that may be read. A path that leaves the pack, by its words or by a link, is told and left out. */
export async function filesOf(
	{ host, found, described, problems }: Reading,
	resource: PackResource,
	index: number,
): Promise<{ path: string; uri: string; place: Place }[]> {
	const { source } = described;
	const descriptorUri = found.descriptor ?? found.folder;
	const paths = resource.path === undefined ? [] : Array.isArray(resource.path) ? resource.path : [resource.path];
	const at = (path: readonly PropertyKey[], key?: string) => source?.place(["resources", index, ...path], key) ?? START;
	if (paths.length === 0)
		problems.add(descriptorUri, "missing-file", phrase('This resource names no file. Add its "path".'), at([], "name"));
	if (resource.encoding && !knownEncoding(resource.encoding)) {
		const message = phrase(
			"“{0}” is no encoding that is known here. Write utf-8, windows-1252, iso-8859-1 or another name of the Encoding Standard.",
			resource.encoding,
		);
		problems.add(descriptorUri, "unknown-encoding", message, at(["encoding"]), { fix: closest(resource.encoding, ENCODINGS) });
	}
	const files: { path: string; uri: string; place: Place }[] = [];
	for (const [i, path] of paths.entries()) {
		const place = at(Array.isArray(resource.path) ? ["path", i] : ["path"]);
		const fault = pathFault(path) ?? (await leadsOut(host, found.folder, path));
		const slashed = path.replaceAll("\\", "/");
		const fix = slashed !== path && pathFault(slashed) === undefined ? slashed : undefined;
		if (fault) problems.add(descriptorUri, "leaves-pack", phrase("The path “{0}” {1}.", path, fault), place, { fix });
		else files.push({ path, uri: below(found.folder, path), place });
	}
	return files;
}

// What spreadsheets and statistical offices write; anything else that the Encoding Standard knows is read too.
const ENCODINGS = ["utf-8", "utf-16le", "windows-1250", "windows-1251", "windows-1252", "iso-8859-1", "iso-8859-2", "iso-8859-15"];

/** The file beside a path that leads nowhere which was most likely meant. */
async function fileMeant(host: Host, folder: string, path: string): Promise<string | undefined> {
	const before = path.slice(0, path.lastIndexOf("/") + 1);
	const entries = await host.list(below(folder, before)).catch(() => []);
	const name = closest(
		path.slice(before.length),
		entries.flatMap((entry) => (entry.kind === "file" ? [entry.name] : [])),
	);
	return name === undefined || name === path.slice(before.length) ? undefined : before + name;
}

/** Why a link may not be followed; undefined when the file is in the pack, or not there at all. */
async function leadsOut(host: Host, folder: string, path: string): Promise<Phrase | undefined> {
	if (!host.realpath) return undefined;
	try {
		const [real, root] = await Promise.all([host.realpath(below(folder, path)), host.realpath(folder)]);
		return real.startsWith(root.endsWith("/") ? root : `${root}/`)
			? undefined
			: phrase("is a link that leads out of the pack's folder; put the file itself there");
	} catch {
		return undefined;
	}
}

/** Reads a source document; answers the hash of its bytes. */
async function readDocument(
	{ host, found, name, described, problems, sink }: Reading,
	resource: PackResource,
	index: number,
	mapping: DocumentMapping,
	uri: string,
): Promise<string> {
	const bytes = await host.read(uri);
	if (mapping.date !== undefined && !isDate(mapping.date)) {
		const message = phrase("“{0}” is no date. Write the day on which the words were said or published, such as 2026-02-04.", mapping.date);
		const place = described.source?.place(["resources", index, "plumbline", "date"]) ?? START;
		problems.add(found.descriptor ?? uri, "bad-date", message, place, { severity: "warning" });
	}
	const { speaker, date, title = resource.title, source = sourceOf(resource.sources) ?? sourceOf(described.descriptor.sources) } = mapping;
	sink.document({
		pack: name,
		resource: resource.name || decodeURIComponent(baseName(uri)),
		uri,
		text: decode(bytes, resource.encoding),
		...(speaker && { speaker }),
		...(date && { date }),
		...(title && { title }),
		...(source && { source }),
	});
	return sha256(bytes);
}
