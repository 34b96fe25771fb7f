import { createReadStream, type FSWatcher, promises, readdirSync, readFileSync, realpathSync, type Stats, statSync, watch } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Host, HostError, localDay } from "../../host.ts";
import { type Phrase, phrase } from "../../language/phrase.ts";
import { writeWhole } from "./whole-file.ts";

/** The host of a machine with a disk: `file:` URIs alone. */
export const files: Host = {
	async read(uri) {
		try {
			return await promises.readFile(pathOf(uri));
		} catch (error) {
			throw asHostError(uri, error);
		}
	},
	async *stream(uri) {
		try {
			yield* createReadStream(pathOf(uri), { highWaterMark: PIECE }) as AsyncIterable<Uint8Array>;
		} catch (error) {
			throw asHostError(uri, error);
		}
	},
	async sha256(uri) {
		const { createHash } = await import("node:crypto");
		const hash = createHash("sha256");
		try {
			for await (const piece of createReadStream(pathOf(uri), { highWaterMark: PIECE })) hash.update(piece as Uint8Array);
		} catch (error) {
			throw asHostError(uri, error);
		}
		return hash.digest("hex");
	},
	async write(uri, text) {
		const file = pathOf(uri);
		try {
			await promises.mkdir(path.dirname(file), { recursive: true });
			writeWhole(file, text);
			return true;
		} catch {
			// Whoever may do more, or can ask for it, may still write it.
			return false;
		}
	},
	async stat(uri) {
		try {
			return statOf(await promises.stat(pathOf(uri)));
		} catch {
			return undefined;
		}
	},
	async list(uri) {
		try {
			const entries = await promises.readdir(pathOf(uri), { withFileTypes: true });
			// A link counts as what it leads to.
			return await Promise.all(
				entries.map(async (entry) => {
					if (!entry.isSymbolicLink()) return { name: entry.name, kind: kindOf(entry) };
					const target = await promises.stat(`${pathOf(uri)}/${entry.name}`).catch(() => undefined);
					return { name: entry.name, kind: target ? kindOf(target) : ("other" as const) };
				}),
			);
		} catch (error) {
			throw asHostError(uri, error);
		}
	},
	async realpath(uri) {
		try {
			return pathToFileURL(await promises.realpath(pathOf(uri))).href;
		} catch (error) {
			throw asHostError(uri, error);
		}
	},
	watch(uri, changed) {
		let watcher: FSWatcher | undefined;
		try {
			const place = pathOf(uri);
			// Many programs save a file by putting another one in its place: its folder is what stays.
			watcher = statSync(place).isFile()
				? watch(path.dirname(place), (_event, name) => {
						if (name === null || name === path.basename(place)) changed(uri);
					})
				: watch(place, { recursive: true }, (_event, name) =>
						changed(name === null ? uri : `${uri.replace(/\/$/, "")}/${name.split(/[\\/]/).map(encodeURIComponent).join("/")}`),
					);
			watcher.on("error", () => watcher?.close());
		} catch {
			// What is not there cannot be watched; whoever asked will look again when its folder changes.
		}
		return () => watcher?.close();
	},
	today: localDay,
};

/**
 * The same for a call that has nothing else to do: the thread waits for each file. A small file comes ten times sooner, and what Node needs to read files beside
 * other work is not loaded: 15 ms of the start of a check.
 */
export const filesAtOnce: Host = {
	...files,
	async read(uri) {
		return atOnce(uri, (file) => readFileSync(file));
	},
	async *stream(uri) {
		const size = atOnce(uri, (file) => statSync(file).size);
		// A progress bar moves between the pieces of a long one.
		if (size > PIECE) yield* (files.stream as NonNullable<Host["stream"]>)(uri);
		else yield atOnce(uri, (file) => readFileSync(file));
	},
	async stat(uri) {
		try {
			const found = statSync(pathOf(uri), { throwIfNoEntry: false });
			return found && statOf(found);
		} catch {
			return undefined;
		}
	},
	async list(uri) {
		return atOnce(uri, (folder) =>
			readdirSync(folder, { withFileTypes: true }).map((entry) => {
				return { name: entry.name, kind: entry.isSymbolicLink() ? kindBehind(`${folder}/${entry.name}`) : kindOf(entry) };
			}),
		);
	},
	async realpath(uri) {
		return atOnce(uri, (file) => pathToFileURL(realpathSync.native(file)).href);
	},
};

/** Bytes read at a time. */
const PIECE = 1024 * 1024;

function atOnce<T>(uri: string, read: (file: string) => T): T {
	try {
		return read(pathOf(uri));
	} catch (error) {
		throw asHostError(uri, error);
	}
}

/** The kind of what a link leads to. */
function kindBehind(link: string): ReturnType<typeof kindOf> {
	try {
		return kindOf(statSync(link));
	} catch {
		return "other";
	}
}

function statOf(found: Stats): Awaited<ReturnType<Host["stat"]>> {
	return { size: found.size, modified: found.mtimeMs, kind: kindOf(found) };
}

function pathOf(uri: string): string {
	if (!uri.startsWith("file:")) throw new HostError(uri, phrase("is not on this disk"));
	return fileURLToPath(uri);
}

function kindOf(entry: Pick<Stats, "isFile" | "isDirectory">): "file" | "directory" | "other" {
	if (entry.isFile()) return "file";
	return entry.isDirectory() ? "directory" : "other";
}

function asHostError(uri: string, error: unknown): HostError {
	if (error instanceof HostError) return error;
	const code = (error as NodeJS.ErrnoException).code;
	const reasons: Readonly<Record<string, Phrase>> = {
		ENOENT: phrase("does not exist"),
		ENOTDIR: phrase("does not exist"),
		ELOOP: phrase("is a link that leads to itself"),
		EISDIR: phrase("is a folder"),
		EACCES: phrase("may not be read"),
		EPERM: phrase("may not be read"),
	};
	return new HostError(uri, reasons[code ?? ""] ?? phrase("cannot be read ({0})", code ?? String(error)));
}
