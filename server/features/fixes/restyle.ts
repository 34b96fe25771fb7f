import Big from "big.js";
import { type Claim, type Quantity, quantityOf } from "../../claims/claim.ts";
import type { Fact } from "../../references/fact.ts";

/**
 * A claim's words with a fact's value instead of their own, in the writer's style: sign of the currency, scale word, decimals and commas stay
 * as they are. Undefined when the claim is not written with one number in digits, or the fact is in another unit.
 */
export function restyled(claim: Claim, fact: Fact, decimals: "the writer's" | "the reference's" = "the writer's"): string | undefined {
	const quantity = quantityOf(claim);
	if (!quantity || quantity.high !== undefined || quantity.pair || quantity.vague) return undefined;
	if (fact.high !== undefined || fact.value < 0 || !sameUnit(quantity, fact)) return undefined;
	const [literal, ...others] = [...claim.text.matchAll(NUMBER)];
	if (!literal || others.length > 0 || !writes(literal[0], quantity)) return undefined;
	const before = claim.text.slice(0, literal.index);
	const after = claim.text.slice(literal.index + literal[0].length);
	if (HEDGED_AFTER.test(after)) return undefined;
	const style =
		decimals === "the writer's" ? quantity : { ...quantity, decimals: fact.decimals + Math.max(0, Math.round(Math.log10(fact.scale))) };
	return before + printed(style, fact, literal[0]) + after;
}

const NUMBER = /\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?/g;

/** Hedges that stand behind their number. */
const HEDGED_AFTER = /^(?:\+|-plus\b| or (?:more|fewer|less|so)\b)/;

function sameUnit({ unit, unitKind }: Quantity, fact: Fact): boolean {
	if (unitKind === "noun" || unitKind === "none") return fact.unit !== "percent" && fact.unit !== "date" && !/^[A-Z]{3}$/.test(fact.unit);
	return unit === fact.unit;
}

/** Whether a number in digits is the one that was read, not a part of it (`5 foot 10`). */
function writes(literal: string, { value, scale }: Quantity): boolean {
	return Big(literal.replaceAll(",", "")).times(scale).eq(value);
}

function printed({ decimals, scale }: Quantity, fact: Fact, literal: string): string {
	const value = Big(fact.value).div(scale);
	// More places than the reference prints would claim to know more than it does; fewer must not move the value visibly.
	const known = Math.max(0, fact.decimals - Math.round(Math.log10(fact.scale / scale)));
	let places = Math.min(decimals, known);
	while (places < known && value.round(places).minus(value).abs().gt(value.times(VISIBLE))) places++;
	const [whole, rest] = value.toFixed(places).split(".") as [string, string?];
	const groups = literal.includes(",") || !/^\d{4}/.test(literal);
	const grouped = groups ? new Intl.NumberFormat("en-US").format(Number(whole)) : whole;
	return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** Rounding to the writer's decimals may move a value by this share. */
const VISIBLE = 0.05;
