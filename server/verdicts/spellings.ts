import type { Claim } from "../claims/claim.ts";
import type { Version } from "../claims/live.ts";
import type { Span } from "../prose/span.ts";
import type { Entity } from "../references/fact.ts";
import type { Given } from "./context.ts";
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
export function spellings(checked: readonly (readonly Checked[])[], { article, references }: Given, version: Version): Spelling[] {
	const found: Spelling[] = [];
	for (const [index, mentions] of references.mentions.entries()) {
		if (!mentions.some(({ spelling }) => spelling !== undefined)) continue;
		const own = checked[index] as readonly Checked[];
		const block = article.places.at(index);
		if (!block || own.some(({ verdict }) => verdict.reason.kind === "organisation misspelt")) continue;
		for (const mention of mentions) {
			if (mention.spelling === undefined) continue;
			const answered = own.find(({ verdict }) => verdict.name !== "unreferenced" && mention.ids.includes(verdict.subject?.entity ?? ""));
			const entity = references.entities.get(answered?.verdict.subject?.entity ?? "");
			if (!answered || !entity) continue;
			const written = block.text.slice(mention.start, mention.end);
			found.push({ ...block.toArticle(mention), written, spelling: mention.spelling, entity, claim: version.fixed(answered.claim) });
		}
	}
	return found;
}
