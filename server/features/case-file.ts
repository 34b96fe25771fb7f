import type { Fact } from "../references/fact.ts";
import type { View } from "../session.ts";
import type { Checked } from "../verdicts/verdict.ts";
import { literal, table } from "./markdown.ts";
import { kindWord, verdictWord } from "./wording/labels.ts";
import { sentence } from "./wording/wording.ts";

/**
 * A false alarm as a page of Markdown: the sentence, what was read and said, the rows that it rests on, and what is wrong with it. Enough for
 * whoever looks into it to see the same again without the article and the packs.
 */
export function caseFile(view: View, { claim, verdict }: Checked, note: string): string {
	const { article, dateline } = view.report;
	const block = article.blocks[claim.block];
	const at = block?.sentences[block.sentenceAt(claim.span.start)];
	const facts = [...new Set([...verdict.references, ...(verdict.candidates ?? [])])];
	const read = [kindWord(claim.kind), verdict.subject?.text, verdict.measure?.text, verdict.period].filter(Boolean);
	const parts = [
		FRONT_MATTER,
		`# False alarm: ${literal(claim.text)}`,
		`> ${literal((block && at && block.text.slice(at.start, at.end)) ?? claim.text)}`,
		`The article speaks from ${dateline}.`,
		`- Marked as: ${verdictWord(verdict.name)}\n- Said: ${literal(sentence(verdict.reason, claim))}\n- Read as: ${literal(read.join(", "))}\n- Why it is wrong: ${literal(note)}`,
	];
	if (facts.length > 0) parts.push(table(["subject", "measure", "value", "unit", "period", "known_at", "source", "pack"], facts.map(row)));
	return `${parts.join("\n\n")}\n`;
}

/** The page quotes a claim and must not be checked for it. */
const FRONT_MATTER = "---\nplumbline:\n  ignore: This reports a false alarm.\n---";

function row(fact: Fact): string[] {
	const { subject, measure, printed, unit, scale, period = "", knownAt = "", source = "", pack } = fact;
	const scaled = scale === 1 ? unit : `${scale} ${unit}`;
	return [subject, measure, printed, scaled, period, knownAt, source, `${pack}, row ${fact.row}`].map(literal);
}
