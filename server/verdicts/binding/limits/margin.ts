import type { Claim } from "../../../claims/claim.ts";
import type { Span } from "../../../prose/span.ts";
import { clauseAt, type Passage } from "../sentence/passage.ts";

/** A figure that is what one side had more than the other. */
export interface Margin {
	/** `result` of a contest that is over (`won by 7`), `lead` at some time of it (`led by 7`). */
	readonly kind: "result" | "lead";
	/** The word that says so. */
	readonly at: Span;
	/** Whose it is goes without saying: `a one-point game`. */
	readonly isOpen?: true;
	/** Of a result that a noun names: whether the subject won (`a 7-point win`) or lost (`a 7-point defeat`). */
	readonly won?: boolean;
}

const DECIDED =
	/^(?:out-?scor(?:e[sd]?|ing)|scor(?:ed|ing)|beat(?:s|en|ing)?|defeat(?:s|ed|ing)?|edg(?:e[sd]?|ing)|topp(?:ed|ing)|tops|rout(?:s|ed|ing)|w[io]n(?:s|ning)?|los(?:t|es?|ing)|f[ae]ll(?:s|en|ing)?|thrash(?:ed|ing)|down(?:s|ed|ing)|t[ao]ke?(?:s|n)?|took|clinch(?:e[sd]|ing)?|seal(?:s|ed|ing)?|settled|carried|passed|rejected)$/;
const LED = /^(?:led|leads?|leading|trail(?:s|ed|ing)?|ahead|behind)$/;
const WON = /^(?:win|victory|triumph|success)$/;
const LOST = /^(?:loss|defeat|thrashing|beating|drubbing)$/;
const AHEAD = /^(?:leads?|advantage|edge|deficit|cushion|gap|run|spurt|burst|swing|comeback|rally)$/;
const CONTEST = /^(?:games?|contest|match|affair|ballgame)$/;
const BETWEEN =
	/^(?:by|a|an|the|just|only|about|around|roughly|some|nearly|almost|exactly|over|under|up|to|at|least|most|more|fewer|less|than|as|many|much|no)$/;
/** How many words the verb may stand before. */
const REACH = 12;

/** The margin that a figure is: behind `by` and a verb of a contest, or in front of the noun for its result. Its measure's own value it is not. */
export function marginAt(claim: Claim, passage: Passage): Margin | undefined {
	if (claim.kind !== "count" || claim.quantity.pair) return undefined;
	const { words } = passage;
	const first = words.findIndex((word) => word.start >= claim.span.start);
	const next = words.find((word) => word.start >= claim.span.end);
	if (next && claim.quantity.unitKind === "noun" && /^[\p{L}\d]{1,9} ?- ?\p{L}/u.test(claim.text)) {
		if (WON.test(next.lower)) return { kind: "result", at: next, won: true };
		if (LOST.test(next.lower)) return { kind: "result", at: next, won: false };
		if (AHEAD.test(next.lower)) return { kind: "lead", at: next };
		if (CONTEST.test(next.lower)) return { kind: "lead", at: next, isOpen: true };
	}
	let by = first - 1;
	while (by >= 0 && first - by <= 6 && words[by]?.lower !== "by" && BETWEEN.test(words[by]?.lower ?? "")) by--;
	if (words[by]?.lower !== "by") return undefined;
	const from = clauseAt(passage, claim.span.start).start;
	for (let i = by - 1; i >= Math.max(0, by - REACH) && (words[i]?.start ?? 0) >= from; i--) {
		const word = words[i];
		if (word && LED.test(word.lower)) return { kind: "lead", at: word };
		if (word && DECIDED.test(word.lower)) return { kind: "result", at: word };
	}
	return undefined;
}
