import assert from "node:assert/strict";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, untilDiagnostics } from "./draft.ts";

describe("a configuration file in the folder", () => {
	let draft: vscode.TextDocument;
	let file: vscode.Uri;
	const write = (text: string) => vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));

	before(async () => {
		draft = (await openDraft()).document;
		file = vscode.Uri.joinPath(draft.uri, "../plumbline.config.json");
		await untilDiagnostics(draft, "a finding", () => severityOf("$27.30") === vscode.DiagnosticSeverity.Error);
	});
	after(async () => {
		await vscode.commands.executeCommand("workbench.action.closeEditorsInGroup");
		await vscode.workspace.fs.delete(file);
		await openDraft();
		await untilDiagnostics(draft, "the draft as it was", () => severityOf("$27.30") === vscode.DiagnosticSeverity.Error);
	});
	const severityOf = (words: string) => diagnosticsAt(draft, placeOf(draft, words))[0]?.severity;

	it("counts as soon as it is saved, and what is wrong in it is marked there", async () => {
		await write('{\n\t"packs": ["../../packs"],\n\t"severity": { "contradicted": "warning" },\n\t"tolerance": {}\n}\n');
		await untilDiagnostics(draft, "a warning", () => severityOf("$27.30") === vscode.DiagnosticSeverity.Warning);
		const config = await vscode.workspace.openTextDocument(file);
		await untilDiagnostics(config, "an unknown key", () =>
			vscode.languages
				.getDiagnostics(file)
				.some(
					({ source, range, message }) => source === "Plumbline" && range.start.line === 3 && /did you mean “tolerances”/.test(message),
				),
		);
	});

	it("has its keys completed and explained", async () => {
		const config = await vscode.workspace.openTextDocument(file);
		await vscode.window.showTextDocument(config);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			"vscode.executeHoverProvider",
			file,
			placeOf(config, '"contradicted"').start.translate(0, 2),
		);
		const words = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value))).join("\n");
		assert.match(words, /A reference of the same subject, measure and period disagrees/);
		const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
			"vscode.executeCompletionItemProvider",
			file,
			placeOf(config, '"packs"').start,
		);
		const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
		assert.ok(labels.includes("tolerances"), labels.join());
	});
});

describe("a descriptor that names the schema of Data Package", () => {
	it("has the keys of its tables completed and explained", async () => {
		const file = vscode.Uri.joinPath((await openDraft()).document.uri, "../own/datapackage.json");
		const text = `{
	"$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
	"resources": [{ "path": "facts.csv", "plumbline": { "role": "facts", "complete": true, "" } }]
}
`;
		await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
		const document = await vscode.workspace.openTextDocument(file);
		await vscode.window.showTextDocument(document);
		const place = placeOf(document, '"complete"').start.translate(0, 2);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", file, place);
		const words = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value))).join("\n");
		assert.match(words, /\w{4}/);
		const inside = placeOf(document, '"" }').start.translate(0, 1);
		const { items } = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", file, inside);
		const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
		assert.ok(labels.includes("valuesMatching") && !labels.includes("partOf"), labels.join());
		await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
		await vscode.workspace.fs.delete(vscode.Uri.joinPath(file, ".."), { recursive: true });
		await openDraft();
	});
});
