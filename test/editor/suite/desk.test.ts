import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, undoTo, untilClean, untilDiagnostics } from "./draft.ts";
import { canTakePictures, pressFor, takePicture, typeFor } from "./picture.ts";

const TITLE = ".quick-input-widget .quick-input-title";
const MISPRICED = "$27.30";

/** Waits until a question with these words is asked, and answers it. */
function answer(name: string, question: string, text: string): Promise<void> {
	return typeFor(name, `${text}\n`, `${TITLE}:has-text("${question}"), .quick-input-widget .quick-input-message:has-text("${question}")`);
}

describe("a copy editor at the desk", function () {
	this.timeout(120_000);
	let editor: vscode.TextEditor;
	let document: vscode.TextDocument;
	let ledger: vscode.Uri;

	before(async function () {
		if (!canTakePictures) this.skip();
		editor = await openDraft();
		document = editor.document;
		ledger = vscode.Uri.joinPath(document.uri, "..", ".plumbline", "reviews.jsonl");
		await untilDiagnostics(document, "a finding", () => isMarked());
	});
	after(async () => {
		if (!canTakePictures) return;
		await vscode.workspace.getConfiguration("plumbline").update("reviewer", undefined, vscode.ConfigurationTarget.Global);
		await vscode.workspace.fs.delete(vscode.Uri.joinPath(ledger, ".."), { recursive: true });
	});

	function isMarked(): boolean {
		return diagnosticsAt(document, placeOf(document, MISPRICED)).length > 0;
	}

	/** Puts the caret into the first place of some words. */
	async function caretIn(words: string): Promise<void> {
		editor = await vscode.window.showTextDocument(document);
		const place = placeOf(document, words).start.translate(0, 1);
		editor.selection = new vscode.Selection(place, place);
		editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenter);
	}

	it("walks through every claim by keys, round the end, and is told which of how many it is", async () => {
		editor = await vscode.window.showTextDocument(document);
		editor.selection = new vscode.Selection(0, 0, 0, 0);
		const places: string[] = [];
		do {
			await vscode.commands.executeCommand("plumbline.nextClaim");
			const { line, character } = editor.selection.active;
			places.push(`${line}:${character}`);
		} while (places.length < 2 || places.at(-1) !== places[0]);
		const { start } = placeOf(document, MISPRICED);
		assert.ok(places.includes(`${start.line}:${start.character}`), "what is wrong is one of them");
		assert.ok(places.includes(positionOf("$42.5 billion")), "so is what is right");
		assert.ok(places.length > 12);
		await takePicture("walk", `.statusbar-item [role="status"][aria-label^="1 of ${places.length - 1}: "]`);
		await vscode.commands.executeCommand("plumbline.previousClaim");
		assert.equal(`${editor.selection.active.line}:${editor.selection.active.character}`, places.at(-2));
		await takePicture("walk-last", '.statusbar-item [role="status"]:text-matches("^(\\\\d+) of \\\\1: ")');
	});

	it("walks by the keys that the extension brings, and by a command where the caret is", async () => {
		editor = await vscode.window.showTextDocument(document);
		editor.selection = new vscode.Selection(0, 0, 0, 0);
		const there = '.statusbar-item [role="status"]';
		await pressFor("walk-key", ["Shift+Alt+N"], `${there}[aria-label^="1 of "]`);
		await pressFor("walk-key-on", ["Shift+Alt+N", "Shift+Alt+N"], `${there}[aria-label^="3 of "]`);
		await pressFor("walk-key-back", ["Shift+Alt+P"], `${there}[aria-label^="2 of "]`);
		const gone = `.part.statusbar:not(:has(${there}))`;
		await pressFor("walk-left", ["ArrowRight"], gone);
		await pressFor("walk-key-again", ["Shift+Alt+N"], there);
		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: "Something else" }));
		await takePicture("walk-elsewhere", gone);
		await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
	});

	it("walks by the same keys through an article in another language that the settings name, and not through what is none", async () => {
		const settings = vscode.workspace.getConfiguration("plumbline");
		const there = '.statusbar-item [role="status"]';
		// Beside the draft, so that it has the draft's packs.
		const place = vscode.Uri.joinPath(document.uri, "..", "note.txt");
		await vscode.workspace.fs.writeFile(place, Buffer.from("AT&T shares closed at $27.30 on 4 February 2026.\n"));
		const note = await vscode.workspace.openTextDocument(place);
		try {
			const shown = await vscode.window.showTextDocument(note);
			const top = new vscode.Selection(0, 0, 0, 0);
			shown.selection = top;
			await pressFor("walk-key-nowhere", ["Shift+Alt+N"], ".editor-instance");
			assert.ok(shown.selection.isEqual(top), "plain text is no article");
			await settings.update("languages", ["markdown", "plaintext"], vscode.ConfigurationTarget.Global);
			await untilDiagnostics(note, "a mark in plain text", () => diagnosticsAt(note, placeOf(note, MISPRICED)).length > 0);
			await pressFor("walk-key-plain", ["Shift+Alt+N"], `${there}[aria-label^="1 of "]`);
			assert.ok(shown.selection.active.isEqual(placeOf(note, MISPRICED).start));
		} finally {
			await settings.update("languages", undefined, vscode.ConfigurationTarget.Global);
			await vscode.window.showTextDocument(note);
			await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
			await vscode.workspace.fs.delete(place);
		}
		await vscode.window.showTextDocument(document);
		await untilDiagnostics(document, "the article's own mark", isMarked);
	});

	it("is offered what can be done with a claim", async () => {
		await caretIn(MISPRICED);
		await vscode.commands.executeCommand("editor.action.quickFix");
		await takePicture("fixes", '.action-widget :text("Use the reference")');
		await vscode.commands.executeCommand("hideCodeActionWidget");
	});

	it("signs a claim off, asked who it is, how it knows and where that can be looked up", async () => {
		await caretIn(MISPRICED);
		const done = vscode.commands.executeCommand("plumbline.signOff");
		await answer("asked-name", "Your name", "Ada Moss");
		await typeFor("asked-nothing", "\n", `${TITLE}:has-text("Sign off “${MISPRICED}”")`);
		await takePicture("asked-again", '.quick-input-widget :text("Say how you know.")');
		await answer("asked-reason", "Sign off", "asked the exchange");
		await answer("asked-evidence", "Where can it be looked up again", "the desk's call log");
		await done;
		await untilDiagnostics(document, "no mark on what is signed off", () => !isMarked());
		const [line] = (await textOf(ledger)).split("\n");
		const { words, by, reason, evidence } = JSON.parse(line ?? "");
		assert.deepEqual([words, by, reason, evidence], [MISPRICED, "Ada Moss", "asked the exchange", "the desk's call log"]);
		await caretIn(MISPRICED);
		await vscode.commands.executeCommand("plumbline.withdraw");
		await untilDiagnostics(document, "the mark again", isMarked);
		assert.equal(await textOf(ledger), "");
	});

	it("takes a claim out of checking, asked why", async () => {
		const before = document.getText();
		await caretIn(MISPRICED);
		const done = vscode.commands.executeCommand("plumbline.ignore");
		await answer("asked-why", "Do not check", "the reader's own words");
		await done;
		assert.ok(document.getText().includes(`<!-- plumbline-ignore the reader's own words -->${MISPRICED}<!-- plumbline-enable -->`));
		await untilDiagnostics(document, "no mark on what is not checked", () => !isMarked());
		await vscode.commands.executeCommand("undo");
		assert.equal(document.getText(), before);
		await untilDiagnostics(document, "the mark again", isMarked);
		await untilClean(document);
	});

	it("adds a figure that no reference speaks of to the pack, and takes that back", async () => {
		const before = document.getText();
		editor = await vscode.window.showTextDocument(document);
		const end = new vscode.Position(document.lineCount, 0);
		await editor.edit((edit) => edit.insert(end, "\nIn the second quarter of 2024, AWS had net sales of $26.3 billion.\n"));
		const codes = () => diagnosticsAt(document, placeOf(document, "$26.3 billion")).map(({ code }) => (code as { value: string }).value);
		await untilDiagnostics(document, "a figure without a reference", () => codes().includes("unreferenced"));
		await vscode.workspace.getConfiguration("plumbline").update("reviewer", "Ada Moss", vscode.ConfigurationTarget.Global);
		await caretIn("$26.3 billion");
		const done = vscode.commands.executeCommand("plumbline.addFact");
		await answer("asked-subject", "Whose figure is it?", "");
		await answer("asked-measure", "What was measured?", "");
		await takePicture("asked-value", '.quick-input-widget .quick-input-message:has-text("as the source prints it")');
		await answer("asked-figure", "as the source prints it", "");
		await answer("asked-unit", "The unit", "");
		await answer("asked-period", "When does it hold?", "");
		await typeFor("asked-no-source", "\n", '.quick-input-widget .quick-input-message:has-text("Where is it from?")');
		await takePicture("asked-source-again", '.quick-input-widget :text("Say where the figure is from")');
		await answer("asked-source", "(6 of 7)", 'Segment results, "AWS"');
		await answer("asked-locator", "Where in it?", "page 9");
		await done;
		await untilDiagnostics(document, "no mark on what the pack now says", () => codes().length === 0);
		const pack = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith("/connectivity/facts.csv"));
		assert.ok(pack);
		const today = new Date().toLocaleDateString("sv");
		const row = `Amazon Web Services,net sales,26.3,USD billion,2024-Q2,,,"Segment results, ""AWS""",page 9,Ada Moss,${today},\n`;
		assert.ok(pack.getText().endsWith(`\n${row}`), pack.getText().slice(-300));
		await takePicture("added", `.editor-instance:has-text("26.3,USD billion")`);
		await vscode.window.showTextDocument(pack, { viewColumn: vscode.ViewColumn.Beside });
		await vscode.commands.executeCommand("undo");
		assert.ok(!pack.getText().includes("26.3"));
		await pack.save();
		await untilDiagnostics(document, "a figure without a reference again", () => codes().includes("unreferenced"));
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		await undoTo(document, before);
	});

	it("signs the whole article off, edits one figure and sees that one opened again", async () => {
		await vscode.commands.executeCommand("plumbline.claims.focus");
		await vscode.window.showTextDocument(document);
		const done = vscode.commands.executeCommand("plumbline.signOffArticle");
		await answer("asked-article", "to correct stay marked", "read for the desk");
		await answer("asked-article-evidence", "Where can it be looked up again", "");
		await done;
		await takePicture("article", "text=/^(\\d+) of \\1 checked; signed off by Ada Moss, /");
		assert.ok(isMarked(), "what a reference denies stays marked");
		await caretIn("14 million");
		const { end } = placeOf(document, "14 million");
		const figure = end.translate(0, -" million".length);
		editor.selection = new vscode.Selection(figure, figure);
		await vscode.commands.executeCommand("type", { text: "5" });
		await takePicture("article-changed", "text=/; 1 changed since Ada Moss signed it off, /");
		await vscode.commands.executeCommand("undo");
		await takePicture("article-again", "text=/^(\\d+) of \\1 checked; signed off by Ada Moss, /");
		await vscode.commands.executeCommand("plumbline.withdrawArticle");
		await takePicture("article-open", "text=/^\\d+ of \\d+ checked$/");
		assert.equal(await textOf(ledger), "");
	});

	it("sees what has changed since a commit", async function () {
		const folder = path.dirname(document.uri.fsPath);
		const git = (...words: string[]) =>
			execFileSync("git", ["-c", "user.name=Ada Moss", "-c", "user.email=ada@desk.example", ...words], { cwd: folder, stdio: "pipe" });
		try {
			git("--version");
		} catch {
			this.skip();
		}
		const before = document.getText();
		const settings = vscode.workspace.getConfiguration("git");
		try {
			git("init", "--quiet");
			git("add", "draft.md");
			git("commit", "--quiet", "--message", "The draft as it came in");
			await settings.update("enabled", true, vscode.ConfigurationTarget.Global);
			await caretIn(MISPRICED);
			const { end } = placeOf(document, MISPRICED);
			await editor.edit((edit) => edit.insert(end, "5"));
			const done = vscode.commands.executeCommand("plumbline.changedSinceCommit");
			await takePicture("asked-commit", '.quick-input-list :text("The draft as it came in")');
			await typeFor("asked-commit-chosen", "The draft\n");
			await done;
			await takePicture(
				"since-commit",
				"text=/^1 of \\d+ changed since [\\da-f]{7}$/",
				'.pane-body .monaco-list-row[aria-label^="$27.305"]',
			);
			const named = vscode.commands.executeCommand("plumbline.changedSinceCommit");
			await typeFor("asked-other", "Another\n", '.quick-input-list :text("The draft as it came in")');
			await typeFor("asked-revision", "nonesuch\n", '.quick-input-widget .quick-input-message:has-text("A commit, a branch or a tag")');
			await takePicture("asked-revision-unknown", '.quick-input-widget :text("Git knows no such revision here.")');
			await pressFor("asked-revision-again", ["Control+A"]);
			await typeFor("asked-revision-named", "HEAD\n");
			await named;
			await takePicture("since-revision", "text=/^1 of \\d+ changed since HEAD$/");
			await vscode.commands.executeCommand("plumbline.allClaims");
			await takePicture("since-nothing", "text=/^\\d+ of \\d+ checked$/");
		} finally {
			await undoTo(document, before);
			await settings.update("enabled", false, vscode.ConfigurationTarget.Global);
			rmSync(path.join(folder, ".git"), { recursive: true, force: true });
		}
	});

	function positionOf(words: string): string {
		const { start } = placeOf(document, words);
		return `${start.line}:${start.character}`;
	}
});

async function textOf(uri: vscode.Uri): Promise<string> {
	return Buffer.from(await vscode.workspace.fs.readFile(uri)).toString();
}
