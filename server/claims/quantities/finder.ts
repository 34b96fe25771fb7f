import type { Block } from "../../prose/block.ts";
import { overlaps } from "../../prose/span.ts";
import type { BlockFinder } from "../finder.ts";
import { DIGITS } from "../tally-cues.ts";
import type { FoundQuantity } from "./claims.ts";
import { findCounts } from "./count.ts";
import { type Reading, readingOf } from "./figures.ts";
import { findMeasured } from "./measured.ts";
import { findRanks } from "./rank.ts";
import { findRatios } from "./ratio.ts";
import { MULTIPLE, RANKING } from "./reading/cues.ts";
import { findInCell } from "./tables.ts";

/** Finders over the figures that were read once. Where two claims overlap, the earlier finder's stays. */
const finders: readonly ((reading: Reading) => FoundQuantity[])[] = [findRanks, findMeasured, findRatios, findCounts];

/** Money, counts, percentages, measures, ranks and ratios of a block. */
export const findQuantities: BlockFinder = (block) => quantitiesIn(block, readingOf(block));

/** The same where the block has been read for its figures. */
export function quantitiesIn(block: Block, reading: Reading): FoundQuantity[] {
	const { cell } = block.context;
	const bare = cell && findInCell(block.text, cell);
	if (bare) return [bare];
	if (cell?.isHeader) return [];
	// A block without figures may rank or multiply all the same.
	if (reading.figures.length === 0 && !reading.lexemes.hold(RANKING | MULTIPLE | DIGITS)) return [];
	const all: FoundQuantity[] = [];
	for (const find of finders) for (const claim of find(reading)) all.push(claim);
	// Sorting keeps the order of finders among those that begin at the same place.
	all.sort((a, b) => a.start - b.start);
	const kept: FoundQuantity[] = [];
	for (const claim of all) {
		const last = kept.at(-1);
		if (!last || !overlaps(last, claim)) kept.push(claim);
	}
	return kept;
}
