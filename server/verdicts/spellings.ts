import type { Claim } from "../claims/claim.ts";
import type { Article } from "../prose/article.ts";
import type { Span } from "../prose/span.ts";
import type { Entity } from "../references/fact.ts";
import type { References } from "../references/lookup.ts";
import type { Checked } from "./verdict.ts";

/** A name that the article writes otherwise than the packs. Article offsets. */
export interface Spelling extends Span {
	readonly written: string;
	readonly spelling: string;
	readonly entity: Entity;
	/** The first claim about the bearer of the name that a reference has answered. */
	readonly claim: Claim;
}

/**
 * Names that the packs write otherwise, each place once, in order. Only where a reference has answered a claim about the name's bearer: without that a
 * name that is nearly another may well be somebody else's.
 */
export function spellings(article: Article, { mentions, entities }: References, checked: readonly Checked[]): Spelling[] {
	const slips = mentions.map((list) => list.filter(({ spelling }) => spelling !== undefined));
	if (slips.every((list) => list.length === 0)) return [];
	const found = new Map<number, Spelling>();
	const told = new Set(checked.flatMap(({ claim, verdict }) => (verdict.reason.kind === "organisation misspelt" ? [claim.block] : [])));
	for (const { claim, verdict } of checked) {
		const own = slips[claim.block] ?? [];
		const entity = own.length === 0 ? undefined : entities.get(verdict.subject?.entity ?? "");
		const block = article.blocks[claim.block];
		if (verdict.name === "unreferenced" || !entity || !block || told.has(claim.block)) continue;
		for (const mention of own) {
			if (mention.spelling === undefined || !mention.ids.includes(entity.id)) continue;
			const span = block.toArticle(mention);
			const written = block.text.slice(mention.start, mention.end);
			if (!found.has(span.start)) found.set(span.start, { ...span, written, spelling: mention.spelling, entity, claim });
		}
	}
	return [...found.values()].sort((a, b) => a.start - b.start);
}
