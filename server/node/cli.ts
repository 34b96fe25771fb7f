import { createInterface } from "node:readline";
import { check } from "../check.ts";
import { emptyStore } from "../references/empty-store.ts";
import { claimsJson } from "../review/json.ts";
import { defaultTolerances } from "../verdicts/tolerances.ts";

const today = new Date().toISOString().slice(0, 10);
for await (const line of createInterface({ input: process.stdin })) {
	if (!line.trim()) continue;
	const { id, text, date, plain } = JSON.parse(line) as { id: string; text: string; date?: string; plain?: boolean };
	const report = await check(text, emptyStore, { today, ...(date && { date }), ...(plain && { plain }), tolerances: defaultTolerances });
	process.stdout.write(`${JSON.stringify({ id, dateline: report.dateline, claims: claimsJson(report) })}\n`);
}
