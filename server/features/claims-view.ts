import { type ClaimItem, type VerdictCode, verdictOrder } from "../protocol.ts";
import type { View } from "../session.ts";
import { isCheckable } from "./labels.ts";
import { rangeOf } from "./ranges.ts";
import { sentence } from "./wording.ts";

/** Every claim of an article in order, for the claims view. `changed` are the ids of those that are not as they were. */
export function claimItems(view: View, changed: ReadonlySet<string> = new Set()): ClaimItem[] {
	return view.report.checked.filter(isCheckable).map(({ claim, verdict }) => ({
		id: claim.id,
		kind: claim.kind,
		text: claim.text,
		verdict: verdict.name,
		message: sentence(verdict.reason, claim),
		range: rangeOf(view, claim),
		...(verdict.reason.kind === "signed off" && { signedOff: true }),
		...(changed.has(claim.id) && { changed: true }),
	}));
}

/** How many claims have each verdict. */
export function counts(view: View): Record<VerdictCode, number> {
	const found = Object.fromEntries(verdictOrder.map((name) => [name, 0])) as Record<VerdictCode, number>;
	for (const { verdict } of view.report.checked.filter(isCheckable)) found[verdict.name]++;
	return found;
}
