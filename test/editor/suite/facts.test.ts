import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, untilDiagnostics } from "./draft.ts";
import { takePicture } from "./picture.ts";

describe("the facts behind the draft", () => {
	let editor: vscode.TextEditor;

	before(async () => {
		editor = await openDraft();
		const place = placeOf(editor.document, "$27.30");
		await untilDiagnostics(editor.document, "a finding", () => diagnosticsAt(editor.document, place).length > 0);
	});
	after(async () => {
		await vscode.window.showTextDocument(editor.document);
		await vscode.commands.executeCommand("workbench.action.files.revert");
	});

	it("are offered with their period behind a subject and a measure, and people behind an @", async () => {
		const { document } = editor;
		const end = new vscode.Position(document.lineCount, 0);
		await editor.edit((edit) => edit.insert(end, "\nShares of AT&T closed at a share price of "));
		const caret = document.lineAt(document.lineCount - 1).range.end;
		editor.selection = new vscode.Selection(caret, caret);
		assert.ok((await offered(document, caret)).includes("$27.03 on 4 February 2026"));
		editor.revealRange(new vscode.Range(caret, caret));
		await vscode.commands.executeCommand("editor.action.triggerSuggest");
		await takePicture("completion", ".suggest-widget.visible .monaco-list-row");
		await vscode.commands.executeCommand("hideSuggestWidget");
		await editor.edit((edit) => edit.insert(caret, ", said @Hak"));
		const behind = document.lineAt(document.lineCount - 1).range.end;
		assert.ok((await offered(document, behind)).includes("Shawn Hakl"));
	});

	it("are symbols of the workspace", async () => {
		const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", "Benzinga");
		assert.ok(symbols.some(({ location }) => /entities\.csv$/.test(location.uri.path)));
	});

	it("say in their row what they are and how often they are used", async () => {
		const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
			"vscode.executeDefinitionProvider",
			editor.document.uri,
			placeOf(editor.document, "$27.30").start,
		);
		assert.ok(link);
		const pack = await vscode.workspace.openTextDocument(link.targetUri);
		const shown = await vscode.window.showTextDocument(pack);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", pack.uri, link.targetRange.start);
		const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value))).join("\n");
		assert.match(text, /\$27\.03/);
		assert.match(text, /1 claim rests on it, in 1 article/);
		const place = link.targetRange.start.translate(0, 2);
		shown.selection = new vscode.Selection(place, place);
		await vscode.commands.executeCommand("editor.action.showHover");
		await takePicture("row", ".monaco-hover:not(.hidden) .hover-contents");
		await vscode.window.showTextDocument(editor.document);
	});

	it("that were misjudged are put in a file beside the articles", async () => {
		const { document } = editor;
		const place = placeOf(document, "$27.30");
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, place);
		const target = actions.find(({ command }) => command?.command === "plumbline.falseAlarm")?.command?.arguments?.[0];
		await vscode.commands.executeCommand("plumbline.falseAlarm", target, "That was the day before");
		const report = vscode.window.activeTextEditor?.document;
		assert.match(report?.uri.path ?? "", /\/newsroom\/\.plumbline\/cases\/\w+\.md$/);
		assert.match(report?.getText() ?? "", /Why it is wrong: That was the day before/);
		// The report is no article to be checked.
		await takePicture("false-alarm", '.pane-body .monaco-list-row[aria-label^="Reviewed, "]');
		assert.deepEqual(vscode.languages.getDiagnostics(report?.uri as vscode.Uri), []);
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		await vscode.workspace.fs.delete(vscode.Uri.joinPath(document.uri, "..", ".plumbline", "cases"), { recursive: true });
	});
});

async function offered(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
	const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, position);
	return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
}
