import type { QuoteClaim } from "../../claims/claim.ts";
import type { Article } from "../../prose/article.ts";
import { type Block, blockAt } from "../../prose/block.ts";
import type { Span } from "../../prose/span.ts";
import type { Entity, SourceDocument } from "../../references/fact.ts";
import type { References } from "../../references/lookup.ts";
import type { Context } from "../judge.ts";
import type { Verdict } from "../verdict.ts";
import { type Comparison, compare, type Source, sourceOf } from "./compare.ts";

/** From which likeness, and how many words, a quotation counts as meant to be the document's: less will do where speaker and document belong together. */
const MEANT = { speaker: { likeness: 0.6, words: 4 }, anyone: { likeness: 0.75, words: 6 } } as const;

/** A document is read once however many quotations are compared with it; what is kept depends on the document alone and goes with it. */
const sources = new WeakMap<SourceDocument, Source>();

/** What the packs' documents say of a quotation. Undefined when none of them comes near its words. */
export function judgeWords(claim: QuoteClaim, context: Context): Verdict | undefined {
	const { documents } = context.references;
	const quoted = quotedText(claim, context.article);
	if (documents.length === 0 || quoted.length === 0) return undefined;
	let best: { document: SourceDocument; comparison: Comparison } | undefined;
	for (const document of documents) {
		if (document.date !== undefined && document.date > context.dateline) continue;
		const comparison = compare(quoted, sourceFor(document));
		if (!comparison) continue;
		const needed = isOfSpeaker(document, claim, context.references) ? MEANT.speaker : MEANT.anyone;
		if (!comparison.faithful && (comparison.likeness < needed.likeness || words(quoted) < needed.words)) continue;
		if (!best || comparison.likeness > best.comparison.likeness || (comparison.faithful && !best.comparison.faithful))
			best = { document, comparison };
		if (comparison.faithful) break;
	}
	if (!best) return undefined;
	const { document, comparison } = best;
	if (comparison.faithful) {
		// A word or two in quotation marks can stand in any document.
		return words(quoted) < 3 ? undefined : { name: "supported", reason: { kind: "quoted faithfully", document }, references: [] };
	}
	return {
		name: "contradicted",
		reason: { kind: "misquoted", document, written: comparison.written, original: comparison.original },
		references: [],
		difference: comparison.difference,
	};
}

function sourceFor(document: SourceDocument): Source {
	let source = sources.get(document);
	if (!source) {
		source = sourceOf(document.text);
		sources.set(document, source);
	}
	return source;
}

const words = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);

/** The words of a quotation between its marks, one string a piece, as a reader reads them. */
export function quotedText(claim: QuoteClaim, article: Article): string[] {
	const { type, content } = claim.quote;
	if (type === "indirect") return [];
	return content.flatMap((span) => {
		const text = proseOf(span, article);
		if (type === "direct") return [text.replace(/^\s*(?:''|["“”„«‘'])/, "").replace(/(?:''|["”“»’'])\s*$/, "")];
		return [...text.matchAll(/[“"„«]([^”“"»„«]{1,20000})(?:[”"»]|$)/g)].map((match) => match[1] as string);
	});
}

/** The words of a span of the article without its markup. */
function proseOf(span: Span, article: Article): string {
	const parts: string[] = [];
	for (let i = Math.max(0, blockAt(article.blocks, span.start)); i < article.blocks.length; i++) {
		const block = article.blocks[i] as Block;
		if (block.start >= span.end) break;
		if (block.end <= span.start) continue;
		const from = Math.max(0, block.fromArticle(Math.max(span.start, block.start)));
		const to = span.end >= block.end ? block.text.length : block.fromArticle(span.end);
		parts.push(block.text.slice(from, to < from ? block.text.length : to));
	}
	return parts.join(" ");
}

/** Whether a document is by the quotation's speaker, by an organisation of theirs, or names them. */
function isOfSpeaker(document: SourceDocument, claim: QuoteClaim, references: References): boolean {
	const speaker = claim.quote.speaker;
	if (speaker === undefined) return false;
	const surname = speaker.split(" ").at(-1) as string;
	if (surname.length > 3 && document.text.includes(surname)) return true;
	if (document.speaker === undefined) return false;
	const names = (entity: Entity) => [entity.id, entity.name, ...entity.aliases];
	const entity = [...references.entities.values()].find((one) => names(one).includes(document.speaker as string));
	return document.speaker === speaker || (entity !== undefined && names(entity).includes(speaker));
}
