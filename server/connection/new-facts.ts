import { type Quantity, quantityOf, timeOf } from "../claims/claim.ts";
import { plural } from "../features/wording/values.ts";
import { ledgerOf } from "../folders.ts";
import type { Host } from "../host.ts";
import { type Language, said, say } from "../language/language.ts";
import type { FactFaultParams, FactRow, FactRowParams, FactRowResult, FactTableItem } from "../protocol.ts";
import { appendedRow, type FactTable, factTables } from "../references/pack/fact-tables.ts";
import { parsePeriod } from "../references/units/period.ts";
import { misspeltUnit, parseUnit } from "../references/units/unit.ts";
import { parseValue } from "../references/units/value.ts";
import type { View } from "../session.ts";
import type { Checked } from "../verdicts/verdict.ts";

/** A row as far as the article says it: whose figure, of what, how much and when. Where it is from nobody can know but the writer. */
export function draftRow(view: View, { claim, verdict }: Checked): FactRow {
	const quantity = quantityOf(claim);
	const figure = quantity ? figureOf(quantity) : dateOf(timeOf(claim)?.value);
	const { references } = view.report;
	// A pack knows its subjects and measures by their names, whichever pack declares them.
	const subject = verdict.subject?.entity ?? nameBefore(view, claim, "entity");
	const measure = verdict.measure?.measure ?? nameBefore(view, claim, "measure");
	return {
		subject: verdict.subject?.text ?? references.entities.get(subject ?? "")?.name ?? subject ?? "",
		measure: references.measures.get(measure ?? "")?.label ?? measure ?? verdict.measure?.text ?? "",
		...figure,
		period: quantity ? (verdict.period ?? "") : "",
		source: "",
	};
}

/** The tables of facts in the packs of an article's folder, those that can take a row first. */
export async function tablesFor(host: Host, view: View, language?: Language): Promise<FactTableItem[]> {
	const tables = await tablesOf(host, view);
	return [...tables.filter(({ refusal }) => refusal === undefined), ...tables.filter(({ refusal }) => refusal !== undefined)].map(
		({ uri, pack, path, columns, locked, refusal }) => ({
			uri,
			pack,
			path,
			columns,
			locked,
			...(refusal !== undefined && { refusal: said(language, refusal) }),
		}),
	);
}

/** The text that goes to the end of a table to hold a new row, or why there is none. */
export async function newRow(
	host: Host,
	view: View,
	{ table: uri, text, row }: FactRowParams,
	language?: Language,
): Promise<FactRowResult> {
	const table = (await tablesOf(host, view)).find((one) => one.uri === uri);
	if (!table) return { refusal: say(language, "is no table of a pack of this article") };
	if (table.refusal !== undefined) return { refusal: said(language, table.refusal) };
	const made = appendedRow(text, table, { ...row, ...(row.verified_by && { verified_on: host.today() }) });
	return "english" in made ? { refusal: said(language, made) } : { newText: made.newText };
}

/** What is wrong with a cell of a new row, in a sentence for whoever types it. */
export function cellFault({ column, row }: FactFaultParams, language?: Language): string | undefined {
	const text = row[column]?.trim() ?? "";
	switch (column) {
		case "subject":
			return text === "" ? say(language, "Say whose figure it is: a company, a place, a person.") : undefined;
		case "measure":
			return text === "" ? say(language, "Say what was measured: net sales, length, opening.") : undefined;
		case "value":
			return isFigure(text) || isDay(text)
				? undefined
				: say(language, "Write digits with a point for decimals, such as 33.0, a range such as 10..12, or a date.");
		case "unit":
			return unitFault(text, row.value?.trim() ?? "", language);
		case "period":
			return text === "" || parsePeriod(text) !== undefined
				? undefined
				: say(language, "Write 2025, 2025-Q4, 2026-02, 2026-02-04 or 2024-07/2025-06; nothing where the figure holds at any time.");
		case "source":
			return text === "" ? say(language, "Say where the figure is from: an address, or the title of a document.") : undefined;
		case "locator":
		case "verified_by":
			return undefined;
	}
}

function unitFault(unit: string, value: string, language: Language | undefined): string | undefined {
	const meant = misspeltUnit(unit);
	if (meant !== undefined) return say(language, "Is it “{0}”?", meant);
	if (parseUnit(unit).unit === "date")
		return isDay(value) ? undefined : say(language, "“{0}” is no date. Write 2006, 2022-04 or 2022-04-08.", value);
	return isFigure(value) ? undefined : say(language, "“{0}” is a date: its unit is “date”.", value);
}

const isFigure = (text: string): boolean => parseValue(text, 1) !== undefined;
const isDay = (text: string): boolean => /^\d{4}(?:-\d\d){0,2}$/.test(text) && parsePeriod(text) !== undefined;

async function tablesOf(host: Host, { folder: { uri, places } }: View): Promise<FactTable[]> {
	const own = `${uri}/datapackage.json`;
	const open: string[] = [];
	for (const place of places) if (place !== ledgerOf(uri) && (await host.stat(place))) open.push(place === own ? uri : place);
	return factTables(host, open);
}

/** The nearest name of a kind that the claim's sentence has before it, else the nearest behind it; the first one's where a name is ambiguous. */
function nameBefore({ report: { article, references } }: View, claim: Checked["claim"], kind: "entity" | "measure"): string | undefined {
	const block = article.blocks[claim.block];
	const sentence = block?.sentences[block.sentenceAt(claim.span.start)];
	if (!sentence) return undefined;
	const own = (references.mentions[claim.block] ?? []).filter(
		(mention) => mention.kind === kind && mention.start >= sentence.start && mention.end <= sentence.end,
	);
	const near = own.findLast(({ end }) => end <= claim.span.start) ?? own.find(({ start }) => start >= claim.span.end);
	return near?.ids[0];
}

/** Value and unit as a table writes them: `42.5` and `USD billion` for `$42.5 billion`. */
function figureOf({ value, high, decimals, scale, unit, unitKind, vague }: Quantity): Pick<FactRow, "value" | "unit"> {
	const [word, size] = SCALES.find(([, size]) => size === scale) ?? ["", 1];
	const isCounted = unitKind === "noun" || unitKind === "measure";
	const plain = unit === "none" ? "" : isCounted ? plural(unit, 2) : unit;
	const named = (unitKind === "currency" ? [plain, word] : [word, plain]).filter(Boolean).join(" ");
	// A unit that would be read as another one is better asked for.
	const read = parseUnit(named);
	const isSame = read.unit === (unit === "" ? "none" : unit) && read.scale === size;
	const written = (number: number) => (number / size).toFixed(size === scale ? Math.min(decimals, MOST_DECIMALS) : 0);
	if (vague) return { value: "", unit: isSame ? named : "" };
	return { value: high === undefined ? written(value) : `${written(value)}..${written(high)}`, unit: isSame ? named : "" };
}

const SCALES: readonly (readonly [string, number])[] = [
	["thousand", 1e3],
	["million", 1e6],
	["billion", 1e9],
	["trillion", 1e12],
];

/** `toFixed` takes no more than a hundred. */
const MOST_DECIMALS = 20;

/** A year, a month or a day; what else a date may be (`XXXX-WXX-3`) is no value of a row. */
function dateOf(value: string | undefined): Pick<FactRow, "value" | "unit"> {
	return { value: value && /^\d{4}(?:-\d\d){0,2}$/.test(value) ? value : "", unit: "date" };
}
