/**
 * Words with what is known of each, asked by where a word stands in a text, in whatever case. Cutting a word out and putting it into small letters to look it
 * up costs several times as much, and most words of a text are in no list. Holds words of ASCII alone: of others it knows nothing.
 */
export class Lexicon<V> {
	readonly #mask: number;
	readonly #words: (string | undefined)[];
	readonly #values: (V | undefined)[];
	readonly #hashes: Int32Array;
	/** Of words of plain letters their lengths, of others 0. */
	readonly #lengths: Uint8Array;
	readonly #longest: number;

	/** `words` are in small letters. Made when a program starts, so that hashing is written out here: a call a letter takes several times as long then. */
	constructor(words: Iterable<readonly [word: string, value: V]>) {
		const all = [...words];
		let size = 16;
		while (size < all.length * 4) size *= 2;
		const mask = size - 1;
		this.#mask = mask;
		this.#words = new Array(size).fill(undefined);
		this.#values = new Array(size).fill(undefined);
		this.#hashes = new Int32Array(size);
		this.#lengths = new Uint8Array(size);
		let longest = 0;
		for (const [word, value] of all) {
			const { length } = word;
			let hash = 0;
			let isPlain = length < 256;
			for (let i = 0; i < length; i++) {
				const code = word.charCodeAt(i);
				hash = (Math.imul(hash, 31) + code) | 0;
				if (code < 97 || code > 122) isPlain = false;
			}
			let slot = hash & mask;
			while (this.#words[slot] !== undefined && this.#words[slot] !== word) slot = (slot + 1) & mask;
			this.#words[slot] = word;
			this.#values[slot] = value;
			this.#hashes[slot] = hash;
			this.#lengths[slot] = isPlain ? length : 0;
			if (length > longest) longest = length;
		}
		this.#longest = longest;
	}

	/** What is known of the word between two offsets of a text; undefined when it is in no list. */
	at(text: string, start: number, end: number): V | undefined {
		if (end - start > this.#longest) return undefined;
		let hash = 0;
		for (let i = start; i < end; i++) hash = hashed(hash, text.charCodeAt(i));
		let slot = hash & this.#mask;
		for (let word = this.#words[slot]; word !== undefined; word = this.#words[slot]) {
			if (this.#hashes[slot] === hash && isSame(word, text, start, end)) return this.#values[slot];
			slot = (slot + 1) & this.#mask;
		}
		return undefined;
	}

	/**
	 * The same of a word of plain letters whose hash is known: a word may be hashed while its end is looked for. Up to six letters no two such words of one length
	 * have the same hash, since letters differ by less than what they are multiplied by: those need not be compared.
	 */
	ofLetters(hash: number, text: string, start: number, end: number): V | undefined {
		const length = end - start;
		let slot = hash & this.#mask;
		for (let word = this.#words[slot]; word !== undefined; word = this.#words[slot]) {
			if (this.#hashes[slot] === hash && this.#lengths[slot] === length && (length <= 6 || isSame(word, text, start, end)))
				return this.#values[slot];
			slot = (slot + 1) & this.#mask;
		}
		return undefined;
	}
}

/** The hash of a word's first letters with one more; that of none is 0. */
export function hashed(hash: number, code: number): number {
	return (Math.imul(hash, 31) + small(code)) | 0;
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
