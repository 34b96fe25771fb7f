// The one call that is used. Its published types name the DOM's, which this library does without.
declare module "read-excel-file/universal" {
	type Cell = string | boolean | Date | null;
	/** `parseNumber` is given the digits as they are stored. */
	export function readSheet(
		input: ArrayBuffer,
		sheet: number | string,
		options: { parseNumber: (digits: string) => string },
	): Promise<Cell[][]>;
}
