import type { Quantity } from "../../../claims/claim.ts";
import { placeOf } from "../../../prose/versions/home.ts";
import { HAS } from "../../binding/kinds.ts";
import { clausesBetween, type Figure, type Passage, wordsBefore } from "../../binding/passage.ts";
import { type Check, type Inconsistency, inSentences, shown, wordsIn, written } from "../inconsistency.ts";

/**
 * `rose 12% from 50 to 80`: a percentage beside both ends of the change that it measures.
 * Wrong only when no values that round to the printed ends give a percentage that rounds to the printed one. Between two percentages the
 * change may be meant in points or relative to the first; it must be one of the two.
 */
export const percentChange: Check = {
	name: "percent change",
	wrong: "Exports rose 12% from 50 tonnes to 80 tonnes.",
	right: "Exports rose 60% from 50 tonnes to 80 tonnes.",
	track: inSentences(HAS.percent | HAS.quantities, inPassage),
};

function inPassage(passage: Passage): Inconsistency[] | undefined {
	const figures = passage.quantities;
	if (figures.length < 2 || !figures.some(({ kind }) => kind === "percent")) return undefined;
	return figures.flatMap((change) => {
		if (change.quantity.unit !== "percent" || change.kind !== "percent" || change.quantity.role === "from" || change.quantity.role === "to")
			return [];
		const ends = endsOf(change, figures, passage);
		if (!ends) return [];
		const { from, to } = ends;
		const [a, b, p] = [written(from.quantity), written(to.quantity), written(change.quantity)];
		if (a.low <= 0 || change.quantity.value < 0) return [];
		const relative = { low: (b.low / a.high - 1) * 100, high: (b.high / a.low - 1) * 100 };
		const down = change.quantity.trend === "down" || (change.quantity.trend === undefined && to.quantity.value < from.quantity.value);
		const said = down ? { low: -p.high, high: -p.low } : p;
		if (meet(said, relative)) return [];
		const points = { low: b.low - a.high, high: b.high - a.low };
		if (from.quantity.unit === "percent" && meet(said, points)) return [];
		const exact = (to.quantity.value / from.quantity.value - 1) * 100;
		return [
			{
				claim: change,
				reason: {
					kind: "arithmetic",
					written: change.text,
					expected: `${shown(Math.abs(exact), Math.max(1, change.quantity.decimals))}%${exact < 0 === down ? "" : exact < 0 ? " down" : " up"}`,
					working: "",
				},
				working: `(${shown(to.quantity.value)} − ${shown(from.quantity.value)}) / ${shown(from.quantity.value)} = ${shown(exact)}%`,
				related: [placeOf(from.claim), placeOf(to.claim)],
			},
		];
	});
}

/** An end of a change; both may be given in one figure. */
interface End {
	readonly claim: Figure;
	readonly quantity: Quantity;
}

/** The figures that a percentage leads from and to: next to it, of one unit, in its clause, and marked by `from` and `to`. */
function endsOf(change: Figure, figures: readonly Figure[], passage: Passage): { from: End; to: End } | undefined {
	const at = figures.indexOf(change);
	// `from 50 tonnes to 80 tonnes` is read as one range whose ends keep their order.
	const range = figures[at + 1];
	if (range?.quantity.role === "from" && range.quantity.high !== undefined && change.quantity.trend !== undefined) {
		const { high, ...rest } = range.quantity;
		const between = wordsIn(passage, change.span.end, range.span.start);
		if (between.length > 4 || clausesBetween(passage, change.span.start, range.span.start) > 0) return undefined;
		return { from: { claim: range, quantity: rest }, to: { claim: range, quantity: { ...rest, value: high } } };
	}
	// The two that it leads from and to are those that follow it.
	const after = figures[at + 2];
	if (!after || after.span.start <= change.span.end) return undefined;
	const near = figures
		.slice(Math.max(0, at - 1), at + 3)
		.filter(
			(one) =>
				one !== change &&
				clausesBetween(passage, Math.min(one.span.start, change.span.start), Math.max(one.span.start, change.span.start)) === 0,
		);
	const marked = (word: "from" | "to"): Figure | undefined => {
		const list = near.filter((one) => introducedBy(passage, one) === word && one.span.start > change.span.end);
		return list.length === 1 ? list[0] : undefined;
	};
	const from = marked("from");
	const to = marked("to");
	if (!from || !to || from.quantity.unit !== to.quantity.unit) return undefined;
	// `from 2010 to 2015` parts years, and a change has to have been said of the percentage.
	const lead = wordsIn(passage, change.span.end, Math.min(from.span.start, to.span.start));
	if (lead.length > 4 || change.quantity.trend === undefined) return undefined;
	// Counts have to be of one thing; a bare number takes the other's noun.
	return { from: { claim: from, quantity: from.quantity }, to: { claim: to, quantity: to.quantity } };
}

/** The preposition right before a figure. */
function introducedBy(passage: Passage, figure: Figure): string | undefined {
	const before = wordsBefore(passage, figure.span.start);
	const last = before.at(-1)?.lower;
	if (figure.quantity.role === "from" || figure.quantity.role === "to") return figure.quantity.role;
	return last === "a" || last === "about" || last === "the" ? before.at(-2)?.lower : last;
}

const meet = (a: { low: number; high: number }, b: { low: number; high: number }): boolean =>
	a.low <= b.high + 1e-9 && b.low <= a.high + 1e-9;
