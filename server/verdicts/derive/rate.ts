import Big from "big.js";
import type { Fact } from "../../references/fact.ts";
import type { Series } from "../binding/known-facts.ts";
import { fitMeasure } from "../binding/measures/measure.ts";
import { isRate, isShare, LABELS, related } from "../binding/pair.ts";
import type { Reading } from "../binding/reading.ts";
import type { Derivation, Derive } from "./derivation.ts";
import { totalsOf } from "./groups/whole.ts";
import { current, labelOf, plain, printed, readingOf } from "./parts.ts";

/**
 * `shot 40 percent from the field`, `a pass rate of 80%`: what was made over what was tried, where the packs know the rate as a measure and have no row of it
 * for this subject, but both of its parts.
 */
export const rateOf: Derive = (derivation) => {
	const { claim, quantity, subjects, passage, reading } = derivation;
	if (claim.kind !== "percent" || quantity.unit !== "percent" || quantity.trend !== undefined || quantity.pair) return [];
	const positions = reading.positionsOf(passage);
	const rates = ratesOf(reading).flatMap((words) => {
		const measure = fitMeasure(words, claim.span, passage, quantity, positions);
		return measure.score >= 0.4 && measure.narrowed === undefined ? [{ words, measure }] : [];
	});
	if (rates.length === 0) return [];
	return subjects.slice(0, 3).flatMap((subject) => {
		const stated = reading.seriesOf(subject.id);
		const lacking = rates.filter(({ words }) => !stated.some((series) => series.words.measure.id === words.measure.id));
		if (lacking.length === 0) return [];
		const own = [...stated, ...totalsOf(subject.id, isShare, reading)];
		return lacking.flatMap(({ words, measure }) => {
			const made = partOf(own, LABELS.made, words, derivation);
			const tried = partOf(own, LABELS.tried, words, derivation);
			if (!made || !tried || made.fact.period !== tried.fact.period || tried.fact.value <= 0 || made.fact.value > tried.fact.value)
				return [];
			const value = new Big(made.fact.value).div(tried.fact.value).times(100);
			const working = `${printed(made.fact)} / ${printed(tried.fact)} = ${plain(value, 1)}%`;
			const derived = { value, unit: "percent", inputs: [...inputsOf(made), ...inputsOf(tried)], working, label: labelOf(words.measure) };
			return [readingOf(derived, quantity, { ...made.series, words }, subject, measure, subject.score * measure.score)];
		});
	});
};

const ratesOf = (reading: Reading) => [...reading.references.measures.values()].filter(isRate).map(({ id }) => reading.measureWords(id));

const inputsOf = ({ series, fact }: { readonly series: Series; readonly fact: Fact }): readonly Fact[] => series.derived?.inputs ?? [fact];

/** The one series of a subject that is this part of a rate. */
function partOf(own: readonly Series[], part: RegExp, rate: Series["words"], derivation: Derivation) {
	const [series, ...others] = own.filter(({ words }) => part.test(words.measure.label) && related(rate, words));
	const fact = series && others.length === 0 ? current(series, derivation) : undefined;
	return series && fact && { series, fact };
}
