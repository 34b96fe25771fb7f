import Big from "big.js";
import { phrase } from "../../language/phrase.ts";
import type { Derive } from "./derivation.ts";
import { labelOf, lineOf, plain, printed, readingOf, rounding, upTo } from "./parts.ts";

const HEADS = /\b(?:per (?:person|head|capita|inhabitant|resident|citizen)|(?:for every|a) (?:person|resident|inhabitant))\b/;

/** `$3,000 per head`: a sum or a count over the population of the same subject. */
export const perHeadOf: Derive = (derivation) => {
	const { subjects, quantity } = derivation;
	if (!HEADS.test(lineOf(derivation)) && !HEADS.test(quantity.unit)) return [];
	return subjects.flatMap((subject) => {
		const people = derivation.reading
			.seriesOf(subject.id)
			.find((series) => /^(?:population|inhabitants|residents)$/i.test(series.words.measure.label));
		if (!people) return [];
		return derivation.named(subject.id, "per").flatMap(({ series, measure }) => {
			if (series === people || /\bper\b/.test(series.words.measure.label)) return [];
			const [amount] = upTo(series, derivation);
			const heads = upTo(people, derivation).find((fact) => fact.period === amount?.period) ?? upTo(people, derivation)[0];
			const unit = quantity.unit.split(" per ")[0];
			if (!amount || !heads || heads.value === 0 || amount.unit !== unit) return [];
			const { narrowed, ...rest } = measure;
			const named = narrowed === undefined ? measure.score : Math.min(1, measure.score * 2);
			const value = new Big(amount.value).div(heads.value);
			// People of another year may be fewer.
			const isOpen = heads.period !== amount.period;
			return [
				readingOf(
					{
						value,
						unit: quantity.unit,
						inputs: [amount, heads],
						working: `${printed(amount)} / ${printed(heads)} = ${plain(value, 2)}`,
						label: phrase("{0} per head", labelOf(series.words.measure)),
						slack: rounding(amount) + rounding(heads),
					},
					quantity,
					series,
					subject,
					// What narrows the measure elsewhere is what is worked out here.
					{ ...rest, score: named },
					subject.score * named,
				),
			].map((bound) => (isOpen ? { ...bound, isOpen } : bound));
		});
	});
};
