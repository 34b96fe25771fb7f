import type { Batch } from "./csv.ts";
import type { PackResource } from "./descriptor.ts";

/** Whether a file is a spreadsheet rather than text. */
export function isSpreadsheet(path: string, format: string | undefined): boolean {
	return format === "xlsx" || /\.xlsx$/i.test(path);
}

export async function spreadsheetRows(
	_bytes: Uint8Array,
	_resource: PackResource,
	fault: (message: string) => void,
): Promise<Batch | undefined> {
	fault("Spreadsheets are not read yet.");
	return undefined;
}
