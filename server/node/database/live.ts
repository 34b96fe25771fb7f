import type { Entity, Fact, Measure, Person, SourceDocument } from "../../references/fact.ts";
import { knownEntity, knownMeasure, knownPerson } from "../../references/known.ts";
import { headOf } from "../../references/names/grams.ts";
import { namesNear, partsNear } from "../../references/names/slips.ts";
import { MemoryNames, type NameTable } from "../../references/names/table.ts";
import { measureVariants } from "../../references/names/variants.ts";
import { nameKey } from "../../references/names/words.ts";
import type { Known, NearQuery, PackSummary } from "../../references/store.ts";
import type { LiveSource, Need } from "../../references/stores/live.ts";
import { LOOKED_AT, nearest } from "../../references/stores/near.ts";
import type { PackPart } from "../../references/stores/part.ts";
import { hashOf } from "../pack-index/schema.ts";
import type { CataloguedPack } from "./catalogue.ts";
import type { Connection } from "./connection.ts";
import { type FactRow, factOf, type Item, itemOf } from "./rows.ts";
import { type SliceQuery, type SliceRow, slice } from "./slice.ts";

/** So many facts are kept between two articles. */
const KEPT = 200_000;

/** The packs of a database, asked where they are, all at the revision that was the newest when they were opened. */
export async function liveSource(
	connection: Connection,
	packs: readonly CataloguedPack[],
	revision: number,
	stem: (word: string) => string,
): Promise<LiveSource> {
	// Measures and documents are few, and every article may need any of them.
	const rows = await connection.ask<{ pack: string; kind: Item["kind"]; body: string }>(
		"SELECT pack, kind, body FROM plumbline.item WHERE pack = ANY ($1::text[]) AND kind IN ('measure', 'document') AND since <= $2 AND (gone IS NULL OR gone > $2) ORDER BY pack, n",
		[packs.map(({ name }) => name), revision],
	);
	const items = rows.map(({ pack, kind, body }) => ({ pack, item: itemOf(pack, kind, body) }));
	return new LiveDatabase(
		connection,
		revision,
		packs.map((pack) => {
			const own = items.flatMap(({ pack: name, item }) => (name === pack.name ? [item] : []));
			const { names: _names, revision: _revision, ...summary } = pack;
			return new LivePack(summary, own, stem);
		}),
	);
}

class LiveDatabase implements LiveSource {
	readonly parts: readonly LivePack[];
	readonly #connection: Connection;
	readonly #revision: number;
	#known = new KnownHere();
	#users = 0;

	constructor(connection: Connection, revision: number, parts: readonly LivePack[]) {
		this.#connection = connection;
		this.#revision = revision;
		this.parts = parts;
	}

	async prepare(need: Need): Promise<void> {
		const known = this.#known;
		const { names, keys = [] } = need;
		const heads = keys.filter((key) => !known.keys.has(key)).map(headOf);
		const query = {
			packs: this.parts.map(({ summary }) => summary.name),
			revision: this.#revision,
			large: without([...(names?.large ?? []), ...heads], known.large),
			small: without([...(names?.small ?? [])], known.small, known.large),
			parts: without([...(names?.slips ?? [])], known.slips).flatMap(partsOf),
			items: without(need.entities ?? [], known.items),
			subjects: without(need.subjects ?? [], known.subjects),
			people: without(need.people ?? [], known.people),
			wholes: without(need.wholes ?? [], known.wholes),
		};
		const { large, small, parts, items, subjects, people, wholes } = query;
		const isNeeded = [large, small, parts, items, subjects, people, wholes].some((list) => list.length > 0);
		await Promise.all([
			isNeeded && this.#fetch(query, need),
			...this.parts.flatMap((part) => [
				...(need.near ?? []).map((one) => this.#near(part, one)),
				need.search && this.#search(part, need.search),
			]),
		]);
	}

	async #fetch(query: SliceQuery, need: Need): Promise<void> {
		const rows = await slice(this.#connection, query);
		const byPart = new Map(rows.flatMap((row) => (row.kind === "near" ? [row.body] : [])));
		const names: Pick<NameTable, "slips"> = { slips: (part) => byPart.get(hashOf(part)) ?? [] };
		const written = new Set(rows.flatMap((row) => (row.kind === "name" ? [row.body.key] : [])));
		const meant = [...(need.names?.slips ?? [])].flatMap((key) => (written.has(key) ? [] : namesNear(key, names)));
		// Only an article with a slip in a name takes a second round trip.
		if (meant.length > 0) await this.prepare({ keys: meant });
		this.#take(rows, need);
	}

	hold(): () => void {
		this.#users++;
		return () => {
			if (--this.#users > 0 || this.parts.reduce((sum, part) => sum + part.size, 0) < KEPT) return;
			this.#known = new KnownHere();
			for (const part of this.parts) part.forget();
		};
	}

	#take(rows: readonly SliceRow[], { names, keys = [], entities = [], subjects = [], people = [], wholes = [] }: Need): void {
		const known = this.#known;
		const byPack = new Map(this.parts.map((part) => [part.summary.name, part]));
		const fresh = new Set<string>();
		const met = new Set(rows.flatMap((row) => (row.kind === "name" && row.body.met ? [`${row.pack} ${row.body.id}`] : [])));
		for (const row of rows) {
			const part = row.pack === null ? undefined : byPack.get(row.pack);
			if (row.kind === "whole") {
				known.wholes.add(row.body);
				known.items.add(row.body);
			} else if (row.kind === "name") part?.name(row.body);
			else if (row.kind === "person") part?.person(row.body.body);
			else if (row.kind === "entity") {
				const entity = part?.declare(row.body.body);
				// What other packs call by the names of what was met has come with it.
				if (entity && met.has(`${row.pack} ${entity.id}`))
					for (const name of [entity.name, ...entity.aliases]) known.keys.add(nameKey(name));
				known.items.add(row.body.id);
				if (row.body.facts && !known.subjects.has(row.body.id)) fresh.add(row.body.id);
			}
		}
		for (const id of subjects) if (!known.subjects.has(id)) fresh.add(id);
		for (const id of fresh) known.subjects.add(id);
		const facts = new Map<LivePack, (Omit<FactRow, "digest"> & { n: number })[]>();
		for (const row of rows) {
			const part = row.kind === "fact" && byPack.get(row.pack);
			if (part && fresh.has(row.body.subject)) facts.set(part, [...(facts.get(part) ?? []), row.body as never]);
		}
		for (const [part, list] of facts) part.learn(list);
		for (const key of names?.large ?? []) known.large.add(key);
		for (const key of keys) known.large.add(headOf(key));
		for (const key of names?.small ?? []) known.small.add(key);
		for (const key of names?.slips ?? []) known.slips.add(key);
		for (const id of [...entities, ...subjects]) known.items.add(id);
		for (const id of people) known.people.add(id);
		for (const whole of wholes) known.wholes.add(whole);
	}

	async #near(part: LivePack, query: NearQuery): Promise<void> {
		const key = JSON.stringify(query);
		if (part.nearAnswers.has(key)) return;
		const { value, within, unit, measures, period, limit } = query;
		const side = (bounds: string, order: string) =>
			`(SELECT * FROM (SELECT * FROM plumbline.fact WHERE pack = $1 AND ${bounds} AND since <= $2 AND (gone IS NULL OR gone > $2) ORDER BY value ${order} LIMIT ${LOOKED_AT}) AS looked ` +
			"WHERE ($5::text IS NULL OR unit = $5) AND ($6::text IS NULL OR period = $6) AND ($7::text[] IS NULL OR measure = ANY ($7::text[])) LIMIT $8)";
		const rows = await this.#connection.ask<FactRow>(
			`${side("value >= $3 AND value <= $3 + $4", "ASC")} UNION ALL ${side("value < $3 AND value >= $3 - $4", "DESC")}`,
			[part.summary.name, this.#revision, value, within, unit ?? null, period ?? null, measures ?? null, limit],
		);
		const facts = rows.map((row) => factOf(part.summary.name, row));
		part.nearAnswers.set(key, nearest([facts], query));
	}

	/** Names that contain a text, by the index of trigrams where there is one. */
	async #search(part: LivePack, { key, kinds, limit }: NonNullable<Need["search"]>): Promise<void> {
		const id = searchKey(key, kinds, limit);
		if (part.searchAnswers.has(id)) return;
		const pack = part.summary.name;
		const rows = await this.#connection.ask<{ kind: Item["kind"]; body: string; fact: Omit<FactRow, "digest"> | null }>(
			`SELECT found.kind, item.body, row_to_json(first) AS fact FROM (
				SELECT DISTINCT kind, id FROM plumbline.name
				WHERE pack = $1 AND NOT partial AND key LIKE $3 AND kind = ANY ($4::text[]) AND since <= $2 AND (gone IS NULL OR gone > $2) LIMIT $5
			) AS found JOIN plumbline.item ON item.pack = $1 AND item.kind = found.kind AND item.id = found.id AND item.since <= $2 AND (item.gone IS NULL OR item.gone > $2)
			LEFT JOIN LATERAL (${firstAbout("entity", "subject")} UNION ALL ${firstAbout("measure", "measure")}) AS first ON true ORDER BY item.n`,
			[pack, this.#revision, `%${key.replaceAll(/[\\%_]/g, "\\$&")}%`, kinds, limit],
		);
		part.searchAnswers.set(
			id,
			rows.flatMap(({ kind, body, fact }) => {
				const item = itemOf(pack, kind, body);
				const first = () => (fact ? factOf(pack, fact) : undefined);
				const known =
					item.kind === "entity"
						? knownEntity(item.body, first)
						: item.kind === "measure"
							? knownMeasure(item.body, first)
							: item.kind === "person"
								? knownPerson(item.body)
								: undefined;
				return known ? [known] : [];
			}),
		);
	}
}

/** What has been fetched, absent things included. */
class KnownHere {
	readonly large = new Set<string>();
	readonly small = new Set<string>();
	/** Whole keys, where not all names with their head are here. */
	readonly keys = new Set<string>();
	readonly slips = new Set<string>();
	readonly items = new Set<string>();
	readonly subjects = new Set<string>();
	readonly people = new Set<string>();
	readonly wholes = new Set<string>();
}

/** One pack of a database: what has been fetched of it. */
class LivePack implements PackPart {
	readonly summary: PackSummary;
	readonly nearAnswers = new Map<string, readonly Fact[]>();
	readonly searchAnswers = new Map<string, readonly Known[]>();
	readonly #stem: (word: string) => string;
	readonly #measures = new Map<string, Measure>();
	readonly #documents: readonly SourceDocument[];
	#names = new MemoryNames();
	readonly #entities = new Map<string, Entity>();
	readonly #members = new Map<string, string[]>();
	readonly #people = new Map<string, Map<string, Person>>();
	readonly #facts = new Map<string, Fact[]>();
	/** How many facts are here. */
	size = 0;

	constructor(summary: PackSummary, items: readonly Item[], stem: (word: string) => string) {
		this.summary = summary;
		this.#stem = stem;
		for (const { kind, body } of items) if (kind === "measure") this.#measures.set(body.id, body);
		this.#documents = items.flatMap(({ kind, body }) => (kind === "document" ? [body] : []));
		this.#nameMeasures();
	}

	name({ key, kind, id, text, partial, slips }: Extract<SliceRow, { kind: "name" }>["body"]): void {
		const entry = { kind: kind as "entity" | "measure" | "person", id, text, ...(partial && { partial: true as const }) };
		this.#names.add({ key, entry, slips });
	}

	declare(body: string): Entity {
		const entity = itemOf(this.summary.name, "entity", body).body as Entity;
		if (!this.#entities.has(entity.id)) {
			this.#entities.set(entity.id, entity);
			if (entity.partOf !== undefined) this.#members.set(entity.partOf, [...(this.#members.get(entity.partOf) ?? []), entity.id]);
		}
		return entity;
	}

	person(body: string): void {
		const person = itemOf(this.summary.name, "person", body).body as Person;
		const rows = this.#people.get(person.id) ?? new Map<string, Person>();
		this.#people.set(person.id, rows.set(body, person));
	}

	learn(rows: readonly (Omit<FactRow, "digest"> & { readonly n: number })[]): void {
		for (const row of [...rows].sort((a, b) => a.n - b.n)) {
			const fact = factOf(this.summary.name, row);
			const list = this.#facts.get(fact.subject);
			if (list) list.push(fact);
			else this.#facts.set(fact.subject, [fact]);
			this.size++;
		}
	}

	forget(): void {
		this.#names = new MemoryNames();
		this.#nameMeasures();
		for (const map of [this.#entities, this.#members, this.#people, this.#facts, this.nearAnswers, this.searchAnswers]) map.clear();
		this.size = 0;
	}

	#nameMeasures(): void {
		for (const measure of this.#measures.values()) for (const variant of measureVariants(measure, this.#stem)) this.#names.add(variant);
	}

	longest(word: string): number {
		return this.#names.longest(word);
	}
	named(key: string): ReturnType<PackPart["named"]> {
		return this.#names.named(key);
	}
	slips(part: string): readonly string[] {
		return this.#names.slips(part);
	}
	entity(id: string): Entity | undefined {
		return this.#entities.get(id);
	}
	membersOf(whole: string, limit: number): readonly string[] {
		return (this.#members.get(whole) ?? []).slice(0, limit);
	}
	measure(id: string): Measure | undefined {
		return this.#measures.get(id);
	}
	people(id: string): readonly Person[] {
		return [...(this.#people.get(id)?.values() ?? [])];
	}
	facts(subject: string, measures?: readonly string[]): readonly Fact[] {
		const all = this.#facts.get(subject) ?? [];
		return measures ? all.filter((fact) => measures.includes(fact.measure)) : all;
	}
	near(query: NearQuery): readonly Fact[] {
		return this.nearAnswers.get(JSON.stringify(query)) ?? [];
	}
	documents(): readonly SourceDocument[] {
		return this.#documents;
	}
	search(key: string, kinds: readonly Known["kind"][], limit: number): readonly Known[] {
		return this.searchAnswers.get(searchKey(key, kinds, limit)) ?? [];
	}
	/** Rows stand in no file that could be shown. */
	row(): ReturnType<PackPart["row"]> {
		return { facts: [], declared: [] };
	}
	close(): void {}
}

/** The first fact about what no table declares: it stands there. */
function firstAbout(kind: Item["kind"], column: "subject" | "measure"): string {
	return (
		"(SELECT resource, row, subject, measure, period, value, printed, unit, known_at, source, more FROM plumbline.fact " +
		`WHERE found.kind = '${kind}' AND item.body LIKE '%"implied":true%' AND fact.pack = $1 AND fact.${column} = found.id ` +
		"AND fact.since <= $2 AND (fact.gone IS NULL OR fact.gone > $2) ORDER BY n LIMIT 1)"
	);
}

function searchKey(key: string, kinds: readonly Known["kind"][], limit: number): string {
	return `${limit} ${kinds.join()} ${key}`;
}

/** A slip keeps the first letter, and the last one too unless the ending of the word may be another. */
function partsOf(key: string): { part: number; first: string; last: string }[] {
	const last = /[aeiou]$/.test(key) ? "" : key.slice(-1);
	return partsNear(key).map((part) => ({ part: hashOf(part), first: key.slice(0, 1), last }));
}

function without(list: readonly string[], ...known: readonly ReadonlySet<string>[]): string[] {
	return [...new Set(list)].filter((key) => !known.some((set) => set.has(key)));
}
