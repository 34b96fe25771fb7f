import * as z from "zod";

/** Where a value comes from: a column, a part of a column that a pattern cuts out, a constant, or a part of the file's path. */
const Cell = z
	.union([
		z.string().describe("The name of a column."),
		z.strictObject({
			column: z.string().describe("The name of a column."),
			pattern: z.string().optional().describe("A regular expression; what its first group matches in the cell is the value."),
		}),
		z.strictObject({ is: z.union([z.string(), z.number()]).describe("The same value for every row.") }),
		z.strictObject({
			fromPath: z.string().describe("A regular expression; what its first group matches in the file's path is the value."),
		}),
	])
	.describe('Where the value comes from: "Column", {"column", "pattern"}, {"is": constant} or {"fromPath": pattern}.');

const Names = z.union([Cell, z.array(Cell)]).describe("One or several columns; several names in one cell are parted by | or ;.");

const factColumns = {
	subject: Cell.optional().describe("Whom the fact is about: an id, name or alias of an entity."),
	measure: Cell.optional().describe("What was measured: an id, label or alias of a measure."),
	unit: Cell.optional().describe("The unit, with its scale: USD billion, percent, million people."),
	period: Cell.optional().describe("When: 2025, 2025-Q4, 2026-02-04, 2024-07/2025-06."),
	known_at: Cell.optional().describe("The vintage: first day on which the value was public."),
	qualifier: Cell.optional().describe("approx, min, max or forecast."),
	source: Cell.optional().describe("A URL or title."),
	locator: Cell.optional().describe("Where in the source."),
	verified_by: Cell.optional().describe("Who verified the row."),
	verified_on: Cell.optional().describe("When the row was verified."),
	review_by: Cell.optional().describe("A date after which the row counts as stale."),
	note: Cell.optional().describe("Anything a reader of the fact should know."),
};

const FactsRole = z.strictObject({
	role: z.literal("facts"),
	...factColumns,
	complete: z
		.boolean()
		.optional()
		.describe(
			"The table leaves nothing out: no period since its first, and no part of a whole that has such a figure. Only then is a record or a place vouched for.",
		),
	value: Cell.optional().describe("The value as printed; its decimals say how exact it is. A range is written 10..12."),
	values: z
		.record(
			z.string(),
			z.strictObject({
				measure: z.string().describe("Id of the measure that the column holds."),
				unit: z.string().optional().describe("Unit of the column's values."),
				period: z.string().optional().describe("Period of the column's values."),
				known_at: z.string().optional(),
				qualifier: z.string().optional(),
				note: z.string().optional(),
			}),
		)
		.optional()
		.describe("A table that is wide by measure: for each column its measure and unit."),
	valuesMatching: z
		.strictObject({
			pattern: z.string().describe("A regular expression that the names of value columns match."),
			measure: z.string().optional().describe("The measure; $1 is what the pattern's first group matched."),
			unit: z.string().optional(),
			period: z.string().optional().describe("The period; $1 is what the pattern's first group matched."),
			known_at: z.string().optional(),
		})
		.optional()
		.describe("A table with period, measure or vintage inside its column names."),
});

const EntitiesRole = z.strictObject({
	role: z.literal("entities"),
	id: Cell.optional(),
	name: Cell.optional(),
	aliases: Names.optional(),
	type: Cell.optional(),
	partOf: Cell.optional(),
	same_as: Cell.optional(),
});

const MeasuresRole = z.strictObject({
	role: z.literal("measures"),
	id: Cell.optional(),
	label: Cell.optional(),
	aliases: Names.optional(),
	unit: Cell.optional(),
	kind: Cell.optional(),
	newer_wins: Cell.optional(),
	confusable_with: Names.optional(),
	tolerance: Cell.optional(),
});

const PeopleRole = z.strictObject({
	role: z.literal("people"),
	id: Cell.optional(),
	name: Cell.optional(),
	aliases: Names.optional(),
	title: Cell.optional(),
	organisation: Cell.optional(),
	from: Cell.optional(),
	to: Cell.optional(),
});

const DocumentRole = z.strictObject({
	role: z.literal("document"),
	speaker: z.string().optional().describe("Whose words the document holds."),
	date: z.string().optional().describe("When they were said or published, YYYY-MM-DD."),
	title: z.string().optional(),
	source: z.string().optional().describe("Where the document is from."),
});

/** The one property that Plumbline adds to a Data Package's resource. Strict: a misspelt key is a fault. */
export const Plumbline = z.discriminatedUnion("role", [FactsRole, EntitiesRole, MeasuresRole, PeopleRole, DocumentRole]);

const DialectSchema = z.looseObject({
	delimiter: z.string().optional(),
	quoteChar: z.string().optional(),
	escapeChar: z.string().optional(),
	commentChar: z.string().optional(),
	header: z.boolean().optional(),
	headerRows: z.array(z.number()).optional(),
	skipInitialSpace: z.boolean().optional(),
	sheetName: z.string().optional(),
	sheetNumber: z.number().optional(),
});

const Field = z.looseObject({
	name: z.string().optional(),
	decimalChar: z.string().optional(),
	groupChar: z.string().optional(),
	missingValues: z.array(z.unknown()).optional(),
});

/** A resource: loose, since descriptors in the wild break their own profile; strict only in `plumbline`. */
export const Resource = z.looseObject({
	name: z.string().optional(),
	title: z.string().optional(),
	path: z.union([z.string(), z.array(z.string())]).optional(),
	data: z.unknown().optional(),
	format: z.string().optional(),
	encoding: z.string().optional(),
	hash: z.string().optional(),
	dialect: z.union([z.string(), DialectSchema]).optional(),
	schema: z
		.union([z.string(), z.looseObject({ fields: z.array(Field).optional(), missingValues: z.array(z.unknown()).optional() })])
		.optional(),
	sources: z.array(z.unknown()).optional(),
	plumbline: Plumbline.optional().describe("What the table means to Plumbline."),
});

/** A Data Package descriptor, v1 or v2, as Plumbline reads it. The JSON Schema that the editor uses is generated from this. */
export const Descriptor = z.looseObject({
	name: z.string().optional().describe("A short name, unique among the packs of a workspace."),
	title: z.string().optional(),
	version: z.union([z.string(), z.number()]).optional(),
	licenses: z.array(z.unknown()).optional(),
	license: z.unknown().optional(),
	sources: z.array(z.unknown()).optional(),
	resources: z.array(Resource),
});

export type CellReference = z.infer<typeof Cell>;
export type NamesReference = z.infer<typeof Names>;
export type FactsMapping = z.infer<typeof FactsRole>;
export type EntitiesMapping = z.infer<typeof EntitiesRole>;
export type MeasuresMapping = z.infer<typeof MeasuresRole>;
export type PeopleMapping = z.infer<typeof PeopleRole>;
export type DocumentMapping = z.infer<typeof DocumentRole>;
export type PlumblineMapping = z.infer<typeof Plumbline>;
export type PackResource = z.infer<typeof Resource>;
export type PackDescriptor = z.infer<typeof Descriptor>;
