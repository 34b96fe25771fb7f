import Big from "big.js";
import type { Quantity } from "../../../claims/claim.ts";
import { phrase } from "../../../language/phrase.ts";
import type { Fact } from "../../../references/fact.ts";
import type { Bound } from "../../binding/bind.ts";
import type { SubjectCandidate } from "../../binding/candidate.ts";
import type { MeasureFit } from "../../binding/measures/measure.ts";
import { wordsBefore } from "../../binding/passage.ts";
import { daysOf } from "../../binding/periods/period.ts";
import type { Series } from "../../binding/reading.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { labelOf, lineOf, plain, printed, readingOf, rounding, upTo } from "../parts.ts";

/** `rose 0.75%`, `grew by $2 billion from a year earlier`: the change of a level between two periods of one series. */
export const changeOf: Derive = (derivation) => {
	const { quantity, subjects, claim } = derivation;
	if (claim.kind === "age" || claim.kind === "duration" || quantity.role === "to" || quantity.role === "from" || quantity.pair) return [];
	const percent = quantity.unit === "percent";
	const points = quantity.unit === "percentage point";
	if (quantity.trend === undefined) return [];
	return subjects.flatMap((subject) =>
		derivation.named(subject.id).flatMap(({ series, measure }) => {
			if (series.words.isChange) return [];
			const [now, ...before] = upTo(series, derivation);
			const base = now && baseOf(now, before, derivation);
			if (!now || !base || base.value === 0 || now.unit !== base.unit) return [];
			if (claim.kind === "ratio") return multipleOf(now, base, series, measure, subject, quantity);
			const difference = new Big(now.value).minus(base.value);
			const ofPercent = now.unit === "percent";
			if (points && !ofPercent) return [];
			if (!percent && !points && now.unit !== quantity.unit && quantity.unitKind !== "none") return [];
			const relative = percent;
			const value = relative ? difference.div(new Big(base.value).abs()).times(100) : difference;
			const label =
				base.period === undefined
					? phrase("change of {0}", labelOf(series.words.measure))
					: phrase("change of {0} since {1}", labelOf(series.words.measure), base.period);
			const working = relative
				? `(${printed(now)} − ${printed(base)}) / ${printed(base)} = ${plain(value, 2)}%`
				: `${printed(now)} − ${printed(base)} = ${plain(difference.div(now.scale), 4)}`;
			const since = { inputs: [now, base], label, isChange: true, slack: slackOf(now, base, difference) };
			const score = subject.score * measure.score * 0.97;
			const inPoints = `${printed(now)} − ${printed(base)} = ${plain(difference, 4)}`;
			// `Rose 1%` of what rose from 4% to 5% is a point.
			const slip =
				percent && ofPercent
					? [
							asPoints(
								readingOf(
									{ ...since, value: difference, unit: "percentage point", working: inPoints },
									quantity,
									series,
									subject,
									measure,
									score,
								),
							),
						]
					: [];
			return [
				...slip,
				readingOf(
					{
						value,
						unit: relative ? "percent" : points ? "percentage point" : now.unit,
						...since,
						working,
					},
					quantity,
					series,
					subject,
					measure,
					score,
				),
			];
		}),
	);
};

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

/** What rounding of the two levels does to their difference. */
function slackOf(now: Fact, base: Fact, difference: Big): number {
	if (difference.eq(0)) return 0;
	return (rounding(now) * Math.abs(now.value) + rounding(base) * Math.abs(base.value)) / Math.abs(Number(difference));
}

/** The fact that a change is measured from: a year before when the words say so, else the period right before of the same length. */
function baseOf(now: Fact, before: readonly Fact[], derivation: Derivation): Fact | undefined {
	const own = now.period === undefined ? undefined : daysOf(now.period);
	if (!own) return undefined;
	const same = before.filter((fact) => fact.period !== undefined && daysOf(fact.period)?.grain === own.grain);
	const line = lineOf(derivation);
	if (
		/year over year|year-over-year|year on year|year-on-year|a year (?:earlier|ago|before)|from the (?:previous|prior) year|the same (?:quarter|period|month)|than last year|annual/.test(
			line,
		)
	)
		return same.find((fact) => daysOf(fact.period as string)?.from === own.from - 10000);
	const since = derivation.passage.figures.find(
		(claim) => claim.kind === "date" && claim !== derivation.claim && /^(?:since|from)$/.test(wordBefore(derivation, claim.span.start)),
	);
	if (since && since.kind === "date") {
		const days = daysOf(since.time.value);
		return days && before.find((fact) => fact.period !== undefined && daysOf(fact.period)?.from === days.from);
	}
	const [previous] = same;
	const days = previous?.period === undefined ? undefined : daysOf(previous.period);
	if (!previous || !days) return undefined;
	// The period right before, or for days of trading the last one within a week.
	return follows(days.to, own.from, own.grain) ? previous : undefined;
}

function follows(end: number, start: number, grain: string): boolean {
	const at = (day: number): number => Date.UTC(Math.floor(day / 10000), (Math.floor(day / 100) % 100) - 1, Math.min(day % 100, 28));
	const gap = (at(start) - at(end)) / 86400000;
	return gap >= 0 && gap <= (grain === "day" ? 5 : 8);
}

function wordBefore({ passage }: Derivation, offset: number): string {
	return wordsBefore(passage, offset).at(-1)?.lower ?? "";
}
