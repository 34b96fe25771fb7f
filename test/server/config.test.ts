import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { folderWith, plain, pulling, TestEditor } from "./editor.ts";

const facts = "subject,measure,value,unit,source\nAda Lines,fleet,42,ship,Harbour office\n";
const article = "Ada Lines has a fleet of 40 ships.\n";
const right = "Ada Lines has a fleet of 42 ships.\n";

describe("a configuration file in a folder that an editor has open", function () {
	this.timeout(20_000);
	const ends: (() => Promise<unknown>)[] = [];
	afterEach(async () => {
		for (const end of ends.splice(0).reverse()) await end();
	});

	async function start(
		files: Readonly<Record<string, string>>,
		{ capabilities = pulling, settings = {}, trusted = false }: { capabilities?: object; settings?: unknown; trusted?: boolean } = {},
	) {
		const folder = await folderWith(files);
		ends.push(folder.clean);
		const editor = await TestEditor.start([folder.uri], capabilities, () => settings, undefined, trusted);
		ends.push(() => editor.stop());
		const change = async (name: string, content: string | undefined) => {
			if (content === undefined) await rm(path.join(folder.at, name));
			else await writeFile(path.join(folder.at, name), content);
			const before = editor.refreshed.filter((one) => one === "workspace/diagnostic/refresh").length;
			await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
				changes: [{ uri: `${folder.uri}/${name}`, type: content === undefined ? 3 : 2 }],
			});
			await editor.refreshes(before + 1);
		};
		const codes = async (name: string) => (await editor.pull(`${folder.uri}/${name}`)).map(({ code, severity }) => `${code} ${severity}`);
		return { editor, folder, change, codes };
	}

	it("goes before the editor's settings, and a change is followed at once", async () => {
		const { editor, folder, change, codes } = await start(
			{ "refs/facts.csv": facts, "plumbline.config.json": '{ "packs": ["refs"], "severity": { "contradicted": "warning" } }' },
			{ settings: { packs: ["nowhere"], severity: { contradicted: "information" } } },
		);
		await editor.open(`${folder.uri}/a.md`, article);
		assert.deepEqual(await codes("a.md"), ["contradicted 2"]);
		await change("plumbline.config.json", '{ "packs": ["refs"] }');
		assert.deepEqual(await codes("a.md"), ["contradicted 3"]);
		await change("plumbline.config.json", undefined);
		assert.deepEqual(await codes("a.md"), ["no-pack 4", "unreferenced 4"]);
	});

	it("one that comes later is read, and counts for what lies below it alone", async () => {
		const { editor, folder, change, codes } = await start({ "packs/facts.csv": facts, "desk/refs/facts.csv": facts, "desk/b.md": right });
		await editor.open(`${folder.uri}/a.md`, article);
		await editor.open(`${folder.uri}/desk/b.md`, article);
		assert.deepEqual([await codes("a.md"), await codes("desk/b.md")], [["contradicted 1"], ["contradicted 1"]]);
		await change("desk/plumbline.config.json", '{ "packs": ["refs"], "severity": { "contradicted": "warning" } }');
		assert.deepEqual([await codes("a.md"), await codes("desk/b.md")], [["contradicted 1"], ["contradicted 2"]]);
		await change("desk/plumbline.config.json", undefined);
		assert.deepEqual([await codes("a.md"), await codes("desk/b.md")], [["contradicted 1"], ["contradicted 1"]]);
	});

	it("what is wrong in it is marked there, with a fix, and no longer when it is mended", async () => {
		const { editor, folder, change } = await start({ "plumbline.config.json": '{\n  "pakcs": ["refs"]\n}\n' });
		const uri = `${folder.uri}/plumbline.config.json`;
		const { diagnostics } = await editor.publishedFor(uri);
		assert.deepEqual(
			diagnostics.map(({ range, severity, code }) => [range.start.line, range.start.character, severity, code]),
			[[1, 2, 1, "unknown-setting"]],
		);
		await editor.open(uri, '{\n  "pakcs": ["refs"]\n}\n', "json");
		const actions = await editor.connection.sendRequest<{ title: string }[]>("textDocument/codeAction", {
			textDocument: { uri },
			range: diagnostics[0]?.range,
			context: { diagnostics },
		});
		assert.deepEqual(
			actions.map(({ title }) => title),
			["Change to “packs”"],
		);
		await change("plumbline.config.json", '{ "packs": ["refs"] }');
		await editor.publishedFor(uri, ({ diagnostics }) => diagnostics.length === 0);
	});

	it("a package.json that changes elsewhere opens nothing again, and its key does", async () => {
		const { editor, folder, change, codes } = await start({ "packs/facts.csv": facts, "package.json": '{ "name": "desk" }' });
		await editor.open(`${folder.uri}/a.md`, article);
		assert.deepEqual(await codes("a.md"), ["contradicted 1"]);
		await writeFile(path.join(folder.at, "package.json"), '{ "name": "desk", "version": "2.0.0" }');
		await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
			changes: [{ uri: `${folder.uri}/package.json`, type: 2 }],
		});
		assert.deepEqual(await codes("a.md"), ["contradicted 1"]);
		await change("package.json", '{ "name": "desk", "plumbline": { "severity": { "contradicted": "hint" } } }');
		assert.deepEqual(await codes("a.md"), ["contradicted 4"]);
	});

	it("leads out of the workspace only when the editor says that it is trusted", async () => {
		const elsewhere = await folderWith({ "facts.csv": facts });
		ends.push(elsewhere.clean);
		const config = JSON.stringify({ packs: [elsewhere.at] });
		const { editor, folder, codes } = await start({ "plumbline.config.json": config });
		await editor.open(`${folder.uri}/a.md`, article);
		assert.equal((await codes("a.md")).includes("contradicted 1"), false);
		const uri = `${folder.uri}/plumbline.config.json`;
		assert.equal((await editor.publishedFor(uri)).diagnostics[0]?.code, "untrusted");
		await editor.connection.sendNotification("plumbline/trusted");
		await editor.publishedFor(uri, ({ diagnostics }) => diagnostics.length === 0);
		assert.deepEqual(await codes("a.md"), ["contradicted 1"]);
		const trusting = await start({ "plumbline.config.json": config }, { trusted: true });
		await trusting.editor.open(`${trusting.folder.uri}/a.md`, article);
		assert.deepEqual(await trusting.codes("a.md"), ["contradicted 1"]);
	});

	it("is watched by an editor of the protocol's first version too", async () => {
		const { editor, folder } = await start(
			{ "refs/facts.csv": facts, "plumbline.config.json": '{ "packs": [] }' },
			{ capabilities: plain },
		);
		const uri = `${folder.uri}/a.md`;
		await editor.open(uri, article);
		await editor.publishedFor(uri, ({ diagnostics }) => diagnostics.length > 0);
		await writeFile(path.join(folder.at, "plumbline.config.json"), '{ "packs": ["refs"] }');
		await editor.publishedFor(uri, ({ diagnostics }) => diagnostics.some(({ code }) => code === "contradicted"));
	});
});
