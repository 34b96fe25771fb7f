import { AHEAD_OF_INFINITIVE, FUTURE_WORDS, LIKELY_FUTURE_WORDS, NOT_PAST, PAST_FORMS, PRESENT_FORMS, TELLING } from "./data/verbs.ts";
import { type Reading, roleAt, textAt } from "./reading.ts";

/**
 * When the verb nearest to a time expression places it: before the dateline, after it, or no verb says.
 * `told` and `planned` are the weaker kinds, `announced a sale in January` and `expects to report January sales`.
 * What has `ended` is over beyond doubt. An `endPoint` has a side of its own: `until Tuesday` lies ahead of what it ends, whatever the verb's tense.
 */
export type Tense = "past" | "told" | "ended" | "future" | "planned" | "unsaid" | "endPoint";

/** Whether a tense places the time behind the dateline, or after it. */
export function isPast(tense: Tense): boolean {
	return tense === "past" || tense === "told" || tense === "ended";
}
export function isFuture(tense: Tense): boolean {
	return tense === "future" || tense === "planned";
}

// HeidelTime (Strötgen and Gertz, 2013) looks at the last verb before the expression in its sentence, then at the first one behind it.
const LEFT = 30;
const RIGHT = 30;

/** The tense of the verb nearest to the lexemes from `first` to `last`, within the sentence that starts and ends at these lexemes. */
export function tenseAt(reading: Reading, first: number, last: number, sentence: { readonly first: number; readonly last: number }): Tense {
	const before = textAt(reading, first - 1);
	if (before === "until" || before === "till" || before === "by")
		return hasHad(reading, first, last, sentence) || opensPast(reading, first, last, sentence) ? "past" : "endPoint";
	if (before === "ended") return "ended";
	// `As soon as Tuesday`, `as early as March`.
	if (before === "as" && textAt(reading, first - 3) === "as") return "endPoint";
	// `Through` and `to` end a stretch on either side of the dateline; but `grew in the three months to June`.
	if ((before === "through" || before === "to") && roleAt(reading, first - 2) !== "unit") return "unsaid";
	if (isTold(reading, first)) return "planned";
	const owns = reading.lexemes.at(last - 1)?.possessive === true;
	for (let i = first - 1; i >= Math.max(sentence.first, first - LEFT); i--) {
		const tense = tenseOf(reading, i);
		// `Friday's vote` is Friday's whatever is done about it; `will speak at Friday's vote` tells.
		if (tense && owns) return tense === "future" && textAt(reading, i) === "will" ? tense : "unsaid";
		if (tense) return tense;
	}
	if (owns) return "unsaid";
	for (let i = last; i < Math.min(sentence.last, last + RIGHT); i++) {
		const tense = tenseOf(reading, i);
		if (tense) return tense;
	}
	return "unsaid";
}

/** `By Tuesday evening 600 people were there`: the end point opens its sentence, and the verb that follows is a plain past. */
function opensPast(reading: Reading, first: number, last: number, sentence: { readonly first: number; readonly last: number }): boolean {
	if (first - 1 > sentence.first) return false;
	for (let i = last; i < Math.min(sentence.last, last + RIGHT); i++) {
		const tense = tenseOf(reading, i);
		if (tense) return tense === "past";
	}
	return false;
}

/** `The vote is on Friday`, `the deadline is Monday`: a present tells of a day to come; `it is Friday` tells which one it is. */
function isTold(reading: Reading, first: number): boolean {
	const before = textAt(reading, first - 1);
	const at = before === "on" || before === "at" ? first - 2 : first - 1;
	// Looked at by its first letter before it is cut out.
	const letter = reading.lexemes.firstOf(at);
	if (letter !== SMALL_I && letter !== SMALL_A) return false;
	const verb = textAt(reading, at);
	return (verb === "is" || verb === "are") && !NAMES_A_DAY.has(textAt(reading, at - 1));
}

const SMALL_A = 97;
const SMALL_I = 105;
const NAMES_A_DAY: ReadonlySet<string> = new Set(["it", "today", "this", "that", "what", "there"]);

/** `Until Thursday they had not called`, `had filed by Friday`: the past perfect beside an end point puts it into the past. */
function hasHad(reading: Reading, first: number, last: number, sentence: { readonly first: number; readonly last: number }): boolean {
	const isHad = (i: number) => textAt(reading, i) === "had" || textAt(reading, i) === "hadn't";
	for (let i = last; i < Math.min(sentence.last, last + 12); i++) if (isHad(i)) return true;
	for (let i = first - 1; i >= Math.max(sentence.first, first - 8); i--) if (isHad(i)) return true;
	return false;
}

function tenseOf(reading: Reading, i: number): Tense | undefined {
	// One word in six or so: the others are not even cut out.
	if (!reading.lexemes.mayBeTensed(i)) return undefined;
	const lexeme = reading.lexemes.at(i);
	if (lexeme === undefined || lexeme.mark || lexeme.joined) return undefined;
	const text = lexeme.text;
	// `May` has the role of a month.
	if (lexeme.word && (text !== "may" || lexeme.capital)) return undefined;
	if (text === "to" && AHEAD_OF_INFINITIVE.has(textAt(reading, i - 1)) && isVerbLike(textAt(reading, i + 1))) {
		// `Had been due to expire` looks back at a plan.
		return textAt(reading, i - 2) === "been" ? "past" : "planned";
	}
	if (text.endsWith("'ll") || text.endsWith("’ll")) return "future";
	if (lexeme.capital) return undefined;
	if (PLANNING.has(text) && isAside(reading, i)) return undefined;
	if (FUTURE_WORDS.has(text) || LIKELY_FUTURE_WORDS.has(text)) {
		if (text === "due" && textAt(reading, i + 1) === "to" && !isVerbLike(textAt(reading, i + 2))) return undefined;
		// `Would have been`, `may have met` look back; so does `could not be reached`.
		if (textAt(reading, i + 1) === "have" || (text === "could" && negated(reading, i))) return "past";
		return FUTURE_WORDS.has(text) ? "future" : "planned";
	}
	if (PRESENT_FORMS.has(text)) {
		// An infinitive has its tense from what stands before it.
		const before = textAt(reading, i - 1);
		// `51 votes`, `the start`, `its end` are nouns.
		if (BEFORE_AN_ADJECTIVE.has(before) || isCounted(reading, i)) return undefined;
		return before === "to" || FUTURE_WORDS.has(before) || LIKELY_FUTURE_WORDS.has(before) ? undefined : "planned";
	}
	const past = PAST_FORMS.has(text) || TELLING.has(text) || (text.length > 3 && text.endsWith("ed") && !NOT_PAST.has(text));
	if (!past) return undefined;
	// `Expected to`, `scheduled for` look ahead however they are conjugated.
	const next = textAt(reading, i + 1);
	if (AHEAD_OF_INFINITIVE.has(text) && text.endsWith("ed") && next === "to") return "planned";
	if ((text === "expected" || text === "set") && (next === "for" || next === "in" || next === "on")) return "planned";
	if (PLANNING.has(text)) return "planned";
	const before = textAt(reading, i - 1);
	// `Where it is sold` is a present; `when the case is heard`, `if they are met` look ahead.
	if (before === "is" || before === "are") return isCondition(reading, i) ? "planned" : undefined;
	// `The proposed sale`, `an unspecified date` are adjectives; `is accused of` says nothing of when.
	if (text.endsWith("ed") && (BEFORE_AN_ADJECTIVE.has(before) || text.startsWith("un"))) return undefined;
	if (isAfterBe(reading, i)) return bearing(reading, i);
	return TELLING.has(text) ? "told" : "past";
}

/** Whether a clause of time or condition begins a few words before. */
function isCondition(reading: Reading, i: number): boolean {
	for (let at = i - 2; at > i - 8 && at >= 0; at--) {
		if (reading.lexemes.at(at)?.mark) return false;
		if (CONDITIONS.has(textAt(reading, at))) return true;
	}
	return false;
}

const CONDITIONS: ReadonlySet<string> = new Set("when if once unless until before after whether".split(" "));

const BEFORE_AN_ADJECTIVE: ReadonlySet<string> = new Set("the a an its their his her our this these those any no some still".split(" "));

// What was planned lies ahead of the plan: `planned a march on Saturday`.
const PLANNING: ReadonlySet<string> = new Set(["planned", "scheduled", "slated"]);

/** Whether a number or a genitive stands before a word, which makes it a noun: `51 votes`, `Friday's vote`. */
function isCounted(reading: Reading, i: number): boolean {
	const before = reading.lexemes.at(i - 1);
	return before !== undefined && (before.number !== undefined || before.possessive || before.word?.role === "cardinal");
}

/** `Opened on Sunday as planned`, `as originally scheduled`: the plan was kept, and says nothing of when. */
function isAside(reading: Reading, i: number): boolean {
	return textAt(reading, i - 1) === "as" || (textAt(reading, i - 2) === "as" && textAt(reading, i - 1).endsWith("ly"));
}

/** What `be` before a participle inherits from its modal: `neither could be reached` looks back. */
function bearing(reading: Reading, i: number): Tense {
	for (let at = i - 1; at >= i - 4; at--)
		if (textAt(reading, at).startsWith("could")) return textAt(reading, at) === "could" && !negated(reading, at) ? "future" : "past";
	return "future";
}

function negated(reading: Reading, i: number): boolean {
	if (textAt(reading, i + 1) === "not") return true;
	for (let at = i - 1; at >= i - 6; at--) if (NEGATIONS.has(textAt(reading, at))) return true;
	return false;
}

const NEGATIONS: ReadonlySet<string> = new Set(["neither", "no", "none", "nobody", "nor"]);

/** `Be named`, `be fully paid`: `be` has a modal or `to` before it and looks ahead. */
function isAfterBe(reading: Reading, i: number): boolean {
	return textAt(reading, i - 1) === "be" || (textAt(reading, i - 2) === "be" && textAt(reading, i - 1).endsWith("ly"));
}

/** Whether a word can be an infinitive: it is no article, pronoun, number or name. */
function isVerbLike(text: string): boolean {
	return text.length > 1 && text !== "the" && text !== "its" && text !== "his" && text !== "their" && text !== "an" && !/^\d/.test(text);
}
