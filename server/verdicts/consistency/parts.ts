import type { Passage } from "../binding/passage.ts";
import { type Check, type Figure, figuresOf, type Inconsistency, shown, wordsIn, written } from "./check.ts";

/**
 * `of the 600 jobs, 400 are in Leeds and 250 in York`: parts that are said to make up a total and do not.
 * Only where the words part a total out (`of the N …, … and …`, `N in all: …`), and only when no values that round to the parts give one that rounds to the total.
 */
export const parts: Check = {
	name: "parts and total",
	wrong: "Of the 600 votes cast, 400 were for the bridge and 250 against.",
	right: "Of the 650 votes cast, 400 were for the bridge and 250 against.",
	find: (context) => context.reading.passages.flatMap(inPassage),
};

function inPassage(passage: Passage): Inconsistency[] {
	const figures = figuresOf(passage).filter(
		(claim) => claim.kind === "count" && claim.quantity.high === undefined && claim.quantity.pair === undefined,
	);
	const [total, ...rest] = figures;
	if (!total || rest.length < 2 || rest.length > 6) return [];
	const lead = wordsIn(passage, total.span.start - 14, total.span.start);
	if (
		!(lead.includes("of") && (lead.at(-1) === "the" || lead.at(-1) === "of" || lead.at(-1) === "all" || lead.at(-1) === "those")) ||
		passage.words.findIndex((word) => word.start >= total.span.start) > 4
	)
		return [];
	const sum = rest.reduce((all, one) => ({ low: all.low + written(one.quantity).low, high: all.high + written(one.quantity).high }), {
		low: 0,
		high: 0,
	});
	const whole = written(total.quantity);
	if (!opposed(passage, rest)) return [];
	const exact = rest.reduce((all, one) => all + one.quantity.value, 0);
	// Parts may leave a rest; they can never be more than the whole. They must make it up only where for and against stand alone.
	if (sum.low <= whole.high) return [];
	return [
		{
			claim: total,
			reason: { kind: "arithmetic", written: total.text, expected: shown(exact), working: "" },
			working: `${rest.map((one) => shown(one.quantity.value)).join(" + ")} = ${shown(exact)}`,
			related: rest.map(({ start, end }) => ({ start, end })),
		},
	];
}

/** Whether the parts exclude each other: a list whose last item has `and`, without `of whom` or `including` that would make one a part of the other. */
function opposed(passage: Passage, rest: readonly Figure[]): boolean {
	const first = rest[0] as Figure;
	const last = rest.at(-1) as Figure;
	const words = wordsIn(passage, first.span.end, last.span.start);
	return (
		(words.includes("and") || words.includes("while")) &&
		!words.some((word) => /^(?:whom|which|including|them|these|those|also|both|who|another|more|from|than|to|percent)$/.test(word))
	);
}
