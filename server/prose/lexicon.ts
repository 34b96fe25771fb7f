/**
 * Words with what is known of each, asked by where a word stands in a text, in whatever case. Cutting a word out and putting it into small letters to look it
 * up costs several times as much, and most words of a text are in no list. Holds words of ASCII alone: of others it knows nothing.
 */
export class Lexicon<V> {
	readonly #mask: number;
	readonly #words: (string | undefined)[];
	readonly #values: (V | undefined)[];
	readonly #longest: number;

	/** `words` are in small letters. */
	constructor(words: Iterable<readonly [word: string, value: V]>) {
		const all = [...words];
		let size = 16;
		while (size < all.length * 4) size *= 2;
		this.#mask = size - 1;
		this.#words = new Array(size).fill(undefined);
		this.#values = new Array(size).fill(undefined);
		this.#longest = Math.max(0, ...all.map(([word]) => word.length));
		for (const [word, value] of all) {
			let slot = 0;
			for (let i = 0; i < word.length; i++) slot = (Math.imul(slot, 31) + word.charCodeAt(i)) | 0;
			slot &= this.#mask;
			while (this.#words[slot] !== undefined && this.#words[slot] !== word) slot = (slot + 1) & this.#mask;
			this.#words[slot] = word;
			this.#values[slot] = value;
		}
	}

	/** What is known of the word between two offsets of a text; undefined when it is in no list. */
	at(text: string, start: number, end: number): V | undefined {
		if (end - start > this.#longest) return undefined;
		let slot = 0;
		for (let i = start; i < end; i++) slot = (Math.imul(slot, 31) + small(text.charCodeAt(i))) | 0;
		slot &= this.#mask;
		for (let word = this.#words[slot]; word !== undefined; word = this.#words[slot]) {
			if (isSame(word, text, start, end)) return this.#values[slot];
			slot = (slot + 1) & this.#mask;
		}
		return undefined;
	}
}

function isSame(word: string, text: string, start: number, end: number): boolean {
	if (word.length !== end - start) return false;
	for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== small(text.charCodeAt(start + i))) return false;
	return true;
}

/** A letter of ASCII as a small one, everything else as it is. */
function small(code: number): number {
	return code >= 65 && code <= 90 ? code + 32 : code;
}
