import { type Replaced, replaceIn } from "../../prose/versions/compare.ts";
import type { Mention } from "../store.ts";

/** A short form behind a name: `, or AWS,`, ` (AWS)`, ` (“AWS”)`, ` (the FCC)`. */
const DEFINITION =
	/^(?:,? or (?:the )?|,? known as (?:the )?|\s?\((?:the |or )?["“'‘]?)(\p{Lu}[\p{Lu}\d&.]{1,7})(?=["”'’]?[),.;:\s]|["”'’]?$)/u;

/** Longer runs of names are a list, not a definition. */
const LOOKED_AT = 30;

/**
 * Adds the short forms that an article defines behind a name (`Amazon Web Services, or AWS`) wherever they stand behind that, from version to version. A
 * short form has to be made of the name's initials, in order; one that the packs know already is left alone.
 */
export class ShortForms {
	/** What each block defines. */
	readonly #definitions: (readonly Definition[])[] = [];
	#count = 0;

	/** Moves to another version; answers the lists of the blocks that have others now, with their short forms. `stale` are all whose words or names are other. */
	update(
		blocks: readonly Worded[],
		mentionsOf: (block: number) => readonly Mention[],
		change: Replaced,
		stale: Iterable<number>,
	): Map<number, readonly Mention[]> {
		let isTurned = false;
		const put = (i: number, own: readonly Definition[]): void => {
			const had = this.#definitions[i] ?? none;
			if (own === none && had === none) return;
			isTurned = true;
			this.#count += Number(own !== none) - Number(had !== none);
			this.#definitions[i] = own;
		};
		for (let i = change.from; i < change.toA; i++) put(i, none);
		replaceIn(
			this.#definitions,
			change,
			Array.from({ length: change.toB - change.from }, () => none),
		);
		const others = new Map<number, readonly Mention[]>();
		for (const i of stale) {
			const list = mentionsOf(i);
			others.set(i, list);
			put(i, list.length === 0 ? none : definitionsIn((blocks[i] as Worded).text, list));
		}
		// Most articles define none, and most changes are to none.
		if (this.#count === 0 && !isTurned) return others;
		const before = new Map<string, Definition>();
		let defined = "";
		for (let i = 0; i < blocks.length; i++) {
			const own = this.#definitions[i] as readonly Definition[];
			for (const definition of own) {
				const { short, mention } = definition;
				if (before.has(short)) continue;
				before.set(short, definition);
				defined += `${short} ${mention.kind} ${mention.ids.join(" ")}\n`;
			}
			if (!isTurned && (before.size === 0 || !others.has(i))) continue;
			const list = mentionsOf(i);
			others.set(i, before.size === 0 ? list : extendedBy(before, defined, (blocks[i] as Worded).text, list));
		}
		return others;
	}
}

function extendedBy(by: ReadonlyMap<string, Definition>, defined: string, text: string, list: readonly Mention[]): readonly Mention[] {
	const known = extended.get(list);
	if (known?.by === defined) return known.list;
	const all = withShortForms(text, list, [...by.values()]);
	extended.set(list, { by: defined, list: all });
	return all;
}

const none: readonly Definition[] = [];

interface Worded {
	readonly text: string;
}

/** A short form that an article defines, with the mention that it stands for. */
interface Definition {
	readonly short: string;
	readonly mention: Mention;
}

/** What was made of lists of mentions, which goes with them: a list is of one text. `by` are the definitions that stood before its end. */
const extended = new WeakMap<readonly Mention[], { readonly by: string; readonly list: readonly Mention[] }>();

function definitionsIn(text: string, list: readonly Mention[]): readonly Definition[] {
	const found = list.flatMap((mention): Definition[] => {
		if (mention.kind === "measure" || mention.partial) return [];
		const short = DEFINITION.exec(text.slice(mention.end, mention.end + LOOKED_AT))?.[1];
		const letters = short?.replace(/[.&]/g, "");
		if (!short || !letters || letters.length < 2 || !areInitials(letters, text.slice(mention.start, mention.end))) return [];
		return [{ short, mention }];
	});
	return found.length === 0 ? none : found;
}

/** A text's mentions with the short forms that have been defined so far; one that is defined in the text itself counts from there on. */
function withShortForms(text: string, list: readonly Mention[], defined: readonly Definition[]): readonly Mention[] {
	const present = defined.filter(({ short }) => text.includes(short));
	if (present.length === 0) return list;
	const added: Mention[] = [];
	for (const { short, mention } of present) {
		const from = list.includes(mention) ? mention.end : 0;
		for (let at = text.indexOf(short, from); at >= 0; at = text.indexOf(short, at + short.length)) {
			const end = at + short.length;
			if (/[\p{L}\d]/u.test(text[at - 1] ?? "") || /[\p{L}\d]/u.test(text[end] ?? "")) continue;
			if (list.some((other) => other.start < end && at < other.end)) continue;
			added.push({ start: at, end, kind: mention.kind, ids: mention.ids });
		}
	}
	return added.length === 0 ? list : [...list, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether letters are the initials of a name's words, in order; small words and further words may be left out. */
function areInitials(letters: string, name: string): boolean {
	const initials = name.split(/[^\p{L}\d]+/u).map((word) => (word[0] ?? "").toUpperCase());
	let next = 0;
	for (const initial of initials) if (initial === letters[next]) next++;
	return next === letters.length;
}
