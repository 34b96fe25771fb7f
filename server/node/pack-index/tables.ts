import type { Described } from "../../references/pack/describe.ts";
import { Problems } from "../../references/pack/problem.ts";
import { byRole, filesOf, readingOf } from "../../references/pack/read-pack.ts";
import type { TableFile } from "../../references/pack/read-table.ts";
import type { PackSink } from "../../references/pack/rows/table.ts";
import type { Opening } from "./opening.ts";

/** The tables of facts, by URI. */
export async function factTables({ host, pack }: Pick<Opening, "host" | "pack">, described: Described): Promise<Map<string, TableFile>> {
	const reading = readingOf(host, pack, described, SILENT, new Problems());
	const tables = new Map<string, TableFile>();
	for (const { resource, index, mapping } of byRole(described)) {
		if (mapping.role !== "facts") continue;
		for (const { path, uri } of await filesOf(reading, resource, index)) tables.set(uri, { resource, index, mapping, path, uri });
	}
	return tables;
}

/** For those who want to know of a pack what stands in no row. */
export const SILENT: PackSink = { fact: () => {}, entity: () => {}, measure: () => {}, person: () => {}, document: () => {} };
