import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { applyEdits, modify } from "jsonc-parser";
import { parseDocument } from "yaml";
import { phrase } from "../../language/phrase.ts";
import { describePack } from "../../references/pack/describe.ts";
import { type FoundPack, findPacks } from "../../references/pack/find.ts";
import { below } from "../../references/pack/paths.ts";
import { type PackProblemCode, Problems } from "../../references/pack/problem.ts";
import { byRole, filesOf, identity, readingOf } from "../../references/pack/read-pack.ts";
import { sha256 } from "../../references/pack/trust/digest.ts";
import { LOCK_FILE, type Lock, lockedPath, resourceHash } from "../../references/pack/trust/lock.ts";
import { keyFault } from "../../references/pack/trust/signature.ts";
import { openPacks } from "../../references/packs.ts";
import { CallError } from "../call-error.ts";
import { files } from "../disk/files.ts";
import { writeWhole } from "../disk/whole-file.ts";
import { counted, type Output } from "./output.ts";
import { lineOf, placeOf } from "./places.ts";

/** Writes the hash of every file into its pack's descriptor, and every descriptor's into the lock. Packs that can't be read whole are told and not locked. */
export async function lock(dir: string, from: string | undefined, { out, err }: Output): Promise<number> {
	const place = placeOf(dir);
	const problems = new Problems();
	const packs: Lock["packs"] = [];
	for (const pack of await findPacks(files, place, problems)) {
		const entry = await lockPack(place, pack, problems);
		if (entry) packs.push({ ...entry, ...(from !== undefined && { from }) });
	}
	const errors = problems.list().filter(({ severity }) => severity === "error");
	for (const problem of errors) err(lineOf(problem));
	if (packs.length === 0) throw new CallError(`pack lock: ${dir} holds no pack that can be locked`);
	const file = path.join(dir, LOCK_FILE);
	writeWhole(file, `${JSON.stringify({ version: 1, packs }, undefined, 2)}\n`);
	for (const { name, version } of packs) out(`${name}${version ? ` ${version}` : ""}\n`);
	err(`${file} lists ${counted(packs.length, "pack")}\n`);
	return errors.length > 0 ? 1 : 0;
}

async function lockPack(place: string, pack: FoundPack, problems: Problems): Promise<Lock["packs"][number] | undefined> {
	const described = await describePack(files, pack, problems);
	if (!described) return undefined;
	const { name, version } = identity(pack, described);
	const entry = { name, ...(version && { version }), path: lockedPath(place, pack) };
	if (pack.descriptor === undefined) return { ...entry, sha256: await sha256(await files.read(below(pack.folder, "facts.csv"))) };
	const silent = { fact: () => {}, entity: () => {}, measure: () => {}, person: () => {}, document: () => {} };
	const reading = readingOf(files, pack, described, silent, problems);
	const hashes = new Map<number, string>();
	for (const { resource, index } of byRole(described)) {
		const found = await filesOf(reading, resource, index);
		try {
			if (found.length > 0)
				hashes.set(
					index,
					`sha256:${await resourceHash(
						files,
						found.map(({ uri }) => uri),
					)}`,
				);
		} catch {
			problems.add(
				pack.descriptor,
				"missing-file",
				phrase("A file of the resource “{0}” can't be read, so the pack is not locked.", resource.name ?? index),
				{ line: 0, column: 0, endColumn: 0 },
			);
			return undefined;
		}
	}
	const file = fileURLToPath(pack.descriptor);
	const before = readFileSync(file, "utf8");
	const after = withHashes(before, hashes, file.endsWith(".json"));
	if (after !== before) writeWhole(file, after);
	return { ...entry, sha256: await sha256(await files.read(pack.descriptor)) };
}

/** A descriptor's text with the hash of each resource; all else stays as its author wrote it. */
function withHashes(text: string, hashes: ReadonlyMap<number, string>, isJson: boolean): string {
	if (isJson) {
		const formattingOptions = { insertSpaces: true, tabSize: 2 };
		let json = text;
		for (const [index, hash] of hashes) json = applyEdits(json, modify(json, ["resources", index, "hash"], hash, { formattingOptions }));
		return json;
	}
	const document = parseDocument(text);
	for (const [index, hash] of hashes) document.setIn(["resources", index, "hash"], hash);
	return document.toString();
}

/**
 * Tells which packs of a locked folder are not as they were locked, and who vouches for those that are. `keys` are public keys of minisign, as text or as
 * files of it. Answers 1 when a pack is not as locked, or a key was given and its owner does not vouch for all.
 */
export async function verify(dir: string, keys: readonly string[], { out, err }: Output): Promise<number> {
	const place = placeOf(dir);
	if (!(await files.stat(below(place, LOCK_FILE))))
		throw new CallError(`pack verify: ${dir} has no ${LOCK_FILE}; make one with “plumbline pack lock ${dir}”`);
	const { store, problems } = await openPacks(files, [place], { trusted: Object.fromEntries(keys.map(keyOf)) });
	const refused = problems.filter(({ code }) => REFUSALS.has(code));
	for (const problem of refused) out(lineOf(problem));
	const listed = listedIn(place);
	const gone = new Set<string>();
	for (const { name, folder } of listed) {
		if (await files.stat(folder)) continue;
		gone.add(folder);
		out(`${name} is listed and is not there\n`);
	}
	for (const { name, vouchedBy } of store.packs) if (vouchedBy !== undefined) out(`${name}: ${vouchedBy} vouches for it\n`);
	const isChanged = (folder: string) => gone.has(folder) || refused.some(({ uri }) => uri.startsWith(`${folder}/`));
	const asLocked = listed.filter(({ folder }) => !isChanged(folder)).length;
	const unlisted = refused.filter(({ uri }) => !listed.some(({ folder }) => uri.startsWith(`${folder}/`))).length;
	err(`${counted(asLocked, "pack")} as locked, ${listed.length - asLocked + unlisted} not\n`);
	store.close();
	return refused.length + gone.size > 0 ? 1 : 0;
}

const REFUSALS: ReadonlySet<PackProblemCode> = new Set(["changed", "unlisted", "unreadable", "unsigned", "bad-signature"]);

/** A key by the name under which it is spoken of: `Desk=RWQ…`, a file of minisign's by its own, a bare key by its first letters. */
function keyOf(given: string): [name: string, key: string] {
	const named = /^([^=]{1,80})=(RW.{54})$/.exec(given);
	const key = named?.[2] ?? (existsSync(given) ? readFileSync(given, "utf8").split(/\r?\n/)[1] : given) ?? "";
	const fault = keyFault(key);
	if (fault) throw new CallError(`pack verify: ${given} ${fault}`);
	return [named?.[1] ?? (existsSync(given) ? path.basename(given, ".pub") : `${key.slice(0, 8)}…`), key];
}

/** The packs that a lock lists, with their folders; none when it can't be read, which is told where it is opened. */
function listedIn(place: string): readonly { readonly name: string; readonly folder: string }[] {
	try {
		const { packs = [] } = JSON.parse(readFileSync(fileURLToPath(below(place, LOCK_FILE)), "utf8")) as Partial<Lock>;
		return packs.map(({ name, path: folder }) => ({ name, folder: folder === "." ? place.replace(/\/$/, "") : below(place, folder) }));
	} catch {
		return [];
	}
}
