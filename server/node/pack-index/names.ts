import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Entity, Measure } from "../../references/fact.ts";
import { nameKey } from "../../references/names/words.ts";
import { Registry, type Resolved, type Resolver, remembering } from "../../references/pack/registry.ts";

/** The entities that an index knows, resolved as while the pack was read: an id before a name, a name before an alias. */
export class IndexedNames implements Resolver {
	declared = false;
	readonly #database: DatabaseSync;
	readonly #subject: StatementSync;
	readonly #named: StatementSync;
	readonly resolve = remembering((text) => this.#find(text));

	constructor(database: DatabaseSync) {
		this.#database = database;
		this.#subject = database.prepare("SELECT json FROM subject WHERE id = ?");
		this.#named = database.prepare("SELECT DISTINCT id FROM name WHERE key = ? AND kind = 'entity' AND partial = 0");
	}

	/** Tables of names are not read again while rows of facts are. */
	add(): boolean {
		return false;
	}

	*names(): Iterable<string> {
		for (const { json } of this.#database.prepare("SELECT json FROM subject LIMIT 5000").iterate()) {
			const { id, name, aliases, implied } = JSON.parse(json as string) as Entity;
			if (!implied) yield* [id, name, ...aliases];
		}
	}

	#find(text: string): Resolved {
		const entity = (id: string): Entity | undefined => {
			const row = this.#subject.get(id);
			return row && (JSON.parse(row.json as string) as Entity);
		};
		const own = entity(text);
		if (own) return own.implied ? { id: text, implied: true } : { id: text };
		const key = nameKey(text);
		const rows = this.#named.all(key);
		const candidates = rows.flatMap(({ id }) => entity(id as string) ?? []).filter((candidate) => !candidate.implied);
		const named = candidates.filter(({ name }) => nameKey(name) === key);
		const found = named.length > 0 ? named : candidates.filter(({ aliases }) => aliases.some((alias) => nameKey(alias) === key));
		const [first] = found;
		if (!first) return { id: text, implied: true };
		return found.length === 1 ? { id: first.id } : { id: first.id, ambiguous: found.map(({ id }) => id) };
	}
}

/** The measures that an index knows, and the units that the pack's table gives them. */
export function knownMeasures(database: DatabaseSync): { registry: Registry; units: Map<string, string> } {
	const registry = new Registry();
	const units = new Map<string, string>();
	for (const { json } of database.prepare("SELECT json FROM measure").iterate()) {
		const measure = JSON.parse(json as string) as Measure;
		if (measure.implied) continue;
		registry.add(measure.id, measure.label, measure.aliases);
		if (measure.unit !== undefined) units.set(measure.id, measure.unit);
	}
	return { registry, units };
}
