import assert from "node:assert/strict";
import * as vscode from "vscode";
import { untilDiagnostics } from "./draft.ts";

describe("two folders with a pack each", () => {
	it("check one sentence each by its own pack", async () => {
		const [newsroom, harbour] = vscode.workspace.workspaceFolders ?? [];
		assert.ok(newsroom && harbour);
		const there = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(harbour.uri, "bridge.md"));
		await vscode.window.showTextDocument(there);
		await untilDiagnostics(there, "a finding by the harbour's pack", () => verdicts(there.uri).includes("contradicted"));
		const uri = vscode.Uri.joinPath(newsroom.uri, "bridge.md");
		await vscode.workspace.fs.copy(there.uri, uri);
		try {
			const here = await vscode.workspace.openTextDocument(uri);
			await vscode.window.showTextDocument(here);
			await untilDiagnostics(here, "no reference in the newsroom's packs", () => verdicts(uri).includes("unreferenced"));
			assert.deepEqual(verdicts(uri), ["unreferenced"]);
		} finally {
			await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
			await vscode.workspace.fs.delete(uri);
		}
	});
});

function verdicts(uri: vscode.Uri): string[] {
	return vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === "object" ? code.value : code));
}
