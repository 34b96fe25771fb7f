import type { TextEdit } from "vscode-languageserver";
import type { Claim } from "../../claims/claim.ts";
import type { Text } from "../../prose/versions/text.ts";
import type { View } from "../../session.ts";
import { rangeOf } from "../ranges.ts";

/**
 * Edits that take one claim out of checking, with a reason. Within a line the directives stand around the claim alone. A line may not begin
 * with a comment, since Markdown would take all of it for HTML: there the line above says it.
 */
export function ignored(view: View, claim: Claim, reason: string): TextEdit[] {
	const { text } = view.report.article;
	const words = reason.replace(/\s+/g, " ").replace(/-{2,}/g, "–").trim();
	const said = words === "" ? "" : ` ${words}`;
	const at = (offset: number) => rangeOf(view, { start: offset, end: offset });
	const line = lineAbove(text, claim);
	if (line) return [{ range: at(line.start), newText: `${line.indent}<!-- plumbline-ignore-next-line${said} -->\n` }];
	return [
		{ range: at(claim.start), newText: `<!-- plumbline-ignore${said} -->` },
		{ range: at(claim.end), newText: "<!-- plumbline-enable -->" },
	];
}

/** Where a line of its own goes above a claim that begins its line, and what it is indented by. Undefined when prose stands before the claim. */
export function lineAbove(text: Text, claim: Claim): { readonly start: number; readonly indent: string } | undefined {
	const start = text.lastIndexOf("\n", claim.start - 1) + 1;
	const before = text.slice(start, claim.start);
	if (!/^[\s>*+#-]*(?:\d{1,9}[.)]\s*)?$/.test(before)) return undefined;
	return { start, indent: /^[\s>]*/.exec(before)?.[0] ?? "" };
}
