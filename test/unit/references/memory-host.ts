import { type DirectoryEntry, type Host, HostError } from "../../../server/host.ts";
import { phrase } from "../../../server/language/phrase.ts";
import { type OpenedPacks, openPacks } from "../../../server/references/packs.ts";

/** Files by path below `mem:/packs`. Text is UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const ROOT = "mem:/packs";

/** A host whose files are in memory. `links` lead from one path to another place. */
export function memoryHost(files: Files, links: Readonly<Record<string, string>> = {}): Host {
	const name = (uri: string) => decodeURIComponent(uri.replace(`${ROOT}/`, "").replace(ROOT, ""));
	const isFolder = (path: string) => path === "" || Object.keys(files).some((file) => file.startsWith(`${path}/`));
	return {
		async read(uri) {
			const content = files[name(uri)];
			if (content === undefined) throw new HostError(uri, phrase("does not exist"));
			return typeof content === "string" ? new TextEncoder().encode(content) : content;
		},
		async stat(uri) {
			const content = files[name(uri)];
			if (content !== undefined) return { size: content.length, modified: 0, kind: "file" };
			return isFolder(name(uri)) ? { size: 0, modified: 0, kind: "directory" } : undefined;
		},
		async list(uri) {
			const prefix = name(uri) === "" ? "" : `${name(uri)}/`;
			const entries = new Map<string, DirectoryEntry["kind"]>();
			for (const file of Object.keys(files)) {
				if (!file.startsWith(prefix)) continue;
				const [first = "", ...rest] = file.slice(prefix.length).split("/");
				entries.set(first, rest.length > 0 ? "directory" : "file");
			}
			return [...entries].map(([entry, kind]) => ({ name: entry, kind }));
		},
		async realpath(uri) {
			const to = links[name(uri)];
			return to === undefined ? uri : to;
		},
		watch: () => () => {},
		today: () => "2026-02-04",
	};
}

/** A descriptor with what a pack must say of itself, and these resources. */
export function descriptor(...resources: object[]): string {
	return JSON.stringify({ name: "desk", licenses: [{ name: "CC0-1.0" }], sources: [{ title: "The desk" }], resources }, null, 1);
}

/** Opens one pack of these files. */
export function open(files: Files, links: Readonly<Record<string, string>> = {}): Promise<OpenedPacks> {
	return openPacks(memoryHost(files, links), [ROOT]);
}

/** Opens a pack whose one table holds facts, mapped so. */
export function openFacts(csv: string | Uint8Array, plumbline: object = {}, resource: object = {}): Promise<OpenedPacks> {
	return open({
		"datapackage.json": descriptor({ name: "facts", path: "facts.csv", ...resource, plumbline: { role: "facts", ...plumbline } }),
		"facts.csv": csv,
	});
}
