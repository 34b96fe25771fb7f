import Papa from "papaparse";
import type { Place } from "./problem.ts";

/** How a table's text is written, from a Data Package's `dialect` (v1 and v2 name these alike). Absent means found out from the text. */
export interface Dialect {
	readonly delimiter?: string;
	readonly quoteChar?: string;
	readonly escapeChar?: string;
	readonly commentChar?: string;
	/** False when the first row is data already. */
	readonly header?: boolean;
	/** The rows that hold the header, from 1; those before the first are skipped. */
	readonly headerRows?: readonly number[];
	readonly skipInitialSpace?: boolean;
}

/** Some rows of a table together with the text that they were read from, so that a cell can be found again. */
export interface Batch {
	readonly rows: readonly (readonly string[])[];
	/** The first row as a spreadsheet counts rows, from 1. */
	readonly firstRow: number;
	/** Rows whose quotation marks are broken: indices into `rows`. */
	readonly broken: readonly number[];
	/** Where a cell stands in the file; the whole row when `field` is absent or beyond its end. */
	place(row: number, field?: number): Place;
}

// A chunk that holds no end of a row is read on; beyond this many characters the row is broken, not long.
const LONGEST_ROW = 8_000_000;

/** Reads a table piece by piece: memory is bounded by the pieces, not by the table. Line endings of any kind; never throws for what the text holds. */
export async function* readCsv(pieces: AsyncIterable<string>, dialect: Dialect = {}): AsyncGenerator<Batch> {
	let rest = "";
	let config: Required<Pick<Dialect, "delimiter" | "quoteChar">> & Dialect = { delimiter: ",", quoteChar: '"' };
	let parser: InstanceType<typeof Papa.Parser> | undefined;
	let row = 1;
	let line = 0;
	const parse = (text: string, last: boolean): { batch: Batch; used: number } | undefined => {
		parser ??= new Papa.Parser({
			delimiter: config.delimiter,
			newline: "\n",
			quoteChar: config.quoteChar,
			...(config.escapeChar !== undefined && { escapeChar: config.escapeChar }),
			comments: config.commentChar ?? false,
		});
		const { data, errors, meta } = parser.parse(text, 0, !last);
		if (data.length === 0) return undefined;
		// The end of the text after the last line's end is no row.
		if (last && data.length > 1 && data.at(-1)?.length === 1 && data.at(-1)?.[0] === "") data.pop();
		if (config.skipInitialSpace) for (const cells of data) for (const [i, cell] of cells.entries()) cells[i] = cell.trimStart();
		const used = last ? text.length : meta.cursor;
		const broken = [...new Set(errors.flatMap((error) => (error.type === "Quotes" && error.row !== undefined ? [error.row] : [])))];
		const batch: Batch = { rows: data, firstRow: row, broken, place: placer(text, line, config) };
		row += data.length;
		for (let i = text.indexOf("\n"); i >= 0 && i < used; i = text.indexOf("\n", i + 1)) line++;
		return { batch, used };
	};
	for await (const piece of pieces) {
		rest += piece;
		if (rest.endsWith("\r")) continue; // the other half of the line's end may come
		if (rest.includes("\r")) rest = rest.replace(/\r\n?/g, "\n");
		if (rest.length < 4096) continue;
		if (!parser) config = { ...guess(rest), ...dialect };
		const result = parse(rest, false);
		if (result) {
			yield result.batch;
			rest = rest.slice(result.used);
		} else if (rest.length > LONGEST_ROW) break;
	}
	if (rest.includes("\r")) rest = rest.replace(/\r\n?/g, "\n");
	if (!parser) config = { ...guess(rest), ...dialect };
	const result = rest ? parse(rest, true) : undefined;
	if (result) yield result.batch;
}

/** The separator that the first lines are written with. */
function guess(text: string): { delimiter: string; quoteChar: string } {
	const head = text.slice(0, 20_000);
	const { meta } = Papa.parse(head, { preview: 10 });
	return { delimiter: meta.delimiter || ",", quoteChar: '"' };
}

/** Finds cells of a batch again. The text is walked once, when the first cell is asked for. */
function placer(
	text: string,
	firstLine: number,
	{ delimiter, quoteChar, commentChar }: Dialect & { delimiter: string; quoteChar: string },
) {
	let starts: { offset: number; line: number; lineStart: number }[] | undefined;
	const endOfCell = (from: number): number => {
		let at = from;
		if (text.startsWith(quoteChar, at)) {
			at++;
			for (;;) {
				const quote = text.indexOf(quoteChar, at);
				if (quote < 0) return text.length;
				at = quote + 1;
				if (!text.startsWith(quoteChar, at)) break;
				at++;
			}
		}
		while (at < text.length && text[at] !== "\n" && !text.startsWith(delimiter, at)) at++;
		return at;
	};
	const rowStarts = () => {
		const found: NonNullable<typeof starts> = [];
		let line = firstLine;
		let lineStart = 0;
		for (let at = 0; at < text.length; ) {
			if (commentChar && text.startsWith(commentChar, at)) {
				const end = text.indexOf("\n", at);
				if (end < 0) break;
				at = lineStart = end + 1;
				line++;
				continue;
			}
			found.push({ offset: at, line, lineStart });
			for (;;) {
				const end = endOfCell(at);
				for (let i = text.indexOf("\n", at); i >= 0 && i < end; i = text.indexOf("\n", i + 1)) {
					line++;
					lineStart = i + 1;
				}
				at = end;
				if (at >= text.length || text[at] === "\n") break;
				at += delimiter.length;
			}
			at++;
			line++;
			lineStart = at;
		}
		return found;
	};
	return (row: number, field?: number): Place => {
		starts ??= rowStarts();
		const start = starts[row];
		if (!start) return { line: firstLine, column: 0, endColumn: 0 };
		let { offset: from, line, lineStart } = start;
		let end = endOfCell(from);
		for (let i = 0; i < (field ?? 0); i++) {
			if (text[end] !== delimiter[0]) return whole(start);
			for (let n = text.indexOf("\n", from); n >= 0 && n < end; n = text.indexOf("\n", n + 1)) {
				line++;
				lineStart = n + 1;
			}
			from = end + delimiter.length;
			end = endOfCell(from);
		}
		if (field === undefined) return whole(start);
		const newline = text.indexOf("\n", from);
		return { line, column: from - lineStart, endColumn: (newline >= 0 && newline < end ? newline : end) - lineStart };
	};
	function whole(start: { offset: number; line: number; lineStart: number }): Place {
		const newline = text.indexOf("\n", start.offset);
		return { line: start.line, column: 0, endColumn: (newline < 0 ? text.length : newline) - start.lineStart };
	}
}
