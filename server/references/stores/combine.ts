import type { Entity, Fact, Measure } from "../fact.ts";
import { findMentions } from "../names/find.ts";
import { RememberedNames } from "../names/remembered.ts";
import type { NameEntry, NameTable } from "../names/table.ts";
import { nameKey } from "../names/words.ts";
import type { NearQuery, ReferenceStore } from "../store.ts";
import { nearest } from "./near.ts";
import type { PackPart } from "./part.ts";

/**
 * Packs asked as one. What one pack only speaks of and another declares under that name is one thing, with the id of the one that declares it;
 * so are things with the same `same_as`. A pack that breaks while it is asked answers nothing, and the others still serve.
 */
export function combine(parts: readonly PackPart[], stem: (word: string) => string): ReferenceStore {
	const packs = parts.map(steady);
	const identities = packs.length > 1 ? new Identities(packs) : undefined;
	const names: NameTable = {
		longest: (word) => packs.reduce((longest, part) => Math.max(longest, part.longest(word)), 0),
		named: (key) =>
			identities ? packs.flatMap((part) => part.named(key).map((entry) => identities.entry(part, entry))) : (packs[0]?.named(key) ?? []),
		slips: (piece) => packs.flatMap((pack) => pack.slips(piece)),
	};
	const remembered = new RememberedNames(names, stem);
	const recent = new Map<string, Entity | undefined>();
	// What an article names is asked for by itself, and again as a whole that others are part of.
	const entity = (id: string): Entity | undefined => {
		if (recent.has(id)) return recent.get(id);
		const found = firstDeclared(packs.map((part) => part.entity(id)));
		if (recent.size >= RECENT) recent.clear();
		recent.set(id, found);
		return found;
	};
	const measure = (id: string): Measure | undefined => firstDeclared(packs.map((part) => part.measure(id)));
	const documents = packs.flatMap((part) => part.documents());
	const factsOf = (subject: string, measures: readonly string[] | undefined): readonly Fact[] => {
		if (!identities) return packs[0]?.facts(subject, measures) ?? [];
		return packs.flatMap((part) =>
			identities.local(part, subject, entity(subject)).flatMap((id) => {
				const facts = part.facts(id, measures);
				return id === subject ? facts : facts.map((fact) => ({ ...fact, subject }));
			}),
		);
	};
	const nearOf = (query: NearQuery): readonly Fact[] => {
		if (!identities) return packs[0]?.near(query) ?? [];
		const found = packs.map((part) =>
			part.near(query).map((fact) => {
				const subject = identities.canonical(part, fact.subject);
				return subject === fact.subject ? fact : { ...fact, subject };
			}),
		);
		return nearest(found, query);
	};
	const membersOf = (whole: string, limit: number): readonly string[] => {
		const name = entity(whole)?.name ?? whole;
		const written = name === whole ? [whole] : [whole, name];
		const found = new Set<string>();
		for (const part of packs) {
			for (const text of written)
				for (const id of part.membersOf(text, limit + 1)) found.add(identities ? identities.canonical(part, id) : id);
		}
		return found.size > limit ? [] : [...found];
	};
	const together = <T>(work: () => T): T =>
		packs.reduceRight<() => T>((inner, { together: once }) => (once ? () => once(inner) : inner), work)();
	const each = <Q, A>(queries: readonly Q[], answer: (query: Q) => A): A[] =>
		queries.length > 1 ? together(() => queries.map(answer)) : queries.map(answer);
	return {
		packs: packs.map((part) => part.summary),
		mentions: async (texts, isSmall) => together(() => findMentions(texts, remembered, isSmall)),
		facts: async (queries) => each(queries, ({ subject, measures }) => factsOf(subject, measures)),
		near: async (queries) => each(queries, nearOf),
		entities: async (ids) => each(ids, (id) => entity(id) ?? []).flat(),
		members: async (wholes, limit) => each(wholes, (whole) => membersOf(whole, limit)),
		measures: async (ids) => each(ids, (id) => measure(id) ?? []).flat(),
		people: async (ids) => each(ids, (id) => packs.flatMap((part) => part.people(id))),
		documents: async (speakers) => {
			if (!speakers) return documents;
			const names = speakers.flatMap((speaker) => {
				const known = entity(speaker) ?? packs.flatMap((part) => part.people(speaker))[0];
				return [speaker, ...(known ? [known.name, ...known.aliases] : [])];
			});
			const wanted = new Set(names.map(nameKey));
			return documents.filter(({ speaker }) => speaker === undefined || wanted.has(nameKey(speaker)));
		},
		search: async (text, kinds, limit) => packs.flatMap((part) => part.search(nameKey(text), kinds, limit)).slice(0, limit),
		row: async (uri, line) => {
			const rows = packs.map((part) => part.row(uri, line));
			return { facts: rows.flatMap(({ facts }) => facts), declared: rows.flatMap(({ declared }) => declared) };
		},
		close: () => {
			for (const part of packs) part.close();
		},
	};
}

// Enough for what one article names; a long session must not gather every name there is.
const REMEMBERED = 20_000;
const RECENT = 2_000;

/** Which of the packs' ids mean one thing. Nothing is built ahead: what is asked is looked up by name and remembered. */
class Identities {
	readonly #packs: readonly PackPart[];
	readonly #known = new Map<PackPart, Map<string, string>>();

	constructor(packs: readonly PackPart[]) {
		this.#packs = packs;
	}

	/** A name with its id as all packs understand it. */
	entry(part: PackPart, entry: NameEntry): NameEntry {
		if (entry.kind !== "entity") return entry;
		const id = this.canonical(part, entry.id);
		return id === entry.id ? entry : { ...entry, id };
	}

	/** The ids under which a pack knows a thing. */
	local(part: PackPart, id: string, entity: Entity | undefined): string[] {
		const ids = new Set<string>(part.entity(id) && this.canonical(part, id) === id ? [id] : []);
		for (const name of entity ? [entity.name, ...entity.aliases] : []) {
			for (const other of namesakes(part, name)) if (this.canonical(part, other) === id) ids.add(other);
		}
		return [...ids];
	}

	/** The id under which all packs understand what one of them calls `id`. */
	canonical(part: PackPart, id: string): string {
		let known = this.#known.get(part);
		if (!known || known.size > REMEMBERED) {
			known = new Map();
			this.#known.set(part, known);
		}
		let canonical = known.get(id);
		if (canonical === undefined) {
			canonical = this.#find(part, id);
			known.set(id, canonical);
		}
		return canonical;
	}

	#find(part: PackPart, id: string): string {
		const entity = part.entity(id);
		if (!entity) return id;
		if (entity.implied) {
			// The id as it stands may be what another pack declares; else its name, when only one thing has it.
			if (this.#packs.some((other) => other.entity(id)?.implied === undefined && other.entity(id))) return id;
			const declared = new Set(
				this.#packs.flatMap((other) => namesakes(other, entity.name).filter((candidate) => !other.entity(candidate)?.implied)),
			);
			const [only] = declared;
			if (declared.size === 1 && only !== undefined) return only;
			// Packs that both only speak of it may write it with another case or accent: the first one's way counts.
			for (const other of this.#packs) {
				const [first] = namesakes(other, entity.name);
				if (first !== undefined) return first;
			}
			return id;
		}
		if (entity.sameAs === undefined) return id;
		for (const other of this.#packs) {
			if (other === part) break;
			const same = namesakes(other, entity.name).find((candidate) => other.entity(candidate)?.sameAs === entity.sameAs);
			if (same !== undefined) return same;
		}
		return id;
	}
}

function namesakes(part: PackPart, name: string): string[] {
	return part.named(nameKey(name)).flatMap((entry) => (entry.kind === "entity" && !entry.partial ? [entry.id] : []));
}

function firstDeclared<T extends { readonly implied?: true }>(candidates: readonly (T | undefined)[]): T | undefined {
	return candidates.find((candidate) => candidate && !candidate.implied) ?? candidates.find(Boolean);
}

/** A pack whose storage may break under it: every answer falls back to nothing. */
function steady(part: PackPart): PackPart {
	const guarded =
		<A extends unknown[], R>(ask: (...args: A) => R, otherwise: R) =>
		(...args: A): R => {
			try {
				return ask(...args);
			} catch {
				return otherwise;
			}
		};
	return {
		summary: part.summary,
		...(part.together && { together: part.together }),
		longest: guarded((word) => part.longest(word), 0),
		named: guarded((key) => part.named(key), []),
		slips: guarded((piece) => part.slips(piece), []),
		entity: guarded((id) => part.entity(id), undefined),
		membersOf: guarded((whole, limit) => part.membersOf(whole, limit), []),
		measure: guarded((id) => part.measure(id), undefined),
		people: guarded((id) => part.people(id), []),
		facts: guarded((subject, measures) => part.facts(subject, measures), []),
		near: guarded((query) => part.near(query), []),
		documents: guarded(() => part.documents(), []),
		search: guarded((key, kinds, limit) => part.search(key, kinds, limit), []),
		row: guarded((uri, line) => part.row(uri, line), { facts: [], declared: [] }),
		close: guarded(() => part.close(), undefined),
	};
}
