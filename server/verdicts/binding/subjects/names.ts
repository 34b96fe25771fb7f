import { type Name, type Passage, type Word, wordFrom } from "../passage.ts";
import { RELATIVES } from "../words.ts";

/** Whether a name is what its clause is about, or owns what follows. */
export const isSubject = (name: Name): boolean =>
	name.standing === "subject" ||
	name.standing === "caused" ||
	name.standing === "agent" ||
	name.standing === "possessive" ||
	name.standing === "stranger";

/** All that later sentences may take from those of a block: whom each names, and whom it is about. The names of a sentence that can name nobody are not read. */
export function leadOf(passages: readonly Passage[]): string {
	if (!passages.some(({ mayName, text, start, end }) => mayName || PRONOUN.test(text.slice(start, end)))) return "";
	return passages.map(leadOfOne).join("\n");
}

/** The pronouns by which one sentence goes on with the person of another. */
const PRONOUN = /\b(?:she|hers?|he|him|his)\b/i;

function leadOfOne(passage: Passage): string {
	const named = passage.names.map((name) => name.ids.join(" ")).join(",");
	return `${subjectIds(passage, passage.end).join(" ")}|${named}`;
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
	const next = passage.words.find((word) => word.start >= from && word.text !== ",");
	return next !== undefined && RELATIVES.has(next.lower);
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
