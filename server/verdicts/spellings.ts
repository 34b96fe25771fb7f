import type { Claim } from "../claims/claim.ts";
import type { Version } from "../claims/live.ts";
import type { Span } from "../prose/span.ts";
import { replaceIn } from "../prose/versions/compare.ts";
import { listsSince } from "../prose/versions/lists.ts";
import type { Entity } from "../references/fact.ts";
import type { References } from "../references/lookup.ts";
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
 * Names that the packs write otherwise, each place once, in order, from version to version. Only where a reference has answered a claim about the name's
 * bearer: without that a name that is nearly another may well be somebody else's.
 */
export class Spellings {
	#mentions: References["mentions"] = [];
	/** Whether some name of a block is written otherwise. */
	readonly #isOther: boolean[] = [];

	/** Moves to another version, of which the verdicts are given by block. */
	update(checked: readonly (readonly Checked[])[], { article, claims, references }: Given, version: Version): Spelling[] {
		const { change } = claims;
		replaceIn(
			this.#isOther,
			change,
			Array.from({ length: change.toB - change.from }, () => false),
		);
		for (const i of listsSince(this.#mentions, references.mentions, references.named, change).changed)
			this.#isOther[i] = (references.mentions[i] ?? []).some(({ spelling }) => spelling !== undefined);
		this.#mentions = references.mentions;
		const found: Spelling[] = [];
		for (let i = this.#isOther.indexOf(true); i >= 0; i = this.#isOther.indexOf(true, i + 1)) {
			const own = checked[i] as readonly Checked[];
			const block = article.places.at(i);
			if (!block || own.some(({ verdict }) => verdict.reason.kind === "organisation misspelt")) continue;
			for (const mention of references.mentions[i] ?? []) {
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
}
