import type { Blocks } from "../prose/blocks.ts";
import type { Prose } from "../prose/markdown/content.ts";
import type { Turns } from "../prose/steps.ts";
import { replaceIn } from "../prose/versions/compare.ts";
import { type Lists, listsAfter, turnedIn } from "../prose/versions/lists.ts";
import { ShortForms } from "./names/acronyms.ts";
import { SmallLetters, type SmallWord } from "./names/small-letters.ts";
import type { Mention, ReferenceStore } from "./store.ts";

/** What one block has of names, and what that rests on. */
interface Entry {
	readonly mentions: readonly Mention[];
	/** The words that it uses in small letters, each once. */
	readonly small: readonly SmallWord[];
	/** What was asked of the article's small letters, and the answers. */
	readonly asked: ReadonlyMap<string, boolean>;
}

const nothing: ReadonlyMap<string, boolean> = new Map();

/** The packs' names in one article, kept from version to version: blocks that say the same are not asked about again. */
export class ArticleMentions {
	readonly #store: ReferenceStore;
	#prose: readonly Prose[] = [];
	#lists: readonly (readonly Mention[])[] = [];
	readonly #shortForms = new ShortForms();
	/** How often each thing is named. */
	readonly #named = { entity: new Map<string, number>(), measure: new Map<string, number>(), person: new Map<string, number>() };
	readonly #entries: Entry[] = [];
	/** Every word that has been asked about. */
	readonly #asked = new Set<string>();
	readonly #small = new SmallLetters();

	/** Grows whenever something is named that was not, or is no longer. */
	turns = 0;

	constructor(store: ReferenceStore) {
		this.#store = store;
	}

	/** The names of every block of the article as it is now. A list stays the same object as long as nothing in it changes. */
	async update(places: Blocks, turns?: Turns): Promise<Lists<Mention>> {
		const blocks = places.prose;
		const change = places.changeSince(this.#prose);
		const turned = new Set<string>();
		const gone = this.#entries.slice(change.from, change.toA);
		const small: (readonly SmallWord[])[] = [];
		for (const block of blocks.slice(change.from, change.toB)) {
			// As long as nobody has asked about a word, no answer turns: of a new article no word is gathered.
			small.push(this.#small.enter(block.text, this.#asked.size > 0 ? turned : undefined));
			if (turns?.isOver()) await turns.next();
		}
		for (const entry of gone) this.#small.leave(entry.small, turned);
		this.#prose = blocks;
		const unread = small.map((own): Entry => ({ mentions: [], small: own, asked: nothing }));
		const entries = this.#entries;
		replaceIn(entries, change, unread);
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
			const found = await this.#store.mentions(texts, (word, text) => {
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
		const mentionsOf = (block: number): readonly Mention[] => (entries[block] as Entry).mentions;
		const named = listsAfter(this.#lists, change, this.#shortForms.update(blocks, mentionsOf, change, again));
		this.#name(named);
		this.#lists = named.lists;
		return named;
	}

	/** The ids of all that is named, by kind, in an order that does not hinge on where they stand. */
	ids(): Record<Mention["kind"], readonly string[]> {
		const { entity, measure, person } = this.#named;
		return { entity: [...entity.keys()].sort(), measure: [...measure.keys()].sort(), person: [...person.keys()].sort() };
	}

	/** Counts the names of lists that are not those of the version before. */
	#name(named: Lists<Mention>): void {
		const count = (list: readonly Mention[], by: 1 | -1): void => {
			for (const { kind, ids } of list) {
				const names = this.#named[kind];
				for (const id of ids) {
					const times = (names.get(id) ?? 0) + by;
					if (times === 0 || times === by) this.turns++;
					if (times === 0) names.delete(id);
					else names.set(id, times);
				}
			}
		};
		// In before out: what a changed block names as before has not turned.
		const { come, gone } = turnedIn(named);
		for (const list of come) count(list, 1);
		for (const list of gone) count(list, -1);
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
