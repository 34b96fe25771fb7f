import { type Claim, hasQuantity } from "../../../claims/claim.ts";

/**
 * Of which kinds a sentence or a block has figures, as bits of a number. Most checks of an article against itself speak of figures that most sentences have not:
 * they are not asked about those. Measured: a hundredth of a check.
 */
export const HAS = {
	/** A figure whose value is known. */
	quantity: 1,
	quantities: 1 << 1,
	/** A count, and more than one of them. */
	count: 1 << 2,
	counts: 1 << 3,
	percent: 1 << 4,
	/** Two figures in units of measure. */
	measures: 1 << 5,
	/** Two sums of money. */
	sums: 1 << 6,
	/** A score, or a share of attempts. */
	pair: 1 << 7,
	age: 1 << 8,
	date: 1 << 9,
} as const;

/** What figures there are among some claims. */
export function kindsOf(figures: readonly Claim[]): number {
	let kinds = 0;
	for (const claim of figures) {
		if (claim.kind === "date") kinds |= HAS.date;
		if (claim.kind === "age") kinds |= HAS.age;
		if (!hasQuantity(claim) || claim.quantity.vague === true) continue;
		const { unit, unitKind, pair } = claim.quantity;
		kinds |= (kinds & HAS.quantity) === 0 ? HAS.quantity : HAS.quantities;
		if (claim.kind === "count") kinds |= (kinds & HAS.count) === 0 ? HAS.count : HAS.counts;
		if (claim.kind === "percent" || unit === "percent") kinds |= HAS.percent;
		if (pair !== undefined) kinds |= HAS.pair;
		if (unitKind === "measure") kinds |= (kinds & ONE_MEASURE) === 0 ? ONE_MEASURE : HAS.measures;
		else if (unitKind === "currency") kinds |= (kinds & ONE_SUM) === 0 ? ONE_SUM : HAS.sums;
	}
	return kinds;
}

const ONE_MEASURE = 1 << 10;
const ONE_SUM = 1 << 11;
