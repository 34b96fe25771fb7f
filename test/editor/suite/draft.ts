import assert from "node:assert/strict";
import * as vscode from "vscode";

/** The example draft, open in an editor, as it is on the disk. */
export async function openDraft(): Promise<vscode.TextEditor> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	assert.ok(folder, "the example folder is open");
	const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, "draft.md"));
	if (document.isDirty) await vscode.commands.executeCommand("workbench.action.files.revert");
	return vscode.window.showTextDocument(document);
}

/** Takes edits of the document in front back until it has this text again. An editor that saves by itself leaves nothing to revert to. */
export async function undoTo(document: vscode.TextDocument, text: string): Promise<void> {
	await vscode.window.showTextDocument(document);
	for (let tries = 0; document.getText() !== text; tries++) {
		assert.ok(tries < 20, "undo brings the text back");
		await vscode.commands.executeCommand("undo");
	}
}

/** Waits until a document is as it is on the disk; its state comes a moment after its text. Mocha's time limit ends a wait in vain. */
export async function untilClean(document: vscode.TextDocument): Promise<void> {
	if (!document.isDirty) return;
	let listening: vscode.Disposable | undefined;
	await new Promise<void>((resolve) => {
		listening = vscode.workspace.onDidChangeTextDocument(() => document.isDirty || resolve());
	});
	listening?.dispose();
}

/** The place of `text`, which the document holds exactly once. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Range {
	const start = document.getText().indexOf(text);
	assert.ok(start >= 0, `the draft holds ${text}`);
	assert.equal(document.getText().indexOf(text, start + 1), -1, `the draft holds ${text} once`);
	return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** Plumbline's diagnostics of a document that touch a range. */
export function diagnosticsAt(document: vscode.TextDocument, range: vscode.Range): vscode.Diagnostic[] {
	return vscode.languages
		.getDiagnostics(document.uri)
		.filter((diagnostic) => diagnostic.source?.toLowerCase() === "plumbline" && diagnostic.range.intersection(range)?.isEmpty === false);
}

/** Waits until `test` holds, asking again each time that diagnostics have changed. Throws with what there is after `limit` milliseconds. */
export async function untilDiagnostics(document: vscode.TextDocument, what: string, test: () => boolean, limit = 20_000): Promise<void> {
	if (test()) return;
	let listening: vscode.Disposable | undefined;
	let late: NodeJS.Timeout | undefined;
	try {
		await new Promise<void>((resolve, reject) => {
			listening = vscode.languages.onDidChangeDiagnostics(() => test() && resolve());
			late = setTimeout(() => {
				const found = vscode.languages.getDiagnostics(document.uri).map(({ range, message }) => `${range.start.line + 1}: ${message}`);
				reject(new Error(`not in ${limit} ms: ${what}\nThere are:\n${found.join("\n")}`));
			}, limit);
		});
	} finally {
		listening?.dispose();
		clearTimeout(late);
	}
}
