import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, untilDiagnostics } from "./draft.ts";

const MISPRICED = "$27.30";

describe("what changes around the article", () => {
	let document: vscode.TextDocument;
	let pack: string;

	before(async () => {
		({ document } = await openDraft());
		pack = path.resolve(path.dirname(document.uri.fsPath), "../../packs/connectivity");
		await untilDiagnostics(document, "a finding on the wrong price", marked);
	});

	it("is no network, where the machine can do without", function () {
		if (process.env.PLUMBLINE_OFFLINE === undefined) this.skip();
		const addresses = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
		assert.deepEqual(
			addresses.filter(({ internal }) => !internal),
			[],
		);
	});

	it("is a row of the pack: the mark goes when the reference agrees, and comes back, without a reload", async () => {
		const file = path.join(pack, "facts.csv");
		const rows = readFileSync(file, "utf8");
		const agreeing = rows.replace("share-price,27.03,", "share-price,27.30,");
		assert.notEqual(agreeing, rows);
		try {
			writeFileSync(file, agreeing);
			await untilDiagnostics(document, "no finding on the price", () => !marked());
		} finally {
			writeFileSync(file, rows);
		}
		await untilDiagnostics(document, "the finding again", marked);
	});

	it("is the name of a pack's file: the marks go with the facts, the pack's own file is marked, and all comes back", async () => {
		const file = path.join(pack, "facts.csv");
		const descriptor = vscode.Uri.file(path.join(pack, "datapackage.json"));
		try {
			renameSync(file, `${file}.away`);
			await untilDiagnostics(document, "no finding on the price", () => !marked());
			assert.ok(vscode.languages.getDiagnostics(descriptor).length > 0, "the pack says what it lacks");
		} finally {
			renameSync(`${file}.away`, file);
		}
		await untilDiagnostics(document, "the finding again", marked);
		assert.deepEqual(vscode.languages.getDiagnostics(descriptor), []);
	});

	it("is the checker's own process: killed, it comes back and marks what is typed next", async () => {
		process.kill(serverProcess(), "SIGKILL");
		const editor = await openDraft();
		const end = placeOf(document, MISPRICED).end;
		editor.selection = new vscode.Selection(end.translate(0, -2), end);
		await vscode.commands.executeCommand("type", { text: "03" });
		const right = placeOf(document, "$27.03");
		await untilDiagnostics(document, "no finding on the right price", () => diagnosticsAt(document, right).length === 0);
		editor.selection = new vscode.Selection(right.end.translate(0, -2), right.end);
		await vscode.commands.executeCommand("type", { text: "30" });
		await untilDiagnostics(document, "the finding again", marked);
		await vscode.commands.executeCommand("workbench.action.files.revert");
	});

	function marked(): boolean {
		return diagnosticsAt(document, placeOf(document, MISPRICED)).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
	}
});

/** The process that runs the packed extension's server. */
function serverProcess(): number {
	const processes = execFileSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" }).split("\n");
	const own = processes.filter((line) => /plumbline\.plumbline-[^/]+\/dist\/server\.mjs/.test(line));
	assert.equal(own.length, 1, `one server runs:\n${own.join("\n")}`);
	return Number.parseInt(own[0] ?? "", 10);
}
