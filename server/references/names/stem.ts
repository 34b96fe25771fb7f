import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import { detached } from "../../prose/detached.ts";

// A newspaper's vocabulary is far smaller; the limit only keeps a stream of made-up words from filling the memory.
const REMEMBERED = 15_000;

/** Porter's stemmer with a memory of its own for whoever keeps it. */
export function rememberingStemmer(): (word: string) => string {
	const stems = new Map<string, string>();
	return (word) => {
		let stem = stems.get(word);
		if (stem === undefined) {
			const own = detached(word);
			stem = /^[a-z]{3,}$/.test(own) ? porter.stem(own) : own;
			if (stems.size >= REMEMBERED) stems.clear();
			stems.set(own, stem);
		}
		return stem;
	};
}
