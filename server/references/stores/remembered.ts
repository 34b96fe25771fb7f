import type { Entity, Fact, Measure, Person, SourceDocument } from "../fact.ts";
import type { ReferenceStore } from "../store.ts";

/** What packs have answered for one article: nothing is asked twice while it is being written. */
export class Remembered {
	readonly store: ReferenceStore;
	readonly #entities = new Map<string, Entity | undefined>();
	readonly #measures = new Map<string, Measure | undefined>();
	readonly #facts = new Map<string, readonly Fact[]>();
	readonly #people = new Map<string, readonly Person[]>();
	readonly #members = new Map<string, readonly string[]>();
	/** Lists that have been made of ids. */
	readonly lists = new WeakMap<readonly string[], readonly Entity[]>();
	#documents: Promise<readonly SourceDocument[]> | undefined;

	constructor(store: ReferenceStore) {
		this.store = store;
	}

	async entities(ids: readonly string[]): Promise<Entity[]> {
		const found = await of(ids, this.#entities, async (unknown) => {
			const byId = new Map((await this.store.entities(unknown)).map((entity) => [entity.id, entity]));
			return unknown.map((id) => byId.get(id));
		});
		return found.filter((entity) => entity !== undefined);
	}

	async measures(ids: readonly string[]): Promise<Measure[]> {
		const found = await of(ids, this.#measures, async (unknown) => {
			const byId = new Map((await this.store.measures(unknown)).map((measure) => [measure.id, measure]));
			return unknown.map((id) => byId.get(id));
		});
		return found.filter((measure) => measure !== undefined);
	}

	facts(subjects: readonly string[]): Promise<(readonly Fact[])[]> {
		return of(subjects, this.#facts, (unknown) => this.store.facts(unknown.map((subject) => ({ subject }))));
	}

	people(ids: readonly string[]): Promise<(readonly Person[])[]> {
		return of(ids, this.#people, (unknown) => this.store.people(unknown));
	}

	members(wholes: readonly string[], limit: number): Promise<(readonly string[])[]> {
		return of(wholes, this.#members, (unknown) => this.store.members(unknown, limit));
	}

	documents(): Promise<readonly SourceDocument[]> {
		this.#documents ??= this.store.documents();
		return this.#documents;
	}
}

/** Answers from memory, and asks for what is not there. */
async function of<T>(
	keys: readonly string[],
	known: Map<string, T>,
	ask: (unknown: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
	const unknown = keys.filter((key) => !known.has(key));
	if (unknown.length > 0) {
		const answers = await ask(unknown);
		for (const [i, key] of unknown.entries()) known.set(key, answers[i] as T);
	}
	return keys.map((key) => known.get(key) as T);
}
