import Big from "big.js";
import { phrase } from "../../language/phrase.ts";
import type { Derive } from "./derivation.ts";
import { labelOf, lineOf, plain, printed, readingOf, upTo } from "./parts.ts";

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
		return derivation.named(subject.id).flatMap(({ series, measure }) => {
			if (series === people || /\bper\b/.test(series.words.measure.label)) return [];
			const [amount] = upTo(series, derivation);
			const heads = upTo(people, derivation).find((fact) => fact.period === amount?.period) ?? upTo(people, derivation)[0];
			const unit = quantity.unit.split(" per ")[0];
			if (!amount || !heads || heads.value === 0 || amount.unit !== unit) return [];
			const value = new Big(amount.value).div(heads.value);
			return [
				readingOf(
					{
						value,
						unit: quantity.unit,
						inputs: [amount, heads],
						working: `${printed(amount)} / ${printed(heads)} = ${plain(value, 2)}`,
						label: phrase("{0} per head", labelOf(series.words.measure)),
					},
					quantity,
					series,
					subject,
					measure,
					subject.score * measure.score,
				),
			];
		});
	});
};
