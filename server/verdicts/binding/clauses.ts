import { type Claim, hasQuantity } from "../../claims/claim.ts";
import { clausesBetween, type Name, type Passage, type Word } from "./passage.ts";
import { CLAUSE_STARTERS, COMMA_STARTERS, COPULAS } from "./words.ts";

/** Where the clauses of a sentence begin, ascending; its own start is not among them. */
export function boundariesOf(words: readonly Word[], names: readonly Name[], figures: readonly Claim[]): number[] {
	const found: number[] = [];
	const startsName = (word: Word | undefined): boolean => word !== undefined && names.some(({ start }) => start === word.start);
	/** Where the relative clause begins that has not ended yet. */
	let relative = 0;
	for (let i = 0; i < words.length; i++) {
		const word = words[i] as Word;
		const next = words[i + 1];
		const previous = words[i - 1];
		if (word.text === ";" || word.text === ":" || word.text === "—" || (word.text === "–" && previous && previous.end < word.start))
			found.push(word.end);
		else if (i > 0 && CLAUSE_STARTERS.has(word.lower)) found.push(word.start);
		else if (word.text === "," && relative > 0 && i - relative > 2 && next && isVerbal(next)) {
			// `Chad, which has two ports, has 12 ships`: the clause from before the aside goes on.
			found.push(next.start);
			relative = 0;
		} else if (word.text === "," && next && COMMA_STARTERS.has(next.lower)) {
			// `, and two blocks` goes on with a list; `, and Chad fell` begins a clause.
			const lists = next.lower === "and" || next.lower === "or";
			const after = words[i + 2];
			const rest = words.slice(i + 2, i + 9);
			const verb = rest.findIndex((one) =>
				/^(?:was|were|is|are|has|had|have|will|stood|rose|fell|took|made|holds|reached|totalled|came|costs|lasts|measures)$/.test(
					one.lower,
				),
			);
			const digit = rest.findIndex((one) => /^\d/.test(one.text));
			const clause = verb > 0 && (digit < 0 || verb < digit) && !rest.slice(0, verb).some((one) => one.text === ",");
			if (ASIDES.test(next.lower)) relative = i + 1;
			if (!lists || clause || (after !== undefined && (startsName(after) || startsName(words[i + 3]) || isPronoun(after.lower))))
				found.push(next.start);
		} else if (word.lower === "and" && i > 0 && next && /^(?:was|were|is|are|has|had|have|will)$/.test(next.lower)) {
			// `holds 28 cars and was built in 1983`
			found.push(word.start);
		} else if (word.lower === "and" && i > 0 && next) {
			const name = names.find((one) => one.start === next.start || one.start === words[i + 2]?.start);
			const before = found.at(-1) ?? 0;
			const figureBefore = figures.some((claim) => claim.span.start >= before && claim.span.end <= word.start && hasQuantity(claim));
			// `Chad grew 3% and Mali 4%`: a new clause when figures stand on both sides of the name.
			if (name && figureBefore && figures.some((claim) => claim.span.start >= name.end && hasQuantity(claim))) found.push(word.start);
		}
	}
	if (found.length < 2) return found;
	return [...new Set(found)].sort((a, b) => a - b);
}

const ASIDES = /^(?:which|who|whose)$/;

/** A verb that says what somebody does or did. */
const isVerbal = ({ lower }: Word): boolean => COPULAS.has(lower) || /^(?:says|said|\p{Ll}{3,}ed)$/u.test(lower);

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

const isPronoun = (word: string): boolean => /^(he|she|it|they|we|i|you|that|those)$/.test(word);
