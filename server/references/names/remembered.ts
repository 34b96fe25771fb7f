import { detached } from "../../prose/detached.ts";
import { namesNear } from "./slips.ts";
import type { NameEntry, NameTable } from "./table.ts";
import { Vocabulary } from "./vocabulary.ts";
import { TextWords } from "./words.ts";

/** What a table says of a word. */
export interface About {
	/** The word, folded. */
	readonly key: string;
	/** The number of words of the longest name, and of the longest measure, that begins with it; 0 when none does. */
	readonly name: number;
	readonly measure: number;
	readonly stem: string;
}

/** More than a megabyte of news has of different words; a long session must not gather every word there is. */
const REMEMBERED = 15_000;

/**
 * A table of names with what it has answered. Articles say the same words again and again, and an index is asked three questions about each: not to ask
 * them twice was measured to take a third off finding names in a megabyte by an index of a million facts.
 */
export class RememberedNames {
	readonly #table: NameTable;
	readonly #stem: (word: string) => string;
	readonly #about = new Vocabulary<About>();
	/** The words of the text that is read just now. */
	readonly words = new TextWords(this.#about, (key) => this.#look(detached(key)));
	readonly #named = new Map<string, readonly NameEntry[]>();
	readonly #near = new Map<string, readonly string[]>();

	constructor(table: NameTable, stem: (word: string) => string) {
		this.#table = table;
		this.#stem = stem;
	}

	named(key: string): readonly NameEntry[] {
		return this.#named.get(key) ?? keep(this.#named, key, this.#table.named(key));
	}

	/** The names that a key is a slip away from. */
	nearTo(key: string): readonly string[] {
		return this.#near.get(key) ?? keep(this.#near, key, namesNear(key, this.#table));
	}

	#look(key: string): About {
		const stem = this.#stem(key);
		const singular = key.length > 4 && key.endsWith("s") ? this.#table.longest(key.slice(0, -1)) : 0;
		const about = { key, name: Math.max(this.#table.longest(key), singular), measure: this.#table.longest(`~${stem}`), stem };
		if (this.#about.size >= REMEMBERED) this.#about.clear();
		this.#about.put(about);
		return about;
	}
}

function keep<T>(known: Map<string, T>, key: string, answer: T): T {
	if (known.size >= REMEMBERED) known.clear();
	known.set(detached(key), answer);
	return answer;
}
