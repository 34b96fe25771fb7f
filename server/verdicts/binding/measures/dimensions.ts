import { hasQuantity } from "../../../claims/claim.ts";
import { isKindNoun } from "../../../references/kinds/kinds.ts";
import type { Passage, Word } from "../sentence/passage.ts";
import { PREPOSITIONS, STAND_INS } from "../sentence/words.ts";

/**
 * Whether the adjective at an index, behind a figure of measure, is said of whom the clause is about: `the bridge is 640 metres long`, `at 640 metres long, …`. Not
 * where it may be another thing's: `has a 640 metres long approach`, `has a road that is 640 metres long`, `the queue was 640 metres long`.
 */
export function isSaidOfSubject(passage: Passage, adjective: number): boolean {
	const { words, figures } = passage;
	const [last, next] = [words[adjective - 1], words[adjective + 1]];
	if (!last || (next && /^[\p{L}\d]/u.test(next.text) && !BEHIND.has(next.lower) && !PREPOSITIONS.has(next.lower))) return false;
	const figure = figures.find(
		(claim) => hasQuantity(claim) && claim.quantity.unitKind === "measure" && Math.abs(claim.span.end - last.end) <= 1,
	);
	if (!figure) return false;
	let at = words.findIndex((word) => word.end > figure.span.start) - 1;
	while (at > 0 && HEDGES.has((words[at] as Word).lower)) at--;
	if (words[at]?.lower === "at") return at === 0 || words[at - 1]?.text === ",";
	if (!COPULA.test(words[at]?.lower ?? "")) return false;
	do at--;
	while (at > 0 && BETWEEN.has((words[at] as Word).lower));
	const subject = words[at];
	if (!subject) return false;
	if (/^(?:it|which|and|they|both)$/.test(subject.lower)) return subject.lower !== "which" || words[at - 1]?.text === ",";
	if (passage.names.some((name) => name.start <= subject.start && subject.start < name.end)) return true;
	return (isKindNoun(subject.lower) || STAND_INS.has(subject.lower)) && /^(?:the|this|that)$/.test(words[at - 1]?.lower ?? "");
}

const COPULA = /^(?:is|was|are|were)$/;
const HEDGES: ReadonlySet<string> = new Set(
	"about around almost nearly roughly some over under just only more less than at least an estimated exactly up to".split(" "),
);
/** What may stand between a subject and its verb. */
const BETWEEN: ReadonlySet<string> = new Set("now also still itself today".split(" "));
/** What may stand behind an adjective that is no attribute. */
const BEHIND: ReadonlySet<string> = new Set(
	"and but or when while after before since than as so which who that was is will can".split(" "),
);
