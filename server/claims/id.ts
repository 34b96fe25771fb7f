import { Hash64 } from "../prose/hash.ts";
import type { Span } from "../prose/span.ts";

/**
 * What a claim is called by: made of its kind, its words and its sentence, so that edits elsewhere leave it alone. The sentence is taken in pieces: the
 * other figures of the sentence stand between them and count by their places alone, so that one that is corrected leaves its neighbours as they were.
 * White space counts as one space each; `isEven` says that there is no other in the text.
 */
export class ClaimName {
	readonly #text: string;
	readonly #isEven: boolean;
	readonly #hash = new Hash64();

	constructor(kind: string, text: string, words: Span, isEven: boolean) {
		this.#text = text;
		this.#isEven = isEven;
		this.#hash.add(kind).part().add(text, words.start, words.end);
	}

	/** The halves of the name. */
	get high(): number {
		return this.#hash.high;
	}
	get low(): number {
		return this.#hash.low;
	}

	/** Takes in the next piece of the sentence: what stands between two offsets of the text. */
	add(start: number, end: number): void {
		this.#hash.part();
		if (this.#isEven) this.#hash.add(this.#text, start, end);
		else this.#hash.add(this.#text.slice(start, end).replace(/\s+/g, " "));
	}
}
