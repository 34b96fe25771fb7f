import { is } from "../lexicon/words.ts";
import { has, isComma, isStop, type Range, type Word } from "../words.ts";
import { nounPhraseAfter } from "./phrases.ts";
import type { Report } from "./report.ts";

/**
 * `"Nonsense," snorts Ruiz` and `"I was born here," Ruiz begins`: after a quotation that a comma, question or exclamation mark closes, any verb
 * between it and a name gives the quotation to whoever is named, whatever the verb (Quirk et al. §14.29). For verbs that no list has.
 */
export function readUnlisted(words: readonly Word[]): Report[] {
	const reports: Report[] = [];
	for (let i = 0; i + 2 < words.length; i++) {
		const quoted = words[i]?.quoted;
		if (!quoted || !/[,!?]/.test(quoted.closes)) continue;
		const named = inverted(words, i + 1) ?? plain(words, i + 1);
		if (!named) continue;
		const later = words.findIndex((word, j) => j > named.end && word.kind === "quote" && isComma(words[j - 1]));
		const content: Range[] = [{ from: i, to: i + 1 }];
		if (later > 0 && later < named.end + 12) content.push({ from: later, to: later + 1 });
		reports.push({ content, source: named.source, cue: named.cue });
	}
	return reports;
}

interface Named {
	readonly source: Range;
	readonly cue: Range;
	readonly end: number;
}

function inverted(words: readonly Word[], at: number): Named | undefined {
	if (!isVerb(words[at]) || !words[at + 1]?.capital) return undefined;
	const source = nounPhraseAfter(words, at + 1);
	return source && { source, cue: { from: at, to: at + 1 }, end: source.to };
}

function plain(words: readonly Word[], at: number): Named | undefined {
	const first = words[at];
	if (!first || !(first.capital || has(first, is.subject | is.determiner))) return undefined;
	let verb = at + 1;
	while (verb < at + 5 && words[verb]?.kind === "word" && !isVerb(words[verb])) verb++;
	const next = words[verb + 1];
	if (!isVerb(words[verb]) || !(isStop(next) || isComma(next))) return undefined;
	const source = nounPhraseAfter(words, at, verb);
	return source?.to === verb ? { source, cue: { from: verb, to: verb + 1 }, end: verb + 1 } : undefined;
}

/** A form in -s or -ed, or a past form that no rule makes. */
function isVerb(word: Word | undefined): boolean {
	return word?.kind === "word" && !word.capital && word.class === 0 && /(?:[^s]s|ed|began|went|spat|read)$/.test(word.lower);
}
