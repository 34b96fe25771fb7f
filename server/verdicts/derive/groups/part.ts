import Big from "big.js";
import { phrase } from "../../../language/phrase.ts";
import { marginAt } from "../../binding/limits/margin.ts";
import { mayBePartial, partialBy } from "../../binding/limits/partial.ts";
import { isOfPart } from "../../binding/pair.ts";
import { partsOf } from "../../binding/periods/contest-parts.ts";
import type { Derive } from "../derivation.ts";
import { current, labelOf, printed, readingOf } from "../parts.ts";

/**
 * `four road wins` of three wins in all: a part that is more than its whole. Refuted by the whole's own row of the same time; a part that is no more
 * than the whole stays open.
 */
export const partOf: Derive = (derivation) => {
	const { claim, quantity, subjects, passage, reading } = derivation;
	if (claim.kind !== "count" || quantity.unitKind !== "noun" || quantity.pair || quantity.hedge !== "exactly" || marginAt(claim, passage))
		return [];
	const ofPart = partsOf(claim, passage) !== undefined;
	if (!ofPart && !mayBePartial(claim, quantity, passage)) return [];
	return subjects.flatMap((subject) =>
		derivation.named(subject.id).flatMap(({ series, measure }) => {
			const isPart = partialBy(claim, quantity, series.words, passage, reading.stemmer) !== undefined || (ofPart && !isOfPart(series));
			const whole = isPart ? current(series, derivation) : undefined;
			if (!whole || whole.unit !== quantity.unit.split(/[ -]/).at(-1) || quantity.value <= whole.value) return [];
			const working = phrase("{0} in all", printed(whole));
			const derived = {
				value: new Big(whole.value),
				unit: whole.unit,
				inputs: [whole],
				working,
				label: labelOf(series.words.measure),
				bound: "max",
			} as const;
			return [readingOf(derived, quantity, series, subject, { ...measure, how: "counted" }, subject.score * measure.score * 0.9)];
		}),
	);
};
