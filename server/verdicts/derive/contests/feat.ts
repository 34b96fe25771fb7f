import Big from "big.js";
import type { Fact } from "../../../references/fact.ts";
import type { Series } from "../../binding/known-facts.ts";
import type { Derive } from "../derivation.ts";
import { isDay, printed, readingOf, upTo } from "../parts.ts";

/** What counts towards a double-double: ten or more of two of them in one game. Source: NBA, Stats Glossary, "DD2" and "TD3". */
const COUNTED = /^(?:points|rebounds|assists|steals|blocks|blocked shots)$/i;
const NEEDED: Readonly<Record<string, number>> = { "double-double": 2, "triple-double": 3 };

/** `his second double-double in a row`: refuted when the game's own figures make none; how many came before no row of one game says. */
export const featOf: Derive = (derivation) => {
	const { quantity, subjects } = derivation;
	const needed = NEEDED[quantity.unit];
	const [subject] = subjects;
	if (needed === undefined || !subject || subject.score < 0.7) return [];
	const counts = derivation.reading.seriesOf(subject.id).flatMap((series) => {
		const [fact] = COUNTED.test(series.words.measure.label) ? upTo(series, derivation) : [];
		return fact ? [{ series, fact }] : [];
	});
	const [first] = counts as { series: Series; fact: Fact }[];
	if (!first || counts.length < 3 || counts.some(({ fact }) => fact.period !== first.fact.period || !isDay(fact.period))) return [];
	const reached = counts.filter(({ fact }) => fact.value >= 10);
	if (reached.length >= needed) return [];
	const inputs = [...counts].sort((a, b) => b.fact.value - a.fact.value).map(({ fact }) => fact);
	const working = counts.map(({ series, fact }) => `${series.words.measure.label} ${printed(fact)}`).join(", ");
	return [
		readingOf(
			{ value: new Big(0), unit: quantity.unit, inputs, working, label: `${quantity.unit}s` },
			quantity,
			first.series,
			subject,
			{ score: 0.97, exactness: 2, how: "counted" },
			subject.score * 0.97,
		),
	];
};
