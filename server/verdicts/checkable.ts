import type { Claim } from "../claims/claim.ts";
import { contains } from "../prose/span.ts";
import { HomeSpan } from "../prose/versions/home.ts";

/**
 * Whether a claim asserts nothing to be looked up: a word for now, the past or the future as such (TIMEX3 `PRESENT_REF` and its like), or reported
 * speech of a named source that carries neither a figure, a date nor a quotation. `claims` are the article's, by block.
 */
export function isNothingToCheck(claim: Claim, claims: readonly (readonly Claim[])[]): boolean {
	if (claim.kind === "date") return claim.time.value.endsWith("_REF");
	// Direct speech is words to compare; a source without a name is for the desk to know.
	if (claim.kind !== "attribution" || claim.quote.anonymous) return false;
	return !claim.quote.content.some(
		(piece) =>
			piece instanceof HomeSpan &&
			claims[piece.home.index]?.some(
				(other) => other !== claim && other.kind !== "attribution" && other.kind !== "role" && contains(piece, other),
			),
	);
}
