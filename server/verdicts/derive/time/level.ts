import type { Claim } from "../../../claims/claim.ts";
import type { Fact } from "../../../references/fact.ts";
import type { SubjectCandidate } from "../../binding/candidate.ts";
import type { Series } from "../../binding/known-facts.ts";
import { fitMeasure, type MeasureFit } from "../../binding/measures/measure.ts";
import type { Figure, Passage } from "../../binding/sentence/passage.ts";
import type { Derivation } from "../derivation.ts";

/** How sure a measure is whose newest value stands beside the figure. */
export const SAID = 0.93;

/** How sure one is that only the figure beside names: too little, unless its value is the newest. */
const UNSAID = 0.3;

/** What may stand between a level and its change: `were waiting, down`, `, a drop of`. */
const AFTER_LEVEL =
	/^(?: (?!(?:and|but|or|while|with|as|on|for) )[\p{L}-]{1,20}){0,5},? (?:(?:up|down|by|an? \p{L}{4,10} of|which (?:is|was)|(?:more|less|fewer) than|nearly|almost|about|just|only|over) ){0,2}$/u;
/** What stands between two changes of one level: `on the month and`. */
const NEXT_CHANGE = /^(?: [\p{L}\d-]{1,12}){0,5} and (?:(?:up|down|by) )?$/u;

/** The level that a change behind it is of: `8,340 people were waiting, up 2.7% on the month and 5.6% on the year`. */
export function levelBefore({ span }: Claim, { quantities, text }: Passage): Figure | undefined {
	const at = quantities.findIndex((one) => one.span.start === span.start);
	const [first, before] = [quantities[at - 2], quantities[at - 1]];
	if (!before) return undefined;
	const between = text.slice(before.span.end, span.start);
	if (!isChange(before)) return AFTER_LEVEL.test(between) ? before : undefined;
	if (!first || isChange(first) || !NEXT_CHANGE.test(between)) return undefined;
	return AFTER_LEVEL.test(text.slice(first.span.end, before.span.start)) ? first : undefined;
}

const isChange = ({ quantity: { trend, role } }: Figure): boolean => role === "change" || (trend !== undefined && role === undefined);

/** Whether a figure is a fact's value, but for rounding. */
export function isLevelOf({ quantity: { value, unitKind } }: Figure, now: Fact): boolean {
	return (unitKind !== "percent") === (now.unit !== "percent") && Math.abs(value - now.value) <= 0.01 * Math.abs(now.value);
}

/** Of whom a change is. */
export interface Of {
	readonly series: Series;
	readonly measure: MeasureFit;
	readonly subject: SubjectCandidate;
}

/** What a level before a figure is called, where the figure's own words do not say it. */
export function calledByLevel(subject: string, named: readonly Pick<Of, "series">[], derivation: Derivation): Omit<Of, "subject">[] {
	const { claim, passage, reading } = derivation;
	const level = levelBefore(claim, passage);
	if (!level) return [];
	const positions = reading.positionsOf(passage);
	return reading.seriesOf(subject).flatMap((series) => {
		if (series.words.isChange || named.some((one) => one.series === series)) return [];
		const measure = fitMeasure(series.words, level.span, passage, level.quantity, positions);
		return measure.score >= 0.7 && measure.narrowed === undefined ? [{ series, measure: { ...measure, score: UNSAID } }] : [];
	});
}

/** `745 burglaries, down 8%`, `down 8% to 745`: where the newest value stands beside the change, it tells what has changed, and of whom. */
export function besideLevel(of: Of, now: Fact, { claim, passage, subjects }: Derivation): Of {
	const before = levelBefore(claim, passage);
	const after = passage.quantities.find(({ span }) => span.start >= claim.span.end);
	const isBefore = after?.quantity.role === "to" && after.span.start - claim.span.end <= REACH && isLevelOf(after, now);
	if (!isBefore && !(before && isLevelOf(before, now))) return of;
	const { measure, subject } = of;
	return {
		...of,
		measure: { ...measure, score: Math.max(measure.score, SAID) },
		subject: subject === subjects[0] && subject.score >= 0.5 ? { ...subject, score: Math.max(subject.score, SAID) } : subject,
	};
}

/** `on the month to just over `. */
const REACH = 40;
