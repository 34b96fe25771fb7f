import { overlaps } from "../../prose/span.ts";
import type { BlockFinder } from "../finder.ts";
import { findCompounds } from "./compounds.ts";
import { findPlaces } from "./places.ts";
import { findScores } from "./scores.ts";
import { findSingles } from "./singles.ts";

/** Figures that only make sense beside another: both sides of a score, both parts of `9-of-17`, a count in front of a noun, the `a` in a list of counts. */
export const findTallies: BlockFinder = (block) => {
	if (!/\d|\b(?:an?|one|second|third|fourth|fifth) /.test(block.text)) return [];
	const scores = findScores(block);
	const others = [...findCompounds(block), ...findSingles(block), ...findPlaces(block)].filter(
		(claim) => !scores.some((score) => overlaps(score, claim)),
	);
	return [...scores, ...others].sort((a, b) => a.start - b.start);
};
