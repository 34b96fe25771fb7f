import assert from "node:assert/strict";
import { rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ToolParams, ToolResult } from "../../server/protocol.ts";
import { folderWith, pulling, TestEditor } from "./editor.ts";

const header = "subject,measure,value,unit,period,source\n";
const facts = `${header}Vela,net sales,33.0,USD million,2025,Annual report\n`;
const draft = "Vela had net sales of $35 million in 2025.\n";

describe("tools for language models", function () {
	this.timeout(20_000);
	let editor: TestEditor;
	let folder: Awaited<ReturnType<typeof folderWith>>;
	let other: Awaited<ReturnType<typeof folderWith>>;
	const outside = path.join(tmpdir(), `plumbline-outside-${process.pid}.md`);

	before(async () => {
		folder = await folderWith({
			"packs/facts.csv": facts,
			"draft.md": draft,
			"city/draft.md": draft,
			"city/plumbline.config.json": '{ "packs": ["own"] }',
			"city/own/facts.csv": facts.replace("33.0", "35.0"),
		});
		other = await folderWith({ "packs/facts.csv": facts.replace("33.0", "35.0"), "draft.md": draft });
		await writeFile(outside, draft);
		await symlink(outside, path.join(new URL(folder.uri).pathname, "link.md"));
		editor = await TestEditor.start([folder.uri, other.uri], pulling);
	});
	after(async () => {
		assert.equal(await editor.stop(), 0);
		await Promise.all([folder.clean(), other.clean(), rm(outside)]);
	});

	const call = (params: ToolParams) => editor.connection.sendRequest<ToolResult>("plumbline/tool", params);

	async function verdict(params: Omit<ToolParams, "name">): Promise<unknown> {
		const { answer, refusal } = await call({ name: "explain", ...params });
		return answer === undefined ? refusal : JSON.parse(answer).verdict;
	}

	it("answer from the folder that is asked, the first one unless it is named", async () => {
		const input = { path: "draft.md", claim: "$35 million" };
		assert.equal(await verdict({ input }), "contradicted");
		assert.equal(await verdict({ input, folder: folder.uri }), "contradicted");
		assert.equal(await verdict({ input, folder: other.uri }), "supported");
	});

	it("ask the packs of a folder below with a configuration of its own about its articles", async () => {
		assert.equal(await verdict({ input: { path: "city/draft.md", claim: "$35 million" } }), "supported");
	});

	it("read an open article as it stands in the editor", async () => {
		await editor.open(`${folder.uri}/draft.md`, draft.replace("$35", "$33"));
		assert.equal(await verdict({ input: { path: "draft.md", claim: "$33 million" } }), "supported");
	});

	it("read nothing outside of the folder", async () => {
		for (const [place, why] of [
			["../elsewhere.md", /outside/],
			[`file://${outside}`, /outside/],
			["link.md", /outside/],
			["none.md", /no such file/],
		] as const) {
			assert.match(String(await verdict({ input: { path: place, claim: "$35 million" } })), why);
		}
	});

	it("say what is wrong with a call", async () => {
		for (const [params, why] of [
			[{ name: "delete", input: {} }, /no tool delete; there are check, look_up, explain/],
			[{ name: "look_up", input: null }, /words/],
			[{ name: "check", input: 7 }, /expected object/i],
		] as const) {
			assert.match((await call(params)).refusal ?? "", why);
		}
	});
});
