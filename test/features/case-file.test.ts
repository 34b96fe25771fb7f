import assert from "node:assert/strict";
import { caseFile } from "../../server/features/case-file.ts";
import { viewOf } from "./view.ts";

describe("the report of a false alarm", () => {
	it("holds the sentence, what was said, the row and what is wrong with it, and nothing else of the article", async () => {
		const view = await viewOf("A secret. The *$45.2 billion* Harbour Bridge opened. Another one.");
		const checked = view.report.checked.find(({ verdict }) => verdict.name === "contradicted");
		assert.ok(checked);
		assert.equal(
			caseFile(view, checked, "It is | the old\nbridge"),
			[
				"---\nplumbline:\n  ignore: This reports a false alarm.\n---",
				"# False alarm: $45.2 billion",
				"> The $45.2 billion Harbour Bridge opened.",
				"The article speaks from 2026-02-04.",
				"- Marked as: contradicted\n- Said: The Harbour Bridge’s cost was $42.45 billion, not $45.2 billion (harbour).\n- Read as: money, Harbour Bridge, cost\n- Why it is wrong: It is \\| the old bridge",
				"| subject | measure | value | unit | source | pack |\n| --- | --- | --- | --- | --- | --- |\n| Harbour Bridge | cost | 42.45 | 1000000000 USD | https://bridges.example/report | harbour, row 2 |\n",
			].join("\n\n"),
		);
	});

	it("is not checked itself", async () => {
		const view = await viewOf("The $45.2 billion Harbour Bridge opened.");
		const [checked] = view.report.checked;
		assert.ok(checked);
		const { report } = await viewOf(caseFile(view, checked, "No."));
		assert.ok(report.checked.length > 0);
		assert.deepEqual(report.directives.problems, []);
		assert.ok(report.checked.every(({ verdict }) => verdict.name === "reviewed"));
	});
});
