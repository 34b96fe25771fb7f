import { overlaps } from "../../prose/span.ts";
import type { BlockFinder } from "../finder.ts";
import { findCompounds } from "./compounds.ts";
import { findEllipses } from "./ellipses.ts";
import { findExtremes } from "./extremes.ts";
import { findFeats } from "./feats.ts";
import { findMargins } from "./margins.ts";
import { COUNTS, ORDINALS } from "./numbers.ts";
import { findPlaces } from "./places.ts";
import { findScores } from "./scores.ts";
import { findSingles } from "./singles.ts";
import { findStreaks } from "./streaks.ts";

/** Without a digit or a word for a small number there is nothing to look for. */
const MAYBE = new RegExp(`\\d|\\b(?:an?|${COUNTS}|${ORDINALS})\\b`, "i");

/** Figures that only make sense beside another: both sides of a score, both parts of `9-of-17`, a count in front of a noun, the `a` in a list of counts. */
export const findTallies: BlockFinder = (block) => {
	const hasSuperlative = / (?:\w{2,7}est|most|fewest) (?:since|ever|on|in|of|among) /.test(block.text);
	if (!hasSuperlative && !MAYBE.test(block.text)) return [];
	const scores = findScores(block);
	const others = [
		...findCompounds(block),
		...findSingles(block),
		...findPlaces(block),
		...findEllipses(block),
		...findFeats(block),
		...findStreaks(block),
		...findMargins(block),
		...findExtremes(block),
	].filter((claim) => !scores.some((score) => overlaps(score, claim)));
	return [...scores, ...others].sort((a, b) => a.start - b.start);
};
