import type { Entity } from "../fact.ts";
import { kindOfColumn } from "./kinds.ts";
import { KINDS, PLAIN_WORDS } from "./kinds-data.ts";

/**
 * What a name without aliases is shortened to once it has been given in full: `St Aldate's` for St Aldate's Hospital, `Tessel` for a company Tessel Optics, `Rovers`
 * and `Orrin` for a club Orrin Rovers. Only institutions are called so: the bridge of a town is not called by the town's name.
 */
export function shortNames({ name, aliases, type, column }: Pick<Entity, "name" | "aliases" | "type" | "column">): string[] {
	if (aliases.length > 0 || type === "person" || type === "place" || /[&(),/\d]/.test(name)) return [];
	const words = name.split(" ");
	if (words.length < 2 || words.length > 5 || !words.every((word) => /^\p{Lu}/u.test(word))) return [];
	const header = kindOfColumn(column);
	if (header && !header.goesBy) return [];
	const head = (words.at(-1) as string).toLowerCase();
	const isClub = header?.nouns.has("club") === true;
	const isHeaded = KINDS.some((kind) => kind.goesBy && kind.heads.has(head) && (kind.type !== "organisation" || !kind.nouns.has("club")));
	const found: string[] = [];
	if (isClub || isHeaded || (header?.goesBy && words.length < 4)) {
		const front = words.slice(0, -1);
		if (front.some((word) => !PLAIN_WORDS.has(word.toLowerCase()) && word.length > 2)) found.push(front.join(" "));
	}
	if (isClub) found.push(words.at(-1) as string);
	return found;
}

/** Whether a short name leaves no doubt without the full one: a saint's, whom an institution is called after. */
export const isPlainly = (short: string): boolean => /^(?:St\.?|Saint) \p{Lu}[\p{L}-]+['’]s?$/u.test(short);

/** Whether a name is that of a person, which the header of its column tells: `Player`, `Candidate`. */
export function isPersonsName({ name, type, column }: Pick<Entity, "name" | "type" | "column">): boolean {
	return type === "person" || (type === undefined && name.includes(" ") && kindOfColumn(column)?.type === "person");
}
