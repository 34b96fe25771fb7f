import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "jsonc-parser";
import { resolve } from "../folders.ts";
import type { OpenedPacks } from "../references/packs.ts";
import { readSettings, type Settings } from "../settings.ts";
import { CallError } from "./call-error.ts";
import { openWithProgress } from "./pack/open.ts";

/** The folder that an article belongs to, with the settings and packs that an editor would use there. */
export interface Workspace {
	readonly settings: Settings;
	readonly packs: OpenedPacks;
}

/**
 * Opens the workspace of an article: the nearest folder upwards that has Plumbline settings in `.vscode/settings.json` or a folder `packs`.
 * Packs named by the call take the place of the configured ones. Throws `CallError` when a named one is not there.
 */
export async function openWorkspace(named: readonly string[], article: string | undefined): Promise<Workspace> {
	const from = article === undefined || article === "-" ? process.cwd() : path.resolve(article);
	const { folder, settings } = await workspaceOf(from);
	const places = named.length > 0 ? named.map(namedPlace) : await configuredPlaces(folder, settings);
	const packs = await openWithProgress(places);
	if (named.length > 0 && packs.store.packs.length === 0) {
		const why = packs.problems.find(({ severity }) => severity === "error")?.message ?? "there is no datapackage.json and no facts.csv";
		throw new CallError(`--packs ${named.join(", ")} holds no pack that can be used: ${why}`);
	}
	return { settings, packs };
}

function namedPlace(place: string): string {
	if (!existsSync(place)) throw new CallError(`--packs ${place}: there is no such folder`);
	return pathToFileURL(path.resolve(place)).href;
}

async function configuredPlaces(folder: string, settings: Settings): Promise<string[]> {
	const uri = pathToFileURL(folder).href;
	const places = settings.packs.map((place) => resolve(uri, place)).filter((place) => place !== undefined);
	if (existsSync(path.join(folder, "datapackage.json"))) places.unshift(uri);
	return places.filter((place) => place.startsWith("file:") && existsSync(fileURLToPath(place)));
}

async function workspaceOf(from: string): Promise<{ folder: string; settings: Settings }> {
	const start = (await isFolder(from)) ? from : path.dirname(from);
	for (let folder = start; ; folder = path.dirname(folder)) {
		const settings = await settingsIn(folder);
		if (settings) return { folder, settings };
		if (existsSync(path.join(folder, "packs"))) return { folder, settings: readSettings(undefined) };
		if (path.dirname(folder) === folder) return { folder: start, settings: readSettings(undefined) };
	}
}

/** Plumbline's settings of a folder, or undefined when it has none. A setting that its schema refuses is said on standard error and has its default. */
async function settingsIn(folder: string): Promise<Settings | undefined> {
	const file = path.join(folder, ".vscode", "settings.json");
	let text: string;
	try {
		text = await readFile(file, "utf8");
	} catch {
		return undefined;
	}
	const all: unknown = parse(text, [], { allowTrailingComma: true });
	if (typeof all !== "object" || all === null) return undefined;
	const own = Object.entries(all).flatMap(([key, value]) =>
		key.startsWith("plumbline.") ? [[key.slice("plumbline.".length), value]] : [],
	);
	if (own.length === 0) return undefined;
	return readSettings(Object.fromEntries(own), (name, why) =>
		process.stderr.write(`plumbline: ${file}: plumbline.${name}: ${why}; its default is used\n`),
	);
}

async function isFolder(place: string): Promise<boolean> {
	try {
		return (await stat(place)).isDirectory();
	} catch {
		return false;
	}
}
