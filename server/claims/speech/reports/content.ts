import { isDocumentNoun } from "../lexicon/titles.ts";
import { IRREGULAR_PASTS, takes } from "../lexicon/verbs.ts";
import { is } from "../lexicon/words.ts";
import { has, isComma, isDash, isStop, type Range, type Word } from "../words.ts";
import type { Cue } from "./cues.ts";
import { clauseEnd, namingEnd, phraseEnd } from "./ends.ts";
import { nounPhraseAfter, startsClause } from "./phrases.ts";

/** What stands before a subject at `end` and may be its content: up to a comma, a dash or a quotation's end. */
export function leftContent(words: readonly Word[], end: number, floor: number): Range | undefined {
	const last = words[end - 1];
	if (!last) return undefined;
	const to = last.kind === "quote" ? end : isComma(last) || isDash(last) ? end - 1 : -1;
	if (to < 1) return undefined;
	let from = to;
	while (from > floor && !/^[;:]$/.test((words[from - 1] as Word).text)) from--;
	if (words[to - 1]?.kind === "quote") {
		// The quotation may be the last piece of a longer sentence: `The plan is "a mess," she said.`
		if (from === to - 1 || isComma(words[to - 2])) return { from: to - 1, to };
		// `While avoiding the word “ban,” Ruiz said`: what is fronted is no speech.
		if (has(words[from], is.preposition | is.subordinator) && !holdsClause(words, from, to)) return undefined;
		return { from, to };
	}
	if (has(words[from], is.conjunction) && has(words[from + 1], is.preposition | is.subordinator) && !holdsClause(words, from, to))
		return undefined;
	if (to - from < 3) return undefined;
	// `Earlier, in June, Ruiz said`: nothing but occasions.
	if (has(words[from], is.adverb) && isComma(words[from + 1]) && !holdsClause(words, from + 2, to)) {
		// `However, prices are rising, Ruiz said`
		const first = words[from + 2];
		if (!first || to - from < 5 || has(first, is.preposition | is.subordinator | is.adverb | is.time) || !holdsVerb(words, from + 2, to))
			return undefined;
		return { from: from + 2, to };
	}
	if (has(words[from], is.preposition | is.subordinator) && !holdsClause(words, from, to)) return undefined;
	return { from, to };
}

/** Whether words can be a clause: a helping or reporting verb stands among them, or a form in -ed or -ing, or there are many. */
function holdsVerb(words: readonly Word[], from: number, to: number): boolean {
	if (to - from > 9) return true;
	return words
		.slice(from, to)
		.some(
			(word) =>
				has(word, is.auxiliary) ||
				word.verb !== undefined ||
				IRREGULAR_PASTS.has(word.lower) ||
				(word.class === 0 && !word.capital && /(?:.ed|.ing)$/.test(word.lower)),
		);
}

/** Whether a sentence goes on after what is fronted: a comma and then a helping verb (`Unlike Ruiz, Marlow has no plan`). */
function holdsClause(words: readonly Word[], from: number, to: number): boolean {
	const comma = words.findIndex((word, i) => i > from && i < to && isComma(word));
	return comma >= 0 && words.slice(comma, to).some((word) => has(word, is.auxiliary));
}

export function rightQuote(words: readonly Word[], at: number): Range | undefined {
	let i = at;
	// `said this: “…”`, `put it this way: “…”`
	for (let colon = at + 1; colon < at + 4 && words[colon - 1]?.kind === "word"; colon++) if (words[colon]?.text === ":") i = colon;
	while (words[i]?.text === "," || words[i]?.text === ":") i++;
	return words[i]?.kind === "quote" ? { from: i, to: i + 1 } : undefined;
}

/** A further piece of a split quotation, after what explains the source or the occasion: `"…," said Ruiz, its chair, "…"`. */
export function laterQuote(words: readonly Word[], from: number): Range | undefined {
	for (let i = from; i < words.length; i++) {
		const word = words[i] as Word;
		if (word.kind === "quote") {
			const before = has(words[i - 1], is.conjunction) ? words[i - 2] : words[i - 1];
			return isComma(before) || before?.text === ":" ? { from: i, to: i + 1 } : undefined;
		}
		const introduces = word.verb && (!word.verb.forms.has("ing") || (word.verb.takes & takes.clause) !== 0);
		if (introduces && !has(words[i - 1], is.determiner | is.possessive)) return undefined;
		if (has(word, is.conjunction) && word.lower !== "or" && has(words[i + 1], is.subject)) return undefined;
	}
	return undefined;
}

/** What was said after a cue whose adverbials end at `at`. */
export function rightContent(words: readonly Word[], at: number, cue: Cue, hasLeft: boolean, subject?: Range): Range | undefined {
	const quote = rightQuote(words, at);
	// `wrote “The Long Field”` names a work.
	if (cue.to === at && WORKS.has(words[cue.at]?.verb?.lemma ?? "") && words[at]?.quoted?.isTitle) return undefined;
	if (quote && (isComma(words[quote.from - 1]) || words[quote.from - 1]?.text === ":" || (cue.takes & takes.weak) === 0)) {
		const whole = clauseEnd(words, quote.to);
		const end = isStop(words[quote.to]) ? quote.to : (cue.takes & takes.clause) !== 0 ? whole : namingEnd(words, quote.from, whole);
		const inner = words[quote.from]?.quoted?.closes ?? "";
		return words[at]?.kind === "quote" && !/[.,!?]/.test(inner) ? { from: quote.from, to: end } : quote;
	}
	const first = words[at];
	// `Ruiz added: The bridge is old.`
	const behind = words[at + 1];
	if (first?.text === ":" && !hasLeft && cue.finite && cue.takes === takes.clause && behind?.capital && at + 4 < words.length)
		return { from: at + 1, to: clauseEnd(words, at + 1) };
	if (!first || first.kind === "mark" || isStop(first) || isComma(first) || first.text === ":" || has(first, is.conjunction))
		return undefined;
	if (first.lower === "such" && words[at + 1]?.lower === "as") return undefined;
	if (
		hasLeft &&
		!has(first, is.subject | is.determiner | is.possessive | ((cue.takes & takes.as) !== 0 ? is.object : 0)) &&
		first.class !== 0 &&
		first.lower !== "that"
	)
		return undefined;
	const asAt =
		(cue.takes & takes.as) !== 0
			? words.findIndex((word, i) => i >= at && word.lower === (COMPARES.has(words[cue.at]?.verb?.lemma ?? "") ? "to" : "as"))
			: -1;
	const naming =
		(first.kind === "quote" && (cue.takes & takes.clause) === 0) ||
		((cue.takes & takes.complement) !== 0 && (cue.takes & takes.clause) === 0) ||
		(asAt >= 0 && asAt < at + 14) ||
		((cue.takes & takes.as) !== 0 && words.slice(at, at + 10).some((word) => word.kind === "quote"));
	const limit = Math.min(clauseEnd(words, at), frontedEnd(words, at, cue));
	const summed =
		(cue.takes & takes.clause) === 0 || (first.lower !== "that" && (cue.takes & takes.phrase) !== 0 && !startsClause(words, at));
	const comparison = asAt >= 0 && asAt < at + 14 && !words.slice(at, at + 20).some((word) => word.kind === "quote");
	const end = comparison
		? phraseEnd(words, asAt, limit)
		: naming
			? namingEnd(words, at, limit)
			: summed
				? phraseEnd(words, at, limit)
				: limit;
	const content = { from: at, to: end };
	const holdsQuote = words.slice(at, end).some((word) => word.kind === "quote");
	if (end - at < 2 && !holdsQuote && !(cue.finite && summed && (first.capital || has(first, is.object)))) return undefined;
	const { takes: kinds } = cue;
	// A study finds and a poll shows what it says; people find and show things too.
	const documented = subject !== undefined && words.slice(subject.from, subject.to).some((word) => isDocumentNoun(word.lower));
	if ((kinds & takes.weak) !== 0)
		return first.lower === "that" || startsClause(words, at) || (documented && !has(first, is.preposition)) ? content : undefined;
	if ((kinds & takes.clause) !== 0) {
		if (first.lower === "that" || has(first, is.question)) return content;
		if (first.lower === "to") return (kinds & takes.infinitive) !== 0 ? content : undefined;
		if (has(first, is.preposition) && !has(first, is.subordinator) && !holdsQuote) return undefined;
		// `expects Ruiz to win`
		if ((kinds & takes.infinitive) !== 0 && (kinds & takes.thought) !== 0 && leadsToInfinitive(words, at)) return content;
		// What is said is a clause: `added audio tools` adds no words.
		return holdsQuote || (kinds & takes.phrase) !== 0 || words[cue.at]?.verb?.lemma === "say" || holdsVerb(words, at, end)
			? content
			: undefined;
	}
	if ((kinds & takes.infinitive) !== 0 && first.lower === "to") return content;
	if ((kinds & takes.as) !== 0 && (holdsQuote || (asAt >= 0 && asAt < at + 12))) return content;
	if ((kinds & takes.complement) !== 0 && !holdsQuote && !namesTwice(words, at, end)) return undefined;
	if ((kinds & (takes.phrase | takes.preposition | takes.complement)) !== 0) {
		return has(first, is.preposition) && first.lower !== "that" ? undefined : content;
	}
	if ((kinds & takes.addressee) !== 0) return content;
	return undefined;
}

/** Where a clause or phrase in front of the sentence ends (`Although Ruiz denied it, …`): at the comma after the cue; else beyond the sentence. */
function frontedEnd(words: readonly Word[], at: number, cue: Cue): number {
	let start = cue.from;
	while (start > 0 && words[start - 1]?.kind !== "quote" && !isComma(words[start - 1]) && !isDash(words[start - 1])) start--;
	const first = words[start];
	const isFronted = cue.from === 0 ? !cue.finite : has(first, is.preposition | is.subordinator) && first?.lower !== "that";
	if (!isFronted) return words.length;
	const comma = words.findIndex(
		(word, i) => i > at && isComma(word) && (words[i + 1]?.capital || has(words[i + 1], is.subject | is.determiner | is.possessive)),
	);
	return comma < 0 ? words.length : comma;
}

/** `called the plan a mistake`: a noun or pronoun and then another word for it, not a time or place (`called her on Friday`). */
function namesTwice(words: readonly Word[], at: number, end: number): boolean {
	const object = nounPhraseAfter(words, at, end);
	if (!object) return false;
	const next = words[object.to];
	if (object.to < end && next !== undefined && next.kind === "word" && (next.class === 0 || has(next, is.determiner | is.possessive)))
		return true;
	// An article inside of the phrase begins the second noun.
	if (words.slice(object.from + 2, object.to).some((word) => !word.capital && /[^e]ed$/.test(word.lower))) return true;
	return words
		.slice(object.from + 1, object.to)
		.some((word, i) => has(word, is.determiner) && !has(words[object.from + i], is.preposition | is.determiner));
}

function leadsToInfinitive(words: readonly Word[], at: number): boolean {
	for (let i = at + 1; i < at + 7; i++) {
		const word = words[i];
		if (word?.lower === "to") return words[i + 1]?.kind === "word" && !has(words[i + 1], is.determiner | is.possessive);
		if (word?.kind !== "word" || has(word, is.auxiliary | is.subject | is.conjunction)) return false;
	}
	return false;
}

/** Verbs that have a work for their object: its title follows without a comma. */
const WORKS = new Set(["write", "read", "see", "recite"]);

/** Verbs whose second noun follows `to`: `likened it to`. */
const COMPARES = new Set(["liken", "compare"]);
