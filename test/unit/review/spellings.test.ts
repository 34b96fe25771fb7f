import assert from "node:assert/strict";
import { check, type Report } from "../../../server/check.ts";
import { openPacks } from "../../../server/references/packs.ts";
import { articlesJson } from "../../../server/review/json.ts";
import { fails } from "../../../server/review/summary.ts";
import { textReport } from "../../../server/review/text.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";
import { memoryHost } from "../../checks/run.ts";

const FACTS = "subject,measure,value,unit,period\nGullwing Freight,revenue,33.0,USD million,2025\n";

async function reportOf(text: string): Promise<Report> {
	const packs = await openPacks(memoryHost(new Map([["desk/pack/facts.csv", FACTS]])), ["memory://desk/pack"]);
	return check(text, packs.store, { date: "2026-02-04", today: "2026-02-04", tolerances: defaultTolerances });
}

describe("review: a subject spelt unlike the pack's", () => {
	const article = "Ports were calm.\n\nGullwing Frieght had revenue of $33.0 million in 2025, 3% of it abroad.\n";

	it("stands in the text behind the claims", async () => {
		assert.match(
			textReport("draft.md", await reportOf(article)),
			/\n {2}~ spelling {6}3:1 {5}Gullwing Frieght\n {18}The name is spelt Gullwing Freight, not Gullwing Frieght \(pack\)\.\n\d+ of \d+ checked/,
		);
	});

	it("is a list of its own in JSON, and counts nowhere", async () => {
		const report = await reportOf(article);
		const [json] = articlesJson([{ path: "draft.md", report }]).articles;
		assert.deepEqual(json?.spellings, [
			{
				start: 18,
				end: 34,
				text: "Gullwing Frieght",
				spelling: "Gullwing Freight",
				entity: "Gullwing Freight",
				pack: "pack",
				reason: "The name is spelt Gullwing Freight, not Gullwing Frieght (pack).",
			},
		]);
		assert.equal(fails(report.checked, "outdated"), false);
	});

	it("is not there when the name is right, or nothing answers for it", async () => {
		for (const text of [article.replace("Frieght", "Freight"), "Gullwing Frieght moved to a new pier in 2025."]) {
			const report = await reportOf(text);
			assert.equal(articlesJson([{ path: "draft.md", report }]).articles[0]?.spellings, undefined);
			assert.doesNotMatch(textReport("draft.md", report), /spelling/);
		}
	});
});
