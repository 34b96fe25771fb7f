import { parsePeriod } from "../../units/period.ts";
import { isMissing, type NumberFormat, parseValue } from "../../units/value.ts";

/** A column of a table whose meaning is guessed: by its name, and by what its cells look like. */
export interface Column {
	readonly name: string;
	/** `date`: when something came about, which is a fact of the row; `period`: when the row's figures were so. */
	readonly kind: "number" | "period" | "date" | "text" | "empty";
	readonly distinct: number;
	/** The share of its cells that look like the names of people: `Ruth Palliser`. */
	readonly people: number;
}

/** What columns are called that say who somebody is: a code, not a figure. */
export const CODE_NAMES = /(?:^|[^a-z])(?:codes?|ids?|iso\d{0,4}|fips|numeric|alpha|lei|cik|wikidata)(?:[^a-z]|$)/i;
export const PERIOD_NAMES = /^(?:year|date|period|time|month|quarter|day|season|fiscal.?year|fy)\b/i;
/** What comes about once: a date below it is what the table tells, not when its figures were so. */
const EVENT_NAMES =
	/(?:^|[^a-z])(?:founded|established|opened|opening|built|completed|completion|launched|incorporated|formed|created|born|birthday|died|death|elected|appointed|closed|inaugurated|commissioned|joined|acquired|signed|retired|founding|foundation|construction|rebuilt|bought|sold|released|release|premiered?|published|publication|aired|debut|issued|delivered|decommissioned|scrapped|sunk|married|crowned)(?:[^a-z]|$)/i;

/** Reads a column's cells. `format` is how the table's figures are written. */
export function readColumn(name: string, cells: readonly string[], format: NumberFormat): Column {
	const present = cells.filter((cell) => !isMissing(cell));
	const distinct = new Set(present).size;
	const share = (fits: (cell: string) => boolean) => (present.length === 0 ? 0 : present.filter(fits).length / present.length);
	const of = (kind: Column["kind"], people = 0): Column => ({ name, kind, distinct, people });
	if (present.length === 0) return of("empty");
	const isYear = (cell: string) => /^\d{4}$/.test(cell);
	const isEvent = EVENT_NAMES.test(name) && !PERIOD_NAMES.test(name);
	const [first, last] = isEvent ? ["0900", "2200"] : ["1500", "2200"];
	const periods = share((cell) => parsePeriod(cell) !== undefined && (!isYear(cell) || (cell >= first && cell <= last)));
	if (periods > 0.95 && isEvent) return of("date");
	if (periods > 0.95 && (PERIOD_NAMES.test(name) || share((cell) => !/^\d+$/.test(cell)) > 0.95)) return of("period");
	if (share((cell) => parseValue(cell, 1, format) !== undefined) > 0.9) return of("number");
	return of(
		"text",
		share((cell) => PERSON.test(cell)),
	);
}

/** Two to four words with capitals, particles between them: `Ruth Palliser`, `Ana de la Cruz`, `J. K. Moor`. */
const PERSON =
	/^(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Prof)\.? )?\p{Lu}[\p{L}'’.-]{0,30}(?: (?:d[aeiu]|del|della|la|le|van|von|der|den|ter|al|bin))*(?: \p{Lu}[\p{L}'’.-]{0,30}){1,3}$/u;
