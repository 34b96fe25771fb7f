import { claimOf, type FoundQuantity, unitEnd } from "./claims.ts";
import type { Reading } from "./figures.ts";

/** Figures with a unit of measure, rates included: `181 zettabytes`, `-5°C`, `155 miles per hour`. Times are read by the time finder. */
export function findMeasures(reading: Reading): FoundQuantity[] {
	return reading.figures
		.filter((figure) => figure.unit?.kind === "measure")
		.map((figure) => claimOf(reading, figure, "measure", { name: figure.unit?.name ?? "none", kind: "measure" }, unitEnd(reading, figure)));
}
