import type { Context } from "../context.ts";
import { speechConsistency } from "../speech/consistency.ts";
import type { Checked } from "../verdict.ts";
import { ages } from "./age.ts";
import type { Check, Inconsistency } from "./check.ts";
import { conversions } from "./conversion.ts";
import { headline } from "./headline.ts";
import { lists } from "./list.ts";
import { parts } from "./parts.ts";
import { percentChange } from "./percent-change.ts";
import { pointsAndLevel } from "./points.ts";
import { projections } from "./projection.ts";
import { rates } from "./rate.ts";
import { spellings } from "./spelling.ts";
import { twice } from "./twice.ts";
import { weekdays } from "./weekday.ts";

/** Every check of an article against itself. Where two speak of one claim, the earlier one is heard. */
export const checks: readonly Check[] = [
	percentChange,
	pointsAndLevel,
	weekdays,
	ages,
	parts,
	lists,
	conversions,
	rates,
	twice,
	headline,
	spellings,
	projections,
];

/**
 * Holds the article against itself. Claims whose own arithmetic or agreement fails come back as inconsistent, all others as they were.
 * What a reference has settled stays settled: a supported claim is not blamed for the company it keeps.
 */
export function consistency(checked: readonly Checked[], context: Context): readonly Checked[] {
	const found = new Map<string, Inconsistency>();
	const { passages, contents } = context.reading;
	const open = passages.filter((passage) => clear.get(contents[passage.block] as object) !== context.dateline);
	const reported = new Set<number>();
	for (const check of checks) {
		for (const one of check.find(context, check.local ? open : passages)) {
			if (check.local) reported.add(one.claim.block);
			if (!found.has(one.claim.id)) found.set(one.claim.id, one);
		}
	}
	for (const { block } of open) if (!reported.has(block)) clear.set(contents[block] as object, context.dateline);
	return speechConsistency(found.size === 0 ? checked : marked(checked, found), context);
}

/** What blocks say in which no local check has found anything, by dateline. */
const clear = new WeakMap<object, string>();

function marked(checked: readonly Checked[], found: ReadonlyMap<string, Inconsistency>): Checked[] {
	return checked.map((one) => {
		const inconsistency = found.get(one.claim.id);
		if (!inconsistency || one.verdict.name === "supported" || one.verdict.name === "contradicted") return one;
		const { reason, working, related } = inconsistency;
		return {
			...one,
			verdict: { ...one.verdict, name: "inconsistent", reason, ...(working !== undefined && { working }), ...(related && { related }) },
		};
	});
}
