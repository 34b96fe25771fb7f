import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { claimItems } from "../../server/features/claims-view.ts";
import { diagnostics } from "../../server/features/diagnostics.ts";
import { reviewMark } from "../../server/features/fixes/review-mark.ts";
import { viewOf } from "./view.ts";

/** Checks the verdicts of a text's claims, and what is said of its directives. */
async function checkMark(text: string, verdicts: readonly string[], problems: readonly RegExp[] = []): Promise<void> {
	const view = await viewOf(text);
	assert.deepEqual(
		view.report.checked.map(({ claim, verdict }) => `${claim.text} ${verdict.name}`),
		verdicts,
	);
	const told = diagnostics(view, "file:///docs/verdicts/").filter(({ code }) => code === "directive");
	assert.equal(told.length, problems.length);
	for (const [i, problem] of problems.entries()) assert.match(String(told[i]?.message), problem);
	for (const { codeDescription } of told) assert.equal(codeDescription?.href, "file:///docs/directives.md");
}

describe("review marks", () => {
	it("sign off the claim behind them, and no other", () =>
		checkMark("It cost <!-- plumbline-reviewed $7 million; Ada Moss; 2026-02-04; asked the office -->$7 million, not $8 million.", [
			"$7 million reviewed",
			"$8 million unreferenced",
		]));
	it("above a line", () =>
		checkMark("<!-- plumbline-reviewed $7 million; Ada Moss; 2026-02-04; asked the office -->\n$7 million was gone.", [
			"$7 million reviewed",
		]));
	it("hold no longer when the words are others", () =>
		checkMark(
			"It cost <!-- plumbline-reviewed $7 million; Ada Moss; 2026-02-04; asked the office -->$9 million.",
			["$9 million unreferenced"],
			[/holds no longer/],
		));
	it("hold no longer when a reference is newer than they are", () =>
		checkMark(
			"In 2025 Vela had net sales of <!-- plumbline-reviewed $30.0 million; Ada Moss; 2026-01-03; their word -->$30.0 million.",
			["2025 unreferenced", "$30.0 million contradicted"],
			[/holds no longer/],
		));
	it("hold when the reference was known", () =>
		checkMark("In 2025 Vela had net sales of <!-- plumbline-reviewed $30.0 million; Ada Moss; 2026-02-03; their word -->$30.0 million.", [
			"2025 unreferenced",
			"$30.0 million reviewed",
		]));
	it("without a name, a day or a reason are none", () =>
		checkMark(
			"It cost <!-- plumbline-reviewed $7 million; Ada Moss -->$7 million.",
			["$7 million unreferenced"],
			[/says what was looked at/],
		));
	it("are what signing off writes where there is no ledger, and are read again whatever is in them", async () => {
		const text = "It cost **$7\nmillion** then.";
		const view = await viewOf(text);
		const [checked] = view.report.checked;
		assert.ok(checked);
		const edits = reviewMark(view, checked.claim, { by: "Moss; Ada", on: "2026-02-04", note: "asked -- twice; and again" });
		const after = TextDocument.applyEdits(view.document, edits);
		const [again] = (await viewOf(after)).report.checked;
		assert.deepEqual(again?.verdict.reason, {
			kind: "signed off",
			by: "Moss, Ada",
			on: "2026-02-04",
			note: "asked – twice; and again",
			inArticle: true,
		});
	});
	it("are not the ledger's to withdraw", async () => {
		const view = await viewOf("It cost <!-- plumbline-reviewed $7 million; Ada Moss; 2026-02-04; asked -->$7 million.");
		assert.deepEqual(
			claimItems(view).map(({ verdict, signedOff }) => [verdict, signedOff]),
			[["reviewed", undefined]],
		);
	});
});
