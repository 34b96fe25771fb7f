import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plumbline, root } from "./run.ts";

interface ClaimJson {
	readonly id: string;
	readonly kind: string;
	readonly start: number;
	readonly end: number;
	readonly text: string;
	readonly quantity?: { readonly value: number; readonly unit: string };
	readonly time?: { readonly type: string; readonly value: string };
	readonly verdict: string;
	readonly reason: string;
	readonly references?: readonly { readonly pack: string; readonly row: number }[];
}
interface Answer {
	readonly id?: unknown;
	readonly error?: string;
	readonly dateline: string;
	readonly claims: readonly ClaimJson[];
}

const draft = "examples/newsroom/draft.md";
const lines = (out: string): Answer[] =>
	out
		.split("\n")
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Answer);

describe("plumbline check", function () {
	this.timeout(30_000);
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "plumbline-cli-"));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const put = (name: string, content: string | Uint8Array): string => {
		const file = path.join(folder, name);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, content);
		return file;
	};
	const pack = (): void => {
		put("packs/fleet/facts.csv", "subject,measure,value,unit,source\nAda Lines,fleet,42,ship,Harbour office\n");
	};

	it("prints every claim of the example with its verdict, and exits 1 since some are wrong", async () => {
		const { code, out } = await plumbline(["check", draft]);
		assert.equal(code, 1);
		assert.match(out, /✗ contradicted +10:\d+ +\$27\.30\n.*\$27\.03/);
		assert.match(out, /✓ supported +\d+:\d+ +\$42\.5 billion/);
		assert.match(out, /! outdated +\d+:\d+ +.*14 million/);
		assert.match(out, /! imprecise +\d+:\d+ +.*\$25 billion/);
		assert.match(out, /\d+ of \d+ checked: /);
	});

	it("packs default to the workspace's, and --packs takes their place", async () => {
		pack();
		const article = put("news/a.md", "Ada Lines has a fleet of 42 ships.\n");
		assert.match((await plumbline(["check", article], "", folder)).out, /✓ supported/);
		const other = put("other/facts.csv", "subject,measure,value,unit\nAda Lines,fleet,43,ship\n");
		const wrong = await plumbline(["check", "--packs", path.dirname(other), article], "", folder);
		assert.match(wrong.out, /✗ contradicted/);
		assert.equal(wrong.code, 1);
	});

	it("what the desk has signed off is reviewed, until the fact changes", async () => {
		pack();
		const article = put("news/a.md", "Ada Lines has a fleet of 43 ships.\n");
		const open = await plumbline(["check", "--format", "jsonl", article], "", folder);
		assert.equal(open.code, 1);
		const claim = lines(open.out)[0]?.claims.find(({ text }) => text.startsWith("43"));
		const facts = "fleet/Ada Lines fleet = 42 ship";
		const review = { article: "news/a.md", claim: claim?.id, words: "43 ships", by: "Ola", on: "2026-02-04", reason: "counted", facts };
		put(".plumbline/reviews.jsonl", `${JSON.stringify(review)}\n`);
		const signed = await plumbline(["check", article], "", folder);
		assert.match(signed.out, /reviewed +1:\d+ +43 ships/);
		assert.equal(signed.code, 0);
		put("packs/fleet/facts.csv", "subject,measure,value,unit,source\nAda Lines,fleet,41,ship,Harbour office\n");
		assert.match((await plumbline(["check", article], "", folder)).out, /contradicted/);
	});

	it("--fail-on decides the exit code", async () => {
		const article = put("a.md", "The harbour has 42 ships.\n");
		assert.equal((await plumbline(["check", article])).code, 0);
		assert.equal((await plumbline(["check", "--fail-on", "unreferenced", article])).code, 1);
		assert.equal((await plumbline(["check", "--fail-on", "never", draft])).code, 0);
	});

	it("of a folder leaves out what lies in packs, which articles are held against, unless it is named", async () => {
		pack();
		put("packs/fleet/datapackage.json", '{ "resources": [] }');
		put("packs/fleet/documents/speech.md", "Ada Lines has a fleet of 43 ships.\n");
		put("news/a.md", "Ada Lines has a fleet of 42 ships.\n");
		const paths = async (...named: string[]) =>
			JSON.parse((await plumbline(["check", "--format", "json", ...named], "", folder)).out).articles.map(
				(one: { path: string }) => one.path,
			);
		assert.deepEqual(await paths("."), ["news/a.md"]);
		assert.deepEqual(await paths("packs/fleet"), ["packs/fleet/documents/speech.md"]);
	});

	it("tells its version", async () => {
		const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
		for (const word of ["--version", "-v"]) assert.deepEqual(await plumbline([word]), { code: 0, out: `${version}\n`, err: "" });
	});

	it("reads folders and standard input, and one article's dateline from its front matter", async () => {
		put("in/b.md", "---\ndate: 2024-05-01\n---\nThe harbour has 42 ships.\n");
		put("in/sub/c.markdown", "It has 43 boats.\n");
		put("in/node_modules/d.md", "It has 44 boats.\n");
		put("in/e.txt", "It has 45 boats.\n");
		const { out } = await plumbline(["check", "--format", "json", path.join(folder, "in"), "-"], "It has 46 boats.");
		const answer = JSON.parse(out) as { version: number; articles: (Answer & { path: string })[]; summary: Record<string, number> };
		assert.equal(answer.version, 1);
		assert.deepEqual(
			answer.articles.map((article) => path.basename(article.path)),
			["b.md", "c.markdown", "-"],
		);
		assert.equal(answer.articles[0]?.dateline, "2024-05-01");
		assert.deepEqual(
			answer.articles.map(({ claims }) => claims[0]?.quantity?.value),
			[42, 43, 46],
		);
		assert.equal(answer.summary.unreferenced, 3);
	});

	it("--date wins over front matter", async () => {
		const article = put("b.md", "---\ndate: 2024-05-01\n---\nIt has 42 ships.\n");
		const { out } = await plumbline(["check", "--date", "2023-01-31", "--format", "jsonl", article]);
		assert.equal(lines(out)[0]?.dateline, "2023-01-31");
	});

	it("--jsonl answers every line in order, a broken one with its error", async () => {
		const input = [
			JSON.stringify({ id: "a", text: "It has 42 ships.", date: "2026-02-04" }),
			"{broken",
			JSON.stringify({ id: 7, text: 5 }),
			JSON.stringify({ id: "day", text: "x", date: "2026-02-31" }),
			"",
			JSON.stringify({ id: "plain", text: "42 ships `43 boats`", plain: true }),
		].join("\n");
		const { out, code } = await plumbline(["check", "--jsonl"], input);
		const answers = lines(out);
		assert.equal(code, 0);
		assert.deepEqual(
			answers.map(({ id }) => id),
			["a", undefined, 7, "day", "plain"],
		);
		assert.equal(answers[0]?.dateline, "2026-02-04");
		assert.match(answers[1]?.error ?? "", /not JSON/);
		assert.match(answers[2]?.error ?? "", /"text"/);
		assert.match(answers[3]?.error ?? "", /"date" is not a date/);
		assert.deepEqual(
			answers[4]?.claims.map(({ quantity }) => quantity?.value),
			[42, 43],
		);
	});

	it("a claim has the contract's form: offsets are the article's, absent means unknown, null is not used", async () => {
		const text = "Ada Lines runs a fleet of **42** ships &mdash; and it opened in 2006.";
		pack();
		const { out } = await plumbline(["check", "--jsonl"], JSON.stringify({ id: "x", text }), folder);
		assert.ok(!out.includes("null"), out);
		const claims = lines(out)[0]?.claims ?? [];
		const ships = claims.find(({ quantity }) => quantity?.value === 42);
		assert.ok(ships);
		assert.equal(text.slice(ships.start, ships.end), ships.text);
		assert.equal(ships.kind, "count");
		assert.deepEqual(ships.quantity, { value: 42, decimals: 0, unit: "ship", unitKind: "noun", hedge: "exactly" });
		assert.equal(ships.verdict, "supported");
		assert.deepEqual(
			ships.references?.map(({ pack: name, row }) => [name, row]),
			[["fleet", 2]],
		);
		const year = claims.find(({ time }) => time);
		assert.deepEqual(year?.time, { type: "date", value: "2006" });
	});

	it("a claim's id survives edits elsewhere", async () => {
		const ask = async (text: string) => lines((await plumbline(["check", "--jsonl"], JSON.stringify({ text }))).out)[0]?.claims ?? [];
		const [before] = await ask("It has 42 ships.");
		const after = await ask("A new start with 5 men.\n\nIt has 42 ships.");
		assert.ok(after.some(({ id }) => id === before?.id));
	});

	it("SARIF, GitHub and HTML name the wrong claim and its place", async () => {
		const sarif = JSON.parse((await plumbline(["check", "--format", "sarif", draft])).out) as {
			version: string;
			runs: {
				results: {
					ruleId: string;
					locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
				}[];
			}[];
		};
		assert.equal(sarif.version, "2.1.0");
		const wrong = sarif.runs[0]?.results.find(
			({ ruleId, locations }) => ruleId === "contradicted" && locations[0]?.physicalLocation.region.startLine === 10,
		);
		assert.equal(wrong?.locations[0]?.physicalLocation.artifactLocation.uri, draft);
		assert.match((await plumbline(["check", "--format", "github", draft])).out, /^::error file=examples\/newsroom\/draft\.md,line=10,/m);
		const html = (await plumbline(["check", "--format", "html", draft])).out;
		assert.match(html, /<mark class="contradicted"[^>]*><sup>.{1,80}<\/sup>\$27\.30<\/mark>/);
	});

	describe("says in one line what is wrong with a call, and exits 2", () => {
		const cases: [name: string, args: string[], message: RegExp][] = [
			["no article", ["check"], /name at least one article/],
			["a file that is not there", ["check", "nowhere.md"], /nowhere\.md can't be read: there is no such file/],
			["a pack that is not there", ["check", "--packs", "nowhere", draft], /--packs nowhere: there is no such folder/],
			["a folder without packs", ["check", "--packs", "scripts", draft], /--packs scripts holds no pack/],
			["an unknown format", ["check", "--format", "pdf", draft], /pdf/],
			["a date that is none", ["check", "--date", "2026-02-31", draft], /--date is not a date/],
			["paths beside --jsonl", ["check", "--jsonl", draft], /leave the paths out/],
			["an unknown option", ["check", "--colour", draft], /--colour/],
			["a folder without articles", ["check", "scripts"], /no Markdown files/],
			["nothing to do", [], /^plumbline: say what to do: check, pack, .* or mcp; “plumbline --help” tells more$/m],
			["nothing to do with reports", ["report"], /^plumbline: report: say what to do: .*diff.*; “plumbline report --help” tells more$/m],
			[
				"nothing to do with hooks",
				["hook"],
				/^plumbline: hook: say what to do: install or uninstall; “plumbline hook --help” tells more$/m,
			],
			["a command that there is none of", ["nonsense"], /unknown command 'nonsense'; there are check, pack, .* or mcp$/m],
			["a tolerance that is no number", ["check", "--tolerance", "about=x", draft], /about=x: “x” is no number; write about=0\.1$/m],
			["threads that are no number", ["check", "--jobs", "x", draft], /--jobs is not a number of threads$/m],
			["a report that is not there", ["report", "diff", "a.json", "b.json"], /a\.json can't be read: there is no such file$/m],
		];
		for (const [name, args, message] of cases) {
			it(name, async () => {
				const { code, out, err } = await plumbline(args);
				assert.equal(code, 2);
				assert.equal(out, "");
				assert.match(err, /^plumbline: .*\n$/);
				assert.match(err, message);
			});
		}
		it("a file that is not UTF-8: the place is named, and the other articles are checked", async () => {
			const bad = put("bad.md", new Uint8Array([0x41, 0x20, 0xe9, 0x20]));
			const good = put("good.md", "It has 42 ships.\n");
			const { code, out, err } = await plumbline(["check", bad, good]);
			assert.equal(code, 2);
			assert.match(err, /bad\.md is not UTF-8 \(byte 3\)/);
			assert.match(out, /good\.md/);
		});
	});

	describe("bears any article", () => {
		it("an empty one", async () => {
			const { code, out } = await plumbline(["check", put("a.md", "")]);
			assert.equal(code, 0);
			assert.match(out, /No claims found/);
		});
		it("one of 5 MB", async function () {
			this.timeout(180_000); // How fast it is, test/bench measures; here it is enough that it ends.
			const text = "The harbour has 42 ships, and Ada said that 5% of them sail on Monday.\n\n".repeat(72_000);
			const { code, out } = await plumbline(["check", "--format", "jsonl", "-"], text);
			assert.equal(code, 0);
			assert.ok((lines(out)[0]?.claims.length ?? 0) >= 144_000);
		});
	});
});
