import Big from "big.js";
import { marginAt } from "../../binding/limits/margin.ts";
import { partSeries } from "../../binding/pair.ts";
import { partsOf } from "../../binding/periods/contest-parts.ts";
import type { Derive } from "../derivation.ts";
import { current, labelOf, readingOf } from "../parts.ts";

/** `50 points in the first half`, `scored 17 in the second quarter`: one part of a contest, or the sum of several, where the pack has its rows. */
export const contestPartOf: Derive = (derivation) => {
	const { claim, quantity, subjects, passage, reading } = derivation;
	if (claim.kind !== "count" || quantity.pair || marginAt(claim, passage)) return [];
	const parts = partsOf(claim, passage);
	if (!parts || parts.parts.length === 0) return [];
	return subjects.slice(0, 2).flatMap((subject) =>
		partSeries(parts, reading.seriesOf(subject.id)).flatMap(({ series, measure }) => {
			const fact = current(series, derivation);
			if (!fact || fact.unit !== quantity.unit || !series.derived) return [];
			const { inputs, working } = series.derived;
			const derived = { value: new Big(fact.value), unit: fact.unit, inputs, working, label: labelOf(series.words.measure) };
			return [readingOf(derived, quantity, series, subject, { ...measure, how: "counted" }, subject.score * measure.score)];
		}),
	);
};
