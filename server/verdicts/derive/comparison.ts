import Big from "big.js";
import { phrase } from "../../language/phrase.ts";
import { marginAt } from "../binding/limits/margin.ts";
import type { Name, Passage } from "../binding/sentence/passage.ts";
import type { Derive } from "./derivation.ts";
import { labelOf, lineOf, plain, printed, readingOf, upTo } from "./parts.ts";

/** `12 more than Chad`, `twice as many as Chad`, `three times Chad's`: two subjects' values of one measure. */
export const comparisonOf: Derive = (derivation) => {
	const { quantity, subjects, claim, passage } = derivation;
	// Most figures have no name behind them that they could be held against.
	if (!passage.names.some((name) => name.start >= claim.span.end && name.ids.length === 1)) return [];
	const line = lineOf(derivation);
	const ratio = claim.kind === "ratio";
	// What a side led by at some time is not what it had in the end.
	if (marginAt(claim, passage)?.kind === "lead") return [];
	if (
		!ratio &&
		!/\b(?:more|fewer|less|higher|lower|larger|smaller|above|below|ahead of|behind|clear of|adrift of|short of|shy of)\b/.test(line)
	)
		return [];
	if (!/\b(?:than|as|of|times|ahead|behind|above|below)\b/.test(line)) return [];
	const other = passage.names.find((name) => name.start >= claim.span.end && name.ids.length === 1 && comparesWith(name, line));
	if (other && !isOneComparison(claim.span.end, other, passage)) return [];
	const rival = other?.ids[0];
	const [subject] = subjects.filter((one) => one.id !== rival && one.score >= 0.5);
	if (!rival || !subject) return [];
	return derivation.named(subject.id).flatMap(({ series, measure }) => {
		const against = derivation.reading.seriesOf(rival).find((one) => one.words.measure.id === series.words.measure.id);
		const [own] = upTo(series, derivation);
		const theirs = against && upTo(against, derivation).find((fact) => fact.period === own?.period);
		if (!own || !theirs || own.unit !== theirs.unit || theirs.value === 0) return [];
		if (ratio) {
			const value = new Big(own.value).div(theirs.value);
			return [
				readingOf(
					{
						value,
						unit: "none",
						inputs: [own, theirs],
						working: `${printed(own)} / ${printed(theirs)} = ${plain(value, 2)}`,
						label: phrase("{0} as a multiple of {1}", labelOf(series.words.measure), against.subject.name),
					},
					quantity,
					series,
					subject,
					measure,
					subject.score * measure.score,
				),
			];
		}
		const down = /\b(?:fewer|less|lower|smaller|below|behind|adrift|short|shy)\b/.test(line);
		const difference = new Big(own.value).minus(theirs.value).times(down ? -1 : 1);
		const percent = quantity.unit === "percent" && own.unit !== "percent";
		const value = percent ? difference.div(theirs.value).times(100) : difference;
		if (!percent && own.unit !== quantity.unit && quantity.unitKind === "currency") return [];
		return [
			readingOf(
				{
					value,
					unit: percent ? "percent" : own.unit,
					inputs: [own, theirs],
					working: `${printed(own)} − ${printed(theirs)} = ${plain(difference.div(own.scale), 4)}`,
					label: phrase(
						"difference in {0} between {1} and {2}",
						...[labelOf(series.words.measure), series.subject.name, against.subject.name],
					),
				},
				quantity,
				series,
				subject,
				measure,
				subject.score * measure.score * 0.97,
			),
		];
	});
};

/** Whether nothing else begins before the name: `9% more than the year before and well ahead of Trebin` does not say that it is 9% ahead. */
function isOneComparison(from: number, name: Name, { words, figures }: Passage): boolean {
	return (
		!words.some((word) => word.start >= from && word.end <= name.start && /^(?:and|but|while|whereas|;)$/.test(word.lower)) &&
		!figures.some((one) => one.span.start >= from && one.span.end <= name.start && one.kind !== "duration")
	);
}

const comparesWith = (name: Name, line: string): boolean =>
	name.standing === "against" ||
	name.standing === "possessive" ||
	/\bas (?:many|much|large|big|high) as\b/.test(line) ||
	name.standing === "of";
