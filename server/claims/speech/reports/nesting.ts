import { takes } from "../lexicon/verbs.ts";
import { is } from "../lexicon/words.ts";
import { has, isComma, type Range, type Word } from "../words.ts";
import type { Cue } from "./cues.ts";
import type { Report } from "./report.ts";

/** Whether a cue after `and` goes back to the first speaker: after a noun phrase always, after a clause only when it is a verb of saying. */
export function resumes(cue: Cue, last: Report, words: readonly Word[]): boolean {
	const [content] = last.content;
	const verb = words[last.cue.from]?.verb ?? words[last.cue.to - 1]?.verb;
	const isClause =
		(content !== undefined &&
			(has(words[content.from], is.subject) ||
				(verb !== undefined && (verb.takes & (takes.clause | takes.phrase)) === takes.clause && words[content.from]?.lower !== "to"))) ||
		(content !== undefined &&
			words.slice(content.from, cue.from).some((word, i) => i > 0 && (has(word, is.auxiliary) || word.lower === "that")));
	return (
		!isClause ||
		words[cue.to]?.lower === "that" ||
		(cue.takes & (takes.clause | takes.phrase | takes.thought | takes.weak)) === takes.clause
	);
}

/** Drops reports inside of what somebody else is reported to have said: the outer speaker answers for them. */
export function withoutNested(reports: readonly Report[], words: readonly Word[]): readonly Report[] {
	if (reports.length < 2) return reports;
	const cut = reports.map((outer) =>
		reports.reduce(
			(whole, inner) =>
				inner !== outer && inner.source && (isOwnQuotation(inner, words) || isOwnClause(inner, outer, words))
					? endingBefore(whole, inner.source, words)
					: whole,
			outer,
		),
	);
	return cut.filter(
		(inner) =>
			!cut.some((outer) => outer !== inner && outer.content.some((range) => range.from <= inner.cue.from && inner.cue.to <= range.to)),
	);
}

/** `Ruiz said, "…"`: a quotation after a comma or colon is its own speaker's, and no part of a report before it. */
function isOwnQuotation({ content, cue }: Report, words: readonly Word[]): boolean {
	const [first] = content;
	return (
		first !== undefined && first.from > cue.from && words[first.from]?.kind === "quote" && /^[,:]$/.test(words[first.from - 1]?.text ?? "")
	);
}

/** `Ruiz said the bank was sound and Marlow accused it of fraud`: a clause joined by `and` with a speaker of its own ends the one before. */
function isOwnClause({ source, cue }: Report, outer: Report, words: readonly Word[]): boolean {
	if (!source || source.from > cue.from || !has(words[source.from - 1], is.conjunction)) return false;
	const verb = words[cue.to - 1]?.verb ?? words[cue.from]?.verb;
	return verb !== undefined && (verb.takes & (takes.thought | takes.weak)) === 0 && outer.cue.to <= source.from;
}

/** A report that ends before another's speaker, when that stands inside of its words. */
function endingBefore(report: Report, source: Range, words: readonly Word[]): Report {
	if (
		!report.content.some((range) => range.from < source.from && source.from < range.to) ||
		(report.source && report.source.from === source.from)
	)
		return report;
	let to = source.from;
	while (to > 0 && (words[to - 1]?.kind === "mark" || has(words[to - 1], is.conjunction))) to--;
	return {
		...report,
		content: report.content.filter((range) => range.from < to).map((range) => ({ from: range.from, to: Math.min(range.to, to) })),
	};
}

/** A report whose words end where the same speaker's next cue begins: `called it a mess and asked for help`. */
export function endingAt(report: Report, at: number, words: readonly Word[]): Report {
	const to = isComma(words[at - 1]) ? at - 1 : at;
	return {
		...report,
		content: report.content.filter((range) => range.from < to).map((range) => ({ from: range.from, to: Math.min(range.to, to) })),
	};
}
