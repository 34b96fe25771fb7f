import { claimOf, type FoundQuantity, unitEnd } from "./claims.ts";
import type { Reading } from "./figures.ts";

/** Amounts of money: `$42.5 billion`, `US$10–12bn`, `tens of millions of euros`, `$6 a share`. The unit is the ISO 4217 code. */
export function findMoney(reading: Reading): FoundQuantity[] {
	return reading.figures
		.filter((figure) => figure.unit?.kind === "currency")
		.map((figure) => claimOf(reading, figure, "money", { name: figure.unit?.name ?? "none", kind: "currency" }, unitEnd(reading, figure)));
}
