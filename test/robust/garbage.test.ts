import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostic } from "vscode-languageserver/node";
import { folderWith, pulling, TestEditor } from "../server/editor.ts";

const facts = "subject,measure,value,unit,period,source\nHarbour Bridge,cost,42.45,USD billion,,https://bridges.example/\n";
const article = "---\ndate: 2026-02-04\n---\n\nThe $45.2 billion Harbour Bridge opened on Wednesday.\n";

const PROGRAM = fileURLToPath(new URL("../../dist/cli.mjs", import.meta.url));

/** Every request about a document that the server has a handler for, and the rest of what it answers. */
const requests = [
	"textDocument/diagnostic",
	"textDocument/inlayHint",
	"textDocument/semanticTokens/full",
	"textDocument/semanticTokens/full/delta",
	"textDocument/semanticTokens/range",
	"textDocument/documentSymbol",
	"textDocument/foldingRange",
	"textDocument/hover",
	"textDocument/definition",
	"textDocument/completion",
	"textDocument/codeAction",
	"textDocument/references",
	"textDocument/codeLens",
	"workspace/symbol",
	"plumbline/claims",
	"plumbline/ignore",
	"plumbline/review",
	"plumbline/case",
	"plumbline/export",
	"plumbline/tool",
];

const notifications = [
	"textDocument/didOpen",
	"textDocument/didChange",
	"textDocument/didClose",
	"textDocument/didSave",
	"workspace/didChangeConfiguration",
	"workspace/didChangeWatchedFiles",
	"workspace/didChangeWorkspaceFolders",
	"$/cancelRequest",
	"$/setTrace",
	"plumbline/nothing",
];

/** Parameters of wrong kinds; `uri` is of an open article. */
const garbage = (uri: string): object[] => {
	const textDocument = { uri };
	const far = { line: 1e9, character: 1e9 };
	const back = { line: -5, character: -1 };
	return [
		{},
		[],
		[null, 1, "x"],
		{ textDocument: null },
		{ textDocument: 7, position: "x", range: [] },
		{ textDocument: { uri: null }, uri: null },
		{ textDocument: { uri: 7 }, uri: 7, query: 7, name: 7 },
		{ textDocument: { uri: "" }, uri: "", query: null, id: null, name: "" },
		{ textDocument: { uri: "%%%://\0" }, uri: "%%%://\0", id: {}, folder: {}, name: "check_text", input: 7 },
		{ textDocument, uri, id: [], since: { kind: "text", text: 7 }, name: "__proto__", input: null },
		{ textDocument, uri, id: "x", reason: {}, note: [], signature: 7, since: 7, name: "look_up", input: { name: {} } },
		{ textDocument, position: null, range: null, context: null },
		{ textDocument, position: {}, range: {}, context: {} },
		{ textDocument, position: { line: "a", character: null }, range: { start: "a", end: 7 }, context: { diagnostics: 7 } },
		{ textDocument, position: far, range: { start: far, end: back }, context: { diagnostics: [null, { data: 7 }] } },
		{ textDocument, position: back, range: { start: back, end: far }, context: { diagnostics: [] } },
		{ textDocument, contentChanges: null, changes: 7, settings: [[]], event: 7, id: {}, value: {} },
		{ textDocument, contentChanges: [null], changes: [null, { uri: 7 }], settings: 7, event: { added: 7, removed: null } },
	];
};

describe("a client that sends garbage", function () {
	this.timeout(15_000);
	let editor: TestEditor;
	let folder: Awaited<ReturnType<typeof folderWith>>;
	let uri: string;

	// One server takes it all, one after the other.
	before(async () => {
		folder = await folderWith({ "packs/facts.csv": facts });
		uri = `${folder.uri}/draft.md`;
		editor = await TestEditor.start([folder.uri], pulling);
		await editor.open(uri, article);
	});
	after(async () => {
		assert.equal(await editor.stop(), 0);
		await folder.clean();
	});

	/** The server is alive and finds the wrong figure of a fresh article. */
	async function serves(): Promise<void> {
		const fresh = `${folder.uri}/fresh.md`;
		await editor.open(fresh, article);
		const marks = await editor.pull(fresh);
		assert.deepEqual(
			marks.filter(({ code }: Diagnostic) => code === "contradicted").map(({ range }) => range.start),
			[{ line: 4, character: 4 }],
		);
		await editor.close(fresh);
	}

	it("methods that nobody knows are answered with an error", async () => {
		for (const method of ["textDocument/nothing", "", "toString", "__proto__", "plumbline/\0", "initialize/again"])
			await assert.rejects(Promise.resolve(editor.connection.sendRequest(method, {})), { code: -32601 });
		await serves();
	});

	for (const method of requests) {
		it(`${method} with parameters of wrong kinds`, async () => {
			await Promise.all(garbage(uri).map((params) => Promise.resolve(editor.connection.sendRequest(method, params)).catch(isAnswer)));
			await serves();
		});
	}

	it("a sign-off that is none is not written into the ledger", async () => {
		const { claims } = await editor.connection.sendRequest<{ claims: { id: string }[] }>("plumbline/claims", { uri });
		const id = claims[0]?.id;
		assert.ok(id);
		for (const signature of [
			7,
			"Ada Moss",
			[],
			{},
			{ by: 7, reason: "x" },
			{ by: "Ada Moss" },
			{ by: "Ada Moss", reason: "x", evidence: {} },
		])
			assert.deepEqual(
				await editor.connection.sendRequest("plumbline/review", { uri, id, signature, write: true }),
				{},
				JSON.stringify(signature),
			);
		await assert.rejects(readFile(path.join(folder.at, ".plumbline/reviews.jsonl")), { code: "ENOENT" });
		await serves();
	});

	for (const method of notifications) {
		it(`${method} with parameters of wrong kinds`, async () => {
			for (const params of garbage(`${folder.uri}/other.md`)) await editor.connection.sendNotification(method, params);
			await serves();
		});
	}

	it("changes out of bounds, versions that go back, and changes of what is not open", async () => {
		const change = (version: unknown, contentChanges: unknown, of = uri) =>
			editor.connection.sendNotification("textDocument/didChange", { textDocument: { uri: of, version }, contentChanges });
		const range = (line: number, character: number, toLine: number, to: number) => ({
			start: { line, character },
			end: { line: toLine, character: to },
		});
		await change(9, [{ range: range(900, 0, 901, 5), text: "far " }]);
		await change(3, [{ range: range(-4, -4, -1, -1), text: "back " }]);
		await change(2, [{ range: range(4, 20, 1, 0), text: "turned round " }]);
		await change(-1, [{ range: range(4, 0.5, 4, 1e300), text: "\ud800\0" }]);
		await change(5, [], `${folder.uri}/never-opened.md`);
		await editor.pull(uri);
		await editor.hover(uri, article, "45.2");
		await change(1, [{ text: article.replace("45.2", "42.5") }]);
		assert.deepEqual(
			(await editor.pull(uri)).filter(({ code }) => code === "contradicted"),
			[],
		);
		await change(1, [{ text: article }]);
		await change(0, [{ text: article }]);
		assert.equal((await editor.pull(uri)).filter(({ code }) => code === "contradicted").length, 1);
		await serves();
	});

	for (const [what, body] of [
		["no JSON", "{"],
		["nothing", ""],
		["a null", "null"],
		["a number", "7"],
		["a list", "[]"],
		["a message of nothing", "{}"],
		["an answer to nothing", '{"jsonrpc":"2.0","id":"x","result":{}}'],
		["a method of the wrong kind", '{"jsonrpc":"2.0","id":1000001,"method":7}'],
		["an id of the wrong kind", '{"jsonrpc":"2.0","id":{},"method":"textDocument/hover"}'],
		["bytes that are no UTF-8", Buffer.from([0xff, 0xfe, 0x80, 0x7b])],
		["deep JSON", "[".repeat(50_000)],
	] as const) {
		it(`a body that is ${what}`, async () => {
			const bytes = Buffer.from(body as string);
			editor.process.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]));
			await serves();
		});
	}
});

/** A broken promise of a request must be the server's answer, not the end of the connection. */
function isAnswer(error: unknown): void {
	assert.equal(typeof (error as { code?: unknown }).code, "number", String(error));
	assert.doesNotMatch(String(error), /connection got disposed|Connection is closed/i);
}

describe("a client whose framing is broken", function () {
	this.timeout(15_000);
	const MOST = 256 * 1024 * 1024;
	for (const [what, bytes, why] of [
		["a header without a length", "Content-Type: x\r\n\r\n{}", "a header says no length"],
		["a length that is no number", "Content-Length: many\r\n\r\n{}", "a header says no length"],
		["a length below nought", "Content-Length: -5\r\n\r\n{}", "a header says no length"],
		["a header without a colon", "hello\r\n\r\n{}", "a header says no length"],
		["a length without end", `Content-Length: ${"9".repeat(20)}\r\n\r\n{}`, `${1e20} bytes is announced`],
		["a body of gigabytes that never comes", `Content-Length: 4000000000\r\n\r\n${"x".repeat(5_000_000)}`, `and ${MOST} are the most`],
		["a byte more than is read", `Content-Length: ${MOST + 1}\r\n\r\n`, `${MOST + 1} bytes is announced`],
		["two lengths", "Content-Length: 2\r\nContent-Length: 4000000000\r\n\r\n{}", "4000000000 bytes is announced"],
		["a header that does not end", "x".repeat(1e6), "a header has no end within 4096 bytes"],
		["a page instead of a message", `GET / HTTP/1.1\r\n${"Accept: x\r\n".repeat(9000)}`, "a header has no end within 4096 bytes"],
		["nonsense behind a message", "Content-Length: 4\r\n\r\nnullContent-Size: 4\r\n\r\nnull", "a header says no length"],
	] as const) {
		it(`${what}: the server says so and ends while its input is open`, async () => {
			const server = spawn(process.execPath, [PROGRAM, "lsp", "--stdio"], { stdio: ["pipe", "ignore", "pipe"] });
			let said = "";
			server.stderr.setEncoding("utf8").on("data", (text: string) => {
				said += text;
			});
			const over = once(server, "close");
			try {
				server.stdin.on("error", () => {});
				// In two pieces, neither of which is a header.
				server.stdin.write(bytes.slice(0, 7));
				server.stdin.write(bytes.slice(7));
				assert.deepEqual(await over, [2, null]);
				assert.ok(said.includes(`plumbline: this is not the Language Server Protocol: `) && said.includes(why), said);
			} finally {
				server.kill("SIGKILL");
			}
		});
	}
	for (const [what, bytes] of [
		["no header at all", "GET / HTTP/1.1\n\n"],
		["a body shorter than it says", "Content-Length: 500\r\n\r\n{}"],
		["a body as long as is read that never comes", `Content-Length: ${MOST}\r\n\r\n{}`],
	] as const) {
		it(`${what}: the server ends when its input does`, async () => {
			const server = spawn(process.execPath, [PROGRAM, "lsp", "--stdio"], { stdio: ["pipe", "ignore", "ignore"] });
			const over = once(server, "exit");
			try {
				// It may have ended before all was written.
				server.stdin.on("error", () => {});
				server.stdin.end(bytes);
				const [, signal] = await over;
				assert.equal(signal, null);
			} finally {
				server.kill("SIGKILL");
			}
		});
	}
});
