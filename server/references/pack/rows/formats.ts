import type { NumberFormat } from "../../units/value.ts";
import type { PackResource } from "../descriptor.ts";
import type { ColumnFormats } from "./value-columns.ts";

/** How a resource's columns write their figures, from its Table Schema. */
export function formatsOf(resource: PackResource): ColumnFormats {
	const schema = typeof resource.schema === "object" ? resource.schema : undefined;
	const fields = new Map((schema?.fields ?? []).map((field) => [field.name?.trim(), field]));
	const general = missing(schema?.missingValues);
	return {
		format: (column): NumberFormat => {
			const field = fields.get(column);
			return { ...(field?.decimalChar && { decimalChar: field.decimalChar }), ...(field?.groupChar && { groupChar: field.groupChar }) };
		},
		missing: (column) => {
			const own = fields.get(column)?.missingValues;
			return own ? missing(own) : general;
		},
	};
}

/** Version 2 also allows `{ value, label }`. */
function missing(values: readonly unknown[] | undefined): ReadonlySet<string> {
	return new Set(
		(values ?? []).flatMap((value) =>
			typeof value === "string" ? [value] : typeof value === "object" && value && "value" in value ? [String(value.value)] : [],
		),
	);
}
