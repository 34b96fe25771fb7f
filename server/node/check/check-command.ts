import { availableParallelism } from "node:os";
import type { SingleBar } from "cli-progress";
import * as z from "zod";
import type { Options } from "../../check.ts";
import { readable } from "../../references/pack/paths.ts";
import type { OpenedPacks } from "../../references/packs.ts";
import type { PackSummary } from "../../references/store.ts";
import { CallError } from "../call-error.ts";
import { assertAnswering } from "../database/answering.ts";
import { JsonDocument } from "../disk/json-document.ts";
import type { Workspace } from "../workspace.ts";
import { Workspaces } from "../workspaces.ts";
import { assertSame, statesOf } from "./article.ts";
import { findArticles, type Source } from "./articles.ts";
import type { Outcome, Task } from "./check-worker.ts";
import { outcomes } from "./pool.ts";
import { isStreamed, type Printing, printed } from "./printed.ts";
import { Sink } from "./sink.ts";

// A call checks each kind of thing a few times: code that zod would write for it, and V8 compile, is not worth its while.
z.config({ jitless: true });

/** A day that is on the calendar. */
const isDay = z.iso.date("is not a date like 2026-02-04");
const CheckCall = z.object({
	packs: z.array(z.string()),
	date: isDay.optional(),
	format: z.enum(["text", "json", "jsonl", "sarif", "github", "html", "junit", "claimreview"]).optional(),
	failOn: z.enum(["contradicted", "outdated", "unreferenced", "never"]),
	jsonl: z.boolean().optional(),
	output: z.string().min(1, "is not a file").optional(),
	since: z.string().min(1, "is not a git revision").optional(),
	staged: z.boolean().optional(),
	url: z.url({ protocol: /^https?$/, error: "is not an address such as https://example.org/story" }).optional(),
	author: z.string().min(1, "is not a name").optional(),
	tolerance: z.array(z.string()),
	jobs: z.coerce
		.number({ error: "is not a number of threads" })
		.int("is not a whole number of threads")
		.min(1, "is not a number of threads")
		.max(256, "is more than 256 threads")
		.optional(),
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
	const ofGit = call.since !== undefined || call.staged === true;
	if (call.since !== undefined && call.staged) throw new CallError("--since and --staged each say what has changed; leave one out");
	if (call.jsonl && ofGit) throw new CallError("--jsonl reads articles from standard input, where git has no say");
	if (!call.jsonl && !ofGit && paths.length === 0)
		throw new CallError("name at least one article to check: a file, a folder, or - for standard input");
	const { packs, date, tolerance } = call;
	let isUnread = false;
	const workspaces = new Workspaces({ packs, first: paths[0], date, tolerance }, (workspace) => {
		notePackProblems(workspace.packs);
		isUnread ||= workspace.packs.unread.length > 0;
	});
	try {
		const { workspace, options } = await workspaces.at(paths[0]);
		const code = call.jsonl ? await checkStandardInput(workspace, options, call) : await checkPaths(paths, workspaces, call);
		return isUnread ? 2 : code;
	} finally {
		await workspaces.close();
	}
}

async function checkStandardInput({ packs }: Workspace, options: Options, { failOn }: z.infer<typeof CheckCall>): Promise<number> {
	const { checkLines } = await import("./jsonl.ts");
	const found = await checkLines(process.stdin, packs, options, failOn);
	assertAnswering(packs);
	return found ? 1 : 0;
}

async function checkPaths(paths: readonly string[], workspaces: Workspaces, call: z.infer<typeof CheckCall>): Promise<number> {
	const sources = await sourcesOf(paths, call);
	const sink = new Sink(call.output);
	try {
		const found = await checkSources(await placed(sources, workspaces), workspaces, { call, sink });
		await sink.close();
		return found;
	} catch (error) {
		sink.drop();
		throw error;
	}
}

/** The articles that a call asks for. Throws `CallError` when there are none at all; none that has changed is in order. */
async function sourcesOf(paths: readonly string[], { since, staged }: z.infer<typeof CheckCall>): Promise<readonly Source[]> {
	if (since !== undefined || staged) {
		const { changedArticles } = await import("../git/changes.ts");
		return changedArticles(paths.length > 0 ? paths : ["."], since);
	}
	const sources = findArticles(paths);
	if (sources.length === 0) throw new CallError(`${paths.join(", ")}: no Markdown files there`);
	return sources;
}

/** An article and where its workspace is opened. */
interface Placed {
	readonly source: Source;
	readonly place: string | undefined;
}

async function placed(sources: readonly Source[], workspaces: Workspaces): Promise<Placed[]> {
	const all: Placed[] = [];
	for (const source of sources) all.push({ source, place: await workspaces.placeOf(source.path) });
	return all;
}

async function checkSources(
	sources: readonly Placed[],
	workspaces: Workspaces,
	{ call, sink }: { readonly call: z.infer<typeof CheckCall>; readonly sink: Sink },
): Promise<number> {
	const format = call.format ?? "text";
	const bar = await progress(sources.length);
	const note = (line: string) => process.stderr.write(`plumbline: ${line}\n`);
	let found = false;
	let unreadable = 0;
	const claims = { shown: 0, of: 0 };
	const colour = call.output === undefined && process.stdout.isTTY && !process.env.NO_COLOR;
	const publication = { ...(call.url !== undefined && { url: call.url }), ...(call.author !== undefined && { author: call.author }) };
	if (format === "claimreview" && sources.length > 1 && call.url !== undefined)
		throw new CallError("--url names the address of one article; name those of several in their front matter");
	const tasks: Task[] = [];
	const packs = new Map<string, PackSummary>();
	for (const [i, { source, place }] of sources.entries()) {
		const { workspace, options } = await workspaces.at(place);
		for (const pack of workspace.packs.store.packs) packs.set(`${pack.name} ${pack.hash}`, pack);
		const document = { failOn: call.failOn, publication, ...(sources.length > 1 && { number: i + 1 }) };
		const printing: Printing = { format, options, failOn: call.failOn, colour, ...(!isStreamed(format) && { document }) };
		tasks.push({ source, packs: call.packs, ...(place !== undefined && { first: place }), printing, states: statesOf(workspace) });
	}
	const json = format === "json" ? new JsonDocument() : undefined;
	const pieces: unknown[] = [];
	if (json) await sink.write(json.begin());
	let next = 0;
	for await (const outcome of outcomesOf(tasks, workspaces, call.jobs ?? availableParallelism())) {
		const { path } = (tasks[next++] as Task).source;
		if ("unreadable" in outcome) {
			unreadable++;
			note(outcome.unreadable);
		} else {
			found ||= outcome.fails;
			claims.of += outcome.of ?? 0;
			claims.shown += Object.values(outcome.counts).reduce((sum, count) => sum + count, 0);
			await sink.write(json ? json.next(outcome.text, outcome.counts) : outcome.text);
			if (outcome.part && "piece" in outcome.part) pieces.push(outcome.part.piece);
			else if (outcome.part) {
				unreadable++;
				note(`${path} ${outcome.part.missing}`);
			}
		}
		bar?.increment();
	}
	if (json) await sink.write(json.end());
	bar?.stop();
	if (!isStreamed(format)) {
		const { documentOf } = await import("./documents.ts");
		await sink.write(await documentOf(format, pieces, [...packs.values()]));
	}
	if (call.since !== undefined || call.staged) note(scopeWords(sources.length, claims, call.since));
	return unreadable > 0 ? 2 : found ? 1 : 0;
}

/** What a check of changes has looked at, since it says nothing of the rest. */
function scopeWords(articles: number, { shown, of }: { readonly shown: number; readonly of: number }, since: string | undefined): string {
	const changed = since === undefined ? "staged for the commit" : `changed since ${since}`;
	if (articles === 0) return `no article is ${changed}; nothing was checked`;
	return `checked the articles ${changed}, ${articles} in all, and in them the paragraphs that changed: ${shown} of ${of} claims`;
}

/** Fewer articles than this are checked before threads have begun and are warm. */
const MANY = 100;

/** The outcome of every article in order, on several threads when that is worth it. What comes from standard input can be read only here. */
async function* outcomesOf(tasks: readonly Task[], workspaces: Workspaces, jobs: number): AsyncGenerator<Outcome> {
	const here = async ({ source, first, printing, states }: Task): Promise<Outcome> => {
		try {
			const { workspace } = await workspaces.at(first);
			assertSame(workspace, states, source);
			return await printed(source, workspace, printing);
		} catch (error) {
			if (!(error instanceof CallError)) throw error;
			return { unreadable: error.message };
		}
	};
	if (jobs > 1 && tasks.length >= MANY && tasks.every(({ source }) => source.path !== "-")) yield* outcomes(tasks, jobs, here);
	else for (const task of tasks) yield await here(task);
}

async function progress(total: number): Promise<SingleBar | undefined> {
	if (total < 20) return undefined;
	const { isatty } = await import("node:tty");
	if (!isatty(2) || isatty(1)) return undefined;
	const { barOf } = await import("./bar.ts");
	const bar = barOf("{bar} {value}/{total} articles, {eta_formatted} left");
	bar.start(total, 0);
	return bar;
}

/**
 * Faults of a pack are its own matter: the check goes on with its good rows, and one line says where to look. A pack that is not asked at all is told by
 * itself, and is an input that was wrong: what was not compared with it is not to pass for checked.
 */
function notePackProblems({ problems, unread }: OpenedPacks): void {
	for (const folder of unread) process.stderr.write(`plumbline: ${readable(folder)} was not read; nothing is held against it\n`);
	const errors = problems.filter(({ severity }) => severity === "error");
	const [first] = errors;
	if (!first) return;
	const more = errors.length > 1 ? ` (and ${errors.length - 1} more; plumbline pack validate lists them)` : "";
	process.stderr.write(`plumbline: ${readable(first.uri)}:${first.line + 1}: ${first.message}${more}\n`);
}
