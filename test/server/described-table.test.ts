import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { ClaimsResult, TableResult } from "../../server/protocol.ts";
import { folderWith, pulling, TestEditor } from "./editor.ts";

const TABLE = "Port,Year,Cargo (million tonnes),Opened,Harbour master\nVela,2024,3.1,1901,Ada Wren\nOrre,2024,1.4,1955,Tom de Vries\n";

describe("a table that is to be a pack", function () {
	this.timeout(20_000);
	let editor: TestEditor;
	let folder: Awaited<ReturnType<typeof folderWith>>;
	const described = (below: string): Promise<TableResult> =>
		editor.connection.sendRequest("plumbline/table", { uri: `${folder.uri}/${below}` });

	before(async () => {
		folder = await folderWith({
			"packs/ports/ports.csv": TABLE,
			"tables/export.csv": "Port,Year,Value\nVela,2024,12\nMar,2025,13\n",
			"packs/known/facts.csv": "subject,measure,value,unit,period\nVela,staff,12,person,2024\n",
			"packs/known/datapackage.json": "{}",
			"packs/empty/words.csv": "nothing\n",
		});
		editor = await TestEditor.start([folder.uri], pulling);
	});
	after(async () => {
		assert.equal(await editor.stop(), 0);
		await folder.clean();
	});

	it("is described for the folder that it lies in, and then checks articles", async () => {
		const article = `${folder.uri}/draft.md`;
		await editor.open(article, "Nothing yet.\n");
		await editor.pull(article);
		const { descriptor, text = "", doubts, isUsed, refusal } = await described("packs/ports/ports.csv");
		assert.deepEqual([descriptor, isUsed, refusal], [`${folder.uri}/packs/ports/datapackage.json`, true, undefined]);
		const [facts] = JSON.parse(text).resources;
		assert.deepEqual(facts.plumbline.values, {
			"Cargo (million tonnes)": { measure: "cargo", unit: "million tonnes" },
			Opened: { measure: "opened", unit: "date" },
		});
		assert.deepEqual(doubts, ["Name the licence, and where the table is from."]);
		await writeFile(path.join(folder.at, "packs/ports/datapackage.json"), text);
		await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: descriptor, type: 2 }] });
		await editor.refreshes(1);
		await editor.change(article, [{ text: "In 2024 Vela handled 3.1 million tonnes of cargo, and Orre 1.9 million tonnes of cargo.\n" }]);
		const { claims } = await editor.connection.sendRequest<ClaimsResult>("plumbline/claims", { uri: article });
		assert.deepEqual(
			claims.flatMap(({ text: words, verdict }) => (words.includes("tonnes") ? [`${words} ${verdict}`] : [])),
			["3.1 million tonnes supported", "1.9 million tonnes contradicted"],
		);
	});

	it("is told when packs are not looked for there", async () => {
		const { isUsed, doubts } = await described("tables/export.csv");
		assert.equal(isUsed, false);
		assert.match(doubts?.join(" ") ?? "", /which does not say what they measure/);
	});

	it("is left alone where a descriptor lies, where it is no table and where it is gone", async () => {
		assert.match((await described("packs/known/facts.csv")).refusal ?? "", /^lies beside a datapackage\.json already/);
		assert.match((await described("packs/empty/words.csv")).refusal ?? "", /^holds no table/);
		assert.equal((await described("packs/empty/gone.csv")).refusal, "is not there");
		assert.equal((await described("nowhere/gone.csv")).refusal, "is not there");
	});
});
