import { type Phrase, phrase } from "../language/phrase.ts";
import { isDatabase } from "../references/address.ts";
import { type PackProblem, Problems } from "../references/pack/problem.ts";
import { closest } from "../references/pack/suggest.ts";
import { type Located, locate } from "../references/pack/text/located.ts";
import { type Definition, definitions } from "../settings.ts";
import { Config, configurable, keysAt } from "./schema.ts";

/** What a configuration file says, and everything that is wrong in it. */
export interface Configuration {
	/** The file's URI. */
	readonly uri: string;
	/** The folder that it is about, and that its paths are told from; without a slash at its end. */
	readonly folder: string;
	/** Values by the settings' names, such as `severity.outdated`. What is wrong or may not be followed is left out. */
	readonly values: Readonly<Record<string, unknown>>;
	readonly problems: readonly PackProblem[];
}

/** A configuration file as it was found. */
export interface ConfigText {
	readonly uri: string;
	readonly folder: string;
	readonly text: string;
	/** In a `package.json` the configuration is the value of its key `plumbline`. */
	readonly isPackageJson: boolean;
}

/** Whether a place that `packs` names lies outside of what has been opened. Given only while nobody has said that the workspace is trusted. */
export type IsOutside = (place: string) => boolean;

/** Reads a configuration file. Undefined for a `package.json` that does not speak of Plumbline. Never throws. */
export function readConfig(file: ConfigText, isOutside?: IsOutside): Configuration | undefined {
	const source = locate(file.text, "json");
	const base: readonly string[] = file.isPackageJson ? ["plumbline"] : [];
	const value = file.isPackageJson ? (source.value as { plumbline?: unknown } | null | undefined)?.plumbline : source.value;
	if (file.isPackageJson && value === undefined) return undefined;
	const problems = new Problems();
	const { uri } = file;
	if (source.error) problems.add(uri, "not-json", phrase("This is not JSON: {0}.", source.error.message), source.error.place);
	const desk: Desk = { source, base, uri, problems };
	for (const issue of Config.safeParse(value === undefined ? {} : value).error?.issues ?? []) tellIssue(issue, desk);
	const values: Record<string, unknown> = {};
	for (const name of configurable) {
		const given = name.split(".").reduce(inside, value);
		const { schema } = (definitions as Readonly<Record<string, Definition>>)[name] as Definition;
		const one = given === undefined ? undefined : schema.safeParse(given);
		if (one?.success) values[name] = one.data;
	}
	const kept = withoutSecrets(values, desk);
	const followed = isOutside ? withoutTrust(kept, isOutside, desk) : kept;
	return { uri, folder: file.folder, values: followed, problems: problems.list() };
}

function inside(value: unknown, key: string): unknown {
	return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

/** Where problems go, and how to find their places. */
interface Desk {
	readonly source: Located;
	readonly base: readonly string[];
	readonly uri: string;
	readonly problems: Problems;
}

interface Issue {
	readonly code?: string;
	readonly path: readonly PropertyKey[];
	readonly message: string;
	readonly keys?: readonly string[];
}

function tellIssue({ code, path, message, keys = [] }: Issue, { source, base, uri, problems }: Desk): void {
	const at = [...base, ...path];
	if (code !== "unrecognized_keys") {
		const why = message.replace(/^Invalid (?:input|option): /, "");
		const words =
			path.length > 0
				? phrase("“{0}” is not as it should be: {1}.", path.map(String).join("."), why)
				: phrase("A configuration is not as it should be: {0}.", why);
		problems.add(uri, "bad-setting", words, source.place(at));
		return;
	}
	for (const key of keys) {
		const known = keysAt(path);
		const near = closest(key, known);
		problems.add(uri, "unknown-setting", whyNot(key, near), source.place(at, key), near ? { fix: near } : {});
	}
}

function whyNot(key: string, near: string | undefined): Phrase {
	if (isSecretName(key))
		return phrase(
			"“{0}” can't stand here: others read this file, so no password and no key of yours belongs in it. docs/database.md says where a password goes.",
			key,
		);
	if (near !== undefined) return phrase("“{0}” is no setting; did you mean “{1}”?", key, near);
	const name = key.replace(/^plumbline\./, "");
	if (configurable.includes(name)) {
		const written = name.split(".").map((part) => `"${part}"`);
		return phrase("“{0}” is written without dots here: {1}.", key, `${written.join(": { ")}: …${" }".repeat(written.length - 1)}`);
	}
	if (Object.hasOwn(definitions, name))
		return phrase("“{0}” is a setting of the editor's window, not of a folder. Put it into the editor's settings.", key);
	return phrase("“{0}” is no setting. Those that can stand here are in docs/settings.md.", key);
}

function isSecretName(key: string): boolean {
	return /password|passwd|secret|token|credential/i.test(key);
}

/** Values without what nobody but its owner should read. Where it stood is told; what it was is not. */
function withoutSecrets(values: Readonly<Record<string, unknown>>, { source, base, uri, problems }: Desk): Record<string, unknown> {
	const kept = { ...values };
	const tell = (path: readonly PropertyKey[], words: Phrase) => problems.add(uri, "secret", words, source.place([...base, ...path]));
	if (kept.packs !== undefined)
		kept.packs = (kept.packs as readonly string[]).filter((place, i) => {
			if (!holdsPassword(place)) return true;
			tell(
				["packs", i],
				phrase(
					"There is a password in this address. Take it out; docs/database.md says where it goes. Change it now, since others may have read it.",
				),
			);
			return false;
		});
	if (kept.trustedKeys !== undefined)
		kept.trustedKeys = Object.fromEntries(
			Object.entries(kept.trustedKeys as Readonly<Record<string, string>>).filter(([name, key]) => {
				if (!isSecretKey(key)) return true;
				tell(
					["trustedKeys", name],
					phrase(
						"This is a secret key; only the public one, which begins with RW, belongs here. Change it now, since others may have read it.",
					),
				);
				return false;
			}),
		);
	return kept;
}

/** `scheme://user:password@host`, or a password behind the question mark. */
function holdsPassword(place: string): boolean {
	return /^[a-z][a-z0-9+.-]{0,30}:\/\/[^/?#@:]{0,2000}:[^/?#@]{1,2000}@/i.test(place.trim()) || /[?&]password=/i.test(place);
}

/** Secret keys of minisign begin with the names of their algorithms, "Ed", "Sc" and "B2", or without encryption "Ed", noughts and "B2". */
function isSecretKey(key: string): boolean {
	return /secret key/i.test(key) || /^RWRTY0Iy|^RWQAAEIy/.test(key.trim());
}

/**
 * What may be followed while nobody has said that the workspace is trusted: packs that lie in it. A database would be told of the article's words, a key
 * would vouch for itself.
 */
function withoutTrust(
	values: Readonly<Record<string, unknown>>,
	isOutside: IsOutside,
	{ source, base, uri, problems }: Desk,
): Record<string, unknown> {
	const { trustedKeys, packs, ...kept } = values;
	const tell = (path: readonly PropertyKey[], words: Phrase) =>
		problems.add(uri, "untrusted", words, source.place([...base, ...path]), { severity: "information" });
	if (trustedKeys !== undefined) tell(["trustedKeys"], phrase("This is followed once you trust this workspace."));
	if (packs === undefined) return kept;
	const followed = (packs as readonly string[]).filter((place, i) => {
		if (!isDatabase(place) && !isOutside(place)) return true;
		tell(
			["packs", i],
			isDatabase(place)
				? phrase("The address of a database is followed once you trust this workspace.")
				: phrase("A place outside of the workspace is followed once you trust this workspace."),
		);
		return false;
	});
	return { ...kept, packs: followed };
}
