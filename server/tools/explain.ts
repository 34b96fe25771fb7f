import * as z from "zod";
import { bindingWords } from "../features/wording/labels.ts";
import { claimsJson, referenceJson } from "../review/json.ts";
import type { Checked } from "../verdicts/verdict.ts";
import { articleInput, checked } from "./article.ts";
import { ToolError, tool } from "./tool.ts";

const input = z.strictObject({
	...articleInput,
	claim: z.string().min(1).describe("The claim: its id as `check` answered it, or its words as the article has them."),
});

/** How the verdict of one claim came about. */
export const explainTool = tool({
	name: "explain",
	title: "Explain a verdict",
	description:
		"Explains how one claim of an article was read and judged: whose figure it was taken for and by which words, of what measure, as of when, the reference " +
		"rows and the working that the verdict rests on, and the facts that came near when it was too close to call.",
	input,
	async run({ claim, ...article }, desk) {
		const report = await checked(article, desk);
		const found = findClaim(report.checked, claim);
		const { verdict } = found;
		const how = bindingWords(verdict);
		return {
			...claimsJson({ ...report, checked: [found] })[0],
			...(how !== undefined && { how }),
			...(verdict.candidates && { candidates: verdict.candidates.map(referenceJson) }),
			...(verdict.difference && { difference: verdict.difference }),
		};
	},
});

/** The claim with an id, or the only one with some words; a figure of the words inside a quotation is another claim. */
function findClaim(all: readonly Checked[], words: string): Checked {
	const byId = all.find(({ claim }) => claim.id === words);
	if (byId) return byId;
	const exact = all.filter(({ claim }) => claim.text === words);
	const found = exact.length > 0 ? exact : all.filter(({ claim }) => claim.text.includes(words));
	if (found.length === 1) return found[0] as Checked;
	if (found.length === 0) throw new ToolError(`The article has no claim “${words}”. The tool \`check\` lists its claims.`);
	const some = found.slice(0, 5).map(({ claim }) => `${claim.id} (“${claim.text}”)`);
	throw new ToolError(`“${words}” stands in ${found.length} claims. Name one by its id: ${some.join(", ")}.`);
}
