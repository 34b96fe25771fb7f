import type { Fact } from "../../references/fact.ts";
import type { PackSink } from "../../references/pack/rows/table.ts";
import type { ReferenceStore } from "../../references/store.ts";

/** What differs between two states of a pack. */
export interface Differences {
	/** Ids of the things and people of which they say something else. */
	readonly ids: readonly string[];
	/** Measures or documents differ: every article may be touched. */
	readonly all: boolean;
}

/** Holds two states of a pack against each other. Only the newest vintage of a figure counts. */
export function differences(old: Content, fresh: Content): Differences {
	const ids = new Set<string>();
	for (const [a, b] of [
		[old, fresh],
		[fresh, old],
	] as const)
		for (const [key, { said, id }] of a.rows) if (b.rows.get(key)?.said !== said) ids.add(id);
	return { ids: [...ids], all: old.shared.join("\n") !== fresh.shared.join("\n") };
}

/** What one state says. */
export interface Content {
	/** Rows about one thing, by what they are about: the thing's id and what they say. */
	readonly rows: Map<string, { readonly id: string; readonly said: string; readonly knownAt?: string }>;
	/** What any article may rest on. */
	readonly shared: string[];
}

/** What one state says, to be filled by the sink. */
export function contentSink(): { readonly content: Content; readonly sink: PackSink } {
	const content: Content = { rows: new Map(), shared: [] };
	// Where a row stands is not what it says, and a pack without a name of its own is called as its folder.
	const words = (row: object) => JSON.stringify({ ...row, row: undefined, uri: undefined, lines: undefined, pack: undefined });
	const sink: PackSink = {
		fact: (fact) => {
			const key = seriesOf(fact);
			const earlier = content.rows.get(key);
			if (earlier && (earlier.knownAt ?? "") > (fact.knownAt ?? "")) return;
			content.rows.set(key, {
				id: fact.subject,
				said: `${fact.value} ${fact.high ?? ""} ${fact.decimals}`,
				...(fact.knownAt !== undefined && { knownAt: fact.knownAt }),
			});
		},
		entity: (entity) => content.rows.set(`entity ${entity.id}`, { id: entity.id, said: words(entity) }),
		person: (person) => {
			const key = `person ${person.id}`;
			content.rows.set(key, { id: person.id, said: `${content.rows.get(key)?.said ?? ""}${words(person)}` });
		},
		measure: (measure) => content.shared.push(words(measure)),
		document: (document) => content.shared.push(words(document)),
	};
	return { content, sink };
}

/** What the vintages of one figure share. */
function seriesOf({ subject, measure, period, qualifier, unit }: Fact): string {
	return JSON.stringify([subject, measure, period, qualifier, unit]);
}

/**
 * A store that knows the newest vintage of each figure alone, and has known it since the oldest was public: what the facts say today about what an
 * article spoke of then.
 */
export function today(store: ReferenceStore): ReferenceStore {
	return Object.assign(Object.create(store) as ReferenceStore, {
		facts: async (queries: Parameters<ReferenceStore["facts"]>[0]) => (await store.facts(queries)).map(newest),
	});
}

function newest(facts: readonly Fact[]): readonly Fact[] {
	const series = new Map<string, Fact[]>();
	for (const fact of facts) {
		const key = `${fact.pack}\n${seriesOf(fact)}`;
		const list = series.get(key);
		if (list) list.push(fact);
		else series.set(key, [fact]);
	}
	return [...series.values()].flatMap((vintages) => {
		if (vintages.length === 1) return vintages;
		const known = vintages.map(({ knownAt = "" }) => knownAt);
		const last = known.reduce((a, b) => (a > b ? a : b));
		const first = known.reduce((a, b) => (a < b ? a : b));
		// Two rows of one vintage disagree, and both are kept.
		return vintages
			.filter(({ knownAt = "" }) => knownAt === last)
			.map(({ knownAt: _, ...fact }) => (first === "" ? fact : { ...fact, knownAt: first }));
	});
}
