import { type Host, HostError } from "../../host.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";
import { below, folderOf } from "./paths.ts";
import type { Problems } from "./problem.ts";

/** A pack before it is read. */
export interface FoundPack {
	/** The pack's folder. */
	readonly folder: string;
	/** Its descriptor; absent when the folder has nothing but a `facts.csv`. */
	readonly descriptor?: string;
}

const DESCRIPTORS = ["datapackage.json", "datapackage.yaml", "datapackage.yml"];
const BARE = "facts.csv";
const DEEPEST = 6;

/**
 * The packs in a place: the place itself, or whatever lies below it. A pack is not looked into for other packs. But a bare table, which says nothing of
 * what lies below it, does not hide packs there that have a descriptor.
 */
export async function findPacks(host: Host, place: string, problems: Problems): Promise<FoundPack[]> {
	const nowhere = { line: 0, column: 0, endColumn: 0 };
	try {
		const stat = await host.stat(place);
		if (!stat) {
			problems.add(
				place,
				"no-pack",
				phrase("There is nothing at this place. Name a pack's folder, or a folder that holds packs."),
				nowhere,
			);
			return [];
		}
		if (stat.kind === "file") {
			const name = place.slice(place.lastIndexOf("/") + 1);
			if (DESCRIPTORS.includes(name)) return [{ folder: folderOf(place), descriptor: place }];
			// Who names the table of a pack means the pack.
			if (name === BARE) return await packIn(host, folderOf(place));
			problems.add(place, "no-pack", phrase("This file is no pack. Name the folder that holds its datapackage.json."), nowhere);
			return [];
		}
		const found: FoundPack[] = [];
		await search(host, place, 0, found);
		if (found.length === 0) problems.add(place, "no-pack", await nothingIn(host, place), nowhere);
		return found;
	} catch (error) {
		problems.add(place, "unreadable", phrase("This folder can't be read: it {0}.", reasonOf(error)), nowhere);
		return [];
	}
}

/** What is said of a folder without packs; where it holds a table, how that becomes one. */
async function nothingIn(host: Host, folder: string): Promise<Phrase> {
	const table = (await host.list(folder)).find(({ name, kind }) => kind === "file" && /\.(?:csv|tsv|xlsx)$/i.test(name))?.name;
	return table === undefined
		? phrase("No pack is in this folder: neither a datapackage.json nor a facts.csv.")
		: phrase(
				"No pack is in this folder: neither a datapackage.json nor a facts.csv. Write what “plumbline pack describe {0}” prints into a datapackage.json beside it.",
				table,
			);
}

async function packIn(host: Host, folder: string): Promise<FoundPack[]> {
	const descriptor = await findDescriptor(host, folder);
	return [{ folder, ...(descriptor !== undefined && { descriptor }) }];
}

/** The descriptor in a folder itself; undefined when there is none. */
export async function findDescriptor(host: Host, folder: string): Promise<string | undefined> {
	const names = (await host.list(folder)).map(({ name }) => name);
	const descriptor = DESCRIPTORS.find((name) => names.includes(name));
	return descriptor === undefined ? undefined : below(folder, descriptor);
}

async function search(host: Host, folder: string, depth: number, found: FoundPack[], inBare = false): Promise<void> {
	const entries = await host.list(folder);
	const names = new Set(entries.filter(({ kind }) => kind !== "directory").map(({ name }) => name));
	const descriptor = DESCRIPTORS.find((name) => names.has(name));
	if (descriptor) found.push({ folder, descriptor: below(folder, descriptor) });
	else {
		if (names.has(BARE) && !inBare) found.push({ folder });
		if (depth >= DEEPEST) return;
		for (const { name, kind } of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
			if (kind !== "directory" || name.startsWith(".") || name === "node_modules") continue;
			try {
				await search(host, below(folder, name), depth + 1, found, inBare || names.has(BARE));
			} catch {
				// A folder that may not be read holds no pack that could be.
			}
		}
	}
}

/** Why a read failed, as a phrase after `it`. */
export function reasonOf(error: unknown): Phrase {
	return error instanceof HostError ? error.said : phrase("could not be read");
}
