import { hash } from "node:crypto";
import type { Entity, Fact, Measure, Person, RowPlace, SourceDocument } from "../../references/fact.ts";
import { headOf, isLarge } from "../../references/names/grams.ts";
import { partsOf } from "../../references/names/slips.ts";
import type { Variant } from "../../references/names/table.ts";
import { entityVariants, measureVariants, personVariants } from "../../references/names/variants.ts";
import type { PackSink } from "../../references/pack/rows/table.ts";
import { hashOf } from "../pack-index/schema.ts";

/**
 * How names are made into keys, heads and parts, which the database keeps. Raised whenever any of them changes: packs that were pushed before are then asked
 * only by copies, which make their own keys, until they are pushed again.
 */
export const NAMES = 2;

/** A row of the table of facts, without the numbers that the database gives it. What has no column of its own is in `more`, as JSON. */
export interface FactRow {
	readonly subject: string;
	readonly measure: string;
	readonly period: string | null;
	readonly value: number;
	readonly printed: string;
	readonly unit: string;
	readonly known_at: string | null;
	readonly source: string | null;
	readonly resource: string;
	readonly row: number;
	readonly more: string;
	readonly digest: string;
}

/** What a pack declares, beside its facts. */
export type Item =
	| { readonly kind: "entity"; readonly body: Entity }
	| { readonly kind: "measure"; readonly body: Measure }
	| { readonly kind: "person"; readonly body: Person }
	| { readonly kind: "document"; readonly body: SourceDocument };

/** A row of the table of items. */
export interface ItemRow {
	readonly kind: Item["kind"];
	readonly id: string;
	readonly name: string;
	readonly part_of: string | null;
	readonly body: string;
	readonly digest: string;
}

/** One form of a name of an item. */
export interface NameRow {
	readonly key: string;
	readonly head: string;
	readonly kind: string;
	readonly id: string;
	readonly text: string;
	readonly partial: boolean;
	readonly slips: boolean;
	readonly capital: boolean;
}

/** A fact as a row. The file that it stands in is the pusher's own and stays there. */
export function factRow({ pack: _pack, uri: _uri, lines: _lines, ...fact }: Fact): FactRow {
	const { subject, measure, period = null, value, printed, unit, knownAt = null, source = null, resource, row, ...rest } = fact;
	const more = JSON.stringify(rest);
	const digest = digestOf([subject, measure, period, value, printed, unit, knownAt, source, resource, more]);
	return { subject, measure, period, value, printed, unit, known_at: knownAt, source, resource, row, more, digest };
}

/** A row as a fact. */
export function factOf(pack: string, row: Omit<FactRow, "digest">): Fact {
	const { subject, measure, period, value, printed, unit, known_at, source, resource } = row;
	return {
		pack,
		resource,
		row: row.row,
		subject,
		measure,
		value,
		printed,
		unit,
		...(period !== null && { period }),
		...(known_at !== null && { knownAt: known_at }),
		...(source !== null && { source }),
		...(JSON.parse(row.more) as Pick<Fact, "decimals" | "scale">),
	};
}

/** What a pack declares as a row. */
export function itemRow({ kind, body }: Item): ItemRow {
	const { pack: _pack, uri: _uri, lines: _lines, ...own }: typeof body & Partial<RowPlace> = body;
	const text = JSON.stringify(own);
	const id = "id" in body ? body.id : body.resource;
	const name = "name" in body ? body.name : "label" in body ? body.label : (body.title ?? body.resource);
	const partOf = kind === "entity" ? body.partOf : undefined;
	return { kind, id, name, part_of: partOf ?? null, body: text, digest: digestOf([NAMES, kind, text]) };
}

/** A row as what the pack declares. */
export function itemOf(pack: string, kind: Item["kind"], body: string): Item {
	return { kind, body: { ...JSON.parse(body), pack } } as Item;
}

/** Gives an item to a sink. */
export function sinkItem(item: Item, sink: PackSink): void {
	if (item.kind === "entity") sink.entity(item.body);
	else if (item.kind === "measure") sink.measure(item.body);
	else if (item.kind === "person") sink.person(item.body);
	else sink.document(item.body);
}

/** Every form under which an item is met, each key once, with the numbers of its parts. */
export function nameRows(item: Item, stem: (word: string) => string): { readonly name: NameRow; readonly parts: readonly number[] }[] {
	const seen = new Set<string>();
	return variantsOf(item, stem).flatMap((variant) => {
		const { key, entry, slips = false } = variant;
		if (key === "" || key === "~" || seen.has(key)) return [];
		seen.add(key);
		const { kind, id, text, partial = false } = entry;
		const name = { key, head: headOf(key), kind, id, text, partial, slips, capital: isLarge(variant) };
		return { name, parts: slips ? [...new Set(partsOf(key).map(hashOf))] : [] };
	});
}

function variantsOf(item: Item, stem: (word: string) => string): Variant[] {
	if (item.kind === "entity") return entityVariants(item.body);
	if (item.kind === "measure") return measureVariants(item.body, stem);
	return item.kind === "person" ? personVariants(item.body) : [];
}

/** Enough of a hash that no two rows of a pack meet by chance. */
function digestOf(content: unknown): string {
	return hash("sha256", JSON.stringify(content), "base64").slice(0, 22);
}
