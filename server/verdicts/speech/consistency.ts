import { type Claim, hasQuote, type QuoteClaim } from "../../claims/claim.ts";
import { wordsAt } from "../../prose/versions/home.ts";
import type { Inconsistency } from "../consistency/inconsistency.ts";
import { inBlocks, type Tracker } from "../consistency/tracker.ts";
import type { Context } from "../context.ts";
import { surnameFirst, surnameSlips } from "./surnames.ts";
import { Twins } from "./twins.ts";

/**
 * Holds what an article quotes against itself: one saying given in two wordings, a surname a slip away from the full name, words without a speaker,
 * a surname before the full name, a source that wants no name. Where two speak of one claim, the earlier one is heard.
 */
export const speechChecks: readonly (() => Tracker)[] = [() => new Twins(), surnameSlips, withoutSpeaker, surnameFirst, anonymous];

/** A direct quotation that nobody says. */
function withoutSpeaker(): Tracker {
	const find = (claim: Claim, context: Context): Inconsistency[] =>
		claim.kind === "quotation" && claim.quote.type === "direct" && claim.quote.source.length === 0 && !mayName(claim, context)
			? [{ claim, name: "imprecise", reason: { kind: "no speaker" } }]
			: [];
	// Whom the block before speaks of may be who says it.
	return inBlocks(
		(context, block) => {
			const claims = context.claims[block];
			return claims?.some(({ kind }) => kind === "quotation") ? claims.flatMap((claim) => find(claim, context)) : undefined;
		},
		(_, block) => [block + 1],
	);
}

/** Whether a reader may know whose words they are: a heading leaves it to the article, and somebody is spoken of beside the words or just before. */
function mayName(claim: QuoteClaim, { homes }: Context): boolean {
	const block = homes[claim.block]?.block;
	if (!block || block.context.kind === "heading") return true;
	const beside = `${block.text.slice(0, claim.span.start)} ${block.text.slice(claim.span.end)}`;
	// Words that go on with the writer's sentence may be a saying or a text: `As the saying goes, “a stitch in time saves nine.”`
	if (/^[^\p{L}]{0,3}\p{Ll}/u.test(block.text.slice(claim.span.start, claim.span.start + 5))) return true;
	if (beside.trim() !== "") return SOMEBODY.test(beside);
	const before = homes[claim.block - 1]?.block;
	return before !== undefined && before.context.kind !== "heading" && SOMEBODY.test(before.text.slice(-400));
}

/** A pronoun for a person, or two words with capitals as a name has them. */
const SOMEBODY =
	/\b(?:he|she|they|him|her|them|his|their|I|we|us|who|one|say|says|said)\b|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+|[a-z,] \p{Lu}\p{Ll}+/u;

/** A source that wants no name: a note for the desk. */
function anonymous(): Tracker {
	const find = (claim: Claim): Inconsistency[] => {
		if (!hasQuote(claim) || !claim.quote.anonymous) return [];
		const [span] = claim.quote.source;
		return [{ claim, name: "unreferenced", reason: { kind: "anonymous source", written: span ? wordsAt(span) : "" } }];
	};
	return inBlocks((context, block) => {
		const claims = context.claims[block];
		return claims?.some((claim) => hasQuote(claim) && claim.quote.anonymous) ? claims.flatMap(find) : undefined;
	});
}
