import type { Claim, Quantity } from "../../claims/claim.ts";
import type { Binding, Bound } from "../binding/bind.ts";
import { isModified } from "../binding/limits/modified.ts";
import { isWanted, scopeOf } from "../binding/limits/scope.ts";
import { isSetElsewhere } from "../binding/limits/setting.ts";
import type { Reading } from "../binding/reading.ts";
import { hasOwnSubject } from "../binding/subjects/own-subject.ts";

/** Nothing is held against a figure whose clause has another subject, place or time: what is beside it is no more than a guess. */
const GUESS = 0.59;

/** `Its lens division had a margin of 20%`: what is worked out for somebody is held against nothing where the clause has another subject, place or time. */
export function ofOthers(claim: Claim, bound: Bound, binding: Pick<Binding, "passage" | "period">, reading: Reading): Bound {
	const isOpen = isWanted(claim, binding.passage) || isElsewhere(claim, bound, binding, reading);
	return isOpen ? { ...bound, isOpen } : bound;
}

function isElsewhere(
	claim: Claim,
	bound: Bound,
	{ passage, period }: Pick<Binding, "passage" | "period">,
	{ references }: Reading,
): boolean {
	return hasOwnSubject(claim, bound, passage, references.entities) || isSetElsewhere(claim, bound, passage, period);
}

/** A reading that the words make one of a part, of a wish or of another subject can be neither borne out nor contradicted. */
export function scoped(claim: Claim, bound: Bound, { passage, period }: Binding, reading: Reading): Bound {
	const { quantity } = claim as Claim & { readonly quantity: Quantity };
	if (quantity.pair) return bound;
	const narrowed = bound.measure.narrowed ?? scopeOf({ ...claim, quantity } as Claim & { readonly quantity: Quantity }, bound, passage);
	const measure = narrowed === undefined ? bound.measure : { ...bound.measure, narrowed };
	const score = narrowed === bound.measure.narrowed ? bound.score : bound.score * 0.5;
	const isGuess = score > GUESS && (isElsewhere(claim, bound, { passage, period }, reading) || isModified(claim, bound, passage));
	return { ...bound, measure, score: isGuess ? GUESS : score };
}
