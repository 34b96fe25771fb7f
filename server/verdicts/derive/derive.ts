import type { Bound } from "../binding/bind.ts";
import { changeOf } from "./change.ts";
import { comparisonOf } from "./comparison.ts";
import type { Derivation, Derive } from "./derivation.ts";
import { featOf } from "./feat.ts";
import { marginOf } from "./margin.ts";
import { perHeadOf } from "./per-head.ts";
import { rankOf } from "./rank.ts";
import { shareOf } from "./share.ts";
import { streakOf } from "./streak.ts";
import { totalOf } from "./total.ts";

/** Every derivation. Never a search for a formula that happens to fit: each begins with the words that ask for it. */
const derivations: readonly Derive[] = [changeOf, comparisonOf, shareOf, totalOf, perHeadOf, rankOf, featOf, streakOf, marginOf];

/** Readings of a figure that has to be worked out. */
export function derive(derivation: Derivation): Bound[] {
	return derivations.flatMap((one) => one(derivation));
}
