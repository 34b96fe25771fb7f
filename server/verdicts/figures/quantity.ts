import type { Claim, Quantity } from "../../claims/claim.ts";
import type { Entity, Fact, Measure } from "../../references/fact.ts";
import { type Binding, type Bound, bind, whoseIs } from "../binding/bind.ts";
import { fitMeasure } from "../binding/measures/measure.ts";
import { hasSides, sideNamed } from "../binding/measures/results.ts";
import type { Reading } from "../binding/reading.ts";
import { clauseAt } from "../binding/sentence/passage.ts";
import type { Derivation } from "../derive/derivation.ts";
import { derive } from "../derive/derive.ts";
import { turnOf } from "../derive/time/change.ts";
import { SAID } from "../derive/time/level.ts";
import type { Tolerances } from "../tolerances.ts";
import { isBesideLevel } from "../values/base.ts";
import { negated } from "../values/facts.ts";
import type { Reason, ResultSide, Verdict } from "../verdict.ts";
import { meant, speaksOfTheFuture } from "./language.ts";
import { OfNobody } from "./nobody.ts";
import { scoped } from "./scoped.ts";
import { type Outcome, weigh } from "./weighing.ts";

/** A reading whose words alone are strong: only such a one may contradict. */
export const STRONG = 0.72;
/** A reading whose value agrees may be what was meant when its words are no more than this behind the best reading's. */
const NEAR = 0.25;
/** Below this an agreeing value is chance. */
const SUPPORT = 0.4;
/** Small whole numbers agree by chance more often. */
const SUPPORT_SMALL = 0.55;
/** Two disagreeing readings nearer than this are too close to call. */
const APART = 0.03;
/** From here the words settle what is spoken of, so that the reference may be shown even when it cannot decide. */
const SETTLED = 0.6;

/** What the references say of a figure. */
export function judgeQuantity(claim: Claim & { readonly quantity: Quantity }, reading: Reading, tolerances: Tolerances): Verdict {
	const whose = whoseIs(claim, reading);
	// Whatever is stated or worked out is of somebody.
	if (whose?.subjects.length === 0) return new OfNobody(claim, whose.passage, reading.cellDates(claim.block));
	const binding = whose && bind(claim, whose, reading);
	if (!binding) return silent(undefined);
	const quantity = meant(claim, binding.passage);
	const outcomes: Outcome[] = [];
	for (const bound of quantity ? readingsOf(claim, quantity, binding, reading, tolerances) : []) {
		const outcome = quantity && weigh(quantity, claim, bound, binding, reading, tolerances);
		if (outcome) outcomes.push(outcome);
	}
	const best = outcomes[0];
	if (!best) return silent(binding);
	const neighbour = neighbourOf(outcomes, binding, claim, reading);
	if (neighbour) return neighbour;
	const fits = outcomes.find((one) => one.agreement === "agrees" && mayBeMeant(one, best, claim.quantity, binding, reading));
	if (fits) {
		const odd = oddOf(fits, outcomes);
		if (odd) return said("contradicted", { kind: "disagrees", ...about(odd) }, odd, binding, [odd.fact]);
		const turned = quantity && turnedFrom(fits, claim, quantity, binding, reading, tolerances);
		if (turned) return said("contradicted", { kind: "disagrees", ...about(turned) }, turned, binding, [turned.fact]);
		return said("supported", fits.bound.told ?? { kind: "agrees", ...about(fits) }, fits, binding, [fits.fact]);
	}
	const slip = outcomes.find(({ bound, sure }) => bound.told?.kind === "percent for points" && bound.score >= SETTLED && sure);
	if (slip?.bound.told) return said("imprecise", slip.bound.told, slip, binding, [slip.fact]);
	const next = outcomes.find((one) => one !== best && one.bound.series !== best.bound.series);
	const clear =
		isNamed(best, binding) &&
		best.bound.score >= STRONG &&
		best.sure &&
		!(next && best.bound.score - next.bound.score < APART && next.bound.measure.exactness >= best.bound.measure.exactness);
	const settled = best.bound.score >= SETTLED;
	switch (best.agreement) {
		case "superseded":
			if (settled && best.other) {
				const { fact: newer, measure, subject } = about({ ...best, fact: best.other });
				const reason = { kind: "superseded", fact: asTold(best.fact, best.bound), newer, measure, subject } as const;
				return said("outdated", reason, best, binding, [best.other, best.fact]);
			}
			break;
		case "misleads":
			if (settled && best.sure)
				return said(
					"imprecise",
					{ kind: "misleads", ...about(best), ...(best.other && { fits: best.other }) },
					best,
					binding,
					best.other ? [best.fact, best.other] : [best.fact],
				);
			break;
		case "disputed":
			if (settled && best.other)
				return said(
					"disputed",
					{ kind: "packs disagree", facts: [best.fact, best.other].map((fact) => asTold(fact, best.bound)) },
					best,
					binding,
					[best.fact, best.other],
				);
			break;
		case "disagrees":
			if (clear) {
				const rival = best.other && asTold(best.other, best.bound);
				const reason = best.bound.told ?? { kind: "disagrees", ...about(best), ...(rival && { rival }) };
				return said("contradicted", reason, best, binding, best.other ? [best.fact, best.other] : [best.fact]);
			}
			break;
		case "open":
		case "elsewhere":
			if (settled) return said("unreferenced", { kind: "cannot tell", ...about(best) }, best, binding, [best.fact]);
			break;
	}
	const references = settled && !(next && best.bound.score - next.bound.score < APART) ? [best.fact] : [];
	return {
		...said("unreferenced", { kind: "too close to call" }, best, binding, references),
		candidates: outcomes.slice(0, 5).map((one) => one.fact),
	};
}

/** `Chad and Mali each have 40 ships`, where one of them has: the other one, who has not. */
function oddOf(fits: Outcome, outcomes: readonly Outcome[]): Outcome | undefined {
	const { subject, series, derivedSlack } = fits.bound;
	if (!subject.each || derivedSlack !== undefined) return undefined;
	return outcomes.find(
		({ bound, agreement, sure }) =>
			agreement === "disagrees" &&
			sure &&
			bound.subject.each === true &&
			bound.subject.id !== subject.id &&
			bound.score >= STRONG &&
			bound.derivedSlack === undefined &&
			bound.series.words.measure.id === series.words.measure.id,
	);
}

/** What a level that agrees is told when it did not get there as it was said: `fell to 44` of what rose to 44. */
function turnedFrom(
	{ bound, fact, sure }: Outcome,
	claim: Claim,
	quantity: Quantity,
	binding: Binding,
	reading: Reading,
	tolerances: Tolerances,
): Outcome | undefined {
	if (quantity.role !== "to" || !sure || bound.score < STRONG || bound.derivedSlack !== undefined) return undefined;
	if (speaksOfTheFuture(binding.passage, clauseAt(binding.passage, claim.span.start))) return undefined;
	const turn = turnOf(bound, fact, derivationOf(claim, quantity, binding, reading, tolerances));
	const [derived] = turn?.series.facts ?? [];
	return turn && derived && { bound: turn, agreement: "disagrees", fact: derived, sure };
}

/** Stated values and derived ones, best first. A place or a factor is no value of a measure: it has to be worked out. */
function readingsOf(claim: Claim, quantity: Quantity, binding: Binding, reading: Reading, tolerances: Tolerances): Bound[] {
	const derived = derive(derivationOf(claim, quantity, binding, reading, tolerances));
	const stated =
		claim.kind === "rank" || claim.kind === "ratio"
			? []
			: binding.readings.map((bound) => scoped(claim, besideLevel(claim, bound, binding), binding, reading));
	return [...stated, ...derived].sort((a, b) => b.score - a.score || b.measure.exactness - a.measure.exactness);
}

/** `745 burglaries, compared with 812 the year before`: the figure in front tells what is counted. */
function besideLevel(claim: Claim, bound: Bound, { passage }: Binding): Bound {
	const score = bound.subject.score * SAID;
	return bound.score < score && isBesideLevel(claim, passage, bound.series.facts) ? { ...bound, score } : bound;
}

/** What whatever has to be worked out for a claim may draw on. */
function derivationOf(claim: Claim, quantity: Quantity, binding: Binding, reading: Reading, { stale }: Tolerances): Derivation {
	const { passage, period, subjects } = binding;
	/** What of a subject the words name, found once for all derivations. */
	const named = new Map<string, ReturnType<Derivation["named"]>>();
	return {
		claim,
		quantity,
		passage,
		period,
		reading,
		stale,
		subjects: subjects.filter((subject) => subject.score >= 0.4).slice(0, 4),
		named: (subject, narrowing) => {
			const key = narrowing === undefined ? subject : `${subject}\n${narrowing}`;
			let found = named.get(key);
			if (!found) {
				const positions = reading.positionsOf(passage);
				found = reading
					.seriesOf(subject)
					.map((series) => ({ series, measure: fitMeasure(series.words, claim.span, passage, quantity, positions) }))
					.filter(({ measure: { score, narrowed, isNear } }) =>
						claim.kind === "rank"
							? score >= 0.3 && isNear === undefined && (narrowed === undefined || RANKING.has(narrowed))
							: score >= (narrowed === undefined ? 0.4 : 0.2) && (narrowed === undefined || narrowed === narrowing),
					);
				named.set(key, found);
			}
			return found;
		},
	};
}

/** What narrows a measure elsewhere is, in a rank, the rank itself: `the lowest turnout`. */
const RANKING = new Set(["lowest", "highest", "record", "peak"]);

function mayBeMeant(one: Outcome, best: Outcome, quantity: Quantity, binding: Binding, reading: Reading): boolean {
	// A noun right behind the figure says what is counted; nothing else can be meant.
	if (isCounted(best) && !isCounted(one)) return false;
	if (one.bound.measure.narrowed || one.agreement !== "agrees" || !(isNamed(one, binding) || isOfAnotherKind(one, binding, reading)))
		return false;
	const small = Number.isInteger(quantity.value) && Math.abs(quantity.value) <= 12 && quantity.scale === 1;
	return one.bound.score >= (small ? SUPPORT_SMALL : SUPPORT) && best.bound.score - one.bound.score <= NEAR;
}

/** `Dynamo have signed Ana Moor for €62 million`: whoever is named more surely is of a kind that the packs know no such measure of. */
function isOfAnotherKind({ bound: { subject, series } }: Outcome, { subjects: [first] }: Binding, reading: Reading): boolean {
	const type = (id: string | undefined): string | undefined => (id === undefined ? undefined : reading.references.entities.get(id)?.type);
	const [own, other] = [type(subject.id), type(first?.id)];
	return own !== undefined && other !== undefined && own !== other && !reading.typesWith(series.words.measure.id).has(other);
}

/** Whether the words do not rather name somebody of whom no fact is known. */
function isNamed({ bound }: Outcome, { subjects }: Binding): boolean {
	return (subjects[0]?.score ?? 0) - bound.subject.score <= 0.3;
}

const isCounted = ({ bound }: Outcome): boolean => bound.measure.how === "counted" || bound.measure.how === "in the figure";

/** A value that fits a near neighbour of the measure that the words name: never supported, whoever the words are about. */
function neighbourOf(outcomes: readonly Outcome[], binding: Binding, claim: Claim, reading: Reading): Verdict | undefined {
	for (const outcome of outcomes) {
		if (outcome.agreement !== "agrees") continue;
		const { measure } = outcome.bound.series.words;
		for (const id of measure.confusableWith) {
			const words = reading.measureWords(id);
			const fit = fitMeasure(words, claim.span, binding.passage, undefined, reading.positionsOf(binding.passage));
			if (fit.score < 0.6 || fit.score <= outcome.bound.measure.score) continue;
			// `428,100 applicants had been accepted` names applicants, and accepted applicants by one word more.
			if (
				fit.exactness < outcome.bound.measure.exactness &&
				outcome.bound.measure.score >= 0.6 &&
				outcome.bound.measure.narrowed === undefined
			)
				continue;
			return said("imprecise", { kind: "neighbour", ...about(outcome), measure: words.measure, neighbour: measure }, outcome, binding, [
				outcome.fact,
			]);
		}
	}
	return undefined;
}

/** What is told of an outcome. A result on the other side of nothing than the words have it has its name there, and no minus. */
function about({ fact, bound }: Outcome): {
	readonly fact: Fact;
	readonly subject: Entity;
	readonly measure: Measure;
	readonly side?: ResultSide;
} {
	const { subject, words, facts } = bound.series;
	const told = asTold(fact, bound);
	if (told.value >= 0 || !words.other || !hasSides(words.measure, facts[0]?.unit ?? "none"))
		return { fact: told, subject, measure: words.measure };
	return { fact: negated(told), subject, measure: words.other.measure, side: sideNamed(words.measure.label) };
}

/** A fact as the words name its measure: a profit below nothing is a loss of so much. What was worked out says itself which way it went. */
const asTold = (fact: Fact, { isTurned, derivedSlack }: Bound): Fact => (isTurned && derivedSlack === undefined ? negated(fact) : fact);

function silent(binding: Binding | undefined): Verdict {
	return {
		name: "unreferenced",
		reason: { kind: "nothing known" },
		references: [],
		...(binding?.period && { period: binding.period.value }),
	};
}

function said(name: Verdict["name"], reason: Reason, outcome: Outcome, binding: Binding, references: readonly Fact[]): Verdict {
	const { series } = outcome.bound;
	const period = binding.period?.newest
		? outcome.fact.period
		: (binding.period?.value ?? (name === "unreferenced" ? undefined : outcome.fact.period));
	return {
		name,
		reason,
		...(series.derived && { working: series.derived.working }),
		subject: { text: series.subject.name, entity: series.subject.id },
		measure: {
			text: series.words.measure.label,
			measure: series.words.measure.id,
			...(series.words.measure.said && { said: series.words.measure.said }),
		},
		...(period !== undefined && { period }),
		how: { subject: outcome.bound.subject.how, measure: outcome.bound.measure.how, period: periodHow(binding) },
		references: series.derived ? [...series.derived.inputs] : references,
	};
}

/** Where the period is from: the clause, the rest of the sentence, words for the newest there is, or no words at all. */
function periodHow({ period }: Binding): string {
	if (!period) return "none";
	if (period.newest) return "newest";
	return period.near ? "clause" : "sentence";
}
