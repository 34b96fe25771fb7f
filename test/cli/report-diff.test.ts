import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ReportDiff } from "../../server/review/report-diff.ts";
import { plumbline } from "./run.ts";

const header = "subject,measure,value,unit,source\n";

describe("plumbline report diff", function () {
	this.timeout(30_000);
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "report-diff-"));
		put("packs/fleet/facts.csv", `${header}Ada Lines,fleet,42,ship,Harbour office\n`);
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const put = (name: string, content: string): void => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	};
	const report = async (name: string, ...paths: string[]): Promise<string> => {
		const { out } = await plumbline(["check", "--format", "json", ...paths], "", folder);
		put(name, out);
		return out;
	};
	const diff = (...args: string[]) => plumbline(["report", "diff", ...args], "", folder);

	it("tells what has appeared, vanished, changed and been signed off, and exits 1", async () => {
		const first = "Ada Lines has a fleet of 43 ships.\n\nThe harbour has 7 cranes.\n\nA ferry carries 300 cars.\n";
		put("a.md", first);
		put("gone.md", "It has 9 berths.\n");
		const claims = JSON.parse(await report("old.json", "a.md", "gone.md")).articles[0].claims as { id: string; text: string }[];
		put("packs/fleet/facts.csv", `${header}Ada Lines,fleet,43,ship,Harbour office\n`);
		const ferry = claims.find(({ text }) => text === "300 cars");
		const review = { article: "a.md", claim: ferry?.id, words: "300 cars", by: "Ola", on: "2026-02-04", reason: "Counted.", facts: "" };
		put(".plumbline/reviews.jsonl", `${JSON.stringify(review)}\n`);
		put("a.md", `A new start with 5 men.\n\n${first.replace("7 cranes", "8 cranes")}`);
		put("new.md", "It has 12 berths.\n");
		await report("new.json", "./a.md", "new.md");
		const { code, out } = await diff("old.json", "new.json");
		assert.equal(code, 1);
		assert.match(
			out,
			/^a\.md\n {2}\+ “5 men” has appeared: unreferenced\n {6}.*\n {2}~ “43 ships” was contradicted, is supported\n {6}.*43 ships.*\n/,
		);
		assert.match(out, /\n {2}\+ “8 cranes” has appeared: unreferenced\n/);
		assert.match(out, /\n {2}✓ “300 cars” signed off: was unreferenced, is reviewed\n {6}.*Ola/);
		assert.match(out, /\n {2}- “7 cranes”, unreferenced, has vanished\n/);
		assert.match(out, /\nnew\.md \(in the newer report alone\)\n {2}\+ “12 berths”/);
		assert.match(out, /\ngone\.md \(in the older report alone\)\n {2}- “9 berths”/);
		assert.match(out, /\n3 appeared, 2 vanished, 1 changed, 1 signed off\.\n$/);

		const back = await diff("new.json", "old.json", "--json", "--output", "diff.json");
		assert.equal(back.code, 1);
		assert.equal(back.out, "");
		const found = JSON.parse(readFileSync(path.join(folder, "diff.json"), "utf8")) as ReportDiff;
		assert.deepEqual(found.summary, { appeared: 2, vanished: 3, changed: 1, "signed off": 0, "signed anew": 0, "open again": 1 });
		const change = found.articles[0]?.changes.find(({ became }) => became === "changed");
		assert.deepEqual([change?.old?.verdict, change?.new?.verdict], ["supported", "contradicted"]);
	});

	it("tells that somebody else has signed a claim off", async () => {
		put("a.md", "A ferry carries 300 cars.\n");
		const [claim] = JSON.parse(await report("open.json", "a.md")).articles[0].claims as { id: string }[];
		for (const by of ["Ola", "Mia"]) {
			const review = { article: "a.md", claim: claim?.id, words: "300 cars", by, on: "2026-02-04", reason: "Counted.", facts: "" };
			put(".plumbline/reviews.jsonl", `${JSON.stringify(review)}\n`);
			await report(`${by}.json`, "a.md");
		}
		assert.match((await diff("Ola.json", "Mia.json")).out, /✓ “300 cars” signed anew: was reviewed, is reviewed\n {6}.*Mia/);
	});

	it("is silent about what is alike, and exits 0", async () => {
		put("a.md", "Ada Lines has a fleet of 43 ships.\n");
		await report("old.json", "a.md");
		const { code, out } = await diff("old.json", "old.json");
		assert.deepEqual([code, out], [0, "No claim differs.\n"]);
	});

	it("compares two reports of one article each, whatever they call it", async () => {
		put("old/a.md", "Ada Lines has a fleet of 43 ships.\n");
		put("new/b.md", "Ada Lines has a fleet of 43 ships.\n");
		await report("old.json", "old/a.md");
		await report("new.json", "new/b.md");
		assert.equal((await diff("old.json", "new.json")).code, 0);
	});

	const bad: [what: string, content: string | undefined, why: RegExp][] = [
		["a file that is not there", undefined, /^plumbline: bad\.json can't be read: .*no such file/],
		["an empty one", "", /bad\.json is no report of “plumbline check --format json”: it is empty\n$/],
		["one that is not JSON", "a.md (speaks from today)", /it is not JSON\n$/],
		["another document", '{ "runs": [] }', /: version: is undefined; this Plumbline reads reports of version 1\n$/],
		["a later version", '{ "version": 2, "articles": [] }', /: version: is 2; this Plumbline reads reports of version 1\n$/],
		[
			"a claim without a verdict",
			'{ "version": 1, "articles": [{ "path": "a", "claims": [{ "id": "1" }] }] }',
			/: articles\.0\.claims\.0\./,
		],
	];
	for (const [what, content, why] of bad)
		it(`says in one line what is wrong with ${what}, and exits 2`, async () => {
			put("old.json", '{ "version": 1, "articles": [], "summary": {} }');
			if (content !== undefined) put("bad.json", content);
			const { code, out, err } = await diff("old.json", "bad.json");
			assert.deepEqual([code, out], [2, ""]);
			assert.match(err, why);
			assert.equal(err.trim().split("\n").length, 1);
		});
});
