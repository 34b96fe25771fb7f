import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import type { View } from "../session.ts";
import { rangeOf } from "./ranges.ts";

/** What a reader of the prose may want out of sight: the front matter, and parts that are not checked. */
export function foldingRanges(view: View): FoldingRange[] {
	const { article, directives } = view.report;
	const ranges: FoldingRange[] = [];
	if (article.frontMatter) ranges.push(folding(view, article.frontMatter.start, article.frontMatter.end, FoldingRangeKind.Comment));
	for (const { start, end } of directives.ignored) ranges.push(folding(view, start, end, FoldingRangeKind.Region));
	return ranges.filter((range) => range.endLine > range.startLine);
}

function folding(view: View, start: number, end: number, kind: FoldingRangeKind): FoldingRange {
	const range = rangeOf(view, { start, end });
	return { startLine: range.start.line, endLine: range.end.line, kind };
}
