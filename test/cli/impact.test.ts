import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plumbline } from "./run.ts";

const HEAD = "subject,measure,value,unit,period,known_at,source\n";

describe("plumbline impact", function () {
	this.timeout(60_000);
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "impact-"));
		facts("old", "Ada Lines,fleet,42,ship,2025,2026-01-10,Register", "Bruno Lines,fleet,7,ship,2025,2026-01-10,Register");
		put(
			"news/a.md",
			"---\ndate: 2026-02-04\n---\n\nAda Lines had a fleet of 42 ships in 2025. Bruno Lines had a fleet of 7 ships in 2025.\n",
		);
		put("news/b.md", "---\ndate: 2026-02-04\n---\n\nBruno Lines had a fleet of 7 ships in 2025.\n");
		put("news/c.md", "---\ndate: 2026-02-04\n---\n\nAda Lines had a fleet of 44 ships in 2025.\n");
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const put = (name: string, content: string): void => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	};
	const facts = (name: string, ...rows: string[]): void => put(`${name}/facts.csv`, `${HEAD}${rows.join("\n")}\n`);
	const run = (...args: string[]) => plumbline(["impact", ...args], "", folder);
	const json = async (...args: string[]) => JSON.parse((await run("--format", "json", ...args)).out);

	it("lists what a corrected row contradicts, and neither what was wrong before nor what is still right", async () => {
		facts("new", "Ada Lines,fleet,43,ship,2025,2026-01-10,Register", "Bruno Lines,fleet,7,ship,2025,2026-01-10,Register");
		const { code, out } = await run("old", "new", "news");
		assert.equal(code, 1);
		assert.match(
			out,
			/^news\/a\.md \(2026-02-04\)\n {2}5:26 42 ships, was supported\n {6}.*43.*\n\n1 claim in 1 of 3 articles; 2 speak of what differs\.\n$/,
		);
		assert.equal((await run("old", "old", "news")).code, 0);
	});

	it("says where a figure was right by what was known when the article appeared", async () => {
		facts(
			"new",
			"Ada Lines,fleet,42,ship,2025,2026-01-10,Register",
			"Ada Lines,fleet,43,ship,2025,2026-06-01,Register",
			"Bruno Lines,fleet,7,ship,2025,2026-01-10,Register",
		);
		const { hits } = await json("old", "new", "news");
		assert.deepEqual(
			hits.map(({ path: file, claim, was, rightThen }: Record<string, unknown>) => [file, claim, was, rightThen]),
			[["news/a.md", "42 ships", "supported", true]],
		);
	});

	it("does not take a figure of a newer period for a correction", async () => {
		facts(
			"new",
			"Ada Lines,fleet,42,ship,2025,2026-01-10,Register",
			"Ada Lines,fleet,50,ship,2026,2027-01-10,Register",
			"Bruno Lines,fleet,7,ship,2025,2026-01-10,Register",
		);
		assert.deepEqual((await json("old", "new", "news")).hits, []);
	});

	it("reads states from git, from folders of versions and from a lock, and leaves nothing behind", async () => {
		const git = (...args: string[]) =>
			execFileSync("git", ["-c", "user.name=O", "-c", "user.email=o@example.org", ...args], { cwd: folder, stdio: "ignore" });
		facts("packs/fleet", "Ada Lines,fleet,42,ship,2025,2026-01-10,Register");
		git("init", "-q", "-b", "main");
		git("add", "packs");
		git("commit", "-q", "-m", "x");
		facts("packs/fleet", "Ada Lines,fleet,43,ship,2025,2026-01-10,Register");
		facts("packs/fleet-v2", "Ada Lines,fleet,43,ship,2025,2026-01-10,Register");
		const before = readdirSync(tmpdir()).filter((name) => name.startsWith("plumbline-impact-"));
		for (const now of ["packs/fleet", "packs/fleet@v2"]) assert.equal((await json("packs/fleet@main", now, "news")).hits.length, 1, now);
		assert.deepEqual(
			readdirSync(tmpdir()).filter((name) => name.startsWith("plumbline-impact-")),
			before,
		);
		const lock = { version: 1, packs: [{ name: "fleet", version: "7", path: "fleet-v2", sha256: "0" }] };
		put("packs/plumbline.lock.json", JSON.stringify(lock));
		assert.equal((await json("old", "packs@7", "news")).hits.length, 1);
		const { code, err } = await run("packs/fleet@nowhere", "packs/fleet", "news");
		assert.equal(code, 2);
		assert.match(err, /nowhere is no folder of packs\/fleet, no version in its lock and no git revision/);
		assert.match((await run("gone@v1", "old", "news")).err, /gone is not there/);
	});

	it("prints tables that run nothing, and pages that hold nothing but text", async () => {
		facts("new", "Ada Lines,fleet,43,ship,2025,2026-01-10,<b>=1+1", "Bruno Lines,fleet,7,ship,2025,2026-01-10,Register");
		put("news/=a<i>.md", "---\ndate: 2026-02-04\n---\n\nAda Lines had a fleet of 42 ships, “so many”, in 2025.\n");
		const csv = (await run("--format", "csv", "old", "new", "news/=a<i>.md")).out;
		assert.match(csv, /^article,date,line,column,claim,sentence,was,reason,right_then,source\n/);
		assert.match(csv, /"Ada Lines had a fleet of 42 ships, “so many”, in 2025\."/);
		const html = (await run("--format", "html", "old", "new", "news")).out;
		assert.match(html, /=a&lt;i&gt;\.md/);
		assert.ok(!/<script|<i>|<b>=/.test(html));
	});

	it("judges many articles on all cores as it judges few", async () => {
		facts("new", "Ada Lines,fleet,43,ship,2025,2026-01-10,Register", "Bruno Lines,fleet,7,ship,2025,2026-01-10,Register");
		for (let i = 0; i < 60; i++)
			put(
				`many/${String(i).padStart(2, "0")}.md`,
				`---\ndate: 2026-02-04\n---\n\n${i % 3 === 0 ? "Ada" : "Bruno"} Lines had a fleet of ${i % 3 === 0 ? 42 : 7} ships in 2025.\n`,
			);
		const found = await json("old", "new", "many");
		assert.deepEqual([found.articles, found.judged, found.hits.length], [60, 20, 20]);
		assert.deepEqual(
			found.hits.map(({ path: file }: { path: string }) => file),
			[...found.hits.map(({ path: file }: { path: string }) => file)].sort(),
		);
	});

	it("asks other packs beside both states", async () => {
		facts("new", "Ada Lines,fleet,43,ship,2025,2026-01-10,Register", "Bruno Lines,fleet,7,ship,2025,2026-01-10,Register");
		// Another desk's pack says what the old state said: with it, packs disagree, and nothing is contradicted.
		facts("other", "Ada Lines,fleet,42,ship,2025,2026-01-10,Harbour office");
		assert.equal((await json("old", "new", "news")).hits.length, 1);
		assert.deepEqual((await json("--packs", "other", "old", "new", "news")).hits, []);
		const { code, err } = await run("--packs", "nowhere", "old", "new", "news");
		assert.deepEqual([code, err], [2, "plumbline: --packs nowhere: there is no such folder\n"]);
	});

	it("takes tolerances from the configuration and from the call", async () => {
		put("news/about.md", "---\ndate: 2026-02-04\n---\n\nAda Lines had a fleet of about 42 ships in 2025.\n");
		facts("new", "Ada Lines,fleet,44,ship,2025,2026-01-10,Register", "Bruno Lines,fleet,7,ship,2025,2026-01-10,Register");
		const hits = async (...more: string[]) => (await json(...more, "old", "new", "news/about.md")).hits.length;
		assert.equal(await hits(), 0);
		assert.equal(await hits("--tolerance", "about=0.01"), 1);
		put("plumbline.config.json", '{ "tolerances": { "about": 0.01 } }');
		assert.equal(await hits(), 1);
		assert.equal(await hits("--tolerance", "about=0.2"), 0);
		const { code, err } = await run("--tolerance", "abuot=1", "old", "new", "news");
		assert.equal(code, 2);
		assert.match(err, /^plumbline: --tolerance abuot=1: there are about, nearly, .*; write about=0\.05\n$/);
		assert.match(
			(await run("--tolerance", "about=3", "old", "new", "news")).err,
			/--tolerance about=3: 3 is more than 1; write about=0\.1$/m,
		);
	});
});
