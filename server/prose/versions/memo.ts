import type { Prose } from "../markdown/content.ts";

/**
 * Remembers what was made of prose, as long as the prose lives and what else it depends on stays the same. `K` is compared by identity: a string, or an
 * object that is replaced whenever anything in it changes. Only the newest key of each prose is kept, and with the prose: a weak map of all blocks of a long
 * article costs most when memory is looked through.
 */
export class Memo<K, V> {
	/** What `make` made of a prose under a key; made now when it is not known. */
	of(prose: Prose, key: K, make: () => V): V {
		const note = this.#noteOf(prose);
		if (note && note.key === key) return note.value as V;
		const value = make();
		if (note) {
			note.key = key;
			note.value = value;
		} else prose.notes = { memo: this, key, value, next: prose.notes };
		return value;
	}

	/** Forgets what is remembered of a prose. */
	forget(prose: Prose): void {
		const note = this.#noteOf(prose);
		if (!note) return;
		note.key = undefined;
		note.value = undefined;
	}

	/** What is remembered under the few memos that there are. */
	#noteOf(prose: Prose): Note | undefined {
		let note = prose.notes;
		while (note && note.memo !== this) note = note.next;
		return note;
	}
}

/** What a memo has of a prose, and what the next one has. */
export interface Note {
	readonly memo: object;
	key: unknown;
	value: unknown;
	readonly next: Note | undefined;
}
