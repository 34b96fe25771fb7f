import { unzipSync } from "fflate";
import readXlsxFile, { readSheet } from "read-excel-file/universal";
import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { PackResource } from "../descriptor.ts";

// A spreadsheet is read at once, so what it unpacks to is bounded.
const LARGEST = 256 * 1024 * 1024;

/**
 * The rows of one sheet of an `.xlsx` file: the one that the dialect names by `sheetName` or `sheetNumber`, else the first. Digits are kept as they are
 * stored, dates become `2026-02-04`, formulas their last results. Undefined, with the fault told, when it can't be read.
 */
export async function spreadsheetRows(
	bytes: Uint8Array,
	resource: PackResource,
	fault: (message: Phrase) => void,
): Promise<string[][] | undefined> {
	const dialect = typeof resource.dialect === "object" ? resource.dialect : {};
	return guarded(bytes, fault, async (file) => {
		const sheet = await readSheet(file, dialect.sheetName ?? dialect.sheetNumber ?? 1, { parseNumber: (digits) => digits });
		return sheet.map((cells) => cells.map(textOf));
	});
}

/** Every sheet of an `.xlsx` file by its name, in order, read as `spreadsheetRows` reads one. */
export async function spreadsheets(bytes: Uint8Array, fault: (message: Phrase) => void): Promise<[name: string, rows: string[][]][]> {
	const sheets = await guarded(bytes, fault, (file) => readXlsxFile(file, { parseNumber: (digits) => digits }));
	return (sheets ?? []).map(({ sheet, data }) => [sheet, data.map((cells) => cells.map(textOf))]);
}

/** Reads a file that does not unpack to too much; what hinders that is told. */
async function guarded<T>(
	bytes: Uint8Array,
	fault: (message: Phrase) => void,
	read: (file: ArrayBuffer) => Promise<T>,
): Promise<T | undefined> {
	try {
		let unpacked = 0;
		unzipSync(bytes, {
			filter: ({ originalSize }) => {
				unpacked += originalSize;
				return false;
			},
		});
		if (unpacked > LARGEST) {
			fault(phrase("The spreadsheet unpacks to {0} MB, which is more than is read. Save the sheet as CSV.", Math.round(unpacked / 1e6)));
			return undefined;
		}
		return await read(new Uint8Array(bytes).buffer);
	} catch (error) {
		fault(phrase("The spreadsheet can't be read ({0}). Save it as .xlsx again, or save the sheet as CSV.", (error as Error).message));
		return undefined;
	}
}

function textOf(cell: string | boolean | Date | null): string {
	if (cell instanceof Date) return cell.toISOString().slice(0, 10);
	return cell === null ? "" : String(cell);
}
