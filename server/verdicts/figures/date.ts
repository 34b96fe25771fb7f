import type { DateClaim } from "../../claims/claim.ts";
import type { Fact } from "../../references/fact.ts";
import { type Bound, bind, mayBeOf, whoseIs } from "../binding/bind.ts";
import type { Series } from "../binding/known-facts.ts";
import { type Days, daysOf } from "../binding/periods/period.ts";
import type { Reading } from "../binding/reading.ts";
import type { Passage } from "../binding/sentence/passage.ts";
import { hasOwnSubject } from "../binding/subjects/own-subject.ts";
import type { Verdict } from "../verdict.ts";
import { STRONG } from "./quantity.ts";

const nothing: Verdict = { name: "unreferenced", reason: { kind: "nothing known" }, references: [] };

/** From here an agreeing date is no chance: the words name the event. */
const NAMED = 0.4;

/**
 * What the references say of a date: a fact whose unit is `date` says when something happened (`2006`, `2022-04-08`). The coarser of the
 * two decides how exactly they must agree. Dates that only place another figure in time find no such fact and stay unreferenced.
 */
export function judgeDate(claim: DateClaim, reading: Reading): Verdict {
	// Most dates are of nobody of whom the packs know when something happened: their words need not be read for it.
	if (!mayBeOf(claim, reading, isOfDates)) return nothing;
	const whose = whoseIs(claim, reading);
	if (!whose?.subjects.some(({ id }) => reading.seriesOf(id).some(isOfDates))) return nothing;
	const days = daysOf(claim.time.value);
	const binding = days && bind(claim, whose, reading);
	if (!binding || !days) return nothing;
	const outcomes = binding.readings
		// The `years` of `four years ago` name no event, whatever the packs call a year.
		.filter((bound) => bound.measure.exactness > 0 && bound.measure.how !== "in the figure" && !isThing(bound, binding.passage))
		.flatMap((bound) => {
			const fact = newest(bound.series.facts);
			const own = fact && daysOf(fact.printed);
			if (!fact || !own) return [];
			return [{ bound, fact, agrees: agree(days, own) }];
		});
	// Of several events near one date, the nearest words name it.
	outcomes.sort((a, b) => b.bound.score - a.bound.score - (distance(claim, b.bound) - distance(claim, a.bound)) / 400);
	const best = outcomes[0];
	if (!best) return nothing;
	const meant = outcomes.find((one) => one.agrees && one.bound.score >= NAMED && best.bound.score - one.bound.score <= 0.25) ?? best;
	const { subject, words } = meant.bound.series;
	const common = {
		subject: { text: subject.name, entity: subject.id },
		measure: { text: words.measure.label, measure: words.measure.id },
		period: claim.time.value,
		references: [meant.fact],
	};
	const about = { fact: meant.fact, subject, measure: words.measure };
	if (meant.agrees && meant.bound.score >= NAMED) return { name: "supported", reason: { kind: "agrees", ...about }, ...common };
	// `Orrin, founded in 2004, collapsed on 17 March`: nothing but a preposition parts the date from its event.
	const { span } = meant.bound.measure;
	const isRightBehind = span !== undefined && /^ (?:in|on) (?:the )?$/.test(binding.passage.text.slice(span.end, claim.span.start));
	// Another date may be the event's own: the one nearest to the words that name the event.
	const rival = binding.passage.figures.some(
		(other) =>
			other !== claim &&
			other.kind === "date" &&
			daysOf(other.time.value) !== undefined &&
			!(isRightBehind && other.span.end <= claim.span.start) &&
			distance(other, meant.bound) <= distance(claim, meant.bound),
	);
	if (
		!meant.agrees &&
		meant.bound.score >= STRONG &&
		!rival &&
		!isOfPrice(claim, meant.bound, binding.passage) &&
		!meant.bound.measure.narrowed &&
		!hasOwnSubject(claim, meant.bound, binding.passage, reading.references.entities)
	)
		return { name: "contradicted", reason: { kind: "disagrees", ...about }, ...common };
	return nothing;
}

/** `The painting sold, beating a record set four years ago`: the thing that was painted, where the packs have when it was. */
function isThing({ measure: { span }, series }: Bound, { text }: Passage): boolean {
	if (!span) return false;
	const word = text.slice(span.start, span.end).toLowerCase();
	const { label, aliases } = series.words.measure;
	return (
		/^\p{L}+ings?$/u.test(word) &&
		/\b(?:the|an?|this|that|its|his|her|their) (?:\p{L}+ )?$/iu.test(text.slice(Math.max(0, span.start - 20), span.start)) &&
		![label, ...aliases].some((form) => form.toLowerCase().includes(word))
	);
}

/** `closed at £7.40 on Tuesday`: the verb is a price's, and no event. */
function isOfPrice(claim: DateClaim, { measure: { span } }: Bound, passage: Passage): boolean {
	return passage.quantities.some(
		(one) =>
			(one.kind === "money" || one.kind === "percent") &&
			span !== undefined &&
			one.span.start >= span.end &&
			one.span.end <= claim.span.start,
	);
}

const isOfDates = ({ facts }: Series): boolean => facts[0]?.unit === "date";

/** Whether a date is another one or lies in it: the coarser of the two decides how exactly they must agree. */
export function agree(one: Days, other: Days): boolean {
	return (other.from >= one.from && other.to <= one.to) || (one.from >= other.from && one.to <= other.to);
}

function newest(facts: readonly Fact[]): Fact | undefined {
	return facts.reduce<Fact | undefined>((best, fact) => ((fact.knownAt ?? "") >= (best?.knownAt ?? "") ? fact : best), undefined);
}

/** How far a date is from the words that name an event; what stands behind them is nearer than what stands before. */
function distance(claim: DateClaim, bound: Bound): number {
	const { span } = bound.measure;
	if (!span) return Number.POSITIVE_INFINITY;
	return claim.span.start >= span.end ? claim.span.start - span.end : (span.start - claim.span.end) * 1.5;
}
