import Big from "big.js";
import { phrase } from "../../../language/phrase.ts";
import { fitMeasure } from "../../binding/measures/measure.ts";
import { isSummed, occasionsOf } from "../../binding/periods/occasions.ts";
import type { Derive } from "../derivation.ts";
import { ageOf, current, isDay, labelOf, printed, readingOf } from "../parts.ts";

/** How many days after the newest occasion an article is still one about it. */
const NEW = 2;

/**
 * `12 points over his last two games` of somebody who had 22 in the newest: what all of several occasions come to is no less than any one of them. Whatever
 * is as much or more stays open, since no row of one occasion tells of the others.
 */
export const occasionsTotal: Derive = (derivation) => {
	const { claim, quantity, subjects, passage, reading } = derivation;
	if (claim.kind !== "count" || quantity.pair || quantity.unitKind !== "noun" || quantity.hedge !== "exactly") return [];
	const occasions = occasionsOf(claim, passage);
	if (!occasions?.hasNewest || !occasions.isTotal) return [];
	const positions = reading.positionsOf(passage);
	return subjects.slice(0, 2).flatMap((subject) =>
		reading.seriesOf(subject.id).flatMap((series) => {
			const own = current(series, { ...derivation, period: undefined });
			if (!own || own.unit !== quantity.unit || !isDay(own.period) || quantity.value >= own.value) return [];
			if (ageOf(own, reading.dateline) > NEW) return [];
			const fit = fitMeasure(series.words, claim.span, passage, quantity, positions);
			// `combined for 12 points`: the word that sums up halves the fit.
			const score = isSummed(fit.narrowed) ? Math.min(1, fit.score * 2) : fit.score;
			if (score < 0.7 || (fit.narrowed !== undefined && !isSummed(fit.narrowed))) return [];
			const label = phrase("{0} in the last {1} games", labelOf(series.words.measure), occasions.count);
			const derived = {
				value: new Big(own.value),
				unit: own.unit,
				inputs: [own],
				working: phrase("{0} in the newest alone", printed(own)),
				label,
				bound: "min",
			} as const;
			const measure = { score, exactness: fit.exactness, how: "counted", ...(fit.span && { span: fit.span }) };
			return [readingOf(derived, quantity, series, subject, measure, subject.score * score)];
		}),
	);
};
