import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { root } from "../cli/run.ts";

const execute = promisify(execFile);
const tsc = path.join(root, "node_modules/.bin/tsc");

const ARTICLE = "Harbour Bridge cost $45.2 billion.\n";
const FACTS = "subject,measure,value,unit,period,source\nHarbour Bridge,cost,42.45,USD billion,,https://bridges.example/\n";

/** A program as somebody else would write it. */
const PROGRAM = `
import { type CheckedArticle, check, type ClaimJson, explain, lookUp, openPacks } from "plumbline";

const packs = await openPacks(["packs"]);
const { claims, summary }: CheckedArticle = await check(${JSON.stringify(ARTICLE)}, { packs, date: "2026-02-04", tolerances: { about: 0.05 } });
const claim: ClaimJson | undefined = claims[0];
const { how } = await explain(${JSON.stringify(ARTICLE)}, claim?.id ?? "", { packs });
const { facts } = await lookUp("Harbour Bridge", { packs });
packs.close();
let refused = "";
try {
	await check("", { packs: ["nowhere"] });
} catch (error) {
	refused = String(error);
}
console.log(JSON.stringify({ text: claim?.text, verdict: claim?.verdict, contradicted: summary.contradicted, how, fact: facts[0]?.words, names: packs.names, refused }));
`;

describe("the package for npm, in an empty folder", function () {
	this.timeout(60_000);
	let folder: string;

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "plumbline-npm-"));
		await writeFile(path.join(folder, "package.json"), JSON.stringify({ name: "desk", private: true, type: "module" }));
		await mkdir(path.join(folder, "packs"));
		await writeFile(path.join(folder, "packs/facts.csv"), FACTS);
		await writeFile(path.join(folder, "draft.md"), ARTICLE);
		await writeFile(path.join(folder, "program.ts"), PROGRAM);
		const options = ["--offline", "--no-audit", "--no-fund", "--loglevel=error"];
		await execute("npm", ["install", ...options, path.join(root, "plumbline.tgz")], { cwd: folder });
	});
	after(() => rm(folder, { recursive: true, force: true }));

	it("brings nothing else with it, and the licences of what it holds", async () => {
		const installed = (await readdir(path.join(folder, "node_modules"))).filter((name) => !name.startsWith("."));
		assert.deepEqual(installed, ["plumbline"]);
		const files = await readdir(path.join(folder, "node_modules/plumbline/dist"), { recursive: true });
		assert.ok(files.includes("THIRD-PARTY-LICENCES.txt"));
		assert.deepEqual(
			files.filter((file) => file.endsWith(".map")),
			[],
		);
	});

	it("has types that a strict program compiles against", async () => {
		const options =
			"--strict --noEmit --exactOptionalPropertyTypes --module nodenext --target es2023 --skipLibCheck false --types node".split(" ");
		await execute(tsc, [...options, "--typeRoots", path.join(root, "node_modules/@types"), "program.ts"], { cwd: folder });
	});

	it("answers the program", async () => {
		const { stdout } = await execute(process.execPath, ["program.ts"], { cwd: folder });
		const answer = JSON.parse(stdout);
		assert.deepEqual(
			{ ...answer, how: answer.how.slice(0, 21), refused: answer.refused },
			{
				text: "$45.2 billion",
				verdict: "contradicted",
				contradicted: 1,
				how: "Whose: Harbour Bridge",
				fact: "$42.45 billion",
				names: ["packs"],
				refused: "TypeError: nowhere: there is no such folder",
			},
		);
	});

	it("checks from the command line", async () => {
		const plumbline = path.join(folder, "node_modules/.bin/plumbline");
		const failed = await execute(plumbline, ["check", "draft.md"], { cwd: folder }).catch((error) => error);
		assert.equal(failed.code, 1);
		assert.match(failed.stdout, /\$42\.45 billion, not \$45\.2 billion/);
	});

	it("answers agents over the Model Context Protocol, from the folder it is installed in", async () => {
		const client = new Client({ name: "test", version: "1" });
		const command = path.join(folder, "node_modules/.bin/plumbline");
		await client.connect(new StdioClientTransport({ command, args: ["mcp"], cwd: folder, stderr: "pipe" }));
		try {
			const { tools } = await client.listTools();
			assert.deepEqual(
				tools.map(({ name }) => name),
				["check", "look_up", "explain"],
			);
			const { structuredContent } = await client.callTool({ name: "check", arguments: { path: "draft.md" } });
			const [claim] = (structuredContent as { claims: { text: string; verdict: string }[] }).claims;
			assert.deepEqual([claim?.text, claim?.verdict], ["$45.2 billion", "contradicted"]);
		} finally {
			await client.close();
		}
	});

	it("holds the schemas that a configuration and a pack may name", async () => {
		const schemas = path.join(folder, "node_modules/plumbline/schemas");
		assert.deepEqual((await readdir(schemas)).sort(), ["datapackage.schema.json", "package.schema.json", "plumbline.config.schema.json"]);
		await writeFile(
			path.join(folder, "plumbline.config.json"),
			'{ "$schema": "./node_modules/plumbline/schemas/plumbline.config.schema.json", "packs": ["packs"] }',
		);
		const plumbline = path.join(folder, "node_modules/.bin/plumbline");
		const failed = await execute(plumbline, ["check", "draft.md"], { cwd: folder }).catch((error) => error);
		assert.match(failed.stdout, /\$42\.45 billion, not \$45\.2 billion/);
	});
});
