import type { BlockFinder } from "../finder.ts";
import { findScores } from "./scores.ts";
import { findSingles } from "./singles.ts";

/** Figures that only make sense beside another: both sides of a score, both parts of `9-of-17`, and the `a` that ends a list of counts. */
export const findTallies: BlockFinder = (block) => [...findScores(block), ...findSingles(block)].sort((a, b) => a.start - b.start);
