import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { inEnglish } from "../../language/phrase.ts";
import { describeTable, type TableFile } from "../../references/pack/guess/description.ts";
import { isRecords } from "../../references/pack/text/records.ts";
import { CallError } from "../call-error.ts";
import type { Output } from "./output.ts";
import { placeOf } from "./places.ts";

// Enough for two thousand rows; the rest of a large table says nothing new.
const HEAD = 1024 * 1024;

/** Prints a descriptor that says what a table seems to hold; what it does not show is told on standard error. Throws `CallError` for what is no table. */
export async function describe(file: string, { out, err }: Output): Promise<number> {
	placeOf(file);
	if (!statSync(file).isFile()) throw new CallError(`pack describe: ${file} is no file; name a table: CSV, .xlsx, JSON or YAML`);
	const found = await describeTable({ name: path.basename(file), ...contentOf(file) });
	if ("refusal" in found) throw new CallError(`pack describe: ${file} ${inEnglish(found.refusal)}`);
	out(`${JSON.stringify(found.descriptor, undefined, 2)}\n`);
	for (const doubt of found.doubts) err(`${inEnglish(doubt)}\n`);
	return 0;
}

/** The bytes of a file; the first ones where it is read row by row. */
function contentOf(file: string): Pick<TableFile, "bytes" | "isHead"> {
	if (/\.xlsx$/i.test(file) || isRecords(file, undefined)) return { bytes: readFileSync(file) };
	const open = openSync(file, "r");
	try {
		const bytes = new Uint8Array(HEAD);
		const length = readSync(open, bytes);
		return { bytes: bytes.subarray(0, length), isHead: length === HEAD };
	} finally {
		closeSync(open);
	}
}
