import { hash } from "node:crypto";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Entity, Fact, Measure, Person, SourceDocument } from "../../references/fact.ts";
import { partsOf } from "../../references/names/slips.ts";
import type { Variant } from "../../references/names/table.ts";
import { entityVariants, measureVariants, personVariants } from "../../references/names/variants.ts";
import type { Origin, PackSink, SegmentInfo } from "../../references/pack/rows/table.ts";
import { hashOf } from "./schema.ts";

// Beyond this many the parts are not shared after all, and each fact keeps its own source.
const SHAPES = 20_000;

const NO_SEGMENT = { n: 0, firstRow: 0, firstLine: -1, firstFact: 0 };

/** Writes a pack's rows into an index. The caller begins and commits. */
export class IndexWriter implements PackSink {
	readonly #statements: Readonly<
		Record<
			| "subject"
			| "subjectNumber"
			| "measure"
			| "measureNumber"
			| "person"
			| "document"
			| "shape"
			| "segment"
			| "fact"
			| "name"
			| "part"
			| "longest"
			| "facts",
			StatementSync
		>
	>;
	readonly #stem: (word: string) => string;
	readonly #subjects = new Map<string, number>();
	readonly #measures = new Map<string, number>();
	readonly #shapes = new Map<string, number>();
	readonly #longest = new Map<string, number>();
	#segment = NO_SEGMENT;
	#fact: number;
	#segmentNumber: number;

	constructor(database: DatabaseSync, stem: (word: string) => string) {
		this.#stem = stem;
		const next = (table: string) => Number(database.prepare(`SELECT coalesce(max(n), 0) AS last FROM ${table}`).get()?.last ?? 0);
		this.#fact = next("fact");
		this.#segmentNumber = next("segment");
		const prepare = (sql: string) => database.prepare(sql);
		this.#statements = {
			subject: prepare("INSERT INTO subject (id, json) VALUES (?, ?)"),
			measure: prepare("INSERT INTO measure (id, json) VALUES (?, ?)"),
			subjectNumber: prepare("SELECT n FROM subject WHERE id = ?"),
			measureNumber: prepare("SELECT n FROM measure WHERE id = ?"),
			person: prepare("INSERT INTO person VALUES (?, ?)"),
			document: prepare("INSERT INTO document VALUES (?)"),
			shape: prepare("INSERT INTO shape (json) VALUES (?)"),
			segment: prepare("INSERT INTO segment (n, uri, start, length, hash, firstRow, firstLine, rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
			facts: prepare("UPDATE segment SET firstFact = ?, lastFact = ? WHERE n = ?"),
			fact: prepare("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
			name: prepare("INSERT INTO name (key, kind, id, text, partial) VALUES (?, ?, ?, ?, ?)"),
			part: prepare("INSERT INTO part VALUES (?, ?)"),
			longest: prepare("INSERT INTO longest VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET words = max(words, excluded.words)"),
		};
	}

	/** `valueColumn` is the cell that the value stands in, from 0. */
	fact(fact: Fact, { valueColumn }: Pick<Origin, "valueColumn">): void {
		const { subject, measure, period, value, printed, decimals, knownAt, row, lines, high, locator, note, reviewBy } = fact;
		const keep = this.#shapes.size < SHAPES;
		const apart = keep ? undefined : fact.source;
		const more =
			high === undefined && !locator && !note && !reviewBy && !apart
				? null
				: JSON.stringify({ high, locator, note, reviewBy, ...(apart && { source: apart }) });
		const { n, firstRow, firstLine } = this.#segment;
		const at = row - firstRow;
		const [line, lastLine] = lines ? [lines[0] - 1 - firstLine, lines[1] - 1 - firstLine] : [at, at];
		const isOneLine = line === at && lastLine === at;
		this.#statements.fact.run(
			++this.#fact,
			this.#number("subject", this.#subjects, subject),
			this.#number("measure", this.#measures, measure),
			period ?? null,
			value,
			printed,
			decimals,
			this.#shape(fact, valueColumn, keep),
			knownAt ?? null,
			more,
			n,
			at,
			isOneLine ? null : line,
			isOneLine ? null : lastLine,
		);
	}

	entity(entity: Entity): void {
		this.#subjects.set(entity.id, Number(this.#statements.subject.run(entity.id, JSON.stringify(entity)).lastInsertRowid));
		this.#names(entityVariants(entity));
	}

	measure(measure: Measure): void {
		this.#measures.set(measure.id, Number(this.#statements.measure.run(measure.id, JSON.stringify(measure)).lastInsertRowid));
		this.#names(measureVariants(measure, this.#stem));
	}

	person(person: Person): void {
		this.#statements.person.run(person.id, JSON.stringify(person));
		this.#names(personVariants(person));
	}

	document(document: SourceDocument): void {
		this.#statements.document.run(JSON.stringify(document));
	}

	segment({ uri, start, bytes, firstRow, firstLine, rows }: SegmentInfo): string {
		this.end();
		const digest = hash("sha256", bytes);
		this.#segment = { n: ++this.#segmentNumber, firstRow, firstLine, firstFact: this.#fact + 1 };
		this.#statements.segment.run(this.#segment.n, uri, start, bytes.length, digest, firstRow, firstLine, rows);
		return digest;
	}

	/** Ends the last segment, and writes what was gathered. */
	end(): void {
		if (this.#segment.n > 0 && this.#fact >= this.#segment.firstFact)
			this.#statements.facts.run(this.#segment.firstFact, this.#fact, this.#segment.n);
		this.#segment = NO_SEGMENT;
		for (const [word, words] of this.#longest) this.#statements.longest.run(word, words);
		this.#longest.clear();
	}

	#names(variants: readonly Variant[]): void {
		const seen = new Set<string>();
		for (const { key, entry, slips } of variants) {
			if (key === "" || key === "~" || seen.has(key)) continue;
			seen.add(key);
			const n = Number(this.#statements.name.run(key, entry.kind, entry.id, entry.text, entry.partial ? 1 : 0).lastInsertRowid);
			for (const part of slips ? partsOf(key) : []) this.#statements.part.run(hashOf(part), n);
			const words = key.split(" ");
			const first = words[0] as string;
			if (words.length > (this.#longest.get(first) ?? 0)) this.#longest.set(first, words.length);
		}
	}

	/** The number of a subject or measure: written just now, or by an earlier build. */
	#number(table: "subject" | "measure", known: Map<string, number>, id: string): number {
		let n = known.get(id);
		if (n === undefined) {
			n = Number(this.#statements[`${table}Number`].get(id)?.n);
			known.set(id, n);
		}
		return n;
	}

	/** The number of what a fact shares with others. */
	#shape(fact: Fact, column: number, keepsSource: boolean): number {
		const { resource, uri, unit, scale, source, qualifier, complete, verifiedBy, verifiedOn } = fact;
		const kept = keepsSource ? source : undefined;
		const key = `${resource}\n${uri}\n${column}\n${unit}\n${scale}\n${kept ?? ""}\n${qualifier ?? ""}\n${complete ?? ""}\n${verifiedBy ?? ""}\n${verifiedOn ?? ""}`;
		let n = this.#shapes.get(key);
		if (n === undefined) {
			const json = JSON.stringify({ resource, uri, column, unit, scale, source: kept, qualifier, complete, verifiedBy, verifiedOn });
			n = Number(this.#statements.shape.run(json).lastInsertRowid);
			this.#shapes.set(key, n);
		}
		return n;
	}
}
