import Big from "big.js";
import { partialBy } from "../../binding/partial.ts";
import type { Derive } from "../derivation.ts";
import { current, printed, readingOf } from "../parts.ts";

/**
 * `four road wins` of three wins in all: a part that is more than its whole. Refuted by the whole's own row of the same time; a part that is no more
 * than the whole stays open.
 */
export const partOf: Derive = (derivation) => {
	const { quantity, subjects, reading } = derivation;
	if (quantity.unitKind !== "noun" || !quantity.unit.includes(" ") || quantity.pair) return [];
	return subjects.flatMap((subject) =>
		derivation.named(subject.id).flatMap(({ series, measure }) => {
			const part = partialBy(quantity, series.words, reading.stemmer);
			const whole = part === undefined ? undefined : current(series, derivation);
			if (!whole || whole.unit !== quantity.unit.split(" ").at(-1) || quantity.value <= whole.value) return [];
			const working = `${printed(whole)} in all`;
			const derived = {
				value: new Big(whole.value),
				unit: whole.unit,
				inputs: [whole],
				working,
				label: series.words.measure.label,
				bound: "max",
			} as const;
			return [readingOf(derived, quantity, series, subject, { ...measure, how: "counted" }, subject.score * measure.score)];
		}),
	);
};
