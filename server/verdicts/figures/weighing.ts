import { type Claim, hasQuantity, type Quantity } from "../../claims/claim.ts";
import type { Fact } from "../../references/fact.ts";
import type { Binding, Bound } from "../binding/bind.ts";
import { dayNumber, daysOf } from "../binding/periods/period.ts";
import type { Reading } from "../binding/reading.ts";
import { clauseAt } from "../binding/sentence/passage.ts";
import type { Tolerances } from "../tolerances.ts";
import { baseOf } from "../values/base.ts";
import { type Chosen, choose, grainOf, inWrittenUnit, negated } from "../values/facts.ts";
import { type Agreement, compare, writtenInterval } from "../values/interval.ts";
import { isContested, isRival, meet } from "../values/rivals.ts";
import { isToCome, speaksOfTheFuture } from "./language.ts";

/** What one reading makes of a claim. */
export interface Outcome {
	readonly bound: Bound;
	readonly agreement: Agreement | "elsewhere" | "superseded" | "disputed";
	/** The decisive fact, as the pack has it. */
	readonly fact: Fact;
	/** The newer one, when superseded; the one of another period that would fit, when misleading; the other row's, when disputed or when neither agrees. */
	readonly other?: Fact;
	/** The period is sure enough to contradict. */
	readonly sure: boolean;
}

/** Holds a claim against the series of one reading. */
export function weigh(
	quantity: Quantity,
	claim: Claim,
	bound: Bound,
	binding: Binding,
	reading: Reading,
	tolerances: Tolerances,
): Outcome | undefined {
	const { series, unit } = bound;
	const { kind } = series.words.measure;
	const clause = clauseAt(binding.passage, claim.span.start);
	const future = speaksOfTheFuture(binding.passage, clause);
	const chosenFor = (): Chosen => {
		const grain = grainSaid(binding.passage.text.slice(clause.start, clause.end));
		return choose(series.facts, binding.period, reading.dateline, tolerances.stale, kind, future, grain);
	};
	if (unit.foreign) {
		const own = chosenFor();
		const same = own.target.find((fact) => compare(quantity, fact, tolerances) === "agrees");
		return same && { bound, agreement: "disagrees", fact: same, sure: own.sure && bound.measure.narrowed === undefined };
	}
	if (binding.period?.shared && bound.derivedSlack === undefined) {
		// The date may be the next figure's: whichever agrees was meant.
		const { shared: _, ...own } = binding.period;
		const [dated, undated] = [own, undefined].map((period) => weigh(quantity, claim, bound, { ...binding, period }, reading, tolerances));
		if (undated?.agreement === "agrees" || dated === undefined || dated.agreement === "elsewhere") return undated;
		return dated.agreement !== "agrees" && !dated.sure && undated ? undated : dated;
	}
	const chosen =
		bound.derivedSlack === undefined ? chosenFor() : { target: series.facts, superseded: [], others: [], sure: true, undated: false };
	const turn = (fact: Fact): Fact => inWrittenUnit(bound.isTurned ? negated(fact) : fact, unit, quantity, series.words);
	const holds = (fact: Fact): Agreement => agreementOf(quantity, turn(fact), claim, bound, tolerances);
	// What fell has not risen, however much the rounding of what it is worked out from allows.
	const turned = (fact: Fact): boolean =>
		bound.derivedSlack !== undefined && series.words.isChange && quantity.value > 0 && turn(fact).value < 0;
	const verdicts = chosen.target.map((fact) => {
		const agreement = holds(fact);
		if (turned(fact)) return { fact, agreement: (bound.derivedSlack ?? 0) >= 1 ? ("open" as const) : ("disagrees" as const) };
		return { fact, agreement: fact.qualifier === "forecast" && !future && agreement !== "agrees" ? ("open" as const) : agreement };
	});
	if (bound.told?.kind === "percent for points") {
		const [one] = verdicts;
		return one?.agreement === "agrees"
			? { bound, agreement: "misleads", fact: one.fact, sure: chosen.sure && bound.isOpen !== true }
			: undefined;
	}
	const narrowed = bound.measure.narrowed !== undefined;
	const sure =
		chosen.sure &&
		!narrowed &&
		unit.loose !== true &&
		bound.isOpen !== true &&
		!series.derived?.inputs.some((fact) => isContested(fact, reading)) &&
		!(isToCome(binding.passage, clause) && chosen.target.some((fact) => isOver(fact, reading.dateline))) &&
		(series.facts.length === 1 || !future || chosen.target.some((fact) => fact.qualifier === "forecast"));
	const nearest = chosen.target[0];
	const base = bound.derivedSlack === undefined ? baseOf(claim, binding, nearest, chosen.others) : undefined;
	if (base) {
		const fits = base.facts.find((fact) => holds(fact) === "agrees");
		if (fits) return { bound, agreement: "agrees", fact: fits, sure };
		const [first] = base.facts;
		const isSure = sure || (base.isTold && !narrowed && unit.loose !== true && bound.isOpen !== true);
		return first && { bound, agreement: base.sure ? "disagrees" : "elsewhere", fact: first, sure: isSure };
	}
	return overall({ quantity, bound, chosen, verdicts, sure, holds });
}

/** What comes of a reading: what each of the facts of its time says, and whether one of another time fits where none of those does. */
interface Weighed {
	readonly quantity: Quantity;
	readonly bound: Bound;
	readonly chosen: Chosen;
	readonly verdicts: readonly { readonly fact: Fact; readonly agreement: Agreement }[];
	readonly sure: boolean;
	readonly holds: (fact: Fact) => Agreement;
}

function overall({ quantity, bound, chosen, verdicts, sure, holds }: Weighed): Outcome | undefined {
	const { series } = bound;
	const of = (agreement: Agreement) => verdicts.find((one) => one.agreement === agreement)?.fact;
	const nearest = chosen.target[0];
	const agreeing = of("agrees");
	const contrary = of("disagrees");
	if (agreeing && contrary && isRival(agreeing, contrary)) return { bound, agreement: "disputed", fact: agreeing, other: contrary, sure };
	if (agreeing) return { bound, agreement: "agrees", fact: agreeing, sure };
	if (!nearest) {
		const elsewhere = chosen.others[0];
		// The other side of a score fits: it is the day that is wrong, and the same contest is meant.
		if (
			elsewhere &&
			bound.partner?.series.facts.some((fact) => fact.period === elsewhere.period && fact.value === bound.partner?.value) &&
			series.facts.length === 1
		)
			return { bound, agreement: holds(elsewhere), fact: elsewhere, sure: true };
		return elsewhere && { bound, agreement: "elsewhere", fact: elsewhere, sure: false };
	}
	const older = chosen.superseded.find((fact) => holds(fact) === "agrees");
	if (older) return { bound, agreement: "superseded", fact: older, other: nearest, sure };
	const misleading = of("misleads");
	const otherPeriod = chosen.others.find((fact) => holds(fact) === "agrees");
	if (misleading) return { bound, agreement: "misleads", fact: misleading, ...(otherPeriod && { other: otherPeriod }), sure };
	// What something rose from was so before.
	if (chosen.undated && otherPeriod && quantity.role === "from") return { bound, agreement: "agrees", fact: otherPeriod, sure };
	if (chosen.undated && otherPeriod) {
		const newer = chosen.target.find((fact) => grainOf(fact) === grainOf(otherPeriod)) ?? nearest;
		return { bound, agreement: "superseded", fact: otherPeriod, other: newer, sure };
	}
	const open = of("open");
	if (open) return { bound, agreement: "open", fact: open, sure };
	// Of several finer periods none agrees: their sum or mean may be meant.
	if (chosen.target.length > 1 && chosen.target[0]?.period !== chosen.target.at(-1)?.period)
		return { bound, agreement: "open", fact: nearest, sure };
	const rival = chosen.target.find((fact) => isRival(nearest, fact) && !meet(nearest, fact));
	return { bound, agreement: "disagrees", fact: nearest, ...(rival && { other: rival }), sure };
}

/** What one fact says of a figure. `turned` is the fact in the unit, and on the side of nothing, that was written. */
function agreementOf(quantity: Quantity, turned: Fact, claim: Claim, bound: Bound, tolerances: Tolerances): Agreement {
	const relative = Math.max(bound.series.words.measure.tolerance ?? 0, bound.derivedSlack ?? 0);
	const weighed = compare(quantity, turned, tolerances, relative);
	if (weighed === "disagrees" && bound.isLoose && compare(quantity, negated(turned), tolerances, relative) !== "agrees") return "open";
	// Between a row of a year and an article somebody may have had a birthday.
	if (claim.kind === "age" && weighed === "disagrees" && Math.abs(quantity.value - turned.value) <= 1) return "open";
	// Whoever denies a bound (`did not reach 40`) does not say how far off it was.
	const isDenied = weighed === "misleads" && claim.kind !== "ratio" && hasQuantity(claim) && claim.quantity.hedge !== quantity.hedge;
	const agreement = isDenied ? "agrees" : weighed;
	// `6,936 feet` for 2,114 metres: what was converted is as exact as what it was made of.
	return agreement === "open" && isConverted(bound.unit) && isRounded(quantity, turned, tolerances) ? "agrees" : agreement;
}

/** Which length of time a clause asks for: `annual revenue`, `in the latest quarter`; undefined when it names none, or several. */
function grainSaid(clause: string): "year" | "quarter" | "month" | undefined {
	const said = new Set(clause.match(GRAINS)?.map((word) => (/^[aAyYfF]/.test(word) ? "year" : /^[qQ]/.test(word) ? "quarter" : "month")));
	const [only] = said;
	return said.size === 1 ? (only as "year" | "quarter" | "month") : undefined;
}

const GRAINS = /\b(?:full[- ]year|annual|yearly|quarterly|quarter|monthly|month)\b/gi;

/** A unit that is a power of ten of another is printed in the same digits. */
const isConverted = ({ factor, offset }: Bound["unit"]): boolean => offset !== 0 || !Number.isInteger(Math.log10(factor));

function isRounded(quantity: Quantity, { value, high }: Fact, tolerances: Tolerances): boolean {
	const written = writtenInterval(quantity, tolerances);
	return quantity.hedge === "exactly" && high === undefined && value >= written.low && value <= written.high;
}

/** Whether a fact is of a time that is over, and no forecast. */
function isOver({ period, qualifier }: Fact, dateline: string): boolean {
	const days = period === undefined ? undefined : daysOf(period);
	return days !== undefined && qualifier !== "forecast" && days.to < dayNumber(dateline);
}
