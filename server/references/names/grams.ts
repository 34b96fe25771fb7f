import { runAt, startsLarge } from "./find.ts";
import type { Variant } from "./table.ts";
import { Vocabulary } from "./vocabulary.ts";
import { splitWords, TextWords } from "./words.ts";
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
	const words = new TextWords(new Vocabulary(), (key) => ({ key }));
	for (const text of texts) {
		words.read(text);
		for (let i = 0; i < words.length; i++) {
			const to = startsLarge(text.slice(words.startOf(i), words.endOf(i))) ? large : small;
			let key = "";
			for (let length = 1; length <= HEAD_WORDS; length++) {
				const next = i + length - 1;
				if (next >= words.length || (length > 1 && words.gapOf(next) === "far")) break;
				const word = words.keyOf(next);
				key = length === 1 ? word : `${key} ${word}`;
				to.add(key);
				// A plural or a genitive is met by its singular.
				if (word.length > 4 && word.endsWith("s")) to.add(key.slice(0, -1));
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
