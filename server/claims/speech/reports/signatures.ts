import { isComma, isStop, type Word } from "../words.ts";
import { nounPhraseAfter } from "./phrases.ts";
import type { Report } from "./report.ts";

/** `"…" — Ana Ruiz`: the name that signs a quotation, on its own after a dash. */
export function readSignatures(words: readonly Word[]): Report[] {
	const reports: Report[] = [];
	for (let i = 0; i + 2 < words.length; i++) {
		if (words[i]?.kind !== "quote" || !/^(?:[—–―-]|--)$/.test(words[i + 1]?.text ?? "") || !words[i + 2]?.capital) continue;
		const source = nounPhraseAfter(words, i + 2);
		const next = source && words[source.to];
		if (!source || (next && !isStop(next) && !isComma(next) && next.kind !== "quote")) continue;
		reports.push({ content: [{ from: i, to: i + 1 }], source, cue: { from: i + 1, to: i + 2 } });
	}
	return reports;
}
