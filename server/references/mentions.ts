import type { Prose } from "../prose/markdown/content.ts";
import type { Turns } from "../prose/steps.ts";
import { type Replaced, replaced, replacedBlocks } from "../prose/versions/compare.ts";
import { withAcronyms } from "./names/acronyms.ts";
import { smallWordsOf } from "./names/find.ts";
import type { Mention, ReferenceStore } from "./store.ts";

/** What one block has of names, and what that rests on. */
interface Entry {
	readonly mentions: readonly Mention[];
	/** The words that it uses in small letters, each once. */
	readonly small: readonly SmallWord[];
	/** What was asked of the article's small letters, and the answers. */
	readonly asked: ReadonlyMap<string, boolean>;
}

/** A word that stands in small letters, and in how many blocks it does. */
interface SmallWord {
	readonly word: string;
	blocks: number;
}

const none: readonly Mention[] = [];
const nothing: ReadonlyMap<string, boolean> = new Map();

/** The packs' names in one article, kept from version to version: blocks that say the same are not asked about again. */
export class ArticleMentions {
	readonly store: ReferenceStore;
	#prose: readonly Prose[] = [];
	#last: readonly (readonly Mention[])[] = [];
	/** How often each thing is named. */
	readonly #named = { entity: new Map<string, number>(), measure: new Map<string, number>(), person: new Map<string, number>() };
	#entries: readonly Entry[] = [];
	/** Every word that has been asked about. */
	readonly #asked = new Set<string>();
	readonly #small = new Map<string, SmallWord>();

	/** Grows whenever something is named that was not, or is no longer. */
	turns = 0;

	constructor(store: ReferenceStore) {
		this.store = store;
	}

	/** The names of every block of the article as it is now. A list stays the same object as long as nothing in it changes. */
	async update(blocks: readonly Prose[], turns?: Turns): Promise<readonly (readonly Mention[])[]> {
		const change = replacedBlocks(this.#prose, blocks);
		const turned = new Set<string>();
		const gone = this.#entries.slice(change.from, change.toA);
		const words: ReadonlySet<string>[] = [];
		for (const block of blocks.slice(change.from, change.toB)) {
			words.push(smallWordsOf(block.text));
			if (turns?.isOver()) await turns.next();
		}
		const small = words.map((own) => Array.from(own, (word) => this.#enter(word, turned)));
		for (const entry of gone) for (const word of entry.small) this.#leave(word, turned);
		this.#prose = blocks;
		const unread = small.map((own): Entry => ({ mentions: [], small: own, asked: nothing }));
		const entries = replaced(this.#entries, change, unread);
		const stale = [...unread.keys()].map((i) => change.from + i);
		// A word that is now, or no longer, one of small letters somewhere may unmake or make a name elsewhere.
		const telling = [...turned].filter((word) => this.#asked.has(word));
		for (const [i, { asked }] of telling.length > 0 ? entries.entries() : []) {
			if (i >= change.from && i < change.toB) continue;
			for (const word of telling) if (asked.has(word) && asked.get(word) !== this.#small.has(word)) stale.push(i);
		}
		const again = [...new Set(stale)];
		for (const some of batches(again, (i) => (blocks[i] as Prose).text.length)) {
			const asked: Map<string, boolean>[] = [];
			const texts = some.map((i) => (blocks[i] as Prose).text);
			const found = await this.store.mentions(texts, (word, text) => {
				const isSmall = this.#small.has(word);
				asked[text] ??= new Map();
				asked[text].set(word, isSmall);
				this.#asked.add(word);
				return isSmall;
			});
			some.forEach((i, n) => {
				entries[i] = { ...(entries[i] as Entry), mentions: found[n] ?? [], asked: asked[n] ?? nothing };
			});
			if (turns?.isOver()) await turns.next();
		}
		this.#entries = entries;
		const now = withAcronyms(
			blocks,
			entries.map((entry) => entry.mentions),
		);
		this.#name(now, change);
		this.#last = now;
		return now;
	}

	/** The ids of all that is named, by kind, in an order that does not hinge on where they stand. */
	ids(): Record<Mention["kind"], readonly string[]> {
		const { entity, measure, person } = this.#named;
		return { entity: [...entity.keys()].sort(), measure: [...measure.keys()].sort(), person: [...person.keys()].sort() };
	}

	/** Counts the names of lists that are not those of the version before. */
	#name(now: readonly (readonly Mention[])[], change: Replaced): void {
		const count = (list: readonly Mention[], by: 1 | -1): void => {
			for (const { kind, ids } of list) {
				const named = this.#named[kind];
				for (const id of ids) {
					const times = (named.get(id) ?? 0) + by;
					if (times === 0 || times === by) this.turns++;
					if (times === 0) named.delete(id);
					else named.set(id, times);
				}
			}
		};
		const before = replaced<readonly Mention[] | undefined>(
			this.#last,
			change,
			now.slice(change.from, change.toB).map(() => undefined),
		);
		// In before out: what a changed block names as before has not turned.
		const other: number[] = [];
		for (let i = 0; i < now.length; i++) if (now[i] !== before[i]) other.push(i);
		for (const i of other) count(now[i] as readonly Mention[], 1);
		for (const i of other) count(before[i] ?? none, -1);
		for (let i = change.from; i < change.toA; i++) count(this.#last[i] as readonly Mention[], -1);
	}

	/** Counts a word of a block in; a word of which there were none turns. */
	#enter(word: string, turned: Set<string>): SmallWord {
		const known = this.#small.get(word);
		if (known) {
			known.blocks++;
			return known;
		}
		const entered = { word, blocks: 1 };
		this.#small.set(word, entered);
		turned.add(word);
		return entered;
	}

	/** Counts a word of a block out; one of which there are no more turns. */
	#leave(word: SmallWord, turned: Set<string>): void {
		word.blocks--;
		if (word.blocks > 0) return;
		this.#small.delete(word.word);
		turned.add(word.word);
	}
}

/** How many characters a store is asked about at once: all of an article that is not extraordinarily long. */
const BATCH = 50_000;

function* batches(blocks: readonly number[], lengthOf: (block: number) => number): Iterable<readonly number[]> {
	let batch: number[] = [];
	let length = 0;
	for (const block of blocks) {
		batch.push(block);
		length += lengthOf(block);
		if (length < BATCH) continue;
		yield batch;
		batch = [];
		length = 0;
	}
	if (batch.length > 0) yield batch;
}
