import { nounPhraseBefore } from "./phrases.ts";
import { clauseEnd, type Report } from "./reports.ts";
import type { Range, Word } from "./units.ts";
import { is } from "./words.ts";

/**
 * Nouns of speech and thought that a that-clause completes: `the bank's claim that …` (Quirk et al., A Comprehensive Grammar of the English Language, §17.26;
 * derived from the verbs of §16.31). Singular and plural.
 */
const SPEECH_NOUNS = new Set(
	(
		"claim claims statement statements allegation allegations accusation accusations assertion assertions contention argument arguments suggestion suggestions insistence announcement declaration " +
		"admission acknowledgment acknowledgement promise promises pledge pledges vow warning warnings prediction predictions forecast estimate estimates belief beliefs view views opinion fear fears hope hopes " +
		"concern concerns complaint complaints criticism charge charges conclusion conclusions finding findings ruling report reports remark remarks comment comments denial assurance assurances proposal demand demands rumor rumors rumour rumours"
	).split(" "),
);

/** Reports that a noun carries: `Ruiz's claim that …`, `his repeated promise that …`. A noun without an owner names no source and is left out. */
export function readSpeechNouns(words: readonly Word[]): Report[] {
	const reports: Report[] = [];
	for (let i = 1; i + 2 < words.length; i++) {
		if (!SPEECH_NOUNS.has((words[i] as Word).lower) || words[i + 1]?.lower !== "that") continue;
		const source = ownerBefore(words, i);
		if (!source) continue;
		reports.push({ content: [{ from: i + 1, to: clauseEnd(words, i + 1) }], source, cue: { from: i, to: i + 1 } });
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
