import Big from "big.js";
import type { Fact } from "../../references/fact.ts";
import type { Derivation, Derive } from "./derivation.ts";
import { lineOf, printed, readingOf, upTo } from "./parts.ts";

/**
 * `second on the team with 15 points`: a place among those who are part of the same whole. The packs are asked only about the names of the
 * article, so that a place can be refuted (others are ahead) and never proven; it stays silent when nobody named is ahead.
 */
export const rankOf: Derive = (derivation) => {
	const { claim, quantity, subjects } = derivation;
	if (
		claim.kind !== "rank" ||
		!/\b(?:on|in|of) (?:the|his|her|its|their) (?:team|side|squad|club|group|league|division|party|company)\b/.test(lineOf(derivation))
	)
		return [];
	const [subject] = subjects;
	if (!subject || subject.score < 0.7) return [];
	const measured = derivation
		.named(subject.id)
		.filter(({ measure }) => measure.how === "after the figure" || measure.how === "before the figure");
	const nearest = measured.reduce<(typeof measured)[number] | undefined>(
		(best, one) => (!best || distance(one.measure.span, derivation) < distance(best.measure.span, derivation) ? one : best),
		undefined,
	);
	const whole = derivation.reading.references.entities.get(subject.id)?.partOf;
	if (!nearest || whole === undefined) return [];
	const [own] = upTo(nearest.series, derivation);
	if (!own) return [];
	const ahead = others(subject.id, whole, nearest.series.words.measure.id, derivation).filter(
		(fact) => fact.period === own.period && fact.value > own.value,
	);
	if (ahead.length + 1 <= quantity.value) return [];
	const working = `${ahead.length} ahead of ${printed(own)}: ${ahead.map(printed).join(", ")}`;
	return [
		readingOf(
			{
				value: new Big(ahead.length + 1),
				unit: "none",
				inputs: [own, ...ahead],
				working,
				label: `place by ${nearest.series.words.measure.label}`,
			},
			quantity,
			nearest.series,
			subject,
			{ ...nearest.measure, score: 0.95 },
			subject.score * 0.95,
		),
	];
};

function distance(span: { readonly start: number } | undefined, { claim }: Derivation): number {
	return span ? Math.abs(span.start - claim.span.start) : Number.POSITIVE_INFINITY;
}

function others(id: string, whole: string, measure: string, derivation: Derivation): Fact[] {
	return [...derivation.reading.references.entities.values()].flatMap((entity) => {
		if (entity.id === id || entity.partOf !== whole) return [];
		const series = derivation.reading.seriesOf(entity.id).find((one) => one.words.measure.id === measure);
		return series ? upTo(series, derivation).slice(0, 1) : [];
	});
}
