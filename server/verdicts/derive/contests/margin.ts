import Big from "big.js";
import { scoreSeries, sidesOf } from "../../binding/pair.ts";
import type { Derive } from "../derivation.ts";
import { plain, printed, readingOf, upTo } from "../parts.ts";

const UNITS = /^(?:none|point|goal|run|vote|seat)$/;
const DECIDED = /^(?:out-?scor|beat|defeat|edg|top|rout|won|lost|fell|thrash|downed)/;

/** `outscored Chad by 16 in the third quarter`, `won by 7 points`: what one side had more than the other, of the whole or of the part that the words name. */
export const marginOf: Derive = (derivation) => {
	const { claim, quantity, passage, subjects, reading } = derivation;
	if (quantity.pair || !UNITS.test(quantity.unit) || quantity.hedge !== "exactly") return [];
	const before = passage.words.filter((word) => word.end <= claim.span.start);
	if (before.at(-1)?.lower !== "by" || !before.slice(-12).some((word) => DECIDED.test(word.lower))) return [];
	const pair = { kind: "score", place: "first", other: 0, span: claim.span } as const;
	const sides = sidesOf(pair, subjects, passage, reading);
	if (!sides?.loser) return [];
	const { winner, loser } = sides;
	const theirs = scoreSeries(pair, reading.seriesOf(loser.id), passage, reading);
	return scoreSeries(pair, reading.seriesOf(winner.id), passage, reading).flatMap(({ series, measure }) => {
		const other = theirs.find((one) => one.series.words.measure.label === series.words.measure.label);
		const [own] = upTo(series, derivation);
		const [against] = other ? upTo(other.series, derivation) : [];
		if (!own || !against || own.period !== against.period || own.value <= against.value) return [];
		const value = new Big(own.value).minus(against.value);
		return [
			readingOf(
				{
					value,
					unit: own.unit,
					inputs: [own, against],
					working: `${printed(own)} − ${printed(against)} = ${plain(value)}`,
					// `fourth-quarter points` make a fourth-quarter margin.
					label: [...series.words.measure.label.split(" ").slice(0, -1), "margin"].join(" "),
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
