import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
	chmodSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { watch } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { clearLeftovers, writeWhole } from "../../../server/node/disk/whole-file.ts";
import { packCommand } from "../../../server/node/pack/command.ts";

/** How often the command is killed. */
const ROUNDS = 20;

/** Long enough for a write to take a while: a kill that finds a file half written would be too rare to be seen otherwise. */
const LONG = 8_000_000;

const STATES = ["33.0", "34.0"].map((value, i) => ({
	facts: `subject,measure,value,unit,period\nNorthgas,revenue,${value},USD billion,2025\n`,
	from: `https://${i}.example/${String(i).repeat(LONG)}`,
}));

const DESCRIPTOR = JSON.stringify({
	name: "desk",
	description: "long ".repeat(LONG / 5),
	licenses: [{ name: "CC0-1.0" }],
	sources: [{ title: "The desk" }],
	resources: [{ name: "facts", path: "facts.csv", plumbline: { role: "facts" } }],
});

/** Locks a pack without end, each time with other facts; says so when it has begun. */
const LOCKS_FOR_EVER = `
	import { renameSync, writeFileSync } from "node:fs";
	const { packCommand } = await import(${JSON.stringify(new URL("../../../server/node/pack/command.ts", import.meta.url))});
	const states = ${JSON.stringify(STATES.map(({ facts }) => facts))};
	const quiet = { out() {}, err() {} };
	for (let i = 0; ; i = 1 - i) {
		writeFileSync("facts.fresh", states[i]);
		renameSync("facts.fresh", "facts.csv");
		await packCommand(["lock", ".", "--from", "https://" + i + ".example/" + String(i).repeat(${LONG})], quiet);
		process.stdout.write(".");
	}
`;

describe("a file that is written whole", () => {
	let folder: string;
	beforeEach(() => {
		folder = realpathSync(mkdtempSync(path.join(tmpdir(), "whole-")));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const at = (name: string) => path.join(folder, name);
	const read = (name: string) => readFileSync(at(name), "utf8");
	const quiet = { out: () => {}, err: () => {} };
	/** A kill at any moment would seldom meet a write. */
	async function writeBegins(name: string): Promise<void> {
		for await (const { filename } of watch(folder)) if (filename?.startsWith(name)) return;
	}

	it("takes the place of an older one and leaves nothing beside it", () => {
		writeWhole(at("a.json"), "one");
		writeWhole(at("a.json"), "two");
		assert.equal(read("a.json"), "two");
		assert.deepEqual(readdirSync(folder), ["a.json"]);
	});
	it("keeps permissions, and a link a link", function () {
		if (process.platform === "win32") this.skip();
		writeFileSync(at("real.json"), "one");
		chmodSync(at("real.json"), 0o640);
		symlinkSync("real.json", at("link.json"));
		writeWhole(at("link.json"), "two");
		assert.ok(lstatSync(at("link.json")).isSymbolicLink());
		assert.equal(read("real.json"), "two");
		assert.equal(statSync(at("real.json")).mode & 0o777, 0o640);
	});
	it("leaves nothing when it can't be put there", () => {
		assert.throws(() => writeWhole(at("gone/a.json"), "one"));
		assert.throws(() => writeWhole(folder, "one"));
		assert.deepEqual(readdirSync(folder), []);
		assert.deepEqual(
			readdirSync(path.dirname(folder)).filter((name) => name.startsWith(`${path.basename(folder)}.`)),
			[],
		);
	});

	it("is rid of what a process that was killed has left beside it, and of nothing else", async () => {
		const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
		const dead = child.pid as number;
		await once(child, "exit");
		const old = new Date(Date.now() - 120_000);
		const leftBy = { dead: `a.json.${dead}.new`, copier: `a.json.${dead}.0123abcd.new`, alive: `a.json.${process.ppid}.new` };
		const others = [`b.json.${dead}.new`, `a.json.${dead}`, "a.json.new", "a.json.9x.new"];
		for (const name of [...Object.values(leftBy), ...others]) {
			writeFileSync(at(name), "half");
			utimesSync(at(name), old, old);
		}
		mkdirSync(at(`pack.${dead}.new`));
		utimesSync(at(`pack.${dead}.new`), old, old);
		writeWhole(at("a.json"), "one");
		clearLeftovers(at("pack"));
		assert.deepEqual(readdirSync(folder).sort(), ["a.json", leftBy.alive, ...others].sort());
		// What is being written now is left alone, though another machine may be writing it.
		writeFileSync(at(leftBy.dead), "half");
		writeWhole(at("a.json"), "two");
		assert.ok(readdirSync(folder).includes(leftBy.dead));
	});

	it("is the old or the new lock, whenever “pack lock” is killed", async function () {
		this.timeout(120_000);
		writeFileSync(at("datapackage.json"), DESCRIPTOR);
		const locks = new Set<string>();
		const descriptors = new Set<string>();
		for (const { facts, from } of STATES) {
			writeFileSync(at("facts.csv"), facts);
			assert.equal(await packCommand(["lock", folder, "--from", from], quiet), 0);
			locks.add(read("plumbline.lock.json"));
			descriptors.add(read("datapackage.json"));
		}
		assert.deepEqual([locks.size, descriptors.size], [2, 2]);
		for (let round = 0; round < ROUNDS; round++) {
			const child = spawn(process.execPath, ["--input-type=module", "--eval", LOCKS_FOR_EVER], {
				cwd: folder,
				env: { ...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), "plumbline-compiled") },
				stdio: ["ignore", "pipe", "inherit"],
			});
			const ended = once(child, "exit");
			await Promise.race([once(child.stdout, "data"), ended]);
			await Promise.race([writeBegins(round % 2 === 0 ? "plumbline.lock.json" : "datapackage.json"), ended]);
			await setTimeout(Math.floor(Math.random() * 5));
			child.kill("SIGKILL");
			assert.deepEqual((await ended).slice(1), ["SIGKILL"]);
			assert.ok(locks.has(read("plumbline.lock.json")), `round ${round}: the lock is neither the old nor the new`);
			assert.ok(descriptors.has(read("datapackage.json")), `round ${round}: the descriptor is neither the old nor the new`);
		}
		assert.equal(await packCommand(["lock", folder], quiet), 0);
		assert.equal(await packCommand(["verify", folder], quiet), 0);
	});
});
