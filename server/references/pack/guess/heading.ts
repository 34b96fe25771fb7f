import { parsePeriod } from "../../units/period.ts";
import { parseUnit } from "../../units/unit.ts";

/** What a column's name says of the figures below it. */
export interface Heading {
	/** An id for the measure: the words in small letters, with hyphens between them. */
	readonly measure: string;
	/** As the name has it, with its scale: `EUR m`. */
	readonly unit?: string;
	readonly period?: string;
}

// What everybody measures in one unit.
const USUAL_UNITS: readonly (readonly [RegExp, string])[] = [
	[/%|percent|\bpct\b|\bshare of\b/, "percent"],
	[/^population$|\bnumber of (?:people|inhabitants)\b/, "person"],
	[/\blife expectancy\b|^(?:median |average |mean )?age$/, "years"],
];

/** What is measured in metres: of anything else `(m)` are millions. */
const LENGTHS =
	/\b(?:length|long|height|high|tall|depth|deep|width|wide|breadth|beam|draught|draft|distance|span|altitude|elevation|radius|diameter|wingspan|swell|wave|tide|level|jump|throw|vault|circumference|thickness)\b/i;

/**
 * A measure's id, unit and period from a column's name: `Domestic RPKs (billions)`, `Revenue (EUR m)`, `Revenue £m`, `allocation_usd`, `% of drivers`,
 * `incidents_85_99`, `population.2024`, `Average price 2025 (£)`. A table with a column of periods `isDated`: a year in a name says nothing more then.
 */
export function readHeading(written: string, isDated = false): Heading {
	const whole = isDated ? { name: written } : periodOf(written);
	const { bare, brackets } = withoutBrackets(whole.name);
	const { name, period = whole.period } = isDated || whole.period !== undefined ? { name: bare } : periodOf(bare.trim());
	const words = name.split(/[\s_]+/).filter(Boolean);
	const told = brackets.map(unitInBrackets).find((unit) => unit !== undefined);
	const inside = told === "m" && !LENGTHS.test(name) ? "million" : told;
	const per = words.findIndex((word) => word.toLowerCase() === "per");
	const spaced = words.join(" ").toLowerCase();
	const own = unitAmong(per < 0 ? words : words.slice(0, per));
	const unit = inside ?? USUAL_UNITS.find(([usual]) => usual.test(spaced))?.[1] ?? own?.unit;
	// A unit at the end only says how it is measured: `gdp_usd` is gdp. But `seen within 18 weeks (%)` is of eighteen weeks.
	// Rainy days are days.
	const isTime = /^(?:day|night|week|month|year|hour|minute)s$/i.test(own?.unit ?? "");
	const kept = own && own.from > 0 && own.isLast && inside === undefined && !isTime ? words.slice(0, own.from) : words;
	const measure = kept
		.map((word, i) => (word === "%" ? (i === 0 && kept.length > 1 ? "share" : "") : word))
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

/** The period at the end or the beginning of a column's name, and the name without it. Of years of two digits, thirty and more are of the last century. */
function periodOf(name: string): { name: string; period?: string } {
	const words = name.split(/\s{1,20}/);
	for (const count of [3, 2, 1]) {
		if (words.length <= count) continue;
		for (const [from, to] of [
			[words.length - count, words.length],
			[0, count],
		] as const) {
			const said = words
				.slice(from, to)
				.join(" ")
				.replace(/^[,–-]\s?|[,:–-]$/g, "");
			// A year alone must be one; `12` in `gate 12` is none.
			const period = /\d{4}|^[QH]\d|^FY/i.test(said) && !/[()]/.test(said) ? parsePeriod(said) : undefined;
			if (period !== undefined && (period.slice(0, 4) < "1500" || period.slice(0, 4) > "2200")) continue;
			if (period !== undefined) return { name: [...words.slice(0, from), ...words.slice(to)].join(" ").replace(/[,:–-]$/, ""), period };
		}
	}
	const found = /[\s_.(-]{1,3}(\d{4}|\d\d(?=[_-]\d\d\)?$))(?:[_–-](\d{4}|\d\d))?\)?$/.exec(name);
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

/** The unit that stands in brackets: the whole of them, with its scale, or the first word that is one. */
function unitInBrackets(text: string): string | undefined {
	const plain = text
		.trim()
		.replace(/^in /i, "")
		.split(/[\s,]+/)
		.map(withoutGas);
	const whole = plain.join(" ");
	const { known, unit, scale } = parseUnit(whole);
	if (whole && ((known && unit !== "none" && unit !== "year") || (!known && unit === "none" && scale !== 1))) return whole;
	return plain.find((word) => isUnit(word, true));
}

/** `kgCO2e` are kilograms. */
function withoutGas(word: string): string {
	return word.replace(/CO2(?:e|eq)?$/i, "") || word;
}

/** The unit that stands in plain words, at their end with its scale, else the first: `Revenue £m`, `turnover USD bn`, `allocation_usd`. */
function unitAmong(words: readonly string[]): { unit: string; from: number; isLast: boolean } | undefined {
	for (const count of [3, 2]) {
		const from = words.length - count;
		const said = words.slice(from).join(" ");
		const { known, unit, scale } = parseUnit(said);
		if (
			from > 0 &&
			known &&
			scale !== 1 &&
			unit !== "none" &&
			words.slice(from).every((word) => isUnit(word, true) || /^m$|^b$|^t$/i.test(word))
		)
			return { unit: said, from, isLast: true };
	}
	// `within 18 weeks` is how long, not what it is measured in.
	const from = words.findIndex((word, i) => isUnit(word) && !/^\d/.test(words[i - 1] ?? ""));
	const unit = words[from];
	// A word by itself that is an English word first: games that a club has won are no money.
	if (unit === undefined || (words.length === 1 && ENGLISH_FIRST.test(unit))) return undefined;
	return { unit, from, isLast: from === words.length - 1 };
}

const ENGLISH_FIRST = /^(?:won|head|second|bit|cup)$/i;

/** Whether a word names a unit or a scale. Two letters that are no currency sign are a word more often than a unit, but in brackets. */
function isUnit(word: string, isBracketed = false): boolean {
	const { known, unit, scale } = parseUnit(word);
	return (word.length > 2 || isBracketed || /[$€£¥%]/.test(word)) && ((known && unit !== "none" && unit !== "year") || scale !== 1);
}
