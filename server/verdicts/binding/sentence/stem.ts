import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import { detached } from "../../../prose/detached.ts";
import { Written } from "../../../prose/written.ts";

/** A long session must not gather every word there is. */
const REMEMBERED = 15_000;

/** Turns words into stems (Porter 1980), remembering those it has met: an article and its packs say the same few words again and again. */
export class Stemmer {
	readonly #known = new Map<string, string>();
	readonly #words = new Written<StemmedWord>();

	/** The stem of one word, small letters. */
	stem(word: string): string {
		const lower = word.toLowerCase();
		let stem = this.#known.get(lower);
		if (stem === undefined) {
			if (this.#known.size >= REMEMBERED) this.#known.clear();
			const own = detached(lower);
			stem = own.length > 3 && own.length < 40 ? porter.stem(own) : own;
			this.#known.set(own, stem);
		}
		return stem;
	}

	/**
	 * The word between two offsets of a text, which has such a hash (`hashOf` of tokens): as it is written, without its possessive in small letters, and the stem
	 * of that; the same object wherever the word stands.
	 */
	wordAt(text: string, start: number, end: number, hash: number): StemmedWord {
		const known = this.#words.at(text, start, end, hash);
		if (known) return known;
		if (this.#words.size >= REMEMBERED) this.#words.clear();
		const own = detached(text.slice(start, end));
		const bare = own.replace(/['’]s?$/, "");
		const word = { text: own, lower: bare.toLowerCase(), stem: this.stem(bare) };
		this.#words.put(word, hash);
		return word;
	}
}

/** What of a word is the same wherever it stands. */
export interface StemmedWord {
	readonly text: string;
	readonly lower: string;
	readonly stem: string;
}
