import type { Language } from "../language/language.ts";
import { type ClaimItem, type VerdictCode, verdictOrder } from "../protocol.ts";
import type { View } from "../session.ts";
import type { Checked } from "../verdicts/verdict.ts";
import { rangeOf } from "./ranges.ts";
import { isCheckable } from "./wording/labels.ts";
import { sentence } from "./wording/wording.ts";

/** Claims of an article in order, for the claims view: all of them, or those that are given. `changed` are the ids of those that are not as they were. */
export function claimItems(
	view: View,
	changed: ReadonlySet<string> = new Set(),
	language?: Language,
	claims: readonly Checked[] = view.report.checked,
): ClaimItem[] {
	return claims.filter(isCheckable).map(({ claim, verdict }) => ({
		id: claim.id,
		kind: claim.kind,
		text: claim.text,
		verdict: verdict.name,
		message: sentence(verdict.reason, claim, language),
		range: rangeOf(view, claim),
		...(verdict.reason.kind === "signed off" && !verdict.reason.inArticle && !verdict.reason.whole && { signedOff: true }),
		...(changed.has(claim.id) && { changed: true }),
	}));
}

/** How many claims have each verdict. */
export function counts(view: View): Record<VerdictCode, number> {
	const found = Object.fromEntries(verdictOrder.map((name) => [name, 0])) as Record<VerdictCode, number>;
	const { blocks } = view.report;
	if (!blocks) count(view.report.checked, found);
	else for (const list of blocks.stamps) count(list, found);
	return found;
}

function count(checked: readonly Pick<Checked, "verdict">[], found: Record<VerdictCode, number>): void {
	for (const one of checked) if (isCheckable(one)) found[one.verdict.name]++;
}
