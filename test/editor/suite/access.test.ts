import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, untilDiagnostics } from "./draft.ts";
import { attributesOf, canTakePictures, pressFor } from "./picture.ts";

const VERDICT = /\b(?:Contradicted|Inconsistent|Outdated|Imprecise|Disputed|Unreferenced|Supported|Reviewed)\b/;
const ROW = ".pane-body .monaco-list-row";
const WRONG = "$27.30";

describe("for those who use no mouse or see no colours", () => {
	let editor: vscode.TextEditor;

	before(async function () {
		if (!canTakePictures) this.skip();
		editor = await openDraft();
		await untilDiagnostics(editor.document, "a finding", () => diagnosticsAt(editor.document, placeOf(editor.document, WRONG)).length > 0);
		await vscode.commands.executeCommand("plumbline.claims.focus");
	});

	it("each line of the claims view says its verdict in words", async () => {
		const labels = await attributesOf("access-labels", ROW, "aria-label", `${ROW}[aria-level="2"]`);
		assert.ok(labels.length > 8, labels.join("\n"));
		for (const label of labels) assert.match(label, VERDICT);
		const groups = await attributesOf("access-groups", `${ROW}[aria-level="1"]`, "aria-label", `${ROW}[aria-level="1"]`);
		for (const label of groups) assert.match(label, /^[A-Z][a-z ]+, \d+ claims?$/);
	});

	it("wrong, doubtful, unknown and right have signs of different shapes", async () => {
		const shapes = new Map<string, string>();
		for (const verdict of ["Contradicted", "Outdated", "Unreferenced", "Supported"]) {
			const sign = `${ROW}[aria-label^="${verdict}, "] .custom-view-tree-node-item-icon`;
			const [classes] = await attributesOf("access-signs", sign, "class", sign);
			shapes.set(verdict, /codicon-(?!modifier)[\w-]+/.exec(classes ?? "")?.[0] ?? "none");
		}
		assert.equal(new Set(shapes.values()).size, shapes.size, JSON.stringify([...shapes]));
		assert.ok(![...shapes.values()].includes("none"), JSON.stringify([...shapes]));
	});

	it("the counts in the status bar are spoken in full", async () => {
		await vscode.window.showTextDocument(editor.document);
		const item = '.statusbar-item[id^="plumbline.plumbline"]:has-text("checked")';
		const [label] = await attributesOf("access-status", `${item} a, ${item}`, "aria-label", item);
		assert.match(label ?? "", /^Plumbline: \d+ of \d+ checked\. \d+ wrong, \d+ doubtful, \d+ right, \d+ without a reference$/);
	});

	it("each mark in the text has its verdict as its code", () => {
		for (const { code, source } of vscode.languages.getDiagnostics(editor.document.uri)) {
			assert.equal(source?.toLowerCase(), "plumbline");
			assert.match(String(typeof code === "object" ? code.value : code), /^[a-z][a-zA-Z ]+$/);
		}
	});

	it("keys lead through the claims view into the article, and to what can be done about a claim", async () => {
		editor.selection = new vscode.Selection(0, 0, 0, 0);
		await vscode.commands.executeCommand("plumbline.claims.focus");
		const first = `${ROW}.focused[aria-label^="${WRONG}, Contradicted"]`;
		await pressFor("access-keys", ["Home", "ArrowDown", "Enter"], first);
		await untilSelected(placeOf(editor.document, WRONG));
		await pressFor("access-menu", ["Shift+F10"], '.context-view .monaco-menu:has-text("Sign Off")');
		await pressFor("access-closed", ["Escape"], first);
		await vscode.window.showTextDocument(editor.document);
	});

	async function untilSelected(place: vscode.Range): Promise<void> {
		while (!editor.selection.isEqual(place)) await new Promise((resolve) => setTimeout(resolve, 20));
	}
});
