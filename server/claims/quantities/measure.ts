import { claimOf, type FoundQuantity, unitEnd } from "./claims.ts";
import type { Reading } from "./figures.ts";

/**
 * Figures with a unit of measure, rates included: `181 zettabytes`, `-5°C`, `155 miles per hour`.
 * Times are a measure too where the time finder, which comes first, reads no duration and no age (`in 7.2 seconds`).
 */
export function findMeasures(reading: Reading): FoundQuantity[] {
	return reading.figures
		.filter((figure) => figure.unit?.kind === "measure" || figure.unit?.kind === "time")
		.map((figure) => claimOf(reading, figure, "measure", { name: figure.unit?.name ?? "none", kind: "measure" }, unitEnd(reading, figure)));
}
