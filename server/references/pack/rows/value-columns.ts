import { phrase } from "../../../language/phrase.ts";
import type { NumberFormat } from "../../units/value.ts";
import type { FactsMapping } from "../descriptor.ts";
import { shown } from "./columns.ts";
import type { Table } from "./table.ts";

/** One column of values: what its figures measure, in what, and when. */
export interface ValueColumn {
	readonly column: number;
	/** Where the descriptor speaks of it, below `plumbline`. */
	readonly path?: readonly PropertyKey[];
	readonly format: NumberFormat;
	readonly missing: ReadonlySet<string>;
	readonly measure?: string;
	readonly unit?: string;
	readonly period?: string;
	readonly knownAt?: string;
	readonly qualifier?: string;
	readonly note?: string;
}

/** How each column's figures are written, from the resource's schema. */
export interface ColumnFormats {
	format(column: string): NumberFormat;
	missing(column: string): ReadonlySet<string>;
}

/** The columns that hold figures, by whichever of the three mappings; undefined when one that is named is not there. */
export function valueColumns(mapping: FactsMapping, { columns }: Table, formats: ColumnFormats): ValueColumn[] | undefined {
	const { header } = columns;
	const column = (index: number) => ({
		column: index,
		format: formats.format(header.names[index] as string),
		missing: formats.missing(header.names[index] as string),
	});
	const found: ValueColumn[] = [];
	let broken = false;
	if (mapping.values) {
		for (const [name, { measure, unit, period, known_at, qualifier, note }] of Object.entries(mapping.values)) {
			const read = columns.reader(name, ["values", name]);
			if (read?.column === undefined) broken = true;
			else
				found.push({
					...column(read.column),
					path: ["values", name],
					measure,
					...optional("unit", unit),
					...optional("period", period),
					...optional("knownAt", known_at),
					...optional("qualifier", qualifier),
					...optional("note", note),
				});
		}
	}
	if (mapping.valuesMatching) {
		const { pattern: source, ...templates } = mapping.valuesMatching;
		const pattern = columns.pattern(source, ["valuesMatching", "pattern"]);
		if (!pattern) return undefined;
		let any = false;
		for (const [index, name] of header.names.entries()) {
			const match = pattern.groups(name);
			if (!match) continue;
			any = true;
			const fill = (template: string | undefined) => template?.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "");
			found.push({
				...column(index),
				path: ["valuesMatching"],
				...optional("measure", fill(templates.measure)),
				...optional("unit", fill(templates.unit)),
				...optional("period", fill(templates.period)),
				...optional("knownAt", fill(templates.known_at)),
			});
		}
		if (!any)
			columns.fault(
				["valuesMatching", "pattern"],
				"unknown-column",
				phrase("No column's name matches “{0}”. The columns are {1}.", source, shown(header)),
			);
		if (!any) return undefined;
	}
	if (found.length > 0 || broken) return found.length > 0 ? found : undefined;
	const value = columns.reader(mapping.value, ["value"], "value");
	if (!value) return mapping.value === undefined ? [] : undefined;
	if (value.column === undefined) {
		columns.fault(["value"], "invalid-descriptor", phrase("A value has to come from a column: name one."));
		return undefined;
	}
	return [column(value.column)];
}

/** A property when there is something to put into it. */
export function optional<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
	return (value ? { [key]: value } : {}) as { [P in K]?: string };
}
