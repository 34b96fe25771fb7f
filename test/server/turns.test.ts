import assert from "node:assert/strict";
import type { Hover, SemanticTokens } from "vscode-languageserver/node";
import { LONGEST_ARTICLE } from "../../server/limits.ts";
import { folderWith, plain, pulling, TestEditor } from "./editor.ts";

const facts = "subject,measure,value,unit,period,source\nHarbour Bridge,cost,42.45,USD billion,,https://bridges.example/\n";
const small = "The $45.2 billion Harbour Bridge opened on Wednesday.\n";

/** Paragraphs that all differ and in which there is much to be checked: half a megabyte takes seconds. */
const paragraph = (n: number) =>
	`Dorla Fenwick${n} said on 4 March 2026 that the Harbour Bridge cost $${n}.5 million, up ${n % 90}% from a year before. “We counted ${n} lorries,” she said.\n\n`;
const large = Array.from({ length: 1500 }, (_, n) => paragraph(n)).join("");

describe("an article that takes seconds to check", function () {
	this.timeout(90_000);
	let folder: Awaited<ReturnType<typeof folderWith>>;
	let editor: TestEditor;

	before(async () => {
		folder = await folderWith({ "packs/facts.csv": facts });
	});
	after(() => folder.clean());
	afterEach(async () => {
		assert.equal(await editor.stop(), 0);
	});

	const place = (name: string) => `${folder.uri}/${name}.md`;
	const shownOf = (name: string) => editor.published.filter(({ uri }) => uri === place(name)).map(({ version }) => version);

	it("leaves another one its turn: what is opened and typed there is marked first", async () => {
		editor = await TestEditor.start([folder.uri], plain);
		await editor.open(place("large"), large);
		await editor.open(place("small"), small);
		const { diagnostics } = await editor.publishedFor(place("small"));
		assert.ok(diagnostics.some(({ code }) => code === "contradicted"));
		await editor.type(place("small"), small, "45.2", "42.5");
		await editor.publishedFor(place("small"), ({ version }) => version === 2);
		assert.match((await editor.hover(place("small"), small.replace("45.2", "42.5"), "42.5")) ?? "", /Supported/);
		assert.deepEqual(shownOf("large"), []);
		const marks = await editor.publishedFor(place("large"));
		assert.ok(marks.diagnostics.length > 500);
	});

	it("is shown in its newest version alone, with what was typed while it was checked", async () => {
		editor = await TestEditor.start([folder.uri], plain);
		await editor.open(place("large"), large);
		// The first check has begun when another article has been marked.
		await editor.open(place("small"), small);
		await editor.publishedFor(place("small"));
		const typed = await editor.type(place("large"), large, "$7.5 million", "$8.5 million");
		await editor.type(place("large"), typed, "$9.5 million", "$42.45 billion");
		const { diagnostics } = await editor.publishedFor(place("large"));
		assert.deepEqual(shownOf("large"), [3]);
		const anew = place("anew");
		await editor.open(anew, typed.replace("$9.5 million", "$42.45 billion"));
		const { diagnostics: expected } = await editor.publishedFor(anew);
		assert.deepEqual(diagnostics, JSON.parse(JSON.stringify(expected).replaceAll(anew, place("large"))));
	});

	it("is let go when it is closed", async () => {
		editor = await TestEditor.start([folder.uri], plain);
		await editor.open(place("large"), large);
		await editor.open(place("small"), small);
		await editor.publishedFor(place("small"));
		await editor.close(place("large"));
		await editor.type(place("small"), small, "45.2", "42.5");
		await editor.publishedFor(place("small"), ({ version }) => version === 2);
		assert.deepEqual(shownOf("large"), [undefined]);
	});
});

describe("an article that is longer than is checked", function () {
	this.timeout(60_000);

	it("says so in one calm mark, answers every request, and is checked once it is shorter", async () => {
		const folder = await folderWith({ "packs/facts.csv": facts });
		const editor = await TestEditor.start([folder.uri], pulling);
		try {
			const uri = `${folder.uri}/novel.md`;
			const textDocument = { uri };
			const line = `${"word ".repeat(200)}\n\n`;
			const rest = line.repeat(Math.ceil(LONGEST_ARTICLE / line.length));
			await editor.open(uri, `${small}\n${rest}`);
			const [mark, ...more] = await editor.pull(uri);
			assert.deepEqual(more, []);
			assert.equal(mark?.message, "This article is longer than 8 MB, which is more than is checked; cut it into parts.");
			assert.deepEqual([mark?.severity, mark?.range], [3, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }]);
			const position = { line: 0, character: 6 };
			const range = { start: { line: 0, character: 0 }, end: position };
			assert.equal(await editor.connection.sendRequest<Hover | null>("textDocument/hover", { textDocument, position }), null);
			for (const [method, params, empty] of [
				["textDocument/inlayHint", { range }, []],
				["textDocument/codeAction", { range, context: { diagnostics: [mark] } }, []],
				["textDocument/completion", { position }, []],
				["textDocument/definition", { position }, []],
				["textDocument/documentSymbol", {}, []],
				["textDocument/foldingRange", {}, []],
			] as const)
				assert.deepEqual(await editor.connection.sendRequest(method, { textDocument, ...params }), empty, method);
			assert.deepEqual(
				(await editor.connection.sendRequest<SemanticTokens>("textDocument/semanticTokens/full", { textDocument })).data,
				[],
			);
			await editor.change(uri, [{ range: { start: { line: 1, character: 0 }, end: { line: 1e6, character: 0 } }, text: "" }]);
			assert.ok((await editor.pull(uri)).some(({ code }) => code === "contradicted"));
			assert.deepEqual(editor.log, []);
		} finally {
			assert.equal(await editor.stop(), 0);
			await folder.clean();
		}
	});
});
