import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import path from "node:path";
import * as vscode from "vscode";
import { placeOf, untilDiagnostics } from "../suite/draft.ts";
import { canTakePictures, clickFor, takePicture } from "../suite/picture.ts";

const BRIDGE = "$42.5 million";
const FERRY = "$9.4 million";

describe("in Restricted Mode, a folder that somebody has sent", () => {
	let document: vscode.TextDocument;
	let database: Server;
	let calls = 0;

	before(async () => {
		database = createServer((socket) => {
			calls++;
			socket.destroy();
		});
		const port = await new Promise<number>((resolve) =>
			database.listen(0, "127.0.0.1", () => resolve((database.address() as { port: number }).port)),
		);
		const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
		mkdirSync(path.join(folder.fsPath, ".vscode"));
		const settings = {
			"plumbline.packs": ["packs", "../outside/packs", `postgres://desk@127.0.0.1:${port}/news`],
			"plumbline.trustedKeys": { "Nobody's desk": "RWQxyz" },
			"plumbline.ticks": false,
		};
		writeFileSync(path.join(folder.fsPath, ".vscode", "settings.json"), JSON.stringify(settings));
		await new Promise<void>((resolve) => {
			const followed = () => vscode.workspace.getConfiguration("plumbline", folder).get("ticks") === false;
			const listening = vscode.workspace.onDidChangeConfiguration(() => followed() && done());
			const done = () => {
				listening.dispose();
				resolve();
			};
			if (followed()) done();
		});
		document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, "article.md"));
		await vscode.window.showTextDocument(document);
		await untilDiagnostics(document, "a finding by the folder's own pack", () => codeAt(BRIDGE) === "contradicted");
	});
	after(() => database.close());

	it("is not trusted, and the extension works in it as its manifest says", () => {
		assert.equal(vscode.workspace.isTrusted, false);
		const { capabilities } = vscode.extensions.getExtension("plumbline.plumbline")?.packageJSON ?? {};
		assert.equal(capabilities.untrustedWorkspaces.supported, "limited");
		assert.ok(capabilities.untrustedWorkspaces.restrictedConfigurations.includes("plumbline.packs"));
		assert.ok(capabilities.untrustedWorkspaces.restrictedConfigurations.includes("plumbline.trustedKeys"));
		assert.equal(capabilities.virtualWorkspaces, true);
	});

	it("is checked by the pack that lies in it, which is data", () => {
		assert.equal(codeAt(BRIDGE), "contradicted");
	});

	it("has the row of its pack opened from a hover", async function () {
		if (!canTakePictures) this.skip();
		const { start } = placeOf(document, BRIDGE);
		const editor = await vscode.window.showTextDocument(document);
		editor.selection = new vscode.Selection(start, start);
		await vscode.commands.executeCommand("editor.action.showHover");
		await clickFor("restricted-row", '.monaco-hover:not(.hidden) a:has-text("row 2")', '.tab.active[aria-label^="facts.csv"]');
		assert.equal(vscode.window.activeTextEditor?.selection.active.line, 1);
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		await vscode.window.showTextDocument(document);
	});

	it("has no say in where else packs are: none outside of it is read, no database is called, no key is taken", async () => {
		// The article has just been shown again.
		await untilDiagnostics(document, "its marks", () => codeAt(FERRY) !== undefined);
		assert.equal(codeAt(FERRY), "unreferenced");
		assert.equal(calls, 0);
		const seen = vscode.workspace.getConfiguration("plumbline", document.uri);
		assert.deepEqual(seen.get("packs"), ["packs"]);
		assert.deepEqual(seen.get("trustedKeys"), {});
		assert.equal(seen.get("ticks"), false);
		await takePicture("restricted", ".squiggly-error", "text=/Restricted Mode/");
	});

	it("is told in its configuration file what is not followed", async () => {
		const file = vscode.Uri.joinPath(document.uri, "../plumbline.config.json");
		const { port } = database.address() as { port: number };
		const packs = ["packs", "../outside/packs", `postgres://desk@127.0.0.1:${port}/news`];
		writeFileSync(
			file.fsPath,
			JSON.stringify({ packs, trustedKeys: { "Nobody's desk": "RWQxyz" }, severity: { contradicted: "warning" } }),
		);
		const config = await vscode.workspace.openTextDocument(file);
		const told = () => vscode.languages.getDiagnostics(file).filter(({ code }) => code === "untrusted").length;
		await untilDiagnostics(config, "what is not followed", () => told() === 3);
		// What it may say is followed all the same.
		await untilDiagnostics(document, "a warning", () => found(BRIDGE)?.severity === vscode.DiagnosticSeverity.Warning);
		assert.equal(codeAt(FERRY), "unreferenced");
		assert.equal(calls, 0);
		rmSync(file.fsPath);
		await untilDiagnostics(document, "an error again", () => found(BRIDGE)?.severity === vscode.DiagnosticSeverity.Error);
	});

	it("has its settings followed as soon as it is trusted", async function () {
		if (!canTakePictures) this.skip();
		await vscode.commands.executeCommand("workbench.trust.manage");
		await clickFor("trusted", "text=/^Trust$/");
		await vscode.window.showTextDocument(document);
		await untilDiagnostics(document, "a finding by the pack outside", () => codeAt(FERRY) === "contradicted");
		assert.ok(vscode.workspace.isTrusted);
		assert.ok(calls > 0, "the database has been called");
	});

	function found(words: string): vscode.Diagnostic | undefined {
		const place = placeOf(document, words);
		return vscode.languages.getDiagnostics(document.uri).find(({ range }) => range.contains(place));
	}

	function codeAt(words: string): string | undefined {
		const code = found(words)?.code;
		return code === undefined ? undefined : String(typeof code === "object" ? code.value : code);
	}
});
