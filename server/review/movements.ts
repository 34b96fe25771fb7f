import type { Report } from "../check.ts";
import { quantityOf } from "../claims/claim.ts";
import type { Checked } from "../verdicts/verdict.ts";

/** The two ends of one movement: `from 4.8 percent in March to 4.7 percent`. */
export interface Movement {
	readonly from: Checked;
	readonly to: Checked;
}

/**
 * A report's claims in order, with the two ends of a movement side by side as one: the first end, the word `to` and the second end in one sentence,
 * of one unit, with nothing but dates between them. Each end keeps its own verdict.
 */
export function withMovements(report: Report): (Checked | Movement)[] {
	const { checked } = report;
	const joined: (Checked | Movement)[] = [];
	const taken = new Set<Checked>();
	for (const [i, from] of checked.entries()) {
		if (taken.has(from)) continue;
		const to = quantityOf(from.claim)?.role === "from" ? otherEnd(report, i) : undefined;
		if (to) taken.add(to);
		joined.push(to ? { from, to } : from);
	}
	return joined;
}

/** Characters between the ends of a movement: room for a date, not for another clause. */
const LONGEST_GAP = 40;

function otherEnd({ article, checked }: Report, i: number): Checked | undefined {
	const { claim } = checked[i] as Checked;
	const from = quantityOf(claim);
	for (let j = i + 1; j < checked.length; j++) {
		const next = checked[j] as Checked;
		if (next.claim.block !== claim.block || next.claim.span.start - claim.span.end > LONGEST_GAP) return undefined;
		const to = quantityOf(next.claim);
		if (!to) {
			if (next.claim.kind === "date") continue;
			return undefined;
		}
		const words = article.blocks[claim.block]?.text.slice(claim.span.end, next.claim.span.start) ?? "";
		const alike = from && to.role === "to" && to.unit === from.unit && from.high === undefined && to.high === undefined;
		return alike && / to (?:\w+ )?$/.test(words) && !/[.;!?] /.test(words) ? next : undefined;
	}
	return undefined;
}
