import type { Article } from "../prose/article.ts";
import type { Block } from "../prose/block.ts";
import { overlaps, type Span } from "../prose/span.ts";
import { atOnce } from "../prose/steps.ts";
import { Memo } from "../prose/versions/memo.ts";
import { ArticleClaims } from "./article-claims.ts";
import type { Claim } from "./claim.ts";
import type { BlockFinder, Found, Setting } from "./finder.ts";
import { Version } from "./live.ts";
import { forgetFigures } from "./quantities/figures.ts";
import { findQuantities } from "./quantities/finder.ts";
import { findTallies } from "./tallies/finder.ts";
import { findTimes } from "./time/finder.ts";

/** The one list of block finders. Where two claims overlap, the earlier finder's stays. */
const blockFinders: readonly BlockFinder[] = [findTimes, findTallies, findQuantities];

/** Every claim of an article, in order of its start. */
export function find(article: Article, setting: Setting): Claim[] {
	const { lists, homes } = atOnce(articleClaims().update(article, setting));
	const version = new Version(homes, article.places);
	return lists.flatMap((list) => list.map((claim) => version.fixed(claim)));
}

/** The claims of an article that is still being written: no block is read twice. */
export function articleClaims(): ArticleClaims {
	return new ArticleClaims(findInBlock);
}

/** What was found in prose, by the setting it was found in. */
const found = new Memo<string, readonly Found[]>();

/** The figures and times of one block, overlaps settled. Offsets are the block's. Found once as long as neither block nor setting changes. */
export function findInBlock(block: Block, setting: Setting): readonly Found[] {
	return found.of(block.prose, `${setting.dateline} ${setting.period}`, () => search(block, setting));
}

function search(block: Block, setting: Setting): Found[] {
	const kept: Found[] = [];
	// What was kept, by the stretches that it touches: a block of a megabyte holds ten thousands of figures.
	const touching = new Map<number, Found[]>();
	for (const finder of blockFinders) {
		for (const claim of finder(block, setting)) {
			const stretches = stretchesOf(claim);
			// A rank may stand around a duration: `13-year low` is both.
			const rival = stretches.some((at) =>
				touching.get(at)?.some((other) => overlaps(other, claim) && !(claim.kind === "rank" && other.kind === "duration")),
			);
			if (rival) continue;
			kept.push(claim);
			for (const at of stretches) {
				const list = touching.get(at);
				if (list) list.push(claim);
				else touching.set(at, [claim]);
			}
		}
	}
	forgetFigures(block);
	return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The stretches of 256 characters that a span touches, by number. */
function stretchesOf({ start, end }: Span): number[] {
	const numbers: number[] = [];
	for (let at = start >> 8; at <= end >> 8; at++) numbers.push(at);
	return numbers;
}
