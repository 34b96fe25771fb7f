import porter from "natural/lib/natural/stemmers/porter_stemmer.js";

/** A long session must not gather every word there is. */
const REMEMBERED = 50_000;

/** Turns words into stems (Porter 1980), remembering those it has met: an article and its packs say the same few words again and again. */
export class Stemmer {
	readonly #known = new Map<string, string>();

	/** The stem of one word, small letters. */
	stem(word: string): string {
		const lower = word.toLowerCase();
		let stem = this.#known.get(lower);
		if (stem === undefined) {
			if (this.#known.size >= REMEMBERED) this.#known.clear();
			stem = lower.length > 3 && lower.length < 40 ? porter.stem(lower) : lower;
			this.#known.set(lower, stem);
		}
		return stem;
	}
}
