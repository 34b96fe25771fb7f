import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, untilDiagnostics } from "../../editor/suite/draft.ts";
import { clickFor, spokenIn, takePicture } from "./picture.ts";

const MISPRICED = "$27.30";
const RIGHT = "$42.5 billion";
const WRONG = "$45.2 billion";

describe("in a browser, the example draft", () => {
	let editor: vscode.TextEditor;
	let document: vscode.TextDocument;

	before(async () => {
		editor = await openDraft();
		document = editor.document;
		await untilDiagnostics(document, "a finding on the wrong price", marked);
	});

	it("wakes the packed extension, in a page that reads through a file system of its own", () => {
		const extension = vscode.extensions.getExtension("plumbline.plumbline");
		assert.ok(extension?.isActive);
		assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
		assert.equal(vscode.env.remoteName, undefined);
		assert.equal(extension.extensionUri.scheme, "http");
		assert.equal(document.uri.scheme, "vscode-test-web");
	});

	it("has the wrong price marked, by a pack of the virtual folder", () => {
		const [found, ...more] = diagnosticsAt(document, placeOf(document, MISPRICED));
		assert.ok(found);
		assert.equal(more.length, 0);
		assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
		assert.match(found.message, /\$27\.03, not \$27\.30/);
	});

	it("says in a hover what the reference says, and has a tick behind what is right", async () => {
		const position = placeOf(document, MISPRICED).start.translate(0, 2);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position);
		assert.match(
			hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value))).join("\n"),
			/\$27\.03/,
		);
		const whole = new vscode.Range(0, 0, document.lineCount, 0);
		const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
		assert.ok(hints.some(({ position }) => position.isEqual(placeOf(document, RIGHT).end)));
		editor.selection = new vscode.Selection(position, position);
		editor.revealRange(placeOf(document, MISPRICED), vscode.TextEditorRevealType.InCenter);
		await vscode.commands.executeCommand("editor.action.showHover");
		await takePicture("web-hover", ".squiggly-error", ".monaco-hover:not(.hidden) .hover-contents");
		await vscode.commands.executeCommand("editor.action.hideHover");
	});

	it("has a link in its hover that opens the pack at the row", async () => {
		const position = placeOf(document, MISPRICED).start.translate(0, 2);
		editor = await vscode.window.showTextDocument(document);
		editor.selection = new vscode.Selection(position, position);
		await vscode.commands.executeCommand("editor.action.showHover", { focus: "focusIfVisible" });
		await clickFor("web-row", '.monaco-hover:not(.hidden) a:has-text("connectivity, row 13")', '.tab.active[aria-label^="facts.csv"]');
		const shown = vscode.window.activeTextEditor as vscode.TextEditor;
		assert.match(shown.document.uri.path, /\/packs\/connectivity\/facts\.csv$/);
		assert.equal(shown.selection.active.line, 12);
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		editor = await vscode.window.showTextDocument(document);
	});

	it("is checked again as it is typed", async () => {
		await editor.edit((edit) => edit.replace(placeOf(document, RIGHT), WRONG));
		await untilDiagnostics(document, `an error on ${WRONG}`, () => diagnosticsAt(document, placeOf(document, WRONG)).length > 0);
		await vscode.commands.executeCommand("undo");
		await untilDiagnostics(document, `no error on ${RIGHT}`, () => diagnosticsAt(document, placeOf(document, RIGHT)).length === 0);
	});

	it("has its claims in the side bar and is walked through finding by finding", async () => {
		await vscode.commands.executeCommand("plumbline.claims.focus");
		await takePicture("web-claims", '.pane-body .monaco-list-row[aria-label^="Contradicted"]', "text=/^\\d+ of \\d+ checked$/");
		await vscode.window.showTextDocument(document);
		editor.selection = new vscode.Selection(0, 0, 0, 0);
		await vscode.commands.executeCommand("plumbline.nextFinding");
		assert.ok(editor.selection.active.isEqual(placeOf(document, MISPRICED).start));
	});

	it("tells a screen reader of each claim with its verdict, of what it has come to, and of the table in a hover", async () => {
		await vscode.commands.executeCommand("plumbline.claims.focus");
		const view = '[id="workbench.view.extension.plumbline"], .part.sidebar';
		const claims = await spokenIn("web-spoken-claims", view, '.pane-body .monaco-list-row[aria-label^="Contradicted"]');
		assert.match(claims, /treeitem "Contradicted, \d+ claims?" \[expanded\]/);
		assert.match(claims, /treeitem "\$27\.30, Contradicted\. AT&T’s share price was \$27\.03, not \$27\.30/);
		assert.match(claims, /button "Go to Next Finding"/);
		editor = await vscode.window.showTextDocument(document);
		editor.selection = new vscode.Selection(0, 0, 0, 0);
		await vscode.commands.executeCommand("plumbline.nextFinding");
		const bar = await spokenIn("web-spoken-walk", ".part.statusbar", '.statusbar-item [role="status"]');
		assert.match(bar, /status "1 of \d+: \$27\.30, Contradicted\. AT&T’s share price/);
		assert.match(bar, /"Plumbline: \d+ of \d+ checked\. \d+ wrong, \d+ doubtful, \d+ right, \d+ without a reference"/);
		const hover = await spokenIn("web-spoken-hover", ".monaco-hover:not(.hidden)", ".monaco-hover:not(.hidden) table");
		await vscode.commands.executeCommand("editor.action.hideHover");
		assert.match(hover, /Contradicted/);
		assert.match(hover, /columnheader "Reference"/);
		assert.match(hover, /cell "\$27\.03"/);
		assert.match(hover, /link "connectivity, row 13"/);
	});

	it("has its claims signed off in a ledger of the virtual folder", async () => {
		const place = placeOf(document, MISPRICED);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, place);
		const target = actions.find(({ command }) => command?.command === "plumbline.signOff")?.command?.arguments?.[0];
		await vscode.commands.executeCommand("plumbline.signOff", target, { by: "Ada Moss", reason: "the exchange says so" });
		await untilDiagnostics(document, "no mark on what is signed off", () => !marked());
		const ledger = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(document.uri, "..", ".plumbline", "reviews.jsonl"));
		assert.match(new TextDecoder().decode(ledger), /"words":"\$27\.30","by":"Ada Moss"/);
		await vscode.commands.executeCommand("plumbline.withdraw", target);
		await untilDiagnostics(document, "a mark on what is open again", marked);
	});

	it("follows a change of the pack without a reload", async () => {
		const file = vscode.Uri.joinPath(document.uri, "..", "packs", "connectivity", "facts.csv");
		const rows = await vscode.workspace.fs.readFile(file);
		const agreeing = new TextDecoder().decode(rows).replace("share-price,27.03,", "share-price,27.30,");
		await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(agreeing));
		await untilDiagnostics(document, "no finding on the price", () => !marked());
		await vscode.workspace.fs.writeFile(file, rows);
		await untilDiagnostics(document, "the finding again", marked);
		// The folder of the packs itself lies at the top of the file system.
		const packs = vscode.Uri.joinPath(document.uri, "..", "packs");
		const away = vscode.Uri.joinPath(document.uri, "..", "away");
		await vscode.workspace.fs.rename(packs, away);
		await untilDiagnostics(document, "no finding without packs", () => !marked());
		await vscode.workspace.fs.rename(away, packs);
		await untilDiagnostics(document, "the finding again", marked);
	});

	it("is checked by a new worker after a restart", async () => {
		await vscode.commands.executeCommand("plumbline.restart");
		await editor.edit((edit) => edit.replace(placeOf(document, RIGHT), WRONG));
		await untilDiagnostics(document, `an error on ${WRONG}`, () => diagnosticsAt(document, placeOf(document, WRONG)).length > 0);
		await vscode.commands.executeCommand("undo");
		await untilDiagnostics(document, `no error on ${RIGHT}`, () => diagnosticsAt(document, placeOf(document, RIGHT)).length === 0);
	});

	it("is checked by its other packs when a database is named, which a page cannot ask", async () => {
		const settings = vscode.workspace.getConfiguration("plumbline");
		await settings.update("packs", ["packs", "postgres://desk@db.example/news"], vscode.ConfigurationTarget.Workspace);
		try {
			await takePicture("web-database", "text=/A pack in a database can.t be asked from here/");
			assert.ok(marked());
			await vscode.commands.executeCommand("plumbline.setDatabasePassword");
			await takePicture("web-password", "text=/Databases can.t be asked from a browser/");
		} finally {
			await settings.update("packs", undefined, vscode.ConfigurationTarget.Workspace);
		}
	});

	it("of the walkthrough lies in the page's own storage, with its tick and its wrong figure", async () => {
		await vscode.commands.executeCommand("plumbline.openExample");
		const example = vscode.window.activeTextEditor?.document as vscode.TextDocument;
		assert.equal(example.uri.scheme, "vscode-userdata");
		const wrong = placeOf(example, "$42.5 million");
		await untilDiagnostics(example, "an error on the wrong figure", () => diagnosticsAt(example, wrong).length === 1);
		await takePicture("web-example", '.tab[aria-label^="article.md"]', ".squiggly-error");
	});

	function marked(): boolean {
		return diagnosticsAt(document, placeOf(document, MISPRICED)).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
	}
});
