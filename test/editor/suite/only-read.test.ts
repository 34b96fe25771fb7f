import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, placeOf, untilDiagnostics } from "./draft.ts";
import { canTakePictures, clickFor, takePicture } from "./picture.ts";
import { Vault } from "./vault.ts";

const TABLE = "subject,measure,value,unit,period,source\nFerry Pier,width,9,metres,,A sketch\n";
const LENGTH = { subject: "Ferry Pier", measure: "length", value: "300", unit: "metres", period: "", source: "Harbour office" };
const TOAST = ".notifications-center .notification-list-item-message";

/** Two archives that hold the same: the one says that it can only be read, the other refuses when it is written to. */
const files = {
	"/desk/pier.md": "The length of the Ferry Pier is 300 metres, and its width is 8 metres.\n",
	"/desk/packs/pier/facts.csv": TABLE,
};

describe("in a workspace that can only be read", function () {
	this.timeout(60_000);
	const reading = new Vault(files);
	const refusing = new Vault(files, () => isLocked);
	const disposables = [
		vscode.workspace.registerFileSystemProvider("archive", reading, { isReadonly: true, isCaseSensitive: true }),
		vscode.workspace.registerFileSystemProvider("refusing", refusing, { isCaseSensitive: true }),
	];
	let isLocked = true;
	let document: vscode.TextDocument;

	before(async () => {
		const folders = ["archive", "refusing"].map((scheme) => ({ uri: vscode.Uri.parse(`${scheme}:/desk`), name: scheme }));
		const added = new Promise<void>((resolve) => {
			const listening = vscode.workspace.onDidChangeWorkspaceFolders(() => {
				listening.dispose();
				resolve();
			});
		});
		assert.ok(vscode.workspace.updateWorkspaceFolders(2, 0, ...folders));
		await added;
	});
	afterEach(async () => {
		await vscode.commands.executeCommand("notifications.clearAll");
		await vscode.commands.executeCommand("notifications.hideList");
	});
	after(async () => {
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
		vscode.workspace.updateWorkspaceFolders(2, 2);
		for (const disposable of disposables) disposable.dispose();
	});

	async function open(scheme: string): Promise<void> {
		document = await vscode.workspace.openTextDocument(vscode.Uri.parse(`${scheme}:/desk/pier.md`));
		const editor = await vscode.window.showTextDocument(document, { preview: false });
		await untilDiagnostics(document, "a finding by the archive's own pack", () => isMarked("8 metres"));
		const { start } = placeOf(document, "300 metres");
		editor.selection = new vscode.Selection(start, start);
	}
	function isMarked(words: string): boolean {
		return diagnosticsAt(document, placeOf(document, words)).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
	}

	it("a claim is added to no pack: why is said, and no pack is offered that could not be made", async function () {
		if (!canTakePictures) this.skip();
		await open("archive");
		const done = vscode.commands.executeCommand("plumbline.addFact");
		await vscode.commands.executeCommand("notifications.showList");
		await takePicture("only-read", `${TOAST}:has-text("No table here can take a row: facts.csv can only be read.")`);
		await vscode.commands.executeCommand("notifications.clearAll");
		await done;
		assert.equal(reading.text("/desk/packs/pier/facts.csv"), TABLE);
	});

	it("a claim is not signed off, which is said before anything is asked", async function () {
		if (!canTakePictures) this.skip();
		await open("archive");
		for (const command of ["signOff", "signOffArticle", "falseAlarm"]) {
			await vscode.commands.executeCommand(`plumbline.${command}`);
			await vscode.commands.executeCommand("notifications.showList");
			await takePicture(`only-read-${command}`, `${TOAST}:has-text("The files here can only be read")`);
			await vscode.commands.executeCommand("notifications.clearAll");
		}
		assert.equal(reading.text("/desk/.plumbline/reviews.jsonl"), undefined);
	});

	it("a row that can't be saved stays in the editor, and counts once it is saved", async function () {
		if (!canTakePictures) this.skip();
		await open("refusing");
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			"vscode.executeCodeActionProvider",
			document.uri,
			placeOf(document, "300 metres"),
		);
		const target = actions.find(({ command }) => command?.command === "plumbline.addFact")?.command?.arguments?.[0];
		const table = "refusing:/desk/packs/pier/facts.csv";
		await vscode.commands.executeCommand("plumbline.addFact", target, { table, row: LENGTH });
		await vscode.commands.executeCommand("notifications.showList");
		await takePicture("only-read-row", `${TOAST}:has-text("The row is in facts.csv, which is not saved yet. It counts once it is.")`);
		const pack = await vscode.workspace.openTextDocument(vscode.Uri.parse(table));
		assert.ok(pack.isDirty);
		assert.equal(pack.getText(), `${TABLE}Ferry Pier,length,300,metres,,Harbour office\n`);
		assert.equal(refusing.text("/desk/packs/pier/facts.csv"), TABLE);
		isLocked = false;
		assert.ok(await pack.save());
		assert.equal(refusing.text("/desk/packs/pier/facts.csv"), pack.getText());
		isLocked = true;
	});

	it("a sign-off that can't be written is said to be none, and is written when it is tried again", async function () {
		if (!canTakePictures) this.skip();
		await open("refusing");
		const [first] = (
			await vscode.commands.executeCommand<vscode.CodeAction[]>(
				"vscode.executeCodeActionProvider",
				document.uri,
				placeOf(document, "8 metres"),
			)
		).filter(({ command }) => command?.command === "plumbline.signOff");
		const signature = { by: "Ada Moss", reason: "measured it" };
		const done = vscode.commands.executeCommand("plumbline.signOff", first?.command?.arguments?.[0], signature);
		await vscode.commands.executeCommand("notifications.showList");
		await takePicture("only-read-ledger", `${TOAST}:has-text("can't be written, and is as it was: it is kept by the archive")`);
		assert.ok(isMarked("8 metres"));
		isLocked = false;
		await clickFor("only-read-again", '.notifications-center .monaco-button:text("Try Again")');
		await done;
		await untilDiagnostics(document, "no mark on what is signed off", () => !isMarked("8 metres"));
		assert.match(refusing.text("/desk/.plumbline/reviews.jsonl") ?? "", /"words":"8 metres","by":"Ada Moss"/);
	});
});
