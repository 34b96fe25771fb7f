import { hasQuantity } from "../../../claims/claim.ts";
import type { Passage, Word } from "../sentence/passage.ts";
import type { Stemmer } from "../sentence/stem.ts";
import { MEASURE_ADJECTIVES, MEASURE_VERBS, NUMBER_WORDS } from "../sentence/words.ts";
import { isSaidOfSubject } from "./dimensions.ts";

/** Where each stem stands among the words of a passage; hyphenated words are found by their parts too. */
export type Positions = ReadonlyMap<string, readonly number[]>;

/** Reads where the stems of a passage stand; verbs and adjectives stand for the nouns that they name a measure by. */
export function positionsOf(passage: Passage, stemmer: Stemmer): Positions {
	const positions = new Map<string, number[]>();
	const put = (stem: string, i: number): void => {
		const list = positions.get(stem);
		if (list) list.push(i);
		else positions.set(stem, [i]);
	};
	passage.words.forEach((word, i) => {
		// The `three` of `three steals` is a figure, not part of a name.
		if (
			NUMBER_WORDS.has(word.lower) &&
			passage.figures.some((claim) => hasQuantity(claim) && claim.span.start <= word.start && word.start < claim.span.end)
		)
			return;
		put(word.stem, i);
		const nouns = MEASURE_VERBS.get(word.stem);
		if (nouns && !hasObjectOf(passage.words, i)) for (const noun of nouns) if (noun !== word.stem) put(noun, i);
		const dimension = MEASURE_ADJECTIVES.get(word.lower);
		if (dimension !== undefined && isSaidOfSubject(passage, i)) put(dimension, i);
		if (word.lower.includes("-")) for (const part of word.lower.split("-")) if (part) put(stemmer.stem(part), i);
	});
	return positions;
}

/** `Earned a net profit of €7 million`: what the verb brings is said behind it, and is none of the nouns that the verb alone would stand for. */
function hasObjectOf(words: readonly Word[], verb: number): boolean {
	if (!/^an?$/.test(words[verb + 1]?.lower ?? "")) return false;
	for (let i = verb + 3; i <= verb + 6; i++) {
		const word = words[i];
		if (!word || !/\p{L}/u.test(word.text)) return false;
		if (word.lower === "of") return true;
	}
	return false;
}
