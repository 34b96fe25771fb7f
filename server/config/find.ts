import { type Host, HostError } from "../host.ts";
import { type Phrase, phrase } from "../language/phrase.ts";
import { told } from "../references/pack/problem.ts";
import { decode } from "../references/pack/text/decode.ts";
import type { ConfigText, Configuration, IsOutside } from "./read.ts";

/** The name of the file in which a folder says how its articles are checked. */
export const CONFIG = "plumbline.config.json";

/** Files of a folder that may hold its configuration. The first one that does counts. */
export const CONFIG_FILES = [CONFIG, "package.json"] as const;

/** The configuration that a folder holds itself; `folder` is a URI without a slash at its end. Undefined when it has none. Never throws. */
export async function configIn(host: Host, folder: string, isOutside?: IsOutside): Promise<Configuration | undefined> {
	const own = await textOf(host, folder, CONFIG);
	const manifest = await textOf(host, folder, "package.json");
	const isSilent = !manifest || !("text" in manifest) || saysNothing(manifest.text);
	if (own === undefined && isSilent) return undefined;
	// Most folders have none: its schema is made, and the parser that tells places is loaded, for the others.
	const { readConfig } = await import("./read.ts");
	const second = isSilent ? undefined : readConfig(manifest, isOutside);
	if (own === undefined) return second;
	const first = "text" in own ? (readConfig(own, isOutside) as Configuration) : unreadable(folder, own);
	if (!second) return first;
	const words = phrase("The key “plumbline” is not read, since {0} lies beside it. Keep one of the two.", CONFIG);
	const ignored = { uri: second.uri, line: 0, column: 0, endColumn: 1, severity: "warning", code: "bad-setting", ...told(words) } as const;
	return { ...first, problems: [...first.problems, ignored] };
}

/** Bytes. A longer file was not written by people. */
const LONGEST = 2_000_000;

/** A file's text; undefined when there is none, or why it can't be read. */
async function textOf(host: Host, folder: string, name: (typeof CONFIG_FILES)[number]): Promise<ConfigText | Phrase | undefined> {
	const uri = `${folder}/${name}`;
	const found = await host.stat(uri);
	if (found?.kind !== "file") return undefined;
	if (found.size > LONGEST) return phrase("is longer than {0} MB", LONGEST / 1_000_000);
	try {
		return { uri, folder, text: decode(await host.read(uri)), isPackageJson: name !== CONFIG };
	} catch (error) {
		return error instanceof HostError ? error.said : phrase("can't be read");
	}
}

/**
 * Whether a `package.json` does not speak of Plumbline for certain. Most don't, and are read for every article's folder: where everything in them stands is
 * found out only for those that do, which takes ten times as long (5 ms for one of 28 KB).
 */
function saysNothing(manifest: string): boolean {
	try {
		const value: unknown = JSON.parse(manifest);
		return typeof value === "object" && value !== null && !Object.hasOwn(value, "plumbline");
	} catch {
		// Comments and commas too many are forgiven.
		return false;
	}
}

function unreadable(folder: string, why: Phrase): Configuration {
	const uri = `${folder}/${CONFIG}`;
	const words = phrase("This file {0}, so that nothing in it counts.", why);
	const problem = { uri, line: 0, column: 0, endColumn: 0, severity: "error", code: "unreadable", ...told(words) } as const;
	return { uri, folder, values: {}, problems: [problem] };
}
