import Big from "big.js";
import type { Quantity } from "../../claims/claim.ts";
import { inEnglish, type Phrase } from "../../language/phrase.ts";
import type { Fact, Measure } from "../../references/fact.ts";
import type { Bound } from "../binding/bind.ts";
import type { SubjectCandidate } from "../binding/candidate.ts";
import type { Series } from "../binding/known-facts.ts";
import type { MeasureFit } from "../binding/measures/measure.ts";
import { dayNumber, daysOf } from "../binding/periods/period.ts";
import { isFresh } from "../values/facts.ts";
import type { Derivation } from "./derivation.ts";

/** A derived value: the number, its unit, the facts it was computed from and how. */
export interface Derived {
	readonly value: Big;
	readonly unit: string;
	readonly inputs: readonly Fact[];
	/** With words as a phrase, which can be said in another language. */
	readonly working: string | Phrase;
	/** What it is called in a sentence; a phrase where it is not called by a measure of the packs. */
	readonly label: string | Phrase;
	/** How far the rounding of the inputs can move it, as a share of the value. */
	readonly slack?: number;
	/** Whose it is, when it is not one subject's. */
	readonly of?: string;
	/** The rows allow no more, or no less, and do not say how much it is. */
	readonly bound?: "min" | "max";
	/** The value is a movement: a fall is negative. */
	readonly isChange?: boolean;
}

/** A reading whose only fact is a derived one, one place more exact than what was written. */
export function readingOf(
	derived: Derived,
	quantity: Quantity,
	series: Series,
	subject: SubjectCandidate,
	measure: MeasureFit,
	score: number,
): Bound {
	const [first] = derived.inputs as [Fact];
	const places =
		derived.value
			.div(quantity.scale)
			.round(quantity.decimals + 1)
			.toString()
			.split(".")[1]?.length ?? 0;
	const fact: Fact = {
		pack: first.pack,
		resource: first.resource,
		row: first.row,
		subject: first.subject,
		measure: first.measure,
		value: Number(derived.value),
		printed: derived.value.toString(),
		decimals: Math.max(places, quantity.decimals),
		scale: quantity.scale,
		unit: derived.unit,
		...(derived.bound !== undefined && { qualifier: derived.bound }),
		...(first.period !== undefined && { period: first.period }),
		...(first.source !== undefined && { source: first.source }),
	};
	// A change is no result, whatever has changed: a profit that fell by so much is no loss of it.
	const { other, ...own } = series.words;
	const words = derived.isChange || other === undefined ? own : { ...own, other };
	return {
		subject,
		series: {
			subject: derived.of === undefined ? series.subject : { ...series.subject, name: derived.of },
			words: {
				...words,
				isChange: derived.isChange === true,
				isFall: false,
				measure: called(series.words.measure, derived.label),
			},
			facts: [fact],
			derived: { inputs: derived.inputs, working: derived.working },
		},
		measure,
		unit: { factor: 1, offset: 0, exact: true },
		score,
		derivedSlack: derived.slack ?? 0,
	};
}

/** A measure by another label. */
function called({ said: _, ...measure }: Measure, label: string | Phrase): Measure {
	return { ...measure, label: inEnglish(label), ...(typeof label === "object" && { said: label }), confusableWith: [] };
}

/** What a measure is called, as a part of a phrase. */
export function labelOf({ label, said }: Measure): string | Phrase {
	return said ?? label;
}

/** What was found of a rank or a record, which has no value of its own to compare: `value` is the place, and `told` what the sentence says of it. */
export function toldReading(
	derived: Pick<Derived, "value" | "inputs" | "working">,
	told: NonNullable<Bound["told"]>,
	{ series, measure }: { readonly series: Series; readonly measure: MeasureFit },
	subject: SubjectCandidate,
	quantity: Quantity,
): Bound {
	const named = { ...derived, unit: "none", label: labelOf(series.words.measure) };
	return { ...readingOf(named, quantity, series, subject, { ...measure, score: SURE }, subject.score * SURE), told };
}

/** How sure a measure is that the rank's own words name. */
const SURE = 0.95;

/** The fact of a series that a claim's period asks for, and those before it, newest first. The newest vintage of each period. */
export function upTo(series: Series, { period, reading }: Derivation): Fact[] {
	const last = period && !period.newest ? period.days.to : dayNumber(reading.dateline);
	const byPeriod = new Map<string, Fact>();
	for (const fact of series.facts) {
		if (fact.high !== undefined || fact.qualifier === "forecast") continue;
		const days = fact.period === undefined ? undefined : daysOf(fact.period);
		if (days && days.to > last && days.from > last) continue;
		const key = fact.period ?? "";
		const known = byPeriod.get(key);
		if (!known || (fact.knownAt ?? "") >= (known.knownAt ?? "")) byPeriod.set(key, fact);
	}
	const end = (fact: Fact): number => (fact.period === undefined ? 0 : (daysOf(fact.period)?.to ?? 0));
	return [...byPeriod.values()].sort((a, b) => end(b) - end(a));
}

/** The fact of a series that a claim's period asks for; of a claim that names none, the newest one while it is fresh. */
export function current(series: Series, derivation: Derivation): Fact | undefined {
	const [fact] = upTo(series, derivation);
	const { period, reading, stale } = derivation;
	return fact && (period !== undefined || isFresh(fact, reading.dateline, stale)) ? fact : undefined;
}

/** A derivation without a period that may be another figure's, and whether there is one: what is worked out then is held against nothing. */
export function ofOwnPeriod(derivation: Derivation): { readonly within: Derivation; readonly isOpen: boolean } {
	const { period } = derivation;
	const isOpen = period !== undefined && !period.newest && (!period.near || period.shared === true);
	return { within: isOpen ? { ...derivation, period: undefined } : derivation, isOpen };
}

/** Whether a period is one day: that of a contest, a close, an announcement. */
export const isDay = (period: string | undefined): boolean => /^\d{4}-\d\d-\d\d$/.test(period ?? "");

/** How many days before the dateline a day's fact is. */
export function ageOf(fact: Fact, dateline: string): number {
	return (Date.parse(dateline) - Date.parse(fact.period as string)) / 86400000;
}

/** Words of a rank that counts from the lowest value. */
export const LEAST: ReadonlySet<string> = new Set(
	"smallest lowest shortest youngest poorest slowest lightest fewest least low lows".split(" "),
);

/** The words of a claim in small letters, `third-largest` as two. */
export function wordsInside({ claim, passage }: Derivation): string[] {
	return passage.words
		.filter((word) => word.start >= claim.span.start && word.start < claim.span.end)
		.flatMap((word) => word.lower.split("-"));
}

/** What a rank is by: the measure that it names itself (`the highest turnout`), else the one named nearest to it. */
export function rankedBy(
	subject: SubjectCandidate,
	derivation: Derivation,
): { readonly series: Series; readonly measure: MeasureFit } | undefined {
	const { claim } = derivation;
	const distance = ({ measure: { span } }: { readonly measure: MeasureFit }): number => {
		if (!span) return Number.POSITIVE_INFINITY;
		if (span.start < claim.span.end && claim.span.start < span.end) return -1;
		return span.start >= claim.span.end ? span.start - claim.span.end : claim.span.start - span.end;
	};
	return derivation
		.named(subject.id)
		.reduce<{ readonly series: Series; readonly measure: MeasureFit } | undefined>(
			(best, one) => (!best || distance(one) < distance(best) ? one : best),
			undefined,
		);
}

/** How far half a unit of its last place can move a fact, as a share of it. A count printed in full is exact. */
export function rounding(fact: Fact): number {
	if (fact.value === 0 || (fact.decimals === 0 && fact.scale === 1)) return 0;
	return (fact.scale * 10 ** -fact.decimals) / 2 / Math.abs(fact.value);
}

/** The words of a passage as one line of small letters. */
export function lineOf({ passage }: Derivation): string {
	return passage.line;
}

/** A number for a working, without more places than it needs. */
export function plain(value: Big | number, places = 4): string {
	return new Big(value).round(places).toString().replace("-", "−");
}

/** A fact's value at the scale of its table: `27.03`, `42.45` of billions. */
export function printed(fact: Fact): string {
	return fact.printed.replace("-", "−");
}
