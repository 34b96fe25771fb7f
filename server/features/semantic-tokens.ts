import { type Range, type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from "vscode-languageserver";
import type { Claim, ClaimKind } from "../claims/claim.ts";
import type { Span } from "../prose/span.ts";
import { atOnce, type Steps } from "../prose/steps.ts";
import type { View } from "../session.ts";
import type { Checked } from "../verdicts/verdict.ts";
import { claimsIn, rangeOf } from "./ranges.ts";

/** The names of the colours; the manifest gives each a standard type to fall back on. */
export const semanticTokensLegend: SemanticTokensLegend = {
	tokenTypes: ["plumblineFigure", "plumblineTime", "plumblineQuotation", "plumblineSource", "plumblineRole"],
	tokenModifiers: [],
};

/** Claims coloured by kind. Where one stands inside another, the inner one's colour wins. */
export function semanticTokens(view: View): SemanticTokens {
	return { data: atOnce(colours(view)) };
}

/** The same in steps, as the protocol's numbers: five a token, counted from the one before. */
export function* colours(view: View): Steps<number[]> {
	const builder = new SemanticTokensBuilder();
	if (!view.settings.colours) return [];
	const { blocks, article } = view.report;
	if (!blocks) push(builder, 0, tokensOf(view, view.report.checked));
	else
		for (const [block, stamp] of blocks.stamps.entries()) {
			if (stamp.length === 0) continue;
			const at = view.document.positionAt(article.places.startOf(block));
			let made = lastMade.get(stamp);
			if (made?.character !== at.character) {
				made = { character: at.character, tokens: tokensOf(view, blocks.of(block), at.line) };
				lastMade.set(stamp, made);
			}
			push(builder, at.line, made.tokens);
			yield;
		}
	return builder.build().data;
}

/** The tokens of a block as they were last made, their lines counted from its own; they stay as long as its claims do and it begins in the same column. */
interface Made {
	readonly character: number;
	readonly tokens: readonly Token[];
}

const lastMade = new WeakMap<object, Made>();

interface Token {
	readonly line: number;
	readonly from: number;
	readonly length: number;
	readonly type: number;
}

function push(builder: SemanticTokensBuilder, top: number, tokens: readonly Token[]): void {
	for (const { line, from, length, type } of tokens) builder.push(top + line, from, length, type, 0);
}

/** The colours of some lines alone. */
export function semanticTokensIn(view: View, range: Range): SemanticTokens {
	const builder = new SemanticTokensBuilder();
	if (view.settings.colours) push(builder, 0, tokensOf(view, claimsIn(view, range)));
	return builder.build();
}

/** The tokens of claims that no others overlap: all spans of a claim are in its block. Lines are counted from `top`. */
function tokensOf(view: View, claims: readonly Checked[], top = 0): Token[] {
	const tokens: Token[] = [];
	for (const { start, end, type } of flatten(claims)) {
		const range = rangeOf(view, { start, end });
		// A token may not go over the end of a line.
		for (let line = range.start.line; line <= range.end.line; line++) {
			const from = line === range.start.line ? range.start.character : 0;
			const to = line === range.end.line ? range.end.character : lineLength(view, line);
			if (to > from) tokens.push({ line: line - top, from, length: to - from, type });
		}
	}
	return tokens;
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
function flatten(claims: readonly Checked[]): Coloured[] {
	const spans = claims.flatMap(({ claim }) => spansOf(claim));
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

function lineLength({ document }: View, line: number): number {
	return document.getLineRange(line).end.character;
}
