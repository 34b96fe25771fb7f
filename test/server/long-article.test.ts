import assert from "node:assert/strict";
import type { DocumentDiagnosticReport, DocumentSymbol, SemanticTokens, SemanticTokensDelta } from "vscode-languageserver/node";
import type { ClaimItem, ClaimsResult, Since } from "../../server/protocol.ts";
import { folderWith, pulling, TestEditor } from "./editor.ts";

const facts = "subject,measure,value,unit,period,source\nHarbour Bridge,cost,42.45,USD billion,,https://bridges.example/\n";
const paragraph = (n: number) =>
	`Dorla Fenwick${n} said on 4 March 2026 that the Harbour Bridge cost $${n}.5 million,\nup ${n % 90}% from a year before. “We counted ${n} lorries,” she said.\n\n`;
const PARAGRAPHS = 1200;

describe("a long article", function () {
	this.timeout(60_000);
	let folder: Awaited<ReturnType<typeof folderWith>>;
	let editor: TestEditor;
	let uri: string;
	let text: string;

	before(async () => {
		folder = await folderWith({ "packs/facts.csv": facts });
		uri = `${folder.uri}/long.md`;
		text = Array.from({ length: PARAGRAPHS }, (_, n) => paragraph(n)).join("");
		editor = await TestEditor.start([folder.uri], pulling);
		await editor.open(uri, text);
	});
	after(async () => {
		assert.equal(await editor.stop(), 0);
		await folder.clean();
	});

	const ask = <R>(method: string, more: object = {}, of = uri): Promise<R> =>
		editor.connection.sendRequest<R>(method, { textDocument: { uri: of }, ...more });

	/** Replaces words, which may go over lines. */
	async function replace(before: string, after: string): Promise<void> {
		const at = text.indexOf(before);
		const position = (offset: number) => {
			const lines = text.slice(0, offset).split("\n");
			return { line: lines.length - 1, character: (lines.at(-1) as string).length };
		};
		await editor.change(uri, [{ range: { start: position(at), end: position(at + before.length) }, text: after }]);
		text = text.slice(0, at) + after + text.slice(at + before.length);
	}

	/** The colours of the text as it is, in an article that has no past. */
	async function fresh(): Promise<readonly number[]> {
		const anew = `${folder.uri}/anew.md`;
		await editor.open(anew, text);
		const { data } = await ask<SemanticTokens>("textDocument/semanticTokens/full", {}, anew);
		await editor.close(anew);
		return data;
	}

	it("is marked anew where a mark is other than before, and told to be the same where none is", async () => {
		const words = "Quay 17 saw 25 ships a day in 2024.";
		const own = `${folder.uri}/marked.md`;
		await editor.open(own, `${words}\n\nNobody saw it\n\n${text.slice(0, 20_000)}`);
		const marks = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
			ask("textDocument/diagnostic", previousResultId === undefined ? {} : { previousResultId }, own);
		const type = (line: number, character: number, typed: string) =>
			editor.change(own, [{ range: { start: { line, character }, end: { line, character } }, text: typed }]);
		const first = await marks();
		assert.ok(first.kind === "full" && first.items.length > 100 && first.resultId !== undefined);
		await type(2, 13, "s");
		const same = { kind: "unchanged", resultId: first.resultId };
		assert.deepEqual(await marks(first.resultId), same, "a word without marks");
		await type(0, words.length, " Nobody knows why.");
		assert.deepEqual(await marks(first.resultId), same, "a sentence behind all marks of its line");
		assert.equal((await marks()).kind, "full", "nobody has them yet");
		await type(0, 0, "The ");
		const moved = await marks(first.resultId);
		assert.ok(moved.kind === "full" && moved.resultId !== first.resultId, "marks of the line have moved");
		assert.deepEqual(
			moved.items.slice(-80).map(({ message }) => message),
			first.items.slice(-80).map(({ message }) => message),
		);
		assert.equal((await marks("none")).kind, "full");
		await editor.close(own);
	});

	it("is coloured anew where it has changed, and only the difference is sent", async () => {
		let { data, resultId } = await ask<SemanticTokens>("textDocument/semanticTokens/full");
		assert.deepEqual(data, await fresh());
		for (const [before, after] of [
			["$700.5 million", "$7 million"],
			["Dorla Fenwick600 said", "Dorla\nFenwick600 said"],
			[paragraph(300), ""],
			[paragraph(900), `> ${paragraph(900)}${paragraph(901)}`],
			["“We counted 5 lorries,” she said.", "“We counted nothing,” she said."],
		] as const) {
			await replace(before, after);
			const answer = await ask<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", { previousResultId: resultId });
			assert.ok(answer.edits.length <= 1 && (answer.edits[0]?.data?.length ?? 0) < data.length / 2, "a difference is small");
			const changed = [...data];
			for (const { start, deleteCount, data: fill = [] } of answer.edits) changed.splice(start, deleteCount, ...fill);
			assert.deepEqual(changed, await fresh(), after);
			[data, resultId] = [changed, answer.resultId];
		}
	});

	it("is coloured as a whole for an editor that has lost what it was sent", async () => {
		const { data } = await ask<SemanticTokens>("textDocument/semanticTokens/full/delta", { previousResultId: "none" });
		assert.deepEqual(data, await fresh());
	});

	it("is coloured for the lines that are shown alone, as it is as a whole", async () => {
		const [from, to] = [600, 660];
		const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
		const { data } = await ask<SemanticTokens>("textDocument/semanticTokens/range", { range });
		const shown = tokens(await fresh()).filter(([line]) => (line as number) >= from && (line as number) < to);
		assert.ok(shown.length > 60);
		assert.deepEqual(tokens(data), shown);
	});

	it("has its claims told in parts, which make up the whole", async () => {
		const claims: ClaimItem[] = [];
		let from: number | undefined = 0;
		let parts = 0;
		for (; from !== undefined; parts++) {
			const since: Since = parts === 0 ? { kind: "text", text: text.replaceAll("lorries", "vans") } : { kind: "text" };
			const part: ClaimsResult = await editor.connection.sendRequest("plumbline/claims", { uri, since, from });
			claims.push(...part.claims);
			from = part.next;
		}
		assert.ok(parts > 3, `${parts} parts`);
		assert.equal(new Set(claims.map(({ id }) => id)).size, claims.length);
		const changed = claims.filter((claim) => claim.changed).map((claim) => claim.text);
		assert.equal(changed.filter((words) => /^\d+ lorries$/.test(words)).length, (text.match(/\d lorries/g) ?? []).length);
		assert.ok(!changed.some((words) => words.startsWith("$")));
	});

	it("has an outline that says how much it leaves out", async () => {
		const outline = await ask<DocumentSymbol[]>("textDocument/documentSymbol");
		const count = (list: readonly DocumentSymbol[]): number => list.reduce((sum, one) => sum + 1 + count(one.children ?? []), 0);
		const all = count(outline);
		assert.ok(all > 4000 && all <= 5001, String(all));
		assert.match(outline.at(-1)?.name ?? "", /^and \d+ more$/);
	});
});

/** Line, column, length and kind of each token. */
function tokens(data: readonly number[]): number[][] {
	const found: number[][] = [];
	let [line, column] = [0, 0];
	for (let i = 0; i < data.length; i += 5) {
		const [down = 0, right = 0, length = 0, type = 0] = data.slice(i, i + 4);
		column = down === 0 ? column + right : right;
		line += down;
		found.push([line, column, length, type]);
	}
	return found;
}
