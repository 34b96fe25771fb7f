import { type Claim, hasQuantity } from "../../../claims/claim.ts";
import type { Name, Word } from "./passage.ts";
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
export const isVerbal = ({ lower }: Word): boolean => COPULAS.has(lower) || /^(?:says|said|\p{Ll}{3,}ed)$/u.test(lower);

const isPronoun = (word: string): boolean => /^(he|she|it|they|we|i|you|that|those)$/.test(word);
