import type { Expression, Grain, Match, WhichYear } from "../expression.ts";
import { fullYear } from "../lexemes.ts";
import { type Reading, roleAt, textAt, touches, wordAt } from "../reading.ts";
import { yearAt, yearBehind } from "./years.ts";

/**
 * A quarter, half or season, with or without its year: `the third quarter of 1984`, `fiscal second-quarter`, `1988 third quarter`,
 * `last year's third quarter`, `Q3 2024`, `H1 2025`, `the second half`, `first two quarters of 1990`.
 */
export function readPeriod(reading: Reading, i: number, year?: WhichYear): Match | undefined {
	const label = wordAt(reading, i, "label");
	if (label) return readLabel(reading, i, year);
	let at = i;
	if (roleAt(reading, at) === "fiscal") at++;
	const number = partNumber(reading, at);
	if (number === 0) return undefined;
	at++;
	if (roleAt(reading, at) === "fiscal" || textAt(reading, at) === "calendar") at++;
	// `The first two quarters` are the first half, `the last two` the second.
	if ((textAt(reading, at) === "two" || textAt(reading, at) === "2") && textAt(reading, at + 1) === "quarters") {
		const half = number === 1 ? 1 : number < 0 ? 2 : 0;
		return half ? withYear(reading, i, at + 2, "half", half, year) : undefined;
	}
	const noun = textAt(reading, at);
	if (reading.lexemes.at(at + 1)?.joined) return undefined;
	if (noun === "quarter")
		return withYear(reading, i, at + 1, "quarter", number < 0 ? 4 : number, number <= 4 ? year : undefined, number > 4);
	if (noun === "half") {
		// `The first half hour`, `second half-time`: half is no period of a year there.
		const after = reading.lexemes.at(at + 1);
		if (after?.word?.role === "unit" || after?.joined || roleAt(reading, at + 1) === "article" || number > 2) return undefined;
		const match = withYear(reading, i, at + 1, "half", number < 0 ? 2 : number, year);
		// A half of what is no period, `the second half of the game`, is none of the year; neither is one of a match.
		const named = match && match.last > at + 1;
		return named || year || !isOfSomethingElse(reading, at + 1) ? match : undefined;
	}
	return undefined;
}

/** `the January-March period`, `the April to June quarter`, `the September quarter`: named by its months. */
export function readMonths(reading: Reading, i: number): Match | undefined {
	return readEnded(reading, i) ?? readSpan(reading, i);
}

/** `the September quarter`, `the June 2025 quarter`, `the December half`: named by the month that it ends with, as Australian and Indian firms do. */
function readEnded(reading: Reading, i: number): Match | undefined {
	const month = wordAt(reading, i, "month")?.month ?? 0;
	if (month === 0 || month % 3 !== 0) return undefined;
	const year = textAt(reading, i + 1).length === 4 ? yearAt(reading, i + 1) : undefined;
	const at = year?.last ?? i + 1;
	const noun = textAt(reading, at);
	if (reading.lexemes.at(at + 1)?.joined) return undefined;
	const own = year && { year: year.year };
	if (noun === "quarter") return withYear(reading, i, at + 1, "quarter", month / 3, own);
	return noun === "half" && month % 6 === 0 ? withYear(reading, i, at + 1, "half", month / 6, own) : undefined;
}

function readSpan(reading: Reading, i: number): Match | undefined {
	const isTight = reading.lexemes.at(i + 1)?.joined === true;
	const at = isTight ? i + 1 : i + 2;
	const [from, to] = [wordAt(reading, i, "month"), wordAt(reading, at, "month")];
	if (!from || !to || !(isTight || MONTHS_JOINED.has(textAt(reading, i + 1))) || !NAMED_BY_MONTHS.has(textAt(reading, at + 1)))
		return undefined;
	const months = to.month - from.month + 1;
	if (months === 3 && to.month % 3 === 0) return withYear(reading, i, at + 2, "quarter", to.month / 3, undefined);
	return months === 6 && to.month % 6 === 0 ? withYear(reading, i, at + 2, "half", to.month / 6, undefined) : undefined;
}

const MONTHS_JOINED: ReadonlySet<string> = new Set(["to", "through", "–", "-"]);
const NAMED_BY_MONTHS: ReadonlySet<string> = new Set(["quarter", "period", "half"]);

function isOfSomethingElse(reading: Reading, i: number): boolean {
	if (textAt(reading, i) !== "of") return false;
	const at = roleAt(reading, i + 1) === "the" ? i + 2 : i + 1;
	return textAt(reading, at) !== "year" && roleAt(reading, at) !== "fiscal" && roleAt(reading, at) !== "deictic";
}

/** 1 to 4 for an ordinal, -1 for `last` and `final`; 0 for anything else. */
function partNumber(reading: Reading, i: number): number {
	const ordinal = wordAt(reading, i, "ordinal")?.value;
	if (ordinal !== undefined) return ordinal <= 4 ? ordinal : 0;
	return (textAt(reading, i) === "final" || textAt(reading, i) === "last") && roleAt(reading, i + 1) !== "unit" ? -1 : 0;
}

function withYear(
	reading: Reading,
	first: number,
	last: number,
	grain: Grain,
	part: number,
	year: WhichYear | undefined,
	none = false,
): Match | undefined {
	if (none) return undefined;
	const behind = year ? undefined : yearBehind(reading, last);
	const ended = year || behind ? undefined : endedYear(reading, last);
	const expression = { form: "part", grain, part, ...yearOf(year ?? behind?.year ?? ended) } as Expression;
	return { first, last: behind?.last ?? last, expression };
}

function yearOf(year: WhichYear | undefined): { year?: WhichYear } {
	return year ? { year } : {};
}

/** The year of the day on which a period ended: `the fourth quarter ended Dec. 31, 2024`. */
function endedYear(reading: Reading, i: number): WhichYear | undefined {
	const verb = textAt(reading, i);
	if (verb !== "ended" && verb !== "ending" && verb !== "to") return undefined;
	for (let at = i + 1; at < i + 7; at++) {
		const found = reading.lexemes.at(at)?.number !== undefined ? yearAt(reading, at) : undefined;
		if (found) return { year: found.year };
	}
	return undefined;
}

/** `Q3`, `Q3 2024`, `3Q25`, `H1 2025`, `FY25`, `Q2 FY2025`. */
function readLabel(reading: Reading, i: number, before?: WhichYear): Match | undefined {
	const lexeme = reading.lexemes.at(i);
	const label = wordAt(reading, i, "label");
	if (!label || !lexeme) return undefined;
	if (label.label === "FY") {
		const end = behindFiscal(reading, i + 1);
		return { first: i, last: end, expression: { form: "fixed", type: "date", value: String(label.number).padStart(4, "0") } };
	}
	const next = wordAt(reading, i + 1, "label");
	let year = before;
	let last = i + 1;
	const short = reading.lexemes.at(i + 1);
	if (!year && next?.label === "FY") {
		year = { year: next.number };
		last = i + 2;
	} else if (!year && short?.number !== undefined && short.text.length === 2 && touches(reading, i + 1)) {
		year = { year: fullYear(short.number, 2) };
		last = i + 2;
	} else if (!year && textAt(reading, i + 1) === "'" && short) {
		const found = yearAt(reading, i + 1);
		if (found) {
			year = { year: found.year };
			last = found.last;
		}
	} else if (!year) {
		const behind = yearBehind(reading, i + 1, true);
		if (behind && (textAt(reading, i + 1) !== "," || "year" in behind.year)) {
			year = behind.year;
			last = behind.last;
		}
	}
	return {
		first: i,
		last,
		expression: { form: "part", grain: label.label === "Q" ? "quarter" : "half", part: label.number, ...yearOf(year) },
	};
}

/** The end of the second year of `FY2024/25`. */
function behindFiscal(reading: Reading, i: number): number {
	const mark = textAt(reading, i);
	const second = reading.lexemes.at(i + 1);
	if (
		(mark === "/" || mark === "-" || mark === "–") &&
		touches(reading, i) &&
		touches(reading, i + 1) &&
		second?.number !== undefined &&
		second.text.length === 2
	)
		return i + 2;
	return i;
}

/** `fiscal 2024`, `fiscal year 2025`, `fiscal '89`, `FY 2025`, `FY 25`. */
export function readFiscal(reading: Reading, i: number): Match | undefined {
	const period = readPeriod(reading, i);
	if (period) return period;
	let at = i + 1;
	if (textAt(reading, at) === "year") at++;
	if (textAt(reading, at) === "ended" || textAt(reading, at) === "ending") return undefined;
	const found = yearAt(reading, at);
	if (found)
		return { first: i, last: behindFiscal(reading, found.last), expression: { form: "fixed", type: "date", value: String(found.year) } };
	const short = reading.lexemes.at(at);
	if (textAt(reading, i) === "fy" && short?.number !== undefined && short.text.length === 2)
		return { first: i, last: at + 1, expression: { form: "fixed", type: "date", value: String(fullYear(short.number, 2)) } };
	return undefined;
}

/** `1988 third quarter`, `2026 first half`, `the 2024-25 season`, `the 1988 quarter`, `2024 Q3`, `2025H1`, `1988's fourth quarter`. */
export function readYearFirst(reading: Reading, i: number): Match | undefined {
	const found = yearAt(reading, i);
	if (!found || reading.lexemes.at(i)?.mark) return undefined;
	let at = found.last;
	if (textAt(reading, at) === "'" || textAt(reading, at) === "’") at++;
	if (textAt(reading, at) === "-" && touches(reading, at)) at++;
	const year: WhichYear = { year: found.year };
	const noun = textAt(reading, at);
	if (noun === "quarter" || noun === "period" || noun === "half") {
		if (noun === "period" && textAt(reading, i - 1) !== "the") return undefined;
		if (noun === "half") return undefined;
		return { first: i, last: at + 1, expression: { form: "counterpart", grain: noun === "quarter" ? "quarter" : undefined, year } };
	}
	const period = readPeriod(reading, at, year);
	return period ? { ...period, first: i } : undefined;
}

/** `last summer`, `the winter of 1994`, `summer 2024`, `this spring`; `fall` and `spring` alone are verbs. */
export function readSeason(reading: Reading, i: number): Match | undefined {
	const season = wordAt(reading, i, "season");
	if (!season || season.plural) return undefined;
	const before = textAt(reading, i - 1);
	const year = yearBehind(reading, i + 1);
	const introduced =
		before === "the" || before === "in" || before === "by" || before === "since" || before === "until" || before === "during";
	if (!introduced && !(year && textAt(reading, i + 1) !== "in" && textAt(reading, i + 1) !== "from") && roleAt(reading, i - 1) !== "part")
		return undefined;
	if (textAt(reading, i) === "fall" || textAt(reading, i) === "spring") {
		// `The fall in prices`, `the spring of a watch`.
		if ((textAt(reading, i + 1) === "in" || textAt(reading, i + 1) === "of" || textAt(reading, i + 1) === "from") && !year)
			return undefined;
	}
	const of = year && textAt(reading, i + 1) !== "in" && textAt(reading, i + 1) !== "from" ? year : undefined;
	return { first: i, last: of?.last ?? i + 1, expression: { form: "part", grain: "season", part: season.code, ...yearOf(of?.year) } };
}
