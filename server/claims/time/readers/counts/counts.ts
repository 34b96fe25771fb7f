import type { Figure } from "../../../quantities/figures.ts";
import { type TimeUnit, UNITS } from "../../data/units.ts";
import { type Reading, roleAt, textAt, wordAt } from "../../reading.ts";

/** A count of units at some lexeme: what a duration, an age or `two years ago` is made of. `count` is undefined when nobody says how many. */
export interface Count {
	readonly last: number;
	readonly unit: TimeUnit;
	readonly count: number | undefined;
	readonly high?: number;
	readonly figure?: Figure;
	/** `a week`: may be a rate. */
	readonly article?: true;
	/** TIMEX3's value of what was told in more than one unit: `PT2H20M`. */
	readonly value?: string;
	/** Decimals of its smallest unit. */
	readonly decimals?: number;
}

/** A count of time units that begins at this lexeme: a figure with its unit, `a week`, `a few days`, `several years`, or bare `weeks`. */
export function countAt(reading: Reading, i: number): Count | undefined {
	const lexeme = reading.lexemes.at(i);
	if (lexeme === undefined) return undefined;
	const figure = reading.figures.get(lexeme.start);
	if (figure) {
		const end = figure.unit?.kind === "time" ? figure.unit.end : figure.unit ? 0 : figure.end;
		let last = end && indexBehind(reading, i, end);
		if (last === 0) return undefined;
		let unit = figure.unit && UNITS[figure.unit.name];
		if (!figure.unit && BETWEEN_COUNT_AND_UNIT.has(textAt(reading, last))) {
			const word = wordAt(reading, last + 1, "unit");
			// `To 300,000 last year` counts no years.
			unit = word && (word.plural || figure.value === 1) ? word.unit : undefined;
			last += 2;
		}
		// `The 1988 quarter` counts nothing.
		// `Two years and a half`
		const half = textAt(reading, last) === "and" && textAt(reading, last + 1) === "a" && textAt(reading, last + 2) === "half";
		if (unit && half && figure.high === undefined)
			return { last: last + 3, unit, count: figure.value + 0.5, figure: { ...figure, decimals: 1 } };
		if (!unit || (lexeme.number !== undefined && lexeme.text.length === 4 && !wordAt(reading, last - 1, "unit")?.plural)) return undefined;
		return { last, unit, count: figure.value, figure, ...(figure.high === undefined ? {} : { high: figure.high }) };
	}
	const role = lexeme.word?.role;
	if (role === "unit") {
		const unit = wordAt(reading, i, "unit");
		// `A day-long meeting`, `decades-long`.
		const long = textAt(reading, i + 1) === "long" && reading.lexemes.at(i + 1)?.joined === true;
		if (!unit || lexeme.joined || (!unit.plural && !long)) return undefined;
		// `The years 2019 and 2020`.
		if (reading.lexemes.at(i + 1)?.number !== undefined) return undefined;
		return { last: long ? i + 2 : i + 1, unit: unit.unit, count: unit.plural ? undefined : 1 };
	}
	if (role === "vague") return vagueCount(reading, i);
	if (role === "cardinal") {
		// `Three quarters of voters` are a share, which the figures leave to others; `the first three quarters of 2025` are not.
		const unit = wordAt(reading, i + 1, "unit");
		const count = wordAt(reading, i, "cardinal")?.value ?? 0;
		const share = unit?.unit.name === "quarter" && textAt(reading, i + 2) === "of" && !BEFORE_A_COUNT.has(textAt(reading, i - 1));
		return unit?.plural && count > 0 && !share ? { last: i + 2, unit: unit.unit, count } : undefined;
	}
	if (role === "article" || lexeme.text === "another" || lexeme.text === "additional") {
		const vague = roleAt(reading, i + 1) === "vague" ? vagueCount(reading, i + 1) : undefined;
		if (vague) return vague;
		let at = i + 1;
		const word = textAt(reading, at);
		if (word === "full" || word === "whole" || word === "single" || word === "additional" || word === "mere" || word === "further") at++;
		const unit = wordAt(reading, at, "unit");
		const next = reading.lexemes.at(at + 1);
		if (!unit || unit.plural || reading.lexemes.at(at)?.joined || next?.joined) return undefined;
		if (unit.unit.name === "quarter" || unit.unit.name === "night" || unit.unit.name === "second" || unit.unit.name === "weekend")
			return undefined;
		if (textAt(reading, at + 1) === "and" && textAt(reading, at + 2) === "a" && textAt(reading, at + 3) === "half")
			return { last: at + 4, unit: unit.unit, count: 1.5 };
		return { last: at + 1, unit: unit.unit, count: 1, article: true };
	}
	return undefined;
}

const BETWEEN_COUNT_AND_UNIT: ReadonlySet<string> = new Set(
	"previous past last remaining more additional further extra consecutive straight successive full whole long short working business trading calendar fiscal crucial different".split(
		" ",
	),
);

/** `few days`, `several years`, `couple of weeks`: a couple are two, of the rest nobody says how many. */
function vagueCount(reading: Reading, at: number): Count | undefined {
	const couple = textAt(reading, at) === "couple";
	// `Her third win in as many weeks`: as many as were said before.
	if (textAt(reading, at) === "many" && textAt(reading, at - 1) === "as") return undefined;
	let behind = at + 1;
	if (couple && textAt(reading, behind) === "of") behind++;
	if (textAt(reading, behind) === "more") behind++;
	const unit = wordAt(reading, behind, "unit");
	if (!unit || (!unit.plural && !reading.lexemes.at(behind)?.joined)) return undefined;
	return { last: behind + 1, unit: unit.unit, count: couple ? 2 : undefined };
}

/** The index of the lexeme behind the one that ends at this offset; 0 when none does. */
function indexBehind(reading: Reading, i: number, end: number): number {
	for (let at = i; at < Math.min(reading.lexemes.length, i + 16); at++) {
		const lexeme = reading.lexemes.at(at);
		if (lexeme && lexeme.end >= end) return at + 1;
	}
	return 0;
}

/** Words that may stand before a count and belong to it. */
export const BEFORE_A_COUNT: ReadonlySet<string> = new Set("the first final latest recent its their additional next last past".split(" "));
