import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { unzipSync } from "fflate";
import { unpackTar } from "modern-tar";

/** How much an archive may hold: bytes, and files. */
export interface UnpackLimits {
	readonly unpacked: number;
	readonly files: number;
}

/** The files of an archive by their paths, and the names of links and devices in it, which are never made. */
export interface Unpacked {
	readonly files: ReadonlyMap<string, Uint8Array>;
	readonly leftOut: readonly string[];
}

/** Why an archive is not unpacked at all, as a phrase behind it. */
export class Refusal extends Error {}

/**
 * Unpacks `.zip`, `.tar` and `.tar.gz`, told apart by their first bytes. A single folder around everything is left out, as code hosts and npm add one.
 * Throws `Refusal` when the archive holds more than the limits, as soon as that shows, or a path that leads out of its folder; another error when it is broken.
 */
export async function unpack(archive: Uint8Array, limits: UnpackLimits): Promise<Unpacked> {
	const isZip = archive[0] === 0x50 && archive[1] === 0x4b;
	const { files, leftOut } = isZip ? unzip(archive, new Gate(limits)) : await untar(archive, new Gate(limits));
	const names = [...files.keys()];
	const top = names[0]?.split("/")[0] ?? "";
	const isAround = names.length > 0 && names.every((name) => name.startsWith(`${top}/`));
	return { leftOut, files: new Map([...files].map(([name, bytes]) => [isAround ? name.slice(top.length + 1) : name, bytes])) };
}

/** Counts what comes, and lets nothing pass that is too much or leads out. */
class Gate {
	readonly #limits: UnpackLimits;
	#bytes = 0;
	#files = 0;

	constructor(limits: UnpackLimits) {
		this.#limits = limits;
	}

	bytes(more: number): void {
		this.#bytes += more;
		if (this.#bytes > this.#limits.unpacked) throw new Refusal(`it unpacks to more than ${this.#limits.unpacked} bytes`);
	}

	file(name: string): void {
		if (name.includes("\\") || name.startsWith("/") || /^[a-z]:/i.test(name) || name.split("/").includes(".."))
			throw new Refusal(`it holds the path ${name}, which leads out of its folder`);
		if (++this.#files > this.#limits.files) throw new Refusal(`it holds more than ${this.#limits.files} files`);
	}
}

/** A link in a zip comes out as a file with its target in it, which is harmless. */
function unzip(archive: Uint8Array, gate: Gate): Unpacked {
	const files = unzipSync(archive, {
		filter: ({ name, originalSize }) => {
			if (name.endsWith("/")) return false;
			gate.file(name);
			gate.bytes(originalSize);
			return true;
		},
	});
	return { files: new Map(Object.entries(files)), leftOut: [] };
}

async function untar(archive: Uint8Array, gate: Gate): Promise<Unpacked> {
	const leftOut: string[] = [];
	const entries = await unpackTar(ReadableStream.from(counted(archive, gate)), {
		strict: true,
		filter: ({ name, type }) => {
			if (type === "directory") return false;
			gate.file(name);
			if (type === "file") return true;
			leftOut.push(name);
			return false;
		},
	});
	return { files: new Map(entries.map(({ header, data }) => [clean(header.name), data ?? new Uint8Array()])), leftOut };
}

/** The bytes of a tar, which may be compressed, counted before anything is made of them. */
async function* counted(archive: Uint8Array, gate: Gate): AsyncGenerator<Uint8Array> {
	const isCompressed = archive[0] === 0x1f && archive[1] === 0x8b;
	const whole = Readable.from([archive], { objectMode: false });
	for await (const part of isCompressed ? whole.pipe(createGunzip()) : whole) {
		gate.bytes((part as Uint8Array).length);
		yield part as Uint8Array;
	}
}

/** `./facts.csv` is `facts.csv`. */
function clean(name: string): string {
	return name
		.split("/")
		.filter((part) => part !== "" && part !== ".")
		.join("/");
}
