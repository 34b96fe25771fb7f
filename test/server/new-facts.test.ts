import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type {
	ClaimsResult,
	FactDraftResult,
	FactFaultParams,
	FactFaultResult,
	FactRow,
	FactRowParams,
	FactRowResult,
} from "../../server/protocol.ts";
import { folderWith, pulling, TestEditor } from "./editor.ts";

const TABLE = "subject,measure,value,unit,period,source,verified_by,verified_on\nVela,net sales,33.0,USD million,2025,Annual report,,\n";

describe("a figure that no reference speaks of", function () {
	this.timeout(20_000);
	let editor: TestEditor;
	let folder: Awaited<ReturnType<typeof folderWith>>;
	let article: string;

	before(async () => {
		folder = await folderWith({ "packs/facts.csv": TABLE });
		editor = await TestEditor.start([folder.uri], pulling);
		article = `${folder.uri}/draft.md`;
	});
	after(async () => {
		assert.equal(await editor.stop(), 0);
		await folder.clean();
	});

	/** What a new row could say of the claim with these words. */
	async function draft(text: string, words: string): Promise<FactRow | undefined> {
		const uri = `${folder.uri}/${encodeURIComponent(words)}.md`;
		await editor.open(uri, text);
		const { claims } = await editor.connection.sendRequest<ClaimsResult>("plumbline/claims", { uri });
		const id = claims.find((claim) => claim.text === words)?.id;
		return (await editor.connection.sendRequest<FactDraftResult>("plumbline/factDraft", { uri, id })).row;
	}
	const blank = { subject: "", measure: "", value: "", unit: "", period: "", source: "" };

	it("is drafted as a row from what the article says", async () => {
		assert.deepEqual(await draft("In 2021, Vela's net sales were over $12.50 million.\n", "$12.50 million"), {
			...blank,
			...{ subject: "Vela", measure: "net sales", value: "12.50", unit: "USD million", period: "2021" },
		});
		assert.deepEqual(await draft("Vela built 14 million boats.\n", "14 million boats"), {
			...blank,
			...{ subject: "Vela", value: "14", unit: "million boats" },
		});
		assert.deepEqual(await draft("The pier cost €3m to €5m.\n", "€3m to €5m"), { ...blank, value: "3..5", unit: "EUR million" });
		assert.deepEqual(await draft("Vela opened in May 2019.\n", "May 2019"), { ...blank, subject: "Vela", value: "2019-05", unit: "date" });
	});
	it("has each cell looked at before it is written", async () => {
		const fault = async (column: FactFaultParams["column"], row: Partial<FactRow>) =>
			(await editor.connection.sendRequest<FactFaultResult>("plumbline/factFault", { column, row })).fault;
		assert.match((await fault("subject", { subject: " " })) ?? "", /^Say whose figure/);
		assert.match((await fault("value", { value: "some" })) ?? "", /^Write digits/);
		assert.equal(await fault("value", { value: "10..12" }), undefined);
		assert.match((await fault("unit", { value: "12", unit: "USD bilion" })) ?? "", /“USD billion”/);
		assert.match((await fault("unit", { value: "12.5", unit: "date" })) ?? "", /is no date/);
		assert.equal(await fault("unit", { value: "2019-05", unit: "date" }), undefined);
		assert.match((await fault("period", { period: "last year" })) ?? "", /^Write 2025/);
		assert.equal(await fault("period", { period: "" }), undefined);
		assert.match((await fault("source", { source: "" })) ?? "", /^Say where/);
	});
	it("is judged by the row once that stands in the table", async () => {
		await editor.open(article, "In 2021, Vela's net sales were $12 million.\n");
		const verdict = async () => {
			const { claims } = await editor.connection.sendRequest<ClaimsResult>("plumbline/claims", { uri: article });
			return claims.find(({ text }) => text === "$12 million");
		};
		const claim = await verdict();
		assert.equal(claim?.verdict, "unreferenced");
		const { row, tables } = await editor.connection.sendRequest<FactDraftResult>("plumbline/factDraft", { uri: article, id: claim?.id });
		const [table] = tables;
		assert.ok(row && table);
		assert.deepEqual([table.path, table.locked, table.refusal], ["facts.csv", false, undefined]);
		assert.ok(table.columns.includes("verified_by"));
		const text = await readFile(path.join(folder.at, "packs/facts.csv"), "utf8");
		const params: FactRowParams = {
			uri: article,
			table: table.uri,
			text,
			row: { ...row, source: 'Annual report, "2021"', verified_by: "Ada Moss" },
		};
		const { newText = "" } = await editor.connection.sendRequest<FactRowResult>("plumbline/factRow", params);
		assert.match(newText, /^Vela,net sales,12,USD million,2021,"Annual report, ""2021""",Ada Moss,\d{4}-\d\d-\d\d\n$/);
		await writeFile(path.join(folder.at, "packs/facts.csv"), text + newText);
		const refreshed = editor.refreshes(1);
		await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: table.uri, type: 2 }] });
		await refreshed;
		assert.equal((await verdict())?.verdict, "supported");
		// What is saved in the editor is read again, watched or not.
		await editor.open(table.uri, text + newText, "csv");
		await writeFile(path.join(folder.at, "packs/facts.csv"), text);
		const again = editor.refreshes(2);
		await editor.connection.sendNotification("textDocument/didSave", { textDocument: { uri: table.uri } });
		await again;
		assert.equal((await verdict())?.verdict, "unreferenced");
	});
	it("is written into no file but a table of the folder's packs", async () => {
		const params: FactRowParams = { uri: article, table: `${folder.uri}/draft.md`, text: "", row: blank };
		assert.deepEqual(await editor.connection.sendRequest<FactRowResult>("plumbline/factRow", params), {
			refusal: "is no table of a pack of this article",
		});
	});
});
