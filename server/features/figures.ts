import type { Quantity } from "../claims/claim.ts";
import type { Fact } from "../references/fact.ts";

/** A fact's value as a newspaper prints it, at the exactness of its table: `$42.45 billion`, `0.75%`, `109,000 people` for 109,000 of `person`. */
export function factFigure(fact: Fact): string {
	// Dates and other words are printed as they stand.
	if (!Number.isFinite(fact.value) || fact.unit === "date") return fact.printed;
	const { unit, scale, decimals } = fact;
	const low = figure(fact.value, unit, scale, decimals);
	return fact.high === undefined ? low : `${low} to ${figure(fact.high, unit, scale, decimals)}`;
}

/** A claim's quantity as it was read, hedge included: `over $25 billion`. */
export function quantityFigure(quantity: Quantity): string {
	const { unit, scale, decimals, hedge } = quantity;
	const low = figure(quantity.value, unit, scale, decimals);
	const value = quantity.high === undefined ? low : `${low} to ${figure(quantity.high, unit, scale, decimals)}`;
	return hedge === "exactly" ? value : `${hedgeWords[hedge]} ${value}`;
}

const hedgeWords = {
	about: "about",
	over: "over",
	under: "under",
	atLeast: "at least",
	atMost: "at most",
	nearly: "nearly",
	upTo: "up to",
} as const;

const scaleWords: Readonly<Record<number, string>> = { 1e3: "thousand", 1e6: "million", 1e9: "billion", 1e12: "trillion" };

function figure(value: number, unit: string, scale: number, decimals: number): string {
	const word = scaleWords[scale];
	const shown = word ? value / scale : value;
	const digits = word ? decimals : Math.max(0, decimals - Math.round(Math.log10(scale)));
	const number = new Intl.NumberFormat("en-US", {
		minimumFractionDigits: Math.min(digits, 20),
		maximumFractionDigits: Math.min(Math.max(digits, 0), 20),
		...(/^[A-Z]{3}$/.test(unit) && { style: "currency", currency: unit, currencyDisplay: "symbol" }),
	}).format(shown);
	const scaled = word ? `${number} ${word}` : number;
	if (unit === "none" || unit === "" || /^[A-Z]{3}$/.test(unit)) return scaled;
	return unit === "percent" ? `${scaled}%` : `${scaled} ${unit}`;
}
