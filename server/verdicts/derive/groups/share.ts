import Big from "big.js";
import type { Quantity } from "../../../claims/claim.ts";
import { phrase } from "../../../language/phrase.ts";
import { wordFrom } from "../../binding/sentence/passage.ts";
import { wordsBetween } from "../../binding/subjects/names.ts";
import type { Derive } from "../derivation.ts";
import { labelOf, plain, printed, readingOf, upTo } from "../parts.ts";
import { besideLevel, calledByLevel } from "../time/level.ts";

/** `12% of the region's population`: a part's value over the whole's, for a whole that is named behind `of`. */
export const shareOf: Derive = (derivation) => {
	const { quantity, subjects, claim, passage } = derivation;
	if (quantity.unit !== "percent" || quantity.trend !== undefined) return [];
	const next = passage.words[wordFrom(passage, claim.span.end)];
	if (next?.lower !== "of") return [];
	const named = passage.names.find((name) => name.start >= claim.span.end && name.start < claim.span.end + 40 && name.ids.length === 1);
	// `52% of the vote against 48% for Sam Orde` is no share of Sam Orde's.
	const isOf = named && wordsBetween(passage, next.end, named.start).every(({ text, lower }) => /^\p{L}/u.test(text) && !APART.test(lower));
	const whole = isOf ? named.ids[0] : undefined;
	const [subject] = subjects.filter((one) => one.id !== whole && one.score >= 0.5);
	if (!whole || !subject) return [];
	const measures = derivation.named(subject.id);
	return [...measures, ...calledByLevel(subject.id, measures, derivation)].flatMap(({ series, measure }) => {
		const all = derivation.reading.seriesOf(whole).find((one) => one.words.measure.id === series.words.measure.id);
		const [part] = upTo(series, derivation);
		const total = all && upTo(all, derivation).find((fact) => fact.period === part?.period);
		if (!part || !total || total.value === 0 || part.unit !== total.unit || part.unit === "percent") return [];
		// `371 pupils, fewer than half of Merrow's`
		const of = besideLevel({ series, measure, subject }, part, derivation);
		if (of.measure.score < 0.4) return [];
		const value = new Big(part.value).div(total.value).times(100);
		// What is more than all of it is no part.
		if (value.gt(100) && quantity.value <= 100) return [];
		// `Fewer than half` says no more than that, however few there are.
		if (!/\d/.test(claim.text) && isLoose(quantity.hedge, Number(value), quantity.value)) return [];
		return [
			readingOf(
				{
					value,
					unit: "percent",
					inputs: [part, total],
					working: `${printed(part)} / ${printed(total)} = ${plain(value, 2)}%`,
					label: phrase("share of {0}", labelOf(series.words.measure)),
				},
				quantity,
				series,
				subject,
				of.measure,
				subject.score * of.measure.score,
			),
		];
	});
};

/** What parts a figure from a name that it is no share of. */
const APART = /^(?:against|for|by|to|with|from|than|versus|behind|while|when|and|but|as)$/;

/** Whether a bound holds, and nothing says that the value is near it. */
function isLoose(hedge: Quantity["hedge"], value: number, bound: number): boolean {
	if (Math.abs(value - bound) <= 0.1 * bound) return false;
	return hedge === "under" || hedge === "atMost" ? value < bound : (hedge === "over" || hedge === "atLeast") && value > bound;
}
