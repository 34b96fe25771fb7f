import type { Claim, QuoteClaim } from "../claims/claim.ts";
import { contains } from "../prose/span.ts";

/**
 * Claims that assert nothing to be looked up: words for now, the past and the future as such (TIMEX3 `PRESENT_REF` and its like), and reported
 * speech of a named source that carries neither a figure, a date nor a quotation. `claims` are in order of their start.
 */
export function nothingToCheck(claims: readonly Claim[]): ReadonlySet<Claim> {
	const idle = new Set<Claim>();
	for (const claim of claims) {
		if (claim.kind === "date" && claim.time.value.endsWith("_REF")) idle.add(claim);
		// Direct speech is words to compare; a source without a name is for the desk to know.
		else if (claim.kind === "attribution" && !claim.quote.anonymous && !carries(claim, claims)) idle.add(claim);
	}
	return idle;
}

function carries(attribution: QuoteClaim, claims: readonly Claim[]): boolean {
	return attribution.quote.content.some((piece) => {
		for (let i = firstFrom(claims, piece.start); i < claims.length; i++) {
			const claim = claims[i] as Claim;
			if (claim.start >= piece.end) return false;
			if (claim !== attribution && claim.kind !== "attribution" && claim.kind !== "role" && contains(piece, claim)) return true;
		}
		return false;
	});
}

/** Index of the first claim that starts at or after an offset. */
function firstFrom(claims: readonly Claim[], offset: number): number {
	let low = 0;
	let high = claims.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((claims[middle] as Claim).start < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
