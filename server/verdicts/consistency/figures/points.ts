import type { Quantity } from "../../../claims/claim.ts";
import { placeOf } from "../../../prose/versions/home.ts";
import { HAS } from "../../binding/sentence/kinds.ts";
import { clausesBetween, type Figure, type Passage } from "../../binding/sentence/passage.ts";
import { type Check, type Inconsistency, inSentences, shown, wordsIn, written } from "../inconsistency.ts";

/**
 * `fell 320 points, or 1.2%, to 26,430`: a move, the same move in percent and the level where it led.
 * Wrong only when no values that round to the printed points and level give a percentage that rounds to the printed one.
 */
export const pointsAndLevel: Check = {
	name: "points, percent and level",
	wrong: "The index fell 320 points, or 2.2%, to 26,430.",
	right: "The index fell 320 points, or 1.2%, to 26,430.",
	track: inSentences(HAS.percent | HAS.quantities, inPassage),
};

function inPassage(passage: Passage): Inconsistency[] | undefined {
	const figures = passage.quantities;
	if (figures.length < 3 || !figures.some(isPercent)) return undefined;
	const found: Inconsistency[] = [];
	for (let i = 0; i + 1 < figures.length; i++) {
		const [first, second] = [figures[i] as Figure, figures[i + 1] as Figure];
		const percent = isPercent(first) ? first : isPercent(second) ? second : undefined;
		const move = percent === first ? second : first;
		if (!percent || isPercent(move) || !restates(passage, first, second) || move.quantity.trend === undefined) continue;
		const level = figures.slice(i + 2, i + 3).find((one) => led(passage, second, one) && sameUnit(move, one));
		if (!level) continue;
		const [m, l, p] = [written(size(move.quantity)), written(level.quantity), written(size(percent.quantity))];
		const sign = move.quantity.trend === "down" ? -1 : 1;
		// The level before is the level less the move.
		const low = (Math.min(m.low, m.high) / (l.high - sign * m.low)) * 100;
		const high = (Math.max(m.low, m.high) / (l.low - sign * m.high)) * 100;
		if (l.low - sign * m.high <= 0 || (p.low <= Math.max(low, high) + 1e-9 && p.high >= Math.min(low, high) - 1e-9)) continue;
		const base = level.quantity.value - sign * Math.abs(move.quantity.value);
		const exact = (Math.abs(move.quantity.value) / base) * 100;
		found.push({
			claim: percent,
			reason: {
				kind: "arithmetic",
				written: percent.text,
				expected: `${percent.quantity.value < 0 ? "−" : ""}${shown(exact, Math.max(1, percent.quantity.decimals))}%`,
				working: "",
			},
			working: `${shown(move.quantity.value)} / (${shown(level.quantity.value)} ${sign > 0 ? "−" : "+"} ${shown(move.quantity.value)}) = ${shown(exact)}%`,
			related: [move, level].map(placeOf),
		});
	}
	return found;
}

/** `-2.6%` is a fall of 2.6 percent: the sign is the direction. */
const size = (quantity: Quantity): Quantity => (quantity.value < 0 ? { ...quantity, value: -quantity.value } : quantity);

const isPercent = (figure: Figure): boolean => figure.quantity.unit === "percent";

/** Whether the second figure says the first again: `320 points, or 1.2%`, `1.2%, or 320 points`, `320 points (1.2%)`. */
function restates(passage: Passage, first: Figure, second: Figure): boolean {
	const between = wordsIn(passage, first.span.end, second.span.start).filter((word) => word !== "points" && word !== "point");
	return (
		between.length > 0 &&
		between.length <= 3 &&
		between.every((word) => /^(?:,|or|\(|about|around|nearly|a|by|—|-)$/.test(word)) &&
		between.some((word) => word === "or" || word === "(")
	);
}

function led(passage: Passage, from: Figure, level: Figure): boolean {
	const between = wordsIn(passage, from.span.end, level.span.start);
	return (
		between.length <= 7 &&
		between.some((word) => word === "to" || word === "at") &&
		!between.includes("from") &&
		clausesBetween(passage, from.span.end, level.span.start) === 0
	);
}

function sameUnit(move: Figure, level: Figure): boolean {
	if (move.quantity.unitKind === "currency" || level.quantity.unitKind === "currency")
		return move.quantity.unit === level.quantity.unit || (move.quantity.unit === "cent" && level.quantity.unitKind === "currency");
	return move.quantity.unit === level.quantity.unit || level.quantity.unitKind === "none" || /points?$/.test(move.quantity.unit);
}
