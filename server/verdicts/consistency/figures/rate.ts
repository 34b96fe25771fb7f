import { placeOf } from "../../../prose/versions/home.ts";
import { HAS } from "../../binding/sentence/kinds.ts";
import type { Figure, Passage } from "../../binding/sentence/passage.ts";
import { inGroups, type Member } from "../groups.ts";
import { type Check, type Inconsistency, shown, wordsIn, written } from "../inconsistency.ts";
import { NO_MEMBERS } from "../tracker.ts";

/**
 * One price in two currencies: `£1.5m ($2.1bn)`. The rate that the two give must lie within what the pair has ever been on the markets
 * since 1999, and an article must not use two rates of one pair.
 */
export const rates: Check = {
	name: "one price in two currencies",
	wrong: "The yacht cost £1.5 million ($2.1 billion).",
	right: "The yacht cost £1.5 million ($2.1 million).",
	track: () =>
		inGroups<Pair>({
			membersIn: ({ reading }, block) => {
				if ((reading.kindsIn(block) & HAS.sums) === 0) return NO_MEMBERS;
				let found: (readonly [string, Pair])[] | undefined;
				for (const passage of reading.passagesIn(block)) {
					for (const pair of pairsIn(passage)) {
						found ??= [];
						found.push([`${pair.first.quantity.unit} ${pair.second.quantity.unit}`, pair]);
					}
				}
				return found ?? NO_MEMBERS;
			},
			among: (pairs) => pairs.flatMap((pair) => extreme(pair) ?? odd(pair, pairs) ?? []),
		}),
};

/** Two prices; those of one kind are in the same two currencies. */
interface Pair extends Member {
	readonly first: Figure;
	readonly second: Figure;
	readonly low: number;
	readonly high: number;
}

/**
 * Units of a currency to the US dollar, lowest and highest of monthly means 1999–2025, with a tenth to either side.
 * Source: European Central Bank reference rates and Federal Reserve H.10, rounded.
 */
const PER_DOLLAR: Readonly<Record<string, readonly [number, number]>> = {
	USD: [1, 1],
	EUR: [0.57, 1.3],
	GBP: [0.43, 0.98],
	JPY: [68, 178],
	CHF: [0.7, 2],
	CAD: [0.85, 1.76],
	AUD: [0.82, 2.24],
	NZD: [1.02, 2.75],
	CNY: [5.4, 9.2],
	HKD: [6.9, 8.7],
	SGD: [1.08, 2.05],
	INR: [35, 98],
	SEK: [5.3, 12.3],
	NOK: [4.5, 12.5],
	DKK: [4.2, 9.6],
	KRW: [810, 1650],
};

function pairsIn(passage: Passage): readonly Pair[] {
	const figures = passage.quantities;
	if (!figures.some((first, i) => isMoney(first) && isMoney(figures[i + 1]))) return NO_PAIRS;
	return figures.flatMap((first, i) => {
		const second = figures[i + 1];
		if (
			!second ||
			first.quantity.unitKind !== "currency" ||
			second.quantity.unitKind !== "currency" ||
			first.quantity.unit === second.quantity.unit
		)
			return [];
		// `$8.6 million, or 33 cents a share`: a sum and what it comes to for each are no two currencies.
		if (![first, second].every(({ quantity }) => /^[A-Z]{3}$/.test(quantity.unit)) || isUnclear(first) || isUnclear(second)) return [];
		const between = wordsIn(passage, first.span.end, second.span.start).join(" ");
		if (between !== "(" && between !== ", or" && between !== "( about" && between !== "( around") return [];
		const [a, b] = [written(first.quantity), written(second.quantity)];
		return a.low > 0 ? [{ home: passage.home, at: first.span.start, first, second, low: b.low / a.high, high: b.high / a.low }] : [];
	});
}

const NO_PAIRS: readonly Pair[] = [];

const isMoney = (figure: Figure | undefined): boolean => figure?.quantity.unitKind === "currency";

/** Currencies whose name many countries share: read as one of them, it may be another's. */
const isUnclear = ({ text }: Figure): boolean => /\b(?:francs?|crowns?|kron[aeo]r?n?|pesos?|dinars?|rupees?)$/i.test(text);

function extreme(pair: Pair): Inconsistency[] | undefined {
	const from = PER_DOLLAR[pair.first.quantity.unit];
	const to = PER_DOLLAR[pair.second.quantity.unit];
	if (!from || !to) return undefined;
	const [low, high] = [to[0] / from[1], to[1] / from[0]];
	return pair.low > high || pair.high < low ? [report(pair, pair.first)] : undefined;
}

/** A rate that no other price of the article uses, although two or more agree on another one. */
function odd(pair: Pair, pairs: readonly Pair[]): Inconsistency[] | undefined {
	const same = pairs.filter((other) => other !== pair);
	const fits = (a: Pair, b: Pair): boolean => a.low <= b.high * 1.15 && b.low <= a.high * 1.15;
	if (same.length < 2 || same.some((other) => fits(pair, other)) || !same.every((other) => fits(other, same[0] as Pair))) return undefined;
	return [report(pair, (same[0] as Pair).first)];
}

function report({ first, second }: Pair, other: Figure): Inconsistency {
	return {
		claim: second,
		reason: { kind: "rate", written: second.text, first: first.text },
		working: `${shown(second.quantity.value)} / ${shown(first.quantity.value)} = ${shown(second.quantity.value / first.quantity.value, 4)}`,
		related: [placeOf(other)],
	};
}
