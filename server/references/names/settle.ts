import { replaceIn } from "../../prose/versions/compare.ts";
import { type Lists, listsAfter, turnedIn } from "../../prose/versions/lists.ts";
import type { Entity } from "../fact.ts";
import type { Mention } from "../store.ts";

/**
 * Settles names of several things by what else the article names, from version to version: the one that stands in it under a name of its own (`Tom Hill …
 * Hill`, `the Republic of Georgia … Georgia`), else the only one that belongs with something that does (Atlanta is part of one Georgia). What nothing
 * settles stays open. What a name is shortened to is no name unless it has been given in full somewhere: `Tessel` may be anything without Tessel Optics.
 */
export class Settled {
	/** The blocks in which a name is open. */
	readonly #open: boolean[] = [];
	#count = 0;
	/** How often each thing is named under a name of its own. */
	readonly #sure = new Map<string, number>();
	#entities: ReadonlyMap<string, Entity> | undefined;
	#lists: readonly (readonly Mention[])[] = [];
	/** How lists were last settled, so that what is settled in the same way stays the same list. */
	readonly #known = new WeakMap<readonly Mention[], readonly Mention[]>();

	/** Moves to another version. */
	update(named: Lists<Mention>, entities: ReadonlyMap<string, Entity>): Lists<Mention> {
		const isTurned = this.#countIn(named) || this.#entities !== entities;
		this.#entities = entities;
		for (let i = named.change.from; i < named.change.toA; i++) if (this.#open[i]) this.#count--;
		replaceIn(
			this.#open,
			named.change,
			Array.from({ length: named.change.toB - named.change.from }, () => false),
		);
		const others = new Map<number, readonly Mention[]>();
		for (const i of named.changed) {
			const list = named.lists[i] as readonly Mention[];
			const isNow = list.some((mention) => isOpen(mention) || isShort(mention, entities));
			this.#count += Number(isNow) - Number(this.#open[i]);
			this.#open[i] = isNow;
			others.set(i, list);
		}
		if (this.#count > 0) {
			const settle = this.#settling(entities);
			for (const i of isTurned ? this.#open.keys() : [...others.keys()])
				if (this.#open[i]) others.set(i, this.#settle(named.lists[i] as readonly Mention[], settle));
		}
		const settled = listsAfter(this.#lists, named.change, others);
		this.#lists = settled.lists;
		return settled;
	}

	/** Counts names that leave no doubt. Answers whether there is one that there was not, or no longer. */
	#countIn(named: Lists<Mention>): boolean {
		const { gone, come } = turnedIn(named);
		const was = new Map<string, boolean>();
		const count = (list: readonly Mention[], by: 1 | -1): void => {
			for (const { kind, ids, partial } of list) {
				if (kind === "measure" || partial || ids.length !== 1) continue;
				const id = ids[0] as string;
				const times = this.#sure.get(id) ?? 0;
				if (!was.has(id)) was.set(id, times > 0);
				if (times + by > 0) this.#sure.set(id, times + by);
				else this.#sure.delete(id);
			}
		};
		for (const list of come) count(list, 1);
		for (const list of gone) count(list, -1);
		return [...was].some(([id, before]) => before !== this.#sure.has(id));
	}

	#settling(entities: ReadonlyMap<string, Entity>): (mention: Mention) => readonly Mention[] {
		const sure = [...this.#sure.keys()];
		const wholes = new Set(sure.flatMap((id) => [id, entities.get(id)?.name ?? id, entities.get(id)?.partOf ?? id]));
		const parts = new Set(sure.flatMap((id) => entities.get(id)?.partOf ?? []));
		const belongs = (id: string): boolean => {
			const entity = entities.get(id);
			return (
				entity !== undefined && (parts.has(id) || parts.has(entity.name) || (entity.partOf !== undefined && wholes.has(entity.partOf)))
			);
		};
		return (mention) => {
			if (isShort(mention, entities)) {
				const ids = mention.ids.filter((id) => this.#sure.has(id));
				return ids.length === 0 ? [] : [ids.length === mention.ids.length ? mention : { ...mention, ids }];
			}
			if (!isOpen(mention)) return [mention];
			for (const fits of [(id: string) => this.#sure.has(id), belongs]) {
				const ids = mention.ids.filter(fits);
				if (ids.length === 1) return [{ ...mention, ids }];
				if (ids.length > 1) return [mention];
			}
			return [mention];
		};
	}

	#settle(list: readonly Mention[], settle: (mention: Mention) => readonly Mention[]): readonly Mention[] {
		const all = list.flatMap(settle);
		const before = this.#known.get(list);
		if (before?.length === all.length && before.every((mention, i) => mention.ids.join("\n") === all[i]?.ids.join("\n"))) return before;
		this.#known.set(list, all);
		return all;
	}
}

const isOpen = ({ kind, ids }: Mention): boolean => kind !== "measure" && ids.length > 1;

/** Whether a part of a name stands there that is no person's surname. */
function isShort({ kind, partial, ids }: Mention, entities: ReadonlyMap<string, Entity>): boolean {
	return partial === true && kind === "entity" && ids.some((id) => entities.get(id)?.type !== "person");
}
