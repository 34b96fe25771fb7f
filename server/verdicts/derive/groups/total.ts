import Big from "big.js";
import type { Derive } from "../derivation.ts";
import { lineOf, plain, printed, readingOf, upTo } from "../parts.ts";

/** `Chad and Mali together have 40 million`, `an average of 20 million`: the sum or the mean of what several subjects have. */
export const totalOf: Derive = (derivation) => {
	const { subjects, passage, claim, quantity } = derivation;
	const line = lineOf(derivation);
	const sum = /\b(?:together|combined|between them|in all|in total|jointly)\b/.test(line);
	const mean = /\b(?:average|on average|averaged|mean)\b/.test(line);
	if (sum === mean) return [];
	const ids = [
		...new Set(passage.names.filter((name) => name.ids.length === 1 && name.end <= claim.span.start).flatMap((name) => name.ids)),
	];
	const [first] = subjects.filter((one) => ids.includes(one.id));
	if (ids.length < 2 || ids.length > 6 || !first) return [];
	return derivation.named(first.id).flatMap(({ series, measure }) => {
		const facts = ids.map((id) => {
			const own = derivation.reading.seriesOf(id).find((one) => one.words.measure.id === series.words.measure.id);
			return own && upTo(own, derivation)[0];
		});
		const [one] = facts;
		if (!one || facts.some((fact) => !fact || fact.unit !== one.unit || fact.period !== one.period)) return [];
		const all = facts as (typeof one)[];
		const total = all.reduce((so, fact) => so.plus(fact.value), new Big(0));
		const value = mean ? total.div(all.length) : total;
		const working = `${mean ? "(" : ""}${all.map(printed).join(" + ")}${mean ? `) / ${all.length}` : ""} = ${plain(value.div(one.scale))}`;
		return [
			readingOf(
				{
					value,
					unit: one.unit,
					inputs: all,
					working,
					of: nameList(all.map((fact) => derivation.reading.references.entities.get(fact.subject)?.name ?? fact.subject)),
					label: `${mean ? "average" : "combined"} ${series.words.measure.label}`,
				},
				quantity,
				series,
				{ ...first, score: 0.95 },
				measure,
				0.97 * measure.score,
			),
		];
	});
};

const nameList = (names: readonly string[]): string => `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
