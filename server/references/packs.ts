import type { Host } from "../host.ts";
import { emptyStore } from "./empty-store.ts";
import type { Fact } from "./fact.ts";
import { memoryStore, type PackContent } from "./memory-store.ts";
import { findPacks } from "./pack/find.ts";
import { type PackProblem, Problems } from "./pack/problem.ts";
import { readPack } from "./pack/read-pack.ts";
import type { Origin } from "./pack/table.ts";
import type { ReferenceStore } from "./store.ts";

export type { PackFix, PackProblem } from "./pack/problem.ts";

/** Packs ready to be asked, and everything that is wrong with them. */
export interface OpenedPacks {
	readonly store: ReferenceStore;
	readonly problems: readonly PackProblem[];
}

/**
 * Opens the packs in some places: each a pack's folder, or a folder that holds packs however deep. Never throws: what can't be read is a problem
 * in its place, and the rest serves.
 */
export async function openPacks(host: Host, folders: readonly string[]): Promise<OpenedPacks> {
	const problems = new Problems();
	const contents: PackContent[] = [];
	const seen = new Set<string>();
	const names = new Map<string, string>();
	for (const folder of folders) {
		for (const found of await findPacks(host, folder, problems)) {
			if (seen.has(found.folder)) continue;
			seen.add(found.folder);
			const content = { facts: [], entities: [], measures: [], people: [], documents: [] } as Omit<Mutable<PackContent>, "summary">;
			const rows = new Map<string, { fact: Fact; row: number }>();
			const summary = await readPack(
				host,
				found,
				{
					fact: (fact, origin) => {
						if (repeats(fact, origin, rows, problems)) return;
						content.facts.push(fact);
					},
					entity: (entity) => content.entities.push(entity),
					measure: (measure) => content.measures.push(measure),
					person: (person) => content.people.push(person),
					document: (document) => content.documents.push(document),
				},
				problems,
			);
			if (!summary) continue;
			const other = names.get(summary.name);
			if (other !== undefined) {
				problems.add(
					found.descriptor ?? found.folder,
					"same-name",
					`Another pack is called “${summary.name}” too (${decodeURIComponent(other)}). Both are used; give one of them a name of its own so that a reader can tell them apart.`,
					{ line: 0, column: 0, endColumn: 0 },
					{ severity: "warning" },
				);
			}
			names.set(summary.name, found.folder);
			contents.push({ ...content, summary });
		}
	}
	return { store: contents.length === 0 ? emptyStore : memoryStore(contents), problems: problems.list() };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer V)[] ? V[] : T[K] };

/** Whether a row only says again what an earlier one said; a row that says otherwise is kept, and both are told. */
function repeats(
	fact: Fact,
	{ uri, place, valueColumn }: Origin,
	rows: Map<string, { fact: Fact; row: number }>,
	problems: Problems,
): boolean {
	const key = [fact.subject, fact.measure, fact.period ?? "", fact.knownAt ?? "", fact.qualifier ?? "", fact.unit].join("\n");
	const earlier = rows.get(key)?.fact;
	if (!earlier) {
		rows.set(key, { fact, row: fact.row });
		return false;
	}
	const where = `row ${earlier.row}${earlier.resource === fact.resource ? "" : ` of ${earlier.resource}`}`;
	if (earlier.value === fact.value && earlier.high === fact.high) {
		problems.add(uri, "duplicate-row", `Row ${fact.row} says again what ${where} says. Remove one of them.`, () => place(), {
			severity: "warning",
		});
		return true;
	}
	problems.add(
		uri,
		"rows-disagree",
		`Row ${fact.row} gives ${fact.printed} where ${where} gives ${earlier.printed} for the same subject, measure and period. Correct one, or tell their vintages apart with “known_at”.`,
		() => place(valueColumn),
		{ severity: "warning" },
	);
	return false;
}
