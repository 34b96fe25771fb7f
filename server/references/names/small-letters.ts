import { detached } from "../../prose/detached.ts";
import { Vocabulary } from "./vocabulary.ts";
import { eachWord, fold, type WordSink } from "./words.ts";

/** A word that stands in small letters, and in how many texts it does. */
export interface SmallWord {
	readonly key: string;
	texts: number;
	/** The text that it was last counted in, by number. */
	last: number;
}

/** The words that texts use in small letters, counted in and out text by text. */
export class SmallLetters implements WordSink {
	readonly #known = new Vocabulary<SmallWord>();
	/** How many texts' words have been counted. */
	#entered = 0;
	#text = "";
	/** Those of the text that is counted just now, up to their number; a list that grows word by word is copied again and again. */
	readonly #words: SmallWord[] = [];
	#count = 0;
	/** Those of them that stood in no text. */
	#fresh: string[] = [];

	has(key: string): boolean {
		return this.#known.of(key) !== undefined;
	}

	/** Counts the words of a text in. Answers them, each once; those of which there were none are put into `turned`. */
	enter(text: string, turned?: Set<string>): readonly SmallWord[] {
		this.#entered++;
		this.#text = text;
		this.#count = 0;
		eachWord(text, this);
		if (this.#fresh.length > 0) {
			for (const key of this.#fresh) turned?.add(key);
			this.#fresh = [];
		}
		return this.#words.slice(0, this.#count);
	}

	/** Counts the words of a text out. Those of which there are no more are put into `turned`. */
	leave(words: readonly SmallWord[], turned: Set<string>): void {
		for (const word of words) {
			word.texts--;
			if (word.texts > 0) continue;
			this.#known.delete(word.key);
			turned.add(word.key);
		}
	}

	add(start: number, end: number, hash: number): void {
		const first = this.#text.charCodeAt(start);
		if (first < 97 || first > 122) return;
		const word = (hash === 0 ? undefined : this.#known.at(this.#text, start, end, hash)) ?? this.#wordOf(start, end, hash);
		if (word.last === this.#entered) return;
		word.last = this.#entered;
		word.texts++;
		this.#words[this.#count++] = word;
	}

	#wordOf(start: number, end: number, hash: number): SmallWord {
		const written = this.#text.slice(start, end);
		// One whose hash is known has been looked up.
		const key = hash === 0 ? fold(written) : written.toLowerCase();
		const known = hash === 0 ? this.#known.of(key) : undefined;
		if (known) return known;
		const word = { key: detached(key), texts: 0, last: 0 };
		this.#known.put(word, hash || undefined);
		this.#fresh.push(word.key);
		return word;
	}
}
