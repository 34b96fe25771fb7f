import type { Entity } from "../../../references/fact.ts";
import type { Word } from "../sentence/passage.ts";
import { BESIDE_NAMES, STAND_INS } from "../sentence/words.ts";

/**
 * Whether words that a pack calls somebody by, the first and the last by their index, stand in a longer name, which is somebody else's: `Otto Silva` is not Ana Silva, `Harlow Mills` not
 * Harlow Holdings, `Peter Harlow` no company. Titles, nationalities and words that are capitals for beginning a sentence are no part of a name.
 * `isNamed` tells which words begin a name of the packs.
 */
export function isInLongerName(
	words: readonly Word[],
	first: number,
	at: number,
	known: readonly (Entity | undefined)[],
	isNamed: (word: Word) => boolean,
): boolean {
	const own = new Set(
		known.flatMap((entity) =>
			// `Priory Ward`, `the Transport Ministry`: the header of the column is no other name.
			[entity?.name, entity?.column, ...(entity?.aliases ?? [])].flatMap((name) => name?.toLowerCase().match(/[\p{L}\d]+/gu) ?? []),
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
	const before = words[first - 1];
	const begin = words[first] as Word;
	if (before && before.end + 1 === begin.start && isPart(before) && !(beginsSentence(words, first - 1) && isOpening(before))) return true;
	const after = words[at + 1];
	return after !== undefined && word.end + 1 === after.start && (!/['’]s?$/.test(word.text) || isOfName(word, known)) && isPart(after);
}

/** Whether a word's genitive is a part of the name itself: `St Aldate's`. */
export const isOfName = ({ text }: Word, known: readonly (Entity | undefined)[]): boolean =>
	/['’]s?$/.test(text) && known.some((entity) => entity?.name.replaceAll("’", "'").split(" ").includes(text.replace("’", "'")));

const beginsSentence = (words: readonly Word[], at: number): boolean => at === 0 || /^["“‘«(:—–-]$/.test(words[at - 1]?.text ?? "");

/** Words that begin a sentence by their ending: adverbs and participles. */
const isOpening = (word: Word): boolean => /(?:ly|ing|ed)$/.test(word.lower);
