import Big from "big.js";
import { phrase } from "../../../language/phrase.ts";
import { type Margin, marginAt } from "../../binding/limits/margin.ts";
import { opponent, type PairFit, type Sides, scoreSeries, sidesOf } from "../../binding/pair.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { plain, printed, readingOf, upTo } from "../parts.ts";

const UNITS = /^(?:none|point|goal|run|vote|seat|delegate|ballot)$/;
/** Of these a result is told by its noun. */
const COUNTED = /^(?:vote|seat|delegate|ballot)$/;
/** A result that another one follows is not the newest: `came into the match off a 7-point win`. */
const EARLIER =
	/^(?:came|come|coming|comes|entered|entering|enters|arrived|arriving|checked|following|after|since|fresh|off|last|previous|earlier|ago|had)$/;

/**
 * `outscored Chad by 16 in the third quarter`, `won by 7 points`, `a 7-point win over Chad`: what one side had more than the other, of the whole or of the
 * part that the words name.
 */
export const marginOf: Derive = (derivation) => {
	const { claim, quantity, passage, reading } = derivation;
	if (quantity.pair || !UNITS.test(quantity.unit)) return [];
	const margin = marginAt(claim, passage);
	if (margin?.kind !== "result") return [];
	const sides = sidesIn(margin, derivation);
	if (!sides?.loser) return [];
	const { winner, loser } = sides;
	const pair = { kind: "score", place: "first", other: 0, span: claim.span } as const;
	// `by 2,200 votes`: the noun says of what. Points go without saying.
	const fits = (id: string): readonly PairFit[] =>
		COUNTED.test(quantity.unit)
			? reading
					.seriesOf(id)
					.filter(({ facts, words }) => !words.isChange && facts[0]?.unit === quantity.unit)
					.map((series) => ({ series, measure: { score: 0.96, exactness: 1, how: "counted" } }))
			: scoreSeries(pair, reading.seriesOf(id), passage, reading);
	const theirs = fits(loser.id);
	const own = fits(winner.id);
	if (COUNTED.test(quantity.unit) && own.length !== 1) return [];
	return own.flatMap(({ series, measure }) => {
		const other = theirs.find((one) => one.series.words.measure.label === series.words.measure.label);
		const [first] = upTo(series, derivation);
		const [against] = other ? upTo(other.series, derivation) : [];
		if (!first || !against || first.period !== against.period || first.value <= against.value) return [];
		const value = new Big(first.value).minus(against.value);
		return [
			readingOf(
				{
					value,
					unit: first.unit,
					inputs: [first, against],
					working: `${printed(first)} − ${printed(against)} = ${plain(value)}`,
					// `fourth-quarter points` make a fourth-quarter margin.
					label: COUNTED.test(quantity.unit)
						? phrase("margin")
						: [...series.words.measure.label.split(" ").slice(0, -1), "margin"].join(" "),
				},
				quantity,
				series,
				winner,
				{ ...measure, score: Math.max(measure.score, 0.96), how: "counted" },
				winner.score * 0.97,
			),
		];
	});
};

/** Who won and who lost, as the verb or the noun has it. */
function sidesIn(margin: Margin, { claim, passage, subjects, reading }: Derivation): Sides | undefined {
	if (margin.won === undefined) return sidesOf({ kind: "score", place: "first", other: 0, span: claim.span }, subjects, passage, reading);
	if (passage.words.some((word) => word.end <= claim.span.start && EARLIER.test(word.lower))) return undefined;
	const [subject] = subjects;
	const id = subject && opponent(subject.id, reading);
	if (!subject || id === undefined) return undefined;
	const other = { id, score: subject.score, how: "opponent" };
	return margin.won ? { winner: subject, loser: other } : { winner: other, loser: subject };
}
