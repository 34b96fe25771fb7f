import { takes } from "../lexicon/verbs.ts";
import { is } from "../lexicon/words.ts";
import { has, isComma, type Range, type Word } from "../words.ts";
import { MEDIA, nounPhraseAfter } from "./phrases.ts";

/** Skips dates, places, media and, where the verb takes one, the person addressed. */
export function skipAdverbials(words: readonly Word[], start: number, kinds: number): { at: number; medium?: Range } {
	let at = start;
	let medium: Range | undefined;
	const addressed =
		(kinds & (takes.addressee | takes.clause)) === (takes.addressee | takes.clause) ||
		words[start - 1]?.verb?.lemma === "tell" ||
		words[start - 1]?.verb?.lemma === "ask";
	const that = (kinds & takes.clause) !== 0 && (kinds & takes.as) === 0 ? thatAfter(words, start, addressed) : -1;
	if (that >= 0) return { at: that, ...mediumIn(words, start, that) };
	if (addressed) at = skipAddressee(words, at);
	for (let guard = 0; guard < 6; guard++) {
		const word = words[at];
		if (!word) break;
		if (has(word, is.time) && !has(word, is.auxiliary) && word.lower !== "may") {
			at++;
			continue;
		}
		if (has(word, is.adverb) && !has(word, is.determiner | is.subordinator)) {
			at++;
			continue;
		}
		if (has(word, is.preposition) && !has(word, is.subordinator) && !/^(?:as|of|than|about|like)$/.test(word.lower)) {
			const phrase = nounPhraseAfter(words, at + 1) ?? timeAfter(words, at + 1);
			if (!phrase) break;
			// `agreed to a loan` says what was agreed; `said to reporters on Monday` does not.
			if (word.lower === "to" && (kinds & takes.infinitive) !== 0) break;
			const next = words[phrase.to];
			const isMedium = words.slice(phrase.from, phrase.to).some((other) => MEDIA.has(other.lower)) || MEDIA.has(next?.lower ?? "");
			if (isMedium && !medium) medium = { from: at, to: phrase.to };
			at = phrase.to;
			continue;
		}
		break;
	}
	return medium ? { at, medium } : { at };
}

/** The `that` which begins what was said, with only nouns and prepositions before it: `told a group of voters in Delft that`. -1 when there is none. */
function thatAfter(words: readonly Word[], start: number, addressed: boolean): number {
	// `warned, as others did, that`
	if (isComma(words[start])) {
		const close = words.findIndex((word, i) => i > start && i < start + 14 && isComma(word));
		return close > 0 && words[close + 1]?.lower === "that" ? close + 1 : -1;
	}
	const first = words[start];
	if (
		!first ||
		first.lower === "to" ||
		(!addressed && first.lower !== "that" && !has(first, is.time | is.preposition | is.adverb | is.object))
	)
		return -1;
	for (let i = start; i < Math.min(words.length, start + 16); i++) {
		const word = words[i] as Word;
		if (word.lower === "that") return has(words[i + 1], is.auxiliary) && i > start && !has(words[i - 1], is.time) ? -1 : i;
		if (word.kind === "quote" || has(word, is.auxiliary) || (has(word, is.subject) && !has(word, is.object))) return -1;
		if (word.kind === "mark" && !/^[.,'’-]$/.test(word.text)) return -1;
		if (word.text === "," && i === start) return -1;
	}
	return -1;
}

function mediumIn(words: readonly Word[], start: number, end: number): { medium?: Range } {
	const noun = words.findIndex((word, i) => i >= start && i < end && MEDIA.has(word.lower));
	if (noun < 0) return {};
	let from = noun;
	while (from > start && !has(words[from], is.preposition)) from--;
	return { medium: { from, to: noun + 1 } };
}

function timeAfter(words: readonly Word[], at: number): Range | undefined {
	let to = at;
	while (has(words[to], is.time | is.determiner) || words[to]?.kind === "number") to++;
	return to > at ? { from: at, to } : undefined;
}

function skipAddressee(words: readonly Word[], at: number): number {
	const first = words[at];
	if (!first) return at;
	if (has(first, is.object) && first.kind === "word") return at + 1;
	if (first.kind !== "word" || first.lower === "that" || has(first, is.question | is.subject) || has(first, is.preposition)) return at;
	const phrase = nounPhraseAfter(words, at);
	if (!phrase) return at;
	// `told reporters the plan …`: an article after a noun begins the content.
	for (let i = phrase.from + 1; i < phrase.to; i++) {
		if (has(words[i], is.determiner) && !has(words[i - 1], is.determiner | is.preposition | is.conjunction)) return i;
		if (words[i]?.lower === "to") return i;
	}
	return phrase.to;
}
