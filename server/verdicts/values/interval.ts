import type { Quantity } from "../../claims/claim.ts";
import type { Fact } from "../../references/fact.ts";
import type { Tolerances } from "../tolerances.ts";

/** How a fact's value stands to what was written. */
export type Agreement =
	/** Agrees at the precision as written and within the hedge. */
	| "agrees"
	/** Holds as worded and misleads: far over, `nearly` from the wrong side. */
	| "misleads"
	/** The reference is too coarse to say. */
	| "open"
	| "disagrees";

/** Values that round to a printed number: half a unit of its last place to either side. */
export interface Interval {
	readonly low: number;
	readonly high: number;
}

/** The values that what was written may stand for: half a unit of the last written place to either side; of a range, from its lower to its upper end. */
export function writtenInterval(quantity: Quantity, tolerances: Tolerances): Interval {
	const half = halfUnit(quantity.value, quantity.decimals, quantity.scale, tolerances);
	return { low: quantity.value - half, high: (quantity.high ?? quantity.value) + half };
}

/** The values that a fact may stand for. A count printed in full is exact. */
export function factInterval(fact: Fact): Interval {
	const half = fact.decimals > 0 || fact.scale > 1 ? lastPlace(fact) : 0;
	return { low: fact.value - half, high: (fact.high ?? fact.value) + half };
}

/** Half a unit of the last place that a fact prints. */
const lastPlace = (fact: Fact): number => (fact.scale * 10 ** -fact.decimals) / 2;

/**
 * Half a unit of the last place as written. A number with a scale word or decimals is as exact as its decimals; one that ends in noughts
 * (`109,000`) may be rounded to the last figure that is not one, yet by no more than the tolerance for round figures.
 */
function halfUnit(value: number, decimals: number, scale: number, tolerances: Tolerances): number {
	// Pence and cents have a scale below 1: `18p` is no more than half a penny off.
	if (decimals > 0 || scale !== 1) return (scale * 10 ** -decimals) / 2;
	let unit = 1;
	const size = Math.abs(value);
	while (size >= unit * 10 && size % (unit * 10) === 0) unit *= 10;
	return Math.min(unit / 2, Math.max(0.5, size * tolerances.round));
}

/** How many of its last written places `about` may be off. */
const PLACES = 10;

/** The size of the last place as written; noughts at the end are none. */
function lastWritten({ value, decimals, scale }: Quantity): number {
	if (decimals > 0 || scale !== 1) return scale * 10 ** -decimals;
	let unit = 1;
	while (Math.abs(value) >= unit * 10 && value % (unit * 10) === 0) unit *= 10;
	return unit;
}

/** Holds a value against what was written: precision as written, hedge, range. Both are in the same unit. */
export function compare(quantity: Quantity, fact: Fact, tolerances: Tolerances, relative = 0): Agreement {
	const { low, high } = factInterval(fact);
	const slack = Math.max(relative, fact.qualifier === "approx" ? tolerances.approximate : 0) * Math.abs(fact.value);
	const from = fact.qualifier === "max" ? Number.NEGATIVE_INFINITY : low - slack;
	const to = fact.qualifier === "min" ? Number.POSITIVE_INFINITY : high + slack;
	if (quantity.vague) return compareVague(quantity, fact.value);
	const written = writtenInterval(quantity, tolerances);
	const size = Math.abs(quantity.value);
	const end = quantity.high ?? quantity.value;
	switch (quantity.hedge) {
		case "about": {
			// A rounder figure than `some 8,290` would have done for what is more than ten of its last places off: it has half the room.
			const room = Math.min(size * tolerances.about, Math.max(size * (tolerances.about / 2), PLACES * lastWritten(quantity)));
			return meets(from, to, written.low - room, written.high + room) ? "agrees" : "disagrees";
		}
		case "over":
		case "atLeast": {
			const enough = quantity.hedge === "over" ? to > quantity.value : to >= quantity.value;
			if (!enough) return "disagrees";
			return from > end + Math.abs(end) * tolerances.over ? "misleads" : "agrees";
		}
		case "under":
		case "atMost":
		case "upTo": {
			const enough = quantity.hedge === "under" ? from < end : from <= end;
			if (!enough) return "disagrees";
			return to < quantity.value - size * tolerances.over ? "misleads" : "agrees";
		}
		case "nearly": {
			if (meets(from, to, written.low - size * tolerances.nearly, quantity.value) && from < quantity.value) return "agrees";
			return meets(from, to, quantity.value, written.high + size * tolerances.nearly) ? "misleads" : "disagrees";
		}
		default: {
			const half = (written.high - written.low - (end - quantity.value)) / 2;
			const exact = slack === 0 && fact.qualifier === undefined;
			// Tables drop the last nought of `64.20`: a sum to the cent is what they print.
			const isToTheCent =
				quantity.unitKind === "currency" && quantity.decimals === 2 && fact.decimals === 1 && fact.scale === quantity.scale;
			if (exact && lastPlace(fact) > half * 1.01 && !(isToTheCent && fact.value === quantity.value)) {
				// A reference of two figures cannot vouch for four.
				return meets(fact.value - lastPlace(fact), (fact.high ?? fact.value) + lastPlace(fact), written.low, written.high)
					? "open"
					: "disagrees";
			}
			// The fact as printed, rounded to the place that the writer kept.
			const [least, most] = exact ? [fact.value, fact.high ?? fact.value] : [from, to];
			return meets(least, most, written.low, written.high) ? "agrees" : "disagrees";
		}
	}
}

function compareVague(quantity: Quantity, value: number): Agreement {
	const high = quantity.high ?? quantity.value * 10;
	if (value >= quantity.value && value <= high) return "agrees";
	// `Tens of billions` is never narrowly wrong.
	return value < quantity.value / 2 || value > high * 10 ? "disagrees" : "open";
}

const meets = (a: number, b: number, c: number, d: number): boolean => a <= d + 1e-9 * Math.abs(d) && b >= c - 1e-9 * Math.abs(c);
