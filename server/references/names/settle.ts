import type { Entity } from "../fact.ts";
import type { Mention } from "../store.ts";

/**
 * Settles names of several things by what else the article names: the one that stands in it under a name of its own (`Tom Hill … Hill`, `the Republic of
 * Georgia … Georgia`), else the only one that belongs with something that does (Atlanta is part of one Georgia). What nothing settles stays open.
 */
export function settled(mentions: readonly (readonly Mention[])[], entities: ReadonlyMap<string, Entity>): readonly (readonly Mention[])[] {
	const isOpen = (mention: Mention) => mention.kind !== "measure" && mention.ids.length > 1;
	if (!mentions.some((list) => list.some(isOpen))) return mentions;
	const sure = new Set<string>();
	for (const list of mentions)
		for (const { kind, ids, partial } of list) if (kind !== "measure" && !partial && ids.length === 1) sure.add(ids[0] as string);
	const wholes = new Set([...sure].flatMap((id) => [id, entities.get(id)?.name ?? id, entities.get(id)?.partOf ?? id]));
	const parts = new Set([...sure].flatMap((id) => entities.get(id)?.partOf ?? []));
	const belongs = (id: string): boolean => {
		const entity = entities.get(id);
		return entity !== undefined && (parts.has(id) || parts.has(entity.name) || (entity.partOf !== undefined && wholes.has(entity.partOf)));
	};
	const settle = (mention: Mention): Mention => {
		if (!isOpen(mention)) return mention;
		for (const fits of [(id: string) => sure.has(id), belongs]) {
			const ids = mention.ids.filter(fits);
			if (ids.length === 1) return { ...mention, ids };
			if (ids.length > 1) return mention;
		}
		return mention;
	};
	return mentions.map((list) => {
		if (!list.some(isOpen)) return list;
		const all = list.map(settle);
		const before = known.get(list);
		if (before?.every((mention, i) => mention.ids.join("\n") === all[i]?.ids.join("\n"))) return before;
		known.set(list, all);
		return all;
	});
}

/** How lists were last settled, so that what is settled in the same way stays the same list. */
const known = new WeakMap<readonly Mention[], readonly Mention[]>();
