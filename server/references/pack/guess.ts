import { parsePeriod } from "../units/period.ts";
import { parseUnit } from "../units/unit.ts";
import { isMissing, type NumberFormat, parseValue } from "../units/value.ts";

/** A guess at what a table holds: the resource's `plumbline`, and how it is written where that does not go without saying. For a person to correct. */
export interface Guess {
	readonly plumbline: Readonly<Record<string, unknown>>;
	readonly dialect?: Readonly<Record<string, unknown>>;
	readonly schema?: Readonly<Record<string, unknown>>;
	/** What could not be told from the table, in words. */
	readonly doubts: readonly string[];
}

const SUBJECT_NAMES =
	/country|entity|name|state|city|company|ticker|symbol|region|team|player|subject|organi[sz]ation|airline|area|district|product|town|village|municipality|county|province|territory|\bparty\b|\bclub\b|\bfirm\b|\bbank\b|school|university|hospital|airport|\bport\b|\bstation\b|vessel|\bship\b|brand/i;
const PERIOD_NAMES = /^(?:year|date|period|time|month|quarter|day|season|fiscal.?year|fy)\b/i;
const MEASURE_NAMES = /^(?:measure|indicator|variable|series|metric|item|statistic)(?:.?name)?$/i;
const VALUE_NAMES = /^(?:value|amount|obs_?value|number|figure)$/i;
const CODE_NAMES = /(?:^|[^a-z])(?:codes?|ids?|iso\d{0,4}|fips|numeric|alpha|lei|cik|wikidata)(?:[^a-z]|$)/i;
const ENGLISH_NAMES = /(?:^|[^a-z])(?:en|english)(?:[^a-z]|$)/i;
// What is told of persons alone.
const PERSONAL =
	/\b(?:first|last|given|family|sur).?names?\b|\bname\.(?:first|last)\b|birthday|\bborn\b|date of birth|\bgender\b|\b(?:title|position)\b/i;
// Names of files that say nothing of what is inside.
const PLAIN_FILES = /^(?:data|dataset|table|values?|facts|export|download|sheet|output|results?)?[\d_-]{0,20}$/i;
// What everybody measures in one unit.
const USUAL_UNITS: readonly (readonly [RegExp, string])[] = [
	[/%|percent|\bpct\b|\bshare of\b/, "percent"],
	[/^population$|\bnumber of (?:people|inhabitants)\b/, "person"],
	[/\blife expectancy\b|^(?:median |average |mean )?age$/, "years"],
];
const SAMPLE = 2000;

// Rows among which the header is looked for: what stands above it is a title and where the figures are from.
const HEADER_WITHIN = 30;

interface Column {
	readonly name: string;
	readonly kind: "number" | "period" | "text" | "empty";
	readonly distinct: number;
}

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
	const columns = header.map((name, i): Column => {
		const cells = body.map((row) => row[i]?.trim() ?? "");
		return column(name, cells, format);
	});
	const tellsApart = (keys: readonly Column[]) => {
		const at = keys.map((key) => columns.indexOf(key));
		return new Set(body.map((row) => at.map((i) => row[i]?.trim() ?? "").join("\n"))).size / body.length;
	};
	const { plumbline, doubts } = guessMapping(columns, file, tellsApart);
	const isNumber = (name: string) =>
		plumbline.role === "facts" && format === CONTINENTAL && columns.some((one) => one.name === name && one.kind === "number");
	return {
		plumbline,
		...(top > 0 && { dialect: { headerRows: [top + 1] } }),
		...(header.some(isNumber) && {
			schema: { fields: header.map((name) => (isNumber(name) ? { name, type: "number", ...CONTINENTAL } : { name, type: "string" })) },
		}),
		doubts: [
			...(top > 0 ? [`The header seems to stand in row ${top + 1}: what is above it is left out.`] : []),
			...(header.some(isNumber)
				? ["The figures seem to be written with a comma for decimals and points between thousands: check “schema”."]
				: []),
			...doubts,
		],
	};
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
const CONTINENTAL = { decimalChar: ",", groupChar: "." } as const;

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

/** The share of a table's rows that some of its cells tell apart from all others before them. */
type TellsApart = (keys: readonly Column[]) => number;

// A few rows may be there twice.
const MOST_ROWS = 0.9;

function guessMapping(columns: readonly Column[], file: string, tellsApart: TellsApart): Guess {
	const doubts: string[] = [];
	const texts = columns.filter(({ kind }) => kind === "text");
	const period = columns.find(({ name, kind }) => kind === "period" || (PERIOD_NAMES.test(name) && kind !== "text"));
	const measure = texts.find(({ name }) => MEASURE_NAMES.test(name));
	const others = [period, measure].filter((one) => one !== undefined);
	const named = texts.filter(({ name }) => SUBJECT_NAMES.test(name) && !CODE_NAMES.test(name));
	const subjects = [...named, ...texts.filter((one) => one !== measure && !named.includes(one)), ...texts];
	const subject = subjects.find((one) => tellsApart([one, ...others]) >= MOST_ROWS) ?? subjects[0];
	const entities = guessEntities(columns);
	if (entities)
		return {
			plumbline: entities,
			doubts: ["The table seems to hold names and codes rather than figures: check “id”, “name” and “aliases”."],
		};
	const people = guessPeople(columns);
	if (people) return { plumbline: people, doubts: ["The table seems to hold people rather than figures: check “name” and “title”."] };
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

	const keys = [subject, ...others].filter((one) => one !== undefined);
	if (subject && tellsApart(keys) < MOST_ROWS)
		doubts.push(
			`Several rows have the same ${keys.map(({ name }) => `“${name}”`).join(" and ")}: name as “subject” what tells them apart, or keep one row of each.`,
		);
	if (!period) doubts.push("No column seems to say when: the figures will hold for any time, unless “period” is set.");
	const when = period ? { period: period.name } : {};
	const figures = columns.filter((candidate) => candidate.kind === "number" && candidate !== period && !CODE_NAMES.test(candidate.name));
	const value = figures.find(({ name }) => VALUE_NAMES.test(name)) ?? (measure && figures.length === 1 ? figures[0] : undefined);
	if (measure && value) {
		const unit = texts.find(({ name }) => /^unit/i.test(name));
		if (!unit) doubts.push("No column names the unit: set “unit” when all figures have the same.");
		return { plumbline: { ...start, measure: measure.name, value: value.name, ...(unit && { unit: unit.name }), ...when }, doubts };
	}
	const vintage = /\d{4}-\d\d-\d\d/.test(file) ? { known_at: { fromPath: "(\\d{4}-\\d\\d-\\d\\d)" } } : {};
	if (value && figures.length === 1) {
		const plain = file.replace(/[_\s-]{0,3}\d{4}(?:-\d\d){0,2}/g, "");
		const told = PLAIN_FILES.test(plain) ? { measure: "…" } : measureOf(plain, true);
		doubts.push(
			told.measure === "…"
				? `The figures stand in “${value.name}”, which does not say what they measure: set “measure” and “unit”.`
				: `That the figures measure “${told.measure}” is taken from the file's name${told.unit ? "" : ": set “unit”"}.`,
		);
		return {
			plumbline: { ...start, measure: { is: told.measure }, value: value.name, unit: { is: told.unit ?? "…" }, ...when, ...vintage },
			doubts,
		};
	}
	if (figures.length === 0) doubts.push("No column seems to hold figures: set “value”.");
	const values = Object.fromEntries(figures.map(({ name }) => [name, measureOf(name, period !== undefined)]));
	const untold = Object.entries(values).flatMap(([name, { unit }]) => (unit === undefined ? `“${name}”` : []));
	const scales = Object.entries(values).flatMap(([name, { unit }]) =>
		unit !== undefined && parseUnit(unit).unit === "none" ? `“${name}”` : [],
	);
	if (scales.length > 0)
		doubts.push(`The ${scales.length > 1 ? "names" : "name"} of ${scales.join(", ")} tell a scale and no unit, such as “USD billion”.`);
	if (untold.length > 0) doubts.push(`No unit is told by the ${untold.length > 1 ? "names" : "name"} of ${untold.join(", ")}.`);
	if (Object.values(values).some((guess) => guess.period !== undefined))
		doubts.push("Periods are read from the names of columns: check each “period”.");
	return { plumbline: { ...start, ...when, values, ...vintage }, doubts };
}

/** A table of names and codes, which says who is who and measures nothing; undefined when it is no such table. */
function guessEntities(columns: readonly Column[]): Readonly<Record<string, unknown>> | undefined {
	const texts = columns.filter(({ kind, name }) => kind === "text" && !CODE_NAMES.test(name));
	const codes = columns.filter(({ kind, name }) => kind !== "empty" && CODE_NAMES.test(name));
	const figures = columns.filter(({ kind, name }) => kind === "number" && !CODE_NAMES.test(name));
	if (codes.length < 2 || texts.length < 1 || figures.length > texts.length / 2 || columns.some(({ kind }) => kind === "period"))
		return undefined;
	const english = texts.filter(({ name }) => ENGLISH_NAMES.test(name));
	const names = english.length > 0 ? english : texts.filter(({ name }) => SUBJECT_NAMES.test(name));
	const most = (among: readonly Column[]) =>
		among.reduce<Column | undefined>((best, one) => (best && best.distinct >= one.distinct ? best : one), undefined);
	const name = names.find((one) => /(?:^|[^a-z])name(?:[^a-z]|$)/i.test(one.name)) ?? most(names) ?? most(texts);
	const id = most(codes.filter(({ kind }) => kind === "text")) ?? most(codes);
	const others = names.filter((one) => one !== name).map((one) => one.name);
	return { role: "entities", id: id?.name, name: name?.name, ...(others.length > 0 && { aliases: others }) };
}

/** A table of people, whose columns say so, and which measures nothing; undefined when it is no such table. */
function guessPeople(columns: readonly Column[]): Readonly<Record<string, unknown>> | undefined {
	const texts = columns.filter(({ kind }) => kind === "text");
	const isMeasuring = columns.some(({ kind, name }) => kind === "number" && !CODE_NAMES.test(name));
	if (isMeasuring || !columns.some(({ name }) => PERSONAL.test(name))) return undefined;
	const named = (...patterns: readonly RegExp[]) =>
		patterns.map((pattern) => texts.find(({ name }) => pattern.test(name))).find(Boolean)?.name;
	const dated = (pattern: RegExp) => columns.find(({ name, kind }) => kind === "period" && pattern.test(name))?.name;
	const name = named(
		/(?:full|official|display|complete).{0,5}name|name.{0,5}(?:full|official|display|complete)/i,
		/^(?:person.)?name$/i,
		/\bname\b/i,
	);
	if (name === undefined) return undefined;
	const title = named(/\b(?:title|position|office|role|job|function)\b/i);
	const organisation = named(/organi[sz]ation|employer|company|\bparty\b/i);
	const from = dated(/\b(?:from|since|start)\b/i);
	const to = dated(/\b(?:to|until|end)\b/i);
	return { role: "people", name, ...(title && { title }), ...(organisation && { organisation }), ...(from && { from }), ...(to && { to }) };
}

function column(name: string, cells: readonly string[], format: NumberFormat): Column {
	const present = cells.filter((cell) => !isMissing(cell));
	const distinct = new Set(present).size;
	if (present.length === 0) return { name, kind: "empty", distinct };
	const share = (fits: (cell: string) => boolean) => present.filter(fits).length / present.length;
	const periods = share((cell) => parsePeriod(cell) !== undefined && (!/^\d{4}$/.test(cell) || (cell >= "1500" && cell <= "2200")));
	if (periods > 0.95 && (PERIOD_NAMES.test(name) || share((cell) => !/^\d+$/.test(cell)) > 0.95)) return { name, kind: "period", distinct };
	return { name, kind: share((cell) => parseValue(cell, 1, format) !== undefined) > 0.9 ? "number" : "text", distinct };
}

/** A measure's id, unit and period from a column's name: `Domestic RPKs (billions)`, `allocation_usd`, `% of drivers`, `incidents_85_99`. */
function measureOf(written: string, isDated = false): { measure: string; unit?: string; period?: string } {
	const { name, period } = isDated ? { name: written } : periodIn(written);
	const { bare, brackets } = withoutBrackets(name);
	const words = bare.split(/[\s_]+/).filter(Boolean);
	const inside = brackets.map((bracket) => unitIn(bracket.split(/[\s,]+/).map(withoutGas), true)).find((unit) => unit !== undefined);
	const per = words.findIndex((word) => word.toLowerCase() === "per");
	const spaced = words.join(" ").toLowerCase();
	const own = unitIn(per < 0 ? words : words.slice(0, per));
	const unit = inside ?? USUAL_UNITS.find(([told]) => told.test(spaced))?.[1] ?? own;
	// A unit at the end only says how it is measured: `gdp_usd` is gdp.
	const kept = words.length > 1 && own !== undefined && words.at(-1) === own ? words.slice(0, -1) : words;
	const measure = kept
		.filter((word) => !/^%$/.test(word))
		.join(" ")
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]{1,40}/gu, "-")
		.replace(/^-|-$/g, "");
	return {
		measure: measure || written,
		...(unit !== undefined && { unit: unit === "%" ? "percent" : unit }),
		...(period !== undefined && { period }),
	};
}

/** The years at the end of a column's name, and the name without them. Of two digits, thirty and more are of the last century. */
function periodIn(name: string): { name: string; period?: string } {
	const found = /[\s_(-]{1,3}(\d{4}|\d\d(?=[_-]\d\d\)?$))(?:[_–-](\d{4}|\d\d))?\)?$/.exec(name);
	// Within brackets that hold more than years stands where the figures are from.
	if (!found || /\([^()]*$/.test(name.slice(0, found.index))) return { name };
	const whole = (year: string) => (year.length === 4 ? year : `${Number(year) >= 30 ? "19" : "20"}${year}`);
	const [from, to] = [whole(found[1] as string), found[2] && whole(found[2])];
	if (from < "1500" || from > "2200" || (to !== undefined && to <= from)) return { name };
	return { name: name.slice(0, found.index), period: to ? `${from}/${to}` : from };
}

/** A name without what stands in brackets, however deep, and what stood there. */
function withoutBrackets(name: string): { bare: string; brackets: string[] } {
	let bare = "";
	const brackets: string[] = [];
	let depth = 0;
	for (const letter of name) {
		if (letter === "(") {
			if (depth++ === 0) {
				brackets.push("");
				bare += " ";
			}
		} else if (letter === ")" && depth > 0) depth--;
		else if (depth > 0) brackets.push(`${brackets.pop()}${letter}`);
		else bare += letter;
	}
	return { bare, brackets };
}

/** `kgCO2e` are kilograms. */
function withoutGas(word: string): string {
	return word.replace(/CO2(?:e|eq)?$/i, "") || word;
}

/** The first word that names a unit or a scale. Two letters that are no currency sign are a word more often than a unit, but in brackets. */
function unitIn(words: readonly string[], bracketed = false): string | undefined {
	return words.find((word) => {
		const { known, unit, scale } = parseUnit(word);
		return (word.length > 2 || bracketed || /[$€£¥%]/.test(word)) && ((known && unit !== "none" && unit !== "year") || scale !== 1);
	});
}
