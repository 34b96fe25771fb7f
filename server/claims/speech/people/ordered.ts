import { firstWhere } from "../../../prose/halving.ts";
import type { Home } from "../../../prose/versions/home.ts";
import type { NameMention } from "./names.ts";

/** How often words stand somewhere. */
export class CountedWords {
	readonly #counts = new Map<string, number>();

	has(word: string): boolean {
		return this.#counts.has(word);
	}

	/** Counts a word in or out; `turned`, if anybody is to be told, is told of one that is now there, or no longer. */
	count(word: string, by: 1 | -1, turned: Set<string> | undefined): void {
		const before = this.#counts.get(word) ?? 0;
		if (turned && (before === 0 || before + by === 0)) turned.add(word);
		if (before + by === 0) this.#counts.delete(word);
		else this.#counts.set(word, before + by);
	}
}

/** Puts a name into a list that is in the order of the article. */
export function putInOrder(list: NameMention[], mention: NameMention): void {
	const last = list.at(-1);
	if (!last || isBefore(last, mention.home, mention.start)) list.push(mention);
	else list.splice(lastBefore(list, mention.home, mention.start) + 1, 0, mention);
}

/**
 * Takes a name out of a list that is in the order of the article. `from` is where blocks have been taken out of the article: the names of those that are
 * gone still stand in the list between those before and those behind it. (A list may hold ten thousand names, and every name of a block stands in several.)
 */
export function takeOut(list: NameMention[], mention: NameMention, from: number): void {
	const { home } = mention;
	const first = firstWhere(list.length, (i) => {
		const other = list[i] as NameMention;
		return home.index < 0 ? other.home.index < 0 || other.home.index >= from : !isBefore(other, home, mention.start);
	});
	const at = list.indexOf(mention, first);
	if (at >= 0) list.splice(at, 1);
}

/** Puts a name into a list of a map that is in the order of the article. Most hold one name, for which a list that begins with it has the room. */
export function putIn(map: Map<string, NameMention[]>, key: string, mention: NameMention): void {
	const list = map.get(key);
	if (list) putInOrder(list, mention);
	else map.set(key, [mention]);
}

/** Takes a name out of a list of a map that is in the order of the article. */
export function takeFrom(map: Map<string, NameMention[]>, key: string, mention: NameMention, from: number): void {
	const list = map.get(key);
	if (!list) return;
	takeOut(list, mention, from);
	if (list.length === 0) map.delete(key);
}

/** Index of the last name before a place, by halving; -1 when there is none. */
export function lastBefore(list: readonly NameMention[], home: Home, at: number): number {
	return firstWhere(list.length, (i) => !isBefore(list[i] as NameMention, home, at)) - 1;
}

function isBefore({ home, start }: NameMention, { index }: Home, at: number): boolean {
	return home.index < index || (home.index === index && start < at);
}
