import { unzipSync } from "fflate";
import { readSheet } from "read-excel-file/universal";
import type { PackResource } from "./descriptor.ts";

// A spreadsheet is read at once, so what it unpacks to is bounded.
const LARGEST = 256 * 1024 * 1024;

/**
 * The rows of one sheet of an `.xlsx` file: the one that the dialect names by `sheetName` or `sheetNumber`, else the first. Digits are kept as they are
 * stored, dates become `2026-02-04`, formulas their last results.  Undefined, with the fault told, when it can't be read.
 */
export async function spreadsheetRows(
	bytes: Uint8Array,
	resource: PackResource,
	fault: (message: string) => void,
): Promise<string[][] | undefined> {
	const dialect = typeof resource.dialect === "object" ? resource.dialect : {};
	try {
		let unpacked = 0;
		unzipSync(bytes, {
			filter: ({ originalSize }) => {
				unpacked += originalSize;
				return false;
			},
		});
		if (unpacked > LARGEST) {
			fault(`The spreadsheet unpacks to ${Math.round(unpacked / 1e6)} MB, which is more than is read. Save the sheet as CSV.`);
			return undefined;
		}
		const copy = new Uint8Array(bytes);
		const sheet = await readSheet(copy.buffer, dialect.sheetName ?? dialect.sheetNumber ?? 1, { parseNumber: (digits) => digits });
		return sheet.map((cells) => cells.map(textOf));
	} catch (error) {
		fault(`The spreadsheet can't be read (${(error as Error).message}). Save it as .xlsx again, or save the sheet as CSV.`);
		return undefined;
	}
}

function textOf(cell: string | boolean | Date | null): string {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10);
	return cell === null ? "" : String(cell);
}
