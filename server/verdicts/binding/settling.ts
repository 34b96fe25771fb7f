import type { Replaced } from "../../prose/compare.ts";
import type { Mention } from "../../references/store.ts";

/** Names that several entities share: each is the one that the article has named without doubt, if there is just one. Kept from version to version. */
export class Settling {
	#mentions: readonly (readonly Mention[])[] = [];
	#says: readonly Says[] = [];
	/** How lists were last settled, so that what is settled in the same way stays the same list. */
	readonly #settled = new WeakMap<readonly Mention[], readonly Mention[]>();

	/** Settles the mentions of each block. */
	update(mentions: readonly (readonly Mention[])[], { from, toA, toB }: Replaced): readonly (readonly Mention[])[] {
		const [before, said] = [this.#mentions, this.#says];
		const says = mentions.map((list, i) => {
			const at = i < from ? i : i + toA - toB;
			return list === before[at] ? (said[at] as Says) : saysOf(list);
		});
		this.#mentions = mentions;
		this.#says = says;
		if (!says.some(({ isOpen }) => isOpen)) return mentions;
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
