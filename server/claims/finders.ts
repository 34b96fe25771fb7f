import type { Article } from "../prose/article.ts";
import type { Block } from "../prose/block.ts";
import { detached } from "../prose/detached.ts";
import { Memo } from "../prose/memo.ts";
import { overlaps, type Span } from "../prose/span.ts";
import type { Claim } from "./claim.ts";
import type { BlockFinder, Found, FoundSpeech, Setting } from "./finder.ts";
import { claimId, claimName, NAME_LENGTH } from "./id.ts";
import { periodOf } from "./period.ts";
import { findQuantities } from "./quantities/finder.ts";
import { findSpeech } from "./speech/finder.ts";
import { findTallies } from "./tallies/finder.ts";
import { findTimes } from "./time/finder.ts";

/** The one list of block finders. Where two claims overlap, the earlier finder's stays. */
const blockFinders: readonly BlockFinder[] = [findTimes, findTallies, findQuantities];

/** Every claim of an article, in order of its start. */
export function find(article: Article, setting: Setting): Claim[] {
	const period = setting.period ?? periodOf(article, setting);
	const inPeriod = period === undefined ? setting : { ...setting, period };
	const speech = new Map<number, FoundSpeech[]>();
	for (const claim of findSpeech(article)) {
		const said = speech.get(claim.block);
		if (said) said.push(claim);
		else speech.set(claim.block, [claim]);
	}
	const seen = new Map<string, number>();
	return article.blocks.flatMap((block, index) => {
		const own = findInBlock(block, inPeriod);
		const said = speech.get(index);
		const figures = own.length > 0 ? placeFigures(article, block, index, own, seen) : [];
		if (!said) return figures;
		const sayings = said.map((claim) => placeSpeech(article, block, claim, seen));
		return [...figures, ...sayings].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
	});
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
	return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The stretches of 256 characters that a span touches, by number. */
function stretchesOf({ start, end }: Span): number[] {
	const numbers: number[] = [];
	for (let at = start >> 8; at <= end >> 8; at++) numbers.push(at);
	return numbers;
}

/** The claims of blocks as they were last placed. They stay the same objects as long as the block stays where it is. */
const placed = new WeakMap<
	readonly Found[],
	{ readonly start: number; readonly names: readonly string[]; readonly claims: readonly Claim[] }
>();

/** Puts the figures and times of a block in their places. `seen` counts names and is written to. */
function placeFigures(article: Article, block: Block, index: number, found: readonly Found[], seen: Map<string, number>): readonly Claim[] {
	const before = placed.get(found);
	const names = before?.names ?? found.map((claim) => nameOf(block, claim));
	const moved = before && before.start - block.start;
	let isSame = moved === 0;
	const claims = found.map((claim, i): Claim => {
		const old = before?.claims[i];
		if (!old || moved === undefined) return place(article, block, { ...claim, block: index }, names[i] as string, seen);
		const id = claimId(names[i] as string, seen);
		if (moved === 0 && old.id === id && old.block === index) return old;
		isSame = false;
		return { ...old, id, block: index, start: old.start - moved, end: old.end - moved };
	});
	if (before && isSame) return before.claims;
	placed.set(found, { start: block.start, names, claims });
	return claims;
}

/** What was said, as it was last placed. */
const spoken = new WeakMap<FoundSpeech, Claim>();

function placeSpeech(article: Article, block: Block, found: FoundSpeech, seen: Map<string, number>): Claim {
	const before = spoken.get(found);
	const name = before ? before.id.slice(0, NAME_LENGTH) : nameOf(block, found);
	const id = claimId(name, seen);
	if (before?.id === id) return before;
	const claim = before ? { ...before, id } : { ...place(article, block, found, name, new Map()), id };
	spoken.set(found, claim);
	return claim;
}

function place(
	article: Article,
	block: Block,
	claim: (Found | FoundSpeech) & { readonly block: number },
	name: string,
	seen: Map<string, number>,
): Claim {
	const span = { start: claim.start, end: claim.end };
	const { start, end } = block.toArticle(span);
	const words = block.text.slice(span.start, span.end);
	const written = article.text.slice(start, end);
	return { ...claim, id: claimId(name, seen), start, end, span, text: written === words ? words : detached(written) } as Claim;
}

/** What a claim is called by: its kind, its words and its sentence. */
function nameOf(block: Block, claim: Found | FoundSpeech): string {
	const sentence = block.sentences[block.sentenceAt(claim.start)] ?? claim;
	const from = Math.max(sentence.start, claim.start - AROUND);
	const to = Math.min(sentence.end, claim.end + AROUND);
	return claimName(claim.kind, block.text.slice(claim.start, claim.end), block.text.slice(from, to));
}

/** Of a sentence without end, so many characters to either side of a claim are part of its name. */
const AROUND = 1000;
