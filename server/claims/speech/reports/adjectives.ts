import { is, sign } from "../lexicon/words.ts";
import type { Word } from "../words.ts";
import { clauseEnd } from "./ends.ts";
import { nounPhraseBefore } from "./phrases.ts";
import type { Report } from "./report.ts";

/** `Ruiz is confident that …`, `residents are worried about …`: what somebody is said to think. */
export function readAdjectives(words: readonly Word[]): Report[] {
	const reports: Report[] = [];
	for (let i = 2; i + 2 < words.length; i++) {
		if (((words[i] as Word).signs & sign.feeling) === 0) continue;
		const next = (words[i + 1] as Word).lower;
		const leads =
			next === "that" || next === "about" || next === "by" || next === "of" || ((words[i + 1] as Word).class & is.subject) !== 0;
		if (!leads) continue;
		let from = i;
		while (from > 0 && ((words[from - 1] as Word).class & (is.auxiliary | is.adverb | is.negation)) !== 0) from--;
		if (!words.slice(from, i).some((word) => (word.class & is.be) !== 0)) continue;
		const source = nounPhraseBefore(words, from, 0);
		if (!source || /^(?:it|this|that|there|which)$/.test((words[source.from] as Word).lower)) continue;
		const start = next === "that" || ((words[i + 1] as Word).class & is.subject) !== 0 ? i + 1 : i + 2;
		reports.push({ content: [{ from: start, to: clauseEnd(words, start) }], source, cue: { from, to: start === i + 1 ? i + 1 : i + 2 } });
	}
	return reports;
}
