import type { Claim } from "../../../claims/claim.ts";
import { partsOf } from "../periods/contest-parts.ts";
import { occasionsOf } from "../periods/occasions.ts";
import { clauseAt, indexFrom, type Passage, wordsBefore } from "../sentence/passage.ts";
import { isOfThose } from "./condition.ts";
import { marginAt } from "./margin.ts";

/** What of a measure a counted figure is, as far as the words around it say. */
export interface Extent {
	/** A margin, a count of those who meet a condition, or what somebody has a part of: nobody's own value. */
	readonly isNobodys: boolean;
	/** What several occasions came to. */
	readonly isOfSeveral: boolean;
	/** What a part of a contest came to. */
	readonly isOfPart: boolean;
	/** What some days, weeks or months of a period came to. */
	readonly isOfTime: boolean;
	/** So many more or fewer than there were: `lost four seats`. */
	readonly isMoved: boolean;
}

const ALL: Extent = { isNobodys: false, isOfSeveral: false, isOfPart: false, isOfTime: false, isMoved: false };

/** Reads the extent of a claim once, whoever it may be about. */
export function extentOf(claim: Claim, passage: Passage): Extent {
	if (claim.kind !== "count" || claim.quantity.pair) return ALL;
	if (
		OTHERS.test(claim.quantity.unit) ||
		marginAt(claim, passage) ||
		isOfThose(claim, passage) ||
		isWhole(claim, passage) ||
		isDistance(claim, passage) ||
		isOfEach(claim, passage)
	)
		return { ...ALL, isNobodys: true };
	return {
		isNobodys: false,
		isOfSeveral: occasionsOf(claim, passage) !== undefined,
		isOfPart: partsOf(claim, passage) !== undefined,
		isOfTime: isOfTime(claim, passage),
		isMoved: isMoved(claim, passage),
	};
}

/** `190 others` are not the one that was named. */
const OTHERS = /^(?:others?|another)\b/;

/** `41 of 78 seats`: the second figure is all that there were, and not whose the first one is. */
function isWhole(claim: Claim, passage: Passage): boolean {
	const before = wordsBefore(passage, claim.span.start, 5);
	// `2,400 of the chain's 4,200 books`
	const owner = before.at(-1);
	if (owner && /^\p{Ll}+['’]s$/u.test(owner.text)) before.pop();
	if (owner && /^['’]s$/.test(owner.text) && /^\p{Ll}/u.test(before.at(-2)?.text ?? "")) before.splice(-2);
	while (/^(?:the|all)$/.test(before.at(-1)?.lower ?? "")) before.pop();
	const of = before.pop();
	const last = before.at(-1);
	if (of?.lower !== "of" || !last) return false;
	// What was tried is the subject's own: `made 9 of 17 free throws`.
	if (passage.words.some((word) => word.end <= last.start && word.start > last.start - 30 && TRYING.test(word.lower))) return false;
	return passage.figures.some((one) => one !== claim && one.kind === "count" && one.span.start <= last.start && last.end <= one.span.end);
}

/** `12,000 more people than Tarn has`: how far two are apart. */
function isDistance(claim: Claim, passage: Passage): boolean {
	const first = indexFrom(passage, claim.span.start);
	const behind = passage.words.slice(first + 1, first + 9).map((word) => word.lower);
	const more = behind.findIndex((word) => /^(?:more|fewer|less)$/.test(word));
	return more >= 0 && more <= 2 && behind[more + 1] !== "than" && behind.slice(more + 1, more + 5).includes("than");
}

/** `Each sold more than 700 books`: nobody in particular, or each of several. */
function isOfEach(claim: Claim, passage: Passage): boolean {
	const { start } = clauseAt(passage, claim.span.start);
	const [first, second] = passage.words.filter((word) => word.start >= start && word.text !== ",");
	return (
		first !== undefined &&
		second !== undefined &&
		EACH.test(first.lower) &&
		second.end <= claim.span.start &&
		!passage.names.some((name) => name.start >= first.end && name.end <= claim.span.start)
	);
}

const EACH = /^(?:each|neither|none|most|many|few|several|nobody)$/;

/** `300 books in its first week`: less than the period, unless the words are read as a period of their own. */
function isOfTime(claim: Claim, passage: Passage): boolean {
	const from = indexFrom(passage, claim.span.end);
	const end = clauseAt(passage, claim.span.start).end;
	for (let i = from; i >= 0 && i < Math.min(from + 8, passage.words.length) && (passage.words[i]?.start ?? end) < end; i++) {
		const word = passage.words[i];
		if (!word || /^[,;:]$/.test(word.text)) return false;
		if (!/^(?:first|last|opening|final|second|third)$/.test(word.lower)) continue;
		const noun = passage.words
			.slice(i + 1, i + 3)
			.find((one) => /^(?:hours?|days?|nights?|weekends?|weeks?|fortnight|months?)$/.test(one.lower));
		const isRead = passage.figures.some(
			(one) =>
				one.span.start <= word.start &&
				word.end <= one.span.end &&
				(one.kind === "date" || (one.kind === "duration" && one.time.period !== undefined)),
		);
		return noun !== undefined && !isRead && /^(?:the|its|their|his|her)$/.test(passage.words[i - 1]?.lower ?? "");
	}
	return false;
}

const TRYING =
	/^(?:made|makes|making|hit|hits|hitting|sank|missed|missing|converted|converting|completed|completing|shot|shooting|went|saved|stopped)$/;
const MOVING = /^(?:lost|lose|loses|losing|shed|sheds|shedding|gained|gain|gains|gaining|regained|picked|forfeited|ceded)$/;
const BETWEEN = /^(?:up|another|a|further|just|only|about|some|nearly|almost|over|more|than|at|least|as|many|net|total|of|around)$/;

/** Whether the verb right before a figure makes it the size of a move. */
function isMoved(claim: Claim, passage: Passage): boolean {
	const before = wordsBefore(passage, claim.span.start, 4);
	while (BETWEEN.test(before.at(-1)?.lower ?? "")) before.pop();
	return MOVING.test(before.at(-1)?.lower ?? "");
}
