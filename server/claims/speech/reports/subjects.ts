import { isPersonNoun } from "../lexicon/titles.ts";
import { takes } from "../lexicon/verbs.ts";
import { is } from "../lexicon/words.ts";
import { has, isComma, type Range, type Word } from "../words.ts";
import type { Cue } from "./cues.ts";
import { headOf, nounPhraseAfter, nounPhraseBefore } from "./phrases.ts";

export function subjectOf(words: readonly Word[], cue: Cue, floor: number): Range | undefined {
	const subject = relativeHead(words, cue, floor) ?? nounPhraseBefore(words, beforeOccasion(words, cue.from), floor);
	if (!subject) return undefined;
	const word = words[cue.at] as Word;
	// A base form needs a plural subject or a helping verb; otherwise it is a noun (`the trade demands`, `a White House claim`).
	if (word.verb?.forms.has("base") && !word.verb.forms.has("past") && cue.from === cue.at && !isPlural(words, subject)) return undefined;
	if (word.verb?.forms.has("third") && cue.from === cue.at && isBareNoun(words, subject)) return undefined;
	if (words.slice(subject.from, subject.to).every((one) => one.kind === "number") || words[subject.from]?.lower === "there")
		return undefined;
	return speaks(words, subject, cue) ? subject : undefined;
}

/** `Ruiz, who in 2010 said`: behind the relative pronoun, in front of when. Else the place itself. */
function beforeOccasion(words: readonly Word[], at: number): number {
	let from = at;
	while (from > at - 4 && (words[from - 1]?.kind === "number" || has(words[from - 1], is.time | is.determiner))) from--;
	const isOccasion = from < at && has(words[from - 1], is.preposition) && has(words[from - 2], is.relative);
	return isOccasion && words[from - 2]?.lower !== "that" ? from - 1 : at;
}

/**
 * `A man who lives near the quarry said`: whom a relative clause without commas explains is the subject of the verb after it. Undefined when a noun
 * stands before the verb that may be its own subject.
 */
export function relativeHead(words: readonly Word[], cue: Cue, floor: number): Range | undefined {
	let who = cue.from - 2;
	for (const least = Math.max(floor, cue.from - 24); who > least && words[who]?.lower !== "who"; who--) {
		const word = words[who] as Word;
		if (word.kind === "quote" || (word.kind === "mark" && !/^['’-]$/.test(word.text)) || word.lower === "that") return undefined;
	}
	const head = words[who - 1];
	if (words[who]?.lower !== "who" || head?.kind !== "word" || head.class !== 0 || who <= floor) return undefined;
	const last = words[cue.from - 1];
	if (!last || has(last, is.subject | is.conjunction | is.relative | is.preposition)) return undefined;
	// What the relative clause's own verb of saying reports may have a subject of its own: `who says Ruiz promised`.
	const inner = words.slice(who + 1, cue.from).findIndex((word) => word.verb && (word.verb.takes & takes.clause) !== 0);
	const object = nounPhraseBefore(words, cue.from, who + 1);
	if (inner >= 0 && object && object.from <= who + 2 + inner) return undefined;
	if (last.capital && inner >= 0) return undefined;
	// Its verb has to stand before its last noun.
	if (cue.from - who < 3) return undefined;
	return nounPhraseBefore(words, who, floor);
}

/** A single thing has an article: lower-case nouns without one before a form in -s are part of a name for a thing (`power demands`), not a speaker. */
function isBareNoun(words: readonly Word[], { from, to }: Range): boolean {
	return words.slice(from, to).every((word) => !word.capital && word.class === 0);
}

/** Whether a noun phrase names somebody who can speak: a name, a pronoun, people or a body of people. */
export function isHuman(words: readonly Word[], { from, to }: Range): boolean {
	for (let i = from; i < to; i++) {
		const word = words[i] as Word;
		if (PEOPLE.test(word.lower) || word.capital) return true;
	}
	return isPersonNoun(headOf(words, { from, to }).lower);
}

const PEOPLE = /^(?:i|it|he|she|we|they|who|you|many|some|others|most|both|few|several|those|critics)$/;

/** Whether a subject can say or think what the cue asks of it: things say and show, but only people and bodies criticise, want and oppose. */
export function speaks(words: readonly Word[], { from, to }: Range, cue: Cue): boolean {
	if (
		cue.finite &&
		(cue.takes & (takes.clause | takes.preposition)) !== 0 &&
		(cue.takes & (takes.weak | takes.thought)) === 0 &&
		!cue.modal
	)
		return true;
	if (
		(cue.takes & (takes.phrase | takes.as | takes.complement)) !== 0 &&
		words.slice(cue.to, cue.to + 8).some((word) => word.kind === "quote")
	)
		return true;
	return isHuman(words, { from, to });
}

function isPlural(words: readonly Word[], { from, to }: Range): boolean {
	const last = headOf(words, { from, to });
	if (/^(?:those|many|some|several|few|most|both|these|others|critics)$/.test((words[from] as Word).lower)) return true;
	if (
		/^(?:i|you|we|they|who|people|police|many|some|others|most|both|few|several|data|men|women|those|these|all|that|which)$/.test(
			last.lower,
		)
	)
		return true;
	return /[^s]s$/.test(last.lower) || words.slice(from, to).some((word) => word.lower === "and");
}

/** `Calling it a mess, Ruiz left`: what a participle in front has for its subject comes after the comma. */
export function frontedSubject(words: readonly Word[], cue: Cue): Range | undefined {
	if (cue.finite || cue.from > 2 || (cue.from > 0 && !has(words[0], is.preposition | is.subordinator | is.adverb))) return undefined;
	const comma = words.findIndex((word, i) => i > cue.to && isComma(word));
	return comma < 0 ? undefined : nounPhraseAfter(words, comma + 1);
}

/** `Ruiz laughed and said`: the subject of the verb before `and`, when it is nearer than the last speaker. */
export function localSubject(words: readonly Word[], cue: Cue, earlier: Range | undefined): Range | undefined {
	const lead = cue.from - 1;
	if (!cue.finite || !has(words[lead], is.conjunction)) return undefined;
	let start = lead;
	while (start > 0 && words[start - 1]?.kind !== "quote" && words[start - 1]?.kind !== "mark") start--;
	if (earlier && earlier.from >= start) return undefined;
	const first = words[start];
	if (!first || !(first.capital || has(first, is.subject | is.determiner | is.possessive)) || has(first, is.preposition | is.subordinator))
		return undefined;
	const subject = nounPhraseAfter(words, start, lead);
	return subject && subject.to < lead ? subject : undefined;
}

/** `a letter urging …`: the noun right before a participle is its subject. */
export function participleSubject(words: readonly Word[], cue: Cue): Range | undefined {
	const lead = words[cue.from - 1];
	if (cue.finite || lead?.kind !== "word" || lead.class !== 0) return undefined;
	if (!lead.capital && !isPersonNoun(lead.lower)) return undefined;
	const phrase = nounPhraseBefore(words, cue.from, 0);
	if (!phrase) return undefined;
	// The noun itself, not what it belongs to: `an answer to critics saying`.
	let { from } = phrase;
	for (let i = phrase.from + 1; i < phrase.to - 1; i++) if (has(words[i], is.preposition)) from = i + 1;
	return { from, to: phrase.to };
}

/** The subject of a sentence: its first noun phrase after what is fronted. */
export function firstNounPhrase(words: readonly Word[], limit: number): Range | undefined {
	let start = 0;
	// `Asked what came next, she laughed: “…”`
	const isParticiple = words[0]?.verb !== undefined && (words[0].verb.forms.has("participle") || words[0].verb.forms.has("ing"));
	if (isParticiple || has(words[0], is.preposition | is.subordinator)) {
		start = words.findIndex((word, i) => i < limit && isComma(word)) + 1;
		if (start === 0) return undefined;
	}
	while (start < limit && (has(words[start], is.conjunction | is.adverb) || words[start]?.kind === "mark")) start++;
	const phrase = nounPhraseAfter(words, start, limit);
	return phrase && withoutVerb(words, phrase);
}

/** `The council shut its bridge`: a small word in front of an article, with a noun before it, is the verb. */
function withoutVerb(words: readonly Word[], { from, to }: Range): Range {
	for (let i = from + 2; i < to; i++) {
		const [before, word] = [words[i - 2], words[i - 1]];
		const isVerb = word?.kind === "word" && word.class === 0 && !word.capital && before?.kind === "word" && before.class === 0;
		if (isVerb && has(words[i], is.determiner | is.possessive)) return { from, to: i - 1 };
	}
	return { from, to };
}
