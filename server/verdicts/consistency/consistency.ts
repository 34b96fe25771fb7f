import type { Claim } from "../../claims/claim.ts";
import type { Steps } from "../../prose/steps.ts";
import type { Context } from "../context.ts";
import { speechChecks } from "../speech/consistency.ts";
import type { Checked } from "../verdict.ts";
import { ages } from "./figures/age.ts";
import { drawnScores, records, wonScores } from "./figures/contest.ts";
import { conversions } from "./figures/conversion.ts";
import { directions } from "./figures/direction.ts";
import { answers, parts } from "./figures/parts.ts";
import { percentChange } from "./figures/percent-change.ts";
import { pointsAndLevel } from "./figures/points.ts";
import { rates } from "./figures/rate.ts";
import { shares } from "./figures/share.ts";
import { headline } from "./headline.ts";
import type { Check, Inconsistency } from "./inconsistency.ts";
import { lists } from "./list.ts";
import { spellings } from "./names/spelling.ts";
import { projections } from "./projection.ts";
import type { News, Tracker } from "./tracker.ts";
import { twice } from "./twice.ts";
import { weekdays } from "./weekday.ts";

/** Every check of an article against itself. Where two speak of one claim, the earlier one is heard. */
export const checks: readonly Check[] = [
	percentChange,
	pointsAndLevel,
	directions,
	weekdays,
	ages,
	parts,
	answers,
	shares,
	lists,
	conversions,
	rates,
	wonScores,
	drawnScores,
	records,
	twice,
	headline,
	spellings,
	projections,
];

/**
 * Holds an article against itself, from version to version. Claims whose own arithmetic or agreement fails are inconsistent, all others as they were.
 * What a reference has settled stays settled: a supported claim is not blamed for the company it keeps.
 */
export class Consistency {
	readonly #figures: readonly Tracker[] = checks.map((check) => check.track());
	readonly #speech: readonly Tracker[] = speechChecks.map((track) => track());
	/** Those of them that have found something. */
	#telling: { readonly figures: readonly Tracker[]; readonly speech: readonly Tracker[] } = { figures: [], speech: [] };
	#dateline = "";

	/** Moves to another version. Answers the blocks in which something else may be found than before. */
	*update(context: Context, news: News): Steps<ReadonlySet<number>> {
		const isAnew = context.dateline !== this.#dateline;
		this.#dateline = context.dateline;
		const all = isAnew ? { ...news, stale: new Set(context.homes.keys()) } : news;
		const touched = new Set<number>();
		for (const tracker of [...this.#figures, ...this.#speech])
			for (const { index } of yield* tracker.update(context, all)) if (index >= 0) touched.add(index);
		const isTelling = ({ isSilent }: Tracker): boolean => isSilent !== true;
		this.#telling = { figures: this.#figures.filter(isTelling), speech: this.#speech.filter(isTelling) };
		return touched;
	}

	/** A claim as the references have it, with what the article says of itself. */
	settled(one: Checked): Checked {
		const { figures, speech } = this.#telling;
		return said(marked(one, firstOf(figures, one.claim)), firstOf(speech, one.claim));
	}
}

function firstOf(trackers: readonly Tracker[], claim: Claim): Inconsistency | undefined {
	for (const tracker of trackers) {
		const found = tracker.of(claim);
		if (found) return found;
	}
	return undefined;
}

function marked(one: Checked, found: Inconsistency | undefined): Checked {
	if (!found || one.verdict.name === "contradicted") return one;
	// Both figures may be right where only the words between them are wrong.
	if (one.verdict.name === "supported" && found.reason.kind !== "direction") return one;
	return verdictOf(one, found);
}

function said(one: Checked, found: Inconsistency | undefined): Checked {
	return found && one.verdict.name === "unreferenced" ? verdictOf(one, found) : one;
}

function verdictOf(one: Checked, { name = "inconsistent", reason, working, related }: Inconsistency): Checked {
	const { period } = one.verdict;
	return {
		...one,
		verdict: {
			...one.verdict,
			...(period !== undefined && { period }),
			name,
			reason,
			...(working !== undefined && { working }),
			...(related && { related }),
		},
	};
}
