import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { type Message, StreamMessageReader } from "vscode-languageserver/node";
import { markWriter } from "../../../server/node/language-server/mark-writer.ts";

const marks = Array.from({ length: 200 }, (_, line) => ({
	range: { start: { line, character: 0 }, end: { line, character: 4 } },
	message: `“${line}” is not €${line} — \u{1F6A2}`,
	data: undefined,
}));

/** Messages as they arrive at the other end. */
async function arrived(messages: readonly object[]): Promise<Message[]> {
	const pipe = new PassThrough();
	const writer = markWriter(pipe);
	const reader = new StreamMessageReader(pipe);
	const found: Message[] = [];
	const all = new Promise<void>((resolve) => {
		reader.listen((message) => {
			found.push(message);
			if (found.length === messages.length) resolve();
		});
	});
	for (const message of messages) await writer.write(message as Message);
	await all;
	return found;
}

describe("a writer that keeps marks as they were written", () => {
	const published = (diagnostics: unknown, uri = "file:///a.md") => ({
		jsonrpc: "2.0",
		method: "textDocument/publishDiagnostics",
		params: { uri, version: 3, diagnostics },
	});
	const pulled = (items: unknown) => ({ jsonrpc: "2.0", id: 7, result: { kind: "full", items } });

	const messages: readonly (readonly [string, object])[] = [
		["no marks", published([])],
		["few marks", published(marks.slice(0, 3))],
		["many marks", published(marks)],
		["some of the same marks and others", published([...marks.slice(50), { ...marks[3], message: "another" }])],
		["an address that looks like an end of marks", published(marks, 'file:///"diagnostics":[].md')],
		["marks that were asked for", pulled(marks)],
		[
			"a list of something else",
			{ jsonrpc: "2.0", id: 8, result: { items: Array.from({ length: 80 }, (_, i) => i), isIncomplete: false } },
		],
		["two lists of which one is empty", { jsonrpc: "2.0", id: 9, result: { items: marks, relatedDocuments: { a: { items: [] } } } }],
		["an answer of nothing", { jsonrpc: "2.0", id: 10, result: null }],
	];
	for (const [what, message] of messages)
		it(`writes ${what} as anybody would`, async () => assert.deepEqual(await arrived([message]), [JSON.parse(JSON.stringify(message))]));

	it("writes what follows as it is then", async () => {
		const all = messages.map(([, message]) => message);
		assert.deepEqual(await arrived([...all, ...all.toReversed()]), JSON.parse(JSON.stringify([...all, ...all.toReversed()])));
	});
});
