import assert from "node:assert/strict";
import type { CodeAction, TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { codeActions } from "../../server/features/fixes/code-actions.ts";
import { cursor, viewOf } from "./view.ts";

async function actionsAt(marked: string, settings: Readonly<Record<string, unknown>> = {}) {
	const { text, offset } = cursor(marked);
	const view = await viewOf(text, settings);
	const position = view.document.positionAt(offset);
	const range = { start: position, end: view.document.positionAt(offset + 1) };
	return { view, actions: codeActions(view, { range, diagnostics: [], canPrompt: false }) };
}

/** Checks the text after the one action at the cursor whose title begins so. */
async function checkAction(before: string, title: string, after: string, settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
	const { view, actions } = await actionsAt(before, settings);
	const action = actions.find((one) => one.title.startsWith(title));
	assert.ok(action, `no “${title}” in ${actions.map((one) => one.title).join("; ")}`);
	const edits = (action as CodeAction).edit?.changes?.[view.uri] as TextEdit[];
	assert.equal(TextDocument.applyEdits(view.document, edits), after);
}

/** Checks that no action at the cursor has a title that begins so. */
async function checkNoAction(marked: string, title: string): Promise<void> {
	const { actions } = await actionsAt(marked);
	assert.deepEqual(
		actions.map((one) => one.title).filter((one) => one.startsWith(title)),
		[],
	);
	assert.ok(actions.length > 0, "nothing at all is offered here");
}

const USE = "Use the reference's figure";

describe("quick fixes", () => {
	it("name a long quotation by its first words, without its marks", async () => {
		const { actions } = await actionsAt('"The tide tur|ns once a day under R&D\'s old pier,\nand nobody minds," Ada Moss said.');
		assert.deepEqual(
			actions.map(({ title }) => title).filter((title) => title.includes("“")),
			["Do not check “The tide turns once a day under R&D's old pier,…” here, with a reason"],
		);
	});
	it("the reference's figure, as exact as the writer is", () =>
		checkAction("The $4|5.2 billion Harbour Bridge opened.", USE, "The $42.5 billion Harbour Bridge opened."));
	it("with more decimals, as exact as the reference is", () =>
		checkAction("The $4|5.2000 billion Harbour Bridge opened.", USE, "The $42.45 billion Harbour Bridge opened."));
	it("commas as the writer sets them", () => checkAction("In 2025 Vela had 1|9,000 employees.", USE, "In 2025 Vela had 10,912 employees."));
	it("a hedge that bounds one side goes", () =>
		checkAction("Vela had net sales of over $2|5 million in 2025.", USE, "Vela had net sales of $33 million in 2025."));
	it("an outdated figure, with its period", () =>
		checkAction("Vela has net sales of $2|5.0 million.", "Use the newer figure", "Vela has net sales of $33.0 million as of 2025."));
	it("a hedge, where the figure is near", () =>
		checkAction("The $4|5.2 billion Harbour Bridge opened.", "Say “about", "The about $45.2 billion Harbour Bridge opened."));
	it("no hedge where it is far", () => checkNoAction("The $9|5.2 billion Harbour Bridge opened.", "Say “about"));
	it("never in quotation marks", () => checkNoAction('"The $4|5.2 billion Harbour Bridge is open," Ada Moss said.', USE));
	it("never in a block quote", () => checkNoAction("> The $4|5.2 billion Harbour Bridge opened.", USE));
	it("a source as a link", () =>
		checkAction(
			"The $4|2.5 billion Harbour Bridge opened.",
			"Cite the source",
			"The [$42.5 billion](https://bridges.example/report) Harbour Bridge opened.",
		));
	it("no link inside of a link", async () => {
		const { actions } = await actionsAt("See [the $4|2.5 billion Harbour Bridge](https://x.example) there.");
		assert.deepEqual(
			actions.map(({ title }) => title).filter((title) => title.startsWith("Cite")),
			[],
		);
	});
	it("a source as a footnote", () =>
		checkAction(
			"The $4|2.5 billion Harbour Bridge[^1] opened.",
			"Cite the source",
			"The $42.5 billion[^2] Harbour Bridge[^1] opened.\n\n[^2]: https://bridges.example/report, page 9.\n",
			{ citation: "footnote" },
		));
	it("adding a figure that no reference speaks of to a pack, for an editor that can ask where it is from", async () => {
		const titles = async (marked: string, canPrompt: boolean) => {
			const { text, offset } = cursor(marked);
			const view = await viewOf(text);
			const range = { start: view.document.positionAt(offset), end: view.document.positionAt(offset + 1) };
			const actions = codeActions(view, { range, diagnostics: [], canPrompt });
			return actions.map(({ title }) => title).filter((title) => title.startsWith("Add “"));
		};
		const title = "Add “300 boats” to a reference pack, with its source";
		assert.deepEqual(await titles("Vela had 30|0 boats.", true), [title]);
		assert.deepEqual(await titles("Vela had 30|0 boats.", false), []);
		assert.deepEqual(await titles("The $4|2.5 billion Harbour Bridge opened.", true), []);
		assert.deepEqual(await titles("The yard opened in M|ay 2001.", true), ["Add “May 2001” to a reference pack, with its source"]);
	});
	it("ignoring, within a line", () =>
		checkAction(
			"The $4|5.2 billion Harbour Bridge opened.",
			"Do not check",
			"The <!-- plumbline-ignore -->$45.2 billion<!-- plumbline-enable --> Harbour Bridge opened.",
		));
	it("ignoring, at the start of a line", () =>
		checkAction(
			"- $4|5.2 billion for the Harbour Bridge",
			"Do not check",
			"<!-- plumbline-ignore-next-line -->\n- $45.2 billion for the Harbour Bridge",
		));
	it("none is preferred, and none is of a kind that an editor applies by itself", async () => {
		const { actions } = await actionsAt("The $4|5.2 billion Harbour Bridge opened.");
		assert.ok(actions.length >= 3);
		for (const action of actions) {
			assert.equal(action.isPreferred, undefined);
			assert.equal(action.kind, "quickfix");
		}
	});
	it("a pack, where there is none", async () => {
		const view = await viewOf("The $45.2 billion Harbour Bridge opened.");
		const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } };
		const hint = { range, message: "", code: "no-pack" };
		const titles = (canPrompt: boolean) => codeActions(view, { range, diagnostics: [hint], canPrompt }).map(({ title }) => title);
		for (const title of ["Add a reference pack to this folder", "Use a table as a reference pack"]) {
			assert.ok(titles(true).includes(title));
			assert.ok(!titles(false).includes(title));
		}
	});
	it("a false alarm, where something is said to be wrong and the editor can ask what is", async () => {
		const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } };
		const commands = async (text: string, canPrompt: boolean) =>
			codeActions(await viewOf(text), { range, diagnostics: [], canPrompt }).map(({ command }) => command?.command);
		assert.ok((await commands("The $45.2 billion Harbour Bridge opened.", true)).includes("plumbline.falseAlarm"));
		assert.ok(!(await commands("The $45.2 billion Harbour Bridge opened.", false)).includes("plumbline.falseAlarm"));
		assert.ok(!(await commands("The $42.5 billion Harbour Bridge opened.", true)).includes("plumbline.falseAlarm"));
	});
	it("an editor that can ask for a reason is given a command", async () => {
		const view = await viewOf("The $45.2 billion Harbour Bridge opened.");
		const range = { start: { line: 0, character: 6 }, end: { line: 0, character: 7 } };
		const action = codeActions(view, { range, diagnostics: [], canPrompt: true }).find(({ title }) => title.startsWith("Do not check"));
		assert.equal(action?.command?.command, "plumbline.ignore");
		assert.equal(action?.command?.arguments?.[0].text, "$45.2 billion");
	});
});
