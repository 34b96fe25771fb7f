import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";
import vm from "node:vm";
import { cacheFolder } from "./disk/caches.ts";
import { clearLeftovers, freshOf } from "./disk/whole-file.ts";

/** A script that has been run. */
export interface Loaded<T> {
	readonly exports: T;
	/** Keeps on the disk what has been compiled of it by now. To be called when the work is done. */
	keep(): void;
}

/**
 * Runs a CommonJS bundle with what V8 compiled of it in earlier runs. V8 compiles a function when it is first called, which a short run does for most of
 * what it needs; Node's own compile cache holds only what was compiled before any function was called. With what has been called, and nothing else, a
 * check of 8 KB takes three quarters of the processor's time. A folder that can't be written is no fault: all is compiled anew.
 */
export function loadKept<T>(bundle: URL): Loaded<T> {
	const filename = fileURLToPath(bundle);
	// Threads share flags, and what is kept has been compiled for those that V8 begins with.
	v8.setFlagsFromString(AS_V8_BEGINS);
	// The tag names V8's version and flags, and the processor. V8 refuses what another one has compiled.
	const cache = path.join(cacheFolder("code"), `${path.basename(filename)}-${process.arch}-${v8.cachedDataVersionTag().toString(16)}`);
	const { script, source, runs } = compiled(filename, cache);
	v8.setFlagsFromString(EXPRESSIONS_AT_ONCE);
	const module = { exports: {} as T };
	script.runInThisContext()(module.exports, createRequire(filename), module, filename, path.dirname(filename));
	return {
		exports: module.exports,
		keep() {
			if (runs >= RUNS) return;
			v8.setFlagsFromString(AS_V8_BEGINS);
			write(cache, source, { runs: runs + 1, code: script.createCachedData() });
		},
	};
}

/** A bundle's script, the digest of its text, and how many runs what is kept of it has been put together from. Its bytes, megabytes, are let go of. */
function compiled(filename: string, cache: string): { script: vm.Script; source: Uint8Array; runs: number } {
	const text = readFileSync(filename);
	const source = digest(text);
	const kept = read(cache, source);
	// The build sees to it that a bundle is ASCII: a text of one byte a character takes half the room.
	const wrapped = `(function(exports,require,module,__filename,__dirname){${text.toString("latin1")}\n})`;
	const script = new vm.Script(wrapped, { filename, ...(kept && { cachedData: kept.code }) });
	return { script, source, runs: kept && !script.cachedDataRejected ? kept.runs : 0 };
}

/**
 * How often a regular expression is run as bytecode before it becomes machine code. It is made machine code at once instead of both: bytecode for classes such
 * as `\p{L}` takes thrice the time. The 250 expressions of a check of 8 KB took 38 ms to compile, and take 11. An expression goes by the number that held
 * when it was made, so that this may change in the middle of a run; `--no-regexp-tier-up` may not, and crashes.
 */
const EXPRESSIONS_AT_ONCE = "--regexp-tier-up-ticks=0";
const AS_V8_BEGINS = "--regexp-tier-up-ticks=1";

/** What so many runs have called is kept. It takes a tenth of a run to write, and each adds less than the one before. */
const RUNS = 4;

/** What is kept of a script. */
interface Kept {
	/** How many runs it has been put together from. */
	readonly runs: number;
	readonly code: Uint8Array;
}

/** A file begins with the digest of the source's digest and of what follows; then the number of runs, as long a number as keeps the code at a multiple of 8. */
const DIGEST = 32;
const BEFORE_CODE = DIGEST + 8;

/** What is kept of a script, or undefined when there is nothing, when it is of another source or damaged. V8 itself looks at neither. */
function read(file: string, source: Uint8Array): Kept | undefined {
	let bytes: Buffer;
	try {
		bytes = readFileSync(file);
	} catch {
		return undefined;
	}
	if (bytes.length <= BEFORE_CODE || !digest(source, bytes.subarray(DIGEST)).equals(bytes.subarray(0, DIGEST))) return undefined;
	return { runs: bytes.readUInt32LE(DIGEST), code: bytes.subarray(BEFORE_CODE) };
}

function write(file: string, source: Uint8Array, { runs, code }: Kept): void {
	const bytes = Buffer.alloc(BEFORE_CODE + code.length);
	bytes.writeUInt32LE(runs, DIGEST);
	bytes.set(code, BEFORE_CODE);
	bytes.set(digest(source, bytes.subarray(DIGEST)));
	try {
		mkdirSync(path.dirname(file), { recursive: true });
		// Whole at once, since other runs read it; a crash that leaves it damaged is found by the digest.
		clearLeftovers(file);
		const fresh = freshOf(file);
		writeFileSync(fresh, bytes, { mode: 0o600 });
		renameSync(fresh, file);
	} catch {
		// The next run compiles anew.
	}
}

function digest(...parts: readonly Uint8Array[]): Buffer {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(part);
	return hash.digest();
}
