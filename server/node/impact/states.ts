import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDatabase } from "../../references/address.ts";
import { findPacks } from "../../references/pack/find.ts";
import { Problems } from "../../references/pack/problem.ts";
import { readPack } from "../../references/pack/read-pack.ts";
import type { PackSink } from "../../references/pack/rows/table.ts";
import { LOCK_FILE, type Lock } from "../../references/pack/trust/lock.ts";
import { CallError } from "../call-error.ts";
import type { DatabaseState } from "../database/state.ts";
import { files } from "../disk/files.ts";
import { blobs, git, topOf } from "../git/git.ts";
import { placeOf } from "../pack/places.ts";

/** One state of a pack. */
export interface State {
	/** Where it is opened, and the copy that is asked when that is a database. Plain data, so that it can be sent to another thread. */
	readonly place: StatePlace;
	/** Takes away what was written for it. */
	close(): void;
}

export interface StatePlace {
	/** A folder's URI, or the address of a database. */
	readonly place: string;
	readonly copy?: DatabaseState;
}

/**
 * Finds a state of a pack: a path as it is, or `PACK@STATE` with a folder PACK, where STATE is a folder in it or beside it (`fleet/2026.1`, `fleet-2026.1`), the
 * version of a pack that a lock in PACK lists, or a git revision, whose files are written to a folder for the time being. In this order. Or the address of
 * a database, with `@` and the number of a revision behind it for an older one. Every row goes to a sink. Throws `CallError`.
 */
export async function openState(spec: string, sink: PackSink): Promise<State> {
	if (isDatabase(spec)) return inDatabase(spec, sink);
	const there = (folder: string) => inFolder(folder, sink, () => {});
	if (existsSync(spec)) return there(spec);
	const at = spec.lastIndexOf("@");
	const [pack, state] = at < 0 ? [spec, ""] : [spec.slice(0, at), spec.slice(at + 1)];
	if (state === "" || !existsSync(pack)) throw new CallError(`impact: ${pack} is not there; name a pack's folder, or FOLDER@VERSION`);
	for (const folder of [path.join(pack, state), `${pack.replace(/[\\/]$/, "")}-${state}`]) if (existsSync(folder)) return there(folder);
	const locked = lockedAs(pack, state);
	if (locked !== undefined) return there(locked);
	return fromGit(spec, pack, state, sink);
}

function lockedAs(pack: string, version: string): string | undefined {
	const file = path.join(pack, LOCK_FILE);
	if (!existsSync(file)) return undefined;
	const { packs = [] } = JSON.parse(readFileSync(file, "utf8")) as Partial<Lock>;
	const entry = packs.find((one) => one.version === version);
	return entry && path.join(pack, entry.path);
}

async function fromGit(spec: string, pack: string, revision: string, sink: PackSink): Promise<State> {
	const top = await topOf(pack, `impact: ${spec}`);
	const { code, out } = await git(top, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
	if (code !== 0) throw new CallError(`impact: ${spec}: ${revision} is no folder of ${pack}, no version in its lock and no git revision`);
	const below = path.relative(top, realpathSync(pack)).replaceAll(path.sep, "/");
	const listed = await git(top, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		out.toString("utf8").trim(),
		"--",
		...(below === "" ? [] : [`:(literal)${below}`]),
	]);
	const entries = listed.out
		.toString("utf8")
		.split("\0")
		.flatMap((line) => {
			const tab = line.indexOf("\t");
			const [mode = "", kind, id = ""] = line.slice(0, Math.max(0, tab)).split(" ");
			return mode.startsWith("100") && kind === "blob" ? [{ id, name: line.slice(tab + 1) }] : [];
		});
	if (entries.length === 0) throw new CallError(`impact: ${spec}: the pack was not there at ${revision}`);
	const temporary = mkdtempSync(path.join(tmpdir(), "plumbline-impact-"));
	// A pack without a name of its own is called as its folder.
	const folder = path.join(temporary, path.basename(realpathSync(pack)));
	const contents = await blobs(
		top,
		entries.map(({ id }) => id),
	);
	for (const [i, { name }] of entries.entries()) {
		const file = path.join(folder, below === "" ? name : name.slice(below.length + 1));
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, contents[i] as Buffer);
	}
	return inFolder(folder, sink, () => rmSync(temporary, { recursive: true, force: true }));
}

async function inFolder(folder: string, sink: PackSink, close: () => void): Promise<State> {
	const place = placeOf(folder);
	const problems = new Problems();
	for (const pack of await findPacks(files, place, problems)) await readPack(files, pack, sink, problems);
	return { place: { place }, close };
}

async function inDatabase(spec: string, sink: PackSink): Promise<State> {
	const { 1: revision } = /@(\d{1,15})$/.exec(spec) ?? [];
	const address = revision === undefined ? spec : spec.slice(0, -revision.length - 1);
	const { fetchState } = await import("../database/state.ts");
	const temporary = mkdtempSync(path.join(tmpdir(), "plumbline-impact-"));
	const close = () => rmSync(temporary, { recursive: true, force: true });
	try {
		const copy = await fetchState(address, revision === undefined ? undefined : Number(revision), temporary, sink);
		return { place: { place: address, copy }, close };
	} catch (error) {
		close();
		throw error;
	}
}
