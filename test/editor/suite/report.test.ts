import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, untilDiagnostics } from "./draft.ts";
import { canTakePictures, clickFor, readFrom, takePicture } from "./picture.ts";

/** The page in a panel, as Playwright's selectors enter it: VS Code puts it into a frame within a frame. */
const page = (selector: string): string =>
	["iframe.webview.ready", "internal:control=enter-frame", "iframe#active-frame", "internal:control=enter-frame", selector].join(" >> ");

describe("the report in a panel", () => {
	let editor: vscode.TextEditor;

	before(async () => {
		editor = await openDraft();
		const place = placeOf(editor.document, "$27.30");
		await untilDiagnostics(editor.document, "a finding", () => diagnosticsAt(editor.document, place).length > 0);
	});
	after(() => vscode.commands.executeCommand("workbench.action.closeEditorsInOtherGroups"));

	const panels = () =>
		vscode.window.tabGroups.all
			.flatMap(({ tabs }) => tabs)
			.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith("plumbline.report"));

	it("opens beside the article, once, and leaves the caret there", async () => {
		const opened = new Promise<void>((resolve) => {
			const listening = vscode.window.tabGroups.onDidChangeTabs(() => {
				if (panels().length === 0) return;
				listening.dispose();
				resolve();
			});
		});
		await vscode.commands.executeCommand("plumbline.openReport");
		await opened;
		await vscode.commands.executeCommand("plumbline.openReport");
		assert.equal(panels().length, 1);
		assert.match(panels()[0]?.label ?? "", /^Report: draft$/);
		assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
		await takePicture("report-panel", page(".claim.contradicted"));
	});

	it("its page runs nothing, and the place of a claim leads to it in the article", async function () {
		if (!canTakePictures) this.skip();
		const words = await readFrom("report-claim", page(".claim.contradicted .words"), page(".claim.contradicted"));
		assert.match(words, /\$27\.30/);
		editor.selection = new vscode.Selection(0, 0, 0, 0);
		const moved = new Promise<vscode.Selection>((resolve) => {
			const listening = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
				if (textEditor.document.uri.toString() !== editor.document.uri.toString() || !first || first.isEmpty) return;
				listening.dispose();
				resolve(first);
			});
		});
		await clickFor("report-led", page('.claim.contradicted:has-text("$27.30") .kind a'));
		const selection = await moved;
		assert.equal(editor.document.getText(selection), "$27.30");
	});

	it("is refused for what is no article", async () => {
		const other = await vscode.workspace.openTextDocument({ language: "json", content: "{}" });
		await vscode.window.showTextDocument(other);
		const before = panels().length;
		await vscode.commands.executeCommand("plumbline.openReport");
		assert.equal(panels().length, before);
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	});
});
