import type { Location, Position, Range } from "vscode-languageserver";
import type { Claim } from "../claims/claim.ts";
import type { Span } from "../prose/span.ts";
import type { RowPlace } from "../references/fact.ts";
import type { Place } from "../references/pack/problem.ts";
import type { View } from "../session.ts";
import type { Checked } from "../verdicts/verdict.ts";

/**
 * The only place where spans and rows become LSP ranges. Offsets are the article's UTF-16 units; LSP's default encoding counts the same.
 */
export function rangeOf(view: View, span: Span): Range {
	return { start: view.document.positionAt(span.start), end: view.document.positionAt(span.end) };
}

/** A span of the article under check, as a place that an editor can show. */
export function locationOf(view: View, span: Span): Location {
	return { uri: view.uri, range: rangeOf(view, span) };
}

/** A row of a pack as a place: its lines as a whole. Undefined for facts that come from no file. */
export function rowLocation({ uri, row, lines = [row, row] }: RowPlace): Location | undefined {
	if (uri === undefined) return undefined;
	const [first, last] = lines;
	return { uri, range: { start: { line: first - 1, character: 0 }, end: { line: last - 1, character: LINE_END } } };
}

/** A place in one line of a pack's file, as a range. */
export function columnRange({ line, column, endColumn }: Place): Range {
	return { start: { line, character: column }, end: { line, character: endColumn } };
}

/** The claims around a position, the innermost first. A position right after a claim's last character counts: the caret stands there after typing. */
export function claimsAt(view: View, position: Position): Checked[] {
	const offset = view.document.offsetAt(position);
	const around = near(view, offset, offset).filter(({ claim }) => claim.start <= offset && offset <= claim.end);
	return around.sort((a, b) => length(a.claim) - length(b.claim));
}

/** The claims that share a character with a range, in order. */
export function claimsIn(view: View, range: Range): Checked[] {
	const start = view.document.offsetAt(range.start);
	const end = view.document.offsetAt(range.end);
	return near(view, start, end).filter(({ claim }) => claim.start < end && start < claim.end);
}

/** The claims of the blocks around some offsets, in order: a claim is in one block, and to put all of a long article into their places takes a tenth of a second. */
function near({ report }: View, start: number, end: number): readonly Checked[] {
	const { article, blocks } = report;
	if (!blocks) return report.checked;
	const found: Checked[] = [];
	const last = article.places.indexAt(end);
	for (let block = Math.max(0, article.places.indexAt(start)); block <= last; block++) found.push(...blocks.of(block));
	return found;
}

/** So many claims of an article from one on, in order, and how many there are in all. No others are put into their places. */
export function claimsFrom({ report }: View, from: number, most: number): { readonly claims: readonly Checked[]; readonly of: number } {
	const { blocks } = report;
	if (!blocks) return { claims: report.checked.slice(from, from + most), of: report.checked.length };
	const claims: Checked[] = [];
	let of = 0;
	for (const [block, { length }] of blocks.stamps.entries()) {
		if (of + length > from && of < from + most) claims.push(...blocks.of(block).slice(Math.max(0, from - of), from + most - of));
		of += length;
	}
	return { claims, of };
}

/** Editors take a column beyond the end of a line for its end; this is the largest that every one of them reads. */
const LINE_END = 0x7fffffff;

function length(claim: Claim): number {
	return claim.end - claim.start;
}
