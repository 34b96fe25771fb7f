import type { TimeUnit } from "../data/units.ts";
import type { Expression, Grain, Match, WhichYear } from "../expression.ts";
import { isCalendarName, type Reading, roleAt, textAt, wordAt } from "../reading.ts";
import { durationValue } from "./duration-values.ts";
import { readPeriod } from "./periods.ts";
import { yearBehind } from "./years.ts";

/** The calendar grain that a unit counts; hours and below have none. */
export function grainOf(unit: TimeUnit): Grain | undefined {
	return GRAINS[unit.name];
}

const GRAINS: Readonly<Record<string, Grain>> = {
	day: "day",
	night: "day",
	week: "week",
	fortnight: "week",
	weekend: "weekend",
	month: "month",
	quarter: "quarter",
	year: "year",
	decade: "decade",
	century: "century",
};

/** `on "This Week"`: capitals on both words are a programme's, but for headings and the opening of a sentence, which has one. */
function isTitle(reading: Reading, i: number, at: number): boolean {
	return reading.lexemes.at(i)?.capital === true && reading.lexemes.at(at)?.capital === true && reading.block.context.kind === "paragraph";
}

const FROM_MENTION: ReadonlySet<string> = new Set(["previous", "preceding", "prior", "following", "subsequent", "that"]);

/**
 * What `last`, `this`, `next` and their like point at: `last week`, `this year's third quarter`, `next Friday`, `last May`, `last night`,
 * `this past spring`, `the previous year`, `the current fiscal year`. `the` says that an article stands before.
 */
export function readDeictic(reading: Reading, i: number, the: boolean): Match | undefined {
	const deictic = wordAt(reading, i, "deictic");
	if (!deictic) return undefined;
	const lexeme = textAt(reading, i);
	let { by } = deictic;
	let at = i + 1;
	// `This past spring`, `this coming Sunday`, `this same day`.
	const second = wordAt(reading, at, "deictic");
	if (lexeme === "this" && second && textAt(reading, at) !== "this" && textAt(reading, at) !== "that") {
		by = second.by;
		at++;
	} else if (roleAt(reading, at) === "same") at++;
	if (roleAt(reading, at) === "fiscal" || textAt(reading, at) === "calendar" || textAt(reading, at) === "full") at++;
	const from = FROM_MENTION.has(lexeme) ? ("mention" as const) : ("dateline" as const);
	const word = reading.lexemes.at(at)?.word;
	if (word === undefined) {
		return lexeme === "current" && isAttributive(reading, i) ? fixed(i, i + 1, "PRESENT_REF") : undefined;
	}
	const capital = isCalendarName(reading.lexemes.at(at));
	switch (word.role) {
		case "unit": {
			if (word.plural || isTitle(reading, i, at)) return undefined;
			return readDeicticUnit(reading, i, at, word.unit, by, from, the);
		}
		case "month": {
			if (!capital || lexeme === "that" || lexeme === "current" || word.short) return undefined;
			if (reading.lexemes.at(at + 1)?.number !== undefined && textAt(reading, at + 1).length <= 2) return undefined;
			return { first: i, last: at + 1, expression: { form: "month", month: word.month, by } };
		}
		case "weekday": {
			if (!capital || word.plural || word.short || lexeme === "current") return undefined;
			const expression: Expression = { form: "weekday", weekday: word.weekday, by, ...(from === "mention" ? { from } : {}) };
			return { first: i, last: at + 1, expression };
		}
		case "season":
			if (word.plural || lexeme === "that" || (textAt(reading, at) === "fall" && reading.lexemes.at(at)?.possessive)) return undefined;
			return { first: i, last: at + 1, expression: { form: "part", grain: "season", part: word.code, by } };
		case "dayPart": {
			if (word.plural || lexeme === "past" || lexeme === "current") return undefined;
			const day: Expression =
				from === "mention" || (lexeme === "next" && the)
					? { form: "shift", grain: "day", by, from: "mention" }
					: { form: "shift", grain: "day", by, from };
			return { first: i, last: at + 1, expression: { form: "ofDay", suffix: word.code, date: day } };
		}
		default:
			return lexeme === "current" && isAttributive(reading, i) ? fixed(i, i + 1, "PRESENT_REF") : undefined;
	}
}

function readDeicticUnit(
	reading: Reading,
	i: number,
	at: number,
	unit: TimeUnit,
	by: -1 | 0 | 1,
	from: "dateline" | "mention",
	the: boolean,
): Match | undefined {
	const lexeme = textAt(reading, i);
	const grain = grainOf(unit);
	if (grain === undefined) return undefined;
	if (unit.name === "night" && by <= 0) {
		return { first: i, last: at + 1, expression: { form: "ofDay", suffix: "TNI", date: { form: "shift", grain: "day", by, from } } };
	}
	if (grain === "day" && lexeme === "this")
		return { first: i, last: at + 1, expression: { form: "shift", grain, by: 0, from: "dateline" } };
	if (grain === "day" && (lexeme === "last" || lexeme === "current" || lexeme === "past")) return undefined;
	// `The past decade`, `over the next century` are a stretch up to or from now, not one that the calendar counts.
	if ((lexeme === "past" || lexeme === "coming" || (lexeme === "next" && the)) && (grain === "decade" || grain === "century")) {
		return { first: i, last: at + 1, expression: { form: "fixed", type: "duration", value: durationValue(1, unit) } };
	}
	// `This year's third quarter`, `last year's quarter`.
	const behind = at + 1;
	if (grain === "year" && reading.lexemes.at(at)?.possessive) {
		const year: WhichYear = { years: by, from };
		const period = readPeriod(reading, behind, year);
		if (period) return { ...period, first: i };
		const noun = textAt(reading, behind);
		if (noun === "quarter" || noun === "period")
			return { first: i, last: behind + 1, expression: { form: "counterpart", grain: noun === "quarter" ? "quarter" : undefined, year } };
	}
	if (lexeme === "that") return { first: i, last: behind, expression: { form: "same", grain, mentioned: true } };
	// `The next day`, `the next year` follow the time last spoken of; `next year` the dateline.
	const anchor = lexeme === "next" && the ? "mention" : from;
	return { first: i, last: behind, expression: { form: "shift", grain, by, from: anchor } };
}

/** Whether an adjective stands before a noun. */
function isAttributive(reading: Reading, i: number): boolean {
	const next = reading.lexemes.at(i + 1);
	return next !== undefined && !next.mark;
}

/** An expression that says itself what it means. */
export function fixed(first: number, last: number, value: string): Match {
	return { first, last, expression: { form: "fixed", type: "date", value } };
}

/**
 * Periods told by another's: `the year-ago quarter`, `the year-earlier period`, `the comparable period last year`, `the same quarter a year earlier`,
 * `the quarter a year ago`.
 */
export function readCounterpart(reading: Reading, i: number): Match | undefined {
	const lexemes = reading.lexemes;
	let at = i;
	if (roleAt(reading, at) === "same") at++;
	let year: WhichYear | undefined;
	if (
		textAt(reading, at) === "year" &&
		lexemes.at(at + 1)?.joined &&
		(textAt(reading, at + 1) === "ago" || textAt(reading, at + 1) === "earlier")
	) {
		year = { years: -1, from: "mention" };
		at += 2;
	} else if (
		(textAt(reading, at) === "prior" || textAt(reading, at) === "previous") &&
		textAt(reading, at + 1) === "year" &&
		lexemes.at(at + 1)?.joined
	) {
		year = { years: -1, from: "mention" };
		at += 2;
	}
	if (year) {
		const period = readPeriod(reading, at, year);
		if (period) return { ...period, first: i };
	}
	const noun = textAt(reading, at);
	const unit = wordAt(reading, at, "unit");
	const grain = unit && !unit.plural ? grainOf(unit.unit) : undefined;
	const named = grain === "quarter" || grain === "month" || grain === "week";
	if (noun === "period" || noun === "term" || named) {
		const behind = year ? undefined : yearBehind(reading, at + 1);
		const which = year ?? behind?.year;
		if (!which) return undefined;
		// `€1,240 a month in 2025` is so much each month.
		if (i === at && EACH.has(textAt(reading, i - 1))) return undefined;
		// `The second week of 2021` is not any week's counterpart.
		if (grain === "week" && "year" in which) return undefined;
		if (!year && i === at && noun === "period") return undefined;
		return { first: i, last: behind?.last ?? at + 1, expression: { form: "counterpart", grain: named ? grain : undefined, year: which } };
	}
	// `A year-earlier loss`, `year-ago earnings`.
	return year && at === i + 2 ? { first: i, last: at, expression: { form: "counterpart", grain: undefined, year } } : undefined;
}

const EACH: ReadonlySet<string> = new Set("a an per each every one".split(" "));

/** `the most recent quarter`, `its latest fiscal year`, `the latest period`. */
export function readLatest(reading: Reading, i: number): Match | undefined {
	let at = i;
	if (textAt(reading, at) === "most") at++;
	if (roleAt(reading, at) !== "latest") return undefined;
	if (textAt(reading, at) === "recent" && at === i) return undefined;
	at++;
	if (
		roleAt(reading, at) === "fiscal" ||
		textAt(reading, at) === "full" ||
		textAt(reading, at) === "reported" ||
		textAt(reading, at) === "reporting"
	)
		at++;
	if (textAt(reading, at) === "period")
		return { first: i, last: at + 1, expression: { form: "counterpart", grain: undefined, year: { years: 0, from: "mention" } } };
	const unit = wordAt(reading, at, "unit");
	const grain = unit && !unit.plural ? grainOf(unit.unit) : undefined;
	if (grain !== "week" && grain !== "month" && grain !== "quarter" && grain !== "year") return undefined;
	return { first: i, last: at + 1, expression: { form: "latest", grain } };
}

/** `the quarter`, `the year`, `the fiscal year`, `the weekend`, `the following day`; `the` stands before `i`. */
export function readDefinite(reading: Reading, i: number): Match | undefined {
	let at = i;
	if (
		roleAt(reading, at) === "fiscal" ||
		textAt(reading, at) === "full" ||
		textAt(reading, at) === "same" ||
		textAt(reading, at) === "whole"
	)
		at++;
	const unit = wordAt(reading, at, "unit");
	if (!unit || unit.plural || reading.lexemes.at(at + 1)?.joined) return undefined;
	const grain = grainOf(unit.unit);
	if (grain === undefined || unit.unit.name === "night") return undefined;
	const next = textAt(reading, at + 1);
	// `The year before`, `the day after` count from the time last spoken of.
	if (next === "before" || next === "after" || next === "earlier") {
		const after = reading.lexemes.at(at + 2);
		if (after === undefined || after.mark || roleAt(reading, at + 2) === "shift")
			return { first: i, last: at + 2, expression: { form: "shift", grain, by: next === "after" ? 1 : -1, from: "mention" } };
		const beside = next !== "earlier" && grain === "day" ? wordAt(reading, at + 2, "today") : undefined;
		if (!beside || beside.part) return undefined;
		// `The day before yesterday` is two days back.
		return { first: i, last: at + 3, expression: { form: "shift", grain, by: beside.by + (next === "after" ? 1 : -1), from: "dateline" } };
	}
	// `The century`, `the decade` alone, or `the day` of an event, point at nothing that can be told.
	if (grain === "century" || grain === "decade") return undefined;
	if (next === "of" && grain !== "week") return undefined;
	if (next === "when" || next === "that" || next === "he" || next === "she" || next === "they" || next === "it") return undefined;
	if (grain === "day" && !isTimeAdverbial(reading, i)) return undefined;
	return { first: i, last: at + 1, expression: { form: "same", grain } };
}

const DAY_PREPOSITIONS: ReadonlySet<string> = new Set("in on for during of throughout same".split(" "));

/** `Later in the day`, `on the day`: nothing else makes `the day` a date. */
function isTimeAdverbial(reading: Reading, i: number): boolean {
	return DAY_PREPOSITIONS.has(textAt(reading, i - 2)) || textAt(reading, i) === "same";
}
