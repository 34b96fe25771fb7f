import type { Claim } from "../claims/claim.ts";
import type { Reason } from "../verdicts/verdict.ts";

/** The one sentence that a user reads about a claim. */
export function sentence(reason: Reason, _claim: Claim): string {
	switch (reason.kind) {
		case "no pack":
			return "No reference pack is set up yet.";
		case "nothing known":
			return "No reference speaks of this.";
		default:
			return "Too close to call.";
	}
}
