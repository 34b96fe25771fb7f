/**
 * What is kept of words as they are written, found by where a word stands in a text: a text says most of its words many times, and to cut each out and look it up
 * as a string takes several times as long.
 */
export class Written<T extends { readonly text: string }> {
	#words: (T | undefined)[] = new Array(FEW).fill(undefined);
	/** Of the words in the same places: two that are not the same seldom have the same, and are told apart without going through their letters. */
	#hashes = new Int32Array(FEW);
	#size = 0;

	get size(): number {
		return this.#size;
	}

	/** What is kept of the word between two offsets of a text, which has such a hash (`hashOf` of tokens). */
	at(text: string, start: number, end: number, hash: number): T | undefined {
		const words = this.#words;
		const hashes = this.#hashes;
		const mask = words.length - 1;
		let slot = hash & mask;
		for (let word = words[slot]; word !== undefined; word = words[slot]) {
			if (hashes[slot] === hash && isSame(word.text, text, start, end)) return word;
			slot = (slot + 1) & mask;
		}
		return undefined;
	}

	/** Keeps a word that is not kept; it has such a hash. */
	put(word: T, hash: number): void {
		if (this.#size * 2 >= this.#words.length) this.#grow();
		this.#size++;
		const mask = this.#words.length - 1;
		let slot = hash & mask;
		while (this.#words[slot] !== undefined) slot = (slot + 1) & mask;
		this.#words[slot] = word;
		this.#hashes[slot] = hash;
	}

	clear(): void {
		this.#words = new Array(FEW).fill(undefined);
		this.#hashes = new Int32Array(FEW);
		this.#size = 0;
	}

	#grow(): void {
		const words = this.#words;
		const hashes = this.#hashes;
		this.#words = new Array(words.length * 4).fill(undefined);
		this.#hashes = new Int32Array(words.length * 4);
		this.#size = 0;
		for (let i = 0; i < words.length; i++) {
			const word = words[i];
			if (word !== undefined) this.put(word, hashes[i] as number);
		}
	}
}

/** Places for the words of a paragraph; a power of two. */
const FEW = 256;

function isSame(word: string, text: string, start: number, end: number): boolean {
	if (word.length !== end - start) return false;
	for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
	return true;
}
