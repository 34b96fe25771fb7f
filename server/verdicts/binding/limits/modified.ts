import { type Claim, hasQuantity } from "../../../claims/claim.ts";
import type { SubjectCandidate } from "../candidate.ts";
import type { Series } from "../known-facts.ts";
import type { MeasureFit } from "../measures/measure.ts";
import { areOfDays } from "../periods/period.ts";
import { clauseAt, indexFrom, type Passage, type Word, wordFrom } from "../sentence/passage.ts";
import { COPULAS, FUNCTION_WORDS, NEUTRAL, NEUTRAL_HEADS, PREPOSITIONS, STAND_INS } from "../sentence/words.ts";

/** Whose figure of what a claim may be. */
interface Of {
	readonly subject: SubjectCandidate;
	readonly series: Series;
	readonly measure: MeasureFit;
}

/**
 * Whether the words add something to a measure or to its subject that may make the figure one of a part or of a moment: `cargo revenue`, `revenue from freight`,
 * `1,200 Orrin workers`, `400,000 people in Orne live`, `unemployment in Orne's north`, `shares opened at $26`. It may still be the measure's own value.
 */
export function isModified(claim: Claim, of: Of, passage: Passage): boolean {
	return (
		isOfAKind(claim, of, passage) ||
		isOfSomethingElse(claim, of, passage) ||
		areSomeOfThem(claim, of, passage) ||
		isOfARegion(claim, of, passage) ||
		isOfAMoment(claim, of, passage) ||
		isOfADeal(claim, of, passage) ||
		hasOwnNoun(claim, of, passage) ||
		isBehindItsValue(claim, of, passage)
	);
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Modifiers that leave a measure what it is, beside those of any measure: what accounts say of their figures, and what writers think of them. */
const PLAIN = set(
	"net quarterly monthly yearly full-year reported consolidated group company own combined current present latest new recent entire strong weak solid robust steady healthy modest " +
		"strong-than-expected better-than-expected worse-than-expected higher lower rising falling growing shrinking soaring booming flat disappointing impressive bumper sluggish slow big huge large " +
		"small high low good bad closing official worldwide team season regular estimated",
);

/** `Orrin's cargo revenue`, `$120 million in cargo revenue`: a noun in front of a measure, behind whatever begins a noun phrase. */
function isOfAKind(claim: Claim, { subject, series, measure }: Of, passage: Passage): boolean {
	if (!measure.span || series.words.isChange || isInside(measure.span.start, claim)) return false;
	const { words } = passage;
	const at = wordFrom(passage, measure.span.start);
	const [lead, kind] = [words[at - 2], words[at - 1]];
	if (!lead || !kind || !/^\p{Ll}[\p{Ll}-]{2,}$/u.test(kind.text) || kind.end <= claim.span.end === kind.start >= claim.span.start)
		return false;
	const isOwn = series.words.forms.some((form) => form.includes(kind.stem));
	if (!isOwn && /^(?:average|mean|median|typical)$/.test(kind.lower)) return true;
	if (NEUTRAL.has(kind.lower) || PLAIN.has(kind.lower) || FUNCTION_WORDS.has(kind.lower) || /ly$|ed$|est$/.test(kind.lower)) return false;
	if (isOwn || STAND_INS.has(kind.lower) || isRead(kind, passage)) return false;
	// `The base rate was 5.25%` is nobody's who was named before.
	if (lead.lower === "the") return subject.name === undefined && BEFORE.test(subject.how);
	return /['’]s?$/.test(lead.text) || /^(?:its|their|his|her|in)$/.test(lead.lower);
}

/** How a subject is found that stands outside the sentence. */
const BEFORE = /^(?:sentence before|heading|headline)$/;

/** `revenue from freight was $120 million`, `sales in Orne`: something between a measure and its figure that is neither its subject nor a time. */
function isOfSomethingElse(claim: Claim, { subject, series, measure }: Of, passage: Passage): boolean {
	if (!measure.span || measure.span.end > claim.span.start) return false;
	const { words } = passage;
	const at = wordFrom(passage, measure.span.end);
	const preposition = words[at];
	if (!preposition || !/^(?:from|in|for|on|among)$/.test(preposition.lower)) return false;
	let next = at + 1;
	while (/^(?:the|its|their|his|her|all|an?)$/.test(words[next]?.lower ?? "")) next++;
	const noun = words[next];
	if (!noun || noun.start >= claim.span.start || !/^\p{L}{3,}/u.test(noun.text) || isRead(noun, passage)) return false;
	// `brought in over $25 billion`: a word of the verb, and one of how exact the figure is.
	if (OPENS.test(noun.lower)) return false;
	if (PLAINLY.has(noun.lower) || NEUTRAL.has(noun.lower) || STAND_INS.has(noun.lower)) return false;
	const name = passage.names.find((one) => one.start <= noun.start && noun.start < one.end);
	if (name) return name.ids.length === 0 || !(name.ids.includes(subject.id) || name.ids.includes(series.subject.partOf ?? ""));
	return !series.words.forms.some((form) => form.includes(noun.stem));
}

/** Nouns behind a preposition that add nothing to a measure. */
const PLAINLY = set(
	"total all particular recent time period year quarter month week day season game match night whole fact turn end first second third fourth last latest same years months weeks addition comparison line force",
);

/** `1,200 Orrin workers`, `400,000 people in Orne live by the sea`: those who do something are not all. */
function areSomeOfThem(claim: Claim, { subject, series, measure }: Of, passage: Passage): boolean {
	if (claim.kind !== "count" || !hasQuantity(claim) || claim.quantity.unitKind !== "noun") return false;
	const { words } = passage;
	const first = wordFrom(passage, claim.span.start);
	// `the average age of Orne's four islands`: what somebody has is counted, and nothing is measured by it.
	if (measure.how === "before the figure" && /['’]s?$/.test(words[first - 1]?.text ?? "")) return true;
	if (/^(?:all|the|its|their)$/.test(words[first - 1]?.lower ?? "")) return false;
	const name = passage.names.find((one) => one.ids.includes(subject.id) && one.start >= claim.span.start);
	if (!name) return false;
	// `14 million Americans` are people of the subject, `1,200 Orrin workers` some of it.
	if (name.end <= claim.span.end) return name.start > claim.span.start && name.end < claim.span.end;
	const behind = wordFrom(passage, claim.span.end);
	const at = wordFrom(passage, name.end);
	if (!/^(?:in|from|of|at|across)$/.test(words[behind]?.lower ?? "") || at - behind > 4) return false;
	const verb = words[at];
	if (
		!verb ||
		!/^\p{Ll}{2,}$/u.test(verb.text) ||
		PREPOSITIONS.has(verb.lower) ||
		/^(?:and|or|but|as|who|which|that|than|while)$/.test(verb.lower)
	)
		return false;
	const { start } = clauseAt(passage, claim.span.start);
	// `Last year 2,900 prisoners in Orne were released`
	const isWhen = (word: Word): boolean =>
		series.words.measure.kind === "stock" &&
		passage.figures.some(({ kind, span }) => kind === "date" && span.start <= word.start && word.start < span.end);
	return words.slice(wordFrom(passage, start), first).every((word) => OPENS.test(word.lower) || isWhen(word));
}

/** What may stand before a figure with which a clause begins. */
const OPENS =
	/^(?:[^\p{L}\d]|about|some|around|roughly|nearly|almost|over|more|than|at|least|up|to|as|many|only|just|and|but|while|that|another)$/u;

/** `unemployment in Orne's north`: a part of a place. */
function isOfARegion(claim: Claim, { subject }: Of, passage: Passage): boolean {
	const name = passage.names.find((one) => one === subject.name);
	if (!name || name.end > claim.span.start) return false;
	let at = wordFrom(passage, name.end);
	while (/^['’]s?$/.test(passage.words[at]?.text ?? "")) at++;
	return name.standing === "possessive" && REGION.test(passage.words[at]?.lower ?? "");
}

const REGION =
	/^(?:north|south|east|west|northern|southern|eastern|western|north-?east|north-?west|south-?east|south-?west|interior|coast|coastal|cities|towns|villages|countryside|suburbs|highlands|lowlands|mainland|islands|border|provinces|regions|inner)$/;

/** `shares opened at $26`, `touched $28`, `sold 2 million shares at $25 each`: a price that is not the one of the day. */
function isOfAMoment(claim: Claim, { series, subject }: Of, passage: Passage): boolean {
	if (claim.kind === "percent" || !areOfDays(series.facts) || series.words.measure.kind === "stock" || series.words.measure.kind === "flow")
		return false;
	const { words } = passage;
	const from = wordFrom(passage, clauseAt(passage, claim.span.start).start);
	const first = indexFrom(passage, claim.span.start);
	if (words.slice(Math.max(from, first - 6), first).some(({ lower }) => MOMENT.test(lower))) return true;
	return (
		!subject.each && words.slice(first, first + 8).some(({ lower, start }) => start >= claim.span.end && /^(?:each|apiece)$/.test(lower))
	);
}

const MOMENT =
	/^(?:open|opens|opened|opening|touch|touched|touching|traded|trading|peaked|bottomed|started|began|intraday|offered|offering|bid|target|strike|issue)$/;

/** `Sold its shares in Corvus for $40 million`: what one thing was sold for, where sales are what was taken in all. */
function isOfADeal(claim: Claim, { series, measure: { span } }: Of, passage: Passage): boolean {
	if (!series.words.forms.some(([stem]) => stem === "sale" || stem === "revenu" || stem === "turnov")) return false;
	if (!span || span.end > claim.span.start || !/^(?:sold|sells?|selling)$/i.test(passage.text.slice(span.start, span.end))) return false;
	const between = passage.words.slice(wordFrom(passage, span.end), indexFrom(passage, claim.span.start));
	return between.some(({ lower }) => /^(?:for|at)$/.test(lower));
}

/** `A profit of €5 million on sales of €61 million`: what is right in front of a figure, behind a preposition of its own, says what it is of. */
function hasOwnNoun(claim: Claim, { series, measure: { span } }: Of, passage: Passage): boolean {
	const { words } = passage;
	const at = indexFrom(passage, claim.span.start);
	let noun = at - 1;
	while (noun > at - 3 && OPENS.test(words[noun]?.lower ?? "")) noun--;
	if (words[noun]?.lower !== "of") return false;
	const own = words[noun - 1];
	if (!own || !span || span.end > own.start || !/^\p{Ll}{3,}$/u.test(own.text) || NEUTRAL_HEADS.has(own.lower) || isRead(own, passage))
		return false;
	if (series.words.forms.some((form) => form.includes(own.stem))) return false;
	return /^(?:on|with|from|for|after|against|despite|including|and)$/.test(words[noun - 2]?.lower ?? "");
}

/** `Interest on its debt of €480 million came to €14 million`: the debt has its figure, and what comes to another one is something else. */
function isBehindItsValue(claim: Claim, { measure: { span } }: Of, passage: Passage): boolean {
	if (!hasQuantity(claim) || claim.quantity.role !== undefined || !span || span.end > claim.span.start) return false;
	const { words } = passage;
	const at = wordFrom(passage, span.end);
	if (words[at]?.lower !== "of") return false;
	const own = passage.quantities.find((one) => one !== claim && one.span.start >= span.end);
	if (!own || own.span.end > claim.span.start || own.quantity.unit !== claim.quantity.unit) return false;
	if (!words.slice(at + 1, indexFrom(passage, own.span.start)).every(({ lower }) => OPENS.test(lower))) return false;
	const first = wordFrom(passage, span.start);
	const lead = words.slice(Math.max(0, first - 4), first).map(({ lower }) => lower);
	const preposition = lead.findLastIndex((word) => /^(?:on|from|for|behind|against)$/.test(word));
	return preposition >= 0 && !lead.slice(preposition).some((word) => word === "," || COPULAS.has(word));
}

/** Whether a word is part of a date or of another figure. */
function isRead({ start }: Word, passage: Passage): boolean {
	return passage.figures.some(({ span, kind }) => kind !== "duration" && span.start <= start && start < span.end);
}

const isInside = (offset: number, { span }: Claim): boolean => span.start <= offset && offset < span.end;
