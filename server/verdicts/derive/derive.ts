import type { Bound } from "../binding/bind.ts";
import { comparisonOf } from "./comparison.ts";
import { contestPartOf } from "./contests/contest-part.ts";
import { featOf } from "./contests/feat.ts";
import { leadOf } from "./contests/lead.ts";
import { marginOf } from "./contests/margin.ts";
import { occasionsTotal } from "./contests/occasions.ts";
import { streakOf } from "./contests/streak.ts";
import type { Derivation, Derive } from "./derivation.ts";
import { gapOf } from "./groups/gap.ts";
import { membersWithOf } from "./groups/members-with.ts";
import { partOf } from "./groups/part.ts";
import { rankOf } from "./groups/rank.ts";
import { shareOf } from "./groups/share.ts";
import { totalOf, totalOfAll } from "./groups/total.ts";
import { wholeOf } from "./groups/whole.ts";
import { perHeadOf } from "./per-head.ts";
import { perUnitOf } from "./per-unit.ts";
import { profitMarginOf } from "./profit-margin.ts";
import { rateOf } from "./rate.ts";
import { changeOf } from "./time/change.ts";
import { extremeOf } from "./time/extreme.ts";
import { thanBefore } from "./time/than-before.ts";

/** Every derivation. Never a search for a formula that happens to fit: each begins with the words that ask for it. */
const derivations: readonly Derive[] = [
	changeOf,
	thanBefore,
	comparisonOf,
	gapOf,
	shareOf,
	totalOf,
	totalOfAll,
	perHeadOf,
	perUnitOf,
	profitMarginOf,
	rateOf,
	rankOf,
	extremeOf,
	featOf,
	streakOf,
	marginOf,
	leadOf,
	contestPartOf,
	partOf,
	membersWithOf,
	wholeOf,
	occasionsTotal,
];

/** Readings of a figure that has to be worked out. */
export function derive(derivation: Derivation): Bound[] {
	const found: Bound[] = [];
	for (const one of derivations) for (const bound of one(derivation)) found.push(bound);
	return found;
}
