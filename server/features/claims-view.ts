import type { Language } from "../language/language.ts";
import type { Prose } from "../prose/markdown/content.ts";
import { listsSince, turnedIn } from "../prose/versions/lists.ts";
import { type ClaimItem, type VerdictCode, verdictOrder } from "../protocol.ts";
import type { View } from "../session.ts";
import type { CheckedBlocks } from "../verdicts/checked-blocks.ts";
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
export function counts({ report }: View): Record<VerdictCode, number> {
	const { blocks, draft } = report;
	if (!blocks) return count([report.checked], 1, noCounts());
	const { places } = report.article;
	const { prose, stamps, found } = counted.get(draft) ?? { prose: [], stamps: [], found: noCounts() };
	const { come, gone } = turnedIn(listsSince(stamps, blocks.stamps, blocks.since, places.changeSince(prose)));
	const now = count(gone, -1, count(come, 1, found));
	counted.set(draft, { prose: places.prose, stamps: blocks.stamps, found: now });
	return now;
}

/** What was counted of the version of an article that was asked about last: only blocks that have changed since are counted anew. */
const counted = new WeakMap<object, Counted>();

interface Counted {
	readonly prose: readonly Prose[];
	readonly stamps: CheckedBlocks["stamps"];
	readonly found: Readonly<Record<VerdictCode, number>>;
}

function noCounts(): Record<VerdictCode, number> {
	return Object.fromEntries(verdictOrder.map((name) => [name, 0])) as Record<VerdictCode, number>;
}

/** Counts claims in or out. */
function count(
	lists: readonly (readonly Checked[])[],
	by: 1 | -1,
	before: Readonly<Record<VerdictCode, number>>,
): Record<VerdictCode, number> {
	const found = { ...before };
	for (const list of lists) for (const one of list) if (isCheckable(one)) found[one.verdict.name] += by;
	return found;
}
