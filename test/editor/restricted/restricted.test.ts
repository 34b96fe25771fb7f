import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
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

	it("has no say in where else packs are: none outside of it is read, no database is called, no key is taken", async () => {
		assert.equal(codeAt(FERRY), "unreferenced");
		assert.equal(calls, 0);
		const seen = vscode.workspace.getConfiguration("plumbline", document.uri);
		assert.deepEqual(seen.get("packs"), ["packs"]);
		assert.deepEqual(seen.get("trustedKeys"), {});
		assert.equal(seen.get("ticks"), false);
		await takePicture("restricted", ".squiggly-error", "text=/Restricted Mode/");
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

	function codeAt(words: string): string | undefined {
		const place = placeOf(document, words);
		const found = vscode.languages.getDiagnostics(document.uri).find(({ range }) => range.contains(place));
		return found && String(typeof found.code === "object" ? found.code.value : found.code);
	}
});
