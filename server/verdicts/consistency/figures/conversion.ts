import { placeOf } from "../../../prose/versions/home.ts";
import { HAS } from "../../binding/sentence/kinds.ts";
import type { Figure, Passage } from "../../binding/sentence/passage.ts";
import { fitUnit } from "../../values/units.ts";
import { type Check, type Inconsistency, inSentences, shown, wordsIn, written } from "../inconsistency.ts";

/** `5,600 miles (10,400 km)`: one length given in two units that are not the same length. A tenth of the value is allowed for rounding by hand. */
export const conversions: Check = {
	name: "one measure in two units",
	wrong: "The line is 5,600 miles (10,400 km) long.",
	right: "The line is 5,600 miles (9,000 km) long.",
	track: inSentences(HAS.measures, inPassage),
};

const SLACK = 0.1;

const isMeasure = (figure: Figure | undefined): boolean => figure?.quantity.unitKind === "measure";

function inPassage(passage: Passage): Inconsistency[] | undefined {
	const figures = passage.quantities;
	if (!figures.some((first, i) => isMeasure(first) && isMeasure(figures[i + 1]))) return undefined;
	return figures.flatMap((first, i) => {
		const second = figures[i + 1];
		if (
			!second ||
			first.quantity.unitKind !== "measure" ||
			second.quantity.unitKind !== "measure" ||
			first.quantity.unit === second.quantity.unit
		)
			return [];
		const between = wordsIn(passage, first.span.end, second.span.start);
		const after = wordsIn(passage, second.span.end, second.span.end + 2);
		if (between.join(" ") !== "(" || after[0] !== ")") return [];
		const unit = fitUnit(second.quantity, first.quantity.unit);
		// A ton may be short, long or metric.
		if (!unit || /\bton|\bgallon|\bounce|\bpint|\bbarrel/.test(first.quantity.unit + second.quantity.unit)) return [];
		const [a, b] = [written(first.quantity), written(second.quantity)];
		const [low, high] = [a.low * unit.factor + unit.offset, a.high * unit.factor + unit.offset];
		const slack = Math.abs(high) * SLACK;
		if (low - slack <= b.high && high + slack >= b.low) return [];
		const exact = first.quantity.value * unit.factor + unit.offset;
		return [
			{
				claim: second,
				reason: { kind: "conversion", written: second.text, first: first.text, expected: `${shown(exact, exact < 100 ? 1 : 0)}` },
				working: `${shown(first.quantity.value)} × ${shown(unit.factor, 4)} = ${shown(exact)}`,
				related: [placeOf(first)],
			},
		];
	});
}
