import assert from "node:assert/strict";
import { check, type Report } from "../../../server/check.ts";
import { openPacks } from "../../../server/references/packs.ts";
import { onlyChanged } from "../../../server/review/changed.ts";
import { githubAnnotations } from "../../../server/review/formats/github.ts";
import { junitXml } from "../../../server/review/formats/junit.ts";
import { sarifLog } from "../../../server/review/formats/sarif.ts";
import { textReport } from "../../../server/review/formats/text.ts";
import { htmlReport } from "../../../server/review/html.ts";
import { articlesJson } from "../../../server/review/json.ts";
import { fails } from "../../../server/review/summary.ts";
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

	it("is a note for code scanning, a notice for GitHub, a list on the page, and no case of JUnit", async () => {
		const report = await reportOf(article);
		const checked = { path: "draft.md", report };
		const [run] = sarifLog([checked], { version: "1.0.0", root: "/desk" }).runs;
		const [result, ...others] = run?.results?.filter(({ ruleId }) => ruleId === "spelling") ?? [];
		assert.equal(others.length, 0);
		assert.equal(result?.level, "note");
		assert.equal(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id, "spelling");
		assert.match(result?.message.text ?? "", /^The name is spelt Gullwing Freight/);
		assert.deepEqual(result?.locations?.[0]?.physicalLocation?.region, {
			startLine: 3,
			startColumn: 1,
			endLine: 3,
			endColumn: 17,
			snippet: { text: "Gullwing Frieght" },
		});
		assert.match(
			githubAnnotations("draft.md", report),
			/^::notice file=draft\.md,line=3,endLine=3,col=1,endColumn=17,title=Plumbline%3A spelling::The name is spelt Gullwing Freight, not Gullwing Frieght \(pack\)\.$/m,
		);
		assert.match(
			htmlReport([checked], { on: "2026-02-04", packs: [] }),
			/<h3>Spellings \(1\)<\/h3>\n<ul class="facts"><li>The name is spelt Gullwing Freight, not Gullwing Frieght \(pack\)\. <span class="where">3:1<\/span>/,
		);
		assert.doesNotMatch(junitXml([checked], "contradicted"), /spelt/);
	});

	it("keeps its fingerprint when the article is edited elsewhere", async () => {
		const printOf = async (text: string) =>
			sarifLog([{ path: "draft.md", report: await reportOf(text) }], { version: "1.0.0", root: "/desk" }).runs[0]?.results?.find(
				({ ruleId }) => ruleId === "spelling",
			)?.partialFingerprints;
		assert.deepEqual(await printOf(`Rain fell.\n\n${article}`), await printOf(article));
	});

	it("counts for a check of what has changed only where it has", async () => {
		const report = await reportOf(article);
		const within = (first: number) =>
			onlyChanged({ path: "draft.md", report }, { since: "main", lines: [[first, first]] }).report.spellings.length;
		assert.deepEqual([within(1), within(3)], [0, 1]);
	});

	it("is not there when the name is right, or nothing answers for it", async () => {
		for (const text of [article.replace("Frieght", "Freight"), "Gullwing Frieght moved to a new pier in 2025."]) {
			const report = await reportOf(text);
			assert.equal(articlesJson([{ path: "draft.md", report }]).articles[0]?.spellings, undefined);
			assert.doesNotMatch(textReport("draft.md", report), /spelling/);
		}
	});
});
