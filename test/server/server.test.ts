import assert from "node:assert/strict";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import {
	type CodeAction,
	type CodeLens,
	type CompletionItem,
	type Diagnostic,
	DiagnosticSeverity,
	type Hover,
	type Location,
	type LocationLink,
	type MarkupContent,
	type SymbolInformation,
} from "vscode-languageserver/node";
import type { ClaimsResult, ExportResult, ReviewResult } from "../../server/protocol.ts";
import { folderWith, plain, pulling, TestEditor } from "./editor.ts";

const header = "subject,measure,value,unit,period,source\n";
const facts = `${header}Harbour Bridge,cost,42.45,USD billion,,https://bridges.example/\nVela,net sales,33.0,USD million,2025,Annual report\n`;
const article = "---\ndate: 2026-02-04\n---\n\nThe $42.5 billion Harbour Bridge opened on Wednesday.\n";

const wrong = (list: readonly Diagnostic[]) => list.filter(({ severity }) => severity === DiagnosticSeverity.Error);

describe("the server, over standard input and output", function () {
	this.timeout(20_000);
	const started: TestEditor[] = [];
	const made: (() => Promise<void>)[] = [];

	/** An editor with one folder that holds a pack. */
	async function start(files: Readonly<Record<string, string>>, capabilities = pulling, settings: unknown = {}) {
		const folder = await folderWith(files);
		made.push(folder.clean);
		const editor = await TestEditor.start([folder.uri], capabilities, () => settings);
		started.push(editor);
		return { editor, folder, uri: `${folder.uri}/draft.md` };
	}

	afterEach(async () => {
		for (const editor of started.splice(0)) assert.equal(await editor.stop(), 0);
		for (const clean of made.splice(0)) await clean();
	});

	it("says who it is and what it can do", async () => {
		const { editor } = await start({});
		assert.equal(editor.initialized.serverInfo?.name, "Plumbline");
		assert.equal(editor.initialized.capabilities.diagnosticProvider !== undefined, true);
		assert.deepEqual(editor.initialized.capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
	});

	it("a wrong figure is marked while it is typed, and no longer when that is undone", async () => {
		const { editor, uri } = await start({ "packs/facts.csv": facts });
		await editor.open(uri, article);
		assert.deepEqual(wrong(await editor.pull(uri)), []);
		const changed = await editor.type(uri, article, "42.5", "45.2");
		const [mark] = wrong(await editor.pull(uri));
		assert.equal(mark?.code, "contradicted");
		assert.deepEqual(mark?.range, { start: { line: 4, character: 4 }, end: { line: 4, character: 17 } });
		assert.match(String(mark?.message), /42\.45 billion/);
		assert.match(mark?.codeDescription?.href ?? "", /^file:.*\/docs\/verdicts\/contradicted\.md$/);
		assert.match(mark?.relatedInformation?.[0]?.location.uri ?? "", /facts\.csv$/);
		assert.equal(mark?.relatedInformation?.[0]?.location.range.start.line, 1);
		await editor.type(uri, changed, "45.2", "42.5");
		assert.deepEqual(wrong(await editor.pull(uri)), []);
	});

	it("an editor that does not ask is sent the marks, each with its version", async () => {
		const { editor, uri } = await start({ "packs/facts.csv": facts }, plain);
		assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
		await editor.open(uri, article.replace("42.5", "45.2"));
		const first = await editor.publishedFor(uri, (params) => params.version === 1);
		assert.equal(wrong(first.diagnostics).length, 1);
		await editor.type(uri, article.replace("42.5", "45.2"), "45.2", "42.5");
		const second = await editor.publishedFor(uri, (params) => params.version === 2);
		assert.deepEqual(wrong(second.diagnostics), []);
		await editor.close(uri);
		await editor.publishedFor(uri, (params) => params.version === undefined && params.diagnostics.length === 0);
	});

	it("a hover gives the verdict, the reference and a link to its row", async () => {
		const { editor, folder, uri } = await start({ "packs/facts.csv": facts });
		await editor.open(uri, article);
		const text = (await editor.hover(uri, article, "42.5")) ?? "";
		assert.match(text, /^✓ \*\*Supported\.\*\*/);
		assert.match(text, /\$42\.45 billion/);
		assert.ok(text.includes(`${folder.uri}/packs/facts.csv#L2`), text);
		assert.ok(text.includes("https://bridges.example/"), text);
		assert.equal(await editor.hover(uri, article, "opened"), undefined);
	});

	it("a quiet tick stands after a right claim, and none when the setting says so", async () => {
		const { editor, uri } = await start({ "packs/facts.csv": facts });
		await editor.open(uri, article);
		const [tick, ...others] = await editor.ticks(uri, 10);
		assert.deepEqual([tick?.label, tick?.position, others.length], ["✓", { line: 4, character: 17 }, 0]);
		const quiet = await start({ "packs/facts.csv": facts }, pulling, { ticks: false });
		await quiet.editor.open(quiet.uri, article);
		assert.deepEqual(await quiet.editor.ticks(quiet.uri, 10), []);
	});

	it("severities are settings; a value that is none is ignored and logged", async () => {
		const settings = { severity: { contradicted: "information", outdated: "loud" } };
		const { editor, uri } = await start({ "packs/facts.csv": facts }, pulling, settings);
		await editor.open(uri, article.replace("42.5", "45.2"));
		const marks = await editor.pull(uri);
		assert.equal(marks.find(({ code }) => code === "contradicted")?.severity, DiagnosticSeverity.Information);
		assert.ok(editor.log.some((line) => line.includes("plumbline.severity.outdated")));
	});

	it("without a pack claims are still shown, and one hint says how to add one", async () => {
		const { editor, uri } = await start({});
		await editor.open(uri, article);
		const marks = await editor.pull(uri);
		assert.deepEqual([...new Set(marks.map(({ severity }) => severity))], [DiagnosticSeverity.Hint]);
		assert.equal(marks.filter(({ code }) => code === "no-pack").length, 1);
		assert.ok(marks.some(({ code }) => code === "unreferenced"));
	});

	it("a broken row is marked in the pack's file at its cell, and the other rows serve", async () => {
		const broken = `${facts}Vela,net sales,many,USD million,2024,Annual report\n`;
		const { editor, folder, uri } = await start({ "packs/facts.csv": broken });
		const { diagnostics } = await editor.publishedFor(`${folder.uri}/packs/facts.csv`, (params) => params.diagnostics.length > 0);
		const fault = diagnostics.find(({ severity }) => severity === DiagnosticSeverity.Error);
		assert.deepEqual(fault?.range, { start: { line: 3, character: 15 }, end: { line: 3, character: 19 } });
		await editor.open(uri, article.replace("42.5", "45.2"));
		assert.equal(wrong(await editor.pull(uri)).length, 1);
	});

	it("a fault in YAML is marked at its line and column, and a quick fix mends it", async () => {
		const rows = "- subject: Vela\n  measure: net sales\n  value: 33.0\n  unit: USD milion\n  period: 2025\n";
		const descriptor = { name: "rows", resources: [{ name: "facts", path: "rows.yaml", plumbline: { role: "facts" } }] };
		const { editor, folder } = await start({ "packs/datapackage.json": JSON.stringify(descriptor), "packs/rows.yaml": rows });
		const uri = `${folder.uri}/packs/rows.yaml`;
		const { diagnostics } = await editor.publishedFor(uri, (params) => params.diagnostics.length > 0);
		const range = { start: { line: 3, character: 8 }, end: { line: 3, character: 18 } };
		assert.deepEqual(
			diagnostics.map((one) => [one.range, one.message]),
			[[range, "“USD milion” is no unit that Plumbline knows; did you mean “USD million”?"]],
		);
		const actions = (await editor.connection.sendRequest("textDocument/codeAction", {
			textDocument: { uri },
			range,
			context: { diagnostics },
		})) as CodeAction[];
		assert.deepEqual(
			actions.map(({ title, edit }) => [title, edit?.changes?.[uri]]),
			[["Change to “USD million”", [{ range, newText: "USD million" }]]],
		);
		await writeFile(path.join(folder.at, "packs/rows.yaml"), rows.replace("milion", "million"));
		await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
		await editor.publishedFor(uri, (params) => params.diagnostics.length === 0);
	});

	it("a pack that is edited, renamed or removed is seen without a reload", async () => {
		const { editor, folder, uri } = await start({ "packs/facts.csv": facts });
		await editor.open(uri, article);
		assert.deepEqual(wrong(await editor.pull(uri)), []);
		const file = path.join(folder.at, "packs/facts.csv");
		const saved = async (times: number, ...names: string[]) => {
			const changes = names.map((name) => ({ uri: `${folder.uri}/${name}`, type: 2 }));
			await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
			await editor.refreshes(times);
		};
		await writeFile(file, facts.replace("42.45", "45.2"));
		await saved(1, "packs/facts.csv");
		assert.equal(wrong(await editor.pull(uri)).length, 1);
		await rename(path.join(folder.at, "packs"), path.join(folder.at, "shelf"));
		await saved(2, "packs");
		assert.deepEqual(wrong(await editor.pull(uri)), []);
		await rename(path.join(folder.at, "shelf"), path.join(folder.at, "packs"));
		await saved(3, "packs");
		assert.equal(wrong(await editor.pull(uri)).length, 1);
		await rm(file);
		await saved(4, "packs/facts.csv");
		assert.equal((await editor.pull(uri)).filter(({ code }) => code === "no-pack").length, 1);
	});

	it("a pack that is deleted while articles are checked against it is answered from until its removal is known", async () => {
		const { editor, folder, uri } = await start({ "packs/facts.csv": facts });
		await editor.open(uri, article);
		assert.deepEqual(wrong(await editor.pull(uri)), []);
		const typed = await editor.type(uri, article, "42.5", "45.2");
		const [during] = await Promise.all([editor.pull(uri), rm(path.join(folder.at, "packs"), { recursive: true })]);
		assert.equal(wrong(during).length, 1);
		await editor.type(uri, typed, "45.2", "46.2");
		assert.equal(wrong(await editor.pull(uri)).length, 1);
		const changes = [{ uri: `${folder.uri}/packs`, type: 3 }];
		await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
		await editor.refreshes(1);
		assert.equal((await editor.pull(uri)).filter(({ code }) => code === "no-pack").length, 1);
	});

	it("two folders have each its own packs", async () => {
		const north = await folderWith({ "packs/facts.csv": facts });
		const south = await folderWith({ "shelf/facts.csv": facts.replace("42.45", "45.2") });
		made.push(north.clean, south.clean);
		const editor = await TestEditor.start([north.uri, south.uri], pulling, (folder) => (folder === south.uri ? { packs: ["shelf"] } : {}));
		started.push(editor);
		await editor.open(`${north.uri}/draft.md`, article);
		await editor.open(`${south.uri}/draft.md`, article);
		assert.equal(wrong(await editor.pull(`${north.uri}/draft.md`)).length, 0);
		assert.equal(wrong(await editor.pull(`${south.uri}/draft.md`)).length, 1);
	});

	it("a folder that is a pack itself needs no setting", async () => {
		const descriptor = { name: "bridges", resources: [{ name: "facts", path: "facts.csv", plumbline: { role: "facts" } }] };
		const { editor, uri } = await start({ "facts.csv": facts, "datapackage.json": JSON.stringify(descriptor) });
		await editor.open(uri, article.replace("42.5", "45.2"));
		assert.equal(wrong(await editor.pull(uri)).length, 1);
	});

	it("a request that nobody waits for any more ends as cancelled", async () => {
		const { editor, uri } = await start({});
		await editor.open(uri, article);
		const { CancellationTokenSource } = await import("vscode-languageserver/node");
		const source = new CancellationTokenSource();
		const asked = editor.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } }, source.token);
		source.cancel();
		await assert.rejects(asked, { code: -32800 });
		assert.ok((await editor.pull(uri)).length > 0);
	});

	it("what makes no sense is answered empty or with an error, and the server goes on", async () => {
		const { editor, uri } = await start({});
		await assert.rejects(editor.connection.sendRequest("textDocument/nonsense", {}));
		assert.deepEqual(await editor.pull("file:///not/open.md"), []);
		assert.deepEqual(await editor.pull("%%%"), []);
		assert.equal(await editor.hover("file:///not/open.md", "x", "x"), undefined);
		await editor.change("file:///not/open.md", [{ text: "x" }]);
		await editor.open(uri, article);
		await editor.change(uri, [{ range: { start: { line: 900, character: 9 }, end: { line: 901, character: 0 } }, text: "!" }]);
		const beyond = { textDocument: { uri }, position: { line: 9999, character: 9999 } };
		assert.equal(await editor.connection.sendRequest("textDocument/hover", beyond), null);
		await editor.connection.sendRequest("textDocument/hover", { textDocument: { uri } }).catch(() => {});
		assert.ok((await editor.pull(uri)).length > 0);
	});

	it("an empty article and one that is not Markdown", async () => {
		const { editor, uri, folder } = await start({});
		await editor.open(uri, "");
		assert.deepEqual(await editor.pull(uri), []);
		await editor.open(`${folder.uri}/list.txt`, article, "plaintext");
		assert.deepEqual(await editor.pull(`${folder.uri}/list.txt`), []);
	});

	it("an article of five megabytes is checked, and a key typed into it is answered", async function () {
		this.timeout(90_000);
		const { editor, uri } = await start({ "packs/facts.csv": facts });
		const filler = "The council met again and spoke of the harbour, the market and the weather, as it had done the week before. ";
		const long = `${article.replace("42.5", "45.2")}\n${`${filler.repeat(8)}\n\n`.repeat(Math.ceil(5_000_000 / (filler.length * 8)))}`;
		await editor.open(uri, long);
		assert.equal(wrong(await editor.pull(uri)).length, 1);
		await editor.type(uri, long, "45.2", "42.5");
		assert.equal(wrong(await editor.pull(uri)).length, 0);
	});

	it("from a row to every claim that rests on it, in open and in closed articles, and back", async () => {
		const { editor, folder, uri } = await start({
			"packs/facts.csv": facts,
			"old/first.md": article,
			"old/second.md": `${article}\nThe Harbour Bridge cost $42.5 billion, and Vela had net sales of $33.0 million in 2025.\n`,
			"packs/notes.md": article,
			"node_modules/x/readme.md": article,
		});
		await editor.open(uri, article);
		const pack = `${folder.uri}/packs/facts.csv`;
		const context = { includeDeclaration: true };
		const places = async (textDocument: { uri: string }, position: object): Promise<string[]> => {
			const found = await editor.connection.sendRequest<Location[]>("textDocument/references", { textDocument, position, context });
			return found.map((place) => `${place.uri.slice(folder.uri.length + 1)}:${place.range.start.line}`).sort();
		};
		// The draft is open and not yet saved: it is no file of the folder.
		const all = ["old/first.md:4", "old/second.md:4", "old/second.md:6"];
		assert.deepEqual(await places({ uri: pack }, { line: 1, character: 0 }), all);
		assert.deepEqual(await places({ uri }, { line: 4, character: 8 }), all);
		assert.deepEqual(await places({ uri: pack }, { line: 2, character: 0 }), ["old/second.md:6"]);
		const lenses = await editor.connection.sendRequest<CodeLens[]>("textDocument/codeLens", { textDocument: { uri: pack } });
		assert.deepEqual(
			lenses.map(({ range, command }) => `${range.start.line}: ${command?.title}`),
			["1: 3 claims in 2 articles", "2: 1 claim in 1 article"],
		);
		await writeFile(path.join(folder.at, "old/first.md"), "Nothing is left of it.");
		assert.deepEqual(await places({ uri: pack }, { line: 1, character: 0 }), all.slice(1));
		const [link] = await editor.connection.sendRequest<LocationLink[]>("textDocument/definition", {
			textDocument: { uri },
			position: { line: 4, character: 8 },
		});
		assert.equal(link?.targetUri, pack);
		assert.equal(link?.targetRange.start.line, 1);
	});

	it("a row says what it is and how often it is used; entities and measures are symbols; figures and people are completed", async () => {
		const people = "name,title,organisation\nAda Moss,chief engineer,Harbour Bridge\n";
		const descriptor = JSON.stringify({
			name: "desk",
			resources: ["facts", "people"].map((name) => ({ name, path: `${name}.csv`, plumbline: { role: name } })),
		});
		const { editor, folder, uri } = await start({
			"packs/datapackage.json": descriptor,
			"packs/facts.csv": facts,
			"packs/people.csv": people,
			"old.md": article,
		});
		const hoverAt = async (name: string, line: number): Promise<string | undefined> => {
			const position = { line, character: 0 };
			const shown = await editor.connection.sendRequest<Hover | null>("textDocument/hover", {
				textDocument: { uri: `${folder.uri}/packs/${name}` },
				position,
			});
			return (shown?.contents as MarkupContent | undefined)?.value.replaceAll("\n\n", " ");
		};
		assert.equal(
			await hoverAt("facts.csv", 1),
			"**Harbour Bridge, cost:** $42.45 billion · [https://bridges.example/](<https://bridges.example/>) 1 claim rests on it, in 1 article.",
		);
		assert.equal(
			await hoverAt("people.csv", 1),
			"**Ada Moss** · person · chief engineer, Harbour Bridge No claim of the workspace's articles rests on it.",
		);
		assert.equal(await hoverAt("facts.csv", 0), undefined);
		const symbols = await editor.connection.sendRequest<SymbolInformation[]>("workspace/symbol", { query: "harbour" });
		assert.deepEqual(
			symbols.map(({ name, location }) => [name, location.uri, location.range.start.line]),
			[["Harbour Bridge", `${folder.uri}/packs/facts.csv`, 1]],
		);
		const text = "Vela had net sales of \n\nsaid @a";
		await editor.open(uri, text);
		const completed = async (line: number, character: number) =>
			(
				await editor.connection.sendRequest<CompletionItem[]>("textDocument/completion", {
					textDocument: { uri },
					position: { line, character },
				})
			).map(({ label }) => label);
		assert.deepEqual(await completed(0, 22), ["$33.0 million in 2025"]);
		assert.deepEqual(await completed(2, 7), ["Ada Moss"]);
	});

	it("a claim that is signed off stays so through edits elsewhere, and opens again when its words or its fact change", async () => {
		const { editor, folder, uri } = await start({ "packs/facts.csv": facts });
		const wrongly = article.replace("42.5", "45.2");
		await editor.open(uri, wrongly);
		const claims = async () => (await editor.connection.sendRequest<ClaimsResult>("plumbline/claims", { uri })).claims;
		const bridge = async () => (await claims()).find(({ text }) => text.includes("billion"));
		const changed = async (name: string) => {
			const times = editor.refreshed.filter((one) => one === "workspace/diagnostic/refresh").length;
			await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: `${folder.uri}/${name}`, type: 2 }] });
			await editor.refreshes(times + 1);
		};
		const write = async ({ ledger }: ReviewResult) => {
			assert.equal(ledger?.uri, `${folder.uri}/.plumbline/reviews.jsonl`);
			await mkdir(path.join(folder.at, ".plumbline"), { recursive: true });
			await writeFile(path.join(folder.at, ".plumbline/reviews.jsonl"), ledger.content);
			await changed(".plumbline/reviews.jsonl");
		};
		const id = (await bridge())?.id;
		const signature = { by: "Ada Moss", reason: "asked the builder", evidence: "call of 4 Feb" };
		await write(await editor.connection.sendRequest("plumbline/review", { uri, id, signature }));
		assert.deepEqual([(await bridge())?.verdict, (await bridge())?.signedOff, wrong(await editor.pull(uri)).length], ["reviewed", true, 0]);
		assert.match((await editor.hover(uri, wrongly, "45.2")) ?? "", /Signed off by Ada Moss on .*: asked the builder \(call of 4 Feb\)/);
		// An edit elsewhere.
		const longer = await editor.type(uri, wrongly, "The $", "It rained.\n\nThe $");
		assert.equal((await bridge())?.verdict, "reviewed");
		// The words.
		const other = await editor.type(uri, longer, "45.2", "45.3");
		assert.equal((await bridge())?.verdict, "contradicted");
		await editor.type(uri, other, "45.3", "45.2");
		assert.equal((await bridge())?.verdict, "reviewed");
		// The fact.
		await writeFile(path.join(folder.at, "packs/facts.csv"), facts.replace("42.45", "43.45"));
		await changed("packs/facts.csv");
		assert.equal((await bridge())?.verdict, "contradicted");
		await writeFile(path.join(folder.at, "packs/facts.csv"), facts);
		await changed("packs/facts.csv");
		assert.equal((await bridge())?.verdict, "reviewed");
		const { html } = await editor.connection.sendRequest<ExportResult>("plumbline/export", { uri });
		assert.match(html ?? "", /draft\.md.*Signed off by Ada Moss/s);
		// Taken back.
		await write(await editor.connection.sendRequest("plumbline/review", { uri, id }));
		assert.equal((await bridge())?.verdict, "contradicted");
		assert.deepEqual(await editor.connection.sendRequest("plumbline/review", { uri, id: "gone", signature }), {});
	});

	it("directives silence a claim, and say so when they do nothing", async () => {
		const { editor, uri } = await start({ "packs/facts.csv": facts });
		const text = article.replace("42.5", "45.2");
		await editor.open(uri, text.replace("The $", "<!-- plumbline-ignore-next-line the builder's own figure -->\nThe $"));
		assert.deepEqual(wrong(await editor.pull(uri)), []);
		await editor.open(uri, text.replace("The $", "<!-- plumbline-ignore-next-line -->\nThe $"));
		const marks = await editor.pull(uri);
		assert.equal(wrong(marks).length, 1);
		assert.equal(marks.find(({ code }) => code === "directive")?.range.start.line, 4);
	});
});
