import { diffLines } from "diff";
import type { CheckedArticle } from "./checked-article.ts";
import { positions } from "./positions.ts";

/** What has changed in an article. Plain data. */
export interface ChangedLines {
	/** Since when, in the words of whoever asked. */
	readonly since: string;
	/** Lines of the article as it is now, from 1, each run from its first line to its last. */
	readonly lines: readonly (readonly [first: number, last: number])[];
}

/**
 * The lines of a text that are not as they were in an earlier one. Where lines have only gone, the lines on both sides of the gap count, when they
 * are prose: a paragraph from which a line was cut has changed. Line ends do not count, since git may turn them.
 */
export function changedLines(before: string, now: string): ChangedLines["lines"] {
	const lines: [number, number][] = [];
	const unix = now.replaceAll("\r\n", "\n");
	const written = unix.split("\n");
	let line = 1;
	for (const { added, removed, count } of diffLines(before.replaceAll("\r\n", "\n"), unix)) {
		if (added) lines.push([line, line + count - 1]);
		if (removed && written[line - 2]?.trim() && written[line - 1]?.trim()) lines.push([line - 1, line]);
		if (!removed) line += count;
	}
	return lines;
}

/**
 * A report with the claims of blocks that have changed, and of those whose verdict speaks of a place in one. When front matter has changed, with all claims:
 * a dateline changes everything.
 */
export function onlyChanged(article: CheckedArticle, { since, lines }: ChangedLines): CheckedArticle {
	const { report } = article;
	const { text, blocks, frontMatter } = report.article;
	const place = positions(text);
	const isChanged = ({ start, end }: { readonly start: number; readonly end: number }): boolean => {
		const [from, to] = [place(start).line, place(Math.max(start, end - 1)).line];
		return lines.some(([first, last]) => first <= to && from <= last);
	};
	const part = { since, of: report.checked.length };
	if (frontMatter && isChanged(frontMatter)) return { ...article, part };
	const changed = blocks.map(isChanged);
	const checked = report.checked.filter(
		({ claim, verdict }) =>
			changed[claim.block] ||
			verdict.related?.some((span) => blocks.some((block, i) => changed[i] && block.start < span.end && span.start < block.end)),
	);
	return { ...article, report: { ...report, checked, spellings: report.spellings.filter(isChanged) }, part };
}
