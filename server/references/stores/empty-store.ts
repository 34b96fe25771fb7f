import type { ReferenceStore } from "../store.ts";

/** The store of a workspace without packs. */
export const emptyStore: ReferenceStore = {
	packs: [],
	mentions: async (texts) => texts.map(() => []),
	facts: async (queries) => queries.map(() => []),
	near: async (queries) => queries.map(() => []),
	entities: async () => [],
	members: async (wholes) => wholes.map(() => []),
	measures: async () => [],
	people: async (ids) => ids.map(() => []),
	documents: async () => [],
	search: async () => [],
	row: async () => ({ facts: [], declared: [] }),
	close: () => {},
};
