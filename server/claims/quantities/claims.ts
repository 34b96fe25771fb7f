import type { QuantityClaim } from "../claim.ts";
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
	const { value, high, decimals, scale, hedge, trend, role, vague } = figure;
	return {
		kind,
		start: Math.min(figure.start, reading.lexemes.start(figure.first)),
		end: Math.max(figure.end, reading.lexemes.end(next - 1)),
		quantity: {
			value,
			...(high !== undefined && { high }),
			decimals,
			scale,
			unit: unit.name,
			unitKind: unit.kind,
			hedge,
			...(trend && { trend }),
			...(role && { role }),
			...(vague && { vague }),
		},
	};
}

/** The lexeme behind a figure and its unit, without a hedge that stands behind them. */
export function unitEnd(reading: Reading, figure: PlacedFigure): number {
	const end = figure.unit && !figure.lent ? Math.max(figure.unit.end, figure.end) : figure.end;
	let next = figure.next;
	while (next > figure.first + 1 && reading.lexemes.end(next - 1) > end) next--;
	return next;
}
