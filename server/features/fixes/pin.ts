import type { TextEdit } from "vscode-languageserver";
import { type Claim, quantityOf } from "../../claims/claim.ts";
import type { Fact } from "../../references/fact.ts";
import { pinOf } from "../../review/directives.ts";
import type { View } from "../../session.ts";
import type { Checked } from "../../verdicts/verdict.ts";
import { rangeOf } from "../ranges.ts";
import { lineAbove } from "./ignore.ts";

/** The facts that a claim may be pinned to: those that came near where the words left it open. */
export function pinnable(view: View, { claim, verdict }: Checked): readonly Fact[] {
	if (!(quantityOf(claim) || claim.kind === "date") || verdict.name !== "unreferenced" || verdict.working !== undefined) return [];
	const near = [...verdict.references, ...(verdict.candidates ?? []), ...(claim.kind === "date" ? datesOf(view, claim) : [])];
	return [...new Set(near)].filter(isWritable).slice(0, MOST);
}

/** The days that the packs know of whom the claim's sentence names: what happened then is seldom said in the pack's words. */
function datesOf({ report: { article, references } }: View, claim: Claim): Fact[] {
	const block = article.blocks[claim.block];
	const sentence = block?.sentences[block.sentenceAt(claim.span.start)];
	const named = (references.mentions[claim.block] ?? []).filter(
		({ kind, start, end }) => kind === "entity" && sentence && start >= sentence.start && end <= sentence.end,
	);
	return [...new Set(named.flatMap(({ ids }) => ids))].flatMap((id) =>
		(references.facts.get(id) ?? []).filter(({ unit }) => unit === "date"),
	);
}

/** The edit that pins a claim to a fact: a comment in front of it, or above its line when it begins one. */
export function pinned(view: View, claim: Claim, fact: Fact): TextEdit[] {
	const line = lineAbove(view.report.article.text, claim);
	const offset = line?.start ?? claim.start;
	const range = rangeOf(view, { start: offset, end: offset });
	return [{ range, newText: line ? `${line.indent}${pinOf(fact)}\n` : pinOf(fact) }];
}

/** A longer list of facts is no help. */
const MOST = 3;

/** A name with two hyphens in a row would end the comment early, one with a semicolon would be read as two. */
function isWritable({ subject, measure, period = "" }: Fact): boolean {
	return ![subject, measure, period].some((part) => part.includes("--") || part.includes(";"));
}
