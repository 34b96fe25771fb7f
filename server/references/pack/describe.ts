import type { Host } from "../../host.ts";
import { phrase } from "../../language/phrase.ts";
import { Descriptor, type PackDescriptor, type PackResource, Plumbline } from "./descriptor.ts";
import { type FoundPack, reasonOf } from "./find.ts";
import { UNFILLED } from "./guess/unfilled.ts";
import { Problems } from "./problem.ts";
import { closest } from "./suggest.ts";
import { decode } from "./text/decode.ts";
import { type Located, locate } from "./text/located.ts";
import { sha256 } from "./trust/digest.ts";

/** A pack's descriptor as read, with the place of everything in it and the hash of its bytes. A bare `facts.csv` has neither. */
export interface Described {
	readonly descriptor: PackDescriptor;
	readonly source?: Located;
	readonly hash: string;
}

/** Reads and checks the descriptor of a pack; undefined, with the problem told, when there is nothing to be read. */
export async function describePack(host: Host, { descriptor: uri }: FoundPack, problems: Problems): Promise<Described | undefined> {
	return uri === undefined ? { descriptor: BARE, hash: "bare" } : describe(host, uri, problems);
}

/** Describes a pack for one that asks. */
export type Describe = (problems: Problems) => Promise<Described | undefined>;

/**
 * Describes a pack once for several that ask while it is opened: its index, and whoever reads it into memory. Zod is slow with the first things that it
 * checks, which took 8 ms of each start. A descriptor with faults is read again, so that everybody is told of them.
 */
export function describing(host: Host, pack: FoundPack): Describe {
	let faultless: Described | undefined;
	return async (problems) => {
		if (faultless) return faultless;
		const own = new Problems();
		const described = await describePack(host, pack, own);
		if (own.list().length > 0) return describePack(host, pack, problems);
		faultless = described;
		return described;
	};
}

/** Made once: zod readies each schema when it first checks something, which took 1 ms a resource. */
const LooseDescriptor = Descriptor.partial().loose();

const BARE: PackDescriptor = { resources: [{ name: "facts", path: "facts.csv", plumbline: { role: "facts" } }] };
const START = { line: 0, column: 0, endColumn: 0 };

/** Reads and checks a descriptor. What is loose in it is let be; a resource whose `plumbline` is wrong is told and left out. */
async function describe(host: Host, uri: string, problems: Problems): Promise<Described | undefined> {
	let text: string;
	let hash: string;
	try {
		const bytes = await host.read(uri);
		hash = await sha256(bytes);
		text = decode(bytes);
	} catch (error) {
		problems.add(uri, "unreadable", phrase("The pack's descriptor can't be read: it {0}.", reasonOf(error)), START);
		return undefined;
	}
	const source = locate(text, uri.endsWith(".json") ? "json" : "yaml");
	if (source.error)
		problems.add(
			uri,
			"not-json",
			phrase("The descriptor is not well formed here ({0}). Mend this line; until then nothing behind it is read.", source.error.message),
			source.error.place,
		);
	const value = source.value;
	if (!value || typeof value !== "object" || Array.isArray(value)) {
		if (!source.error)
			problems.add(uri, "invalid-descriptor", phrase('A descriptor is an object with a list of "resources".'), source.place([]));
		return undefined;
	}
	const list = (value as { resources?: unknown }).resources;
	const resources: PackResource[] = [];
	if (!Array.isArray(list))
		problems.add(
			uri,
			"invalid-descriptor",
			phrase('The descriptor has no list of "resources", so the pack has no tables. Add one for each file.'),
			source.place([], "resources"),
		);
	for (const [index, item] of (Array.isArray(list) ? list : []).entries()) {
		const mapping = item && typeof item === "object" ? (item as { plumbline?: unknown }).plumbline : undefined;
		const parsed = mapping === undefined ? undefined : Plumbline.safeParse(mapping);
		if (parsed && !parsed.success) {
			for (const issue of parsed.error.issues) tellIssue(source, uri, ["resources", index, "plumbline"], issue, mapping, problems);
		}
		if (parsed?.success) tellUnfilled(source, uri, ["resources", index, "plumbline"], parsed.data, problems);
		const { plumbline: _, ...rest } = (item ?? {}) as Record<string, unknown>;
		resources.push({ ...loose(rest), ...(parsed?.success && { plumbline: parsed.data }) });
	}
	if (Array.isArray(list) && !list.some((item) => item && typeof item === "object" && "plumbline" in item)) {
		problems.add(
			uri,
			"invalid-descriptor",
			phrase('No resource says what it means to Plumbline. Add "plumbline": {"role": "facts", …} to the tables that hold facts.'),
			source.place(["resources"], "resources"),
			{ severity: "warning" },
		);
	}
	const descriptor = loose({ ...(value as object), resources }) as PackDescriptor;
	tellLacking(descriptor, source, uri, problems);
	return { descriptor, source, hash };
}

/** Tells what `pack describe` could not tell and nobody has filled in since. */
function tellUnfilled(source: Located, uri: string, path: readonly PropertyKey[], value: unknown, problems: Problems): void {
	if (value === UNFILLED) {
		const key = path.findLast((part) => typeof part === "string" && part !== "is");
		const message = phrase("“{0}” stands for what the table does not tell. Write the {1} here.", UNFILLED, String(key));
		problems.add(uri, "invalid-descriptor", message, source.place(path), { severity: "warning" });
	} else if (value && typeof value === "object")
		for (const [key, inner] of Object.entries(value)) tellUnfilled(source, uri, [...path, key], inner, problems);
}

/** Keeps the properties of the right type only: descriptors in the wild break their own profile, and none of that is Plumbline's business. */
function loose(value: object): PackResource {
	const result = LooseDescriptor.safeParse(value);
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
function tellIssue(source: Located, uri: string, base: readonly PropertyKey[], issue: Issue, mapping: unknown, problems: Problems): void {
	const path = [...base, ...issue.path];
	if (issue.code === "unrecognized_keys") {
		for (const key of issue.keys ?? []) {
			const near = closest(key, keysAt(mapping, issue.path));
			problems.add(
				uri,
				"unknown-key",
				near
					? phrase('Unrecognized key "{0}"; did you mean "{1}"?', key, near)
					: phrase('Unrecognized key "{0}": Plumbline knows no such key here. Remove it or correct its spelling.', key),
				source.place(path, key),
				near ? { fix: near } : {},
			);
		}
		return;
	}
	const inner = issue.errors?.flat().filter((error) => error.code === "unrecognized_keys");
	const deep = inner?.[0];
	if (deep) {
		tellIssue(source, uri, path, deep, mapping, problems);
		return;
	}
	if (issue.path.length === 1 && issue.path[0] === "role") {
		const { role } = mapping as { role?: unknown };
		const near = typeof role === "string" ? closest(role, ROLES) : undefined;
		const message = near
			? phrase('A "role" is one of facts, entities, measures, people and document; did you mean "{0}"?', near)
			: phrase('A "role" is one of facts, entities, measures, people and document.');
		problems.add(uri, "invalid-descriptor", message, source.place(path), { fix: near });
		return;
	}
	const message = phrase('"{0}" is not as it should be: {1}.', String(path.at(-1)), issue.message.replace(/^Invalid input: /, ""));
	problems.add(uri, "invalid-descriptor", message, source.place(path));
}

const ROLES = Plumbline.options.map((option) => option.shape.role.value);

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
function tellLacking(descriptor: PackDescriptor, source: Located, uri: string, problems: Problems): void {
	const holdsFacts = descriptor.resources.some((resource) => resource.plumbline?.role === "facts");
	if (!holdsFacts) return;
	if (!(Array.isArray(descriptor.licenses) && descriptor.licenses.length > 0) && !descriptor.license) {
		problems.add(
			uri,
			"missing-licence",
			phrase(
				'The pack names no licence, so nobody knows whether it may be shared. Add "licenses": [{ "name": "CC-BY-4.0" }] or the one that holds.',
			),
			source.place([], "name"),
			{ severity: "warning" },
		);
	}
}
