/** What whoever asks for everything depends on. */
export const EVERYTHING = "*";

/** A map that tells what it is asked for. */
export class Noted<V> implements ReadonlyMap<string, V> {
	readonly #map: ReadonlyMap<string, V>;
	readonly #note: (key: string) => void;

	constructor(map: ReadonlyMap<string, V>, note: (key: string) => void) {
		this.#map = map;
		this.#note = note;
	}

	get(key: string): V | undefined {
		this.#note(key);
		return this.#map.get(key);
	}

	has(key: string): boolean {
		this.#note(key);
		return this.#map.has(key);
	}

	get size(): number {
		return this.#all.size;
	}
	forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
		this.#all.forEach(visit);
	}
	entries(): MapIterator<[string, V]> {
		return this.#all.entries();
	}
	keys(): MapIterator<string> {
		return this.#all.keys();
	}
	values(): MapIterator<V> {
		return this.#all.values();
	}
	[Symbol.iterator](): MapIterator<[string, V]> {
		return this.#all.entries();
	}

	get #all(): ReadonlyMap<string, V> {
		this.#note(EVERYTHING);
		return this.#map;
	}
}
