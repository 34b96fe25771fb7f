import Big from "big.js";
import { phrase } from "../../../language/phrase.ts";
import { wordFrom } from "../../binding/passage.ts";
import type { Derive } from "../derivation.ts";
import { labelOf, plain, printed, readingOf, upTo } from "../parts.ts";

/** `12% of the region's population`: a part's value over the whole's, for a whole that is named behind `of`. */
export const shareOf: Derive = (derivation) => {
	const { quantity, subjects, claim, passage } = derivation;
	if (quantity.unit !== "percent" || quantity.trend !== undefined) return [];
	const next = passage.words[wordFrom(passage, claim.span.end)];
	if (next?.lower !== "of") return [];
	const whole = passage.names.find((name) => name.start >= claim.span.end && name.start < claim.span.end + 40 && name.ids.length === 1)
		?.ids[0];
	const [subject] = subjects.filter((one) => one.id !== whole && one.score >= 0.5);
	if (!whole || !subject) return [];
	return derivation.named(subject.id).flatMap(({ series, measure }) => {
		const all = derivation.reading.seriesOf(whole).find((one) => one.words.measure.id === series.words.measure.id);
		const [part] = upTo(series, derivation);
		const total = all && upTo(all, derivation).find((fact) => fact.period === part?.period);
		if (!part || !total || total.value === 0 || part.unit !== total.unit || part.unit === "percent") return [];
		const value = new Big(part.value).div(total.value).times(100);
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
				measure,
				subject.score * measure.score,
			),
		];
	});
};
