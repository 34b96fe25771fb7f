import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, placeOf, untilDiagnostics } from "./draft.ts";
import { canTakePictures, clickFor, takePicture } from "./picture.ts";

const WRONG = "$42.5 million";
const RIGHT = "2.4 million passengers";

describe("the walkthrough", () => {
	let document: vscode.TextDocument;

	after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

	it("opens an example of one's own, with a tick and a wrong figure", async () => {
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
		if (canTakePictures) {
			await vscode.commands.executeCommand("workbench.action.openWalkthrough", "plumbline.plumbline#start");
			await clickFor("walkthrough", 'text="Open the Example"', ".squiggly-error", '.tab[aria-label^="article.md"]');
		} else await vscode.commands.executeCommand("plumbline.openExample");
		document = vscode.window.activeTextEditor?.document as vscode.TextDocument;
		assert.match(document.uri.path, /\/example\/article\.md$/);
		assert.equal(vscode.workspace.getWorkspaceFolder(document.uri), undefined);
		await untilDiagnostics(document, `an error on ${WRONG}`, () => diagnosticsAt(document, placeOf(document, WRONG)).length === 1);
		assert.match(diagnosticsAt(document, placeOf(document, WRONG))[0]?.message ?? "", /\$45\.2 million/);
		assert.ok(await hasTickBehind(RIGHT));
	});

	it("has its step done when the figure is put right", async () => {
		const place = placeOf(document, WRONG);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, place);
		const fix = actions.find(({ title }) => title === "Use the reference's figure: $45.2 million");
		assert.ok(fix?.edit, actions.map(({ title }) => title).join("\n"));
		await vscode.workspace.applyEdit(fix.edit);
		await untilDiagnostics(document, "no error", () => diagnosticsAt(document, placeOf(document, "$45.2 million")).length === 0);
		assert.ok(await hasTickBehind("$45.2 million"));
		// Both steps that the example does are ticked off.
		await takePicture(
			"walkthrough-done",
			'.getting-started-step:has-text("Put the wrong figure right") .codicon-getting-started-step-checked',
		);
	});

	it("opens it as it was, the next time", async () => {
		await document.save();
		await vscode.commands.executeCommand("plumbline.openExample");
		await untilDiagnostics(document, `an error on ${WRONG}`, () => document.getText().includes(WRONG));
	});

	async function hasTickBehind(words: string): Promise<boolean> {
		const whole = new vscode.Range(0, 0, document.lineCount, 0);
		const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
		return hints.some(({ position }) => position.isEqual(placeOf(document, words).end));
	}
});
