import { is } from "../lexicon/words.ts";
import { has, isComma, isStop, type Word } from "../words.ts";
import { headOf, MEDIA, nounPhraseAfter, startsClause } from "./phrases.ts";

/** Where a reported clause that begins at `from` ends: at the sentence's end, a semicolon, or a further clause with a speaker of its own. */
export function clauseEnd(words: readonly Word[], from: number): number {
	for (let i = from; i < words.length; i++) {
		const word = words[i] as Word;
		if (word.text === ";") return i;
		if (isStop(word) && i >= words.length - 2) return i;
		if (word.quoted?.closes === "," && BREAKS.has(words[i + 1]?.lower ?? "")) return i + 1;
		if (!isComma(word)) continue;
		const next = words[i + 1];
		if (next?.lower === "according" || BREAKS.has(next?.lower ?? "")) return i;
		if (has(next, is.conjunction) && words[from]?.lower === "to" && startsClause(words, i + 2)) return i;
		const participle = has(next, is.adverb) ? words[i + 2] : next;
		if (participle?.class === 0 && !participle.capital && /.{2}ing$/.test(participle.lower)) return i;
	}
	return words.length;
}

const BREAKS = new Set(["but", "though", "although", "while"]);

/** Words that begin what a sentence says of the occasion rather than of the thing spoken of. */
const OCCASION = new Set(
	"because after before since while when as if should so during despite amid notwithstanding until unless though although where".split(" "),
);

/** Where a noun phrase or infinitive that sums up what was said ends: before the occasion, a date, a medium, a relative clause after a comma, or a verb joined on. */
export function phraseEnd(words: readonly Word[], from: number, end: number): number {
	const infinitive = words[from]?.lower === "to";
	for (let i = from + 1; i < end; i++) {
		const word = words[i] as Word;
		const next = words[i + 1];
		if (word.kind === "quote") return end;
		if (OCCASION.has(word.lower) && !(word.lower === "as" && (infinitive || words[i - 1]?.lower === "such")))
			return isComma(words[i - 1]) ? i - 1 : i;
		if (
			isComma(word) &&
			(has(next, is.relative) || (has(next, is.conjunction) && (has(words[i + 2], is.auxiliary) || startsClause(words, i + 2))))
		)
			return i;
		if (has(word, is.conjunction) && has(next, is.auxiliary)) return i;
		if (infinitive || !has(word, is.preposition)) {
			if (!infinitive && has(word, is.time) && word.capital && i + 1 >= end) return i;
			continue;
		}
		if (has(next, is.time) && next?.capital) return i;
		const phrase = nounPhraseAfter(words, i + 1, end);
		if (phrase && /^(?:in|on|at|via)$/.test(word.lower) && MEDIA.has(headOf(words, phrase).lower)) return i;
	}
	return end;
}

/** Where the words end that a verb of naming quotes (`called the plan "a mess"`): with the quotation, or the last of several that follow closely. */
export function namingEnd(words: readonly Word[], from: number, end: number): number {
	let last = -1;
	for (let i = from; i < end; i++) {
		const word = words[i] as Word;
		if (word.kind === "quote") last = i;
		else if (i - Math.max(last, from) > (last < 0 ? 14 : 6)) break;
		else if (last >= 0 && (word.verb || word.kind === "number" || (has(word, is.preposition) && !has(word, is.subordinator)))) break;
	}
	if (last < 0) return end;
	// `a "threat" to the region` goes on; `a "mess" during a speech` says when.
	const next = words[last + 1];
	if (last + 1 >= end || !next || !/^(?:of|to|for|that|who)$/.test(next.lower)) return last + 1;
	for (let i = last + 2; i < end; i++)
		if (isComma(words[i]) || has(words[i], is.conjunction) || (has(words[i], is.preposition) && words[i]?.lower !== "of")) return i;
	return end;
}
