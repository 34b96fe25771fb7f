import type { Claim } from "../../claims/claim.ts";
import { quantityOf } from "../../claims/claim.ts";
import type { Span } from "../../prose/span.ts";
import type { View } from "../../session.ts";

/**
 * The span of a claim with the hedge in front of it, when that bounds one side: `over $25 billion` would be wrong with the true figure.
 * Otherwise the claim's own. Article offsets. Undefined when there is such a hedge and its words are not right in front.
 */
export function withOneSidedHedge(view: View, claim: Claim): Span | undefined {
	const hedge = quantityOf(claim)?.hedge;
	if (hedge === undefined || hedge === "exactly" || hedge === "about") return claim;
	const block = view.report.article.blocks[claim.block];
	const before = block?.text.slice(Math.max(0, claim.span.start - LONGEST), claim.span.start).toLowerCase() ?? "";
	const words = HEDGES.find((one) => before.endsWith(` ${one} `) || before === `${one} `);
	if (!block || words === undefined) return undefined;
	return block.toArticle({ start: claim.span.start - words.length - 1, end: claim.span.end });
}

/** Words that bound a figure from one side, as news writes them; longer ones first. */
const HEDGES = [
	"a little more than",
	"a little less than",
	"slightly more than",
	"slightly less than",
	"well over",
	"well under",
	"just over",
	"just under",
	"no more than",
	"no fewer than",
	"no less than",
	"not more than",
	"as many as",
	"as much as",
	"as few as",
	"as little as",
	"more than",
	"greater than",
	"less than",
	"fewer than",
	"at least",
	"at most",
	"up to",
	"close to",
	"over",
	"above",
	"under",
	"below",
	"nearly",
	"almost",
	"exceeding",
];

const LONGEST = 24;
