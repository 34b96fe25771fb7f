import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, untilDiagnostics } from "../../editor/suite/draft.ts";
import { readFrom } from "./picture.ts";

/** What a translated text begins with. */
const MARK = "⟦";

describe("in a language that has every text in ⟦brackets⟧", () => {
	before(async () => {
		const { document } = await openDraft();
		await untilDiagnostics(document, "a finding", () => diagnosticsAt(document, placeOf(document, "$27.30")).length > 0);
	});

	it("the window has been told the language", () => {
		assert.equal(vscode.env.language, "qps-ploc");
	});

	it("the claims view is translated: its name, its groups, what stands above them and in the status bar", async () => {
		await vscode.commands.executeCommand("plumbline.claims.focus");
		const name = '[id="workbench.view.extension.plumbline"] .title h2, .composite.title h2';
		assertTranslated((await readFrom("translated-name", name, name)).replace(/^Plumbline: /i, ""));
		const groups = '[id="workbench.view.extension.plumbline"] .monaco-list-row[aria-level="1"] .label-name';
		assertTranslated(await readFrom("translated-groups", groups, groups));
		const message = '[id="workbench.view.extension.plumbline"] .message';
		assertTranslated(await readFrom("translated-message", message, message));
		const status = '[id="plumbline.plumbline.plumbline.status"] a, .statusbar-item[id^="plumbline"] a';
		assertTranslated(await readFrom("translated-status", status, status));
	});

	it("the titles of the quick fixes and the headings of the hover are translated, which the server makes", async () => {
		const { document } = await openDraft();
		const place = placeOf(document, "$27.30");
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, place);
		const own = actions.filter(({ kind }) => kind?.value === vscode.CodeActionKind.QuickFix.value);
		assert.ok(own.length > 2, own.map(({ title }) => title).join("\n"));
		assertTranslated(own.map(({ title }) => title).join("\n"));
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, place.start);
		const text = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value))).join("\n");
		for (const heading of ["⟦Contradicted⟧", "⟦Read as ⟦money⟧", "⟦Reference⟧", "⟦Period⟧"]) assert.ok(text.includes(heading), text);
	});

	it("what is said of a claim is translated: its mark, the row that it rests on, and what a tick says", async () => {
		const { document } = await openDraft();
		const marks = diagnosticsAt(document, placeOf(document, "$27.30"));
		const related = marks.flatMap(({ relatedInformation = [] }) => relatedInformation.map(({ message }) => message));
		assert.ok(marks.length > 0 && related.length > 0);
		assertTranslated([...marks.map(({ message }) => message), ...related].join("\n"));
		const everything = new vscode.Range(0, 0, document.lineCount, 0);
		const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, everything);
		const said = hints.map(({ tooltip }) => (typeof tooltip === "string" ? tooltip : (tooltip?.value ?? "")));
		assert.ok(said.length > 0);
		assertTranslated(said.join("\n"));
	});

	it("every command in the palette is translated", async () => {
		void vscode.commands.executeCommand("workbench.action.quickOpen", ">Plumbline: ");
		const row = '.quick-input-list .monaco-list-row .label-name:has-text("Plumbline: ")';
		const names = (await readFrom("translated-commands", row, row)).split("\n").map((name) => name.replace(/^Plumbline: /, ""));
		await vscode.commands.executeCommand("workbench.action.closeQuickOpen");
		assert.ok(names.length > 5, names.join());
		assertTranslated(names.join("\n"));
	});

	function assertTranslated(text: string): void {
		assert.ok(text !== "");
		for (const line of text.split("\n").filter((line) => /\p{L}/u.test(line)))
			assert.ok(line.trim().startsWith(MARK), `${line} is not translated`);
	}
});
