import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { plumbline } from "./run.ts";

const RIGHT = "Ada Lines has a fleet of 42 ships.\n";
const WRONG = "Ada Lines has a fleet of 43 ships.\n";

describe("what has changed in git", function () {
	this.timeout(60_000);
	let folder: string;
	beforeEach(() => {
		folder = realpathSync(mkdtempSync(path.join(tmpdir(), "git-")));
		put("packs/fleet/facts.csv", "subject,measure,value,unit\nAda Lines,fleet,42,ship\n");
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const put = (name: string, content: string): void => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	};
	const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
	const git = (...args: string[]): string =>
		execFileSync("git", ["-c", "user.name=Ola", "-c", "user.email=o@example.org", ...args], {
			cwd: folder,
			encoding: "utf8",
			env,
			stdio: ["ignore", "pipe", "pipe"],
		});
	const commit = (): void => {
		git("add", "-A");
		git("commit", "-q", "-m", "x");
	};
	const begin = (): void => {
		git("init", "-q", "-b", "main");
		commit();
	};
	const check = (...args: string[]) => plumbline(["check", "--format", "json", ...args], "", folder);
	const found = (out: string) =>
		(JSON.parse(out) as { articles: { path: string; claims: { text: string; verdict: string }[] }[] }).articles.map(
			(one) => `${one.path.replaceAll("\\", "/")}: ${one.claims.map(({ text, verdict }) => `${text} ${verdict}`).join(", ")}`,
		);

	it("checks only articles that changed, and in them only the paragraphs that did", async () => {
		put("news/a.md", `# One\n\n${WRONG}\n${RIGHT}`);
		put("news/b.md", WRONG);
		begin();
		put("news/a.md", `# One\n\n${WRONG}\n${RIGHT.replace("42", "44")}`);
		const { code, out, err } = await check("--since", "HEAD", "news");
		assert.equal(code, 1);
		assert.deepEqual(found(out), ["news/a.md: 44 ships contradicted"]);
		assert.match(err, /checked the articles changed since HEAD, 1 in all, and in them the paragraphs that changed: 1 of 2 claims/);
	});

	it("takes in files that git does not know, and leaves out those that only moved or went", async () => {
		put("old.md", `${WRONG}\nMore words that stay as they are.\n`);
		put("gone.md", WRONG);
		put(".gitignore", "ignored.md\n");
		begin();
		renameSync(path.join(folder, "old.md"), path.join(folder, "new.md"));
		git("add", "-A");
		rmSync(path.join(folder, "gone.md"));
		put("fresh with ünï and\nline.md", RIGHT);
		put("ignored.md", WRONG);
		const { code, out } = await check("--since", "main");
		assert.equal(code, 0);
		assert.deepEqual(found(out), ["fresh with ünï and\nline.md: 42 ships supported"]);
		put("new.md", `${WRONG.replace("43", "45")}\nMore words that stay as they are.\n`);
		assert.ok(found((await check("--since", "main")).out).includes("new.md: 45 ships contradicted"));
	});

	it("does not take other line ends for a change, and all of an article whose front matter changed", async () => {
		put("a.md", `---\ndate: 2026-02-04\n---\n\n${WRONG}`);
		begin();
		put("a.md", `---\ndate: 2026-02-04\n---\n\n${WRONG}`.replaceAll("\n", "\r\n"));
		assert.deepEqual(found((await check("--since", "HEAD")).out), []);
		put("a.md", `---\ndate: 2026-02-05\n---\n\n${WRONG}`);
		assert.deepEqual(found((await check("--since", "HEAD")).out), ["a.md: 43 ships contradicted"]);
	});

	it("runs nothing that a revision's name might ask for", async () => {
		put("a.md", RIGHT);
		begin();
		for (const name of ["--output=stolen", "$(touch stolen)", "; touch stolen", "nowhere/branch"]) {
			const { code, err } = await check(`--since=${name}`);
			assert.equal(code, 2);
			assert.match(err, /^plumbline: --since .*: git knows no such revision/);
		}
		assert.ok(!existsSync(path.join(folder, "stolen")));
	});

	it("says so outside of a repository, for standard input and when both are asked for", async () => {
		put("a.md", RIGHT);
		assert.match((await check("--since", "HEAD", "a.md")).err, /^plumbline: --since needs git, and .*[\\/]\S+ is in no git repository\n$/);
		assert.equal((await check("--since", "HEAD", "a.md")).code, 2);
		assert.match((await check("--since", "HEAD", "-")).err, /standard input has no history/);
		assert.match((await check("--since", "HEAD", "--staged")).err, /leave one out/);
	});

	it("--staged reads what is staged, not what lies on the disk", async () => {
		git("init", "-q", "-b", "main");
		put("a.md", WRONG);
		git("add", "a.md");
		put("a.md", RIGHT);
		assert.deepEqual(found((await check("--staged")).out), ["a.md: 43 ships contradicted"]);
		commit();
		assert.deepEqual(found((await check("--staged")).out), []);
	});

	describe("plumbline hook", () => {
		it("keeps a wrong article from being committed, and a right one not", () => {
			git("init", "-q", "-b", "main");
			const installed = spawnSync(process.execPath, [path.join(import.meta.dirname, "../../dist/cli.mjs"), "hook", "install"], {
				cwd: folder,
				encoding: "utf8",
			});
			assert.equal(installed.status, 0, installed.stderr);
			put("a.md", WRONG);
			git("add", "-A");
			const refused = spawnSync("git", ["-c", "user.name=O", "-c", "user.email=o@example.org", "commit", "-m", "x"], {
				cwd: folder,
				encoding: "utf8",
				env,
			});
			assert.equal(refused.status, 1);
			assert.match(refused.stdout + refused.stderr, /contradicted/);
			put("a.md", RIGHT);
			commit();
			assert.equal(git("log", "--oneline").trim().split("\n").length, 1);
		});

		it("leaves another hook alone, and takes away only its own", async () => {
			git("init", "-q", "-b", "main");
			put(".git/hooks/pre-commit", "#!/bin/sh\nexit 0\n");
			const { code, err } = await plumbline(["hook", "install"], "", folder);
			assert.equal(code, 2);
			assert.match(err, /is there already; add this line to it: plumbline check --staged/);
			assert.equal((await plumbline(["hook", "uninstall"], "", folder)).code, 2);
			assert.match(readFileSync(path.join(folder, ".git/hooks/pre-commit"), "utf8"), /exit 0/);
			git("config", "core.hooksPath", "own hooks");
			assert.equal((await plumbline(["hook", "install"], "", folder)).code, 0);
			assert.ok(existsSync(path.join(folder, "own hooks/pre-commit")));
			assert.equal((await plumbline(["hook", "uninstall"], "", folder)).code, 0);
			assert.ok(!existsSync(path.join(folder, "own hooks/pre-commit")));
		});
	});

	it("says where nothing that changed holds a claim, and leaves out what lies in a pack", async () => {
		put("news/a.md", WRONG);
		begin();
		put("news/a.md", `${WRONG}\nIt rained.\n`);
		put("packs/fleet/datapackage.json", '{ "resources": [] }');
		put("packs/fleet/documents/speech.md", WRONG);
		const { code, out, err } = await plumbline(["check", "--since", "HEAD", "."], "", folder);
		assert.equal(code, 0);
		assert.match(out, /^news\/a\.md .*\n\nNo claims in what has changed\.\n\n$/);
		assert.match(err, /1 in all/);
		git("add", "-A");
		assert.match((await plumbline(["check", "--staged"], "", folder)).err, /staged for the commit, 1 in all/);
		assert.deepEqual(found((await check("--since", "HEAD", "packs/fleet/documents/speech.md")).out).length, 1);
	});
});
