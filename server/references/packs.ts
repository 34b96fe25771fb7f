import type { Host } from "../host.ts";
import { combine } from "./combine.ts";
import { emptyStore } from "./empty-store.ts";
import { memoryPart } from "./memory-part.ts";
import { rememberingStemmer } from "./names/stem.ts";
import { type FoundPack, findPacks } from "./pack/find.ts";
import { isAllowed, readLock } from "./pack/lock.ts";
import { type PackProblem, Problems } from "./pack/problem.ts";
import { readPack } from "./pack/read-pack.ts";
import { Repeats } from "./pack/repeats.ts";
import type { TrustedKeys } from "./pack/signature.ts";
import type { PackContent, PackPart } from "./part.ts";
import type { PackSummary, ReferenceStore } from "./store.ts";

export type { PackFix, PackProblem } from "./pack/problem.ts";

/** Packs ready to be asked, and everything that is wrong with them. */
export interface OpenedPacks {
	readonly store: ReferenceStore;
	readonly problems: readonly PackProblem[];
}

/** Where packs that are too large for memory are kept ready. */
export interface PackIndex {
	/**
	 * Opens a pack from its index, which is made or brought up to date first. Undefined when the pack is small enough to be read into memory, or can't be
	 * indexed. With `locked`, the index answers only what was read from the very bytes that the lock vouches for.
	 */
	open(
		host: Host,
		pack: FoundPack,
		stem: (word: string) => string,
		locked: boolean,
	): Promise<{ readonly part: PackPart; readonly problems: readonly PackProblem[] } | undefined>;
}

/** How packs are opened. */
export interface OpenOptions {
	/** Large packs go there; without it every pack is read into memory. */
	readonly index?: PackIndex;
	/** Whose signatures of locks count. */
	readonly trusted?: TrustedKeys;
}

/**
 * Opens the packs in some places: each a pack's folder, or a folder that holds packs however deep. Never throws: what can't be read is a problem
 * in its place, and the rest serves.
 */
export async function openPacks(host: Host, folders: readonly string[], { index, trusted }: OpenOptions = {}): Promise<OpenedPacks> {
	const problems = new Problems();
	const told: PackProblem[] = [];
	const stem = rememberingStemmer();
	const parts: PackPart[] = [];
	const seen = new Set<string>();
	const names = new Map<string, string>();
	for (const folder of folders) {
		const lock = await readLock(host, folder, problems, trusted);
		for (const found of await findPacks(host, folder, problems)) {
			if (seen.has(found.folder)) continue;
			seen.add(found.folder);
			if (lock && (lock.refused || !(await isAllowed(host, folder, found, lock, problems)))) continue;
			const indexed = await index?.open(host, found, stem, lock !== undefined);
			if (indexed) told.push(...indexed.problems);
			const part = indexed?.part ?? (await readIntoMemory(host, found, problems, stem, lock !== undefined));
			if (!part) continue;
			parts.push(lock?.vouchedBy === undefined ? part : { ...part, summary: { ...part.summary, vouchedBy: lock.vouchedBy } });
			tellNamesake(part.summary, found, names, problems);
		}
	}
	return { store: parts.length === 0 ? emptyStore : combine(parts, stem), problems: [...told, ...problems.list()] };
}

async function readIntoMemory(
	host: Host,
	found: FoundPack,
	problems: Problems,
	stem: (word: string) => string,
	locked: boolean,
): Promise<PackPart | undefined> {
	const content: { -readonly [K in keyof PackContent]: PackContent[K][number][] } = {
		facts: [],
		entities: [],
		measures: [],
		people: [],
		documents: [],
	};
	const repeats = new Repeats(problems);
	const summary = await readPack(
		host,
		found,
		{
			fact: (fact, origin) => {
				if (!repeats.isRepeated(fact, origin)) content.facts.push(fact);
			},
			entity: (entity) => content.entities.push(entity),
			measure: (measure) => content.measures.push(measure),
			person: (person) => content.people.push(person),
			document: (document) => content.documents.push(document),
		},
		problems,
		locked,
	);
	return summary && memoryPart(summary, content, stem);
}

function tellNamesake({ name }: PackSummary, found: FoundPack, names: Map<string, string>, problems: Problems): void {
	const other = names.get(name);
	names.set(name, found.folder);
	if (other === undefined) return;
	const message = `Another pack is called “${name}” too (${decodeURIComponent(other)}). Both are used; give one of them a name of its own so that a reader can tell them apart.`;
	problems.add(found.descriptor ?? found.folder, "same-name", message, { line: 0, column: 0, endColumn: 0 }, { severity: "warning" });
}
