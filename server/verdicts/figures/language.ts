import { type Claim, type Quantity, quantityOf } from "../../claims/claim.ts";
import type { Span } from "../../prose/span.ts";
import { type Passage, type Word, wordsBefore } from "../binding/sentence/passage.ts";

const NEGATIONS = new Set(["not", "n't", "never", "neither", "nor", "without", "no", "hardly", "cannot"]);
/** Words of hedges in front of a figure. */
const BOUNDS = new Set(["more", "less", "fewer", "than", "at", "least", "most", "as", "many", "much"]);
const FLIPPED = { over: "atMost", atLeast: "under", under: "atLeast", atMost: "over", upTo: "over" } as const;

/** The quantity that the words of a claim mean to hold now: negation taken in, where a change led, a multiple as exact as its verb. */
export function meant(claim: Claim, passage: Passage): Quantity | undefined {
	return multiplied(claim, reached(negated(claim, passage)));
}

/**
 * A claim's quantity with the negation of its clause taken in: `did not exceed 5` is at most 5, `never fell below 5` at least 5.
 * Undefined when the words deny the figure itself (`was not 5`): nothing can be held against that.
 */
function negated(claim: Claim, passage: Passage): Quantity | undefined {
	const quantity = quantityOf(claim);
	if (!quantity) return undefined;
	const before = wordsBefore(passage, claim.span.start, 7);
	const denied = before.findLastIndex(
		(word, i) => isNegation(word) || (/^fail(?:s|ed)?$/.test(word.lower) && before[i + 1]?.lower === "to"),
	);
	if (denied < 0) return quantity;
	// `neither Orne nor Port Vaal had 5`: whom it is denied of stands between.
	const isOfNames = /^n(?:either|or)$/.test(before[denied]?.lower ?? "");
	const between = before
		.slice(denied + 1)
		.filter((word) => !isOfNames || !passage.names.some((name) => name.start <= word.start && word.end <= name.end))
		.map((word) => word.lower);
	const to = quantity.hedge === "exactly" ? between.length : between.findLastIndex((word) => !BOUNDS.has(word)) + 1;
	// `not more than 5` is a bound in itself.
	if (to === 0 && between.length > 0) return quantity;
	// `never led by more than 5`, `neither side won by more than 5`: at most 5.
	if (quantity.hedge === "over" && /^(?:\p{L}{1,20} ){0,3}by (?:more than|over)$/u.test(between.join(" ")))
		return { ...quantity, hedge: "atMost" };
	if (!isOfNames && denied < before.length - 5) return quantity;
	if (between.includes("only") || between.includes(",") || before[denied]?.lower === "no") return quantity;
	const exceeds = between.find((word) => /^(?:exceed|exceeds|exceeded|top|topped|surpass|surpassed|pass|passed)$/.test(word));
	if (exceeds) return { ...quantity, hedge: "atMost" };
	// `Did not reach 5`, `failed to hit 5`: under 5.
	if (quantity.hedge === "exactly" && between.length <= 3 && between.some((word) => FALLS_SHORT.test(word)))
		return { ...quantity, hedge: "under" };
	if (between.some((word) => /^(?:below|under|beneath)$/.test(word))) return { ...quantity, hedge: "atLeast" };
	if (between.some((word) => /^(?:above|over|beyond)$/.test(word))) return { ...quantity, hedge: "atMost" };
	if (to > 2) return quantity;
	const flipped = FLIPPED[quantity.hedge as keyof typeof FLIPPED];
	const isWritten = passage.words.some((word) => word.start >= claim.span.start && word.end <= claim.span.end);
	if (flipped && isWritten) return { ...quantity, hedge: flipped };
	return to <= 1 && quantity.hedge === "exactly" ? undefined : quantity;
}

/** `Doubled` says twice as much, and not one and a half times; `more than halved` leaves less than half. */
function multiplied(claim: Claim, quantity: Quantity | undefined): Quantity | undefined {
	if (claim.kind !== "ratio" || quantity?.trend === undefined) return quantity;
	const down = quantity.value < 1;
	if (down && quantity.hedge === "nearly") return undefined;
	return { ...quantity, decimals: Math.max(1, quantity.decimals), hedge: down && quantity.hedge === "over" ? "under" : quantity.hedge };
}

/** `from 40 to 44`: what holds now is where it led. */
function reached(quantity: Quantity | undefined): Quantity | undefined {
	if (quantity?.role !== "from" || quantity.high === undefined) return quantity;
	const { high, ...rest } = quantity;
	return { ...rest, value: high, role: "to" };
}

const FALLS_SHORT = /^(?:reach|reached|reaches|hit|hits|attain|attained|approach|approached)$/;

const isNegation = (word: Word): boolean => NEGATIONS.has(word.lower) || (word.lower.endsWith("t") && /n['’]t$/.test(word.lower));

const FUTURE =
	/^(?:will|forecast|forecasts|forecasted|expect|expects|expected|project|projects|projected|projection|projections|predict|predicts|predicted|estimate[sd]?|estimating|target|targets|plan|plans|planned|could|would|may|might|'ll)$/;

/** Whether a clause speaks of what is to come, or of what somebody foresees. */
export function speaksOfTheFuture(passage: Passage, clause: Span): boolean {
	return passage.words.some((word) => word.start >= clause.start - 60 && word.end <= clause.end && FUTURE.test(word.lower));
}

/** `Will cut 300 jobs`: what a clause says is still to come, and no estimate of what is. */
export function isToCome(passage: Passage, { start, end }: Span): boolean {
	return TO_COME.test(passage.text.slice(start, end));
}

const TO_COME =
	/(?:^|[^\p{L}])(?:(?:will|shall|plans? to|intends? to|aims? to|is to|are to)(?! have (?:been|had))|\p{L}{1,20}['’]ll)(?:$|[^\p{L}])/u;
