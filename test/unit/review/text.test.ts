import { match } from "node:assert/strict";
import { textReport } from "../../../server/review/formats/text.ts";
import { viewOf } from "../../features/view.ts";

describe("a report for the terminal", () => {
	it("tells notes for the desk, though no reference speaks of them", async () => {
		const early = await viewOf("Ferrar said fares rose 4%. Olga Ferrar runs the line, and Olga Ferrar said boats were late.");
		match(textReport("draft.md", early.report), /unreferenced +1:1 +Ferrar said\n +Olga Ferrar is called Ferrar here, before/);
		const unnamed = await viewOf("“Fares will rise,” said one captain who spoke on condition of anonymity.");
		match(textReport("draft.md", unnamed.report), /The source is not named: one captain/);
	});
});
