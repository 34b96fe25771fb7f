import assert from "node:assert/strict";
import type { CodeAction, TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { diagnostics } from "../../server/features/diagnostics.ts";
import { codeActions } from "../../server/features/fixes/code-actions.ts";
import { viewOf } from "./view.ts";

/** Checks the verdict on the one figure of a text. */
async function checkVerdict(text: string, expected: string): Promise<void> {
	const figures = (await viewOf(text)).report.checked.filter(({ claim }) => "quantity" in claim);
	assert.deepEqual(
		figures.map(({ claim, verdict }) => `${claim.text} ${verdict.name}`),
		[expected],
	);
}

describe("pins", () => {
	it("without one, nobody knows what is spoken of", () => checkVerdict("The work ran to $45.2 billion.", "$45.2 billion unreferenced"));
	it("a wrong figure is held against its fact, though the article does not name its subject", () =>
		checkVerdict("The work ran to <!-- plumbline-pin Harbour Bridge; cost -->$45.2 billion.", "$45.2 billion contradicted"));
	it("a right one too", () =>
		checkVerdict("The work ran to <!-- plumbline-pin Harbour Bridge; cost -->$42.5 billion.", "$42.5 billion supported"));
	it("above a line", () =>
		checkVerdict("<!-- plumbline-pin Harbour Bridge; cost -->\n$42.5 billion was what the work ran to.", "$42.5 billion supported"));
	it("of a period", () => checkVerdict("It sold <!-- plumbline-pin Vela; net sales; 2024 -->$25.0 million.", "$25.0 million supported"));
	it("of the newest one when none is named", () =>
		checkVerdict("It sold <!-- plumbline-pin Vela; net sales -->$25.0 million.", "$25.0 million contradicted"));
	it("another unit decides nothing", () =>
		checkVerdict("It sold <!-- plumbline-pin Vela; net sales -->25 million boats.", "25 million boats unreferenced"));
	const checkDate = async (text: string, expected: string) => {
		const dates = (await viewOf(text)).report.checked.filter(({ claim }) => claim.kind === "date");
		assert.deepEqual(
			dates.map(({ claim, verdict }) => `${claim.text} ${verdict.name}`),
			[expected],
		);
	};
	it("a date without one says nothing of the bridge", () => checkDate("The work ended in May 2018.", "May 2018 unreferenced"));
	it("a wrong date", () => checkDate("The work ended in <!-- plumbline-pin Harbour Bridge; opening -->May 2018.", "May 2018 contradicted"));
	it("a date that is as coarse as its writer wants it", () =>
		checkDate("The work ended in <!-- plumbline-pin Harbour Bridge; opening -->2019.", "2019 supported"));
	it("to a date passes over amounts", () =>
		checkDate("It was, <!-- plumbline-pin Harbour Bridge; opening -->with $3 million left, done in May 2019.", "May 2019 supported"));
	it("to an amount passes over dates", () =>
		checkVerdict("The work had, <!-- plumbline-pin Harbour Bridge; cost -->by May 2018, eaten $42.5 billion.", "$42.5 billion supported"));
	for (const [why, text] of [
		["no such fact", "The work ran to <!-- plumbline-pin Harbour Bridge; length -->$42.5 billion."],
		["no measure", "The work ran to <!-- plumbline-pin Harbour Bridge -->$42.5 billion."],
		["no figure", "The work ended. <!-- plumbline-pin Harbour Bridge; cost -->"],
	] as const)
		it(`that leads nowhere is told: ${why}`, async () => {
			const marks = diagnostics(await viewOf(text), undefined).filter(({ code }) => code === "directive");
			assert.deepEqual(
				marks.map(({ message }) => String(message).includes("leads to no fact")),
				[true],
			);
		});
	for (const [where, before, after] of [
		[
			"in a line",
			"In 2019 Vela had net sales of $25.0 million.",
			"In 2019 Vela had net sales of <!-- plumbline-pin Vela; net sales; 2025 -->$25.0 million.",
		],
		[
			"at the start of one",
			"- $25.0 million were Vela's net sales in 2019.",
			"<!-- plumbline-pin Vela; net sales; 2025 -->\n- $25.0 million were Vela's net sales in 2019.",
		],
	] as const)
		it(`a quick fix pins to what came near, ${where}`, async () => {
			const view = await viewOf(before);
			const start = view.document.positionAt(before.indexOf("$"));
			const range = { start, end: { line: start.line, character: start.character + 1 } };
			const action = codeActions(view, { range, diagnostics: [], canPrompt: false }).find(({ title }) => title.includes("2025"));
			assert.equal(action?.title, "Hold it against Vela, net sales, 2025: $33.0 million");
			const edits = (action as CodeAction).edit?.changes?.[view.uri] as TextEdit[];
			assert.equal(TextDocument.applyEdits(view.document, edits), after);
		});
	it("a quick fix pins a date to a day that is known of whom its sentence names", async () => {
		const before = "In May 2018 the Harbour Bridge stood at last.";
		const view = await viewOf(before);
		const actionsFor = (words: string) => {
			const start = view.document.positionAt(before.indexOf(words));
			const range = { start, end: { line: start.line, character: start.character + 1 } };
			return codeActions(view, { range, diagnostics: [], canPrompt: false }).filter(({ title }) => title.startsWith("Hold it against"));
		};
		const [action, ...more] = actionsFor("May 2018");
		assert.equal(action?.title, "Hold it against Harbour Bridge, opening: 4 May 2019");
		assert.deepEqual(more, []);
		const edits = action?.edit?.changes?.[view.uri] as TextEdit[];
		const pinned = TextDocument.applyEdits(view.document, edits);
		assert.equal(pinned, "In <!-- plumbline-pin Harbour Bridge; opening -->May 2018 the Harbour Bridge stood at last.");
		await checkDate(pinned, "May 2018 contradicted");
	});
	it("none to a day of somebody in another sentence", async () => {
		const text = "The Harbour Bridge stood. That was in May 2018.";
		const view = await viewOf(text);
		const start = view.document.positionAt(text.indexOf("May"));
		const range = { start, end: { line: start.line, character: start.character + 1 } };
		const titles = codeActions(view, { range, diagnostics: [], canPrompt: false }).map(({ title }) => title);
		assert.deepEqual(
			titles.filter((title) => title.startsWith("Hold")),
			[],
		);
		assert.ok(titles.length > 0, "nothing at all is offered here");
	});
});
