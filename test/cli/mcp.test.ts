import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { root } from "./run.ts";

const ARTICLE = "Shares of AT&T closed at $27.30 on Feb. 4, 2026.\n";

interface Answer {
	readonly isError?: boolean | undefined;
	readonly words: string;
	readonly json: Record<string, unknown>;
}

describe("plumbline mcp", () => {
	let folder: string;
	let client: Client;

	before(async () => {
		folder = await realpath(await mkdtemp(path.join(tmpdir(), "plumbline-mcp-")));
		await cp(`${root}packs`, path.join(folder, "packs"), { recursive: true });
		await mkdir(path.join(folder, "drafts"));
		await writeFile(path.join(folder, "drafts/shares.md"), ARTICLE);
		await writeFile(path.join(folder, "../plumbline-mcp-outside.md"), ARTICLE);
		await symlink(path.join(folder, "../plumbline-mcp-outside.md"), path.join(folder, "drafts/link.md"));
		client = new Client({ name: "test", version: "1" });
		const args = [`${root}dist/cli.mjs`, "mcp", "--folder", folder];
		await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: "pipe" }));
	});
	after(async () => {
		await client?.close();
		await rm(folder, { recursive: true, force: true });
		await rm(path.join(folder, "../plumbline-mcp-outside.md"), { force: true });
	});

	async function call(name: string, given: Record<string, unknown>): Promise<Answer> {
		const answer = await client.callTool({ name, arguments: given });
		const [content] = answer.content as { type: string; text: string }[];
		return { isError: answer.isError, words: content?.text ?? "", json: (answer.structuredContent ?? {}) as Record<string, unknown> };
	}

	it("tells its tools, all of them read-only", async () => {
		const { tools } = await client.listTools();
		assert.deepEqual(
			tools.map(({ name }) => name),
			["check", "look_up", "explain"],
		);
		for (const { annotations, description, inputSchema } of tools) {
			assert.equal(annotations?.readOnlyHint, true);
			assert.equal(annotations?.openWorldHint, false);
			assert.ok((description?.length ?? 0) > 80);
			assert.equal(inputSchema.type, "object");
		}
	});

	it("asks the packs of a folder below with a configuration of its own about its articles", async () => {
		const city = path.join(folder, "city");
		await mkdir(path.join(city, "own"), { recursive: true });
		await writeFile(path.join(city, "plumbline.config.json"), '{ "packs": ["own"] }');
		await writeFile(
			path.join(city, "own/facts.csv"),
			"subject,measure,value,unit,period,source\nVela,net sales,33.0,USD million,2025,Report\n",
		);
		await writeFile(path.join(city, "sales.md"), "Vela had net sales of $35 million in 2025.\n");
		const { json } = await call("check", { path: "city/sales.md", verdicts: ["contradicted"] });
		assert.deepEqual(
			(json.claims as { text: string }[]).map(({ text }) => text),
			["$35 million"],
		);
	});

	it("checks a text against the folder's packs", async () => {
		const { json } = await call("check", { text: ARTICLE, verdicts: ["contradicted"] });
		const [claim, ...rest] = json.claims as { text: string; reason: string; references: { row: number }[] }[];
		assert.equal(rest.length, 0);
		assert.equal(claim?.text, "$27.30");
		assert.match(claim?.reason ?? "", /was \$27\.03, not \$27\.30/);
		assert.equal(claim?.references[0]?.row, 13);
	});

	it("checks an article by its path, as the text", async () => {
		const text = await call("check", { text: ARTICLE });
		const file = await call("check", { path: "drafts/shares.md" });
		assert.deepEqual(file.json, text.json);
	});

	it("looks names up", async () => {
		const { json } = await call("look_up", { words: "AT&T share price" });
		const [fact] = json.facts as { words: string; subjectName: string; period: string; source: string }[];
		assert.equal(fact?.words, "$27.03");
		assert.equal(fact?.subjectName, "AT&T Inc.");
		assert.equal(fact?.period, "2026-02-04");
		assert.ok(fact?.source);
		assert.deepEqual((await call("look_up", { words: "AT&T share price", period: "1999" })).json.facts, []);
		const unknown = await call("look_up", { words: "at&" });
		assert.ok((unknown.json.similar as string[]).includes("AT&T Inc."));
	});

	it("explains one claim", async () => {
		const { json } = await call("explain", { text: ARTICLE, claim: "$27.30" });
		assert.equal(json.verdict, "contradicted");
		assert.match(String(json.how), /^Whose: AT&T.* What: share price.* When: 4 Feb 2026/);
	});

	it("says what is wrong with a call", async () => {
		const cases: [string, Record<string, unknown>, RegExp][] = [
			["check", {}, /either the article's `text` or its `path`/],
			["check", { text: ARTICLE, path: "drafts/shares.md" }, /either/],
			["check", { path: "drafts/none.md" }, /no such file/],
			["check", { path: "../plumbline-mcp-outside.md" }, /outside/],
			["check", { path: "drafts/link.md" }, /outside/],
			["check", { text: ARTICLE, date: "yesterday" }, /is not a date like/],
			["check", { text: ARTICLE, dates: "2026-02-04" }, /dates/],
			["explain", { text: ARTICLE, claim: "$99" }, /no claim “\$99”/],
			["explain", { text: "Sales rose 5% and costs rose 5%.", claim: "5%" }, /stands in 2 claims/],
		];
		for (const [name, given, expected] of cases) {
			const { isError, words } = await call(name, given);
			assert.equal(isError, true, words);
			assert.match(words, expected);
		}
	});
});
