import type { TextEdit } from "vscode-languageserver";
import type { Claim } from "../../claims/claim.ts";
import { markOf } from "../../review/directives.ts";
import type { View } from "../../session.ts";
import { rangeOf } from "../ranges.ts";
import { lineAbove } from "./ignore.ts";

/** The edit that signs a claim off in the article itself: a comment in front of it, or above its line when it begins one. */
export function reviewMark(
	view: View,
	claim: Claim,
	said: { readonly by: string; readonly on: string; readonly note: string },
): TextEdit[] {
	const line = lineAbove(view.report.article.text, claim);
	const offset = line?.start ?? claim.start;
	const mark = markOf({ words: claim.text, ...said });
	return [{ range: rangeOf(view, { start: offset, end: offset }), newText: line ? `${line.indent}${mark}\n` : mark }];
}
