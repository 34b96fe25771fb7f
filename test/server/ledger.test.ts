import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, watch, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
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

describe("a ledger that the server writes", function () {
	this.timeout(60_000);
	let folder: Awaited<ReturnType<typeof folderWith>>;
	let ledger: string;
	let uri: string;

	beforeEach(async () => {
		folder = await folderWith({ "packs/facts.csv": "subject,measure,value\nVela,sales,33\n" });
		ledger = path.join(folder.at, ".plumbline/reviews.jsonl");
		uri = `${folder.uri}/draft.md`;
	});
	afterEach(() => folder.clean());

	async function openDraft(): Promise<{ editor: TestEditor; signOff: (nth: number) => Promise<ReviewResult> }> {
		const editor = await TestEditor.start([folder.uri], pulling);
		await editor.open(uri, "Vela sold 33 boats.\n\nIt hired 12 sailors.\n\nIt moved 5 piers.\n");
		const { claims } = await editor.connection.sendRequest<ClaimsResult>("plumbline/claims", { uri });
		const signature = { by: "Ada Moss", reason: "counted them" };
		return {
			editor,
			signOff: (nth) =>
				editor.connection.sendRequest<ReviewResult>("plumbline/review", { uri, id: claims[nth]?.id, signature, write: true }),
		};
	}
	const lines = async () => (await readFile(ledger, "utf8")).split("\n").filter(Boolean);

	it("holds every sign-off of several at once", async () => {
		const { editor, signOff } = await openDraft();
		const results = await Promise.all([signOff(0), signOff(1), signOff(2)]);
		assert.deepEqual(
			results.map((result) => result.ledger?.written),
			[true, true, true],
		);
		assert.equal(await readFile(ledger, "utf8"), results[2]?.ledger?.content);
		assert.equal((await lines()).length, 3);
		assert.deepEqual(await readdir(path.dirname(ledger)), ["reviews.jsonl"]);
		assert.equal(await editor.stop(), 0);
	});

	it("is left to the editor where the disk does not let it be written", async () => {
		await writeFile(path.join(folder.at, ".plumbline"), "a file in the place of the folder");
		const { editor, signOff } = await openDraft();
		assert.deepEqual(Object.keys((await signOff(0)).ledger ?? {}), ["uri", "content"]);
		assert.equal(await editor.stop(), 0);
	});

	it("is the old or the new one, whenever the server is killed", async () => {
		// So long that to write it takes a while.
		const other = JSON.stringify({
			article: "other.md",
			claim: "x",
			words: "x",
			by: "Ada Moss",
			on: "2026-02-04",
			reason: "long ".repeat(200),
		});
		const before = `${other}\n`.repeat(4000);
		let old = 0;
		for (let round = 0; round < 8; round++) {
			await rm(path.dirname(ledger), { recursive: true, force: true });
			await mkdir(path.dirname(ledger));
			await writeFile(ledger, before);
			const { editor, signOff } = await openDraft();
			const gone = once(editor.process, "exit");
			const begun = (async () => {
				for await (const { filename } of watch(path.dirname(ledger))) if (filename?.endsWith(".new")) return;
			})();
			signOff(0).catch(() => {});
			await begun;
			await setTimeout(round);
			editor.process.kill("SIGKILL");
			await gone;
			editor.connection.dispose();
			const found = await lines();
			for (const line of found.slice(-2)) JSON.parse(line);
			assert.ok(found.length === 4000 || found.length === 4001, `round ${round}: ${found.length} lines`);
			if (found.length === 4000) old++;
		}
		assert.ok(old > 0, "no kill came before the ledger was whole");
	});
});
