import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const module = path.resolve(import.meta.dirname, "../../editor/host/chromium.mjs");

describe("a machine without Chromium", () => {
	// Shell scripts take the place of the machine's tools.
	if (process.platform === "win32") return;
	let tools: string;
	const tool = (name: string, script: string): void => {
		writeFileSync(path.join(tools, name), `#!/bin/sh\n${script}\n`);
		chmodSync(path.join(tools, name), 0o755);
	};

	beforeEach(() => {
		tools = mkdtempSync(path.join(os.tmpdir(), "plumbline-tools-"));
		// Looks in these tools alone.
		tool("which", `test -x ${tools}/$1 && echo ${tools}/$1`);
		for (const name of ["sh", "chmod"]) symlinkSync(`/bin/${name}`, path.join(tools, name));
	});
	afterEach(() => rmSync(tools, { recursive: true, force: true }));

	it("gets one from its packages, after they have been updated", function () {
		if (process.platform !== "linux") this.skip();
		tool("sudo", 'shift; exec "$@"');
		tool(
			"apt-get",
			`echo "$@" >> ${tools}/log; test $1 = update || { echo 'echo Chromium 140.0' > ${tools}/chromium; chmod +x ${tools}/chromium; }`,
		);
		const { status, stdout, stderr } = requireChromium(tools);
		assert.equal(status, 0, stderr);
		assert.match(stdout, new RegExp(`found ${tools}/chromium`));
		assert.equal(readFileSync(path.join(tools, "log"), "utf8"), "update\ninstall -y --no-install-recommends chromium\n");
	});

	it("that cannot install one says the one command that does", () => {
		tool("apt-get", "exit 1");
		const { status, stderr } = requireChromium(tools);
		assert.notEqual(status, 0);
		assert.match(stderr, / {4}sudo apt-get install -y --no-install-recommends chromium\n/);
	});

	it("whose packages nobody here knows is told what is needed", () => {
		const { status, stderr } = requireChromium(tools);
		assert.notEqual(status, 0);
		assert.match(stderr, /needs? a Chromium/);
	});
});

/** Asks for a Chromium on a machine whose only tools are in `folder`. */
function requireChromium(folder: string): { status: number | null; stdout: string; stderr: string } {
	const script = `import(${JSON.stringify(module)}).then(({ requireChromium }) => console.log("found " + requireChromium()))`;
	return spawnSync(process.execPath, ["--eval", script], { encoding: "utf8", env: { PATH: folder } });
}
