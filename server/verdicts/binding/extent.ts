import type { Claim } from "../../claims/claim.ts";
import { isOfThose } from "./condition.ts";
import { partsOf } from "./contest-parts.ts";
import { marginAt } from "./margin.ts";
import { occasionsOf } from "./occasions.ts";
import type { Passage } from "./passage.ts";

/** What of a measure a counted figure is, as far as the words around it say. */
export interface Extent {
	/** A margin, a count of those who meet a condition, or what somebody has a part of: nobody's own value. */
	readonly isNobodys: boolean;
	/** What several occasions came to. */
	readonly isOfSeveral: boolean;
	/** What a part of a contest came to. */
	readonly isOfPart: boolean;
	/** So many more or fewer than there were: `lost four seats`. */
	readonly isMoved: boolean;
}

const ALL: Extent = { isNobodys: false, isOfSeveral: false, isOfPart: false, isMoved: false };

/** Reads the extent of a claim once, whoever it may be about. */
export function extentOf(claim: Claim, passage: Passage): Extent {
	if (claim.kind !== "count" || claim.quantity.pair) return ALL;
	if (marginAt(claim, passage) || isOfThose(claim, passage) || isWhole(claim, passage)) return { ...ALL, isNobodys: true };
	return {
		isNobodys: false,
		isOfSeveral: occasionsOf(claim, passage) !== undefined,
		isOfPart: partsOf(claim, passage) !== undefined,
		isMoved: isMoved(claim, passage),
	};
}

/** `41 of 78 seats`: the second figure is all that there were, and not whose the first one is. */
function isWhole(claim: Claim, passage: Passage): boolean {
	const before = passage.words.filter((word) => word.end <= claim.span.start).slice(-3);
	while (/^(?:the|all)$/.test(before.at(-1)?.lower ?? "")) before.pop();
	const of = before.pop();
	const last = before.at(-1);
	if (of?.lower !== "of" || !last) return false;
	// What was tried is the subject's own: `made 9 of 17 free throws`.
	if (passage.words.some((word) => word.end <= last.start && word.start > last.start - 30 && TRYING.test(word.lower))) return false;
	return passage.figures.some((one) => one !== claim && one.kind === "count" && one.span.start <= last.start && last.end <= one.span.end);
}

const TRYING =
	/^(?:made|makes|making|hit|hits|hitting|sank|missed|missing|converted|converting|completed|completing|shot|shooting|went|saved|stopped)$/;
const MOVING = /^(?:lost|lose|loses|losing|shed|sheds|shedding|gained|gain|gains|gaining|regained|picked|forfeited|ceded)$/;
const BETWEEN = /^(?:up|another|a|further|just|only|about|some|nearly|almost|over|more|than|at|least|as|many|net|total|of|around)$/;

/** Whether the verb right before a figure makes it the size of a move. */
function isMoved(claim: Claim, passage: Passage): boolean {
	const before = passage.words.filter((word) => word.end <= claim.span.start).slice(-4);
	while (BETWEEN.test(before.at(-1)?.lower ?? "")) before.pop();
	return MOVING.test(before.at(-1)?.lower ?? "");
}
