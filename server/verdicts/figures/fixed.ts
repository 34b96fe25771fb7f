import type { Version } from "../../claims/live.ts";
import type { Checked, Verdict } from "../verdict.ts";

/** A claim with its verdict as they are in one version of the article: plain values that nothing moves any more. */
export function fixed({ claim, verdict }: Checked, version: Version): Checked {
	return { claim: version.fixed(claim), verdict: fixedVerdict(verdict, version) };
}

function fixedVerdict(verdict: Verdict, version: Version): Verdict {
	const { related, reason } = verdict;
	if (!related) return verdict;
	return {
		...verdict,
		related: related.map((span) => version.place(span)),
		...("related" in reason && { reason: { ...reason, related: version.place(reason.related) } }),
	};
}
