import { type Claim, hasQuantity } from "../../../claims/claim.ts";
import type { Bound } from "../bind.ts";
import { areOfDays, type ClaimPeriod } from "../periods/period.ts";
import { clauseAt, indexFrom, type Passage, type Word, wordFrom } from "../sentence/passage.ts";
import { NUMBER_WORDS } from "../sentence/words.ts";

/**
 * Whether the words set a figure in a place or a time that its subject's facts may not speak of: `In Ostlund the Union had 44%`, `in Ostlund, where Norva
 * employs 2,100`, `in its first weekend`, `has 104 goals in 212 games`. It may still be the fact's value; where it is not, another place or time may be meant.
 */
export function isSetElsewhere(claim: Claim, bound: Bound, passage: Passage, period: ClaimPeriod | undefined): boolean {
	return settings.some((isSet) => isSet(claim, bound, passage, period));
}

/** Whether words of one kind set a figure elsewhere. */
type Setting = (claim: Claim, bound: Bound, passage: Passage, period: ClaimPeriod | undefined) => boolean;

const settings: readonly Setting[] = [
	isBehindWhere,
	opensElsewhere,
	isInOpening,
	isAmong,
	isOneOfMany,
	isVariant,
	isPredicted,
	isToDate,
	isAbroad,
	isBackThen,
	isOnSome,
	isInSeason,
];

/** `In its first weekend it took $38 million`: a part of the time that the facts may be of. */
function isInOpening(claim: Claim, _: Bound, passage: Passage): boolean {
	const { start } = clauseAt(passage, claim.span.start);
	return OPENING.test(passage.text.slice(start, Math.min(claim.span.start, start + 60)));
}

const OPENING =
	/^[,;\s]{0,3}(?:and |but )?(?:in|on|over|during|within) (?:its|his|her|their|the|(?:the )?\S{1,20}['’]s?) (?:first|opening|last|final|second|third) (?:\S{1,12} )?(?:hours?|days?|nights?|weekends?|weeks?|fortnight|months?)\b/i;

/** `in Ostlund, where Norva employs 2,100`: the clause is about the place that stands before `where`, unless that is the subject. */
function isBehindWhere(claim: Claim, { subject, series }: Bound, passage: Passage): boolean {
	// `in Boston, where Moro had 20 points`: a match has one place.
	if (isOfDays(series)) return false;
	const { words } = passage;
	let at = indexFrom(passage, claim.span.start) - 1;
	while (at > 0 && words[at]?.lower !== "where") {
		if (words[at]?.text === ";") return false;
		at--;
	}
	const place = words[words[at - 1]?.text === "," ? at - 2 : at - 1];
	if (at <= 0 || !place || !/^[\p{L}\d]/u.test(place.text)) return false;
	return !passage.names.some((name) => name.start <= place.start && place.start < name.end && name.ids.includes(subject.id));
}

/** `In Ostlund the Union had 44%`: the clause begins with a place that no pack knows, and what follows was not merely said there. */
function opensElsewhere(claim: Claim, { subject }: Bound, passage: Passage): boolean {
	const { words } = passage;
	let first = wordFrom(passage, clauseAt(passage, claim.span.start).start);
	while (first < words.length && LEADING.test((words[first] as Word).lower)) first++;
	if (!/^(?:in|at|near|around|outside|across)$/.test(words[first]?.lower ?? "")) return false;
	const opens = words[first + 1];
	const place = opens && passage.names.find((name) => name.start <= opens.start && opens.start < name.end);
	if (!place || place.ids.length > 0 || place.end > claim.span.start || (subject.name && subject.name.start < place.end)) return false;
	for (let i = first + 2; i < words.length && (words[i] as Word).start < claim.span.start; i++)
		if (SAYING.test((words[i] as Word).lower)) return false;
	return true;
}

const LEADING = /^(?:[^\p{L}\d]|and|but|while|whereas|yet)$/u;
const SAYING = /^(?:said|says|told|announced|reported|stated|confirmed)$/;

/** `Among electric cars it was 22%`: those who are looked at are no measure of theirs, although a measure may be called so. */
function isAmong(claim: Claim, { measure }: Bound, passage: Passage): boolean {
	if (!measure.span || measure.span.end > claim.span.start) return false;
	const first = indexFrom(passage, measure.span.start);
	return passage.words.slice(Math.max(0, first - 2), first).some(({ lower }) => lower === "among" || lower === "amongst");
}

/** `With the larger battery it costs €44,500`: something else than what the facts are of. */
function isVariant(claim: Claim, _: Bound, passage: Passage): boolean {
	return VARIANT.test(passage.text.slice(passage.start, Math.min(claim.span.start, passage.start + 40)));
}

const VARIANT =
	/^with(?:out)? (?:the |an? |its |all )?(?:\p{Ll}{2,12}er|extra|optional|additional|second|full|new|old|best|basic|standard|options?|extras?)\b/iu;

/** `190 others, the largest of magnitude 5.4`: one of many, whoever was named before. */
function isOneOfMany(claim: Claim, _: Bound, passage: Passage): boolean {
	return MEMBER.test(passage.text.slice(Math.max(passage.start, claim.span.start - 60), claim.span.start));
}

const MEMBER =
	/\bthe (?:\p{Ll}{3,12}est|first|last|latest|other|rest)(?: of (?:them|these|those|which|whom))? (?:of|with|had|has|at|was|is|being)\b[^,;]{0,40}$/u;

/** `said that it would lose €60 million`: what was once expected of a year that the packs speak of; what costs so much would cost it, too. */
function isPredicted(claim: Claim, { series }: Bound, passage: Passage): boolean {
	if (series.words.measure.kind !== "flow" || series.facts.some(({ period }) => period === undefined)) return false;
	const { words } = passage;
	const first = indexFrom(passage, claim.span.start);
	const at = words.findLastIndex((word, i) => i < first && i >= first - 5 && word.lower === "would");
	return at >= 0 && !/^(?:cost|be)$/.test(words[at + 1]?.lower ?? "");
}

/** `has 104 goals for the club in 212 games`: of what adds up, what somebody has is all that has come together, unless the words name a period. */
function isToDate(claim: Claim, { series }: Bound, passage: Passage, period: ClaimPeriod | undefined): boolean {
	if (claim.kind !== "count" || series.words.measure.kind !== "flow" || (period && !period.newest) || isOfDays(series)) return false;
	const { words } = passage;
	const from = wordFrom(passage, clauseAt(passage, claim.span.start).start);
	for (let i = indexFrom(passage, claim.span.start) - 1; i >= from; i--) {
		if (!/^(?:has|have)$/.test(words[i]?.lower ?? "")) continue;
		let next = i + 1;
		while (HEDGES.test(words[next]?.lower ?? "")) next++;
		const figure = words[next];
		// A number of which nothing is counted is no figure by itself: `has four in nine games`.
		return (
			figure !== undefined &&
			(NUMBER_WORDS.has(figure.lower) ||
				/^\d/.test(figure.text) ||
				passage.figures.some((one) => hasQuantity(one) && one.span.start <= figure.start && figure.start < one.span.end))
		);
	}
	return false;
}

const HEDGES = /^(?:about|some|nearly|almost|over|more|than|at|least|around|now|just|only|already|roughly)$/;

/** `It has taken $70 million abroad`, `four goals in nine games for her country`: what there was somewhere else too, unless that is what is measured. */
function isAbroad(claim: Claim, { series }: Bound, passage: Passage): boolean {
	const { start, end } = clauseAt(passage, claim.span.start);
	// Behind the next figure it is that one's: `has 3,400 rescuers, 1,100 of them from abroad`.
	const next = passage.quantities.find(({ span }) => span.start >= claim.span.end)?.span.start ?? end;
	const text = passage.text.slice(Math.max(start, claim.span.start - 60), Math.min(end, next, claim.span.end + 40));
	const word = ABROAD.exec(text)?.[0].toLowerCase();
	return word !== undefined && !series.words.measure.label.toLowerCase().includes(word);
}

const ABROAD = /\b(?:abroad|overseas|internationally|for (?:his|her|their) (?:country|national (?:side|team)))\b/i;

/** `Her chain had 7,000 screens when she came`: a time that no date tells. */
function isBackThen(claim: Claim, _: Bound, passage: Passage, period: ClaimPeriod | undefined): boolean {
	if (period && !period.newest) return false;
	return (
		WHEN.test(passage.text.slice(claim.span.end, Math.min(passage.end, claim.span.end + 50))) ||
		WHEN_FIRST.test(passage.text.slice(passage.start, claim.span.start))
	);
}

const WHEN = /^[^,;.]{0,30}\b(?:when|before|until) (?:he|she|it|they) \p{Ll}/u;
const WHEN_FIRST = /^(?:when|before|until) (?:he|she|it|they) \p{Ll}[^,;]{0,60},/iu;

/** `On flights to Rome it was 93%`, `in the hills they had 31`: some of what the pronoun stands for, by a phrase that is no date and no manner of speaking. */
function isOnSome(claim: Claim, { subject }: Bound, passage: Passage): boolean {
	const { start } = clauseAt(passage, claim.span.start);
	const opening = ON_SOME.exec(passage.text.slice(start, claim.span.start));
	if (!opening || MANNERS.test(opening[1] ?? "")) return false;
	const end = start + opening[0].length;
	if (passage.names.some((name) => name.start >= start && name.end <= end && name.ids.includes(subject.id))) return false;
	return !passage.figures.some((one) => one.kind === "date" && one.span.start < end && one.span.end > start);
}

const ON_SOME =
	/^[,;:\s]{0,3}(?:and |but |while )?(?:in|on|at|for|among|by|near|around|outside|during|under|with) ([^,;:]{2,40}) (?:it|they) (?:is|are|was|were|has|have|had|may|can)\b/iu;
/** What opens a clause and says nothing of where or of what. */
const MANNERS =
	/^(?:all|total|fact|average|present|least|most|last|first|once|short|general|particular|addition|return|turn|then|now|contrast|comparison|(?:the|that|this) (?:end|time|moment|beginning|start|same|meantime|process|point|year|whole|day|month|week|quarter))\b/i;

/** `In 2025 they were 81% full; in winter it was 54%`: of a part of the year that some other words name. */
function isInSeason(claim: Claim, { series }: Bound, passage: Passage): boolean {
	if (isOfDays(series)) return false;
	const { start, end } = clauseAt(passage, claim.span.start);
	return passage.figures.some(
		(one) => one.kind === "date" && one.span.start >= start && one.span.end <= end && SEASON.test(one.time.value),
	);
}

/** Seasons as TimeML has them. */
const SEASON = /-(?:SP|SU|FA|WI)$/;

/** What is counted day by day, such as a match's goals, is told of as it comes; staff are counted on a day, and stay. */
const isOfDays = ({ facts, words }: Bound["series"]): boolean => words.measure.kind !== "stock" && areOfDays(facts);
