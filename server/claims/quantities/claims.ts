import type { Quantity, QuantityClaim } from "../claim.ts";
import type { Found } from "../finder.ts";
import type { PlacedFigure, Reading } from "./figures.ts";

/** A claim of this room: one figure, with offsets of the block's text. */
export type FoundQuantity = Extract<Found, { readonly kind: QuantityClaim["kind"] }>;

/** What a finder knows of a figure's unit. */
export interface Unit {
	readonly name: string;
	readonly kind: FoundQuantity["quantity"]["unitKind"];
}

/** The claim that a figure makes: from its currency sign to the lexeme before `next`. The hedge is kept in the quantity, not in the span. */
export function claimOf(reading: Reading, figure: PlacedFigure, kind: FoundQuantity["kind"], unit: Unit, next: number): FoundQuantity {
	return {
		kind,
		start: Math.min(figure.start, reading.lexemes.start(figure.first)),
		end: Math.max(figure.end, reading.lexemes.end(next - 1)),
		quantity: quantityOf(figure, unit),
	};
}

/** A quantity has the parts that its words gave it and no others. */
function quantityOf({ value, high, decimals, scale, hedge, trend, role, vague }: PlacedFigure, { name, kind }: Unit): Quantity {
	const quantity: Writable<Quantity> =
		high === undefined
			? { value, decimals, scale, unit: name, unitKind: kind, hedge }
			: { value, high, decimals, scale, unit: name, unitKind: kind, hedge };
	if (trend) quantity.trend = trend;
	if (role) quantity.role = role;
	if (vague) quantity.vague = vague;
	return quantity;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The lexeme behind a figure and its unit, without a hedge that stands behind them. */
export function unitEnd(reading: Reading, figure: PlacedFigure): number {
	const end = figure.unit && !figure.lent ? Math.max(figure.unit.end, figure.end) : figure.end;
	let next = figure.next;
	while (next > figure.first + 1 && reading.lexemes.end(next - 1) > end) next--;
	return next;
}
