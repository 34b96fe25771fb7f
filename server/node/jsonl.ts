import { createInterface } from "node:readline";
import { z } from "zod";
import { check, type Options } from "../check.ts";
import type { ReferenceStore } from "../references/store.ts";
import { claimsJson } from "../review/json.ts";
import { type FailOn, fails } from "../review/summary.ts";

const Line = z.object({
	id: z.union([z.string(), z.number()]).optional(),
	text: z.string(),
	date: z.iso.date("is not a date like 2026-02-04").optional(),
	plain: z.boolean().optional(),
});

/**
 * Checks one article a line and answers each with one line, in order, as it goes. A line that can't be read answers with an error and the rest go on.
 * Answers whether anything at or above `failOn` was found.
 */
export async function checkLines(input: NodeJS.ReadableStream, packs: ReferenceStore, options: Options, failOn: FailOn): Promise<boolean> {
	let found = false;
	for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
		if (line.trim() === "") continue;
		let answer: Record<string, unknown>;
		const id = idOf(line);
		try {
			const { text, date, plain } = read(line);
			const report = await check(text, packs, { ...options, ...(date !== undefined && { date }), ...(plain && { plain }) });
			found ||= fails(report.checked, failOn);
			answer = { ...id, dateline: report.dateline, claims: claimsJson(report) };
		} catch (error) {
			answer = { ...id, error: (error as Error).message };
		}
		if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await new Promise((resolve) => process.stdout.once("drain", resolve));
	}
	return found;
}

function read(line: string): z.infer<typeof Line> {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch (error) {
		throw new Error(`not JSON: ${(error as Error).message}`);
	}
	const parsed = Line.safeParse(value);
	if (parsed.success) return parsed.data;
	const issue = parsed.error.issues[0];
	throw new Error(`${issue?.path.length ? `"${issue.path.join(".")}" ` : ""}${issue?.message ?? "not an article"}`);
}

/** The id of a line, even of one that is wrong elsewhere. */
function idOf(line: string): { id?: unknown } {
	try {
		const { id } = JSON.parse(line) as { id?: unknown };
		return typeof id === "string" || typeof id === "number" ? { id } : {};
	} catch {
		return {};
	}
}
