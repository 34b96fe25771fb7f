import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, undoTo, untilClean, untilDiagnostics } from "./draft.ts";
import { canTakePictures, clickFor, takePicture } from "./picture.ts";

const RIGHT = "$42.5 billion";
const WRONG = "$45.2 billion";
const MISPRICED = "$27.30";

describe("the example draft", () => {
	let editor: vscode.TextEditor;
	let document: vscode.TextDocument;

	before(async () => {
		editor = await openDraft();
		document = editor.document;
		await untilDiagnostics(
			document,
			"a finding on the wrong price",
			() => diagnosticsAt(document, placeOf(document, MISPRICED)).length > 0,
		);
	});

	it("wakes the packed extension", () => {
		const extension = vscode.extensions.getExtension("plumbline.plumbline");
		assert.ok(extension?.isActive);
		assert.match(extension.extensionUri.path, /extensions\/plumbline\.plumbline-/);
	});

	it("has the wrong price marked, and nothing but it", () => {
		const place = placeOf(document, MISPRICED);
		const [found, ...more] = diagnosticsAt(document, place);
		assert.ok(found);
		assert.deepEqual(more, []);
		assert.equal(document.getText(found.range), MISPRICED);
		assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
		assert.match(found.message, /\$27\.03, not \$27\.30/);
	});

	it("has the right sum unmarked, with a tick behind it", async () => {
		const place = placeOf(document, RIGHT);
		assert.deepEqual(diagnosticsAt(document, place), []);
		const whole = new vscode.Range(0, 0, document.lineCount, 0);
		const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
		const [tick] = hints.filter(({ position }) => position.isEqual(place.end));
		assert.ok(tick, `there is a tick behind ${RIGHT}`);
		const label = typeof tick.label === "string" ? tick.label : tick.label.map(({ value }) => value).join("");
		assert.match(label, /✓/);
	});

	it("says in a hover what the reference says and where it is from", async () => {
		const hover = await hoverAt(placeOf(document, MISPRICED).start.translate(0, 2));
		assert.match(hover, /\$27\.03/);
		assert.match(hover, /4 Feb(ruary)? 2026|2026-02-04/);
	});

	it("shows the squiggle and the hover in the window", async function () {
		if (!canTakePictures) this.skip();
		const place = placeOf(document, MISPRICED);
		editor.revealRange(place, vscode.TextEditorRevealType.InCenter);
		await takePicture("squiggle", ".squiggly-error");
		editor.selection = new vscode.Selection(place.start.translate(0, 2), place.start.translate(0, 2));
		await vscode.commands.executeCommand("editor.action.showHover");
		await takePicture("hover", ".squiggly-error", ".monaco-hover:not(.hidden) .hover-contents");
		await vscode.commands.executeCommand("editor.action.hideHover");
	});

	it("opens the pack at the row from the hover", async function () {
		if (!canTakePictures) this.skip();
		const { start } = placeOf(document, MISPRICED);
		editor.selection = new vscode.Selection(start, start);
		await vscode.commands.executeCommand("editor.action.showHover");
		await clickFor("row", '.monaco-hover:not(.hidden) a:has-text("connectivity, row 13")', '.tab.active[aria-label^="facts.csv"]');
		const shown = vscode.window.activeTextEditor as vscode.TextEditor;
		assert.match(shown.document.uri.path, /\/packs\/connectivity\/facts\.csv$/);
		assert.equal(shown.selection.active.line, 12);
		assert.equal(vscode.window.tabGroups.all.length, 1);
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		editor = await vscode.window.showTextDocument(document);
	});

	it("is marked within a second of the keystroke that makes a figure wrong, and no more when that is undone", async () => {
		const before = document.getText();
		const place = placeOf(document, RIGHT);
		const figure = place.start.translate(0, "$42.5".length);
		editor.selection = new vscode.Selection(figure, figure);
		for (const _ of "2.5") await vscode.commands.executeCommand("deleteLeft");
		for (const key of "5.") await vscode.commands.executeCommand("type", { text: key });
		const pressed = performance.now();
		await vscode.commands.executeCommand("type", { text: "2" });
		const changed = placeOf(document, WRONG);
		const marked = (): boolean =>
			diagnosticsAt(document, changed).some(
				({ range, severity }) => severity === vscode.DiagnosticSeverity.Error && document.getText(range) === WRONG,
			);
		await untilDiagnostics(document, `an error on ${WRONG}`, marked);
		const waited = performance.now() - pressed;
		console.log(`      marked ${waited.toFixed(0)} ms after the keystroke`);
		assert.ok(waited < 1000, `marked ${waited} ms after the keystroke`);
		await takePicture("typing", ".squiggly-error");

		await undoTo(document, before);
		await untilDiagnostics(document, `no error on ${RIGHT}`, () => diagnosticsAt(document, place).length === 0);
		await untilClean(document);
	});

	async function hoverAt(position: vscode.Position): Promise<string> {
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position);
		return hovers
			.flatMap(({ contents }) => contents)
			.map((content) => (typeof content === "string" ? content : content.value))
			.join("\n");
	}
});
