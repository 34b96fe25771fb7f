import { parsePeriod } from "../units/period.ts";
import { parseUnit } from "../units/unit.ts";
import { isMissing, parseValue } from "../units/value.ts";
import { fullDialect, parseRows } from "./csv.ts";

/** A guess at what a table holds: the resource's `plumbline`, for a person to correct. */
export interface Guess {
	readonly plumbline: Readonly<Record<string, unknown>>;
	/** What could not be told from the table, in words. */
	readonly doubts: readonly string[];
}

const SUBJECT_NAMES =
	/country|entity|name|state|city|company|ticker|symbol|region|team|player|subject|organi[sz]ation|airline|area|district|product/i;
const PERIOD_NAMES = /^(?:year|date|period|time|month|quarter|day|season|fiscal.?year|fy)\b/i;
const MEASURE_NAMES = /^(?:measure|indicator|variable|series|metric|item|statistic)(?:.?name)?$/i;
const VALUE_NAMES = /^(?:value|amount|obs_?value|number|figure)$/i;
const CODE_NAMES = /\b(?:code|id|iso\d?|fips)\b/i;
const SAMPLE = 2000;

interface Column {
	readonly name: string;
	readonly kind: "number" | "period" | "text" | "empty";
	readonly distinct: number;
}

/** Guesses subject, measures, units and periods of a table from its header and first rows. */
export function guessMapping(text: string): Guess {
	const { rows } = parseRows(text, fullDialect(text.slice(0, 20_000), {}), 1, 0);
	const header = (rows[0] ?? []).map((cell) => cell.replace(/^\ufeff/, "").trim());
	const body = rows.slice(1, SAMPLE + 1).filter((cells) => cells.length > 1 || cells[0] !== "");
	const columns = header.map(
		(name, i): Column =>
			column(
				name,
				body.map((cells) => cells[i]?.trim() ?? ""),
			),
	);
	const doubts: string[] = [];
	const texts = columns.filter(({ kind }) => kind === "text");
	const subject =
		texts.find(({ name }) => SUBJECT_NAMES.test(name) && !CODE_NAMES.test(name)) ??
		texts.find(({ name }) => !MEASURE_NAMES.test(name)) ??
		texts[0];
	if (!subject) doubts.push("No column seems to name whom the figures are about: set “subject”.");
	const start = { role: "facts", subject: subject?.name ?? { is: "…" } };

	const periodHeaders = columns.filter(({ name, kind }) => kind !== "text" && parsePeriod(name) !== undefined);
	if (periodHeaders.length >= 2) {
		doubts.push("The column names are periods; say what the figures measure, and in which unit.");
		const years = periodHeaders.every(({ name }) => /^\d{4}$/.test(name));
		return {
			plumbline: { ...start, valuesMatching: { pattern: years ? "^(\\d{4})$" : "^(.*\\d{4}.*)$", measure: "…", unit: "…", period: "$1" } },
			doubts,
		};
	}

	const period = columns.find(({ name, kind }) => kind === "period" || (PERIOD_NAMES.test(name) && kind !== "text"));
	if (!period) doubts.push("No column seems to say when: the figures will hold for any time, unless “period” is set.");
	const when = period ? { period: period.name } : {};
	const figures = columns.filter((candidate) => candidate.kind === "number" && candidate !== period && !CODE_NAMES.test(candidate.name));
	const measure = texts.find(({ name }) => MEASURE_NAMES.test(name));
	const value = figures.find(({ name }) => VALUE_NAMES.test(name)) ?? (measure && figures.length === 1 ? figures[0] : undefined);
	if (measure && value) {
		const unit = texts.find(({ name }) => /^unit/i.test(name));
		if (!unit) doubts.push("No column names the unit: set “unit” when all figures have the same.");
		return { plumbline: { ...start, measure: measure.name, value: value.name, ...(unit && { unit: unit.name }), ...when }, doubts };
	}
	if (value && figures.length === 1) {
		doubts.push(`The figures stand in “${value.name}”, which does not say what they measure: set “measure” and “unit”.`);
		return { plumbline: { ...start, measure: { is: "…" }, value: value.name, unit: { is: "…" }, ...when }, doubts };
	}
	if (figures.length === 0) doubts.push("No column seems to hold figures: set “value”.");
	const values = Object.fromEntries(figures.map(({ name }) => [name, measureOf(name)]));
	for (const [name, { unit }] of Object.entries(values))
		if (unit === undefined) doubts.push(`The name of “${name}” does not tell its unit.`);
	return { plumbline: { ...start, ...when, values }, doubts };
}

function column(name: string, cells: readonly string[]): Column {
	const present = cells.filter((cell) => !isMissing(cell));
	const distinct = new Set(present).size;
	if (present.length === 0) return { name, kind: "empty", distinct };
	const share = (fits: (cell: string) => boolean) => present.filter(fits).length / present.length;
	const periods = share((cell) => parsePeriod(cell) !== undefined && (!/^\d{4}$/.test(cell) || (cell >= "1500" && cell <= "2200")));
	if (periods > 0.95 && (PERIOD_NAMES.test(name) || share((cell) => !/^\d+$/.test(cell)) > 0.95)) return { name, kind: "period", distinct };
	return { name, kind: share((cell) => parseValue(cell, 1) !== undefined) > 0.9 ? "number" : "text", distinct };
}

/** A measure's id and unit from a column's name: `Domestic RPKs (billions)`, `allocation_usd`, `% of drivers`. */
function measureOf(name: string): { measure: string; unit?: string } {
	const bracketed = /\(([^()]{1,40})\)/.exec(name)?.[1];
	const words = name.replace(/\([^()]{0,40}\)/g, " ").split(/[\s_]+/);
	const inside = bracketed === undefined ? undefined : unitIn(bracketed.split(/[\s,]+/));
	const per = words.findIndex((word) => word.toLowerCase() === "per");
	const unit = inside ?? (/^%|percent|pct/i.test(name) ? "percent" : unitIn(per < 0 ? words : words.slice(0, per)));
	const measure = words
		.filter((word) => !/^%$/.test(word))
		.join(" ")
		.trim()
		.toLowerCase();
	return { measure: measure.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || name, ...(unit !== undefined && { unit }) };
}

/** The first word that names a unit or a scale. Two letters that are no currency sign are a word more often than a unit. */
function unitIn(words: readonly string[]): string | undefined {
	return words.find((word) => {
		const { known, unit, scale } = parseUnit(word);
		return (word.length > 2 || /[$€£¥%]/.test(word)) && ((known && unit !== "none" && unit !== "year") || scale !== 1);
	});
}
