import Big from "big.js";
import { hasQuantity } from "../../../claims/claim.ts";
import { phrase } from "../../../language/phrase.ts";
import type { Fact } from "../../../references/fact.ts";
import type { Bound } from "../../binding/bind.ts";
import type { SubjectCandidate } from "../../binding/candidate.ts";
import type { Series } from "../../binding/known-facts.ts";
import { fitMeasure } from "../../binding/measures/measure.ts";
import { partsOf } from "../../binding/periods/contest-parts.ts";
import { isSummed, occasionsOf } from "../../binding/periods/occasions.ts";
import { type Name, type Passage, wordFrom, wordsBefore } from "../../binding/sentence/passage.ts";
import { MEMBERS } from "../../binding/sentence/words.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { labelOf, lineOf, ofOwnPeriod, plain, printed, readingOf, upTo } from "../parts.ts";

/** `Chad and Mali together have 40 million`, `an average of 20 million`: the sum or the mean of what several subjects have. */
export const totalOf: Derive = (derivation) => {
	const { subjects, passage, claim } = derivation;
	// Most sentences do not name two who could have something together.
	if (passage.names.length < 2) return [];
	const line = lineOf(derivation);
	const sum = SUMMED.test(line);
	const mean = /\b(?:average|on average|averaged|mean)\b/.test(line);
	if (sum === mean) return [];
	// Of several occasions, or of a part of one, no row tells.
	if (occasionsOf(claim, passage) || partsOf(claim, passage)) return [];
	// `combined for 39 of the team's 98 goals`: the 98 are the team's.
	const before = wordsBefore(passage, claim.span.start, 4);
	if (before.some((word, i) => word.lower === "of" && /^(?:the|his|her|its|their|our)$/.test(before[i + 1]?.lower ?? ""))) return [];
	const ids = namedTogether(derivation);
	const [first] = subjects.filter((one) => ids.includes(one.id));
	if (ids.length < 2 || ids.length > 6 || !first) return [];
	return totalsOf(ids, first, mean, derivation);
};

const SUMMED = /\b(?:together|combined|between them|in all|in total|jointly)\b/;

/** `Together the three schools have 3,175 pupils`: what all of one table have, of whom the article names as many. */
export const totalOfAll: Derive = (derivation) => {
	const { subjects, passage, claim, quantity, reading } = derivation;
	if (claim.kind !== "count" && claim.kind !== "money") return [];
	if (quantity.trend !== undefined || quantity.pair) return [];
	const [, many, noun = ""] = ALL.exec(passage.line) ?? [];
	const count = many === undefined ? undefined : COUNTS[many];
	if (count === undefined || !MEMBERS.has(noun) || !(SUMMED.test(passage.line) || /\bacross (?:all |both |the )/.test(passage.line)))
		return [];
	if (/\b(?:average|averaged|each|apiece|mean|per)\b/.test(passage.line) || occasionsOf(claim, passage)) return [];
	const [first] = subjects;
	if (!first) return [];
	const found = measuresOf(first.id, derivation).flatMap(({ series }) => {
		const [own] = upTo(series, derivation);
		const ids = own ? inTable(own, reading) : [];
		return own && ids.length === count ? totalsOf(ids, first, false, derivation, series) : [];
	});
	// Others may be meant where somebody is named, or where the noun goes on; and of those some may be counted, or what they have lost.
	return passage.names.length === 0 && isPlain(noun, derivation) && !ofOwnPeriod(derivation).isOpen
		? found
		: found.map((bound) => ({ ...bound, isOpen: true }));
};

/** Whether nothing stands between those who are counted and the figure, or behind it, but what says that they have it. */
function isPlain(noun: string, { passage, claim }: Derivation): boolean {
	const { words, figures } = passage;
	const from = words.findIndex(({ lower }) => lower === noun) + 1;
	const first = figures.find((one) => hasQuantity(one) && one.span.start >= (words[from]?.start ?? passage.end));
	const between = words.slice(from).filter(({ start }) => start < (first?.span.start ?? claim.span.start));
	const next = words[wordFrom(passage, claim.span.end)];
	const isOver = next === undefined || /^(?:[^\p{L}\d]|and|in|last|this|at)$/u.test(next.lower) || wordFrom(passage, claim.span.end) < 0;
	return from > 0 && isOver && between.every(({ lower }) => HAVING.test(lower));
}

const HAVING =
	/^(?:,|together|combined|jointly|between|them|now|in|all|total|there|they|a|of|some|about|around|over|nearly|almost|just|have|has|had|were|was|are|teach|employ|employs|employed|reported|recorded|saw|counted|carried|handled|entered)$/;

const ALL = /\b(?:the|all|its|these|those|across) (?:the )?(two|three|four|five|six|seven|eight|nine|ten) (\p{L}{3,20})/u;
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 };
/** Those whom the article names who are in the same table, but for a row that is their sum itself. */
function inTable({ measure, period, pack, resource, unit }: Fact, { references }: Derivation["reading"]): string[] {
	const found: string[] = [];
	for (const [subject, facts] of references.facts) {
		if (/^(?:(?:grand |overall )?total|all|sum|overall)$/i.test(subject)) continue;
		const isIn = (one: Fact): boolean =>
			one.measure === measure && one.period === period && one.pack === pack && one.resource === resource && one.unit === unit;
		if (facts.some(isIn)) found.push(subject);
	}
	return found;
}

function totalsOf(ids: readonly string[], first: SubjectCandidate, mean: boolean, derivation: Derivation, only?: Series): Bound[] {
	const { quantity } = derivation;
	return measuresOf(first.id, derivation).flatMap(({ series, measure }) => {
		if (only && series !== only) return [];
		const facts = ids.map((id) => {
			const own = derivation.reading.seriesOf(id).find((one) => one.words.measure.id === series.words.measure.id);
			return own && upTo(own, derivation)[0];
		});
		const [one] = facts;
		if (!one || facts.some((fact) => !fact || fact.unit !== one.unit || fact.period !== one.period)) return [];
		const all = facts as (typeof one)[];
		const total = all.reduce((so, fact) => so.plus(fact.value), new Big(0));
		const value = mean ? total.div(all.length) : total;
		const working = `${mean ? "(" : ""}${all.map(printed).join(" + ")}${mean ? `) / ${all.length}` : ""} = ${plain(value.div(one.scale))}`;
		return [
			readingOf(
				{
					value,
					unit: one.unit,
					inputs: all,
					working,
					of: nameList(all.map((fact) => derivation.reading.references.entities.get(fact.subject)?.name ?? fact.subject)),
					label: phrase(mean ? "average {0}" : "combined {0}", labelOf(series.words.measure)),
				},
				quantity,
				series,
				{ ...first, score: 0.95 },
				measure,
				0.97 * measure.score,
			),
		];
	});
}

/** The names that are joined nearest before a figure: `Orne, Vire and Esk` of `In Delta, Orne, Vire and Esk together have`. */
function namedTogether({ passage, claim }: Derivation): string[] {
	const names = passage.names.filter((name) => name.end <= claim.span.start);
	let first = names.length - 1;
	while (first > 0 && isJoined(names[first - 1] as Name, names[first] as Name, passage)) first--;
	const run = names.slice(Math.max(0, first));
	return run.every((name) => name.ids.length === 1) ? [...new Set(run.flatMap((name) => name.ids))] : [];
}

function isJoined(one: Name, next: Name, passage: Passage): boolean {
	const between = passage.words.filter((word) => word.start >= one.end && word.end <= next.start);
	return between.length > 0 && between.every((word) => /^(?:,|and|the|&)$/.test(word.lower));
}

/** What a subject has of the measures that the words name; that they are summed up narrows none. */
function measuresOf(id: string, { claim, quantity, passage, reading }: Derivation) {
	const positions = reading.positionsOf(passage);
	return reading.seriesOf(id).flatMap((series) => {
		const fit = fitMeasure(series.words, claim.span, passage, quantity, positions);
		const isSum = isSummed(fit.narrowed);
		if (fit.narrowed !== undefined && !isSum) return [];
		const measure = isSum ? { score: Math.min(1, fit.score * 2), exactness: fit.exactness, how: fit.how } : fit;
		return measure.score >= 0.4 ? [{ series, measure }] : [];
	});
}

const nameList = (names: readonly string[]): string => `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
