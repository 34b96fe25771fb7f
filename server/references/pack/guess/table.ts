import { phrase } from "../../../language/phrase.ts";
import type { NumberFormat } from "../../units/value.ts";
import { type Column, readColumn } from "./column.ts";
import { guessFacts, type Mapping, type TellsApart } from "./facts.ts";
import { guessEntities, guessPeople } from "./who.ts";

/** A guess at what a table holds: the resource's `plumbline`, and how it is written where that does not go without saying. For a person to correct. */
export interface Guess extends Mapping {
	readonly dialect?: Readonly<Record<string, unknown>>;
	readonly schema?: Readonly<Record<string, unknown>>;
}

const SAMPLE = 2000;

// Rows among which the header is looked for: what stands above it is a title and where the figures are from.
const HEADER_WITHIN = 30;

/**
 * Guesses the header of a table, its subject, measures, units, periods and vintage from its first rows, and from its file's name without ending. Undefined
 * when the rows are no table: not even a header and a row of several cells.
 */
export function guessTable(rows: readonly (readonly string[])[], file = ""): Guess | undefined {
	const top = headerRow(rows);
	const header = (rows[top] ?? []).map((cell) => cell.replace(/^\ufeff/, "").trim());
	const body = rows.slice(top + 1, top + SAMPLE + 1).filter((cells) => cells.some((cell) => cell.trim() !== ""));
	if (header.length < 2 || body.length === 0) return undefined;
	const format = continental(body) ? CONTINENTAL : {};
	const columns = header.map((name, i) =>
		readColumn(
			name,
			body.map((row) => row[i]?.trim() ?? ""),
			format,
		),
	);
	const tellsApart: TellsApart = (keys) => {
		const at = keys.map((key) => columns.indexOf(key));
		return new Set(body.map((row) => at.map((i) => row[i]?.trim() ?? "").join("\n"))).size / body.length;
	};
	const { plumbline, others, doubts } = guessMapping(columns, file, tellsApart);
	const isNumber = (name: string) =>
		plumbline.role === "facts" && format === CONTINENTAL && columns.some((one) => one.name === name && one.kind === "number");
	return {
		plumbline,
		...(others && { others }),
		...(top > 0 && { dialect: { headerRows: [top + 1] } }),
		...(header.some(isNumber) && {
			schema: { fields: header.map((name) => (isNumber(name) ? { name, type: "number", ...CONTINENTAL } : { name, type: "string" })) },
		}),
		doubts: [
			...(top > 0 ? [phrase("The header seems to stand in row {0}: what is above it is left out.", top + 1)] : []),
			...(header.some(isNumber)
				? [phrase("The figures seem to be written with a comma for decimals and points between thousands: check “schema”.")]
				: []),
			...doubts,
		],
	};
}

function guessMapping(columns: readonly Column[], file: string, tellsApart: TellsApart): Mapping {
	const entities = guessEntities(columns);
	if (entities)
		return {
			plumbline: entities,
			doubts: [phrase("The table seems to hold names and codes rather than figures: check “id”, “name” and “aliases”.")],
		};
	const people = guessPeople(columns);
	if (people)
		return { plumbline: people, doubts: [phrase("The table seems to hold people rather than figures: check “name” and “title”.")] };
	return guessFacts(columns, file, tellsApart);
}

/** The index of the header: the first row that has about as many cells as most rows. */
function headerRow(rows: readonly (readonly string[])[]): number {
	const counts = rows.slice(0, 2 * HEADER_WITHIN).map((cells) => cells.filter((cell) => cell.trim() !== "").length);
	const usual =
		[...counts].filter((count) => count > 0).sort((a, b) => a - b)[Math.floor(counts.filter((count) => count > 0).length / 2)] ?? 0;
	const found = counts.slice(0, HEADER_WITHIN).findIndex((count) => count >= 2 && count >= 0.6 * usual);
	return Math.max(0, found);
}

/** How most of continental Europe and Latin America write numbers. */
const CONTINENTAL: NumberFormat = { decimalChar: ",", groupChar: "." };

/** Whether figures are written `1.234,5`: some can be read in no other way, and none only in the English one. */
function continental(body: readonly (readonly string[])[]): boolean {
	let some = false;
	for (const cells of body) {
		for (const cell of cells) {
			const text = cell.trim();
			if (/^[-−]?\d{1,3}(?:,\d{3}){0,9}\.(?:\d{1,2}|\d{4,40})$/.test(text) || /^[-−]?\d{1,3}(?:,\d{3}){2,9}$/.test(text)) return false;
			some ||= /^[-−]?\d{1,3}(?:\.\d{3}){0,9},(?:\d{1,2}|\d{4,40})$/.test(text) || /^[-−]?\d{4,15},\d{1,40}$/.test(text);
		}
	}
	return some;
}
