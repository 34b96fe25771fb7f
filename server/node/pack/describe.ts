import { closeSync, openSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { decode } from "../../references/pack/decode.ts";
import { guessMapping } from "../../references/pack/guess.ts";
import { CallError } from "../call-error.ts";
import type { Output } from "./output.ts";
import { placeOf } from "./places.ts";

// Enough for two thousand rows; the rest of a large table says nothing new.
const HEAD = 1024 * 1024;

/** Prints a descriptor that says what a table seems to hold; what it does not show is told on standard error. */
export async function describe(file: string, { out, err }: Output): Promise<number> {
	placeOf(file);
	if (!statSync(file).isFile()) throw new CallError(`pack describe: ${file} is a folder; name a CSV file`);
	const name = path.basename(file).replace(/\.[^.]{1,6}$/, "");
	const { plumbline, doubts } = guessMapping(head(file), name);
	const descriptor = {
		name: name.toLowerCase().replace(/[^a-z\d._-]{1,100}/g, "-"),
		title: name,
		licenses: [],
		sources: [],
		resources: [{ name: plumbline.role, path: path.basename(file), plumbline }],
	};
	out(`${JSON.stringify(descriptor, undefined, 2)}\n`);
	for (const doubt of ["Name the licence, and where the table is from.", ...doubts]) err(`${doubt}\n`);
	return 0;
}

/** The first rows of a file, whole. */
function head(file: string): string {
	const open = openSync(file, "r");
	try {
		const bytes = new Uint8Array(HEAD);
		const length = readSync(open, bytes);
		const text = decode(bytes.subarray(0, length));
		return length < HEAD ? text : text.slice(0, text.lastIndexOf("\n") + 1);
	} finally {
		closeSync(open);
	}
}
