import { claimOf, type FoundQuantity, unitEnd } from "./claims.ts";
import type { Reading } from "./figures.ts";

/**
 * Figures with a unit beside them. Amounts of money, whose unit is the ISO 4217 code: `$42.5 billion`, `US$10–12bn`, `tens of millions of euros`, `$6 a share`.
 * Shares and changes in percent, percentage points and basis points; fractions of a whole in percent: `one in five` is 20.
 * Measures, rates included: `181 zettabytes`, `-5°C`, `155 miles per hour`. Times are a measure too where the time finder, which comes first, reads no duration
 * and no age (`in 7.2 seconds`).
 */
export function findMeasured(reading: Reading): FoundQuantity[] {
	const found: FoundQuantity[] = [];
	for (const figure of reading.figures) {
		const { unit } = figure;
		if (!unit) continue;
		const kind = unit.kind === "time" ? "measure" : unit.kind;
		found.push(claimOf(reading, figure, kind === "currency" ? "money" : kind, { name: unit.name, kind }, unitEnd(reading, figure)));
	}
	return found;
}
