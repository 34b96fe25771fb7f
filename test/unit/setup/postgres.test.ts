import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findPrograms } from "../../database/server.ts";

describe("PostgreSQL on a machine that has none", () => {
	// Programs of a shell stand in for apt-get and sudo.
	if (process.platform === "win32") return;
	const kept = { PATH: process.env.PATH, PLUMBLINE_POSTGRES: process.env.PLUMBLINE_POSTGRES };
	let folder: string;
	let programs: string;

	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "plumbline-apt-"));
		programs = path.join(folder, "postgresql");
		mkdirSync(path.join(folder, "bin"));
		delete process.env.PLUMBLINE_POSTGRES;
		process.env.PATH = path.join(folder, "bin");
	});
	afterEach(() => {
		for (const [name, value] of Object.entries(kept)) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
		rmSync(folder, { recursive: true, force: true });
	});
	const program = (name: string, lines: string): void => {
		const file = path.join(folder, "bin", name);
		writeFileSync(file, `#!/bin/sh\n${lines}\n`);
		chmodSync(file, 0o755);
	};
	const called = () => {
		const log = path.join(folder, "log");
		return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
	};

	it("is installed from the system's packages, and found where they put it", () => {
		const bin = path.join(programs, "17/bin");
		program("sudo", 'shift; exec "$@"');
		program("apt-get", `echo "$*" >> '${folder}/log'; [ "$1" = install ] && /bin/mkdir -p '${bin}' && : > '${bin}/postgres'; exit 0`);
		assert.equal(findPrograms([programs]), bin);
		assert.deepEqual(called(), ["update", "install -y --no-install-recommends postgresql"]);
		assert.equal(findPrograms([programs]), bin);
		assert.equal(called().length, 2, "nothing is installed twice");
	});

	it("is asked for in one sentence where it can't be installed", () => {
		program("sudo", "exit 1");
		program("apt-get", "exit 100");
		assert.throws(() => findPrograms([programs]), /need PostgreSQL 13 or later\. Install it \(Debian: apt-get install postgresql\)/);
		rmSync(path.join(folder, "bin"), { recursive: true });
		assert.throws(() => findPrograms([programs]), /need PostgreSQL 13 or later/);
	});

	it("is taken from the folder that is named", () => {
		const bin = path.join(folder, "elsewhere");
		mkdirSync(bin);
		writeFileSync(path.join(bin, "postgres"), "");
		process.env.PLUMBLINE_POSTGRES = bin;
		assert.equal(findPrograms([programs]), bin);
	});
});
