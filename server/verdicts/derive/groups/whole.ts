import Big from "big.js";
import type { Entity } from "../../../references/fact.ts";
import type { Bound } from "../../binding/bind.ts";
import type { Series } from "../../binding/known-facts.ts";
import { fitMeasure } from "../../binding/measures/measure.ts";
import type { MeasureWords } from "../../binding/measures/words.ts";
import type { Reading } from "../../binding/reading.ts";
import { GENERIC_UNITS } from "../../binding/sentence/words.ts";
import type { Derive } from "../derivation.ts";
import { current, labelOf, readingOf } from "../parts.ts";
import { isAdditive, valuesOf } from "./members.ts";

/** Words for some of the parts of a whole: their figure is not what all of them come to. */
const SOME =
	/^(?:bench|reserves?|starters?|starting|second|unit|backcourt|frontcourt|duo|trio|pair|both|each|apiece|per|average|averaged|averaging|two|three|four|rookies?|substitutes?|subs)$/;

/**
 * `The Gulls had eight steals` where the table has the players' alone: what the parts of a whole come to, of a measure that the whole has no row of. Only
 * where no part is missing.
 */
export const wholeOf: Derive = (derivation) => {
	const { claim, quantity, passage, subjects, reading } = derivation;
	if (claim.kind !== "count" && claim.kind !== "money") return [];
	if (quantity.pair || quantity.trend !== undefined) return [];
	return subjects.slice(0, 2).flatMap((subject): Bound[] => {
		if (reading.membersOf(subject.id).length < 2) return [];
		if (passage.words.some((word) => word.end <= claim.span.start && SOME.test(word.lower))) return [];
		const positions = reading.positionsOf(passage);
		const named = (words: MeasureWords) => {
			const { unit } = words.measure;
			const isGeneric = GENERIC_UNITS.has(unit ?? "") && quantity.unitKind === "noun";
			if (unit !== undefined && unit !== quantity.unit && !isGeneric) return undefined;
			const fit = fitMeasure(words, claim.span, passage, quantity, positions);
			return fit.narrowed === undefined && (fit.how === "counted" || fit.how === "in the figure" || fit.score >= 0.9) ? fit : undefined;
		};
		return totalsOf(subject.id, (words) => named(words) !== undefined, reading).flatMap((series) => {
			const fact = current(series, derivation);
			const measure = named(series.words);
			if (!fact || (fact.unit !== quantity.unit && !GENERIC_UNITS.has(fact.unit)) || !measure || !series.derived) return [];
			const { inputs, working } = series.derived;
			const derived = { value: new Big(fact.value), unit: fact.unit, inputs, working, label: labelOf(series.words.measure) };
			return [readingOf(derived, quantity, series, subject, measure, subject.score * measure.score)];
		});
	});
};

/** The measures that a whole has no row of and all of its parts have, each as one sum. `wanted` is asked of the words for a measure. */
export function totalsOf(whole: string, wanted: (words: MeasureWords) => boolean, reading: Reading): Series[] {
	const members = reading.membersOf(whole);
	const subject = reading.references.entities.get(whole);
	if (members.length < 2 || !subject) return [];
	const own = new Set(reading.seriesOf(whole).map((series) => series.words.measure.id));
	return [...reading.references.measures.keys()].flatMap((id): Series[] => {
		const words = own.has(id) ? undefined : reading.measureWords(id);
		if (!words || !wanted(words)) return [];
		const part = seriesAmong(members, id, reading);
		const [first] = part?.facts ?? [];
		if (!part || !first || part.facts.some((fact) => fact.period !== first.period) || !isAdditive(part)) return [];
		const { facts, complete } = valuesOf(members, whole, id, first.period, reading);
		if (!complete || facts.some((fact) => fact.unit !== first.unit)) return [];
		const total = facts.reduce((sum, fact) => sum.plus(fact.value), new Big(0));
		const fact = { ...first, subject: whole, value: Number(total), printed: total.div(first.scale).toString() };
		const working = `${facts.map((one) => one.printed).join(" + ")} = ${fact.printed}`;
		return [{ subject, words, facts: [fact], derived: { inputs: facts, working } }];
	});
}

/** The first series of a measure that any of the members has. */
function seriesAmong(members: readonly Entity[], measure: string, reading: Reading): Series | undefined {
	for (const { id } of members) {
		const found = reading.seriesOf(id).find((series) => series.words.measure.id === measure);
		if (found) return found;
	}
	return undefined;
}
