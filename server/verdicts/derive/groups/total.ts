import Big from "big.js";
import { phrase } from "../../../language/phrase.ts";
import { fitMeasure } from "../../binding/measures/measure.ts";
import { type Name, type Passage, wordsBefore } from "../../binding/passage.ts";
import { partsOf } from "../../binding/periods/contest-parts.ts";
import { isSummed, occasionsOf } from "../../binding/periods/occasions.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { labelOf, lineOf, plain, printed, readingOf, upTo } from "../parts.ts";

/** `Chad and Mali together have 40 million`, `an average of 20 million`: the sum or the mean of what several subjects have. */
export const totalOf: Derive = (derivation) => {
	const { subjects, passage, claim, quantity } = derivation;
	// Most sentences do not name two who could have something together.
	if (passage.names.length < 2) return [];
	const line = lineOf(derivation);
	const sum = /\b(?:together|combined|between them|in all|in total|jointly)\b/.test(line);
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
	return measuresOf(first.id, derivation).flatMap(({ series, measure }) => {
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
};

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
