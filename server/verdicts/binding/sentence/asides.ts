import { isVerbal } from "./clauses.ts";
import { clausesBetween, type Passage, type Word } from "./passage.ts";
import { COPULAS } from "./words.ts";

/** Whether the clause that holds an offset goes on behind an aside: its subject stands before that. */
export const goesOnBehindAside = (passage: Passage, offset: number): boolean => asideBefore(passage, offset) !== undefined;

/** Where the aside begins behind which the clause of an offset goes on. */
function asideBefore({ words, boundaries }: Passage, offset: number): number | undefined {
	const last = boundaries.findLastIndex((at) => at <= offset);
	const at = last < 1 ? -1 : words.findIndex((word) => word.start === boundaries[last]);
	return at > 0 && words[at - 1]?.text === "," && isVerbal(words[at] as Word) ? boundaries[last - 1] : undefined;
}

/** How many clauses begin between words and a figure, but for an aside between the two: `Core inflation, which leaves out food, was 2.8%`. */
export function clausesApart(passage: Passage, from: number, to: number): number {
	const aside = asideBefore(passage, to);
	return clausesBetween(passage, from, to) - (aside !== undefined && from < aside ? 2 : 0);
}

/**
 * Whether the word at an index stands in a relative clause between commas that is over before another: `cost` in `The bridge, which cost £64 million, has
 * taken £212 million`, `it` in `Vela Foods, which it sold in 2019, earned £75 million`, `his` in `Ana Marsh, his sister, has 12`.
 */
export function isInAside(words: readonly Word[], at: number, before: number): boolean {
	if (words[at - 1]?.text === "," && /^(?:his|her|its|their)$/.test(words[at]?.lower ?? "") && isOver(words, at, Math.min(before, at + 5)))
		return true;
	for (let i = at - 1; i > 0 && i >= at - 5; i--) {
		if (words[i]?.text === ",") return false;
		if (!/^(?:which|who|whose|whom)$/.test(words[i]?.lower ?? "") || words[i - 1]?.text !== ",") continue;
		return isOver(words, at, before);
	}
	return false;
}

/** Whether a comma and a verb stand between two words. */
function isOver(words: readonly Word[], from: number, to: number): boolean {
	const end = words.findIndex((word, k) => k > from && k < to && word.text === ",");
	const verb = words[end + 1]?.lower ?? "";
	return end > 0 && (COPULAS.has(verb) || /ed$/.test(verb));
}
