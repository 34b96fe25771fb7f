import { SURVEYS } from "../lexicon/nouns.ts";
import { is } from "../lexicon/words.ts";
import { has, type Range, type Word } from "../words.ts";
import { headOf, nounPhraseAfter } from "./phrases.ts";
import type { Report } from "./report.ts";

/**
 * `According to the bank, …`, `…, according to the bank` and `per the bank`: the source follows, the content is the rest of the clause.
 * Merriam-Webster's and Quirk et al. (§9.57) list `according to` as the preposition of attribution.
 */
export function readAccordingTo(words: readonly Word[]): Report[] {
	const reports: Report[] = [];
	for (let i = 0; i + 2 < words.length; i++) {
		if (words[i]?.lower !== "according" || words[i + 1]?.lower !== "to") continue;
		const source = withAgent(words, nounPhraseAfter(words, i + 2));
		if (!source || (source.to - source.from === 1 && MEASURES.has((words[source.from] as Word).lower))) continue;
		const cue = { from: i, to: i + 2 };
		const fronted = i === 0 || (i === 1 && words[0]?.kind === "word");
		if (fronted) {
			const comma = words.findIndex((word, j) => j >= source.to && word.text === ",");
			if (comma < 0 || comma - source.from > 40) continue;
			reports.push({
				content: [{ from: comma + 1, to: endOf(words) }],
				source: { from: source.from, to: Math.max(source.to, extendTo(words, source.to, comma)) },
				cue,
			});
			continue;
		}
		const to = words[i - 1]?.text === "," ? i - 1 : i;
		let from = to;
		while (from > 0 && words[from - 1]?.text !== ";") from--;
		if (to > from) reports.push({ content: [{ from, to }, ...restOf(words, i, source)], source, cue });
	}
	return reports;
}

/** `The bridge, according to Ruiz, is safe`: what comes after the source, when a helping verb shows that the clause goes on. */
function restOf(words: readonly Word[], at: number, source: Range): Range[] {
	const goesOn = words[at - 1]?.text === "," && words[source.to]?.text === "," && has(words[source.to + 1], is.auxiliary);
	return goesOn ? [{ from: source.to + 1, to: endOf(words) }] : [];
}

/** `figures compiled by the harbour office`: whoever made them belongs to the source. */
function withAgent(words: readonly Word[], source: Range | undefined): Range | undefined {
	if (!source || words[source.to]?.lower !== "by") return source;
	const agent = nounPhraseAfter(words, source.to + 1);
	return agent ? { from: source.from, to: agent.to } : source;
}

/** What something may be `according to` without anybody saying so (Merriam-Webster, sense 1: in conformity with). */
const MEASURES = new Set(
	"plan schedule size type age rank need needs taste weight height color colour sex gender income species".split(" "),
);

/** `In the latest survey, …`: what a count or a study in front of a sentence found. */
export function readSurveys(words: readonly Word[]): Report[] {
	if (words[0]?.lower !== "in" || !words.slice(1, 12).some((word) => SURVEYS.has(word.lower))) return [];
	const source = nounPhraseAfter(words, 1);
	if (!source || words[source.to]?.text !== "," || !SURVEYS.has(headOf(words, source).lower)) return [];
	const from = source.to + 1;
	return [{ content: [{ from, to: endOf(words) }], source, cue: { from: 0, to: 1 } }];
}

/** A fronted source goes on to its comma when no verb stands between: `details released by the companies`. */
function extendTo(words: readonly Word[], from: number, comma: number): number {
	return words.slice(from, comma).every((word) => word.kind === "word") ? comma : from;
}

function endOf(words: readonly Word[]): number {
	const last = words.at(-1);
	return last?.kind === "mark" && /^[.!?…]$/.test(last.text) ? words.length - 1 : words.length;
}
