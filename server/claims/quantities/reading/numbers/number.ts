import type { Lexemes } from "../lexemes.ts";

/** A number as written. `first` and `next` are lexemes, half open. */
export interface NumberRead {
	readonly first: number;
	readonly next: number;
	readonly value: number;
	readonly high?: number | undefined;
	/** Decimals as written, at the written scale. */
	readonly decimals: number;
	readonly scale: number;
	readonly vague?: true | undefined;
	readonly inWords: boolean;
	/** Less than one and written as a fraction: `a third`, `3/4`, `one in five`. */
	readonly fraction?: true | undefined;
	/** `one in five`: a share, whatever stands behind it. */
	readonly share?: true;
	/** Written as one run of digits without separators, sign or scale: what years, names and codes look like. */
	readonly plain?: true | undefined;
}

/** A number that is more than one run of digits. */
export function strip(read: NumberRead): NumberRead {
	return { ...read, plain: undefined };
}

/** A number that a scale word has made a whole: half a million is no share. */
export function whole(read: NumberRead): NumberRead {
	return { ...read, plain: undefined, fraction: undefined };
}

export function skipHyphen(lexemes: Lexemes, i: number): number {
	return lexemes.raw(i) === "-" && lexemes.touches(i) && lexemes.touches(i + 1) ? i + 1 : i;
}

/** Multiplies decimals as written: 4.35 million is 4350000, not 4349999.999999999. */
export function times(value: number, by: number): number {
	const product = value * by;
	// Nearly every product is a whole number or within a rounding of one: 15 digits spell that number, and are a hundred times as costly to make.
	const whole = Math.round(product);
	if (Math.abs(product) < 1e15 && Math.abs(product - whole) <= Math.abs(product) * 4e-16) return whole;
	return Number(product.toPrecision(15));
}
