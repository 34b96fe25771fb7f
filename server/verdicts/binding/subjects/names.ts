import { type Name, type Passage, type Word, wordFrom } from "../sentence/passage.ts";
import { RELATIVES } from "../sentence/words.ts";

/** Whether a name is what its clause is about, or owns what follows. */
export const isSubject = (name: Name): boolean =>
	name.standing === "subject" ||
	name.standing === "caused" ||
	name.standing === "agent" ||
	name.standing === "possessive" ||
	name.standing === "stranger";

/** How many sentences back a stand-in may lead. */
export const FARTHEST = 4;

/** All that later blocks may take from the last sentences of one: whom each names and is about, and who is gone on with by a pronoun. */
export function leadsOf(passages: readonly Passage[]): string[] {
	return passages.slice(-FARTHEST).map(leadOf);
}

/** Names that no pack knows lead nowhere. The names of a sentence that can name nobody are not read. */
function leadOf(passage: Passage): string {
	const text = passage.text.slice(passage.start, passage.end);
	const isSpoken = PRONOUN.test(text);
	const opens = OPENING.exec(text)?.[0] ?? "";
	if (!passage.mayName && !isSpoken && opens === "") return "";
	const named = passage.names.flatMap(({ ids }) => (ids.length > 0 ? [ids.join(" ")] : []));
	const goesOn = isSpoken ? PRONOUNS.filter((pronoun) => goesOnBy(pronoun, passage)) : [];
	const on = opens !== "" && !hasStranger(passage) ? opens : "";
	if (named.length === 0 && goesOn.length === 0 && on === "") return "";
	return [subjectIds(passage, passage.end).join(" "), named.join(","), goesOn.map(({ source }) => source).join(" "), on].join("|");
}

/** The pronoun with which a sentence goes on with the thing of another. */
const OPENING = /^(?:its?|they|their)\b/i;

/** Whether a sentence names somebody whom no pack knows in the place of a subject. */
const hasStranger = ({ names }: Passage): boolean => names.some(({ standing }) => standing === "stranger");

/** The thing pronoun with which a sentence without names goes on with that of the one before: `Its revenue was €391m.` */
export const goesOnWith = (passage: Passage): Word | undefined =>
	OPENING.test(passage.text.slice(passage.start, passage.start + 6)) && !hasStranger(passage) ? passage.words[0] : undefined;

/** The pronouns by which one sentence goes on with the person of another. */
const PRONOUN = /\b(?:she|hers?|he|him|his)\b/i;
const PRONOUNS = [/^(?:she|her|hers)$/, /^(?:he|him|his)$/];

/** Whether a sentence goes on with somebody by a pronoun, and names nobody unknown who could be meant. */
function goesOnBy(pronoun: RegExp, { words, names }: Passage): boolean {
	return words.some(({ lower }) => pronoun.test(lower)) && !names.some(({ standing }) => standing === "stranger");
}

/** Whether a sentence speaks of the same person by the same pronoun. */
export function goesOn(word: string, earlier: Passage): boolean {
	const pronoun = PRONOUNS.find((one) => one.test(word)) ?? (PRONOUNS[1] as RegExp);
	return goesOnBy(pronoun, earlier);
}

/** The subject named nearest before an offset first, then those named earlier in the sentence. */
export function subjectIds(passage: Passage, before: number): string[] {
	const names = passage.names.filter(
		(name) => name.end <= before && name.ids.length > 0 && (isSubject(name) || hasRelative(passage, name)),
	);
	// The first subject of a sentence is what the next one speaks of; inside a sentence it is the nearest.
	const ordered = before < passage.end ? names.reverse() : names;
	return [...new Set(ordered.flatMap((name) => name.ids))];
}

/** `Chad, which grew by 3%`: a clause about the name follows it. */
export function hasRelative(passage: Passage, name: Name): boolean {
	let from = name.end;
	// `the congress in Barcelona, which drew …`: a place between the two changes nothing.
	for (const other of passage.names) {
		if (other.start < from || (other.standing !== "of" && other.standing !== "prepositional")) continue;
		if (wordsBetween(passage, from, other.start).length > 2) break;
		if (name.ids.length > 0 && other.ids.length === 0) from = other.end;
	}
	const { words } = passage;
	let next = wordFrom(passage, from);
	while (words[next]?.text === ",") next++;
	const word = words[next];
	return word !== undefined && RELATIVES.has(word.lower);
}

/** The words that start between two offsets, without the sign of a possessive. */
export function wordsBetween(passage: Passage, from: number, to: number): Word[] {
	const found: Word[] = [];
	for (let i = wordFrom(passage, from); i < passage.words.length; i++) {
		const word = passage.words[i] as Word;
		if (word.start >= to) break;
		if (word.text.length > 2 || !/^['’]s?$/.test(word.text)) found.push(word);
	}
	return found;
}
