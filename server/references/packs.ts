import type { Host } from "../host.ts";
import { inEnglish, type Phrase, phrase } from "../language/phrase.ts";
import { isDatabase } from "./address.ts";
import { rememberingStemmer } from "./names/stem.ts";
import { type Describe, describing } from "./pack/describe.ts";
import { type FoundPack, findPacks } from "./pack/find.ts";
import { readable } from "./pack/paths.ts";
import { type PackProblem, Problems } from "./pack/problem.ts";
import { readPack } from "./pack/read-pack.ts";
import { Repeats } from "./pack/rows/repeats.ts";
import { isAllowed, readLock } from "./pack/trust/lock.ts";
import type { TrustedKeys } from "./pack/trust/signature.ts";
import type { PackSummary, ReferenceStore } from "./store.ts";
import { combine } from "./stores/combine.ts";
import { emptyStore } from "./stores/empty-store.ts";
import { combineLive, type LiveSource } from "./stores/live.ts";
import { memoryPart } from "./stores/memory-part.ts";
import type { PackContent, PackPart } from "./stores/part.ts";

export type { PackFix, PackProblem } from "./pack/problem.ts";

/** Packs ready to be asked, and everything that is wrong with them. */
export interface OpenedPacks {
	readonly store: ReferenceStore;
	readonly problems: readonly PackProblem[];
	/** Folders of packs that are not asked at all, since their lock refuses them or their descriptor can't be read; `problems` says why. */
	readonly unread: readonly string[];
	/** What is to be said of databases that packs are in; grows when one stops answering. */
	readonly notices: readonly DatabaseNotice[];
}

/** Something to be said of a database, in a sentence without its stop. With an error some packs are not asked at all. */
export interface DatabaseNotice {
	readonly severity: "error" | "warning";
	/** A clause without a full stop. */
	readonly message: string;
	/** The same, as it can be said in another language. */
	readonly said?: Phrase;
}

/** What is to be told of a database, in English and for other languages. */
export function notice(severity: DatabaseNotice["severity"], words: Phrase): DatabaseNotice {
	return { severity, message: inEnglish(words), said: words };
}

/** The packs of one database. */
export interface OpenedDatabase {
	readonly parts: readonly (PackPart | LiveSource)[];
	/** What there is to say now; more may be added while it is asked. */
	readonly notices: readonly DatabaseNotice[];
	/** What is asked in the place of packs that stop answering. */
	fallback?(failed: LiveSource): readonly PackPart[];
	close(): void;
}

/** Opens databases that packs are in; only what has a network has it. Never throws: what can't be opened is a notice. */
export interface Databases {
	open(address: string, stem: (word: string) => string): Promise<OpenedDatabase>;
	/** The name under which the password of a database is kept; undefined when its address can't be read. */
	nameOf(address: string): string | undefined;
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
		describe: Describe,
	): Promise<{ readonly part: PackPart; readonly problems: readonly PackProblem[] } | undefined>;
}

/** How packs are opened. */
export interface OpenOptions {
	/** Large packs go there; without it every pack is read into memory. */
	readonly index?: PackIndex;
	/** Whose signatures of locks count. */
	readonly trusted?: TrustedKeys;
	/** Opens the places that are addresses of databases; without it they are not opened. */
	readonly databases?: Databases;
}

/**
 * Opens the packs in some places: each a pack's folder, a folder that holds packs however deep, or the address of a database. Never throws: what can't be read is a problem
 * in its place, and the rest serves.
 */
export async function openPacks(
	host: Host,
	folders: readonly string[],
	{ index, trusted, databases }: OpenOptions = {},
): Promise<OpenedPacks> {
	const problems = new Problems();
	const told: PackProblem[] = [];
	const stem = rememberingStemmer();
	const parts: (PackPart | LiveSource)[] = [];
	const opened: OpenedDatabase[] = [];
	const seen = new Set<string>();
	const names = new Map<string, string>();
	const unread: string[] = [];
	for (const folder of folders) {
		if (isDatabase(folder)) {
			const database = await (databases ?? unreachable).open(folder, stem);
			opened.push(database);
			parts.push(...database.parts);
			continue;
		}
		const lock = await readLock(host, folder, problems, trusted);
		for (const found of await findPacks(host, folder, problems)) {
			if (seen.has(found.folder)) continue;
			seen.add(found.folder);
			if (lock && (lock.refused || !(await isAllowed(host, folder, found, lock, problems)))) {
				unread.push(found.folder);
				continue;
			}
			const describe = describing(host, found);
			const indexed = await index?.open(host, found, stem, lock !== undefined, describe);
			if (indexed) told.push(...indexed.problems);
			const part = indexed?.part ?? (await readIntoMemory(host, found, problems, stem, lock !== undefined, describe));
			if (!part) {
				unread.push(found.folder);
				continue;
			}
			parts.push(lock?.vouchedBy === undefined ? part : { ...part, summary: { ...part.summary, vouchedBy: lock.vouchedBy } });
			tellNamesake(part.summary, found, names, problems);
		}
	}
	const store = storeOf(parts, opened, stem);
	return {
		store,
		problems: await withoutDeclared([...told, ...problems.list()], store),
		unread,
		get notices() {
			return opened.flatMap(({ notices }) => notices);
		},
	};
}

/** Problems but for those of names that a pack of them all declares. */
async function withoutDeclared(problems: readonly PackProblem[], store: ReferenceStore): Promise<PackProblem[]> {
	const names = [...new Set(problems.flatMap(({ unless }) => (unless && store.packs.length > 1 ? [unless.name] : [])))];
	if (names.length === 0) return problems.map(({ unless: _, ...problem }) => problem);
	const [mentions, entities, measures] = await Promise.all([store.mentions(names), store.entities(names), store.measures(names)]);
	const ids = { entity: new Set(entities.map(({ id }) => id)), measure: new Set(measures.map(({ id }) => id)) };
	const isDeclared = ({ kind, name }: NonNullable<PackProblem["unless"]>): boolean =>
		ids[kind].has(name) ||
		(mentions[names.indexOf(name)] ?? []).some((one) => one.kind === kind && one.start === 0 && one.end === name.length && !one.spelling);
	return problems.flatMap(({ unless, ...problem }) => (unless && isDeclared(unless) ? [] : [problem]));
}

/** Where there is no network, databases can't be opened. */
const unreachable: Databases = {
	open: async () => ({
		parts: [],
		notices: [notice("error", phrase("A pack in a database can't be asked from here"))],
		close: () => {},
	}),
	nameOf: () => undefined,
};

function storeOf(
	parts: readonly (PackPart | LiveSource)[],
	opened: readonly OpenedDatabase[],
	stem: (word: string) => string,
): ReferenceStore {
	if (opened.length === 0 && parts.length === 0) return emptyStore;
	if (opened.length === 0) return combine(parts as PackPart[], stem);
	const fallback = (failed: LiveSource) => opened.find((database) => database.parts.includes(failed))?.fallback?.(failed) ?? [];
	return combineLive(parts, fallback, stem, () => {
		for (const database of opened) database.close();
	});
}

async function readIntoMemory(
	host: Host,
	found: FoundPack,
	problems: Problems,
	stem: (word: string) => string,
	locked: boolean,
	describe: Describe,
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
		describe,
	);
	return summary && memoryPart(summary, content, stem);
}

function tellNamesake({ name }: PackSummary, found: FoundPack, names: Map<string, string>, problems: Problems): void {
	const other = names.get(name);
	names.set(name, found.folder);
	if (other === undefined) return;
	const message = phrase(
		"Another pack is called “{0}” too ({1}). Both are used; give one of them a name of its own so that a reader can tell them apart.",
		name,
		readable(other),
	);
	problems.add(found.descriptor ?? found.folder, "same-name", message, { line: 0, column: 0, endColumn: 0 }, { severity: "warning" });
}
