import Big from "big.js";
import type { Series } from "../binding/known-facts.ts";

/** The sum of one fact each of several series of one subject, unit and period: two quarters are a half. Undefined when they do not go together. */
export function sumOf(series: readonly Series[]): Series | undefined {
	const facts = series.flatMap((one) => one.facts.slice(0, 1));
	const [first] = facts;
	const [head] = series;
	if (
		!first ||
		!head ||
		facts.length !== series.length ||
		facts.some((fact) => fact.unit !== first.unit || fact.period !== first.period || fact.high !== undefined)
	)
		return undefined;
	const total = facts.reduce((sum, fact) => sum.plus(fact.value), new Big(0));
	const label = facts.length === 2 ? series.map((one) => one.words.measure.label).join(" and ") : head.words.measure.label;
	return {
		subject: head.subject,
		words: { ...head.words, measure: { ...head.words.measure, label } },
		facts: [{ ...first, value: Number(total), printed: total.toString() }],
		derived: { inputs: facts, working: `${facts.map((fact) => fact.printed).join(" + ")} = ${total.toString()}` },
	};
}
