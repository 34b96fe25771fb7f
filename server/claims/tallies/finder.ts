import type { Block } from "../../prose/block.ts";
import { overlaps } from "../../prose/span.ts";
import type { BlockFinder, Found } from "../finder.ts";
import { type Reading, readingOf } from "../quantities/figures.ts";
import { findCompounds } from "./compounds.ts";
import { findEllipses } from "./ellipses.ts";
import { findExtremes } from "./extremes.ts";
import { findFeats } from "./feats.ts";
import { findMargins } from "./margins.ts";
import { findPlaces } from "./places.ts";
import { findScores } from "./scores.ts";
import * as signs from "./signs.ts";
import { findSingles } from "./singles.ts";
import { findStreaks } from "./streaks.ts";

/** Which reader a sign asks for. */
const kinds: readonly { readonly find: (block: Block, lexemes: Reading["lexemes"]) => Found[]; readonly sign: number }[] = [
	{ find: findCompounds, sign: signs.COMPOUND },
	{ find: findSingles, sign: signs.SINGLE },
	{ find: findPlaces, sign: signs.PLACE },
	{ find: findEllipses, sign: signs.ELLIPSIS },
	{ find: findFeats, sign: signs.FEAT },
	{ find: findStreaks, sign: signs.STREAK },
	{ find: findMargins, sign: signs.MARGIN },
	{ find: findExtremes, sign: signs.EXTREME },
];

/** Figures that only make sense beside another: both sides of a score, both parts of `9-of-17`, a count in front of a noun, the `a` in a list of counts. */
export const findTallies: BlockFinder = (block) => talliesIn(block, readingOf(block));

/** The same where the block has been read for its figures. */
export function talliesIn(block: Block, { lexemes }: Reading): Found[] {
	const held = signs.signsIn(lexemes);
	if (held === 0) return [];
	const scores = (held & signs.SCORE) !== 0 ? findScores(block) : [];
	const others: Found[] = [];
	for (const { find, sign } of kinds) {
		if ((held & sign) === 0) continue;
		for (const claim of find(block, lexemes)) if (!scores.some((score) => overlaps(score, claim))) others.push(claim);
	}
	return [...scores, ...others].sort((a, b) => a.start - b.start);
}
