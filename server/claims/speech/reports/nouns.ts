import { LEADING_NOUNS, SPEECH_NOUNS } from "../lexicon/nouns.ts";
import { is, sign } from "../lexicon/words.ts";
import { has, type Range, type Word } from "../words.ts";
import { clauseEnd } from "./ends.ts";
import { nounPhraseAfter, nounPhraseBefore } from "./phrases.ts";
import type { Report } from "./report.ts";

/** Reports that a noun carries: `Ruiz's claim that …`, `his repeated promise to …`. A noun without an owner names no source and is left out. */
export function readSpeechNouns(words: readonly Word[]): Report[] {
	const reports: Report[] = [];
	for (let i = 1; i + 2 < words.length; i++) {
		if (((words[i] as Word).signs & sign.noun) === 0) continue;
		const noun = (words[i] as Word).lower;
		const next = (words[i + 1] as Word).lower;
		const completed = next === "that" ? SPEECH_NOUNS.has(noun) : LEADING_NOUNS.get(noun)?.includes(next) === true;
		const source = completed ? ownerBefore(words, i) : undefined;
		if (!source) continue;
		// `opposition to the plan` is about a thing, `refusal to pay` a deed.
		const isDeed = next === "to" && !has(words[i + 2], is.determiner | is.possessive | is.object) && words[i + 2]?.capital !== true;
		const from = next === "that" || isDeed ? i + 1 : i + 2;
		const to = from === i + 1 ? clauseEnd(words, from) : (nounPhraseAfter(words, from)?.to ?? from);
		if (to - from >= 1) reports.push({ content: [{ from, to }], source, cue: { from: i, to: from === i + 1 ? i + 1 : i + 2 } });
	}
	return reports;
}

/** The possessive before a noun and its adjectives: `the bank's`, `their`. */
function ownerBefore(words: readonly Word[], noun: number): Range | undefined {
	for (let i = noun - 1; i >= Math.max(0, noun - 4); i--) {
		const word = words[i] as Word;
		if (word.kind !== "word") return undefined;
		if ((word.class & is.possessive) !== 0) return { from: i, to: i + 1 };
		if (/(?:'s|s')$/.test(word.lower)) return nounPhraseBefore(words, i + 1, 0);
		if ((word.class & (is.determiner | is.preposition | is.auxiliary)) !== 0) return undefined;
	}
	return undefined;
}
