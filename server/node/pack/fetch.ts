import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CallError } from "../call-error.ts";
import { clearLeftovers, freshOf } from "../disk/whole-file.ts";
import { Refusal, type Unpacked, type UnpackLimits, unpack } from "./archive.ts";
import type { Output } from "./output.ts";
import { placeOf } from "./places.ts";
import { validate } from "./validate.ts";

/** How much may come: bytes of the archive, bytes in it, files in it. */
export interface FetchLimits extends UnpackLimits {
	readonly archive: number;
}

const LIMITS: FetchLimits = { archive: 256 * 1024 * 1024, unpacked: 1024 * 1024 * 1024, files: 10_000 };

/**
 * Fetches a pack's archive and unpacks it into a new folder. Only https, or http to this machine. Nothing is written outside of the folder, and nothing
 * at all when the archive is larger than the limits or holds a path that leads out. Throws `CallError`.
 */
export async function fetchPack(address: string, dir: string, output: Output, limits: FetchLimits = LIMITS): Promise<number> {
	if (existsSync(dir)) throw new CallError(`pack fetch: ${dir} is there already; name a new folder`);
	const archive = await download(address, limits.archive);
	const { files, leftOut } = await opened(archive, limits);
	if (files.size === 0) throw new CallError("pack fetch: the archive holds no files");
	const fresh = freshOf(path.resolve(dir));
	clearLeftovers(dir);
	try {
		for (const [name, bytes] of files) {
			const file = path.join(fresh, name);
			mkdirSync(path.dirname(file), { recursive: true });
			writeFileSync(file, bytes, { flag: "wx" });
		}
		renameSync(fresh, dir);
	} catch (error) {
		rmSync(fresh, { recursive: true, force: true });
		throw new CallError(`pack fetch: the archive can't be unpacked (${(error as Error).message})`);
	}
	if (leftOut.length > 0) output.err(`left out, since it is a link or no file: ${leftOut.join(", ")}\n`);
	output.err(`${files.size} files from ${address} in ${dir}; vouch for them with “plumbline pack lock ${dir} --from ${address}”\n`);
	placeOf(dir);
	return validate([dir], output);
}

async function opened(archive: Uint8Array, limits: FetchLimits): Promise<Unpacked> {
	try {
		return await unpack(archive, limits);
	} catch (error) {
		if (error instanceof Refusal) throw new CallError(`pack fetch: the archive is refused: ${error.message}`);
		throw new CallError(`pack fetch: the archive can't be unpacked (${(error as Error).message})`);
	}
}

async function download(address: string, limit: number): Promise<Uint8Array> {
	let url: URL;
	try {
		url = new URL(address);
	} catch {
		throw new CallError(`pack fetch: ${address} is no address`);
	}
	const isHere = url.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
	if (url.protocol !== "https:" && !isHere) throw new CallError(`pack fetch: ${address} is not an https address`);
	let response: Response;
	try {
		response = await fetch(url, { redirect: "follow" });
	} catch (error) {
		const cause = (error as Error).cause as Error | undefined;
		throw new CallError(`pack fetch: ${address} can't be reached (${cause?.message ?? (error as Error).message})`);
	}
	if (new URL(response.url).protocol !== url.protocol)
		throw new CallError(`pack fetch: ${address} leads to ${response.url}, which is not https`);
	if (!response.ok || !response.body) throw new CallError(`pack fetch: ${address} answers ${response.status} ${response.statusText}`);
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of response.body) {
		size += part.length;
		if (size > limit) throw new CallError(`pack fetch: the archive is larger than ${limit} bytes`);
		parts.push(part);
	}
	return Buffer.concat(parts);
}
