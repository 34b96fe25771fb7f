import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { LONGEST_ARTICLE, TOO_LONG } from "../../limits.ts";
import type { ChangedLines } from "../../review/changed.ts";
import { CallError } from "../call-error.ts";

/** One article as given to the command line. */
export interface Source {
	/** As the person wrote it, or found below a folder that they named; `-` is standard input. */
	readonly path: string;
	/** Its text, when it is not to be read from there: what is staged for a commit. */
	readonly text?: string;
	/** What has changed in it, when the claims of that alone are asked for. */
	readonly changed?: ChangedLines;
}

/** The articles that paths name, in order: files, Markdown files below folders that lie in no pack, `-`. Throws `CallError` for a path that is not there. */
export function findArticles(paths: readonly string[]): Source[] {
	const sources: Source[] = [];
	for (const given of paths) {
		if (given === "-") sources.push({ path: given });
		else if (isFolder(given)) sources.push(...below(given));
		else sources.push({ path: given });
	}
	return sources;
}

/** Whether a file is an article by its name. */
export function isMarkdown(name: string): boolean {
	return /\.(?:md|markdown|mdown|mkd)$/i.test(name);
}

/** Reads an article's text. Throws `CallError` with what, where and how to mend it; of what is too long for an article no more is read than shows that. */
export async function readArticle(source: Source): Promise<string> {
	const name = source.path === "-" ? "standard input" : source.path;
	let bytes: Uint8Array | undefined;
	try {
		bytes = source.path === "-" ? await readStandardInput() : readFile(source.path);
	} catch (error) {
		throw new CallError(`${name} can't be read: ${unreadable(error)}`);
	}
	if (!bytes) throw new CallError(`${name} ${TOO_LONG}`);
	return decode(bytes, name);
}

/** Decodes UTF-8, a byte order mark dropped. Throws `CallError` with the place of the first byte that is not. */
export function decode(bytes: Uint8Array, name: string): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		const at = firstBadByte(bytes);
		throw new CallError(`${name} is not UTF-8 (byte ${at + 1}); save it as UTF-8 and check again`);
	}
}

function isFolder(given: string): boolean {
	try {
		return statSync(given).isDirectory();
	} catch (error) {
		throw new CallError(`${given} can't be read: ${unreadable(error)}`);
	}
}

/**
 * Markdown files below a folder in a steady order. Hidden folders and node_modules hold no articles, nor do packs: their Markdown is what articles are held against.
 * Links are not followed, so that none leads in a circle.
 */
function below(folder: string, isNamed = true): Source[] {
	const sources: Source[] = [];
	const entries = readdirSync(folder, { withFileTypes: true });
	if (!isNamed && entries.some(({ name }) => isDescriptor(name))) return [];
	entries.sort((a, b) => (a.name < b.name ? -1 : 1));
	for (const entry of entries) {
		const full = path.join(folder, entry.name);
		if (entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules") sources.push(...below(full, false));
		else if (entry.isFile() && isMarkdown(entry.name)) sources.push({ path: full });
	}
	return sources;
}

/** Whether a file makes its folder a pack. */
function isDescriptor(name: string): boolean {
	return /^datapackage\.(?:json|ya?ml)$/.test(name);
}

/** Whether a file lies in a pack below a folder. */
export function isInPack(file: string, folder: string): boolean {
	for (let place = path.dirname(file); place.startsWith(folder + path.sep); place = path.dirname(place))
		if (["json", "yaml", "yml"].some((kind) => existsSync(path.join(place, `datapackage.${kind}`)))) return true;
	return false;
}

/** The bytes of a file; undefined when there are too many. Read while the thread waits: it has nothing else to do, and small files come ten times sooner. */
function readFile(name: string): Uint8Array | undefined {
	const file = openSync(name, "r");
	try {
		const chunks: Buffer[] = [];
		let size = 0;
		for (;;) {
			const chunk = Buffer.allocUnsafe(CHUNK);
			const read = readSync(file, chunk);
			if (read === 0) return Buffer.concat(chunks, size);
			size += read;
			if (size > LONGEST_ARTICLE) return undefined;
			chunks.push(chunk.subarray(0, read));
		}
	} finally {
		closeSync(file);
	}
}

/** Bytes read at a time: most articles in one go. */
const CHUNK = 64 * 1024;

async function readStandardInput(): Promise<Uint8Array | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of process.stdin) {
		size += (chunk as Buffer).length;
		if (size > LONGEST_ARTICLE) return undefined;
		chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks, size);
}

/** Why a file can't be read, in words. */
export function unreadable(error: unknown): string {
	const code = (error as NodeJS.ErrnoException).code;
	const known: Readonly<Record<string, string>> = {
		ENOENT: "there is no such file",
		EACCES: "you may not read it",
		EPERM: "you may not read it",
		EISDIR: "it is a folder",
		ENAMETOOLONG: "its name is too long",
		ELOOP: "its links lead in a circle",
	};
	return known[code ?? ""] ?? String((error as Error).message);
}

function firstBadByte(bytes: Uint8Array): number {
	// Halving needs as many decodings as the length has bits; a prefix may end inside a character, which `stream` allows.
	let good = 0;
	let bad = bytes.length;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		try {
			new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
			good = middle;
		} catch {
			bad = middle;
		}
	}
	// The bytes just before may have opened the character that then broke off.
	for (let start = good; start > good - 4 && start >= 0; start--) {
		try {
			new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, start));
			return start;
		} catch {}
	}
	return good;
}
