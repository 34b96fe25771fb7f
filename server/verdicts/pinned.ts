import { type Claim, type DateClaim, quantityOf } from "../claims/claim.ts";
import { firstWhere } from "../prose/halving.ts";
import type { Span } from "../prose/span.ts";
import type { Fact, Measure } from "../references/fact.ts";
import { daysOf } from "./binding/periods/period.ts";
import type { Context } from "./context.ts";
import { agree } from "./figures/date.ts";
import { inWrittenUnit } from "./values/facts.ts";
import { type Agreement, compare } from "./values/interval.ts";
import { fitUnit } from "./values/units.ts";
import type { Checked, Reason, Verdict } from "./verdict.ts";

/** What a person has said that the next figure is to be held against. The span is the directive's, in the article. */
export interface Pin extends Span {
	/** Ids, as the pack writes them. */
	readonly subject: string;
	readonly measure: string;
	/** ISO 8601; without one the newest fact is meant. */
	readonly period?: string;
}

/** Claims with those that are pinned held against their facts, whatever the words around them say, and the pins that lead to no fact or no figure. */
export function withPins(
	checked: readonly Checked[],
	pins: readonly Pin[],
	context: Context,
): { readonly checked: readonly Checked[]; readonly idle: readonly Pin[] } {
	if (pins.length === 0) return { checked, idle: [] };
	const verdicts = new Map<Checked, Verdict>();
	const idle: Pin[] = [];
	const figures = checked.filter(({ claim }) => quantityOf(claim));
	const dates = checked.filter(({ claim }) => claim.kind === "date");
	for (const pin of pins) {
		const fact = factOf(pin, context);
		// A date that only places a figure in time is not what a pin to an amount is about.
		const next = fact && firstFrom(fact.unit === "date" ? dates : figures, pin.end);
		if (next) verdicts.set(next, heldAgainst(next, fact, context));
		else idle.push(pin);
	}
	return { checked: checked.map((one) => ({ claim: one.claim, verdict: verdicts.get(one) ?? one.verdict })), idle };
}

/** The first claim that starts at an offset or behind it, of claims in order. */
function firstFrom(claims: readonly Checked[], offset: number): Checked | undefined {
	return claims[firstWhere(claims.length, (i) => (claims[i] as Checked).claim.start >= offset)];
}

/** The newest fact of a pin that the dateline could have known. */
function factOf(pin: Pin, { references, dateline }: Context): Fact | undefined {
	const fits = (references.facts.get(pin.subject) ?? []).filter(
		({ measure, period, knownAt = "" }) =>
			measure === pin.measure && (pin.period === undefined || period === pin.period) && knownAt <= dateline,
	);
	const age = ({ period = "", knownAt = "" }: Fact) => `${period} ${knownAt}`;
	return fits.sort((a, b) => (age(a) < age(b) ? 1 : -1))[0];
}

function heldAgainst({ claim, verdict }: Checked, fact: Fact, context: Context): Verdict {
	const { references } = context;
	const subject = references.entities.get(fact.subject);
	const measure = references.measures.get(fact.measure);
	const agreement = claim.kind === "date" ? agreementOfDates(claim, fact) : agreementOf(claim, fact, measure, context);
	const about = { fact, ...(subject && { subject }), ...(measure && { measure }) };
	const [name, kind] = (
		{
			agrees: ["supported", "agrees"],
			disagrees: ["contradicted", "disagrees"],
			misleads: ["imprecise", "misleads"],
			open: ["unreferenced", "cannot tell"],
		} as const
	)[agreement];
	return {
		name,
		reason: { kind, ...about } as Reason,
		subject: { text: subject?.name ?? fact.subject, entity: fact.subject },
		measure: { text: measure?.label ?? fact.measure, measure: fact.measure },
		...(fact.period !== undefined && { period: fact.period }),
		references: [fact],
		...(verdict.related && { related: verdict.related }),
	};
}

function agreementOf(claim: Claim, fact: Fact, measure: Measure | undefined, { reading, tolerances }: Context): Agreement {
	const quantity = quantityOf(claim);
	const unit = quantity && fitUnit(quantity, fact.unit);
	const turned = quantity && unit && inWrittenUnit(fact, unit, quantity, reading.measureWords(fact.measure));
	return quantity && turned ? compare(quantity, turned, tolerances, measure?.tolerance) : "open";
}

function agreementOfDates({ time }: DateClaim, fact: Fact): Agreement {
	const written = daysOf(time.value);
	const own = daysOf(fact.printed);
	if (!written || !own) return "open";
	return agree(written, own) ? "agrees" : "disagrees";
}
