import * as z from "zod";
import { claimsJson } from "../review/json.ts";
import { countVerdicts, verdictNames } from "../review/summary.ts";
import { articleInput, checked } from "./article.ts";
import { tool } from "./tool.ts";

const input = z.strictObject({
	...articleInput,
	verdicts: z.array(z.enum(verdictNames)).optional().describe("Only claims with these verdicts. Unless given, all of them."),
});

/** Every claim of an article with its verdict. */
export const checkTool = tool({
	name: "check",
	title: "Check an article",
	description:
		"Finds every checkable claim of a news article (figures, dates, ranks, quotations, attributions, roles) and holds each against the newsroom's own " +
		"reference packs. Answers each claim with its place, how it was read, its verdict (supported, contradicted, outdated, imprecise, disputed, inconsistent, " +
		"unreferenced, reviewed), the reason in one sentence and the rows of the packs that it rests on. `unreferenced` means that no pack speaks of it, not that it is wrong.",
	input,
	async run(call, desk) {
		const report = await checked(call, desk);
		const wanted = call.verdicts && new Set<string>(call.verdicts);
		const claims = claimsJson(report).filter(({ verdict }) => !wanted || wanted.has(verdict));
		return { dateline: report.dateline, summary: countVerdicts(report.checked), claims };
	},
});
