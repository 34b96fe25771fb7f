import { readFile } from "node:fs/promises";
import * as z from "zod";
import type { ArticlesJson } from "../../review/contract.ts";
import { diffReports, reportDiffText } from "../../review/report-diff.ts";
import { verdictNames } from "../../review/summary.ts";
import { CallError } from "../call-error.ts";
import { unreadable } from "../check/articles.ts";
import { Sink } from "../check/sink.ts";

/** What the comparison reads of a report; the rest may be anything, since the contract changes by adding. */
const Report = z.looseObject({
	version: z.literal(1, { error: ({ input }) => `is ${JSON.stringify(input)}; this Plumbline reads reports of version 1` }),
	articles: z.array(
		z.looseObject({
			path: z.string(),
			claims: z.array(z.looseObject({ id: z.string(), text: z.string(), verdict: z.enum(verdictNames), reason: z.string() })),
		}),
	),
});

/** Prints what differs between two reports of `plumbline check --format json`. Answers 1 when something does. Throws `CallError` for a file that is no such report. */
export async function diffReportFiles(before: string, now: string, { json, output }: { json?: boolean; output?: string }): Promise<number> {
	const found = diffReports(await reportIn(before), await reportIn(now));
	const sink = new Sink(output);
	await sink.write(json ? `${JSON.stringify(found, undefined, 2)}\n` : reportDiffText(found));
	await sink.close();
	return found.articles.length > 0 ? 1 : 0;
}

async function reportIn(file: string): Promise<ArticlesJson> {
	const why = (words: string) => new CallError(`${file} is no report of “plumbline check --format json”: ${words}`);
	let text: string;
	try {
		text = await readFile(file, "utf8");
	} catch (error) {
		throw new CallError(`${file} can't be read: ${unreadable(error)}`);
	}
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw why(text.trim() === "" ? "it is empty" : "it is not JSON");
	}
	const parsed = Report.safeParse(value);
	if (parsed.success) return value as ArticlesJson;
	const issue = parsed.error.issues[0];
	throw why([issue?.path.join("."), issue?.message].filter(Boolean).join(": "));
}
