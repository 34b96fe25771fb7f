import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import Papa from "papaparse";
import { type Impact, impactHtml, impactRows, impactText } from "../../review/impact.ts";
import { tolerancesOf } from "../../settings.ts";
import { CallError } from "../call-error.ts";
import { findArticles } from "../check/articles.ts";
import { outcomes } from "../check/pool.ts";
import { Sink } from "../check/sink.ts";
import { withTolerances } from "../check/tolerance-option.ts";
import { files } from "../disk/files.ts";
import { namedPlace, settingsFor } from "../workspace.ts";
import { contentSink, differences } from "./differences.ts";
import { type ImpactTask, impactOn } from "./judge.ts";
import { openState } from "./states.ts";

export interface ImpactCall {
	readonly format: "text" | "json" | "csv" | "html";
	readonly output?: string;
	/** Packs that are asked beside both states. */
	readonly packs: readonly string[];
	/** `NAME=NUMBER`. */
	readonly tolerance: readonly string[];
}

/** Fewer articles than this are judged before threads would have begun. */
const MANY = 40;

/** Lists what published articles say and a newer state of a pack contradicts. Answers 1 when there is something, 2 when an article can't be read. Throws `CallError`. */
export async function impact(before: string, now: string, paths: readonly string[], call: ImpactCall): Promise<number> {
	const sources = findArticles(paths);
	if (sources.length === 0) throw new CallError(`${paths.join(", ")}: no Markdown files there`);
	if (sources.some((source) => source.path === "-"))
		throw new CallError("impact: name files or folders; an archive does not come from standard input");
	const others = call.packs.map(namedPlace);
	const tolerances = withTolerances(tolerancesOf(await settingsFor(paths[0])), call.tolerance);
	const sink = new Sink(call.output);
	const [was, is] = [contentSink(), contentSink()];
	const old = await openState(before, was.sink);
	const fresh = await openState(now, is.sink);
	const folder = mkdtempSync(path.join(tmpdir(), "plumbline-impact-"));
	try {
		const found = differences(was.content, is.content);
		const note = (line: string) => process.stderr.write(`plumbline: ${line}\n`);
		note(
			`the two states differ on ${found.ids.length} subject${found.ids.length === 1 ? "" : "s"}${found.all ? ", and in measures or documents, so every article is judged by both" : ""}`,
		);
		const file = path.join(folder, "differences.json");
		writeFileSync(file, JSON.stringify(found));
		const options = { today: files.today(), tolerances };
		const tasks = sources.map(
			(source): ImpactTask => ({ source, before: old.place, now: fresh.place, others, differences: file, options }),
		);
		const hits: Impact["hits"][number][] = [];
		let judged = 0;
		let unreadable = 0;
		for await (const outcome of judgedAll(tasks)) {
			if ("unreadable" in outcome) {
				unreadable++;
				note(outcome.unreadable);
				continue;
			}
			hits.push(...outcome.hits);
			if (outcome.judged) judged++;
		}
		await sink.write(printed({ before, now, articles: sources.length, judged, hits }, call.format));
		await sink.close();
		return unreadable > 0 ? 2 : hits.length > 0 ? 1 : 0;
	} finally {
		sink.drop();
		rmSync(folder, { recursive: true, force: true });
		old.close();
		fresh.close();
	}
}

async function* judgedAll(tasks: readonly ImpactTask[]) {
	const threads = availableParallelism();
	if (threads > 1 && tasks.length >= MANY) {
		yield* outcomes(tasks, threads);
		return;
	}
	for (const task of tasks) {
		try {
			yield await impactOn(task);
		} catch (error) {
			if (!(error instanceof CallError)) throw error;
			yield { unreadable: error.message };
		}
	}
}

function printed(found: Impact, format: ImpactCall["format"]): string {
	if (format === "json") return `${JSON.stringify({ version: 1, ...found }, undefined, 2)}\n`;
	if (format === "html") return impactHtml(found);
	// A cell that a spreadsheet would run as a formula is escaped.
	if (format === "csv") return `${Papa.unparse(impactRows(found), { escapeFormulae: true, newline: "\n" })}\n`;
	return impactText(found);
}
