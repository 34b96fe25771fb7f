import { claimOf, type FoundQuantity, unitEnd } from "./claims.ts";
import type { Reading } from "./figures.ts";

/** Shares and changes in percent, percentage points and basis points; fractions of a whole in percent: `one in five` is 20. */
export function findPercents(reading: Reading): FoundQuantity[] {
	return reading.figures
		.filter((figure) => figure.unit?.kind === "percent")
		.map((figure) =>
			claimOf(reading, figure, "percent", { name: figure.unit?.name ?? "percent", kind: "percent" }, unitEnd(reading, figure)),
		);
}
