import { Snapshot } from "../../server/documents/snapshot.ts";
import type { Key } from "./plumbline.ts";

/** Somebody who types into an article: a letter before a space somewhere in it. */
export class Typist {
	#document: Snapshot;
	readonly #letters: string;
	readonly #random: (below: number) => number;

	constructor(text: string, letters: string, random: (below: number) => number) {
		this.#document = new Snapshot({ uri: "", languageId: "", version: 0 }, text);
		this.#letters = letters;
		this.#random = random;
	}

	/** The text as it is now. */
	get text(): string {
		return this.#document.getText();
	}

	/** What an editor tells of the next letter: where it is typed, and which it is. */
	type(): Key {
		const { text } = this.#document;
		const offset = text.indexOf(" ", 60 + this.#random(text.length - 120));
		const at = this.#document.positionAt(offset);
		const typed = this.#letters.charAt(this.#random(this.#letters.length));
		this.#document = this.#document.edited(0, { fromA: offset, toA: offset, fromB: offset, toB: offset + 1 }, typed);
		return { at, text: typed };
	}
}
