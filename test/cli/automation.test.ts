import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { root } from "./run.ts";

interface Action {
	readonly inputs: Readonly<Record<string, { readonly default: string }>>;
	readonly runs: {
		readonly steps: readonly { readonly name: string; readonly run: string; readonly env: Readonly<Record<string, string>> }[];
	};
}

describe("templates for automation", function () {
	this.timeout(30_000);
	const action = parse(readFileSync(`${root}action.yml`, "utf8")) as Action;
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "action-"));
		put("packs/fleet/facts.csv", "subject,measure,value,unit\nAda Lines,fleet,42,ship\n");
		put("tools/node_modules/.bin/plumbline", `#!/bin/sh\nexec '${process.execPath}' '${root}dist/cli.mjs' "$@"\n`);
		chmodSync(path.join(folder, "tools/node_modules/.bin/plumbline"), 0o755);
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const put = (name: string, content: string): void => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	};
	/** Runs the action's step that checks, with its inputs as GitHub hands them over. */
	const run = (inputs: Readonly<Record<string, string>>) => {
		const step = action.runs.steps.find(({ name }) => name === "Check");
		const env = Object.fromEntries(
			Object.entries(step?.env ?? {}).map(([name, value]) => {
				const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1];
				return [
					name,
					input === undefined ? path.join(folder, "tools") : (inputs[input] ?? action.inputs[input]?.default ?? assert.fail(input)),
				];
			}),
		);
		return spawnSync("bash", ["-c", step?.run ?? ""], { cwd: folder, encoding: "utf8", env: { ...process.env, ...env } });
	};

	it("the GitHub action annotates what is wrong and fails", () => {
		put("news/a b.md", "Ada Lines has a fleet of 43 ships.\n");
		const { status, stdout } = run({ paths: "news/a b.md\nnews" });
		assert.equal(status, 1);
		assert.match(stdout, /^::error file=news\/a b\.md,line=1/);
		assert.equal(run({ paths: "news", "fail-on": "never" }).status, 0);
		assert.equal(run({ paths: "news", format: "sarif", output: "o.sarif" }).stdout, "");
		assert.ok(existsSync(path.join(folder, "o.sarif")));
	});

	it("the GitHub action runs nothing that an input might ask for", () => {
		put("a.md", "Ada Lines has a fleet of 42 ships.\n");
		for (const paths of ["$(touch stolen)", '"; touch stolen; "', "--output=stolen"]) assert.equal(run({ paths }).status, 2, paths);
		assert.equal(run({ since: "$(touch stolen)" }).status, 2);
		assert.ok(!existsSync(path.join(folder, "stolen")));
		for (const { run: script } of action.runs.steps) assert.ok(!script.includes("${{"), "inputs are variables, not script");
	});

	it("the GitLab job and the hook of pre-commit call what there is", () => {
		const { plumbline } = parse(readFileSync(`${root}automation/gitlab-ci.yml`, "utf8"));
		const call = plumbline.script[1].replace(".plumbline-ci", "tools");
		put("a.md", "Ada Lines has a fleet of 43 ships.\n");
		const { status, stderr } = spawnSync("bash", ["-c", call], {
			cwd: folder,
			encoding: "utf8",
			env: { ...process.env, ...plumbline.variables },
		});
		assert.equal(status, 1, stderr);
		assert.match(readFileSync(path.join(folder, plumbline.artifacts.reports.junit), "utf8"), /<failure type="contradicted"/);
		const [hook] = parse(readFileSync(`${root}.pre-commit-hooks.yaml`, "utf8"));
		const help = spawnSync(process.execPath, [`${root}dist/cli.mjs`, "check", "--help"], { encoding: "utf8" });
		assert.ok(help.stdout.includes(hook.entry.replace("plumbline check ", "")));
	});
});
