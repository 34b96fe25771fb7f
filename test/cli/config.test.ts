import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plumbline } from "./run.ts";

const header = "subject,measure,value,unit,source\n";
const article = "Ada Lines has a fleet of 40 ships.\n";

describe("plumbline check, with a configuration file", function () {
	this.timeout(30_000);
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "plumbline-config-"));
		put("refs/facts.csv", `${header}Ada Lines,fleet,42,ship,Harbour office\n`);
		put("desk/drafts/a.md", article);
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const put = (name: string, content: string): void => {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, content);
	};
	const verdict = async (...more: string[]): Promise<string> => {
		const { out, err } = await plumbline(["check", "--format", "json", ...more, "desk/drafts/a.md"], "", folder);
		return out === "" ? err : (JSON.parse(out).articles[0].claims[0]?.verdict ?? "no claim");
	};

	it("its packs are told from the file, however far up it lies, and --packs goes before it", async () => {
		assert.equal(await verdict(), "unreferenced");
		put("plumbline.config.json", '{ "packs": ["refs"] }');
		assert.equal(await verdict(), "contradicted");
		put("other/facts.csv", `${header}Ada Lines,fleet,40,ship,Harbour office\n`);
		assert.equal(await verdict("--packs", "other"), "supported");
	});

	it("the nearest one counts, and none is added to another", async () => {
		put("plumbline.config.json", '{ "packs": ["refs"] }');
		put("desk/package.json", '{ "name": "desk", "plumbline": { "tolerances": { "about": 0.2 } } }');
		assert.equal(await verdict(), "unreferenced");
		put("desk/package.json", '{ "name": "desk", "plumbline": { "packs": ["../refs"] } }');
		assert.equal(await verdict(), "contradicted");
	});

	it("goes before the editor's settings, which still say what it does not", async () => {
		put("desk/drafts/a.md", "Ada Lines has a fleet of about 50 ships.\n");
		put(".vscode/settings.json", '{ "plumbline.packs": ["nowhere"], "plumbline.tolerances.about": 0.3 }');
		put("plumbline.config.json", '{ "packs": ["refs"] }');
		assert.equal(await verdict(), "supported");
		put("plumbline.config.json", '{ "packs": ["refs"], "tolerances": { "about": 0.01 } }');
		assert.notEqual(await verdict(), "supported");
	});

	it("a package.json that does not speak of Plumbline is none", async () => {
		put("plumbline.config.json", '{ "packs": ["refs"] }');
		put("desk/package.json", '{ "name": "desk" }');
		assert.equal(await verdict(), "contradicted");
	});

	it("finds the ledger above the folder that has a configuration of its own", async () => {
		put("desk/plumbline.config.json", '{ "packs": ["../refs"] }');
		const { out } = await plumbline(["check", "--format", "json", "desk/drafts/a.md"], "", folder);
		const [claim] = JSON.parse(out).articles[0].claims as { id: string; text: string }[];
		const facts = "refs/Ada Lines fleet = 42 ship";
		const line = {
			article: "desk/drafts/a.md",
			claim: claim?.id,
			words: claim?.text,
			by: "Ola",
			on: "2026-02-04",
			reason: "Counted.",
			facts,
		};
		put(".plumbline/reviews.jsonl", `${JSON.stringify(line)}\n`);
		assert.equal(await verdict(), "reviewed");
	});

	it("a fault in it ends with 2, and one line says where and what", async () => {
		put("plumbline.config.json", '{\n  "packs": ["refs"],\n  "severitty": {},\n  "ticks": 1\n}\n');
		const { code, out, err } = await plumbline(["check", "desk/drafts/a.md"], "", folder);
		assert.equal(code, 2);
		assert.equal(out, "");
		assert.match(err, /^plumbline: .*plumbline\.config\.json:3:3: “severitty” is no setting; did you mean “severity”\? \(and 1 more\)\n$/);
	});

	it("a password in it is not used and not printed", async () => {
		put("plumbline.config.json", '{ "packs": ["postgres://ed:tide@localhost/news"] }');
		const { code, err } = await plumbline(["check", "desk/drafts/a.md"], "", folder);
		assert.equal(code, 2);
		assert.match(err, /plumbline\.config\.json:1:13: There is a password in this address/);
		assert.doesNotMatch(err, /tide/);
	});

	it("--tolerance goes before it", async () => {
		put("desk/drafts/a.md", "Ada Lines has a fleet of about 43 ships.\n");
		put("plumbline.config.json", '{ "packs": ["refs"], "tolerances": { "about": 0.001 } }');
		assert.notEqual(await verdict(), "supported");
		assert.equal(await verdict("--tolerance", "about=0.1"), "supported");
	});

	it("counts for what lies below it in a check of all folders, whatever the format and however many threads", async () => {
		put("plumbline.config.json", '{ "packs": ["refs"] }');
		put("sport/plumbline.config.json", '{ "packs": ["facts"] }');
		put("sport/facts/facts.csv", `${header}Ada Lines,fleet,40,ship,Harbour office\n`);
		put("sport/b.md", article);
		for (let i = 0; i < 120; i++) put(`many/${i}.md`, article);
		const expected = (names: string[]) => names.map((name) => [name, name.startsWith("sport") ? "supported" : "contradicted"]);
		for (const more of [["desk", "sport"], ["."], [".", "--jobs", "2"]]) {
			const { out } = await plumbline(["check", "--format", "json", ...more], "", folder);
			const articles = JSON.parse(out).articles as { path: string; claims: { verdict: string }[] }[];
			const found = articles.map((one) => [one.path, one.claims[0]?.verdict]);
			assert.deepEqual(found, expected(articles.map((one) => one.path)));
			assert.ok(found.some(([name]) => name === "sport/b.md"));
		}
		const page = await plumbline(["check", "--format", "html", "desk", "sport"], "", folder);
		assert.match(page.out, /against refs \(1 fact\), facts \(1 fact\)/);
		put("sport/plumbline.config.json", '{ "pcks": [] }');
		const { code, err } = await plumbline(["check", "."], "", folder);
		assert.equal(code, 2);
		assert.match(err, /sport\/plumbline\.config\.json:1:3: /);
	});
});
