import { type Phrase, phrase } from "../../../language/phrase.ts";
import { parsePeriod } from "../../units/period.ts";
import { parseUnit } from "../../units/unit.ts";
import { CODE_NAMES, type Column, PERIOD_NAMES } from "./column.ts";
import { type Heading, readHeading } from "./heading.ts";
import { UNFILLED } from "./unfilled.ts";
import { guessOffices, isOffice } from "./who.ts";

/** A guess at what a table's columns hold: `plumbline` of its resource, `others` of further resources with the same file, and what could not be told. */
export interface Mapping {
	readonly plumbline: Readonly<Record<string, unknown>>;
	readonly others?: readonly Readonly<Record<string, unknown>>[];
	readonly doubts: readonly Phrase[];
}

/** The share of a table's rows that some of its cells tell apart from all others before them. */
export type TellsApart = (keys: readonly Column[]) => number;

const MEASURE_NAMES = /^(?:measure|indicator|variable|series|metric|item|statistic)(?:.?name)?$/i;
const VALUE_NAMES = /^(?:value|amount|obs_?value|number|figure)$/i;
// Names of files that say nothing of what is inside.
const PLAIN_FILES = /^(?:data|dataset|table|values?|facts|export|download|sheet|output|results?)?[\d_-]{0,20}$/i;
// A few rows may be there twice.
const MOST_ROWS = 0.9;

/** Guesses how a table of figures is laid out: long, wide by measure or wide by period. `file` is its name without ending. */
export function guessFacts(columns: readonly Column[], file: string, tellsApart: TellsApart): Mapping {
	const doubts: Phrase[] = [];
	const texts = columns.filter(({ kind }) => kind === "text");
	const period = columns.find(({ name, kind }) => kind === "period" || (PERIOD_NAMES.test(name) && kind !== "text"));
	const measure = texts.find(({ name }) => MEASURE_NAMES.test(name));
	const others = [period, measure].filter((one) => one !== undefined);
	// Whoever makes a table begins its rows with whom they are about; codes, remarks and offices stand beside.
	const subjects = [...texts.filter((one) => one !== measure && isSubject(one)), ...texts.filter((one) => one !== measure), ...texts];
	const subject = subjects.find((one) => tellsApart([one, ...others]) >= MOST_ROWS) ?? subjects[0];
	if (!subject) doubts.push(phrase("No column seems to name whom the figures are about: set “subject”."));
	const start = { role: "facts", subject: subject?.name ?? { is: UNFILLED } };
	const fileHeading = measureOfFile(file);

	const periodHeaders = columns.filter(({ name, kind }) => kind !== "text" && parsePeriod(name) !== undefined);
	if (periodHeaders.length >= 2) {
		const unit = fileHeading?.unit;
		doubts.push(
			fileHeading ? fromFile(fileHeading) : phrase("The column names are periods; say what the figures measure, and in which unit."),
		);
		const years = periodHeaders.every(({ name }) => /^\d{4}$/.test(name));
		const pattern = years ? "^(\\d{4})$" : "^(.*\\d{4}.*)$";
		return {
			plumbline: { ...start, valuesMatching: { pattern, measure: fileHeading?.measure ?? UNFILLED, unit: unit ?? UNFILLED, period: "$1" } },
			doubts,
		};
	}

	const keys = [subject, ...others].filter((one) => one !== undefined);
	if (subject && tellsApart(keys) < MOST_ROWS)
		doubts.push(
			phrase(
				"Several rows have the same {0}: name as “subject” what tells them apart, or keep one row of each.",
				quoted(keys.map(({ name }) => name)),
			),
		);
	const figures = columns.filter((one) => one.kind === "number" && one !== period && !CODE_NAMES.test(one.name));
	const headings = figures.map(({ name }) => ({ name, heading: readHeading(name, period !== undefined) }));
	const isDated = headings.some(({ heading }) => heading.period !== undefined);
	const yearOfFile = period || isDated ? undefined : /(?:^|[^\d])((?:19|20)\d\d)(?![\d-])/.exec(file)?.[1];
	if (yearOfFile !== undefined)
		doubts.push(phrase("That the figures are those of {0} is taken from the file’s name: check “period”.", yearOfFile));
	else if (!period && !(isDated && headings.every(({ heading }) => heading.period !== undefined)))
		doubts.push(phrase("No column seems to say when: the figures will hold for any time, unless “period” is set."));
	const when = period ? { period: period.name } : yearOfFile === undefined ? {} : { period: { is: yearOfFile } };
	const value = figures.find(({ name }) => VALUE_NAMES.test(name)) ?? (measure && figures.length === 1 ? figures[0] : undefined);
	if (measure && value) {
		const unit = texts.find(({ name }) => /^unit/i.test(name));
		if (!unit) doubts.push(phrase("No column names the unit: set “unit” when all figures have the same."));
		return { plumbline: { ...start, measure: measure.name, value: value.name, ...(unit && { unit: unit.name }), ...when }, doubts };
	}
	const vintage = /\d{4}-\d\d-\d\d/.test(file) ? { known_at: { fromPath: "(\\d{4}-\\d\\d-\\d\\d)" } } : {};
	if (value && figures.length === 1) {
		const told = fileHeading ?? { measure: UNFILLED };
		doubts.push(
			fileHeading
				? fromFile(fileHeading)
				: phrase("The figures stand in “{0}”, which does not say what they measure: set “measure” and “unit”.", value.name),
		);
		return {
			plumbline: { ...start, measure: { is: told.measure }, value: value.name, unit: { is: told.unit ?? UNFILLED }, ...when, ...vintage },
			doubts,
		};
	}
	const events = columns
		.filter(({ kind, name }) => kind === "date" && !CODE_NAMES.test(name))
		.map(({ name }) => ({ name, heading: { measure: readHeading(name, true).measure, unit: "date" } }));
	if (figures.length + events.length === 0) doubts.push(phrase("No column seems to hold figures: set “value”."));
	const inOrder = [...headings, ...events].sort((a, b) => indexOf(columns, a.name) - indexOf(columns, b.name));
	const values = Object.fromEntries(inOrder.map(({ name, heading }) => [name, heading]));
	doubts.push(...doubtsOf(headings));
	const offices = subject && !period ? guessOffices(columns, subject) : [];
	for (const name of offices.map((office) => String(office.name)))
		doubts.push(phrase("“{0}” seems to name people by their office: check “title”.", name));
	return { plumbline: { ...start, ...when, values, ...vintage }, ...(offices.length > 0 && { others: offices }), doubts };
}

const isSubject = ({ name }: Column): boolean => !CODE_NAMES.test(name) && !isOffice(name) && !BESIDE.test(name);

/** What says something of those whom a row is about. */
const BESIDE =
	/^(?:notes?|remarks?|comments?|descriptions?|details?|sources?|links?|urls?|website|status|types?|category|kind|units?|gender|sex|colou?r)$/i;

const indexOf = (columns: readonly Column[], name: string): number => columns.findIndex((column) => column.name === name);

/** What a file's name says that its figures measure: nothing where it is called `data` or `export`. */
function measureOfFile(file: string): { measure: string; unit?: string } | undefined {
	const plain = file.replace(/[_\s-]{0,3}\d{4}(?:-\d\d){0,2}/g, "");
	return PLAIN_FILES.test(plain) ? undefined : readHeading(plain, true);
}

/** What the names of columns leave open of their figures. */
function doubtsOf(headings: readonly { readonly name: string; readonly heading: Heading }[]): Phrase[] {
	const doubts: Phrase[] = [];
	const untold = headings.flatMap(({ name, heading: { unit } }) => (unit === undefined ? [name] : []));
	const scales = headings.flatMap(({ name, heading: { unit } }) => (unit !== undefined && parseUnit(unit).unit === "none" ? [name] : []));
	if (scales.length > 0) doubts.push(phrase("A scale and no unit, such as “USD billion”, is told for {0}.", quoted(scales)));
	if (untold.length > 0) doubts.push(phrase("No unit is told for {0}.", quoted(untold)));
	if (headings.some(({ heading }) => heading.period !== undefined))
		doubts.push(phrase("Periods are read from the names of columns: check each “period”."));
	return doubts;
}

/** What is said of a measure that only the file's name tells. */
function fromFile({ measure, unit }: Pick<Heading, "measure" | "unit">): Phrase {
	return unit === undefined
		? phrase("That the figures measure “{0}” is taken from the file’s name: set “unit”.", measure)
		: phrase("That the figures measure “{0}” is taken from the file’s name.", measure);
}

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(", ");
