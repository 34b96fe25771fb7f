import type { Entity } from "../../../references/fact.ts";
import { isCommonNoun, isKindNoun, kindOfColumn, mayBeCalled } from "../../../references/kinds/kinds.ts";
import type { Mention } from "../../../references/store.ts";
import type { Word } from "../sentence/passage.ts";
import { COPULAS, SPECIFIERS, STAND_INS } from "../sentence/words.ts";
import { isInLongerName } from "./longer-name.ts";

type Known = readonly (Entity | undefined)[];

/**
 * Whether words that a pack calls somebody by, the first and the last by their index, are said of something else: of an older thing of that name, of other ones,
 * of somebody with a longer name, of the town that an institution is called after, of a part of what a common noun names.
 */
export function isSomethingElse(
	words: readonly Word[],
	first: number,
	last: number,
	known: Known,
	mention: Mention,
	isNamed: (word: Word) => boolean,
): boolean {
	if (isEarlier(words, first, known) || isOneOfMany(words, first) || isAnyOne(words, first, last, known)) return true;
	if ((first === last || isShortened(words, first, last, known)) && isInLongerName(words, first, last, known, isNamed)) return true;
	if (mention.partial === true && known.every((entity) => entity?.type !== "person" && kindOfColumn(entity?.column)?.type !== "person"))
		return isTown(words, first, last, known);
	if (known.every((entity) => entity && isCommonNoun(entity))) return isOtherNoun(words, first, last, known, isNamed);
	return isOfIt(words, last, known);
}

/** `The old Velmo had 150 kilowatts`: what is made anew under one name is another thing each time. */
function isEarlier(words: readonly Word[], at: number, known: Known): boolean {
	const before = words[at - 1];
	return (
		before !== undefined &&
		EARLIER.test(before.lower) &&
		DETERMINER.test(words[at - 2]?.lower ?? "") &&
		known.every((entity) => entity?.type === "product" || entity?.type === "work" || entity?.type === "event")
	);
}

const DETERMINER = /^(?:the|a|an|this|that|its|their|his|her|our)$/;

const EARLIER = /^(?:old|older|earlier|previous|original|first|second|next|last|outgoing|next-generation|first-generation)$/;

/** `three other museums`: a common noun that a pack calls somebody by, of others. */
function isOneOfMany(words: readonly Word[], at: number): boolean {
	const [before, word] = [words[at - 1], words[at]];
	return before !== undefined && word !== undefined && /^\p{Ll}/u.test(word.text) && OTHERS.test(before.lower);
}

const OTHERS =
	/^(?:other|others|another|several|many|few|both|some|such|more|most|any|no|every|each|rival|neighbouring|nearby|similar|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozen)$/;

/**
 * `A mid-stage trial of 211 patients`, where the packs call one `the trial`: with an indefinite article it is another, unless it stands behind `is`. `A return
 * ticket` may be any of those that are called so.
 */
function isAnyOne(words: readonly Word[], at: number, last: number, known: Known): boolean {
	if (!/^\p{Ll}/u.test(words[at]?.text ?? "")) return false;
	let before = at - 1;
	while (
		before >= 0 &&
		at - before <= 3 &&
		/^\p{Ll}[\p{Ll}-]*$/u.test(words[before]?.text ?? "") &&
		!DETERMINER.test(words[before]?.lower ?? "")
	)
		before--;
	if (!/^an?$/.test(words[before]?.lower ?? "")) return false;
	if (/^(?:is|was|as|become|becomes|became|remains|remained)$/.test(words[before - 1]?.lower ?? "")) return false;
	const called = words
		.slice(at, last + 1)
		.map(({ lower }) => lower)
		.join(" ");
	return known.every((entity) => entity?.aliases.some((alias) => alias.toLowerCase() === `the ${called}`));
}

/** Whether less than a name stands there. */
const isShortened = (words: readonly Word[], first: number, last: number, known: Known): boolean =>
	known.every((entity) => entity !== undefined && entity.name.length > (words[last] as Word).end - (words[first] as Word).start);

/**
 * Whether the first words of an institution's name are those of its town, or of a person: `in Orrin`, `Orrin council`, `Orrin’s mayor`, `Orrin is a village`,
 * `Orrin, a town of 900 people`, `Mr Orrin`.
 */
function isTown(words: readonly Word[], first: number, last: number, known: Known): boolean {
	if (NO_INSTITUTION.test(words[first - 1]?.lower ?? "")) return true;
	const after = words[last + 1]?.lower === "'" || words[last + 1]?.text === "’" ? last + 2 : last + 1;
	const noun = words[after]?.lower ?? "";
	if (isSmallNoun(words[after]) && (OF_TOWNS.test(noun) || isOther(noun, known))) return true;
	if (!/^(?:,|is|was|remains)$/.test(noun) || !/^(?:a|an|the)$/.test(words[after + 1]?.lower ?? "")) return false;
	return words.slice(after + 2, after + 6).some(({ lower }) => STAND_INS.get(lower) === "place" && !isOwn(lower, known));
}

/** Behind these stands a place or a person. */
const NO_INSTITUTION =
	/^(?:in|near|around|outside|across|throughout|mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|rev|judge|councillor|captain|king|queen)$/;

const OF_TOWNS =
	/^(?:family|residents?|man|men|woman|women|people|mayors?|mp|voters?|streets?|families|police|pensioners?|locals|villagers?|townspeople)$/;

const isSmallNoun = (word: Word | undefined): boolean => word !== undefined && /^\p{Ll}/u.test(word.text);

/** Whether a noun stands for a kind of thing that these are not. */
const isOther = (noun: string, known: Known): boolean => (isKindNoun(noun) || STAND_INS.has(noun)) && !isOwn(noun, known);

const isOwn = (noun: string, known: Known): boolean =>
	known.some((entity) => entity && (mayBeCalled(entity, noun) === "surely" || entity.column?.toLowerCase().includes(noun)));

/** `Tarn United Women`, `Ashdown Grammar Trust`: a full name of a plain table with a noun behind it that makes another's of it. */
function isOfIt(words: readonly Word[], last: number, known: Known): boolean {
	const [word, after] = [words[last], words[last + 1]];
	if (!word || !after || after.start !== word.end + 1 || !known.every((entity) => entity?.column !== undefined)) return false;
	return /^\p{Lu}\p{Ll}/u.test(after.text) && (SECOND.test(after.lower) || isOther(after.lower, known));
}

const SECOND = /^(?:reserves|women|ladies|youth|juniors|colts|veterans|street|road|avenue|square|court|lane|friends)$/;

/**
 * Whether a common noun that a table calls a part of a whole by is another thing here: `new roads`, `road safety`, `parks staff` and `roads in the north` are
 * not all that is spent on roads and parks. What goes before it is nothing, a small word or a verb's ending; what follows is no noun and no place.
 */
function isOtherNoun(words: readonly Word[], first: number, last: number, known: Known, isNamed: (word: Word) => boolean): boolean {
	const before = words[first - 1];
	if (before && /^\p{L}/u.test(before.text) && !BEFORE_NOUN.test(before.lower)) return true;
	const [after, next] = [words[last + 1], words[last + 2]];
	// `health and safety` is not health, and a sum for both is not either's.
	const joined = /^(?:and|or|&)$/;
	const isJoinedWith = (word: Word | undefined): boolean =>
		word !== undefined && isSmallNoun(word) && !isNamed(word) && !SPECIFIERS.has(word.lower) && !COPULAS.has(word.lower);
	if (joined.test(before?.lower ?? "") && isJoinedWith(words[first - 2])) return true;
	if (joined.test(after?.lower ?? "") && isJoinedWith(next)) return true;
	if (!isSmallNoun(after)) return false;
	const noun = after?.lower ?? "";
	// `The libraries there`; `in tourism there were 40 jobs` is of all of it.
	if (noun === "there") return before?.lower !== "in" || !/^(?:is|are|was|were)$/.test(next?.lower ?? "");
	if (/^(?:in|at|near|around|across|outside|between|here|abroad)$/.test(noun)) return !/^\d/.test(next?.text ?? "");
	return NOUN_BEHIND.test(noun) || isOther(noun, known);
}

const BEFORE_NOUN =
	/^(?:the|its|their|our|whole|entire|of|in|on|for|to|from|by|with|than|at|and|or|but|while|whereas|as|when|that|if|because|although|though|since|is|are|was|were|\p{Ll}{2,20}ing|cut|cuts|put|spend|spends|spent|get|gets|give|gives|gave)$/u;
const NOUN_BEHIND =
	/^(?:\p{Ll}{3,20}(?:ance|ence|ment|tion|sion|ity|ness|ship|ing|ers?|ists?|ors?)|staff|works?|safety|funds?|grants?|schemes?|projects?|plans?|bills?|users?|chiefs?|boss(?:es)?|repairs|closures?|tax|taxes|fees?|charges?|jobs?|benefits?|stocks?|shares|policy|policies)$/u;
