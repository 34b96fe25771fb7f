import type { Entity } from "../fact.ts";
import { CATEGORY_HEADERS, KINDS, type Kind, WHOLES } from "./kinds-data.ts";

/** What of a name, or of the header of its column, tells what kind of thing it is. */
type Named = Pick<Entity, "name" | "column">;

const byNoun = new Map(KINDS.flatMap((kind) => [...kind.nouns].map((noun) => [noun, kind] as const)));

/** Whether a noun may stand for a kind of thing: `school`, `hospital`. */
export const isKindNoun = (noun: string): boolean => byNoun.has(noun);

/** The nouns that may stand for kinds of things. */
export const kindNouns = (): Iterable<string> => byNoun.keys();

/**
 * Whether something may be called by a noun in small letters: `surely` when its name is headed by that noun or one for the same kind of thing (`Vire Infirmary`
 * is a hospital), or its column says so (`Hospital`); `no` when its column says that it is of another kind; undefined when nothing tells.
 */
export function mayBeCalled({ name, column }: Named, noun: string): "surely" | "no" | undefined {
	const kind = byNoun.get(noun);
	if (!kind) return undefined;
	if (headsOf(name).some((head) => kind.heads.has(head))) return "surely";
	const header = kindOfColumn(column);
	if (!header) return undefined;
	if (header === kind || header.nouns.has(noun)) return "surely";
	// A port or an airline may be called a company; a school is none.
	return GENERIC.has(noun) && header.type === kind.type && !header.isPublic ? undefined : "no";
}

const GENERIC: ReadonlySet<string> = new Set(["company", "firm", "business", "group", "operator"]);

/** The type of entity that the header of a column tells: `Hospital`, `Player`. */
export const typeOfColumn = (column: string | undefined): string | undefined => kindOfColumn(column)?.type;

/** The kind of thing that the header of a column names: `School`, `School name`, `NHS hospitals`. */
export function kindOfColumn(column: string | undefined): Kind | undefined {
	return column === undefined ? undefined : byNoun.get(nounOf(column));
}

/** Whether something is a part of a whole that is called by a common noun: `Roads` of a budget's departments, `Social care`. */
export function isCommonNoun({ name, column }: Named): boolean {
	// A bank in a column of banks has a name, whatever letters it is written with.
	if (column === undefined || /\d/.test(name) || !/^\p{L}\p{Ll}/u.test(name)) return false;
	const isCategory = CATEGORY_HEADERS.has(nounOf(column));
	if (!isCategory && kindOfColumn(column)) return false;
	const rest = name.split(" ").slice(1);
	return rest.length > 0 && rest.length < 6 ? rest.every((word) => /^(?:\p{Ll}|&)/u.test(word)) : rest.length === 0 && isCategory;
}

/** Whether a row is the whole, which nothing in running text names: `Total`, `All`, `All schools`; not `All Saints`, a school. */
export function isWhole({ name, column }: Named): boolean {
	if (column === undefined) return false;
	const [first = "", ...rest] = name.split(" ");
	return WHOLES.has(first.toLowerCase()) && rest.every((word) => !/^\p{Lu}/u.test(word) || nounOf(word) === nounOf(column));
}

/** The types of entities that packs name (`docs/packs.md`). */
export const TYPES: readonly string[] = ["organisation", "person", "place", "product", "work", "event"];

/** The type that a pack means by a word, and the kind of thing where it says that instead: a `company` is an organisation. Undefined for words that are none. */
export function typeNamed(word: string): { readonly type: string; readonly kind?: string } | undefined {
	const noun = nounOf(word);
	if (TYPES.includes(noun)) return { type: noun };
	if (noun === "organization") return { type: "organisation" };
	if (noun === "people") return { type: "person" };
	const kind = byNoun.get(noun);
	return kind && { type: kind.type, kind: noun };
}

/** The words that may head a name: its last one, or the one before `of` in `Port of Vire` and `Vire Institute of Technology`. */
function headsOf(name: string): string[] {
	const all = name
		.toLowerCase()
		.replace(/['’]s?\b/g, "")
		.split(/[\s-]+/);
	const of = all.indexOf("of");
	return of > 0 ? [all[of - 1] as string] : [all.at(-1) as string];
}

/** The noun of a header, in the singular: `hospital` of `NHS hospitals` and of `Hospital name`. */
function nounOf(column: string): string {
	const all = column
		.toLowerCase()
		.replace(/\([^()]{0,80}\)/, "")
		.match(/\p{L}+/gu) ?? [""];
	while (all.length > 1 && /^(?:names?|title|id|english|en)$/.test(all.at(-1) as string)) all.pop();
	const last = all.at(-1) as string;
	if (byNoun.has(last) || !last.endsWith("s")) return last;
	if (last.endsWith("ies")) return `${last.slice(0, -3)}y`;
	const one = last.slice(0, -1);
	return byNoun.has(one) || CATEGORY_HEADERS.has(one) || !last.endsWith("es") ? one : last.slice(0, -2);
}
