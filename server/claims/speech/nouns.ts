import { nounPhraseAfter, nounPhraseBefore } from "./phrases.ts";
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

/** Nouns of attitude and intent with the word that leads to what they are about (Quirk et al. §17.26–17.36): `the union's opposition to`, `her support for`. */
const LEADING = new Map<string, readonly string[]>([
	["support", ["for"]],
	["opposition", ["to"]],
	["objection", ["to"]],
	["objections", ["to"]],
	["criticism", ["of", "about"]],
	["condemnation", ["of"]],
	["praise", ["for"]],
	["disdain", ["for"]],
	["endorsement", ["of"]],
	["rejection", ["of"]],
	["denial", ["of"]],
	["warning", ["of", "about", "against", "to"]],
	["warnings", ["of", "about", "against", "to"]],
	["call", ["for", "to"]],
	["calls", ["for", "to"]],
	["demand", ["for", "to"]],
	["demands", ["for", "to"]],
	["concern", ["about", "over"]],
	["concerns", ["about", "over"]],
	["doubts", ["about"]],
	["skepticism", ["about", "of"]],
	["scepticism", ["about", "of"]],
	["misgivings", ["about"]],
	["reservations", ["about"]],
	["comments", ["about", "on"]],
	["remarks", ["about", "on"]],
	["statements", ["about", "on"]],
	["questions", ["about"]],
	["complaints", ["about"]],
	["allegations", ["of"]],
	["accusations", ["of"]],
	["promise", ["to", "of"]],
	["promises", ["to", "of"]],
	["pledge", ["to"]],
	["vow", ["to"]],
	["plan", ["to"]],
	["plans", ["to", "for"]],
	["proposal", ["to", "for"]],
	["proposals", ["to", "for"]],
	["decision", ["to"]],
	["refusal", ["to"]],
	["reluctance", ["to"]],
	["willingness", ["to"]],
	["agreement", ["to"]],
	["desire", ["to", "for"]],
	["announcement", ["of"]],
	["prediction", ["of"]],
	["estimate", ["of"]],
	["assessment", ["of"]],
	["view", ["of"]],
	["claims", ["of", "about"]],
]);

/** Reports that a noun carries: `Ruiz's claim that …`, `his repeated promise to …`. A noun without an owner names no source and is left out. */
export function readSpeechNouns(words: readonly Word[]): Report[] {
	const reports: Report[] = [];
	for (let i = 1; i + 2 < words.length; i++) {
		const noun = (words[i] as Word).lower;
		const next = (words[i + 1] as Word).lower;
		const completed = next === "that" ? SPEECH_NOUNS.has(noun) : LEADING.get(noun)?.includes(next) === true;
		const source = completed ? ownerBefore(words, i) : undefined;
		if (!source) continue;
		const from = next === "that" || next === "to" ? i + 1 : i + 2;
		const to = next === "that" || next === "to" ? clauseEnd(words, from) : (nounPhraseAfter(words, from)?.to ?? from);
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
