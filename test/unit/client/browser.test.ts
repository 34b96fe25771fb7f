import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { registerHooks } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { URI } from "vscode-uri";
import * as editor from "./editor.ts";

describe("a report for the browser, in an editor on the desktop", () => {
	let folder: string;
	let reports: import("../../../client/review/report.ts").Reports;
	let hooks: { deregister(): void };
	let html: string | undefined;

	before(async () => {
		hooks = registerHooks({
			resolve(specifier, context, next) {
				if (specifier === "vscode") return { url: import.meta.resolve("./editor.ts"), shortCircuit: true };
				// Of the client's library only names of the protocol are wanted.
				return next(specifier === "vscode-languageclient" ? "vscode-languageserver-protocol" : specifier, context);
			},
		});
		const { Reports } = await import("../../../client/review/report.ts");
		folder = await mkdtemp(path.join(os.tmpdir(), "plumbline-browser-"));
		const client = {
			code2ProtocolConverter: { asUri: String },
			sendRequest: async (method: string, { uri }: { uri: string }) => {
				assert.equal(method, "plumbline/export");
				assert.equal(uri, "file:///desk/harbour.md");
				return { html };
			},
		};
		reports = new Reports({ globalStorageUri: URI.file(folder) } as unknown as ExtensionContext, client as unknown as BaseLanguageClient);
	});
	beforeEach(() => {
		html = "<p>harbour";
		editor.env.remoteName = undefined;
		editor.env.uiKind = editor.UIKind.Desktop;
		editor.window.activeTextEditor = { document: { uri: URI.parse("file:///desk/harbour.md") } };
		for (const list of [editor.opened, editor.asked, editor.told]) list.length = 0;
	});
	after(async () => {
		hooks.deregister();
		await rm(folder, { recursive: true, force: true });
	});

	it("is a page of this machine, which the system's browser is given", async () => {
		await reports.openInBrowser();
		const [page, ...more] = editor.opened;
		assert.ok(page);
		assert.deepEqual(more, []);
		assert.deepEqual([page.scheme, path.basename(page.fsPath)], ["file", "harbour.html"]);
		assert.ok(fileURLToPath(page.toString()).startsWith(folder));
		assert.equal(await readFile(page.fsPath, "utf8"), "<p>harbour");
		assert.deepEqual(editor.asked, []);
	});

	it("is written anew each time", async () => {
		html = "<p>harbour, later";
		await reports.openInBrowser();
		assert.equal(await readFile((editor.opened[0] as URI).fsPath, "utf8"), "<p>harbour, later");
	});

	for (const [where, set] of [
		["the editor is a page itself", () => (editor.env.uiKind = editor.UIKind.Web)],
		["the files are on another machine", () => (editor.env.remoteName = "ssh-remote")],
	] as const) {
		it(`is a file to be chosen where ${where}`, async () => {
			set();
			await reports.openInBrowser();
			assert.deepEqual(editor.opened, []);
			assert.deepEqual(editor.asked.map(String), ["file:///desk/harbour.html"]);
		});
	}

	it("is none where no article is open", async () => {
		html = undefined;
		await reports.openInBrowser();
		editor.window.activeTextEditor = undefined;
		await reports.openInBrowser();
		assert.deepEqual(editor.opened, []);
		assert.equal(editor.told.length, 2);
	});

	it("is gone with the editor", async () => {
		await reports.openInBrowser();
		const [page] = editor.opened as [URI];
		assert.ok(existsSync(page.fsPath));
		reports.dispose();
		while (existsSync(page.fsPath)) await new Promise((resolve) => setImmediate(resolve));
	});
});
