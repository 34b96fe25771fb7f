import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
	closeSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
	writeSync,
} from "node:fs";
import { readFile as readPipe } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { plumbline, root } from "./run.ts";

describe("plumbline and packs that are large, or go away", function () {
	this.timeout(60_000);
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "packs-"));
		mkdirSync(path.join(folder, "pack"));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	/** Writes a table of so many rows, one of them about Kelm Rail. */
	function writeFacts(rows: number, note = ""): void {
		const file = openSync(path.join(folder, "pack/facts.csv"), "w");
		writeSync(file, "subject,measure,value,unit,period,note\nKelm Rail,passengers,4.2,million people,2025,\n");
		for (let i = 0; i < rows; i += 1000) {
			const some = Array.from(
				{ length: 1000 },
				(_, j) => `Firm ${(i + j) % 500},passengers,${i + j},person,${1500 + Math.floor((i + j) / 500)},${note}\n`,
			);
			writeSync(file, some.join(""));
		}
		closeSync(file);
	}

	it("index a table that is larger than the memory they may take", async () => {
		writeFacts(150_000, "as reported in the annual report for the year ".repeat(6));
		const child = spawn(
			process.execPath,
			["--max-old-space-size=40", `${root}dist/cli.mjs`, "pack", "build", path.join(folder, "pack"), "--cache", path.join(folder, "cache")],
			{ stdio: ["ignore", "pipe", "ignore"] },
		);
		let out = "";
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			out += text;
		});
		const [code] = await once(child, "close");
		assert.deepEqual([code, out], [0, "pack: 150001 facts\n"]);
		assert.equal(readdirSync(path.join(folder, "cache")).length, 1);
	});

	for (const [kept, rows] of [
		["in memory", 1],
		["in an index", 60_000],
	] as const) {
		it(`go on when a pack ${kept} is deleted between two articles`, async () => {
			writeFacts(rows, "as reported in the annual report for the year");
			const child = spawn(process.execPath, [`${root}dist/cli.mjs`, "check", "--jsonl", "--packs", path.join(folder, "pack")], {
				env: { ...process.env, XDG_CACHE_HOME: folder, HOME: folder, LOCALAPPDATA: folder },
				stdio: ["pipe", "pipe", "inherit"],
			});
			const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
			const ask = async (text: string) => {
				child.stdin.write(`${JSON.stringify({ text })}\n`);
				return (JSON.parse(String((await lines.next()).value)) as { claims: { verdict: string }[] }).claims.map(({ verdict }) => verdict);
			};
			const right = "Kelm Rail carried 4.2 million passengers in 2025.";
			assert.ok((await ask(right)).includes("supported"));
			const indexes = readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(".sqlite"));
			assert.equal(indexes.length, kept === "in an index" ? 1 : 0);
			rmSync(path.join(folder, "pack"), { recursive: true });
			assert.ok((await ask(right)).includes("supported"));
			assert.ok((await ask(right.replace("4.2", "7.1"))).includes("contradicted"));
			child.stdin.end();
			const [code] = await once(child, "close");
			assert.ok(code === 0 || code === 1, String(code));
			const { code: after, err } = await plumbline(["check", "--packs", path.join(folder, "pack"), "-"], right);
			assert.deepEqual([after, /pack/.test(err)], [2, true]);
		});
	}

	it("answer 2 when a pack is refused, since nothing was held against it, and go on with the rest", async () => {
		writeFacts(1);
		mkdirSync(path.join(folder, "other"));
		writeFileSync(path.join(folder, "other/facts.csv"), "subject,measure,value,unit\nKelm Rail,stations,12,station\n");
		const article = path.join(folder, "story.md");
		writeFileSync(article, "Kelm Rail carried 4.2 million people in 2025. Kelm Rail has 12 stations.\n");
		assert.equal((await plumbline(["pack", "lock", folder])).code, 0);
		assert.equal((await plumbline(["check", "--packs", folder, article])).code, 0);
		writeFacts(1, "changed");
		for (const how of [[article], ["--format", "junit", article]]) {
			const { code, out, err } = await plumbline(["check", "--packs", folder, ...how]);
			assert.equal(code, 2);
			assert.match(err, /pack was not read; nothing is held against it\n/);
			assert.match(out, /unreferenced|4\.2 million/);
		}
		const { code, err } = await plumbline(["check", "--packs", folder, "--jsonl"], JSON.stringify({ id: "a", text: "It rose 3%." }));
		assert.equal(code, 2, err);
	});

	it("write through a link and into a pipe, and take the place of neither", async () => {
		writeFacts(1);
		const article = path.join(folder, "story.md");
		writeFileSync(article, "Kelm Rail carried 4.2 million people in 2025.\n");
		const [file, link, pipe] = ["report.txt", "link.txt", "pipe"].map((name) => path.join(folder, name)) as [string, string, string];
		writeFileSync(file, "older");
		symlinkSync(file, link);
		execFileSync("mkfifo", [pipe]);
		const check = ["check", "--packs", path.join(folder, "pack"), article, "--output"];
		assert.equal((await plumbline([...check, link])).code, 0);
		assert.ok(lstatSync(link).isSymbolicLink());
		assert.match(readFileSync(file, "utf8"), /supported/);
		const [read, { code }] = await Promise.all([readPipe(pipe, "utf8"), plumbline([...check, pipe])]);
		assert.equal(code, 0);
		assert.match(read, /supported/);
		assert.ok(lstatSync(pipe).isFIFO());
	});
});
