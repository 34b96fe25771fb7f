import type { QuoteClaim } from "../../claims/claim.ts";
import type { Entity, SourceDocument } from "../../references/fact.ts";
import type { References } from "../../references/lookup.ts";
import type { Context } from "../context.ts";
import type { Verdict } from "../verdict.ts";
import { type Comparison, MAY_BE_MEANT, Source } from "./compare.ts";
import { comparedWith, type Quoted, quotedOf } from "./quoted.ts";
import { isOlderThan } from "./said-when.ts";
import { otherSpeaker } from "./voices.ts";

/** From which likeness, and how many words, a quotation counts as meant to be the document's: less will do where speaker and document belong together. */
const MEANT = { speaker: { likeness: MAY_BE_MEANT, words: 4 }, anyone: { likeness: 0.75, words: 6 } } as const;

/** A document is read once however many quotations are compared with it; what is kept depends on the document alone and goes with it. */
const sources = new WeakMap<SourceDocument, Source>();

/** What the packs' documents say of a quotation. Undefined when none of them comes near its words. */
export function judgeWords(claim: QuoteClaim, context: Context): Verdict | undefined {
	const { documents } = context.references;
	if (documents.length === 0) return undefined;
	const quoted = quotedOf(claim, context.article);
	if (quoted.pieces.length === 0 || isDenied(claim, context)) return undefined;
	let best: { document: SourceDocument; comparison: Comparison } | undefined;
	for (const document of documents) {
		if (document.date !== undefined && document.date > context.dateline) continue;
		const comparison = comparedWith(quoted, sourceFor(document));
		if (!comparison) continue;
		const needed = isOfSpeaker(document, claim, context.references) ? MEANT.speaker : MEANT.anyone;
		if (!comparison.faithful && (isOfAnother(claim, document, context) || isOlderThan(document, claim, context))) continue;
		if (!comparison.faithful && (comparison.likeness < needed.likeness || wordsIn(quoted) < needed.words)) continue;
		if (!best || comparison.likeness > best.comparison.likeness || (comparison.faithful && !best.comparison.faithful))
			best = { document, comparison };
		if (comparison.faithful) break;
	}
	if (!best) return undefined;
	const { document, comparison } = best;
	if (comparison.faithful) {
		const speaker = otherSpeaker(claim, quoted, document, context);
		if (speaker !== undefined && claim.quote.speaker !== undefined) {
			const reason = { kind: "said by another", written: claim.quote.speaker, speaker, document, at: comparison.at } as const;
			return { name: "contradicted", reason, references: [] };
		}
		// A word or two in quotation marks can stand in any document.
		const reason = { kind: "quoted faithfully", document, at: comparison.at } as const;
		return wordsIn(quoted) < 3 ? undefined : { name: "supported", reason, references: [] };
	}
	return {
		name: "contradicted",
		reason: { kind: "misquoted", document, at: comparison.at, written: comparison.written, original: comparison.original },
		references: [],
		difference: comparison.difference,
	};
}

/** `Did not say`, `never said`: the words are nobody's. */
function isDenied({ quote }: QuoteClaim, { article }: Context): boolean {
	return quote.cue.some(({ start, end }) => /(?:\bnot|\bnever|n['’]t)\b/u.test(article.text.slice(Math.max(0, start - 6), end)));
}

/** `A rival said`, or a full name that a document by somebody else does not have: who says nearly the same may say it in words of his own. */
function isOfAnother({ quote }: QuoteClaim, document: SourceDocument, { article, references }: Context): boolean {
	const [source] = quote.source;
	if (!source) return false;
	const words = article.text.slice(source.start, source.end);
	if (/^(?:an?|one|another|some) \p{Ll}/iu.test(words)) return true;
	const { speaker } = quote;
	if (speaker === undefined || !/^\p{Lu}[\p{L}'’.-]* (?:[\p{L}'’.-]+ ){0,3}\p{Lu}[\p{L}'’-]+$/u.test(speaker)) return false;
	const surname = speaker.slice(speaker.lastIndexOf(" ") + 1);
	if (!words.includes(surname) || document.text.includes(surname) || document.speaker?.includes(surname)) return false;
	// An organisation's release has words of those who speak for it, named or not.
	return [...references.people.values()].some((rows) => rows.some(({ name }) => name === document.speaker));
}

function sourceFor(document: SourceDocument): Source {
	let source = sources.get(document);
	if (!source) {
		source = new Source(document.text);
		sources.set(document, source);
	}
	return source;
}

const wordsIn = ({ pieces }: Quoted): number => pieces.reduce((sum, text) => sum + text.split(/\s+/).length, 0);

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
