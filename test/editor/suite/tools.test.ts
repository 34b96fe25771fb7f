import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openDraft } from "./draft.ts";

describe("tools for language models", () => {
	before(async function () {
		if (typeof vscode.lm?.invokeTool !== "function") this.skip();
		await openDraft();
	});

	const call = async (name: string, input: object): Promise<Record<string, unknown>> => {
		const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
		const [first] = content;
		assert.ok(first instanceof vscode.LanguageModelTextPart);
		return JSON.parse(first.value);
	};

	it("are known to the editor, each with what it is for and what it takes", () => {
		const own = vscode.lm.tools.filter(({ name }) => name.startsWith("plumbline_"));
		assert.deepEqual(own.map(({ name }) => name).sort(), ["plumbline_check", "plumbline_explain", "plumbline_look_up"]);
		for (const { description, inputSchema } of own) {
			assert.ok(description.length > 80);
			assert.equal((inputSchema as { type?: string }).type, "object");
		}
	});

	it("check an article of the folder that is open", async () => {
		const { claims } = (await call("plumbline_check", { path: "draft.md", verdicts: ["contradicted"] })) as {
			claims: { text: string; verdict: string; reason: string }[];
		};
		const share = claims.find(({ text }) => text === "$27.30");
		assert.equal(share?.verdict, "contradicted");
		assert.match(share?.reason ?? "", /\$27\.03/);
	});

	it("look names up and explain a claim", async () => {
		const found = (await call("plumbline_look_up", { words: "AT&T share price" })) as { facts: { value: number }[] };
		assert.ok(found.facts.some(({ value }) => value === 27.03));
		const explained = await call("plumbline_explain", { path: "draft.md", claim: "$27.30" });
		assert.equal(explained.verdict, "contradicted");
		assert.ok(explained.how);
	});

	it("refuse in a sentence what lies outside of the folder", async () => {
		await assert.rejects(call("plumbline_check", { path: "../../secret.md" }), /outside of the folder/);
	});
});
