import { equal, match } from "node:assert/strict";
import { factLine } from "../../../server/features/wording/labels.ts";
import type { Fact } from "../../../server/references/fact.ts";
import { textReport } from "../../../server/review/formats/text.ts";
import { viewOf } from "../../features/view.ts";

describe("a report for the terminal", () => {
	it("tells notes for the desk, though no reference speaks of them", async () => {
		const early = await viewOf("Ferrar said fares rose 4%. Olga Ferrar runs the line, and Olga Ferrar said boats were late.");
		match(textReport("draft.md", early.report), /unreferenced +1:1 +Ferrar said\n +Olga Ferrar is called Ferrar here, before/);
		const unnamed = await viewOf("“Fares will rise,” said one captain who spoke on condition of anonymity.");
		match(textReport("draft.md", unnamed.report), /The source is not named: one captain/);
	});
	it("names the row of a person and the line of a document", async () => {
		const role = await viewOf("Ada Moss, chief engineer of Harbour Bridge, said so.");
		match(textReport("draft.md", role.report), /supported .*\n.*\n +harbour, people row 2\n/);
		const quote = await viewOf('"The tide turns once a day under R&D\'s old pier," Ada Moss said.');
		match(textReport("draft.md", quote.report), /contradicted .*\n.*\n +harbour, remarks line 3\n/);
	});
	it("says what a reference is that settles nothing", async () => {
		const open = await viewOf("Vela had net sales of $33.0 million in 2021.");
		match(textReport("draft.md", open.report), /unreferenced .*\n +Vela’s net sales .*\n +harbour, facts row 4/);
	});
	it("names the file of a row where the resource has another name, as one of several files has", () => {
		const fact = { pack: "bank", resource: "gdp", row: 2, uri: "file:///bank/gdp_2026%2001.csv" } as unknown as Fact;
		equal(factLine(fact), "bank, gdp_2026 01.csv row 2");
		equal(factLine({ ...fact, uri: "file:///bank/gdp.csv" }), "bank, gdp row 2");
		equal(factLine({ ...fact, resource: "data/gdp.csv", uri: "file:///bank/data/gdp.csv" }), "bank, gdp.csv row 2");
	});
	it("counts no records of JSON and YAML: the line is told", () => {
		const fact = { pack: "isles", resource: "area", row: 3, uri: "file:///isles/area.json", lines: [7, 9] } as unknown as Fact;
		equal(factLine(fact), "isles, area line 7");
		equal(factLine({ ...fact, uri: "file:///isles/area.csv" }), "isles, area row 3");
	});
});
