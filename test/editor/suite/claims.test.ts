import assert from "node:assert/strict";
import * as vscode from "vscode";
import { wholeArticle } from "../../../server/protocol.ts";
import { diagnosticsAt, openDraft, placeOf, untilDiagnostics } from "./draft.ts";
import { canTakePictures, clickFor, takePicture } from "./picture.ts";

describe("the claims of the example draft", () => {
	let editor: vscode.TextEditor;

	before(async () => {
		editor = await openDraft();
		await untilDiagnostics(
			editor.document,
			"a finding",
			() => diagnosticsAt(editor.document, placeOf(editor.document, "$27.30")).length > 0,
		);
	});

	it("are a tree in the side bar", async function () {
		if (!canTakePictures) this.skip();
		await vscode.commands.executeCommand("plumbline.claims.focus");
		await takePicture("claims", '[id="plumbline.claims"] .monaco-list-row, .pane-body .monaco-list-row');
		await vscode.commands.executeCommand("plumbline.findingsOnly");
		await vscode.commands.executeCommand("plumbline.claimsInOrder");
		await takePicture("findings", ".pane-body .monaco-list-row");
		await vscode.commands.executeCommand("plumbline.allClaims");
		await vscode.commands.executeCommand("plumbline.claimsByVerdict");
	});

	it("are walked through finding by finding, round the end", async () => {
		await vscode.window.showTextDocument(editor.document);
		const start = new vscode.Position(0, 0);
		editor.selection = new vscode.Selection(start, start);
		await vscode.commands.executeCommand("plumbline.nextFinding");
		assert.ok(editor.selection.active.isEqual(placeOf(editor.document, "$27.30").start));
		await vscode.commands.executeCommand("plumbline.previousFinding");
		assert.ok(editor.selection.active.isAfter(placeOf(editor.document, "$27.30").start));
		await vscode.commands.executeCommand("plumbline.nextFinding");
		assert.ok(editor.selection.active.isEqual(placeOf(editor.document, "$27.30").start));
	});

	it("have quick fixes, none of them preferred", async () => {
		const place = placeOf(editor.document, "$27.30");
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			"vscode.executeCodeActionProvider",
			editor.document.uri,
			place,
		);
		const own = actions.filter(({ title }) => title === "Use the reference's figure: $27.03");
		assert.equal(own.length, 1);
		assert.ok(actions.every(({ isPreferred }) => !isPreferred));
		assert.ok(await vscode.workspace.applyEdit(own[0]?.edit as vscode.WorkspaceEdit));
		await untilDiagnostics(editor.document, "no finding on the price", () => diagnosticsAt(editor.document, place).length === 0);
		await vscode.commands.executeCommand("undo");
		await untilDiagnostics(editor.document, "the finding again", () => diagnosticsAt(editor.document, place).length > 0);
	});

	it("lead to their rows", async () => {
		const place = placeOf(editor.document, "$27.30");
		const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
			"vscode.executeDefinitionProvider",
			editor.document.uri,
			place.start,
		);
		assert.match(link?.targetUri.path ?? "", /facts\.csv$/);
		const row = (await vscode.workspace.openTextDocument(link?.targetUri as vscode.Uri)).lineAt(link?.targetRange.start.line as number);
		assert.match(row.text, /27\.03/);
	});

	it("can be signed off, and open again when their words change", async () => {
		const { document } = editor;
		const place = placeOf(document, "$27.30");
		const marked = () => diagnosticsAt(document, placeOf(document, "$27.3")).length > 0;
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, place);
		const target = actions.find(({ command }) => command?.command === "plumbline.signOff")?.command?.arguments?.[0];
		assert.equal(target.text, "$27.30");
		await vscode.commands.executeCommand("plumbline.signOff", target, { by: "Ada Moss", reason: "the exchange says so" });
		await untilDiagnostics(document, "no mark on what is signed off", () => !marked());
		const ledger = vscode.Uri.joinPath(document.uri, "..", ".plumbline", "reviews.jsonl");
		assert.match(Buffer.from(await vscode.workspace.fs.readFile(ledger)).toString(), /"words":"\$27\.30","by":"Ada Moss"/);
		await vscode.commands.executeCommand("plumbline.claims.focus");
		await takePicture("signed-off", '.pane-body .monaco-list-row[aria-label^="Reviewed"]');
		await vscode.window.showTextDocument(document);
		const end = place.end;
		editor.selection = new vscode.Selection(end, end);
		// Both times are those of events here: when an answer of the window comes back is its own affair.
		let typed = 0;
		let seen = 0;
		const listening = vscode.Disposable.from(
			vscode.workspace.onDidChangeTextDocument((event) => {
				if (event.document === document && event.contentChanges.length > 0) typed = Date.now();
			}),
			vscode.languages.onDidChangeDiagnostics(() => {
				if (seen === 0 && typed > 0 && marked()) seen = Date.now();
			}),
		);
		await vscode.commands.executeCommand("type", { text: "5" });
		await untilDiagnostics(document, "a mark on what has changed", marked);
		listening.dispose();
		assert.ok(seen - typed >= 350, `nothing is marked under the caret before the typing rests: ${seen - typed} ms`);
		await vscode.commands.executeCommand("undo");
		await untilDiagnostics(document, "no mark on what is as it was", () => !marked());
		await vscode.commands.executeCommand("plumbline.withdraw", target);
		await untilDiagnostics(document, "a mark on what is open again", marked);
	});

	it("are shown alone when they have changed since the article was reviewed", async function () {
		if (!canTakePictures) this.skip();
		const { document } = editor;
		const article = { uri: document.uri.toString(), id: wholeArticle, text: "" };
		await vscode.commands.executeCommand("plumbline.signOff", article, { by: "Ada Moss", reason: "read for the desk" });
		await vscode.commands.executeCommand("plumbline.claims.focus");
		await vscode.commands.executeCommand("plumbline.changedOnly");
		await vscode.commands.executeCommand("plumbline.claimsInOrder");
		await takePicture("unchanged", "text=/^0 of \\d+ changed since the last review \\(Ada Moss, /");
		await vscode.window.showTextDocument(document);
		const { end } = placeOf(document, "$27.30");
		editor.selection = new vscode.Selection(end, end);
		await vscode.commands.executeCommand("type", { text: "5" });
		await takePicture(
			"changed",
			"text=/^1 of \\d+ changed since the last review \\(Ada Moss, /",
			'.pane-body .monaco-list-row[aria-label^="$27.305"]',
		);
		await vscode.commands.executeCommand("undo");
		await vscode.commands.executeCommand("plumbline.allClaims");
		await vscode.commands.executeCommand("plumbline.claimsByVerdict");
		await takePicture("all-again", "text=/^\\d+ of \\d+ checked; signed off by Ada Moss, /");
		await vscode.commands.executeCommand("plumbline.withdraw", article);
	});

	it("are counted above the rows that they rest on", async () => {
		const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
			"vscode.executeDefinitionProvider",
			editor.document.uri,
			placeOf(editor.document, "$42.5 billion").start,
		);
		const pack = await vscode.workspace.openTextDocument(link?.targetUri as vscode.Uri);
		await vscode.window.showTextDocument(pack);
		const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", pack.uri);
		const own = lenses.find(({ range }) => range.start.line === link?.targetRange.start.line);
		assert.match(own?.command?.title ?? "", /^1 claim in 1 article$/);
		await takePicture("lens", ".codelens-decoration a");
		await vscode.window.showTextDocument(editor.document);
	});

	it("have a pack made for them, with its columns and nothing else", async () => {
		await vscode.commands.executeCommand("plumbline.addPack");
		const table = vscode.window.activeTextEditor?.document;
		assert.match(table?.uri.path ?? "", /\/newsroom\/packs\/facts\.csv$/);
		assert.equal(table?.getText(), "subject,measure,value,unit,period,known_at,source\n");
		await vscode.workspace.fs.delete(vscode.Uri.joinPath(table?.uri as vscode.Uri, ".."), { recursive: true });
		await vscode.window.showTextDocument(editor.document);
	});

	it("have one made of a table, which says what its columns hold and what they leave open", async function () {
		if (!canTakePictures) this.skip();
		const folder = vscode.workspace.getWorkspaceFolder(editor.document.uri)?.uri as vscode.Uri;
		const tables = vscode.Uri.joinPath(folder, "tables");
		const table = vscode.Uri.joinPath(tables, "ports.csv");
		const rows = "Port,Year,Cargo (million tonnes),Berths,Opened\nVela,2024,3.1,12,1901\nMar,2024,1.4,5,1955\n";
		await vscode.workspace.fs.writeFile(table, new TextEncoder().encode(rows));
		const settings = () => vscode.workspace.getConfiguration("plumbline", folder);
		const before = settings().get<string[]>("packs") ?? [];
		const done = vscode.commands.executeCommand("plumbline.describeTable", table);
		await vscode.commands.executeCommand("notifications.showList");
		await takePicture("table-described", '.notifications-center :text("Look through what was guessed")');
		const descriptor = vscode.window.activeTextEditor?.document;
		assert.match(descriptor?.uri.path ?? "", /\/tables\/datapackage\.json$/);
		const [facts] = JSON.parse(descriptor?.getText() ?? "").resources;
		assert.deepEqual(facts.plumbline, {
			role: "facts",
			subject: "Port",
			period: "Year",
			values: {
				"Cargo (million tonnes)": { measure: "cargo", unit: "million tonnes" },
				Berths: { measure: "berths" },
				Opened: { measure: "opened", unit: "date" },
			},
		});
		await clickFor("table-used", '.notifications-center .monaco-button:text("Check Against It")');
		await done;
		assert.deepEqual(settings().get("packs"), [...before, "tables"]);
		const problems = () => vscode.languages.getDiagnostics((descriptor as vscode.TextDocument).uri);
		await untilDiagnostics(descriptor as vscode.TextDocument, "what the pack does not say of itself", () =>
			problems().some(({ message }) => message.includes("names no licence")),
		);
		await settings().update("packs", before, vscode.ConfigurationTarget.WorkspaceFolder);
		await vscode.commands.executeCommand("notifications.hideList");
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		await vscode.workspace.fs.delete(tables, { recursive: true });
		await vscode.window.showTextDocument(editor.document);
	});

	it("have one made among the packs that lie there, and hide none", async () => {
		const packs = vscode.Uri.joinPath(vscode.workspace.getWorkspaceFolder(editor.document.uri)?.uri as vscode.Uri, "packs");
		await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(packs, "harbour"));
		await vscode.commands.executeCommand("plumbline.addPack");
		assert.match(vscode.window.activeTextEditor?.document.uri.path ?? "", /\/newsroom\/packs\/desk\/facts\.csv$/);
		await vscode.workspace.fs.delete(packs, { recursive: true });
		await vscode.window.showTextDocument(editor.document);
	});

	it("leave the side bar with the last tab of their article, and come back with it", async function () {
		if (!canTakePictures) this.skip();
		await vscode.commands.executeCommand("plumbline.claims.focus");
		await vscode.commands.executeCommand("workbench.action.closeAllEditors");
		await takePicture("nothing-shown", '.pane-body :text("Choose Reference Packs")');
		editor = await openDraft();
		await vscode.commands.executeCommand("plumbline.claims.focus");
		await takePicture("shown-again", ".pane-body .monaco-list-row");
		await vscode.window.showTextDocument(editor.document);
	});
});
