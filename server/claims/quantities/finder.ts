import type { BlockFinder } from "../finder.ts";

/** Money, counts, percentages, measures, ranks and ratios of a block. */
export const findQuantities: BlockFinder = () => [];
