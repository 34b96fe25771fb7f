import Papa from "papaparse";
import type { Place } from "../problem.ts";

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
	/** The line of the first row, from 0, and the number of lines. */
	readonly firstLine: number;
	readonly lines: number;
	/** Rows whose quotation marks are broken: indices into `rows`. */
	readonly broken: readonly number[];
	/** Whether a row's lines hold nothing but the row. */
	readonly isText?: true;
	/** Where a cell stands in the file; the whole row when `field` is absent or beyond its end. */
	place(row: number, field?: number): Place;
	/** The first and the last line of a row, from 1, by its index in `rows`; undefined when it is the one line of the row's own number, or stands on none. */
	linesOf(row: number): readonly [first: number, last: number] | undefined;
}

/** A dialect with what a text must have to be parsed. */
export type FullDialect = Dialect & { readonly delimiter: string; readonly quoteChar: string };

/** Completes a dialect by what the first lines of a table look like. */
export function fullDialect(head: string, dialect: Dialect): FullDialect {
	// The empty line behind the last row would count as a row of one cell, which in a short table made its decimal commas the more even delimiter.
	const guessed = () => Papa.parse(head.replace(/\r\n?/g, "\n"), { preview: 10, skipEmptyLines: true }).meta.delimiter;
	const delimiter = dialect.delimiter ?? guessed();
	return { ...dialect, delimiter: delimiter || ",", quoteChar: dialect.quoteChar ?? '"' };
}

/** Parses text that begins and ends with a row. `firstRow` counts from 1, `firstLine` from 0. Line endings of any kind. Never throws. */
export function parseRows(written: string, dialect: FullDialect, firstRow: number, firstLine: number): Batch {
	const text = written.includes("\r") ? written.replace(/\r\n?/g, "\n") : written;
	const { delimiter, quoteChar, escapeChar, commentChar, skipInitialSpace } = dialect;
	const parser = new Papa.Parser({
		delimiter,
		newline: "\n",
		quoteChar,
		...(escapeChar !== undefined && { escapeChar }),
		comments: commentChar ?? false,
	});
	const { data, errors } = parser.parse(text, 0, false);
	// The end of the text after the last line's end is no row.
	if (data.at(-1)?.length === 1 && data.at(-1)?.[0] === "" && text.endsWith("\n")) data.pop();
	if (skipInitialSpace) for (const cells of data) for (const [i, cell] of cells.entries()) cells[i] = cell.trimStart();
	let lines = 0;
	for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) lines++;
	const broken = [...new Set(errors.flatMap((error) => (error.type === "Quotes" && error.row !== undefined ? [error.row] : [])))];
	const { place, span } = placer(text, firstLine, dialect);
	// Where no cell holds a line break and no comment stands between rows, each row is one line.
	const isEven = lines + (text === "" || text.endsWith("\n") ? 0 : 1) === data.length;
	const linesOf = (row: number) => {
		if (!isEven) return span(row, firstRow + row);
		const line = firstLine + row + 1;
		return line === firstRow + row ? undefined : ([line, line] as const);
	};
	return { rows: data, firstRow, firstLine, lines, broken, isText: true, place, linesOf };
}

/** Finds rows and cells of a batch again. The text is walked once, when the first one is asked for. */
function placer(text: string, firstLine: number, { delimiter, quoteChar, escapeChar, commentChar }: FullDialect) {
	const written = (cell: string): string => {
		const isSafe = !cell.includes(delimiter) && !cell.includes(quoteChar) && !/[\r\n]/.test(cell);
		return isSafe ? cell : `${quoteChar}${cell.replaceAll(quoteChar, (escapeChar ?? quoteChar) + quoteChar)}${quoteChar}`;
	};
	let starts: { offset: number; line: number; lineStart: number; lastLine: number }[] | undefined;
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
			const start = { offset: at, line, lineStart, lastLine: line };
			found.push(start);
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
			start.lastLine = line;
			at++;
			line++;
			lineStart = at;
		}
		return found;
	};
	const span = (row: number, number: number): readonly [number, number] | undefined => {
		starts ??= rowStarts();
		const start = starts[row];
		if (!start) return undefined;
		const { line, lastLine } = start;
		return line + 1 === number && lastLine === line ? undefined : [line + 1, lastLine + 1];
	};
	const place = (row: number, field?: number): Place => {
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
		return { line, column: from - lineStart, endColumn: (newline >= 0 && newline < end ? newline : end) - lineStart, written };
	};
	return { place, span };
	function whole(start: { offset: number; line: number; lineStart: number }): Place {
		const newline = text.indexOf("\n", start.offset);
		return { line: start.line, column: 0, endColumn: (newline < 0 ? text.length : newline) - start.lineStart };
	}
}
