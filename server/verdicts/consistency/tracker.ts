import type { Claim } from "../../claims/claim.ts";
import { Pace, type Steps } from "../../prose/steps.ts";
import type { Replaced } from "../../prose/versions/compare.ts";
import type { Home } from "../../prose/versions/home.ts";
import type { Context } from "../context.ts";
import { Findings } from "./findings.ts";
import type { Inconsistency } from "./inconsistency.ts";

/** What is new in a version of an article. */
export interface News {
	readonly change: Replaced;
	/** The homes of blocks that are no longer there. */
	readonly gone: readonly Home[];
	/** Indices of the blocks that read otherwise, or hold other claims, than before. */
	readonly stale: ReadonlySet<number>;
}

/** Keeps what one check has found from version to version. */
export interface Tracker {
	/** Moves to another version. Answers the blocks in which something else may be found than before. */
	update(context: Context, news: News): Steps<Iterable<Home>>;
	of(claim: Claim): Inconsistency | undefined;
	/** Whether nothing has been found at all, so that it need not be asked of each claim. */
	readonly isSilent?: boolean;
}

/**
 * Looks at every block by itself. `find` may answer undefined where a block holds nothing that the check speaks of. `also` are further blocks to be looked at
 * again when one is stale: whose findings rest on it too.
 */
export function inBlocks(
	find: (context: Context, block: number) => readonly Inconsistency[] | undefined,
	also?: (context: Context, block: number) => readonly number[],
): Tracker {
	const found = new Findings();
	const byHome = new Map<Home, readonly Inconsistency[]>();
	const drop = (home: Home): void => {
		const list = byHome.size === 0 ? undefined : byHome.get(home);
		if (!list) return;
		found.drop(list);
		byHome.delete(home);
	};
	return {
		of: (claim) => found.of(claim),
		get isSilent() {
			return found.isEmpty;
		},
		*update(context, { change, gone, stale }) {
			for (const home of gone) drop(home);
			let blocks = stale;
			// Where all is looked at there is nothing more to look at.
			if (also && stale.size < context.homes.length) {
				const more = new Set(stale);
				for (const block of stale) for (const other of also(context, block)) more.add(other);
				for (const block of [change.from - 1, change.toB]) for (const other of also(context, block)) more.add(other);
				blocks = more;
			}
			const pace = new Pace();
			for (const block of blocks) {
				const home = context.homes[block];
				if (!home) continue;
				drop(home);
				const list = find(context, block);
				// Most blocks hold nothing for most checks.
				if (list === undefined) continue;
				if (pace.isStep(home.prose.text.length)) yield;
				if (list.length === 0) continue;
				byHome.set(home, list);
				found.put(list);
			}
			return found.take();
		},
	};
}

/** What a block has that holds nothing a check speaks of. */
export const NO_MEMBERS: readonly never[] = [];
