import Big from "big.js";
import type { Quantity } from "../../../claims/claim.ts";
import { phrase } from "../../../language/phrase.ts";
import type { Fact } from "../../../references/fact.ts";
import type { Bound } from "../../binding/bind.ts";
import type { SubjectCandidate } from "../../binding/candidate.ts";
import type { Series } from "../../binding/known-facts.ts";
import { isModified } from "../../binding/limits/modified.ts";
import type { MeasureFit } from "../../binding/measures/measure.ts";
import { wordsBefore, wordsBehind } from "../../binding/sentence/passage.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { labelOf, plain, printed, readingOf, rounding } from "../parts.ts";
import { type Ends, endsOf, isBaseTold } from "./ends.ts";
import { besideLevel, calledByLevel, type Of } from "./level.ts";

/** `rose 0.75%`, `grew by $2 billion from a year earlier`: the change of a level between two periods of one series. */
export const changeOf: Derive = (derivation) => {
	const { quantity, subjects, claim } = derivation;
	if (claim.kind === "age" || claim.kind === "duration" || quantity.role === "to" || quantity.role === "from" || quantity.pair) return [];
	if (quantity.trend === undefined) return [];
	return subjects.flatMap((subject) => {
		const named = derivation.named(subject.id);
		return [...named, ...calledByLevel(subject.id, named, derivation)].flatMap(({ series, measure }) => {
			if (series.words.isChange) return [];
			const ends = endsOf(series, derivation);
			// `Cargo revenue rose 4%` is not all revenue.
			const isOfPart =
				ends.length > 0 &&
				(isModified(claim, { series, measure, subject }, derivation.passage) || isOfAnother({ series, measure, subject }, derivation));
			return ends.flatMap((one) => {
				const of = besideLevel({ series, measure, subject }, one.now, derivation);
				if (of.measure.score < 0.4 && measure.narrowed === undefined) return [];
				return between(one, of, derivation).map((bound) => (one.isOpen || isOfPart ? { ...bound, isOpen: true } : bound));
			});
		});
	});
};

/**
 * What `fell to $412.6 million in the fourth quarter` is told when that is more than the quarter before and the year before had: the change that there was.
 * Undefined when the words measure it from something else, when it has been some time (`has fallen to`), or when no fact says otherwise.
 */
export function turnOf({ series, measure, subject, isOpen }: Bound, fact: Fact, derivation: Derivation): Bound | undefined {
	const { claim, quantity, period, passage } = derivation;
	if (quantity.role !== "to" || quantity.trend === undefined || period === undefined || period.newest || isOpen) return undefined;
	if (series.words.isChange || fact.qualifier !== undefined || fact.value <= 0 || quantity.value <= 0) return undefined;
	if (passage.quantities.some((one) => one.quantity.role === "from" || (one !== claim && one.quantity.role === "change"))) return undefined;
	if (wordsBefore(passage, claim.span.start, 8).some(({ lower }) => SOME_TIME.test(lower))) return undefined;
	const behind = wordsBehind(passage, claim.span.end, 12);
	if (!isBaseTold(derivation) && behind.some(({ lower }) => ELSEWHERE.test(lower))) return undefined;
	const all = endsOf(series, derivation).filter(({ now }) => now === fact);
	const [first] = all;
	const isTurned = ({ base, isOpen }: Ends): boolean =>
		!isOpen &&
		base.value > 0 &&
		base.unit === fact.unit &&
		fact.value !== base.value &&
		fact.value > base.value === (quantity.trend === "down");
	if (!first || !all.every(isTurned)) return undefined;
	const change: Quantity = {
		...quantity,
		unit: fact.unit === "percent" ? "percentage point" : "percent",
		unitKind: "percent",
		decimals: 0,
		scale: 1,
		role: "change",
	};
	return between(first, { series, measure, subject }, { ...derivation, quantity: change }).at(-1);
}

/** `Sales stalled and costs rose by €45 million`: what is right before the verb moved, and not what was spoken of before it. */
function isOfAnother({ series, measure: { span } }: Of, { claim, passage }: Derivation): boolean {
	const [, noun, verb, by] =
		/(?:and|but|while|as|,) (?:\p{Ll}{2,14} )?(\p{Ll}{3,20})(?: (?:had|have|has))? (\p{Ll}{3,20})( by)? (?:about |around |nearly |some |over |more than |almost )?$/u.exec(
			passage.text.slice(Math.max(passage.start, claim.span.start - 60), claim.span.start),
		) ?? [];
	const word = noun && passage.words.findLast((one) => one.lower === noun && one.end < claim.span.start);
	if (!word || !verb || !span || span.end > word.start || (!by && !/(?:ed|rose|fell|grew|sank|shrank|rises|falls|grows)$/.test(verb)))
		return false;
	return /[^s]s$/.test(noun) && !series.words.forms.some((form) => form.includes(word.stem));
}

/** What has been so for some time, or is no move of the figure's own period. */
const SOME_TIME = /^(?:has|have|had|steadily|gradually|eventually|later|once|then|briefly|was|were|be|if|not|n't|never)$/;
/** What makes another time the one that a figure is measured from. */
const ELSEWHERE = /^(?:from|since|after|against|compared|versus|before|lowest|highest|low|high|peak|record)$/;

/** What led from one fact to another, in the unit that was written. */
function between({ now, base }: Ends, { series, measure, subject }: Of, { quantity, claim }: Derivation): Bound[] {
	if (base.value === 0 || now.unit !== base.unit) return [];
	if (claim.kind === "ratio") return multipleOf(now, base, series, measure, subject, quantity);
	const difference = new Big(now.value).minus(base.value);
	const ofPercent = now.unit === "percent";
	const percent = quantity.unit === "percent";
	// A loss that has become a profit has grown by no percentage.
	if (percent && base.value < 0) return [];
	const points = POINTS.get(quantity.unit);
	if (points !== undefined && !ofPercent && quantity.unitKind === "percent") return [];
	const inPoints = points !== undefined && ofPercent;
	if (!percent && !inPoints && now.unit !== quantity.unit && quantity.unitKind !== "none") return [];
	const relative = difference.div(new Big(base.value).abs()).times(100);
	const value = percent ? relative : difference.times(inPoints ? points : 1);
	const label =
		base.period === undefined
			? phrase("change of {0}", labelOf(series.words.measure))
			: phrase("change of {0} since {1}", labelOf(series.words.measure), base.period);
	const working = percent
		? `(${printed(now)} − ${printed(base)}) / ${printed(base)} = ${plain(value, 2)}%`
		: `${printed(now)} − ${printed(base)} = ${plain(difference.div(now.scale), 4)}`;
	const since = { inputs: [now, base], label, isChange: true, slack: slackOf(now, base, difference) };
	const told = (value: Big, unit: string, how: string): Bound =>
		readingOf({ ...since, value, unit, working: how }, quantity, series, subject, measure, subject.score * measure.score * 0.97);
	// `Rose 1%` of what rose from 4% to 5% is a point.
	const slip =
		percent && ofPercent
			? [asPoints(told(difference, "percentage point", `${printed(now)} − ${printed(base)} = ${plain(difference, 4)}`))]
			: [];
	return [...slip, told(value, percent ? "percent" : inPoints ? quantity.unit : now.unit, working)];
}

/** Units in which what is itself a percentage moves, and how many of each a percentage point has. */
const POINTS: ReadonlyMap<string, number> = new Map([
	["percentage point", 1],
	["point", 1],
	["basis point", 100],
]);

/** A change in points that was written as one in percent. */
function asPoints(bound: Bound): Bound {
	const [fact] = bound.series.facts as [Fact];
	return { ...bound, told: { kind: "percent for points", fact, subject: bound.series.subject, measure: bound.series.words.measure } };
}

/** `doubled`, `halved`: how many times as much there is as before. What is nearly so is neither borne out nor denied. */
function multipleOf(now: Fact, base: Fact, series: Series, measure: MeasureFit, subject: SubjectCandidate, quantity: Quantity): Bound[] {
	if (now.value <= 0 || base.value <= 0 || base.period === undefined) return [];
	const value = new Big(now.value).div(base.value);
	const off = Number(value.minus(quantity.value).abs().div(quantity.value));
	if (quantity.hedge === "exactly" && off > EXACT && off <= NEARLY) return [];
	const working = `${printed(now)} / ${printed(base)} = ${plain(value, 2)}`;
	const label = phrase("{0} as a multiple since {1}", labelOf(series.words.measure), base.period ?? "");
	const derived = { value, unit: "none", inputs: [now, base], working, label };
	return [readingOf(derived, quantity, series, subject, measure, subject.score * measure.score * 0.97)];
}

/** How far from twice as much `doubled` still is, and from where on it is not, as shares. */
const EXACT = 0.025;
const NEARLY = 0.1;

/** What rounding of two levels does to their difference, as a share of it. */
export function slackOf(now: Fact, base: Fact, difference: Big): number {
	if (difference.eq(0)) return 0;
	return (rounding(now) * Math.abs(now.value) + rounding(base) * Math.abs(base.value)) / Math.abs(Number(difference));
}
