import { type Claim, hasQuantity, type Quantity } from "../../claims/claim.ts";
import type { Phrase } from "../../language/phrase.ts";
import type { Span } from "../../prose/span.ts";
import { HAS } from "../binding/sentence/kinds.ts";
import { type Figure, type Passage, type Word, wordFrom } from "../binding/sentence/passage.ts";
import type { Context } from "../context.ts";
import type { Interval } from "../values/interval.ts";
import type { Reason, VerdictName } from "../verdict.ts";
import { inBlocks, type Tracker } from "./tracker.ts";

/** A claim that does not go with the rest of its article. */
export interface Inconsistency {
	readonly claim: Claim;
	/** The verdict when it is not `inconsistent`. */
	readonly name?: VerdictName;
	readonly reason: Reason;
	readonly working?: string | Phrase;
	/** The places that it does not go with. They move along with their blocks. */
	readonly related?: readonly Span[];
}

/** One way in which an article can fail to agree with itself. */
export interface Check {
	readonly name: string;
	/** An example that must be reported, and one near it that must not be. */
	readonly wrong: string;
	readonly right: string;
	/** Looks at an article from version to version. */
	track(): Tracker;
}

/** Finds nothing in most of what it looks at, and answers undefined then: from its figures alone where they tell. */
type Find<T> = (of: T, context: Context) => readonly Inconsistency[] | undefined;

/** A check that looks at every sentence by itself that has figures of some kinds: all of `needs`. */
export function inSentences(needs: number, find: Find<Passage>): () => Tracker {
	return () =>
		inBlocks((context, block) => {
			const { reading } = context;
			if ((reading.kindsIn(block) & needs) !== needs) return undefined;
			let all: readonly Inconsistency[] | undefined;
			for (const passage of reading.passagesIn(block)) {
				if ((passage.kinds & needs) !== needs) continue;
				const found = find(passage, context);
				if (found !== undefined) all = all ? [...all, ...found] : found;
			}
			return all;
		});
}

/** A check that looks at every date by itself. */
export function inDates(find: Find<Claim>): () => Tracker {
	return () =>
		inBlocks((context, block) => {
			if ((context.reading.kindsIn(block) & HAS.date) === 0) return undefined;
			let all: readonly Inconsistency[] | undefined;
			for (const claim of context.claims[block] ?? []) {
				const found = claim.kind === "date" ? find(claim, context) : undefined;
				if (found !== undefined) all = all ? [...all, ...found] : found;
			}
			return all;
		});
}

export const isFigure = (claim: Claim): claim is Figure => hasQuantity(claim);

/**
 * The values that a written figure may stand for: half a unit of its last written place to either side, more when the writer hedges.
 * Noughts at the end of a whole number may be rounding. Consistency asks whether any values would fit, so it is generous.
 */
export function written(quantity: Quantity): Interval {
	const { value, decimals, scale, hedge } = quantity;
	let half = (scale * 10 ** -decimals) / 2;
	if (decimals === 0 && scale === 1) {
		const size = Math.abs(value);
		let unit = 1;
		while (size >= unit * 100 && size % (unit * 10) === 0) unit *= 10;
		half = unit / 2;
	}
	const high = quantity.high ?? value;
	const room = Math.abs(value) * 0.1;
	switch (hedge) {
		case "about":
			return { low: value - Math.max(half, room), high: high + Math.max(half, room) };
		case "over":
		case "atLeast":
			return { low: value - half, high: high + Math.max(half, room * 2.5) };
		case "nearly":
		case "under":
		case "atMost":
		case "upTo":
			return { low: value - Math.max(half, room * 2.5), high: high + half };
		default:
			return { low: value - half, high: high + half };
	}
}

/** The words of a passage between two offsets, small letters. */
export function wordsIn(passage: Passage, from: number, to: number): string[] {
	const found: string[] = [];
	for (let i = wordFrom(passage, from); i < passage.words.length; i++) {
		const word = passage.words[i] as Word;
		if (word.end > to) break;
		found.push(word.lower);
	}
	return found;
}

/** A number for a message or a working: `1.3`, `27,349`. */
export function shown(value: number, decimals = 2): string {
	return new Intl.NumberFormat("en-US", { maximumFractionDigits: decimals }).format(value).replace("-", "−");
}
