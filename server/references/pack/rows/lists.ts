import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { Measure } from "../../fact.ts";
import { TYPES, typeNamed } from "../../kinds/kinds.ts";
import { isDate, parsePeriod } from "../../units/period.ts";
import { misspeltUnit, parseUnit } from "../../units/unit.ts";
import type { EntitiesMapping, MeasuresMapping, PeopleMapping } from "../descriptor.ts";
import type { Place } from "../problem.ts";
import { closest } from "../suggest.ts";
import { withoutFootnote } from "./columns.ts";
import type { ReadRow, RowNumber, Table } from "./table.ts";
import { rowAtStart } from "./tell.ts";

const KINDS = new Set(["stock", "flow", "event", "index"]);
const YES = /^(?:yes|true|1|y)$/i;
const NO = /^(?:no|false|0|n)$/i;

/** How rows of an entities table are read. */
export function entityReader(mapping: EntitiesMapping, table: Table): ReadRow | undefined {
	const { columns } = table;
	const name = columns.reader(mapping.name, ["name"], "name", "label", "title");
	const id = columns.reader(mapping.id, ["id"], "id") ?? name;
	const aliases = columns.list(mapping.aliases, ["aliases"], "aliases");
	const type = columns.reader(mapping.type, ["type"], "type");
	const partOf = columns.reader(mapping.partOf, ["partOf"], "partOf", "part_of");
	const sameAs = columns.reader(mapping.same_as, ["same_as"], "same_as", "sameAs");
	if (!id || !name) return missing(table, mapping.name === undefined, "name");
	return (cells, { row, lines }, place) => {
		const others = aliases(cells);
		const text = withoutFootnote(name.read(cells)) || (others[0] ?? "");
		const key = withoutFootnote(id.read(cells)) || text;
		if (!text) return blank(table, cells, { row, lines }, "name", () => place(name.column));
		if (!table.entities.add(key, text, others)) return twice(table, key, { row, lines }, () => place(id.column));
		const kind = type?.read(cells) ?? "";
		const known = typeNamed(kind);
		if (kind !== "" && !known)
			table.problems.add(
				table.uri,
				"unknown-type",
				phrase("“{0}” is no type of entity that Plumbline knows. Write {1}.", kind, TYPES.join(", ")),
				() => place(type?.column),
				{ severity: "warning", fix: closest(kind, TYPES) },
			);
		const whole = partOf?.read(cells);
		const same = sameAs?.read(cells);
		if (whole) table.named.whole(whole, table.uri, () => place(partOf?.column));
		table.sink.entity({
			id: key,
			name: text,
			aliases: others,
			pack: table.pack,
			row,
			uri: table.uri,
			...(lines && { lines }),
			...(kind !== "" && { type: known?.type ?? kind }),
			...(known?.kind !== undefined && { column: known.kind }),
			...(whole && { partOf: whole }),
			...(same && { sameAs: same }),
		});
	};
}

/** How rows of a measures table are read. */
export function measureReader(
	mapping: MeasuresMapping,
	table: Table & { readonly measureUnits: Map<string, string> },
): ReadRow | undefined {
	const { columns, problems, uri } = table;
	const label = columns.reader(mapping.label, ["label"], "label", "name", "title");
	const id = columns.reader(mapping.id, ["id"], "id") ?? label;
	const aliases = columns.list(mapping.aliases, ["aliases"], "aliases");
	const unit = columns.reader(mapping.unit, ["unit"], "unit");
	const kind = columns.reader(mapping.kind, ["kind"], "kind");
	const newer = columns.reader(mapping.newer_wins, ["newer_wins"], "newer_wins", "newerWins");
	const confusable = columns.list(mapping.confusable_with, ["confusable_with"], "confusable_with", "confusableWith");
	const tolerance = columns.reader(mapping.tolerance, ["tolerance"], "tolerance");
	if (!id || !label) return missing(table, mapping.label === undefined, "label");
	return (cells, { row, lines }, place) => {
		const text = label.read(cells) || id.read(cells);
		const key = id.read(cells) || text;
		if (!text) return blank(table, cells, { row, lines }, "label", () => place(label.column));
		const others = aliases(cells);
		if (!table.measures.add(key, text, others)) return twice(table, key, { row, lines }, () => place(id.column));
		const unitText = unit?.read(cells) ?? "";
		const { unit: unitName, known: isKnown } = unitText ? parseUnit(unitText) : { unit: undefined, known: true };
		const slip = isKnown ? undefined : misspeltUnit(unitText);
		if (slip) {
			const isWhole = unit?.column !== undefined && cells[unit.column]?.trim() === unitText;
			const more = { severity: "warning", ...(isWhole && { fix: slip }) } as const;
			problems.add(uri, "unknown-unit", unknownUnit(unitText, slip), () => place(unit?.column), more);
		}
		if (unitName && unitName !== "none") table.measureUnits.set(key, unitName);
		const kindText = kind?.read(cells) ?? "";
		if (kindText && !KINDS.has(kindText)) {
			const near = closest(kindText, KINDS);
			problems.add(
				uri,
				"bad-value",
				near
					? phrase("“{0}” is no kind of measure; did you mean “{1}”?", kindText, near)
					: phrase("“{0}” is no kind of measure. Write stock, flow, event or index, or nothing.", kindText),
				() => place(kind?.column),
				{ severity: "warning", ...(kind?.column !== undefined && { fix: near }) },
			);
		}
		const newerText = newer?.read(cells) ?? "";
		if (newerText && !YES.test(newerText) && !NO.test(newerText)) {
			const message = phrase("“{0}” does not say whether a newer figure takes the place of an older one. Write yes or no.", newerText);
			problems.add(uri, "bad-value", message, () => place(newer?.column), { severity: "warning" });
		}
		const toleranceText = tolerance?.read(cells) ?? "";
		const allowed = toleranceOf(toleranceText);
		if (toleranceText && allowed === undefined) {
			problems.add(
				uri,
				"bad-value",
				phrase("“{0}” is no tolerance. Write a share such as 0.01, or 1%.", toleranceText),
				() => place(tolerance?.column),
				{ severity: "warning" },
			);
		}
		const near = confusable(cells);
		for (const other of near) table.named.measure(other, uri, () => place(columns.header.index("confusable_with")));
		table.sink.measure({
			id: key,
			label: text,
			aliases: others,
			confusableWith: near,
			pack: table.pack,
			row,
			uri,
			...(lines && { lines }),
			...(unitName && { unit: unitName }),
			...(KINDS.has(kindText) && { kind: kindText as NonNullable<Measure["kind"]> }),
			...(YES.test(newerText) && { newerWins: true }),
			...(allowed !== undefined && { tolerance: allowed }),
		});
	};
}

/** How rows of a people table are read. */
export function personReader(mapping: PeopleMapping, table: Table): ReadRow | undefined {
	const { columns, problems, uri } = table;
	const name = columns.reader(mapping.name, ["name"], "name");
	const id = columns.reader(mapping.id, ["id"], "id") ?? name;
	const aliases = columns.list(mapping.aliases, ["aliases"], "aliases");
	const title = columns.reader(mapping.title, ["title"], "title");
	const organisation = columns.reader(mapping.organisation, ["organisation"], "organisation", "organization");
	const from = columns.reader(mapping.from, ["from"], "from");
	const to = columns.reader(mapping.to, ["to"], "to");
	if (!id || !name) return missing(table, mapping.name === undefined, "name");
	return (cells, { row, lines }, place) => {
		const text = withoutFootnote(name.read(cells));
		// A column that the descriptor calls one of people may be of a table about others: a total has no captain.
		if (!text && typeof mapping.name === "string" && mapping.name !== "name") return undefined;
		if (!text) return blank(table, cells, { row, lines }, "name", () => place(name.column));
		const date = (read: typeof from): string | undefined => {
			const written = read?.read(cells) ?? "";
			if (written === "") return undefined;
			const period = parsePeriod(written);
			if (period === undefined || !(isDate(period) || /^\d{4}(-\d\d)?$/.test(period))) {
				problems.add(uri, "bad-date", phrase("“{0}” is no date. Write 2021, 2021-07 or 2021-07-05.", written), () => place(read?.column), {
					severity: "warning",
				});
				return undefined;
			}
			return period;
		};
		const role = title?.read(cells);
		const employer = organisation?.read(cells);
		const since = date(from);
		const until = date(to);
		if (since !== undefined && until !== undefined && until < since.slice(0, until.length))
			problems.add(
				uri,
				"bad-date",
				phrase("“{0}” is before “{1}”, when this role began. Correct one of them.", until, since),
				() => place(to?.column),
				{ severity: "warning" },
			);
		table.sink.person({
			id: id.read(cells) || text,
			name: text,
			aliases: aliases(cells),
			pack: table.pack,
			resource: table.resource,
			row,
			uri,
			...(lines && { lines }),
			...(role && { title: role }),
			...(employer && { organisation: employer }),
			...(since && { from: since }),
			...(until && { to: until }),
		});
	};
}

/** What is said of a unit with a slip. */
export function unknownUnit(unit: string, slip: string): Phrase {
	return phrase("“{0}” is no unit that Plumbline knows; did you mean “{1}”?", unit, slip);
}

/** A row's number, and its lines where they are others. */
type Numbered = Pick<RowNumber, "row" | "lines">;

function missing({ columns }: Table, unnamed: boolean, column: string): undefined {
	if (unnamed) columns.lacks(column);
	return undefined;
}

function blank({ problems, uri }: Table, cells: readonly string[], row: Numbered, column: string, place: () => Place): void {
	if (cells.some((cell) => cell.trim() !== ""))
		problems.add(
			uri,
			"missing-value",
			phrase("{0} has no {1}: fill it in, or remove the entry.", rowAtStart({ ...row, uri }), column),
			place,
		);
}

function twice({ problems, uri }: Table, id: string, row: Numbered, place: () => Place): void {
	problems.add(
		uri,
		"duplicate-id",
		phrase(
			"{0} has the id “{1}”, which an earlier row has already. The earlier one is used; give this one an id of its own or remove it.",
			rowAtStart({ ...row, uri }),
			id,
		),
		place,
		{ severity: "warning" },
	);
}

function toleranceOf(text: string): number | undefined {
	const match = /^(\d{0,10}\.?\d{1,10})\s?(%?)$/.exec(text);
	return match ? Number(match[1]) / (match[2] ? 100 : 1) : undefined;
}
