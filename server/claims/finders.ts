import type { Article } from "../prose/article.ts";
import type { Block } from "../prose/block.ts";
import { Memo } from "../prose/memo.ts";
import { overlaps } from "../prose/span.ts";
import type { Claim } from "./claim.ts";
import type { BlockFinder, Found, FoundSpeech, Setting } from "./finder.ts";
import { claimId } from "./id.ts";
import { periodOf } from "./period.ts";
import { findQuantities } from "./quantities/finder.ts";
import { findSpeech } from "./speech/finder.ts";
import { findTallies } from "./tallies/finder.ts";
import { findTimes } from "./time/finder.ts";

/** The one list of block finders. Where two claims overlap, the earlier finder's stays. */
const blockFinders: readonly BlockFinder[] = [findTimes, findTallies, findQuantities];

/** Every claim of an article, in order of its start. */
export function find(article: Article, setting: Setting): Claim[] {
	const found: Placed[] = [];
	const period = setting.period ?? periodOf(article, setting);
	const inPeriod = period === undefined ? setting : { ...setting, period };
	article.blocks.forEach((block, index) => {
		for (const claim of findInBlock(block, inPeriod)) found.push({ ...claim, block: index });
	});
	found.push(...findSpeech(article));
	found.sort((a, b) => a.block - b.block || a.start - b.start || b.end - a.end);
	return place(article, found);
}

/** What was found in prose, by the setting it was found in. */
const found = new Memo<string, readonly Found[]>();

/** The figures and times of one block, overlaps settled. Offsets are the block's. Found once as long as neither block nor setting changes. */
export function findInBlock(block: Block, setting: Setting): readonly Found[] {
	return found.of(block.prose, `${setting.dateline} ${setting.period}`, () => search(block, setting));
}

function search(block: Block, setting: Setting): Found[] {
	const kept: Found[] = [];
	for (const finder of blockFinders) {
		for (const claim of finder(block, setting)) {
			// A rank may stand around a duration: `13-year low` is both.
			const rival = kept.some((other) => overlaps(other, claim) && !(claim.kind === "rank" && other.kind === "duration"));
			if (!rival) kept.push(claim);
		}
	}
	return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

type Placed = (Found & { readonly block: number }) | FoundSpeech;

function place(article: Article, found: readonly Placed[]): Claim[] {
	const seen = new Map<string, number>();
	return found.map((claim) => {
		const block = article.blocks[claim.block] as Block;
		const span = { start: claim.start, end: claim.end };
		const { start, end } = block.toArticle(span);
		const sentence = block.sentences[block.sentenceAt(claim.start)] ?? span;
		const words = block.text.slice(span.start, span.end);
		const id = claimId(claim.kind, words, block.text.slice(sentence.start, sentence.end), seen);
		return { ...claim, id, start, end, span, text: article.text.slice(start, end) } as Claim;
	});
}
