import { availableParallelism } from "node:os";
import { isatty } from "node:tty";
import type { SingleBar } from "cli-progress";
import * as z from "zod";
import { check, type Options, type Report } from "../check.ts";
import type { OpenedPacks } from "../references/packs.ts";
import { fails } from "../review/summary.ts";
import { tolerancesOf } from "../settings.ts";
import { findArticles, readArticle } from "./articles.ts";
import { CallError } from "./call-error.ts";
import type { Outcome, Task } from "./check-worker.ts";
import { files } from "./files.ts";
import { JsonDocument } from "./json-document.ts";
import { checkLines } from "./jsonl.ts";
import { outcomes } from "./pool.ts";
import { isStreamed, type Printing, printed } from "./printed.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/** A day that is on the calendar. */
const isDay = z.iso.date("is not a date like 2026-02-04");
const CheckCall = z.object({
	packs: z.array(z.string()),
	date: isDay.optional(),
	format: z.enum(["text", "json", "jsonl", "sarif", "github", "html"]).optional(),
	failOn: z.enum(["contradicted", "outdated", "unreferenced", "never"]),
	jsonl: z.boolean().optional(),
	jobs: z.coerce.number().int().min(1, "is not a number of threads").max(256).optional(),
});

/** Runs `plumbline check`. Results go to standard output, all else to standard error. Answers the exit code. Throws `CallError`. */
export async function runCheck(paths: readonly string[], given: unknown): Promise<number> {
	const parsed = CheckCall.safeParse(given);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new CallError(`--${String(issue?.path[0] ?? "option")} ${issue?.message}`);
	}
	const call = parsed.data;
	if (call.jsonl && paths.length > 0) throw new CallError("--jsonl reads articles from standard input; leave the paths out");
	if (!call.jsonl && paths.length === 0)
		throw new CallError("name at least one article to check: a file, a folder, or - for standard input");
	const workspace = await openWorkspace(call.packs, paths[0]);
	const { settings, packs } = workspace;
	notePackProblems(packs);
	const options: Options = {
		today: files.today(),
		...(call.date !== undefined && { date: call.date }),
		tolerances: tolerancesOf(settings),
	};
	try {
		if (call.jsonl) return (await checkLines(process.stdin, packs.store, options, call.failOn)) ? 1 : 0;
		return await checkPaths(paths, workspace, options, call);
	} finally {
		packs.store.close();
	}
}

async function checkPaths(
	paths: readonly string[],
	workspace: Workspace,
	options: Options,
	call: z.infer<typeof CheckCall>,
): Promise<number> {
	const sources = await findArticles(paths);
	if (sources.length === 0) throw new CallError(`${paths.join(", ")}: no Markdown files there`);
	const format = call.format ?? "text";
	const bar = await progress(sources.length);
	let found = false;
	let unreadable = 0;
	if (isStreamed(format)) {
		const printing: Printing = { format, options, failOn: call.failOn, colour: process.stdout.isTTY && !process.env.NO_COLOR };
		const tasks = sources.map((source): Task => ({ source, packs: call.packs, first: paths[0] as string, printing }));
		const document = format === "json" ? new JsonDocument() : undefined;
		if (document) await write(document.begin());
		for await (const outcome of outcomesOf(tasks, workspace, call.jobs ?? availableParallelism())) {
			if ("unreadable" in outcome) {
				unreadable++;
				process.stderr.write(`plumbline: ${outcome.unreadable}\n`);
			} else {
				found ||= outcome.fails;
				await write(document ? document.next(outcome.text, outcome.counts) : outcome.text);
			}
			bar?.increment();
		}
		if (document) await write(document.end());
		bar?.stop();
		return unreadable > 0 ? 2 : found ? 1 : 0;
	}
	// What the first lines of a page count, the last article may add to: these formats need every report.
	const kept: { path: string; report: Report }[] = [];
	for (const source of sources) {
		try {
			const report = workspace.reviewed(source.path, await check(await readArticle(source), workspace.packs.store, options));
			found ||= fails(report.checked, call.failOn);
			kept.push({ path: source.path, report });
		} catch (error) {
			if (!(error instanceof CallError)) throw error;
			unreadable++;
			process.stderr.write(`plumbline: ${error.message}\n`);
		}
		bar?.increment();
	}
	bar?.stop();
	if (format === "sarif") {
		const { sarifLog } = await import("../review/sarif.ts");
		await write(`${JSON.stringify(sarifLog(kept), null, 2)}\n`);
	}
	if (format === "html") {
		const { htmlReport } = await import("../review/html.ts");
		await write(htmlReport(kept));
	}
	return unreadable > 0 ? 2 : found ? 1 : 0;
}

/** Fewer articles than this are checked before threads would have begun. */
const MANY = 40;

/** The outcome of every article in order, on several threads when that is worth it. What comes from standard input can be read only here. */
async function* outcomesOf(tasks: readonly Task[], workspace: Workspace, jobs: number): AsyncGenerator<Outcome> {
	if (jobs > 1 && tasks.length >= MANY && tasks.every(({ source }) => source.path !== "-")) {
		yield* outcomes(tasks, jobs);
		return;
	}
	for (const { source, printing } of tasks) {
		try {
			yield await printed(source, workspace, printing);
		} catch (error) {
			if (!(error instanceof CallError)) throw error;
			yield { unreadable: error.message };
		}
	}
}

/** Writes to standard output and waits while the reader is behind, so that memory stays bounded. */
async function write(text: string): Promise<void> {
	if (text === "" || process.stdout.write(text)) return;
	await new Promise((resolve) => process.stdout.once("drain", resolve));
}

async function progress(total: number): Promise<SingleBar | undefined> {
	if (total < 20 || !isatty(2) || isatty(1)) return undefined;
	const { barOf } = await import("./bar.ts");
	const bar = barOf("{bar} {value}/{total} articles, {eta_formatted} left");
	bar.start(total, 0);
	return bar;
}

/** Faults of a pack are its own matter: the check goes on with its good rows, and one line says where to look. */
function notePackProblems({ problems }: OpenedPacks): void {
	const errors = problems.filter(({ severity }) => severity === "error");
	const [first] = errors;
	if (!first) return;
	const more = errors.length > 1 ? ` (and ${errors.length - 1} more; plumbline pack validate lists them)` : "";
	process.stderr.write(
		`plumbline: ${decodeURIComponent(first.uri.replace(/^file:\/\//, ""))}:${first.line + 1}: ${first.message}${more}\n`,
	);
}
