import { type Replaced, replaced, replaceIn } from "../../prose/versions/compare.ts";
import type { Mention } from "../../references/store.ts";

/** Names that several entities share: each is the one that the article has named without doubt, if there is just one. Kept from version to version. */
export class Settling {
	#mentions: readonly (readonly Mention[])[] = [];
	#says: Says[] = [];
	/** In how many blocks a name is open. */
	#open = 0;
	/** How lists were last settled, so that what is settled in the same way stays the same list. */
	readonly #settled = new WeakMap<readonly Mention[], readonly Mention[]>();

	/** Settles the mentions of each block. */
	update(mentions: readonly (readonly Mention[])[], change: Replaced): readonly (readonly Mention[])[] {
		const fresh = mentions.slice(change.from, change.toB);
		const before = replaced<readonly Mention[] | undefined>(
			this.#mentions,
			change,
			fresh.map(() => undefined),
		);
		for (let i = change.from; i < change.toA; i++) if (this.#says[i]?.isOpen) this.#open--;
		replaceIn(
			this.#says,
			change,
			fresh.map(() => SILENT),
		);
		for (let i = 0; i < mentions.length; i++) {
			if (mentions[i] === before[i]) continue;
			if (this.#says[i]?.isOpen) this.#open--;
			this.#says[i] = saysOf(mentions[i] as readonly Mention[]);
			if (this.#says[i]?.isOpen) this.#open++;
		}
		this.#mentions = mentions;
		if (this.#open === 0) return mentions;
		const says = this.#says;
		const certain = new Set<string>();
		for (const { ids } of says) for (const id of ids) certain.add(id);
		let last: string | undefined;
		return mentions.map((list, i) => {
			const own = says[i] as Says;
			if (!own.isOpen) {
				last = own.last ?? last;
				return list;
			}
			const all = list.map((mention) => {
				if (mention.kind !== "entity") return mention;
				if (mention.ids.length === 1) {
					last = mention.ids[0];
					return mention;
				}
				const known = mention.ids.filter((id) => certain.has(id));
				const ids = known.length > 0 ? known : mention.ids;
				return { ...mention, ids: last !== undefined && ids.includes(last) ? [last] : ids };
			});
			const before = this.#settled.get(list);
			if (before?.every((mention, at) => mention.ids.join("\n") === all[at]?.ids.join("\n"))) return before;
			this.#settled.set(list, all);
			return all;
		});
	}
}

function saysOf(list: readonly Mention[]): Says {
	if (list.length === 0) return SILENT;
	const entities = list.filter(({ kind }) => kind === "entity");
	return {
		ids: entities.flatMap(({ ids }) => (ids.length === 1 ? ids : [])),
		last: entities.at(-1)?.ids[0],
		isOpen: entities.some(({ ids }) => ids.length !== 1),
	};
}

/** What the names of a block say for those of others: the entities that they name without doubt, and whether one of them is open itself. */
interface Says {
	readonly ids: readonly string[];
	readonly last: string | undefined;
	readonly isOpen: boolean;
}

const SILENT: Says = { ids: [], last: undefined, isOpen: false };
