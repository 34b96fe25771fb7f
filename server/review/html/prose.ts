import type { Report } from "../../check.ts";
import { verdictWord } from "../../features/wording/labels.ts";
import type { Language } from "../../language/language.ts";
import type { Block } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";
import type { VerdictName } from "../../verdicts/verdict.ts";
import { positions } from "../positions.ts";
import { escapeHtml } from "./escape.ts";
import { signs } from "./verdicts.ts";

/** A claim to mark: its number in the report, its verdict, its block and its span there. */
export interface Mark {
	readonly number: number;
	readonly verdict: VerdictName;
	readonly block: number;
	readonly span: Span;
}

/**
 * An article's prose as a reader reads it, every claim marked with its number and the sign of its verdict. `prefix` makes the places that the marks lead
 * to unique on the page. What is no prose (code, pictures) is left out.
 */
export function proseHtml({ article }: Report, marks: readonly Mark[], prefix: string, language?: Language): string {
	const { lineOf, markerOf } = linesOf(article.text.toString());
	const byBlock = new Map<number, Mark[]>();
	for (const mark of marks) {
		const list = byBlock.get(mark.block);
		if (list) list.push(mark);
		else byBlock.set(mark.block, [mark]);
	}
	const html: string[] = [];
	let row: { line: number; cells: string[] } | undefined;
	const endRow = (): void => {
		if (row) html.push(`<tr>${row.cells.join("")}</tr>`);
		row = undefined;
	};
	let inTable = false;
	const endTable = (): void => {
		endRow();
		if (inTable) html.push("</table></div>");
		inTable = false;
	};
	for (const [i, block] of article.blocks.entries()) {
		const words = marked(block.text, byBlock.get(i) ?? [], prefix, language);
		const { context } = block;
		if (context.kind !== "tableCell") {
			endTable();
			html.push(blockHtml(block, words, markerOf(block.start)));
			continue;
		}
		const line = lineOf(block.start);
		const isHeader = context.cell?.isHeader === true;
		if (inTable && isHeader && row?.line !== line) endTable();
		if (row?.line !== line) endRow();
		if (!inTable) html.push('<div class="wide"><table>');
		inTable = true;
		row ??= { line, cells: [] };
		row.cells.push(isHeader ? `<th>${words}</th>` : `<td>${words}</td>`);
	}
	endTable();
	return html.join("\n");
}

function blockHtml({ context }: Block, words: string, marker: string): string {
	const tag = context.kind === "heading" ? `h${Math.min(6, (context.level ?? 1) + 2)}` : "p";
	const item = context.kind === "listItem" ? ` class="item"` : "";
	const html = `<${tag}${item}>${item ? `${marker} ` : ""}${words}</${tag}>`;
	return context.quoted ? `<blockquote>${html}</blockquote>` : html;
}

/** Where a block's line is, and the number of the list item that opens there; a dot for items without one. */
function linesOf(text: string): { lineOf(offset: number): number; markerOf(offset: number): string } {
	const place = positions(text);
	return {
		lineOf: (offset) => place(offset).line,
		markerOf: (offset) => /(\d{1,9}[.)])[ \t]{0,9}$/.exec(text.slice(Math.max(0, offset - 20), offset))?.[1] ?? "•",
	};
}

/** Words with their marks. A claim inside another nests; one that only overlaps goes on behind the end of the first. */
function marked(text: string, marks: readonly Mark[], prefix: string, language: Language | undefined): string {
	let html = "";
	let at = 0;
	const open: number[] = [];
	const closeUpTo = (offset: number): void => {
		while (open.length > 0 && (open.at(-1) as number) <= offset) {
			const end = open.pop() as number;
			html += `${escapeHtml(text.slice(at, end))}</mark>`;
			at = end;
		}
	};
	for (const { number, verdict, start, end, goesOn } of pieces(marks)) {
		closeUpTo(start);
		const label = `title="${number}: ${escapeHtml(verdictWord(verdict, language))}"`;
		const opening = goesOn
			? `<mark class="${verdict} more" ${label}>`
			: `<mark class="${verdict}" id="${prefix}m${number}" ${label}><sup><a href="#${prefix}c${number}">${signs[verdict]}${number}</a></sup>`;
		html += `${escapeHtml(text.slice(at, start))}${opening}`;
		at = start;
		open.push(end);
	}
	closeUpTo(text.length);
	return html + escapeHtml(text.slice(at));
}

interface MarkPiece extends Span {
	readonly number: number;
	readonly verdict: VerdictName;
	readonly goesOn: boolean;
}

/** Marks cut so that each is inside of or apart from every other, in the order in which they open. */
function pieces(marks: readonly Mark[]): MarkPiece[] {
	const waiting: MarkPiece[] = marks.map(({ number, verdict, span }) => ({
		number,
		verdict,
		start: span.start,
		end: span.end,
		goesOn: false,
	}));
	const cut: MarkPiece[] = [];
	const open: number[] = [];
	const order = (a: MarkPiece, b: MarkPiece): number => a.start - b.start || b.end - a.end || a.number - b.number;
	waiting.sort(order);
	for (let piece = waiting.shift(); piece; piece = waiting.shift()) {
		while (open.length > 0 && (open.at(-1) as number) <= piece.start) open.pop();
		const around = open.at(-1);
		if (around !== undefined && piece.end > around) {
			waiting.push({ ...piece, start: around, goesOn: true });
			waiting.sort(order);
			piece = { ...piece, end: around };
		}
		cut.push(piece);
		open.push(piece.end);
	}
	return cut;
}
