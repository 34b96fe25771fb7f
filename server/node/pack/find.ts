import { existsSync } from "node:fs";
import { factLine } from "../../features/wording/labels.ts";
import { day } from "../../features/wording/periods.ts";
import { factValue } from "../../features/wording/values.ts";
import { parsePeriod } from "../../references/units/period.ts";
import { parseUnit } from "../../references/units/unit.ts";
import { parseValue } from "../../references/units/value.ts";
import { CallError } from "../call-error.ts";
import { openWithProgress } from "./open.ts";
import type { Output } from "./output.ts";
import { placeOf } from "./places.ts";

/** Which facts are looked for. */
export interface FindOptions {
	readonly unit?: string;
	readonly measure?: string;
	readonly period?: string;
	/** How many to print. */
	readonly limit?: string;
}

/** Prints the facts of some packs by nearest value, the nearest first. Answers 1 when there is none. */
export async function find(written: string, dirs: readonly string[], options: FindOptions, { out, err }: Output): Promise<number> {
	const unitName = options.unit === undefined ? undefined : parseUnit(options.unit);
	const figure = parseValue(written, unitName?.scale ?? 1);
	if (!figure) throw new CallError(`pack find: “${written}” is no figure; write 27.03, 42.5 billion or $3m`);
	const period = options.period === undefined ? undefined : parsePeriod(options.period);
	if (options.period !== undefined && period === undefined)
		throw new CallError(`pack find: “${options.period}” is no period; write 2025, 2025-Q4 or 2026-02-04`);
	const limit = Number(options.limit ?? 10);
	if (!Number.isInteger(limit) || limit < 1) throw new CallError(`pack find: “${options.limit}” is no number of facts`);
	const astray = dirs.find((dir, i) => i < dirs.length - 1 && !existsSync(dir));
	if (astray !== undefined)
		throw new CallError(`pack find: ${astray} is not there; put a figure of several words in quotation marks: “${written} ${astray}”`);
	const { store } = await openWithProgress(dirs.map(placeOf));
	try {
		if (store.packs.length === 0) throw new CallError(`pack find: no pack is in ${dirs.join(", ")}; “plumbline pack validate” says why`);
		const measures = options.measure === undefined ? undefined : await measuresNamed(options.measure, store);
		const unit = figure.unit ?? (unitName && unitName.unit !== "none" ? unitName.unit : undefined);
		// What happened in some year is near no figure but one that may be a year.
		const isYear = Number.isInteger(figure.value) && figure.value >= 1000 && figure.value < 2200;
		const [found = []] = await store.near([
			{
				value: figure.value,
				within: Number.POSITIVE_INFINITY,
				limit: limit * BESIDE_DATES,
				...(unit !== undefined && { unit }),
				...(measures && { measures }),
				...(period !== undefined && { period }),
			},
		]);
		const facts = found.filter(({ unit: own }) => own !== "date" || unit === "date" || isYear).slice(0, limit);
		const entities = new Map((await store.entities(facts.map(({ subject }) => subject))).map(({ id, name }) => [id, name]));
		const labels = new Map((await store.measures(facts.map(({ measure }) => measure))).map(({ id, label }) => [id, label]));
		for (const fact of facts) {
			const about = [entities.get(fact.subject) ?? fact.subject, labels.get(fact.measure) ?? fact.measure, day(fact.period ?? "")];
			out(`${factValue(fact)}  ${about.filter(Boolean).join(", ")}  (${factLine(fact)})\n`);
		}
		if (facts.length === 0) err("No fact is like this.\n");
		return facts.length > 0 ? 0 : 1;
	} finally {
		store.close();
	}
}

/** So many times as many facts are asked for as are told, since dates are left out. */
const BESIDE_DATES = 3;

/** The ids of measures that a word names: as an id, or by name. */
async function measuresNamed(word: string, store: Awaited<ReturnType<typeof openWithProgress>>["store"]): Promise<string[]> {
	const [[mentions = []], own] = await Promise.all([store.mentions([word]), store.measures([word])]);
	const ids = [...own.map(({ id }) => id), ...mentions.flatMap(({ kind, ids }) => (kind === "measure" ? ids : []))];
	if (ids.length === 0) throw new CallError(`pack find: no pack has the measure “${word}”`);
	return [...new Set(ids)];
}
