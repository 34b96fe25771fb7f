import { replaceIn } from "../../prose/versions/compare.ts";
import { type Lists, listsAfter } from "../../prose/versions/lists.ts";
import type { Mention } from "../../references/store.ts";

/** Names that several entities share: each is the one that the article has named without doubt, if there is just one. Kept from version to version. */
export class Settling {
	#lists: readonly (readonly Mention[])[] = [];
	readonly #says: Says[] = [];
	/** In how many blocks a name is open. */
	#open = 0;
	/** How often each entity is named without doubt. */
	readonly #certain = new Map<string, number>();
	/** How lists were last settled, so that what is settled in the same way stays the same list. */
	readonly #settled = new WeakMap<readonly Mention[], readonly Mention[]>();

	/** Settles the mentions of each block. */
	update(named: Lists<Mention>): Lists<Mention> {
		const { lists, change, changed } = named;
		for (let i = change.from; i < change.toA; i++) this.#count(this.#says[i] as Says, -1);
		replaceIn(
			this.#says,
			change,
			Array.from({ length: change.toB - change.from }, () => SILENT),
		);
		const others = new Map<number, readonly Mention[]>();
		for (const i of changed) {
			this.#count(this.#says[i] as Says, -1);
			const list = lists[i] as readonly Mention[];
			this.#says[i] = saysOf(list);
			this.#count(this.#says[i] as Says, 1);
			others.set(i, list);
		}
		if (this.#open > 0) this.#settleAll(lists, others);
		const settled = listsAfter(this.#lists, change, others);
		this.#lists = settled.lists;
		return settled;
	}

	#count({ ids, isOpen }: Says, by: 1 | -1): void {
		if (isOpen) this.#open += by;
		for (const id of ids) {
			const times = (this.#certain.get(id) ?? 0) + by;
			if (times > 0) this.#certain.set(id, times);
			else this.#certain.delete(id);
		}
	}

	/** What an open name stands for hinges on all that stands before it. */
	#settleAll(lists: readonly (readonly Mention[])[], others: Map<number, readonly Mention[]>): void {
		let last: string | undefined;
		for (let i = 0; i < lists.length; i++) {
			const says = this.#says[i] as Says;
			if (says.isOpen) others.set(i, this.#settle(lists[i] as readonly Mention[], last));
			last = says.last ?? last;
		}
	}

	#settle(list: readonly Mention[], lastBefore: string | undefined): readonly Mention[] {
		let last = lastBefore;
		const all = list.map((mention) => {
			if (mention.kind !== "entity") return mention;
			if (mention.ids.length === 1) {
				last = mention.ids[0];
				return mention;
			}
			const known = mention.ids.filter((id) => this.#certain.has(id));
			const ids = known.length > 0 ? known : mention.ids;
			return { ...mention, ids: last !== undefined && ids.includes(last) ? [last] : ids };
		});
		const before = this.#settled.get(list);
		if (before?.every((mention, at) => mention.ids.join("\n") === all[at]?.ids.join("\n"))) return before;
		this.#settled.set(list, all);
		return all;
	}
}

function saysOf(list: readonly Mention[]): Says {
	if (list.length === 0) return SILENT;
	const entities = list.filter(({ kind }) => kind === "entity");
	const isOpen = entities.some(({ ids }) => ids.length !== 1);
	return {
		ids: entities.flatMap(({ ids }) => (ids.length === 1 ? ids : [])),
		last: entities.findLast(({ ids }) => ids.length === 1)?.ids[0],
		isOpen,
	};
}

/** What the names of a block say for those of others: the entities that they name without doubt, and whether one of them is open itself. */
interface Says {
	readonly ids: readonly string[];
	readonly last: string | undefined;
	readonly isOpen: boolean;
}

const SILENT: Says = { ids: [], last: undefined, isOpen: false };
