import type { Block } from "../../prose/block.ts";
import { overlaps } from "../../prose/span.ts";
import type { BlockFinder, Found } from "../finder.ts";
import { findCompounds } from "./compounds.ts";
import { findEllipses } from "./ellipses.ts";
import { findExtremes } from "./extremes.ts";
import { findFeats } from "./feats.ts";
import { findMargins } from "./margins.ts";
import { COUNTS, ORDINALS } from "./numbers.ts";
import { findPlaces, GROUPS } from "./places.ts";
import { findScores } from "./scores.ts";
import { findSingles } from "./singles.ts";
import { findStreaks } from "./streaks.ts";

/** Without a digit or a word for a small number there is nothing to look for. */
const MAYBE = new RegExp(`\\d|\\b(?:an?|${COUNTS}|${ORDINALS})\\b`, "i");

interface Kind {
	readonly find: (block: Block) => Found[];
	/** Without one of these words, in small letters, a block has none. Looking for a word is a tenth of the work of looking for a pattern. */
	readonly words: readonly string[];
}

const kinds: readonly Kind[] = [
	{ find: findCompounds, words: ["-"] },
	{ find: findSingles, words: [" a ", " an ", " one "] },
	{ find: findPlaces, words: GROUPS },
	{ find: findEllipses, words: [" own"] },
	{ find: findFeats, words: ["double"] },
	{ find: findStreaks, words: ["straight", "in a row", "consecutive"] },
	{ find: findMargins, words: ["by "] },
	{ find: findExtremes, words: ["est ", "most "] },
];

/** Figures that only make sense beside another: both sides of a score, both parts of `9-of-17`, a count in front of a noun, the `a` in a list of counts. */
export const findTallies: BlockFinder = (block) => {
	const hasSuperlative = () => / (?:\w{2,7}est|most|fewest) (?:since|ever|on|in|of|among) /.test(block.text);
	if (!MAYBE.test(block.text) && !hasSuperlative()) return [];
	const text = block.text.toLowerCase();
	const scores = text.includes("-") || text.includes("–") ? findScores(block) : [];
	const others: Found[] = [];
	for (const { find, words } of kinds) {
		if (!words.some((word) => text.includes(word))) continue;
		for (const claim of find(block)) if (!scores.some((score) => overlaps(score, claim))) others.push(claim);
	}
	return [...scores, ...others].sort((a, b) => a.start - b.start);
};
