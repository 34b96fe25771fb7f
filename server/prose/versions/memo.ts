import type { Prose } from "../markdown/content.ts";

/**
 * Remembers what was made of prose, as long as the prose lives and what else it depends on stays the same. `K` is compared by identity: a string, or an
 * object that is replaced whenever anything in it changes. Only the newest key of each prose is kept.
 */
export class Memo<K, V> {
	readonly #kept = new WeakMap<Prose, { readonly key: K; readonly value: V }>();

	/** What `make` made of a prose under a key; made now when it is not known. */
	of(prose: Prose, key: K, make: () => V): V {
		const kept = this.#kept.get(prose);
		if (kept && kept.key === key) return kept.value;
		const value = make();
		this.#kept.set(prose, { key, value });
		return value;
	}
}
