import Big from "big.js";
import { phrase } from "../../language/phrase.ts";
import type { Series } from "../binding/known-facts.ts";
import type { MeasureFit } from "../binding/measures/measure.ts";
import { ofOthers } from "../figures/scoped.ts";
import { isCurrency } from "../values/units.ts";
import type { Derivation, Derive } from "./derivation.ts";
import { labelOf, ofOwnPeriod, plain, printed, readingOf, rounding, upTo } from "./parts.ts";

/** `15 pupils per teacher`, `£7,800 per pupil`: one measure of a subject over another, each named by its noun or, for a sum of money, by the words around. */
export const perUnitOf: Derive = (derivation) => {
	const { claim, quantity, subjects, reading } = derivation;
	const [top, bottom, ...more] = quantity.unit.split(" per ");
	if (!top || !bottom || more.length > 0 || (claim.kind !== "count" && claim.kind !== "money") || quantity.pair) return [];
	const { within, isOpen } = ofOwnPeriod(derivation);
	return subjects.slice(0, 2).flatMap((subject) => {
		const all = reading.seriesOf(subject.id);
		const under = all.filter((series) => isOf(bottom, series, derivation));
		const [below] = under;
		// What a row states so is no need to work out.
		if (!below || under.length > 1 || all.some(({ facts }) => facts[0]?.unit === quantity.unit)) return [];
		const over = isCurrency(top)
			? derivation.named(subject.id, "per").filter(({ series, measure }) => series.facts[0]?.unit === top && !measure.isNear)
			: all.filter((series) => isOf(top, series, derivation)).map((series) => ({ series, measure: COUNTED }));
		if (over.length !== 1) return [];
		return over.flatMap(({ series, measure }) => {
			const [amount] = upTo(series, within);
			const heads = amount && upTo(below, within).find((fact) => fact.period === amount.period);
			if (series === below || !amount || !heads || heads.value <= 0) return [];
			const value = new Big(amount.value).div(heads.value);
			const { narrowed: _, ...rest } = measure;
			const score = Math.max(measure.score, CALLED);
			const bound = readingOf(
				{
					value,
					unit: quantity.unit,
					inputs: [amount, heads],
					working: `${printed(amount)} / ${printed(heads)} = ${plain(value, 2)}`,
					label: phrase("{0} per {1}", labelOf(series.words.measure), bottom),
					slack: rounding(amount) + rounding(heads),
				},
				quantity,
				series,
				subject,
				{ ...rest, score },
				subject.score * score,
			);
			return [isOpen ? { ...bound, isOpen } : ofOthers(claim, bound, derivation, reading)];
		});
	});
};

const COUNTED: MeasureFit = { score: 0.95, exactness: 1, how: "counted" };
/** How sure it is that a sum which the words name is the one that is shared out. */
const CALLED = 0.9;

/** Whether a measure is called by a noun alone: `pupils`. */
function isOf(noun: string, { words }: Series, { reading }: Derivation): boolean {
	const stem = reading.stemmer.stem(noun);
	return words.forms.slice(0, words.own).some((form) => form.length === 1 && form[0] === stem);
}
