import { type Phrase, phrase } from "../../../language/phrase.ts";
import type { Fact } from "../../fact.ts";
import { isDate, parsePeriod } from "../../units/period.ts";
import { misspeltUnit, parseUnit, type UnitName } from "../../units/unit.ts";
import { inEnglish, isMissing, parseValue } from "../../units/value.ts";
import type { FactsMapping } from "../descriptor.ts";
import { UNFILLED } from "../guess/unfilled.ts";
import { impliedEntity, impliedMeasure } from "../registry.ts";
import { closest } from "../suggest.ts";
import { withoutFootnote } from "./columns.ts";
import { unknownUnit } from "./lists.ts";
import type { ReadRow, Table } from "./table.ts";
import { constantPath, rowAtStart, type Spot, type Tell, tellerOf } from "./tell.ts";
import { type ColumnFormats, optional, valueColumns } from "./value-columns.ts";

const QUALIFIERS = new Set(["approx", "min", "max", "forecast"]);

// To look for the unit that was meant costs a thousand times a row. A table has a handful of units; a column of other things taken for units has thousands.
const UNITS_LOOKED_AT = 200;

/** How rows of a facts table are read; undefined when the descriptor names what is not there. */
export function factReader(mapping: FactsMapping, table: Table, formats: ColumnFormats): ReadRow | undefined {
	const { columns, uri } = table;
	const reader = (key: keyof FactsMapping & keyof typeof USUAL) => columns.reader(mapping[key], [key], ...USUAL[key]);
	const subject = reader("subject");
	const values = valueColumns(mapping, table, formats);
	const measure = reader("measure");
	const lacking = [
		!subject && mapping.subject === undefined && "subject",
		values?.length === 0 && "value",
		!measure && mapping.measure === undefined && values?.some((value) => !value.measure) && "measure",
	].filter((name) => typeof name === "string");
	for (const name of lacking) columns.lacks(name);
	if (!subject || !values || values.length === 0 || lacking.length > 0) return undefined;
	if (!measure && values.some((value) => !value.measure)) return undefined;
	const unit = reader("unit");
	const period = reader("period");
	const known = reader("known_at");
	const qualifier = reader("qualifier");
	const review = reader("review_by");
	const text = (["source", "locator", "note", "verified_by", "verified_on"] as const).map((key) => reader(key)?.read);
	const [source, locator, note, verifiedBy, verifiedOn] = text;
	const units = new Map<string, UnitName>();
	const periods = new Map<string, string | undefined>();
	const readUnit = (written: string): UnitName => remember(units, written, () => parseUnit(written));
	const slips = new Map<string, string | undefined>();
	const slipOf = (unit: string) =>
		slips.has(unit) || slips.size < UNITS_LOOKED_AT ? remember(slips, unit, () => misspeltUnit(unit)) : undefined;
	const readPeriod = (written: string) => remember(periods, written, () => parsePeriod(written));
	const implied = { entities: new Set<string>(), measures: new Set<string>() };

	// `subject` says nothing of what stands below it.
	const header = subject.column === undefined ? undefined : table.columns.header.names[subject.column];
	const calledIn = header !== undefined && !(USUAL.subject as readonly string[]).includes(header.toLowerCase()) ? header : undefined;

	const teller = tellerOf(mapping, table);
	const spotOf = (key: keyof FactsMapping & keyof typeof USUAL, read: { readonly column?: number } | undefined): Spot => ({
		column: read?.column,
		path: constantPath(key, mapping[key]),
	});
	const spots = {
		subject: spotOf("subject", subject),
		measure: spotOf("measure", measure),
		unit: spotOf("unit", unit),
		period: spotOf("period", period),
		known_at: spotOf("known_at", known),
		qualifier: spotOf("qualifier", qualifier),
		review_by: spotOf("review_by", review),
	};

	return (cells, { row, lines, isApart }, place) => {
		const bad = teller(cells, place);
		const subjectText = withoutFootnote(subject.read(cells));
		if (!subjectText) {
			if (cells.some((cell) => cell.trim() !== ""))
				bad("missing-value", phrase("{0} does not say whom its figures are about: fill in the subject.", rowAtStart({ row, lines, uri })), {
					column: subject.column,
				});
			return;
		}
		for (const value of values) {
			const at = { column: value.column };
			/** Where one of a value's properties comes from: its own in the descriptor, or the row's. */
			const spot = (key: "measure" | "unit" | "period" | "known_at" | "qualifier", own: string | undefined) =>
				own === undefined ? spots[key] : { path: [...(value.path ?? []), key] };
			const written = cells[value.column]?.trim() ?? "";
			if (isMissing(written) || value.missing.has(written)) {
				if (values.length === 1 && written === "")
					bad(
						"missing-value",
						phrase("{0} has no value. Fill it in, or remove the entry.", rowAtStart({ row, lines, uri })),
						at,
						"warning",
					);
				continue;
			}
			const measureText = value.measure ?? measure?.read(cells) ?? "";
			if (!measureText) {
				bad("missing-value", phrase("{0} does not say what its figure measures: fill in the measure.", rowAtStart({ row, lines, uri })), {
					column: measure?.column,
				});
				continue;
			}
			// What nobody has filled in since it was guessed is told in the descriptor.
			if (measureText === UNFILLED) continue;
			const subjectId = resolve("entities", subjectText, bad, spots.subject);
			const measureId = resolve("measures", measureText, bad, spot("measure", value.measure));
			if (subjectId === undefined || measureId === undefined) continue;
			const unitGiven = value.unit ?? unit?.read(cells) ?? "";
			const unitText = unitGiven === UNFILLED ? "" : unitGiven;
			const unitName = unitText === "" ? undefined : readUnit(unitText);
			const measureUnit = table.measureUnits.get(measureId);
			if (unitName && !unitName.known) {
				const slip = slipOf(unitText);
				if (slip) bad("unknown-unit", unknownUnit(unitText, slip), spot("unit", value.unit), "warning", [unitText, slip]);
			}
			const periodText = value.period ?? period?.read(cells) ?? "";
			const when = periodText === "" ? undefined : readPeriod(periodText);
			if (periodText !== "" && when === undefined) {
				bad(
					"bad-period",
					phrase("“{0}” is no period. Write 2025, 2025-Q4, 2026-02, 2026-02-04 or 2024-07/2025-06.", periodText),
					spot("period", value.period),
					"error",
					[periodText],
				);
				continue;
			}
			const knownText = value.knownAt ?? known?.read(cells) ?? "";
			const knownAt = knownText === "" ? undefined : day(readPeriod(knownText));
			if (knownText !== "" && knownAt === undefined) {
				const message = phrase("“{0}” is no date. Write the first day on which the figure was public, such as 2026-02-04.", knownText);
				bad("bad-date", message, spot("known_at", value.knownAt), "error", [knownText]);
				continue;
			}
			const isDateFact = (unitName?.unit ?? measureUnit) === "date";
			const figure = isDateFact ? dateValue(written) : parseValue(written, unitName?.scale ?? 1, value.format);
			if (!figure) {
				bad(
					"bad-value",
					isDateFact
						? phrase("“{0}” is no date. Write 2006, 2022-04 or 2022-04-08.", written)
						: phrase("“{0}” is no figure. Write digits with a point for decimals, such as 33.0, or a range such as 10..12.", written),
					at,
					"error",
					[written, isDateFact ? undefined : inEnglish(written)],
				);
				continue;
			}
			if (figure.high !== undefined && figure.high < figure.value) {
				const [low = "", high = ""] = figure.printed.split("..");
				bad(
					"bad-value",
					phrase("The range “{0}” ends below where it begins. Write the smaller figure first, such as {1}.", written, `${high}..${low}`),
					at,
					"error",
					[written, `${high}..${low}`],
				);
				continue;
			}
			const unitOf = unitName && unitName.unit !== "none" ? unitName.unit : (figure.unit ?? unitName?.unit ?? measureUnit ?? "none");
			// A unit with a slip has been told of already.
			const isMisspelt = unitName !== undefined && !unitName.known && slipOf(unitText) !== undefined;
			if (
				measureUnit &&
				unitName &&
				unitName.unit !== measureUnit &&
				!isMisspelt &&
				!table.mismatches.has(`${measureId} ${unitName.unit}`)
			) {
				table.mismatches.add(`${measureId} ${unitName.unit}`);
				bad(
					"unit-mismatch",
					phrase(
						"“{0}” is measured in {1}, and this row gives {2}. Correct the one or the other.",
						measureText,
						measureUnit,
						unitName.unit,
					),
					spot("unit", value.unit) ?? at,
					"warning",
				);
			}
			const qualifierText = value.qualifier ?? qualifier?.read(cells) ?? "";
			if (qualifierText !== "" && !QUALIFIERS.has(qualifierText)) {
				const near = table.problems.keeps(uri, "bad-qualifier") ? closest(qualifierText, QUALIFIERS) : undefined;
				bad(
					"bad-qualifier",
					near
						? phrase("“{0}” is no qualifier; did you mean “{1}”?", qualifierText, near)
						: phrase("“{0}” is no qualifier. Write approx, min, max or forecast, or nothing.", qualifierText),
					spot("qualifier", value.qualifier),
					"warning",
					[qualifierText, near],
				);
			}
			const reviewBy = review?.read(cells) ?? "";
			if (reviewBy !== "" && !isDate(reviewBy))
				bad(
					"bad-date",
					phrase("“{0}” is no date. Write the day until which the figure may stand, such as 2026-12-31.", reviewBy),
					spots.review_by,
				);
			else if (reviewBy !== "" && reviewBy < table.today)
				bad(
					"stale",
					phrase("This figure was to be reviewed by {0}. Check it against its source and move the date on.", reviewBy),
					spots.review_by,
					"warning",
				);
			const noteText = value.note ?? note?.(cells) ?? "";
			const fact: Fact = {
				pack: table.pack,
				resource: table.resource,
				row,
				uri,
				...(lines && { lines }),
				subject: subjectId,
				measure: measureId,
				value: figure.value,
				...(figure.high !== undefined && { high: figure.high }),
				printed: figure.printed,
				decimals: figure.decimals,
				scale: (unitName?.scale ?? 1) * figure.scale,
				unit: unitOf,
				...(when !== undefined && { period: when }),
				...(knownAt !== undefined && { knownAt }),
				...(QUALIFIERS.has(qualifierText) && { qualifier: qualifierText as NonNullable<Fact["qualifier"]> }),
				...(mapping.complete && { complete: true as const }),
				...optional("source", source?.(cells) || table.source),
				...optional("locator", locator?.(cells)),
				...optional("note", noteText),
				...(isDate(reviewBy) && { reviewBy }),
				...optional("verifiedBy", verifiedBy?.(cells)),
				...optional("verifiedOn", verifiedOn?.(cells)),
			};
			if (implied.entities.has(subjectId)) {
				implied.entities.delete(subjectId);
				table.sink.entity(impliedEntity(subjectId, table.pack, calledIn));
			}
			if (implied.measures.has(measureId)) {
				implied.measures.delete(measureId);
				table.sink.measure(impliedMeasure(measureId, table.pack, unitOf));
			}
			table.sink.fact(fact, { uri, place, valueColumn: value.column, isAlone: isApart && values.length === 1 });
		}
	};

	function resolve(kind: "entities" | "measures", text: string, bad: Tell, spot: Spot): string | undefined {
		const registry = table[kind];
		const found = registry.resolve(text);
		const code = kind === "entities" ? "unknown-subject" : "unknown-measure";
		if (found.ambiguous) {
			bad(code, phrase("“{0}” may be {1}. Write the id of the one that is meant.", text, anyOf(found.ambiguous)), spot, "error", [text]);
			return undefined;
		}
		if (!found.implied) return found.id;
		const seen = table.implied[kind];
		if (registry.declared) {
			// Looking through all names costs too much to be done for what is only counted.
			const near = table.problems.keeps(uri, code) ? closest(text, registry.names()) : undefined;
			bad(code, unknownName(kind, text, near), spot, "warning", [text, near]);
		}
		if (!seen.has(found.id)) {
			seen.add(found.id);
			implied[kind].add(found.id);
		}
		return found.id;
	}
}

/** `“a” or “b”`, of any number. */
function anyOf(ids: readonly string[]): string | Phrase {
	return ids.map((id) => `“${id}”`).reduce<string | Phrase>((all, next) => (all === "" ? next : phrase("{0} or {1}", all, next)), "");
}

/** A subject or a measure that no row declares, and the one that was meant. */
function unknownName(kind: "entities" | "measures", text: string, near: string | undefined): Phrase {
	if (kind === "entities")
		return near
			? phrase("No row of the pack's entities has the subject “{0}”; did you mean “{1}”?", text, near)
			: phrase("No row of the pack's entities has the subject “{0}”. Add it there, or correct the spelling.", text);
	return near
		? phrase("No row of the pack's measures has the measure “{0}”; did you mean “{1}”?", text, near)
		: phrase("No row of the pack's measures has the measure “{0}”. Add it there, or correct the spelling.", text);
}

const USUAL = {
	subject: ["subject", "entity"],
	measure: ["measure"],
	value: ["value"],
	unit: ["unit"],
	period: ["period"],
	known_at: ["known_at"],
	qualifier: ["qualifier"],
	source: ["source"],
	locator: ["locator"],
	verified_by: ["verified_by"],
	verified_on: ["verified_on"],
	review_by: ["review_by"],
	note: ["note"],
} as const;

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
	if (known.has(key)) return known.get(key) as T;
	const made = make();
	if (known.size > 20_000) known.clear();
	known.set(key, made);
	return made;
}

/** The first day of a period. */
function day(period: string | undefined): string | undefined {
	if (period === undefined) return undefined;
	if (isDate(period)) return period;
	return /^\d{4}$/.test(period) ? `${period}-01-01` : /^\d{4}-\d\d$/.test(period) ? `${period}-01` : undefined;
}

/** A date as a value: its year, and the whole of it as printed. */
function dateValue(text: string) {
	const period = parsePeriod(text);
	return period === undefined
		? undefined
		: { value: Number(period.slice(0, 4)), printed: period, decimals: 0, scale: 1, high: undefined, unit: "date" };
}
