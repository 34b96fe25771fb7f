import * as z from "zod";
import { type Host, HostError } from "../../../host.ts";
import { phrase } from "../../../language/phrase.ts";
import type { FoundPack } from "../find.ts";
import { reasonOf } from "../find.ts";
import { below } from "../paths.ts";
import type { Problems } from "../problem.ts";
import { decode } from "../text/decode.ts";
import { sha256 } from "./digest.ts";
import { type TrustedKeys, vouching } from "./signature.ts";

export const LOCK_FILE = "plumbline.lock.json";
export const SIGNATURE_FILE = `${LOCK_FILE}.minisig`;

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

const START = { line: 0, column: 0, endColumn: 0 };

/** A lock as it was found. */
export interface FoundLock extends Lock {
	/** Whose signature it bears, by the name under which the user trusts them. */
	readonly vouchedBy?: string;
	/** Nothing is used, which has been told. */
	readonly refused?: true;
}

const REFUSED: FoundLock = { version: 1, packs: [], refused: true };

/**
 * The lock of a place, when it has one. One that can't be read locks everything out; so does one whose signature is wrong, when there are keys to tell by.
 */
export async function readLock(host: Host, place: string, problems: Problems, trusted: TrustedKeys = {}): Promise<FoundLock | undefined> {
	const uri = below(place, LOCK_FILE);
	try {
		const bytes = await host.read(uri);
		const parsed = LockSchema.safeParse(JSON.parse(decode(bytes)));
		if (parsed.success) {
			if (Object.keys(trusted).length === 0) return parsed.data;
			return await signed(host, place, bytes, parsed.data, trusted, problems);
		}
	} catch (error) {
		if (error instanceof HostError && !(await host.stat(uri).catch(() => undefined))) return undefined;
	}
	problems.add(
		uri,
		"unlisted",
		phrase("This lock can't be read, so none of the packs beside it is used. Make it again with “plumbline pack lock”."),
		START,
	);
	return REFUSED;
}

/** A lock together with who vouches for it. One without signature counts, and is told: nobody vouches for it. */
async function signed(
	host: Host,
	place: string,
	bytes: Uint8Array,
	lock: Lock,
	trusted: TrustedKeys,
	problems: Problems,
): Promise<FoundLock> {
	const uri = below(place, LOCK_FILE);
	let signature: string;
	try {
		signature = decode(await host.read(below(place, SIGNATURE_FILE)));
	} catch {
		const message = phrase("Nobody vouches for these packs: {0} has no signature. Have it signed with “minisign -S -l -m {0}”.", LOCK_FILE);
		problems.add(uri, "unsigned", message, START, { severity: "warning" });
		return lock;
	}
	const answer = await vouching(bytes, signature, trusted);
	if ("by" in answer) return { ...lock, vouchedBy: answer.by };
	const names = lock.packs.map(({ name }) => `“${name}”`).join(", ");
	problems.add(uri, "bad-signature", phrase("{0} {1}. The packs beside it are not used: {2}.", LOCK_FILE, answer.fault, names), START);
	return REFUSED;
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
			phrase("The pack “{0}” is not listed in {1} and is not used. List it with “plumbline pack lock”.", path, LOCK_FILE),
			START,
		);
		return false;
	}
	try {
		if ((await hashOf(host, uri)) === entry.sha256) return true;
		problems.add(
			uri,
			"changed",
			phrase(
				"The pack “{0}” has changed since it was locked and is not used. Look at what changed, then run “plumbline pack lock”.",
				entry.name,
			),
			START,
		);
	} catch (error) {
		problems.add(uri, "unreadable", phrase("The pack “{0}” can't be read: it {1}.", entry.name, reasonOf(error)), START);
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
	for (const uri of uris) hashes.push(await hashOf(host, uri));
	return hashes.length === 1 ? (hashes[0] as string) : sha256(Uint8Array.from(hashes.join(" "), (letter) => letter.charCodeAt(0)));
}

/** The SHA-256 of a file; not held whole where the host can do without. */
async function hashOf(host: Host, uri: string): Promise<string> {
	return host.sha256?.(uri) ?? sha256(await host.read(uri));
}
