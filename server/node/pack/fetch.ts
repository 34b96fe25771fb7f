import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { CallError } from "../call-error.ts";
import type { Output } from "./output.ts";
import { placeOf } from "./places.ts";
import { validate } from "./validate.ts";

/** How much may come: bytes of the archive, bytes in it, files in it. */
export interface FetchLimits {
	readonly archive: number;
	readonly unpacked: number;
	readonly files: number;
}

const LIMITS: FetchLimits = { archive: 256 * 1024 * 1024, unpacked: 1024 * 1024 * 1024, files: 10_000 };

/**
 * Fetches a pack's archive and unpacks it into a new folder. Only https, or http to this machine. Nothing is written outside of the folder, and nothing
 * at all when the archive is larger than the limits or holds a path that leads out. Throws `CallError`.
 */
export async function fetchPack(address: string, dir: string, output: Output, limits: FetchLimits = LIMITS): Promise<number> {
	if (existsSync(dir)) throw new CallError(`pack fetch: ${dir} is there already; name a new folder`);
	const archive = await download(address, limits.archive);
	const entries = unpack(archive, limits);
	const fresh = `${path.resolve(dir)}.${process.pid}.new`;
	try {
		for (const [name, bytes] of entries) {
			const file = path.join(fresh, name);
			mkdirSync(path.dirname(file), { recursive: true });
			writeFileSync(file, bytes, { flag: "wx" });
		}
		renameSync(fresh, dir);
	} catch (error) {
		rmSync(fresh, { recursive: true, force: true });
		throw error;
	}
	output.err(`${entries.size} files from ${address} in ${dir}; vouch for them with “plumbline pack lock ${dir} --from ${address}”\n`);
	placeOf(dir);
	return validate([dir], output);
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

/** The files of an archive. A single folder around everything is left out, as code hosts add one. */
function unpack(archive: Uint8Array, limits: FetchLimits): Map<string, Uint8Array> {
	let unpacked = 0;
	let count = 0;
	let fault: string | undefined;
	let files: Record<string, Uint8Array>;
	try {
		files = unzipSync(archive, {
			filter: ({ name, originalSize }) => {
				if (name.endsWith("/")) return false;
				if (name.includes("\\") || name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes(".."))
					fault ??= `it holds the path ${name}, which leads out of its folder`;
				unpacked += originalSize;
				if (++count > limits.files) fault ??= `it holds more than ${limits.files} files`;
				if (unpacked > limits.unpacked) fault ??= `it unpacks to more than ${limits.unpacked} bytes`;
				return fault === undefined;
			},
		});
	} catch (error) {
		throw new CallError(`pack fetch: the archive can't be unpacked (${(error as Error).message})`);
	}
	if (fault) throw new CallError(`pack fetch: the archive is refused: ${fault}`);
	const names = Object.keys(files);
	const top = names[0]?.split("/")[0] ?? "";
	const shared = names.length > 0 && names.every((name) => name.startsWith(`${top}/`));
	return new Map(names.map((name) => [shared ? name.slice(top.length + 1) : name, files[name] as Uint8Array]));
}
