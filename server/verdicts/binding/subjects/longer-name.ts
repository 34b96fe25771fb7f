import type { Entity } from "../../../references/fact.ts";
import type { Word } from "../passage.ts";
import { BESIDE_NAMES, STAND_INS } from "../words.ts";

/**
 * Whether one word that a pack calls somebody by stands in a longer name, which is somebody else's: `Otto Silva` is not Ana Silva, `Harlow Mills` not
 * Harlow Holdings, `Peter Harlow` no company. Titles, nationalities and words that are capitals for beginning a sentence are no part of a name.
 * `isNamed` tells which words begin a name of the packs.
 */
export function isInLongerName(
	words: readonly Word[],
	at: number,
	known: readonly (Entity | undefined)[],
	isNamed: (word: Word) => boolean,
): boolean {
	const own = new Set(
		known.flatMap((entity) =>
			[entity?.name, ...(entity?.aliases ?? [])].flatMap((name) => name?.toLowerCase().match(/[\p{L}\d]+/gu) ?? []),
		),
	);
	const isPart = (word: Word): boolean =>
		/^\p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(word.text) &&
		!/['’]s?$/.test(word.text) &&
		!own.has(word.lower) &&
		!BESIDE_NAMES.has(word.lower) &&
		STAND_INS.get(word.lower) !== "person" &&
		!isNamed(word);
	const word = words[at] as Word;
	const before = words[at - 1];
	if (before && before.end + 1 === word.start && isPart(before) && !(beginsSentence(words, at - 1) && isOpening(before))) return true;
	const after = words[at + 1];
	return after !== undefined && word.end + 1 === after.start && !/['’]s?$/.test(word.text) && isPart(after);
}

const beginsSentence = (words: readonly Word[], at: number): boolean => at === 0 || /^["“‘«(:—–-]$/.test(words[at - 1]?.text ?? "");

/** Words that begin a sentence by their ending: adverbs and participles. */
const isOpening = (word: Word): boolean => /(?:ly|ing|ed)$/.test(word.lower);
