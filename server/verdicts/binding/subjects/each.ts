import { hasQuantity, quantityOf } from "../../../claims/claim.ts";
import type { Span } from "../../../prose/span.ts";
import { clauseAt, clausesBetween, type Name, type Passage, wordsBefore, wordsBehind } from "../sentence/passage.ts";
import { wordsBetween } from "./names.ts";

/**
 * Whether a figure is said of each of the names joined before it: `Chad and Mali each have 40 ships`, `both Chad and Mali have`, `have 40 ships apiece`,
 * `neither Chad nor Mali has more than 40 ships`. Not where the sentence has another figure of the kind or names somebody behind it, who may have one of the two.
 */
export function isOfEach(group: readonly Name[], passage: Passage, figure: Span): boolean {
	const [first, last] = [group[0], group.at(-1)];
	if (!first || !last || clausesBetween(passage, last.end, figure.start) > 0) return false;
	const words = wordsBetween(passage, last.end, figure.start);
	const between = words.map(({ lower }) => lower);
	if (between.some((word) => TOGETHER.test(word))) return false;
	// `both played well, and 23 points came late`: only a list of figures goes on behind a comma.
	const joint = words.find(({ lower }) => lower === "," || lower === "and");
	if (joint && !passage.figures.some((claim) => hasQuantity(claim) && claim.span.start > last.end && claim.span.end <= joint.start))
		return false;
	const { end } = clauseAt(passage, figure.start);
	const behind = wordsBehind(passage, figure.end, 4).filter((word) => word.end <= end);
	const [next, second] = between;
	const isSaid =
		EACH.test(next ?? "") ||
		(AUXILIARY.test(next ?? "") && EACH.test(second ?? "")) ||
		/^(?:both|neither)$/.test(wordsBefore(passage, first.start, 1)[0]?.lower ?? "") ||
		behind.slice(0, 2).some(({ lower }) => /^(?:each|apiece)$/.test(lower));
	if (!isSaid || behind.some(({ lower }) => TOGETHER.test(lower))) return false;
	if (passage.names.some(({ start }) => start >= figure.end && clausesBetween(passage, figure.end, start) === 0)) return false;
	const own = passage.figures.find(({ span }) => span.start === figure.start);
	const unit = own && quantityOf(own)?.unit;
	return !passage.figures.some((claim) => claim !== own && hasQuantity(claim) && claim.quantity.unit === unit);
}

const EACH = /^(?:each|both)$/;
const AUXILIARY = /^(?:have|had|has|are|were|will|would|can)$/;
const TOGETHER = /^(?:together|combined|between|jointly|total|altogether|average|averaged|respectively)$/;
