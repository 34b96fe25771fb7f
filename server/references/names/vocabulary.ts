/** The hash of a word that stands in small letters; of no word is it 0. */
export function hashOf(key: string): number {
	let hash = 0;
	for (let i = 0; i < key.length; i++) hash = nextHash(hash, key.charCodeAt(i));
	return hash || 1;
}

/** The hash of letters and one more. */
export function nextHash(hash: number, code: number): number {
	return (Math.imul(hash, 31) + code) | 0;
}

/** Something that is kept of a word. */
interface Term {
	/** The word, folded. */
	readonly key: string;
}

const LEAST = 64;

/**
 * What is kept of words, found by where they stand in a text. The words of a text are the same again and again: to cut each out, to fold it and to look it up
 * was measured to take a third of finding names. Only what is met for the first time is cut.
 */
export class Vocabulary<T extends Term> {
	#terms: (T | undefined)[] = new Array(LEAST).fill(undefined);
	#hashes = new Int32Array(LEAST);
	#size = 0;

	get size(): number {
		return this.#size;
	}

	/** What is kept of a word of unaccented letters and digits, in whatever case it stands there; its hash is known. */
	at(text: string, start: number, end: number, hash: number): T | undefined {
		const mask = this.#hashes.length - 1;
		for (let slot = placeOf(hash) & mask; ; slot = (slot + 1) & mask) {
			const term = this.#terms[slot];
			if (term === undefined || (this.#hashes[slot] === hash && isAt(term.key, text, start, end))) return term;
		}
	}

	/** What is kept of a folded word. */
	of(key: string): T | undefined {
		return this.#terms[this.#slotOf(key)];
	}

	/** Keeps something of a word of which nothing is kept. `hash` is the word's, for whoever knows it. */
	put(term: T, hash = hashOf(term.key)): void {
		if (this.#size * 2 >= this.#terms.length) this.#grow();
		const mask = this.#terms.length - 1;
		let slot = placeOf(hash) & mask;
		while (this.#terms[slot] !== undefined) slot = (slot + 1) & mask;
		this.#terms[slot] = term;
		this.#hashes[slot] = hash;
		this.#size++;
	}

	/** Forgets a word. What stands behind its place because that was taken moves up. */
	delete(key: string): void {
		const mask = this.#terms.length - 1;
		let free = this.#slotOf(key);
		if (this.#terms[free] === undefined) return;
		this.#size--;
		for (let slot = (free + 1) & mask; this.#terms[slot] !== undefined; slot = (slot + 1) & mask) {
			const wanted = placeOf(this.#hashes[slot] as number) & mask;
			if (((slot - wanted) & mask) < ((slot - free) & mask)) continue;
			this.#terms[free] = this.#terms[slot];
			this.#hashes[free] = this.#hashes[slot] as number;
			free = slot;
		}
		this.#terms[free] = undefined;
	}

	clear(): void {
		this.#terms = new Array(LEAST).fill(undefined);
		this.#hashes = new Int32Array(LEAST);
		this.#size = 0;
	}

	/** Where a word is kept, or would be. */
	#slotOf(key: string): number {
		const mask = this.#terms.length - 1;
		const hash = hashOf(key);
		let slot = placeOf(hash) & mask;
		for (let term = this.#terms[slot]; term !== undefined; term = this.#terms[slot]) {
			if (this.#hashes[slot] === hash && term.key === key) break;
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	#grow(): void {
		const terms = this.#terms;
		const hashes = this.#hashes;
		this.#terms = new Array(terms.length * 2).fill(undefined);
		this.#hashes = new Int32Array(terms.length * 2);
		this.#size = 0;
		for (let slot = 0; slot < terms.length; slot++) {
			const term = terms[slot];
			if (term !== undefined) this.put(term, hashes[slot]);
		}
	}
}

/** Words that are alike have hashes side by side, which would leave them in one another's places. */
function placeOf(hash: number): number {
	return hash ^ (hash >>> 15);
}

function isAt(key: string, text: string, start: number, end: number): boolean {
	if (key.length !== end - start) return false;
	for (let i = 0; i < key.length; i++) {
		const code = text.charCodeAt(start + i);
		if (key.charCodeAt(i) !== (code >= 65 && code <= 90 ? code + 32 : code)) return false;
	}
	return true;
}
