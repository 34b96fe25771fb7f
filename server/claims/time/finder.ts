import type { BlockFinder } from "../finder.ts";

/** Dates, periods, durations, sets and ages of a block. */
export const findTimes: BlockFinder = () => [];
