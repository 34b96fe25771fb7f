import type { Host } from "../../host.ts";
import type { PackSummary } from "../store.ts";
import { Columns, headerOf } from "./columns.ts";
import { type Dialect, readCsv } from "./csv.ts";
import { decode, decodeAll, knownEncoding } from "./decode.ts";
import { Descriptor, type PackDescriptor, type PackResource, Plumbline, type PlumblineMapping } from "./descriptor.ts";
import { type DescriptorSource, readDescriptor } from "./descriptor-source.ts";
import { sha256, sha256OfAll } from "./digest.ts";
import { factReader } from "./facts.ts";
import { type FoundPack, reasonOf } from "./find.ts";
import { formatsOf } from "./formats.ts";
import { entityReader, measureReader, personReader } from "./lists.ts";
import { baseName, below, pathFault } from "./paths.ts";
import type { Problems } from "./problem.ts";
import { Registry } from "./registry.ts";
import { closest } from "./suggest.ts";
import type { PackSink, ReadRow, Table } from "./table.ts";

/** Everything one pack needs while it is read. */
interface Reading {
	readonly host: Host;
	readonly found: FoundPack;
	readonly descriptor: PackDescriptor;
	readonly source: DescriptorSource | undefined;
	readonly name: string;
	readonly problems: Problems;
	readonly sink: PackSink;
	readonly shared: Pick<Table, "entities" | "measures" | "implied" | "mismatches"> & { readonly measureUnits: Map<string, string> };
	readonly hashes: string[];
	facts: number;
}

const ORDER: readonly PlumblineMapping["role"][] = ["entities", "measures", "people", "document", "facts"];
const START = { line: 0, column: 0, endColumn: 0 };

/** Reads one pack into a sink, and every fault of it into `problems`. Answers who the pack is, or undefined when there is nothing to read. Never throws. */
export async function readPack(host: Host, found: FoundPack, sink: PackSink, problems: Problems): Promise<PackSummary | undefined> {
	const hashes: string[] = [];
	const described =
		found.descriptor === undefined ? { descriptor: BARE, source: undefined } : await describe(host, found.descriptor, problems, hashes);
	if (!described) return undefined;
	const { descriptor, source } = described;
	const name = descriptor.name || decodeURIComponent(baseName(found.folder));
	const reading: Reading = {
		host,
		found,
		descriptor,
		source,
		name,
		problems,
		sink: {
			...sink,
			fact: (fact, origin) => (reading.facts++, sink.fact(fact, origin)),
			entity: (entity) => sink.entity(entity),
			measure: (measure) => sink.measure(measure),
			person: (person) => sink.person(person),
			document: (document) => sink.document(document),
		},
		shared: {
			entities: new Registry(),
			measures: new Registry(),
			measureUnits: new Map(),
			implied: { entities: new Set(), measures: new Set() },
			mismatches: new Set(),
		},
		hashes,
		facts: 0,
	};
	const resources = descriptor.resources.map((resource, index) => ({ resource, index, mapping: resource.plumbline }));
	for (const role of ORDER) {
		const ofRole = resources.flatMap(({ resource, index, mapping }) => (mapping?.role === role ? [{ resource, index, mapping }] : []));
		if (role === "entities" || role === "measures") reading.shared[role].declared = ofRole.length > 0;
		for (const { resource, index, mapping } of ofRole) await readResource(reading, resource, index, mapping);
	}
	return {
		name,
		title: descriptor.title || name,
		version: String(descriptor.version ?? ""),
		hash: await sha256OfAll(hashes),
		facts: reading.facts,
	};
}

const BARE: PackDescriptor = { resources: [{ name: "facts", path: "facts.csv", plumbline: { role: "facts" } }] };

/** Reads and checks a descriptor. What is loose in it is let be; a resource whose `plumbline` is wrong is told and left out. */
async function describe(
	host: Host,
	uri: string,
	problems: Problems,
	hashes: string[],
): Promise<{ descriptor: PackDescriptor; source: DescriptorSource } | undefined> {
	let text: string;
	try {
		const bytes = await host.read(uri);
		hashes.push(await sha256(bytes));
		text = await decodeAll(bytes);
	} catch (error) {
		problems.add(uri, "unreadable", `The pack's descriptor can't be read: it ${reasonOf(error)}.`, START);
		return undefined;
	}
	const source = readDescriptor(text, uri.endsWith(".json") ? "json" : "yaml");
	if (source.error)
		problems.add(
			uri,
			"not-json",
			`The descriptor is not well formed here (${source.error.message}). Mend this line; until then nothing behind it is read.`,
			source.error.place,
		);
	const value = source.value;
	if (!value || typeof value !== "object" || Array.isArray(value)) {
		if (!source.error) problems.add(uri, "invalid-descriptor", 'A descriptor is an object with a list of "resources".', source.place([]));
		return undefined;
	}
	const list = (value as { resources?: unknown }).resources;
	const resources: PackResource[] = [];
	if (!Array.isArray(list))
		problems.add(
			uri,
			"invalid-descriptor",
			'The descriptor has no list of "resources", so the pack has no tables. Add one for each file.',
			source.place([], "resources"),
		);
	for (const [index, item] of (Array.isArray(list) ? list : []).entries()) {
		const mapping = item && typeof item === "object" ? (item as { plumbline?: unknown }).plumbline : undefined;
		const parsed = mapping === undefined ? undefined : Plumbline.safeParse(mapping);
		if (parsed && !parsed.success) {
			for (const issue of parsed.error.issues) tellIssue(source, uri, ["resources", index, "plumbline"], issue, mapping, problems);
		}
		const { plumbline: _, ...rest } = (item ?? {}) as Record<string, unknown>;
		resources.push({ ...loose(rest), ...(parsed?.success && { plumbline: parsed.data }) });
	}
	if (Array.isArray(list) && !list.some((item) => item && typeof item === "object" && "plumbline" in item)) {
		problems.add(
			uri,
			"invalid-descriptor",
			'No resource says what it means to Plumbline. Add "plumbline": {"role": "facts", …} to the tables that hold facts.',
			source.place(["resources"], "resources"),
			{ severity: "warning" },
		);
	}
	const descriptor = loose({ ...(value as object), resources }) as PackDescriptor;
	tellLacking(descriptor, source, uri, problems);
	return { descriptor, source };
}

/** Keeps the properties of the right type only: descriptors in the wild break their own profile, and none of that is Plumbline's business. */
function loose(value: object): PackResource {
	const result = Descriptor.partial().loose().safeParse(value);
	if (result.success) return result.data as PackResource;
	const wrong = new Set(result.error.issues.map((issue) => issue.path[0]));
	return Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key))) as PackResource;
}

type Issue = {
	readonly code?: string;
	readonly path: readonly PropertyKey[];
	readonly message: string;
	readonly keys?: readonly string[];
	readonly errors?: readonly (readonly Issue[])[];
};

/** Tells one issue of the schema in its place, an unknown key with the one that was meant. */
function tellIssue(
	source: DescriptorSource,
	uri: string,
	base: readonly PropertyKey[],
	issue: Issue,
	mapping: unknown,
	problems: Problems,
): void {
	const path = [...base, ...issue.path];
	if (issue.code === "unrecognized_keys") {
		for (const key of issue.keys ?? []) {
			const near = closest(key, keysAt(mapping, issue.path));
			problems.add(
				uri,
				"unknown-key",
				`Unrecognized key "${key}"${near ? `; did you mean "${near}"?` : ": Plumbline knows no such key here. Remove it or correct its spelling."}`,
				source.place(path, key),
				near ? { fix: `"${near}"` } : {},
			);
		}
		return;
	}
	const inner = issue.errors?.flat().filter((error) => error.code === "unrecognized_keys");
	const deep = inner?.[0];
	if (deep) return tellIssue(source, uri, path, deep, mapping, problems);
	const role = issue.path.length === 1 && issue.path[0] === "role";
	problems.add(
		uri,
		"invalid-descriptor",
		role
			? 'A "role" is one of facts, entities, measures, people and document.'
			: `"${String(path.at(-1))}" is not as it should be: ${issue.message.replace(/^Invalid input: /, "")}.`,
		source.place(path),
	);
}

/** The keys that may stand at a path of a `plumbline` object. */
function keysAt(mapping: unknown, path: readonly PropertyKey[]): string[] {
	const role = (mapping as { role?: string }).role;
	const option = Plumbline.options.find((candidate) => candidate.shape.role.value === role);
	if (path.length === 0) return Object.keys(option?.shape ?? {});
	return path[0] === "values" || path[0] === "valuesMatching"
		? ["pattern", "measure", "unit", "period", "known_at", "qualifier", "note"]
		: ["column", "pattern", "is", "fromPath"];
}

/** What a pack that is shared has to say of itself. */
function tellLacking(descriptor: PackDescriptor, source: DescriptorSource, uri: string, problems: Problems): void {
	const holdsFacts = descriptor.resources.some((resource) => resource.plumbline?.role === "facts");
	if (!holdsFacts) return;
	if (!(Array.isArray(descriptor.licenses) && descriptor.licenses.length > 0) && !descriptor.license) {
		problems.add(
			uri,
			"missing-licence",
			'The pack names no licence, so nobody knows whether it may be shared. Add "licenses": [{ "name": "CC-BY-4.0" }] or the one that holds.',
			source.place([], "name"),
			{ severity: "warning" },
		);
	}
	const sourced = (list: unknown): boolean => Array.isArray(list) && list.length > 0;
	const lacking =
		!sourced(descriptor.sources) &&
		descriptor.resources.some(
			({ plumbline, sources }) => plumbline?.role === "facts" && plumbline.source === undefined && !sourced(sources),
		);
	if (lacking) {
		problems.add(
			uri,
			"missing-source",
			'The pack does not say where its figures are from. Add "sources": [{ "title": "…", "path": "https://…" }], or a column “source” to each table.',
			source.place([], "name"),
			{ severity: "warning" },
		);
	}
}

/** The files of one resource, each read in turn. */
async function readResource(reading: Reading, resource: PackResource, index: number, mapping: PlumblineMapping): Promise<void> {
	const { host, found, source, problems } = reading;
	const descriptorUri = found.descriptor ?? found.folder;
	const paths = resource.path === undefined ? [] : Array.isArray(resource.path) ? resource.path : [resource.path];
	const at = (path: readonly PropertyKey[], key?: string) => source?.place(["resources", index, ...path], key) ?? START;
	if (paths.length === 0) problems.add(descriptorUri, "missing-file", 'This resource names no file. Add its "path".', at([], "name"));
	if (resource.encoding && !knownEncoding(resource.encoding)) {
		problems.add(
			descriptorUri,
			"unknown-encoding",
			`“${resource.encoding}” is no encoding that is known here. Write utf-8, windows-1252, iso-8859-1 or another name of the Encoding Standard.`,
			at(["encoding"]),
		);
	}
	for (const [i, path] of paths.entries()) {
		const place = at(Array.isArray(resource.path) ? ["path", i] : ["path"]);
		const fault = pathFault(path);
		if (fault) {
			problems.add(descriptorUri, "leaves-pack", `The path “${path}” ${fault}.`, place);
			continue;
		}
		const uri = below(found.folder, path);
		try {
			if (host.realpath) {
				const [real, root] = await Promise.all([host.realpath(uri), host.realpath(found.folder)]);
				if (!real.startsWith(root.endsWith("/") ? root : `${root}/`)) {
					problems.add(
						descriptorUri,
						"leaves-pack",
						`The path “${path}” is a link that leads out of the pack's folder; put the file itself there.`,
						place,
					);
					continue;
				}
			}
			await readFile(reading, resource, index, mapping, path, uri);
		} catch (error) {
			problems.add(
				descriptorUri,
				"missing-file",
				`The file “${path}” can't be read: it ${reasonOf(error)}. Put it there, or correct the path.`,
				place,
			);
		}
	}
}

async function readFile(
	reading: Reading,
	resource: PackResource,
	index: number,
	mapping: PlumblineMapping,
	path: string,
	uri: string,
): Promise<void> {
	const { host, descriptor, name, problems, sink, shared, source: descriptorSource } = reading;
	const resourceName = resource.name || path;
	const bytes = await host.read(uri);
	reading.hashes.push(await sha256(bytes));
	const from = sourceOf(resource.sources) ?? sourceOf(descriptor.sources);
	if (mapping.role === "document") {
		const { speaker, date, title = resource.title, source = from } = mapping;
		sink.document({
			pack: name,
			resource: resourceName,
			uri,
			text: await decodeAll(bytes, resource.encoding),
			...(speaker && { speaker }),
			...(date && { date }),
			...(title && { title }),
			...(source && { source }),
		});
		return;
	}
	const dialect = dialectOf(resource);
	let read: ReadRow | undefined;
	let width = 0;
	let prepared = false;
	let headerRows = dialect.header === false ? 0 : Math.max(1, ...(dialect.headerRows ?? []));
	for await (const batch of readCsv(decode([bytes], resource.encoding), dialect)) {
		const broken = new Set(batch.broken);
		for (const [i, cells] of batch.rows.entries()) {
			const row = batch.firstRow + i;
			if (!prepared) {
				const isHeader = headerRows > 0;
				if (isHeader && row < headerRows) continue;
				prepared = true;
				width = cells.length;
				const header = headerOf(isHeader ? cells : fieldNames(resource, cells.length));
				const columns = new Columns(header, path, (at, code, message, fix) => {
					if (descriptorSource)
						problems.add(
							reading.found.descriptor as string,
							code,
							message,
							descriptorSource.place(["resources", index, "plumbline", ...at]),
							fix === undefined ? {} : { fix: `"${fix}"` },
						);
					else problems.add(uri, code, message, batch.place(0));
				});
				const table = {
					pack: name,
					resource: resourceName,
					uri,
					columns,
					problems,
					sink,
					today: host.today(),
					...shared,
					...(from !== undefined && { source: from }),
				};
				if (mapping.role === "facts") read = factReader(mapping, table, formatsOf(resource));
				else if (mapping.role === "entities") read = entityReader(mapping, table);
				else if (mapping.role === "measures") read = measureReader(mapping, table);
				else read = personReader(mapping, table);
				if (!read) return;
				headerRows = 0;
				if (isHeader) continue;
			}
			if (cells.length === 1 && cells[0] === "") continue;
			if (broken.has(i)) {
				problems.add(
					uri,
					"broken-table",
					`Row ${row} has a quotation mark that is not closed, so where its cells end is unknown. Close it, or double quotation marks inside a cell.`,
					() => batch.place(i),
				);
				continue;
			}
			if (cells.length !== width) {
				const surplus = cells.slice(width).some((cell) => cell.trim() !== "");
				if (cells.length < width || surplus) {
					problems.add(
						uri,
						"broken-table",
						`Row ${row} has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}, and the header has ${width}. A separator inside a cell needs quotation marks around the cell.`,
						() => batch.place(i),
						{ severity: surplus ? "error" : "warning" },
					);
				}
				if (surplus) continue;
			}
			(read as ReadRow)(cells, row, (column) => batch.place(i, column));
		}
	}
	if (!prepared) problems.add(uri, "broken-table", "The table is empty: it has not even a header.", START);
}

/** Where figures are from: the address, else the title of the first source. */
function sourceOf(sources: unknown): string | undefined {
	const first: unknown = Array.isArray(sources) ? sources[0] : undefined;
	if (!first || typeof first !== "object") return typeof first === "string" ? first : undefined;
	const { path, title, name } = first as Record<string, unknown>;
	return [path, title, name].find((value): value is string => typeof value === "string" && value !== "");
}

function dialectOf(resource: PackResource): Dialect {
	const given = typeof resource.dialect === "object" ? resource.dialect : {};
	const { delimiter, quoteChar, escapeChar, commentChar, header, headerRows, skipInitialSpace } = given;
	const tabbed = resource.format === "tsv" || (typeof resource.path === "string" && /\.(?:tsv|tab)$/i.test(resource.path));
	const separator = delimiter ?? (tabbed ? "\t" : undefined);
	return {
		...(separator !== undefined && { delimiter: separator }),
		...(quoteChar !== undefined && { quoteChar }),
		...(escapeChar !== undefined && { escapeChar }),
		...(commentChar !== undefined && { commentChar }),
		...(header !== undefined && { header }),
		...(headerRows !== undefined && { headerRows }),
		...(skipInitialSpace !== undefined && { skipInitialSpace }),
	};
}

/** The names of a table without header: its schema's fields, else numbers from 1. */
function fieldNames(resource: PackResource, width: number): string[] {
	const fields = typeof resource.schema === "object" ? (resource.schema.fields ?? []) : [];
	return Array.from({ length: width }, (_, i) => fields[i]?.name ?? String(i + 1));
}
