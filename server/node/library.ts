import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as z from "zod";
import { check as checkArticle, type Options } from "../check.ts";
import { isDatabase } from "../references/address.ts";
import { type OpenedPacks, openPacks as openPlaces } from "../references/packs.ts";
import type { ClaimJson, ReferenceJson, VerdictJson } from "../review/contract.ts";
import { claimsJson } from "../review/json.ts";
import { countVerdicts } from "../review/summary.ts";
import { explainTool } from "../tools/explain.ts";
import { lookUpTool } from "../tools/look-up.ts";
import type { Desk } from "../tools/tool.ts";
import { defaultTolerances, type Tolerances } from "../verdicts/tolerances.ts";
import { cacheFolder } from "./disk/caches.ts";
import { files } from "./disk/files.ts";
import { databasesFor } from "./pack/open.ts";
import { packIndex } from "./pack-index/index.ts";

export type * from "../review/contract.ts";
export type { Tolerances };

/** Reference packs, opened once and asked as often as you like. */
export interface Packs {
	/** The names of the packs. */
	readonly names: readonly string[];
	/** What is wrong in the packs; the good rows serve. */
	readonly faults: readonly PackFault[];
	/** What there is to say of databases, such as that a copy is asked while one is away; grows while packs are asked. */
	readonly notes: readonly string[];
	/** Lets go of files, connections and memory. */
	close(): void;
}

/** A fault in a file of a pack. The line and the column count from 1. */
export interface PackFault {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly severity: "error" | "warning" | "information";
	readonly message: string;
}

/** How an article is checked. */
export interface CheckOptions {
	/** Packs that are open already, or the places that they are in, as `openPacks` takes them. Without packs no claim has a reference. */
	readonly packs?: Packs | readonly string[];
	/** The day that the article speaks from, `YYYY-MM-DD`. Unless given, the article's own dateline or today. */
	readonly date?: string;
	/** The text is not Markdown. */
	readonly plain?: boolean;
	/** How far a figure may be off; what is not given has the default of `docs/settings.md`. */
	readonly tolerances?: Partial<Tolerances>;
}

/** A checked article. */
export interface CheckedArticle {
	/** The day that the article speaks from, `YYYY-MM-DD`. */
	readonly dateline: string;
	/** Every claim in order of its start. */
	readonly claims: readonly ClaimJson[];
	/** How many claims have each verdict. */
	readonly summary: Readonly<Record<VerdictJson, number>>;
}

/** A claim with how its verdict came about. */
export interface ExplainedClaim extends ClaimJson {
	/** Whose figure it was taken for, of what and as of when, and by which words. */
	readonly how?: string;
	/** Rows that came near when it was too close to call. */
	readonly candidates?: readonly ReferenceJson[];
	/** Where a quotation differs from the pack's document. */
	readonly difference?: readonly { readonly kind: "same" | "written" | "document"; readonly text: string }[];
}

/** What names lead to. */
export interface Found {
	/** The newest first. */
	readonly facts: readonly FoundFact[];
	/** How many facts there are beyond the limit. */
	readonly more?: number;
	readonly people: readonly FoundPerson[];
	/** Names like the words, when nothing is called so. */
	readonly similar?: readonly string[];
}

export interface FoundFact extends ReferenceJson {
	readonly subjectName?: string;
	readonly measureLabel?: string;
	/** The value as a sentence would have it: `$42.45 billion`. */
	readonly words: string;
}

export interface FoundPerson {
	readonly name: string;
	readonly title?: string;
	readonly organisation?: string;
	readonly from?: string;
	readonly to?: string;
	readonly pack: string;
	readonly row: number;
}

/**
 * Checks one article. Packs given as folders are opened for this call alone; open them with `openPacks` to check several. Nothing leaves the machine.
 * Throws `TypeError` for options that are not what `CheckOptions` says and for folders that are not there, and `Error` when
 * a database that packs are in has gone away and there is no copy; an article never makes it throw.
 */
export async function check(text: string, options: CheckOptions = {}): Promise<CheckedArticle> {
	return withPacks(options, async ({ store }, settings) => {
		const report = await checkArticle(text, store, settings);
		return { dateline: report.dateline, claims: claimsJson(report), summary: countVerdicts(report.checked) };
	});
}

/** How the verdict of one claim came about. `claim` is its id, or its words as the article has them. Throws when there is no such claim, or several. */
export async function explain(text: string, claim: string, options: CheckOptions = {}): Promise<ExplainedClaim> {
	return withPacks(options, async ({ store }, settings) => {
		const desk = deskOf(store, settings);
		return (await explainTool.run({ text, claim }, desk)) as ExplainedClaim;
	});
}

/**
 * Facts and people that names lead to, written as an article would write them: `AT&T share price`. `period` is ISO 8601 and takes in the periods that
 * begin like it; at most `limit` facts, 20 unless given. Throws `TypeError` as `check` does, and when there is no pack.
 */
export async function lookUp(
	words: string,
	options: Pick<CheckOptions, "packs"> & { readonly period?: string; readonly limit?: number },
): Promise<Found> {
	const { period, limit, ...rest } = options;
	return withPacks(rest, async ({ store }, settings) => {
		const call = { words, ...(period !== undefined && { period }), ...(limit !== undefined && { limit }) };
		return (await lookUpTool.run(call, deskOf(store, settings))) as Found;
	});
}

/**
 * Opens packs: folders, each a pack or a folder of packs, and addresses of databases, `postgres://user@host/database`, whose password comes from PGPASSWORD or
 * the user's password file. Large packs and copies of those in databases are kept in the cache folder of this user, which may be deleted at any time. Throws
 * `TypeError` for a folder that is not there, and `Error` for a database that can't be asked and of which there is no copy.
 */
export async function openPacks(places: readonly string[]): Promise<Packs> {
	const missing = places.find((place) => !isDatabase(place) && !existsSync(place));
	if (missing !== undefined) throw new TypeError(`${missing}: there is no such folder`);
	const index = await packIndex(cacheFolder("packs"));
	const found = places.map((place) => (isDatabase(place) ? place : pathToFileURL(path.resolve(place)).href));
	const databases = await databasesFor(found, true);
	const opened = new Opened(await openPlaces(files, found, { ...(index && { index }), ...(databases && { databases }) }));
	try {
		opened.assertAnswering();
	} catch (error) {
		opened.close();
		throw error;
	}
	return opened;
}

/** The packs behind `Packs`; what they are asked through is no promise to others. */
class Opened implements Packs {
	readonly #packs: OpenedPacks;
	readonly names: readonly string[];
	readonly faults: readonly PackFault[];

	constructor(packs: OpenedPacks) {
		this.#packs = packs;
		this.names = packs.store.packs.map(({ name }) => name);
		this.faults = packs.problems.map(({ uri, line, column, severity, message }) => ({
			file: uri.startsWith("file:") ? fileURLToPath(uri) : uri,
			line: line + 1,
			column: column + 1,
			severity,
			message,
		}));
	}

	get notes(): readonly string[] {
		return this.#packs.notices.filter(({ severity }) => severity === "warning").map(({ message }) => message);
	}

	/** Throws when packs can't be asked: what was not compared with them is not to pass for checked. */
	assertAnswering(): void {
		const failed = this.#packs.notices.find(({ severity }) => severity === "error");
		if (failed) throw new Error(failed.message);
	}

	get store(): OpenedPacks["store"] {
		return this.#packs.store;
	}

	close(): void {
		this.#packs.store.close();
	}
}

const Settings = z.strictObject({
	packs: z.union([z.instanceof(Opened), z.array(z.string())], "is neither what openPacks answers nor a list of places").optional(),
	date: z.iso.date("is not a date like 2026-02-04").optional(),
	plain: z.boolean().optional(),
	tolerances: z.partialRecord(z.enum(Object.keys(defaultTolerances)), z.number().min(0)).optional(),
});

/** Runs a piece of work with the packs and settings that somebody's options say, and closes the packs that were opened for it alone. */
async function withPacks<T>(given: CheckOptions, work: (packs: Opened, settings: Options) => Promise<T>): Promise<T> {
	const parsed = Settings.safeParse(given);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new TypeError(`${issue?.path.join(".") || "options"}: ${issue?.message}`);
	}
	const { packs, date, plain, tolerances } = parsed.data;
	const own = packs instanceof Opened ? undefined : ((await openPacks(packs ?? [])) as Opened);
	const settings: Options = {
		today: files.today(),
		...(date !== undefined && { date }),
		...(plain && { plain }),
		tolerances: { ...defaultTolerances, ...tolerances },
	};
	try {
		const asked = own ?? (packs as Opened);
		const answer = await work(asked, settings);
		asked.assertAnswering();
		return answer;
	} finally {
		own?.close();
	}
}

/** A desk for tools that are given the article's text. */
function deskOf(store: OpenedPacks["store"], settings: Options): Desk {
	return {
		packs: async () => store,
		options: async () => settings,
		read: async (file) => {
			throw new TypeError(`${file} is not read: give the text`);
		},
	};
}
