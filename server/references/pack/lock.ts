import { z } from "zod";
import { type Host, HostError } from "../../host.ts";
import { decode } from "./decode.ts";
import { sha256 } from "./digest.ts";
import type { FoundPack } from "./find.ts";
import { reasonOf } from "./find.ts";
import { below } from "./paths.ts";
import type { Problems } from "./problem.ts";

export const LOCK_FILE = "plumbline.lock.json";

const LockSchema = z.object({
	version: z.literal(1),
	packs: z.array(
		z.object({
			name: z.string(),
			version: z.string().optional(),
			/** The pack's folder, seen from the lock's. */
			path: z.string(),
			/** Where the pack came from: an address, an npm package, or the folder itself. */
			from: z.string().optional(),
			/** SHA-256 of the descriptor, which holds those of the tables; of `facts.csv` when there is no descriptor. */
			sha256: z.string(),
		}),
	),
});

/** Which packs may be used, as somebody vouched for them. */
export type Lock = z.infer<typeof LockSchema>;
export type LockedPack = Lock["packs"][number];

const START = { line: 0, column: 0, endColumn: 0 };

/** The lock of a place, when it has one. One that can't be read locks everything out. */
export async function readLock(host: Host, place: string, problems: Problems): Promise<Lock | undefined> {
	const uri = below(place, LOCK_FILE);
	try {
		const parsed = LockSchema.safeParse(JSON.parse(decode(await host.read(uri))));
		if (parsed.success) return parsed.data;
	} catch (error) {
		if (error instanceof HostError && !(await host.stat(uri).catch(() => undefined))) return undefined;
	}
	problems.add(
		uri,
		"unlisted",
		"This lock can't be read, so none of the packs beside it is used. Make it again with “plumbline pack lock”.",
		START,
	);
	return { version: 1, packs: [] };
}

/** The path by which a lock names a pack's folder. */
export function lockedPath(place: string, pack: FoundPack): string {
	const root = place.replace(/\/$/, "");
	return pack.folder === root ? "." : decodeURIComponent(pack.folder.slice(root.length + 1));
}

/** Whether a lock lets a pack be used; told by name when it does not. */
export async function isAllowed(host: Host, place: string, pack: FoundPack, lock: Lock, problems: Problems): Promise<boolean> {
	const uri = pack.descriptor ?? below(pack.folder, "facts.csv");
	const path = lockedPath(place, pack);
	const entry = lock.packs.find((candidate) => candidate.path === path);
	if (!entry) {
		problems.add(
			uri,
			"unlisted",
			`The pack “${path}” is not listed in ${LOCK_FILE} and is not used. List it with “plumbline pack lock”.`,
			START,
		);
		return false;
	}
	try {
		if ((await sha256(await host.read(uri))) === entry.sha256) return true;
		problems.add(
			uri,
			"changed",
			`The pack “${entry.name}” has changed since it was locked and is not used. Look at what changed, then run “plumbline pack lock”.`,
			START,
		);
	} catch (error) {
		problems.add(uri, "unreadable", `The pack “${entry.name}” can't be read: it ${reasonOf(error)}.`, START);
	}
	return false;
}

/** The SHA-256 that a resource declares, in hexadecimal: `sha256:…`, as Data Package writes it. */
export function declaredHash(hash: string | undefined): string | undefined {
	return /^sha-?256:([\da-f]{64})$/i.exec(hash ?? "")?.[1]?.toLowerCase();
}

/** The hash of a resource's files: of the bytes of one, of the hashes of several. */
export async function resourceHash(host: Host, uris: readonly string[]): Promise<string> {
	const hashes: string[] = [];
	for (const uri of uris) hashes.push(await sha256(await host.read(uri)));
	return hashes.length === 1 ? (hashes[0] as string) : sha256(Uint8Array.from(hashes.join(" "), (letter) => letter.charCodeAt(0)));
}
