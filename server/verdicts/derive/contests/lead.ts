import Big from "big.js";
import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { Bound } from "../../binding/bind.ts";
import type { SubjectCandidate } from "../../binding/candidate.ts";
import { type Margin, marginAt } from "../../binding/limits/margin.ts";
import { opponent, partSeries, scoreSeries } from "../../binding/pair.ts";
import { type ContestParts, partsOf } from "../../binding/periods/contest-parts.ts";
import { wordless } from "../../binding/sentence/passage.ts";
import type { Derivation, Derive } from "../derivation.ts";
import { plain, printed, readingOf, upTo } from "../parts.ts";

const BEHIND = /^trail|^behind$|^deficit$/;
/** Both sides at once. */
const EITHER = /^(?:neither|either|no|nobody)$/;

/**
 * `never led by more than 5`, `neither side led by more than 5`, `led by as many as 12`: the largest lead of a contest is no smaller than the one that it ended
 * with. A lead that may have been stays open, since a final score tells of no other.
 */
export const leadOf: Derive = (derivation) => {
	const { claim, quantity, passage, reading } = derivation;
	const margin = marginAt(claim, passage);
	if (margin?.kind !== "lead") return [];
	const parts = partsOf(claim, passage);
	if (parts?.isUpTo) return leadAfter(parts, margin, derivation);
	if (!isLargest(derivation)) return [];
	const either = passage.words.some((word) => word.end <= margin.at.start && word.end > margin.at.start - 40 && EITHER.test(word.lower));
	const [subject, other] = sidesOf(either, derivation);
	if (!subject || !other) return [];
	const pair = { kind: "score", place: "first", other: 0, span: { start: passage.end, end: passage.end } } as const;
	const [own] = scoreSeries(pair, reading.seriesOf(subject.id), wordless(passage), reading);
	const [against] = scoreSeries(pair, reading.seriesOf(other), wordless(passage), reading);
	const [first] = own ? upTo(own.series, derivation) : [];
	const [second] = against ? upTo(against.series, derivation) : [];
	if (!own || !first || !second || first.period !== second.period || first.unit !== second.unit) return [];
	const at = passage.words.find((word) => word.start === margin.at.start);
	const behind = BEHIND.test(at?.lower ?? "");
	const ahead = new Big(first.value).minus(second.value).times(behind ? -1 : 1);
	const value = either ? ahead.abs() : ahead;
	if (value.lte(quantity.value)) return [];
	const [more, less] = new Big(first.value).gte(second.value) ? [first, second] : [second, first];
	const derived = {
		value,
		unit: first.unit,
		inputs: [more, less],
		working: phrase("{0} in the end", `${printed(more)} − ${printed(less)} = ${plain(value)}`),
		label: phrase(behind ? "largest deficit" : "largest lead"),
		bound: "min",
	} as const;
	return [readingOf(derived, quantity, own.series, subject, { score: 0.97, exactness: 2, how: "counted" }, subject.score * 0.97)];
};

/** `led by seven at halftime`, `a one-point game after three quarters`: what one side had more than the other by then. */
function leadAfter(parts: ContestParts, margin: Margin, derivation: Derivation): Bound[] {
	const { passage, quantity, reading } = derivation;
	const [subject, other] = sidesOf(margin.isOpen === true, derivation);
	if (!subject || other === undefined) return [];
	const [own] = partSeries(parts, reading.seriesOf(subject.id));
	const [against] = partSeries(parts, reading.seriesOf(other));
	const [first] = own ? upTo(own.series, derivation) : [];
	const [second] = against ? upTo(against.series, derivation) : [];
	if (!own || !against || !first || !second || first.period !== second.period || first.unit !== second.unit) return [];
	const at = passage.words.find((word) => word.start === margin.at.start);
	const behind = BEHIND.test(at?.lower ?? "");
	const ahead = new Big(first.value).minus(second.value);
	const value = margin.isOpen ? ahead.abs() : ahead.times(behind ? -1 : 1);
	const all = [...(own.series.derived?.inputs ?? [first]), ...(against.series.derived?.inputs ?? [second])];
	const derived = {
		value,
		unit: quantity.unitKind === "noun" ? first.unit : "none",
		inputs: all,
		working: `${printed(first)} − ${printed(second)} = ${plain(ahead)}`,
		label: leadThen(behind ? "deficit" : margin.isOpen ? "difference" : "lead", parts.parts.length),
	};
	return [readingOf(derived, quantity, own.series, subject, { score: 0.97, exactness: 2, how: "counted" }, subject.score * 0.97)];
}

/** What a lead is called after so many parts of a contest. */
function leadThen(what: "deficit" | "difference" | "lead", parts: number): Phrase {
	const when = AFTER[parts - 1] ?? phrase("then");
	return phrase(what === "deficit" ? "deficit {0}" : what === "difference" ? "difference {0}" : "lead {0}", when);
}

const AFTER = [phrase("after the first quarter"), phrase("at halftime"), phrase("after the third quarter")];

/** Whether the words bound the lead from above: `by more than 5` behind a negation, `by as many as 12`. */
function isLargest({ quantity }: Derivation): boolean {
	return quantity.hedge === "atMost" || quantity.hedge === "upTo";
}

/** Whose lead it is, and the other side. Of both sides it is the same contest, whichever is named first. */
function sidesOf(either: boolean, { subjects, reading }: Derivation): readonly [SubjectCandidate?, string?] {
	// `In this game, neither side led by more than 5`: the two whom the headline names.
	const [named] = either ? reading.headline : [];
	const subject = subjects[0] ?? (named === undefined ? undefined : { id: named, score: 0, how: "headline" });
	const other = subject && opponent(subject.id, reading);
	if (!subject || other === undefined) return [];
	return [either ? { ...subject, score: Math.max(subject.score, 0.85) } : subject, other];
}
