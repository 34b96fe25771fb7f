import { parse } from "yaml";
import { decode } from "./decode.ts";
import type { PackResource, PlumblineMapping } from "./descriptor.ts";

/** Whether a file holds records (JSON or YAML) rather than rows. */
export function isRecords(path: string, format: string | undefined): boolean {
	return /^(?:json|ya?ml)$/i.test(format ?? "") || /\.(?:json|ya?ml)$/i.test(path);
}

type Record = Readonly<{ [key: string]: unknown }>;

/**
 * The rows of a list of records, as if it were a table: what lies inside of an object is the column `name.official`, a list of words one cell. A list of
 * records inside of one (`terms`) gives a row for each, when the mapping names a column of it (`terms.start`). Throws when the text is no list of records.
 */
export function recordRows(bytes: Uint8Array, path: string, resource: PackResource, mapping: PlumblineMapping): string[][] {
	const text = decode(bytes, resource.encoding);
	const data: unknown =
		/\.ya?ml$/i.test(path) || /ya?ml/i.test(resource.format ?? "")
			? parse(text, { maxAliasCount: 100 })
			: JSON.parse(text.replace(/^\ufeff/, ""));
	const list = listIn(data);
	if (!list) throw new Error("it holds no list of records");
	const wanted = new Set(columnsOf(mapping));
	const rows = list.flatMap((record) => unfold(record, wanted));
	const header = [...new Set(rows.flatMap((row) => [...row.keys()]))];
	return [header, ...rows.map((row) => header.map((name) => row.get(name) ?? ""))];
}

/** The records: the whole, or the one list inside of it. */
function listIn(data: unknown): Record[] | undefined {
	const isRecord = (item: unknown): item is Record => typeof item === "object" && item !== null && !Array.isArray(item);
	if (Array.isArray(data)) return data.length > 0 && data.every(isRecord) ? data : undefined;
	if (!isRecord(data)) return undefined;
	const inner = Object.values(data).filter((value): value is Record[] => Array.isArray(value) && value.length > 0 && value.every(isRecord));
	return inner.length === 1 ? inner[0] : undefined;
}

/** A record's rows: one, or one for each of the records in a list of it that is wanted. */
function unfold(record: Record, wanted: ReadonlySet<string>): Map<string, string>[] {
	let rows: Map<string, string>[] = [new Map()];
	const walk = (value: unknown, name: string): void => {
		if (value === null || value === undefined) return;
		if (Array.isArray(value)) {
			const records = value.filter((item): item is Record => typeof item === "object" && item !== null);
			if (records.length === 0) for (const row of rows) row.set(name, value.map(String).join("|"));
			else if ([...wanted].some((column) => column.startsWith(`${name}.`))) {
				const before = rows;
				rows = records.flatMap((item) =>
					before.map((row) => {
						const inner = unfold({ [name]: item }, new Set())[0] as Map<string, string>;
						return new Map([...row, ...inner]);
					}),
				);
			}
			return;
		}
		if (value instanceof Date) for (const row of rows) row.set(name, value.toISOString().slice(0, 10));
		else if (typeof value === "object") for (const [key, inner] of Object.entries(value)) walk(inner, name ? `${name}.${key}` : key);
		else for (const row of rows) row.set(name, String(value));
	};
	walk(record, "");
	return rows;
}

/** The columns that a mapping names. */
function columnsOf(mapping: unknown): string[] {
	if (typeof mapping === "string") return [mapping];
	if (typeof mapping !== "object" || mapping === null) return [];
	return Object.entries(mapping).flatMap(([key, value]) => (key === "values" ? Object.keys(value as object) : columnsOf(value)));
}
