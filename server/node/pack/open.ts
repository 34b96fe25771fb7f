import type { SingleBar } from "cli-progress";
import { isDatabase } from "../../references/address.ts";
import type { TrustedKeys } from "../../references/pack/trust/signature.ts";
import { type Databases, type OpenedPacks, openPacks } from "../../references/packs.ts";
import type { DatabaseState } from "../database/state.ts";
import { cacheFolder } from "../disk/caches.ts";
import { filesAtOnce } from "../disk/files.ts";
import { packIndex } from "../pack-index/index.ts";
import type { IndexOptions } from "../pack-index/opening.ts";

/** How commands open packs. */
interface OpenOptions {
	/** The folder of indexes and copies. */
	readonly cache?: string;
	readonly trusted?: TrustedKeys;
	/** A person named the places in a call, so that the environment's password is for them. */
	readonly isNamedByCall?: boolean;
	/** Databases among the places of which a copy is asked, as they were at a revision. */
	readonly states?: readonly DatabaseState[];
}

/**
 * Opens packs as every command does: small ones in memory, large ones from their index. While an index is made, a bar shows on a terminal how much of
 * the table has been read.
 */
export async function openWithProgress(
	places: readonly string[],
	{ cache, trusted, isNamedByCall = false, states = [], ...options }: IndexOptions & OpenOptions = {},
): Promise<OpenedPacks> {
	let bar: SingleBar | undefined;
	let current = "";
	const show = async () => {
		const { barOf } = await import("../check/bar.ts");
		bar ??= barOf("{bar} {percentage}% of {file}");
	};
	const progress = (uri: string, bytes: number, size: number) => {
		if (!process.stderr.isTTY) return;
		if (!bar) void show();
		else {
			if (uri !== current) bar.start(size, 0, { file: decodeURIComponent(uri.split("/").at(-1) ?? "") });
			current = uri;
			bar.update(bytes);
		}
	};
	const index = await packIndex(cache ?? cacheFolder("packs"), { progress, ...options });
	const databases = await databasesFor(places, isNamedByCall, cache, states);
	try {
		return await openPacks(filesAtOnce, places, { ...(index && { index }), ...(trusted && { trusted }), ...(databases && { databases }) });
	} finally {
		bar?.stop();
	}
}

/** A run waits so many milliseconds for a database that is away, since nobody watches it; PLUMBLINE_DATABASE_PATIENCE says otherwise, in seconds. */
function patience(): number {
	const given = Number(process.env.PLUMBLINE_DATABASE_PATIENCE || 20);
	return Number.isFinite(given) && given >= 0 ? 1000 * given : 20_000;
}

/** What opens the databases among some places; undefined where there is none, since the driver is loaded only for one. */
export async function databasesFor(
	places: readonly string[],
	isNamedByCall: boolean,
	cache?: string,
	states: readonly DatabaseState[] = [],
): Promise<Databases | undefined> {
	if (!places.some(isDatabase)) return undefined;
	const { databasePacks } = await import("../database/open.ts");
	const { openCopies } = await import("../database/state.ts");
	const databases = await databasePacks({ cache: cache ?? cacheFolder("packs"), isNamedByCall, patience: patience() });
	return {
		...databases,
		open: (address, stem) => {
			const state = states.find((one) => one.address === address);
			return state ? openCopies(state) : databases.open(address, stem);
		},
	};
}
