import type { TextEdit } from "vscode-languageserver";
import type { Claim } from "../../claims/claim.ts";
import type { Fact } from "../../references/fact.ts";
import type { View } from "../../session.ts";
import { rangeOf } from "../ranges.ts";
import { day } from "../wording/periods.ts";

/** Edits that name a fact's source at a claim: its words become a link, or a footnote follows them. Undefined where that cannot be. */
export function cited(view: View, claim: Claim, fact: Fact): TextEdit[] | undefined {
	if (fact.source === undefined || isInLink(view, claim)) return undefined;
	if (view.settings.citation === "link") {
		if (!/^https?:\/\/\S+$/.test(fact.source)) return undefined;
		const target = fact.source.replace(/[()<>]/g, encodeURIComponent);
		return [{ range: rangeOf(view, claim), newText: `[${claim.text}](${target})` }];
	}
	const text = view.report.article.text.toString();
	const label = freeLabel(text);
	const parts = [fact.source, fact.locator, fact.period === undefined ? undefined : day(fact.period)];
	const note = parts.filter((part) => part !== undefined).join(", ");
	return [
		{ range: rangeOf(view, { start: claim.end, end: claim.end }), newText: `[^${label}]` },
		{
			range: rangeOf(view, { start: text.length, end: text.length }),
			newText: `${text.endsWith("\n") ? "" : "\n"}\n[^${label}]: ${note}.\n`,
		},
	];
}

/** Whether a claim stands in the words of a link, or in a heading, where a link is out of place. */
function isInLink(view: View, claim: Claim): boolean {
	const block = view.report.article.blocks[claim.block];
	if (!block || block.context.kind === "heading") return true;
	const { text } = view.report.article;
	const before = text.slice(block.start, claim.start);
	const after = text.slice(claim.end, block.end);
	const isOpen = before.lastIndexOf("[") > before.lastIndexOf("]");
	const close = after.indexOf("]");
	return claim.text.includes("](") || (isOpen && close >= 0 && (after[close + 1] === "(" || after[close + 1] === "["));
}

/** The smallest number that no footnote of the article has. */
function freeLabel(text: string): number {
	let label = 1;
	while (text.includes(`[^${label}]`)) label++;
	return label;
}
