import { Hash64 } from "../prose/hash.ts";
import type { Span } from "../prose/span.ts";

/**
 * What a claim is called by: made of its kind, its words and its sentence, so that edits elsewhere leave it alone. The sentence is taken in pieces: the
 * other figures of the sentence stand between them and count by their places alone, so that one that is corrected leaves its neighbours as they were.
 * White space counts as one space each; `isEven` says that there is no other in the text.
 */
export class ClaimName extends Hash64 {
	readonly #text: string;
	readonly #isEven: boolean;

	constructor(kind: string, text: string, words: Span, isEven: boolean) {
		super();
		this.#text = text;
		this.#isEven = isEven;
		this.add(kind).part().add(text, words.start, words.end);
	}

	/** Takes in the next piece of the sentence: what stands between two offsets of the text. */
	take(start: number, end: number): void {
		this.part();
		if (this.#isEven) this.add(this.#text, start, end);
		else this.add(this.#text.slice(start, end).replace(/\s+/g, " "));
	}
}
