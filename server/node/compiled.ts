import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import v8 from "node:v8";
import vm from "node:vm";
import { crc32 } from "node:zlib";
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
	v8.setFlagsFromString(FEWER_COMPILED_AGAIN);
	// Threads share flags, and what is kept has been compiled for those that hold now.
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

/** A bundle's script, the checksum of its text, and how many runs what is kept of it has been put together from. Its bytes, megabytes, are let go of. */
function compiled(filename: string, cache: string): { script: vm.Script; source: number; runs: number } {
	const text = readFileSync(filename);
	const source = crc32(text);
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

/**
 * How often a function is called before Maglev, V8's third compiler, takes it up: five times as often as by default. Most runs are over before what it made
 * has been worth it. Takes a seventh off the processor's time of a check, and of one of 100 KB too; less of it in this thread.
 */
const FEWER_COMPILED_AGAIN = "--invocation-count-for-maglev=2000";

/** What so many runs have called is kept. It takes a tenth of a run to write, and each adds less than the one before. */
const RUNS = 4;

/** What is kept of a script. */
interface Kept {
	/** How many runs it has been put together from. */
	readonly runs: number;
	readonly code: Uint8Array;
}

/**
 * A file begins with the checksums of the source and of what follows behind both, and with the number of runs; what V8 compiled stands at a multiple of 8. Both
 * are told from accidents, not from people: whoever may write there may write what they like. (Loading Node's cryptography and a digest took 8 ms more.)
 */
const SOURCE = 0;
const REST = 4;
const RUNS_SO_FAR = 8;
const CODE = 16;

/** What is kept of a script, or undefined when there is nothing, when it is of another source or damaged. V8 itself looks at neither. */
function read(file: string, source: number): Kept | undefined {
	let bytes: Buffer;
	try {
		bytes = readFileSync(file);
	} catch {
		return undefined;
	}
	if (bytes.length <= CODE || bytes.readUInt32LE(SOURCE) !== source || bytes.readUInt32LE(REST) !== crc32(bytes.subarray(RUNS_SO_FAR)))
		return undefined;
	return { runs: bytes.readUInt32LE(RUNS_SO_FAR), code: bytes.subarray(CODE) };
}

function write(file: string, source: number, { runs, code }: Kept): void {
	const bytes = Buffer.alloc(CODE + code.length);
	bytes.writeUInt32LE(source, SOURCE);
	bytes.writeUInt32LE(runs, RUNS_SO_FAR);
	bytes.set(code, CODE);
	bytes.writeUInt32LE(crc32(bytes.subarray(RUNS_SO_FAR)), REST);
	try {
		mkdirSync(path.dirname(file), { recursive: true });
		// Whole at once, since other runs read it; a crash that leaves it damaged is found by its checksum.
		clearLeftovers(file);
		const fresh = freshOf(file);
		writeFileSync(fresh, bytes, { mode: 0o600 });
		renameSync(fresh, file);
	} catch {
		// The next run compiles anew.
	}
}
