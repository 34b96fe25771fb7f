import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "jsonc-parser";
import type { Report } from "../check.ts";
import { configIn } from "../config/find.ts";
import type { Configuration } from "../config/read.ts";
import { resolve } from "../folders.ts";
import { isDatabase } from "../references/address.ts";
import type { OpenedPacks } from "../references/packs.ts";
import { LEDGER, type Review, readLedger, reviewsOf, withReviews } from "../review/ledger.ts";
import { readSettings, type Settings } from "../settings.ts";
import { CallError } from "./call-error.ts";
import { assertAnswering } from "./database/answering.ts";
import { filesAtOnce } from "./disk/files.ts";
import { openWithProgress } from "./pack/open.ts";

/** The folder that an article belongs to, with the settings and packs that an editor would use there. */
export interface Workspace {
	readonly settings: Settings;
	readonly packs: OpenedPacks;
	/** An article with what its desk has signed off; `article` is its path as given. */
	reviewed(article: string, report: Report): Report;
	/** What has been signed off in an article, by claim: those too that no longer hold. */
	reviewsOf(article: string): ReadonlyMap<string, Review>;
}

/**
 * Opens the workspace of an article: the nearest folder upwards that has a configuration file; where there is none, one that has Plumbline settings in
 * `.vscode/settings.json`, a folder `packs` or a ledger. Packs named by the call take the place of the configured ones. Throws `CallError` when a named
 * one is not there, and for a fault in the configuration file. `warn` is told of settings that can't be used.
 */
export async function openWorkspace(
	named: readonly string[],
	article: string | undefined,
	warn: (line: string) => void = onStandardError,
): Promise<Workspace> {
	const { folder, desk, settings } = await workspaceOf(placeOfArticle(article), warn);
	const places = named.length > 0 ? named.map(namedPlace) : await configuredPlaces(folder, settings);
	const packs = await openWithProgress(places, { trusted: settings.trustedKeys, isNamedByCall: named.length > 0 });
	try {
		assertAnswering(packs);
	} catch (error) {
		packs.store.close();
		throw error;
	}
	for (const { message } of packs.notices) warn(`plumbline: ${message}\n`);
	if (named.length > 0 && packs.store.packs.length === 0) {
		const why = packs.problems.find(({ severity }) => severity === "error")?.message ?? "there is no datapackage.json and no facts.csv";
		throw new CallError(`--packs ${named.join(", ")} holds no pack that can be used: ${why}`);
	}
	const ledger = ledgerIn(desk);
	const reviewsIn = (article: string) => reviewsOf(ledger, path.relative(desk, path.resolve(article)).replaceAll(path.sep, "/"));
	const reviewed = (article: string, report: Report): Report => ({ ...report, checked: withReviews(report.checked, reviewsIn(article)) });
	return { settings, packs, reviewed, reviewsOf: reviewsIn };
}

/** The settings that hold for an article, as `openWorkspace` finds them. Throws `CallError` for a fault in a configuration file. */
export async function settingsFor(article: string | undefined): Promise<Settings> {
	return (await workspaceOf(placeOfArticle(article), onStandardError)).settings;
}

/** The folder of the configuration that counts at a path; undefined when there is none. Throws `CallError` for a fault in it. */
export async function configFolderOf(place: string): Promise<string | undefined> {
	const config = await configAbove(isFolder(place) ? place : path.dirname(place));
	return config && fileURLToPath(config.folder);
}

function placeOfArticle(article: string | undefined): string {
	return article === undefined || article === "-" ? process.cwd() : path.resolve(article);
}

function onStandardError(line: string): void {
	process.stderr.write(line);
}

/** The place of packs that a call names: a folder's URI or a database's address. Throws `CallError` when there is no such folder. */
export function namedPlace(place: string): string {
	if (isDatabase(place)) return place;
	if (!existsSync(place)) throw new CallError(`--packs ${place}: there is no such folder`);
	return pathToFileURL(path.resolve(place)).href;
}

async function configuredPlaces(folder: string, settings: Settings): Promise<string[]> {
	const uri = pathToFileURL(folder).href;
	const places = settings.packs.map((place) => (isDatabase(place) ? place : resolve(uri, place))).filter((place) => place !== undefined);
	if (existsSync(path.join(folder, "datapackage.json"))) places.unshift(uri);
	return places.filter((place) => isDatabase(place) || (place.startsWith("file:") && existsSync(fileURLToPath(place))));
}

/** What has been signed off in the articles of a folder; most folders have no ledger. */
function ledgerIn(folder: string): Review[] {
	try {
		return readLedger(readFileSync(path.join(folder, LEDGER), "utf8"));
	} catch {
		return [];
	}
}

/** Where an article belongs. */
interface Place {
	/** The folder that packs are told from. */
	readonly folder: string;
	/** The folder whose ledger holds what has been signed off. */
	readonly desk: string;
	readonly settings: Settings;
}

async function workspaceOf(from: string, warn: (line: string) => void): Promise<Place> {
	const start = isFolder(from) ? from : path.dirname(from);
	const config = await configAbove(start);
	const editors = editorsPlace(start, warn);
	if (!config) return { folder: editors.folder, desk: editors.folder, settings: readSettings(editors.given) };
	const folder = fileURLToPath(config.folder);
	// A workspace is signed off in one ledger, which may lie above a folder that has a configuration of its own.
	const desk = above(start).find((one) => existsSync(path.join(one, LEDGER))) ?? folder;
	return { folder, desk, settings: readSettings({ ...editors.given, ...config.values }) };
}

/** A folder and those around it, the innermost first. */
function above(start: string): string[] {
	const folders = [start];
	for (let folder = start; path.dirname(folder) !== folder; ) {
		folder = path.dirname(folder);
		folders.push(folder);
	}
	return folders;
}

/** The nearest configuration upwards. Throws `CallError` for a fault in it. */
async function configAbove(start: string): Promise<Configuration | undefined> {
	for (const folder of above(start)) {
		const config = await configIn(filesAtOnce, pathToFileURL(folder).href.replace(/\/$/, ""));
		if (!config) continue;
		const faults = config.problems.filter(({ severity }) => severity === "error");
		const [first] = faults;
		if (!first) return config;
		const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : "";
		throw new CallError(`${fileURLToPath(first.uri)}:${first.line + 1}:${first.column + 1}: ${first.message}${more}`);
	}
	return undefined;
}

/** The folder that an editor would have open, and what its settings say there. */
function editorsPlace(start: string, warn: (line: string) => void): { folder: string; given: Record<string, unknown> } {
	for (const folder of above(start)) {
		const given = settingsIn(folder, warn);
		if (given) return { folder, given };
		if (["packs", LEDGER].some((name) => existsSync(path.join(folder, name)))) return { folder, given: {} };
	}
	return { folder: start, given: {} };
}

/** Plumbline's settings of a folder by their names, or undefined when it has none. `warn` is told of a setting that its schema refuses. */
function settingsIn(folder: string, warn: (line: string) => void): Record<string, unknown> | undefined {
	const file = path.join(folder, ".vscode", "settings.json");
	let text: string;
	try {
		text = readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
	const all: unknown = parse(text, [], { allowTrailingComma: true });
	if (typeof all !== "object" || all === null) return undefined;
	const own = Object.entries(all).flatMap(([key, value]) =>
		key.startsWith("plumbline.") ? [[key.slice("plumbline.".length), value]] : [],
	);
	if (own.length === 0) return undefined;
	const given = Object.fromEntries(own);
	readSettings(given, (name, why) => warn(`plumbline: ${file}: plumbline.${name}: ${why}; its default is used\n`));
	return given;
}

function isFolder(place: string): boolean {
	try {
		return statSync(place).isDirectory();
	} catch {
		return false;
	}
}
