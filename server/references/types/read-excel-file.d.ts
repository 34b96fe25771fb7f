// The two calls that are used. Its published types name the DOM's, which this library does without.
declare module "read-excel-file/universal" {
	type Cell = string | boolean | Date | null;
	/** `parseNumber` is given the digits as they are stored. */
	export function readSheet(
		input: ArrayBuffer,
		sheet: number | string,
		options: { parseNumber: (digits: string) => string },
	): Promise<Cell[][]>;
	/** Every sheet of a file, in order. */
	export default function readXlsxFile(
		input: ArrayBuffer,
		options: { parseNumber: (digits: string) => string },
	): Promise<{ readonly sheet: string; readonly data: Cell[][] }[]>;
}
