import type { Block } from "../prose/block.ts";
import { overlaps, type Span } from "../prose/span.ts";
import { Memo } from "../prose/versions/memo.ts";
import type { Found, Setting } from "./finder.ts";
import { readingOf as figuresRead } from "./quantities/figures.ts";
import { quantitiesIn } from "./quantities/finder.ts";
import { talliesIn } from "./tallies/finder.ts";
import { fullDatesIn, settleTimes, type TimeRead, timesIn } from "./time/finder.ts";

/** What a block says by itself: its figures, and its times as its words give them. Which days they are, its article's dateline tells. */
interface BlockReading {
	readonly times: readonly TimeRead[];
	/** Where two claims overlap, the earlier one's stays. */
	readonly figures: readonly Found[];
}

/**
 * The readings of blocks in which nothing has been found yet. An article is looked through for a date of its own, then for the period that it reports on,
 * and only then for claims; each block is read once for all of them.
 */
const readings = new Memo<"read", BlockReading>();

function readingOf(block: Block): BlockReading {
	return readings.of(block.prose, "read", () => {
		// What it is read by takes several times the room of what is read, and is not kept.
		const figures = figuresRead(block);
		return { times: timesIn(block, figures), figures: [...talliesIn(block, figures), ...quantitiesIn(block, figures)] };
	});
}

/** The days that a block names by day, month and year, `YYYY-MM-DD`; `today` is the day on which it is read. */
export function fullDatesOf(block: Block, today: string): readonly string[] {
	return fullDatesIn(readingOf(block).times, today);
}

/** The times of a block in a setting. */
export function timesOf(block: Block, setting: Setting): readonly Found[] {
	return settleTimes(readingOf(block).times, setting);
}

/** The figures and times of a block in a setting, overlaps settled, in order. Forgets how the block reads: who asks keeps the answer. */
export function foundIn(block: Block, setting: Setting): Found[] {
	const { times, figures } = readingOf(block);
	readings.forget(block.prose);
	const all = [...settleTimes(times, setting), ...figures];
	const kept = all.length < MANY ? withoutRivals(all) : withoutManyRivals(all);
	return kept.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Fewer claims than this are held against each other one by one. */
const MANY = 40;

/** Where two claims overlap, the earlier one of the list stays. */
function withoutRivals(claims: readonly Found[]): Found[] {
	const kept: Found[] = [];
	for (const claim of claims) if (!kept.some((other) => areRivals(other, claim))) kept.push(claim);
	return kept;
}

/** The same by stretches: a block of a megabyte holds ten thousands of figures. */
function withoutManyRivals(claims: readonly Found[]): Found[] {
	const kept: Found[] = [];
	const touching = new Map<number, Found[]>();
	for (const claim of claims) {
		const stretches = stretchesOf(claim);
		if (stretches.some((at) => touching.get(at)?.some((other) => areRivals(other, claim)))) continue;
		kept.push(claim);
		for (const at of stretches) {
			const list = touching.get(at);
			if (list) list.push(claim);
			else touching.set(at, [claim]);
		}
	}
	return kept;
}

/** A rank may stand around a duration: `13-year low` is both. */
function areRivals(earlier: Found, later: Found): boolean {
	return overlaps(earlier, later) && !(later.kind === "rank" && earlier.kind === "duration");
}

/** The stretches of 256 characters that a span touches, by number. */
function stretchesOf({ start, end }: Span): number[] {
	const numbers: number[] = [];
	for (let at = start >> 8; at <= end >> 8; at++) numbers.push(at);
	return numbers;
}
