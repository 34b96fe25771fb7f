import { runAt, startsLarge } from "./find.ts";
import type { Variant } from "./table.ts";
import { splitWords, type Word } from "./words.ts";
import { SMALL_WORDS } from "./words-data.ts";

/** A name is asked for by so many of its first words. */
const HEAD_WORDS = 3;

/** All that a table of names must be asked for, so that every name of some texts is met in what it answers. */
export interface NameKeys {
	/** Runs of up to three words, folded, that a name may begin with: those that stand with a capital somewhere, and the others. */
	readonly large: ReadonlySet<string>;
	readonly small: ReadonlySet<string>;
	/** Runs of capitalised words that may be a name with a slip in it. */
	readonly slips: ReadonlySet<string>;
}

/** The keys that texts lead to. More than finding names in them asks for, and never less, whichever words the article has in small letters. */
export function keysOf(texts: readonly string[]): NameKeys {
	const large = new Set<string>();
	const small = new Set<string>();
	const slips = new Set<string>();
	for (const text of texts) {
		const words = splitWords(text);
		for (let i = 0; i < words.length; i++) {
			const first = words[i] as Word;
			const to = startsLarge(text.slice(first.start, first.end)) ? large : small;
			let key = "";
			for (let length = 1; length <= HEAD_WORDS; length++) {
				const word = words[i + length - 1];
				if (!word || (length > 1 && word.gap === "far")) break;
				key = length === 1 ? word.key : `${key} ${word.key}`;
				to.add(key);
				// A plural or a genitive is met by its singular.
				if (word.key.length > 4 && word.key.endsWith("s")) to.add(key.slice(0, -1));
			}
			const run = runAt(text, words, i);
			if (run !== undefined) slips.add(run.key);
		}
	}
	for (const key of large) small.delete(key);
	return { large, small, slips };
}

/** The head under which a name is kept. */
export function headOf(key: string): string {
	return key.split(" ", HEAD_WORDS).join(" ");
}

/** Whether a name is only met where its first word stands with a capital. */
export function isLarge({ key, entry }: Variant): boolean {
	const words = splitWords(entry.text);
	const count = key.split(" ").length;
	const first = words[words.length - count];
	if (!first || (count > 1 && SMALL_WORDS.has(first.key))) return false;
	return startsLarge(entry.text.slice(first.start, first.end));
}
