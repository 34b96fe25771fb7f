import { type Claim, hasQuantity, type Quantity } from "../../../claims/claim.ts";
import type { Span } from "../../../prose/span.ts";
import { indexFrom, type Passage, type Word, wordsBefore } from "../sentence/passage.ts";
import { MEMBERS } from "../sentence/words.ts";

/** What those who are counted must have: `six players in double figures`, `three branches with 1,000 sales or more`. */
export interface Condition {
	readonly hedge: Quantity["hedge"];
	readonly limit: number;
	/** The figure that states the limit. `Double figures` are words. */
	readonly figure?: Claim & { readonly quantity: Quantity };
	/** The words of the limit: what is measured stands in them or right behind. */
	readonly span: Span;
}

/** How many words may stand between those who are counted and the condition: `six players who all finished the night in double figures`. */
const REACH = 8;
/** What somebody must have ten or a hundred of to be in `double figures` or `triple digits`. */
const FIGURES: ReadonlyMap<string, number> = new Map([
	["double", 10],
	["triple", 100],
]);
/** Hedges that make a figure a limit. */
const LIMITS = new Set<Quantity["hedge"]>(["over", "atLeast", "under", "atMost"]);
/** Behind one of these something else is spoken of. */
const PARTING =
	/^(?:[,;:()—–]|but|while|whereas|as|because|when|if|combined|combining|averaged|averaging|total|totalled|totaled|together)$/;

/** The condition behind a count of members, when there is one and nothing else comes between. */
export function conditionOf(claim: Claim, passage: Passage): Condition | undefined {
	if (claim.kind !== "count" || !isOfMembers(claim)) return undefined;
	return conditionBehind(claim, passage);
}

/** Whether those who are counted are in double figures, whoever they are: what is counted is no measure of somebody's then. */
export function isOfThose(claim: Claim, passage: Passage): boolean {
	if (claim.kind !== "count") return false;
	const condition = conditionBehind(claim, passage);
	return condition !== undefined && (condition.figure === undefined || isOfMembers(claim));
}

/** Parts of a whole by their common noun, or by the name of the whole: `two Gulls`. */
const isOfMembers = ({ quantity, text }: Claim & { readonly quantity: Quantity }): boolean =>
	MEMBERS.has(quantity.unit.slice(quantity.unit.lastIndexOf(" ") + 1)) || / \p{Lu}\p{L}{1,30}$/u.test(text);

function conditionBehind(claim: Claim, passage: Passage): Condition | undefined {
	if (claim.kind !== "count" || claim.quantity.pair || claim.quantity.hedge !== "exactly" || claim.quantity.high !== undefined)
		return undefined;
	const first = indexFrom(passage, claim.span.end);
	if (first < 0) return undefined;
	for (let i = first; i < Math.min(first + REACH, passage.words.length); i++) {
		const word = passage.words[i] as Word;
		if (PARTING.test(word.lower)) return undefined;
		// `three more players than Mira`; but `with more than 20 points`.
		if (word.lower === "than" && !/^(?:more|less|fewer)$/.test(passage.words[i - 1]?.lower ?? "")) return undefined;
		const figure = passage.figures.find((one) => one.span.start <= word.start && word.start < one.span.end && one.kind !== "date");
		if (figure) {
			if (!hasQuantity(figure) || figure.quantity.pair || figure.quantity.high !== undefined || !LIMITS.has(figure.quantity.hedge))
				return undefined;
			return { hedge: figure.quantity.hedge, limit: figure.quantity.value, figure, span: figure.span };
		}
		const told = figuresAt(passage.words, i);
		if (told) return { hedge: "atLeast", ...told };
	}
	return undefined;
}

/** `double figures`, `double - digit`, `triple-digit`: the limit and where its words stand. */
function figuresAt(words: readonly Word[], i: number): { readonly limit: number; readonly span: Span } | undefined {
	const word = words[i] as Word;
	const [lead, tail] = word.lower.split("-");
	const limit = FIGURES.get(lead ?? "");
	if (limit === undefined) return undefined;
	let last = i;
	if (tail === undefined) {
		last++;
		if (words[last]?.text === "-") last++;
	}
	const noun = tail ?? words[last]?.lower ?? "";
	return /^(?:figures?|digits?)$/.test(noun) ? { limit, span: { start: word.start, end: (words[last] as Word).end } } : undefined;
}

/** Whether a figure is the limit in a condition: `20` of `two players with 20 points or more`, `no player scored more than 20` is nobody's own figure. */
export function isLimit(claim: Claim, passage: Passage): boolean {
	if (!hasQuantity(claim) || !LIMITS.has(claim.quantity.hedge)) return false;
	if (
		passage.figures.some((one) => one.span.end <= claim.span.start && one.kind === "count" && conditionOf(one, passage)?.figure === claim)
	)
		return true;
	const before = wordsBefore(passage, claim.span.start, REACH);
	const noun = before.findLastIndex((word) => MEMBERS.has(word.lower));
	return (
		noun > 0 &&
		before.slice(Math.max(0, noun - 2), noun).some((word) => ANY.has(word.lower)) &&
		!before.slice(noun).some((word) => PARTING.test(word.lower))
	);
}

/** In front of a noun these pick out nobody in particular. */
const ANY = new Set("a an no any one each every several some many few only other another".split(" "));
