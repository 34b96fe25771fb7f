import Big from "big.js";
import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { Fact } from "../../../references/fact.ts";
import type { Series } from "../../binding/known-facts.ts";
import { type Condition, conditionOf } from "../../binding/limits/condition.ts";
import { fitMeasure, type MeasureFit } from "../../binding/measures/measure.ts";
import { MEMBERS, NEUTRAL, SCORE_NOUNS } from "../../binding/sentence/words.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { current, printed, readingOf } from "../parts.ts";
import { valuesOf } from "./members.ts";

/**
 * `six players in double figures`, `three branches with 1,000 sales or more`: how many parts of a whole have so much of a measure. Counted where no part is
 * missing; where some may be, only a figure that is already exceeded is refuted.
 */
export const membersWithOf: Derive = (derivation) => {
	const { claim, passage, quantity, subjects, reading } = derivation;
	const condition = conditionOf(claim, passage);
	if (!condition) return [];
	return subjects.flatMap((subject) => {
		const members = reading.membersOf(subject.id);
		if (members.length < 2 || !isPlain(quantity.unit, subject.id, derivation)) return [];
		const measured = measureOf(
			condition,
			members.flatMap(({ id }) => reading.seriesOf(id)),
			derivation,
		);
		const first = measured && current(measured.series, derivation);
		if (!first) return [];
		const { series, measure } = measured;
		const { facts, complete } = valuesOf(members, subject.id, series.words.measure.id, first.period, reading);
		const meeting = facts.filter((fact) => fact.unit === first.unit && meets(fact.value, condition)).sort((a, b) => b.value - a.value);
		if (!complete && meeting.length <= quantity.value) return [];
		const names = meeting.map((fact) => `${nameOf(fact, derivation)} ${printed(fact)}`).join(", ");
		const [one] = meeting.length > 0 ? meeting : facts;
		if (!one) return [];
		const label = told(nounIn(derivation), condition, derivation);
		const whole = reading.references.entities.get(subject.id);
		const derived = {
			value: new Big(meeting.length),
			unit: quantity.unit,
			inputs: meeting.length > 0 ? meeting : [one],
			working: meeting.length > 0 ? `${meeting.length}: ${names}` : phrase("none"),
			label,
			...(whole && { of: whole.name }),
			...(!complete && { bound: "min" as const }),
		};
		return [readingOf(derived, quantity, series, subject, { ...measure, how: "counted" }, subject.score * measure.score)];
	});
};

/** The noun as it is written: `players` of `six players`. */
function nounIn({ claim, passage, quantity }: Derivation): string {
	const words = passage.words.filter((word) => word.start >= claim.span.start && word.start < claim.span.end);
	return words
		.slice(-quantity.unit.split(" ").length)
		.map((word) => word.text)
		.join(" ");
}

/** No adjective keeps some of the parts out: `six young players` may be six of eight. */
function isPlain(unit: string, whole: string, { reading }: Derivation): boolean {
	const own = reading.references.entities.get(whole);
	const names = new Set([own?.name ?? "", ...(own?.aliases ?? [])].flatMap((name) => name.toLowerCase().split(" ")));
	const words = unit.split(" ");
	const head = words.at(-1) ?? "";
	if (!MEMBERS.has(head) && ![head, `${head}s`].some((word) => names.has(word.toLowerCase()))) return false;
	return words.slice(0, -1).every((word) => NEUTRAL.has(word) || names.has(word.toLowerCase()) || word === "different" || word === "team");
}

/** What the condition measures: what its own words name, else, of a contest, what contests are scored in. */
function measureOf(
	condition: Condition,
	all: readonly Series[],
	{ passage, reading }: Derivation,
): { readonly series: Series; readonly measure: MeasureFit } | undefined {
	const positions = reading.positionsOf(passage);
	const seen = new Set<string>();
	let best: { readonly series: Series; readonly measure: MeasureFit } | undefined;
	for (const series of all) {
		const { id } = series.words.measure;
		if (seen.has(id)) continue;
		seen.add(id);
		const measure = fitMeasure(series.words, condition.span, passage, condition.figure?.quantity, positions);
		// Only what stands in the limit or behind it: what stands before is mostly the subject's own.
		if (!measure.span || measure.span.end <= condition.span.start || measure.narrowed !== undefined || measure.score < 0.85) continue;
		if (!best || measure.score > best.measure.score) best = { series, measure };
	}
	if (best || condition.figure) return best;
	const scored = all.find((series) => SCORE_NOUNS.includes(series.words.measure.label.toLowerCase().replace(/s$/, "")));
	return scored && { series: scored, measure: { score: 0.9, exactness: 1, how: "counted" } };
}

const HEDGES: Partial<Record<Condition["hedge"], (noun: string, figure: string) => Phrase>> = {
	over: (noun, figure) => phrase("{0} with more than {1}", noun, figure),
	under: (noun, figure) => phrase("{0} with fewer than {1}", noun, figure),
	atMost: (noun, figure) => phrase("{0} with at most {1}", noun, figure),
	atLeast: (noun, figure) => phrase("{0} with at least {1}", noun, figure),
};

/** `players in double figures`, `branches with at least 20 points`, `… with more than $3,000`. */
function told(noun: string, { hedge, figure, span }: Condition, { passage }: Derivation): string | Phrase {
	if (figure) return HEDGES[hedge]?.(noun, figure.text.replace(/ or (?:more|fewer|less)\b/, "")) ?? noun;
	const words = passage.home.block.text
		.slice(span.start, span.end)
		.replace(/ ?- ?/g, " ")
		.replace(/([et])$/, "$1s")
		.toLowerCase();
	return phrase("{0} in {1}", noun, words);
}

function meets(value: number, { hedge, limit }: Condition): boolean {
	switch (hedge) {
		case "over":
			return value > limit;
		case "under":
			return value < limit;
		case "atMost":
			return value <= limit;
		default:
			return value >= limit;
	}
}

const nameOf = (fact: Fact, { reading }: Derivation): string => reading.seriesOf(fact.subject)[0]?.subject.name ?? fact.subject;
