import { HAS } from "../../binding/kinds.ts";
import { type Figure, type Passage, wordsBefore } from "../../binding/passage.ts";
import { type Check, type Inconsistency, inSentences, shown, wordsIn, written } from "../inconsistency.ts";

/**
 * `of the 600 jobs, 400 are in Leeds and 250 in York`: parts that are said to make up a total and do not.
 * Only where the words part a total out (`of the N …, … and …`, `N in all: …`), and only when no values that round to the parts give one that rounds to the total.
 */
export const parts: Check = {
	name: "parts and total",
	wrong: "Of the 600 votes cast, 400 were for the bridge and 250 against.",
	right: "Of the 650 votes cast, 400 were for the bridge and 250 against.",
	track: inSentences(HAS.count, inPassage),
};

function inPassage(passage: Passage): Inconsistency[] | undefined {
	if (passage.quantities.length === 0 || !BEGINS.test(passage.text.slice(passage.start, passage.start + LEAD))) return undefined;
	const [total] = passage.quantities.filter(
		(claim) => claim.kind === "count" && claim.quantity.high === undefined && claim.quantity.pair === undefined,
	);
	if (total?.quantity.hedge !== "exactly") return undefined;
	const lead = wordsBefore(passage, total.span.start).map((word) => word.lower);
	if (lead.length === 0 || lead.length > 4 || !/^(?:of|out of) (?:the|those|all|its|their|these)(?: |$)/.test(lead.join(" ")))
		return undefined;
	const rest = numbersAfter(passage, total);
	if (rest.length < 2 || rest.length > 6 || !opposed(passage, rest)) return undefined;
	const exact = rest.reduce((sum, one) => sum + one.value, 0);
	// Parts may leave a rest; they can never be more than the whole.
	if (exact <= written(total.quantity).high) return undefined;
	return [
		{
			claim: total,
			reason: { kind: "arithmetic", written: total.text, expected: shown(exact), working: "" },
			working: `${rest.map((one) => shown(one.value)).join(" + ")} = ${shown(exact)}`,
		},
	];
}

/** How a sentence that parts out a total begins, as far as its first letters tell. */
const BEGINS = /^\s{0,4}(?:of|out)/i;
const LEAD = 8;

interface Part {
	readonly start: number;
	readonly end: number;
	readonly value: number;
}

/** Whole numbers behind the total that are no date, sum or percentage: parts are often given without their noun (`400 were for`). */
function numbersAfter(passage: Passage, total: Figure): Part[] {
	const others = passage.figures.filter((claim) => claim !== total && claim.kind !== "count");
	return passage.words
		.filter((word) => word.start >= total.span.end && /^\d{1,3}(?:,\d{3})*$|^\d{1,6}$/.test(word.text))
		.filter((word) => !others.some((claim) => claim.span.start <= word.start && word.start < claim.span.end))
		.filter((word) => !/^(?:%|percent|per|km|miles?|years?|days?)$/.test(passage.words.find((next) => next.start >= word.end)?.lower ?? ""))
		.map((word) => ({ start: word.start, end: word.end, value: Number(word.text.replaceAll(",", "")) }));
}

/** Whether the parts exclude each other: a list whose last item has `and`, without `of whom` or `including` that would make one a part of the other. */
function opposed(passage: Passage, rest: readonly Part[]): boolean {
	const first = rest[0] as Part;
	const last = rest.at(-1) as Part;
	const words = wordsIn(passage, first.end, last.start);
	return (
		(words.includes("and") || words.includes("while")) &&
		!words.some((word) =>
			/^(?:whom|which|including|them|these|those|also|both|who|another|more|from|than|to|percent|or|in)$/.test(word.replace(/^to$/, "")),
		)
	);
}
