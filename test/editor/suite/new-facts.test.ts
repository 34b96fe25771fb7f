import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, placeOf, untilDiagnostics } from "./draft.ts";
import { canTakePictures, clickFor, takePicture, typeFor } from "./picture.ts";

const TABLE = "subject,measure,value,unit,period,source\n";
const LENGTH = { subject: "Ferry Pier", measure: "length", value: "300", unit: "metres", period: "", source: "Harbour office" };

describe("a figure for a pack", function () {
	this.timeout(90_000);
	let folder: vscode.Uri;
	let document: vscode.TextDocument;
	let settings: vscode.WorkspaceConfiguration;

	before(async () => {
		// The desk of the harbour, whose own table has no column for a source.
		folder = vscode.workspace.workspaceFolders?.[1]?.uri as vscode.Uri;
		settings = vscode.workspace.getConfiguration("plumbline", folder);
		await settings.update("packs", ["packs", "more"], vscode.ConfigurationTarget.WorkspaceFolder);
		await write("pier.md", "The length of the Ferry Pier is 300 metres.\n");
		document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, "pier.md"));
		await vscode.window.showTextDocument(document, { preview: false });
		await untilDiagnostics(document, "a figure without a reference", () => codes().includes("unreferenced"));
	});
	after(async () => {
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		await settings.update("packs", undefined, vscode.ConfigurationTarget.WorkspaceFolder);
		for (const name of [".vscode", "pier.md", "more"])
			await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name), { recursive: true });
	});

	function codes(): string[] {
		return diagnosticsAt(document, placeOf(document, "300 metres")).map(({ code }) => (code as { value: string }).value);
	}
	async function write(name: string, text: string): Promise<vscode.Uri> {
		const uri = vscode.Uri.joinPath(folder, name);
		await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
		return uri;
	}
	/** What the quick fix hands to the command. */
	async function target() {
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			"vscode.executeCodeActionProvider",
			document.uri,
			placeOf(document, "300 metres"),
		);
		const action = actions.find(({ command }) => command?.command === "plumbline.addFact");
		assert.equal(action?.title, "Add “300 metres” to a reference pack, with its source");
		return action?.command?.arguments?.[0];
	}

	it("finds no table that could take it, is told why, and is offered a pack of its own", async function () {
		if (!canTakePictures) this.skip();
		await target();
		await vscode.window.showTextDocument(document);
		const { start } = placeOf(document, "300 metres");
		(vscode.window.activeTextEditor as vscode.TextEditor).selection = new vscode.Selection(start, start);
		const done = vscode.commands.executeCommand("plumbline.addFact");
		await vscode.commands.executeCommand("notifications.showList");
		await takePicture("no-table", '.notifications-center :text("facts.csv has no column for the period")');
		// The table that is there is left alone, so none can be made in its place.
		await clickFor(
			"no-table-still",
			'.notifications-center .monaco-button:text("Make a Pack")',
			'.notifications-center :text("mend it, and")',
		);
		await done;
		await vscode.commands.executeCommand("notifications.hideList");
		const own = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, "packs", "facts.csv"));
		assert.equal(own.getText(), "subject,measure,value,unit\nHarbour Bridge,cost,45.2,USD million\n");
	});

	it("is written behind the last row, quoted, and taken back by an undo", async () => {
		const table = await write("more/pier/facts.csv", TABLE.trimEnd());
		const source = 'Harbour office, "Piers"';
		await vscode.commands.executeCommand("plumbline.addFact", await target(), { table: table.toString(), row: { ...LENGTH, source } });
		await untilDiagnostics(document, "no mark on what the pack now says", () => codes().length === 0);
		const pack = await vscode.workspace.openTextDocument(table);
		assert.equal(pack.getText(), `${TABLE}Ferry Pier,length,300,metres,,"Harbour office, ""Piers"""\n`);
		assert.ok(!pack.isDirty);
		await vscode.window.showTextDocument(pack);
		await vscode.commands.executeCommand("undo");
		assert.equal(pack.getText(), TABLE.trimEnd());
		await pack.save();
		await untilDiagnostics(document, "a figure without a reference again", () => codes().includes("unreferenced"));
	});

	it("leaves what somebody has not saved in the table for them to save", async () => {
		const table = vscode.Uri.joinPath(folder, "more", "pier", "facts.csv");
		const pack = await vscode.workspace.openTextDocument(table);
		const shown = await vscode.window.showTextDocument(pack);
		await shown.edit((edit) => edit.insert(new vscode.Position(1, 0), "\nFerry Pier,width,9,metres,,A sketch\n"));
		await vscode.commands.executeCommand("plumbline.addFact", await target(), { table: table.toString(), row: LENGTH });
		assert.ok(pack.isDirty);
		assert.ok(pack.getText().endsWith("\nFerry Pier,width,9,metres,,A sketch\nFerry Pier,length,300,metres,,Harbour office\n"));
		assert.ok(codes().includes("unreferenced"), "what is not saved counts nowhere");
		await pack.save();
		await untilDiagnostics(document, "no mark once it is saved", () => codes().length === 0);
		// Written by the editor: its watchers may miss what happens in a folder that has just been made.
		await shown.edit((edit) => edit.replace(new vscode.Range(1, 0, pack.lineCount, 0), ""));
		await pack.save();
		assert.equal(pack.getText(), TABLE);
		await untilDiagnostics(document, "a figure without a reference again", () => codes().includes("unreferenced"));
	});

	it("is asked which table, and told what a lock means for a new row", async function () {
		if (!canTakePictures) this.skip();
		await write("more/locked/facts.csv", TABLE);
		const lock = { version: 1, packs: [{ name: "locked", path: "locked", sha256: "0" }] };
		await write("more/plumbline.lock.json", JSON.stringify(lock));
		const before = (await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, "packs", "facts.csv"))).getText();
		const done = vscode.commands.executeCommand("plumbline.addFact", await target());
		await takePicture(
			"which-table",
			'.quick-input-list :text("No row can be added")',
			".quick-input-list :text-matches('^facts\\\\.csv$')",
			'.quick-input-list :text("Locked: with a new row")',
		);
		// A table that can't take the row is no choice.
		await typeFor("which-table-chosen", "packs\n");
		await takePicture("which-table-again", '.quick-input-list :text("Locked: with a new row")');
		await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
		await done;
		assert.equal((await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, "packs", "facts.csv"))).getText(), before);
	});
});
