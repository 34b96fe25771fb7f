import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from "vscode-languageserver";
import type { Claim, ClaimKind } from "../claims/claim.ts";
import type { Span } from "../prose/span.ts";
import type { View } from "../session.ts";
import { rangeOf } from "./ranges.ts";

/** The names of the colours; the manifest gives each a standard type to fall back on. */
export const semanticTokensLegend: SemanticTokensLegend = {
	tokenTypes: ["plumblineFigure", "plumblineTime", "plumblineQuotation", "plumblineSource", "plumblineRole"],
	tokenModifiers: [],
};

/** Claims coloured by kind. Where one stands inside another, the inner one's colour wins. */
export function semanticTokens(view: View): SemanticTokens {
	const builder = new SemanticTokensBuilder();
	if (!view.settings.colours) return builder.build();
	for (const { start, end, type } of flatten(view)) {
		const range = rangeOf(view, { start, end });
		// A token may not go over the end of a line.
		for (let line = range.start.line; line <= range.end.line; line++) {
			const from = line === range.start.line ? range.start.character : 0;
			const to = line === range.end.line ? range.end.character : lineLength(view, line);
			if (to > from) builder.push(line, from, to - from, type, 0);
		}
	}
	return builder.build();
}

interface Coloured extends Span {
	readonly type: number;
}

const types: Readonly<Record<ClaimKind, number>> = {
	money: 0,
	count: 0,
	percent: 0,
	measure: 0,
	rank: 0,
	ratio: 0,
	date: 1,
	duration: 1,
	age: 1,
	quotation: 2,
	attribution: 3,
	role: 4,
};

/** Spans in order, without overlaps: each piece has the type of the innermost span around it. */
function flatten(view: View): Coloured[] {
	const spans = view.report.checked.flatMap(({ claim }) => spansOf(claim));
	spans.sort((a, b) => a.start - b.start || b.end - a.end);
	const pieces: Coloured[] = [];
	const open: Coloured[] = [];
	let at = 0;
	const upTo = (offset: number): void => {
		const inner = open.at(-1);
		if (inner && offset > at) pieces.push({ start: at, end: offset, type: inner.type });
		at = Math.max(at, offset);
	};
	const close = (offset: number): void => {
		for (let inner = open.at(-1); inner && inner.end <= offset; inner = open.at(-1)) {
			upTo(inner.end);
			open.pop();
		}
	};
	for (const span of spans) {
		close(span.start);
		upTo(span.start);
		at = Math.max(at, span.start);
		// Two spans that cross leave the rest of the first one uncoloured.
		open.push(open.length > 0 ? { ...span, end: Math.min(span.end, (open.at(-1) as Coloured).end) } : span);
	}
	close(Number.POSITIVE_INFINITY);
	return pieces;
}

/** What is coloured of a claim: of speech the words and their source, not the whole sentence. */
function spansOf(claim: Claim): Coloured[] {
	const type = types[claim.kind];
	if (claim.kind !== "quotation" && claim.kind !== "attribution") return [{ start: claim.start, end: claim.end, type }];
	const sources = claim.quote.source.map((span) => ({ start: span.start, end: span.end, type: types.attribution }));
	const words = claim.kind === "quotation" ? claim.quote.content.map((span) => ({ start: span.start, end: span.end, type })) : [];
	return [...words, ...sources];
}

function lineLength(view: View, line: number): number {
	const { document } = view;
	const end = line + 1 < document.lineCount ? document.offsetAt({ line: line + 1, character: 0 }) : document.getText().length;
	return document
		.getText()
		.slice(document.offsetAt({ line, character: 0 }), end)
		.replace(/\r?\n$/, "").length;
}
