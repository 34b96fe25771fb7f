import assert from "node:assert/strict";
import * as vscode from "vscode";
import { canTakePictures, readFrom } from "../suite/picture.ts";

describe("the extension", () => {
	it("is woken by an article, in the time that the editor tells where no other extension wakes with it", async function () {
		if (!canTakePictures) this.skip();
		const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
		const opened = performance.now();
		await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, "article.md"));
		while (!vscode.extensions.getExtension("plumbline.plumbline")?.isActive) await new Promise((resolve) => setTimeout(resolve, 10));
		console.log(`      ready ${(performance.now() - opened).toFixed(0)} ms after the article was opened`);
		await vscode.commands.executeCommand("workbench.action.showRuntimeExtensions");
		const row = ".runtime-extensions-editor .monaco-list-row";
		// Every row: its name, its version, where it runs, its time.
		const rows = await readFrom("activation", row, `${row}:has-text("Plumbline")`);
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		const [, time] = /^Plumbline\n[\s\S]*?Activation: (\d+)ms/m.exec(rows) ?? [];
		assert.ok(time, `the editor tells the time:\n${rows}`);
		console.log(`      loaded and activated in ${time} ms`);
	});
});
