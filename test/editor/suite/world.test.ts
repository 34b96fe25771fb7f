import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import { diagnosticsAt, openDraft, placeOf, untilDiagnostics } from "./draft.ts";

const MISPRICED = "$27.30";
const RIGHT = "$42.5 billion";
const WRONG = "$45.2 billion";

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

	it("is the checker's own process: killed, it is back within two seconds, and nothing is lost", async () => {
		const editor = await openDraft();
		// Nothing is held back that stands under the caret.
		editor.selection = new vscode.Selection(0, 0, 0, 0);
		await editor.edit((edit) => edit.replace(placeOf(document, RIGHT), WRONG));
		await untilDiagnostics(
			document,
			"an error on what has not been saved",
			() => diagnosticsAt(document, placeOf(document, WRONG)).length > 0,
		);
		const before = allMarks();
		const first = serverProcess();
		process.kill(first, "SIGKILL");
		const killed = performance.now();
		// The new process answers from the text as it stands, which no file holds.
		while (!(await hoverAt(placeOf(document, WRONG).start)).includes("$42.45 billion"))
			await new Promise((resolve) => setTimeout(resolve, 20));
		const away = performance.now() - killed;
		console.log(`      away for ${away.toFixed(0)} ms`);
		await untilDiagnostics(document, `the marks that there were:\n${before}`, () => allMarks() === before);
		assert.notEqual(serverProcess(), first);
		// Two seconds of a machine that does nothing else.
		assert.ok(away < 2000 * Math.max(1, (os.loadavg()[0] ?? 0) / os.cpus().length), `away for ${away} ms`);
		await vscode.commands.executeCommand("workbench.action.files.revert");
	});

	it("is a new process of the checker when one is asked for, and only one", async () => {
		const first = serverProcess();
		await vscode.commands.executeCommand("plumbline.restart");
		await untilDiagnostics(document, "the finding again", marked);
		while (isRunning(first)) await new Promise((resolve) => setTimeout(resolve, 20));
		assert.notEqual(serverProcess(), first);
	});

	function allMarks(): string {
		const marks = vscode.languages
			.getDiagnostics(document.uri)
			.map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`);
		return marks.sort().join("\n");
	}

	async function hoverAt(position: vscode.Position): Promise<string> {
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position);
		return hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value))).join("\n");
	}

	function marked(): boolean {
		return diagnosticsAt(document, placeOf(document, MISPRICED)).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
	}
});

/** The process that runs the packed extension's server: one that this extension host has started, since another editor may have its own. */
function serverProcess(): number {
	const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
	const servers = processes.filter((line) => /plumbline\.plumbline-[^/]+\/dist\/server\.mjs/.test(line));
	const own = servers.filter((line) => Number(line.trim().split(/\s+/)[1]) === process.pid);
	assert.equal(own.length, 1, `one server runs:\n${own.join("\n")}`);
	return Number.parseInt(own[0] ?? "", 10);
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
