import type { Block } from "../prose/block.ts";
import { replaced, replacedBlocks } from "../prose/compare.ts";
import { withAcronyms } from "./names/acronyms.ts";
import { smallWordsOf } from "./names/find.ts";
import type { Mention, ReferenceStore } from "./store.ts";

/** What one block has of names, and what that rests on. */
interface Entry {
	readonly mentions: readonly Mention[];
	/** The words that it uses in small letters. */
	readonly small: ReadonlySet<string>;
	/** What was asked of the article's small letters, and the answers. */
	readonly asked: ReadonlyMap<string, boolean>;
}

/** The packs' names in one article, kept from version to version: blocks that say the same are not asked about again. */
export class ArticleMentions {
	readonly store: ReferenceStore;
	#blocks: readonly Block[] = [];
	#entries: readonly Entry[] = [];
	/** In how many blocks each word stands in small letters. */
	readonly #small = new Map<string, number>();

	constructor(store: ReferenceStore) {
		this.store = store;
	}

	/** The names of every block of the article as it is now. A list stays the same object as long as nothing in it changes. */
	async update(blocks: readonly Block[]): Promise<readonly (readonly Mention[])[]> {
		const change = replacedBlocks(this.#blocks, blocks);
		const turned = new Set<string>();
		const gone = this.#entries.slice(change.from, change.toA);
		const small = blocks.slice(change.from, change.toB).map((block) => smallWordsOf([block.text]));
		for (const words of small) this.#count(words, 1, turned);
		for (const entry of gone) this.#count(entry.small, -1, turned);
		this.#blocks = blocks;
		const unread = small.map((words): Entry => ({ mentions: [], small: words, asked: new Map() }));
		const entries = replaced(this.#entries, change, unread);
		const stale = [...unread.keys()].map((i) => change.from + i);
		// A word that is now, or no longer, one of small letters somewhere may unmake or make a name elsewhere.
		for (const [i, { asked }] of entries.entries()) {
			if (i >= change.from && i < change.toB) continue;
			for (const word of turned) if (asked.has(word) && asked.get(word) !== this.#small.has(word)) stale.push(i);
		}
		const again = [...new Set(stale)];
		const asked = again.map(() => new Map<string, boolean>());
		const texts = again.map((i) => (blocks[i] as Block).text);
		const found = await this.store.mentions(texts, (word, text) => {
			const isSmall = this.#small.has(word);
			asked[text]?.set(word, isSmall);
			return isSmall;
		});
		again.forEach((i, n) => {
			entries[i] = { ...(entries[i] as Entry), mentions: found[n] ?? [], asked: asked[n] as Map<string, boolean> };
		});
		this.#entries = entries;
		return withAcronyms(
			blocks.map((block) => block.text),
			entries.map((entry) => entry.mentions),
		);
	}

	#count(words: ReadonlySet<string>, by: 1 | -1, turned: Set<string>): void {
		for (const word of words) {
			const before = this.#small.get(word) ?? 0;
			if (before === 0 || before + by === 0) turned.add(word);
			if (before + by === 0) this.#small.delete(word);
			else this.#small.set(word, before + by);
		}
	}
}
