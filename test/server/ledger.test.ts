import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ClaimsResult, ReviewResult } from "../../server/protocol.ts";
import { folderWith, pulling, TestEditor } from "./editor.ts";

describe("a ledger that is there and can't be read", function () {
	this.timeout(20_000);
	let editor: TestEditor;
	let folder: Awaited<ReturnType<typeof folderWith>>;
	let ledger: string;

	before(async () => {
		folder = await folderWith({ ".plumbline/note.md": "", "packs/facts.csv": "subject,measure,value\nVela,sales,33\n" });
		ledger = path.join(folder.at, ".plumbline/reviews.jsonl");
		editor = await TestEditor.start([folder.uri], pulling);
		await editor.open(`${folder.uri}/draft.md`, "Vela sold 33 boats.\n");
	});
	after(async () => {
		assert.equal(await editor.stop(), 0);
		await folder.clean();
	});

	async function signOff(): Promise<ReviewResult> {
		const uri = `${folder.uri}/draft.md`;
		const { claims } = await editor.connection.sendRequest<ClaimsResult>("plumbline/claims", { uri });
		const signature = { by: "Ada Moss", reason: "counted them" };
		return editor.connection.sendRequest<ReviewResult>("plumbline/review", { uri, id: claims[0]?.id, signature });
	}

	it("is made when there is none yet", async () => {
		assert.match((await signOff()).ledger?.content ?? "", /^\{"article":"draft\.md".*\n$/);
	});

	it("is not written when reading fails", async () => {
		await mkdir(ledger);
		assert.deepEqual(await signOff(), { unreadable: { uri: `${folder.uri}/.plumbline/reviews.jsonl`, reason: "is a folder" } });
		await rm(ledger, { recursive: true });
	});

	it("is not written when its bytes would not come back", async () => {
		await writeFile(ledger, Buffer.from('{"by":"Ren\xe9"}\n', "latin1"));
		assert.equal((await signOff()).unreadable?.reason, "is not UTF-8");
	});

	it("keeps its byte order mark and the lines that say something else", async () => {
		await writeFile(ledger, '\uFEFF{"by":"René"}\n');
		assert.ok((await signOff()).ledger?.content.startsWith('\uFEFF{"by":"René"}\n{"article"'));
	});
});
