import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

describe("npm start", function () {
	this.timeout(60_000);

	it("checks the example, prints what it found and says how to see it in VS Code", () => {
		const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], { cwd: root, encoding: "utf8" });
		assert.equal(status, 0, stderr);
		assert.match(stdout, /contradicted .*\$27\.30\n.*\$27\.03.*\n.*row \d+/);
		assert.match(stdout, /npm start -- --editor\n$/);
	});

	describe("-- --editor, without VS Code", () => {
		const serve = "test/editor/host/serve.mjs";
		let child: ChildProcess;

		before(function () {
			if (process.platform === "win32" || !existsSync(path.join(root, "test/editor/host/node_modules/.plumbline-host"))) this.skip();
		});
		afterEach(() => {
			child.kill("SIGKILL");
		});

		it("shows the example in the browser, to those who have the address, until it is ended", async () => {
			child = spawn(process.execPath, [serve, "examples/newsroom", "examples/newsroom/draft.md"], {
				cwd: root,
				// No browser is opened where there is no display.
				env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined },
				stdio: ["ignore", "pipe", "inherit"],
			});
			const url = await addressFrom(child);
			assert.equal(url.hostname, "127.0.0.1");
			// The workbench answers with a cookie and asks again.
			assert.equal((await fetch(url, { redirect: "manual" })).status, 302);
			url.searchParams.set("tkn", "guessed");
			assert.equal((await fetch(url, { redirect: "manual" })).status, 403);

			child.kill("SIGINT");
			const [code] = await once(child, "exit");
			assert.equal(code, 0);
			await assert.rejects(fetch(url), "the server is gone");
		});
	});
});

/** The address that the stand-in prints. */
async function addressFrom(child: ChildProcess): Promise<URL> {
	let printed = "";
	assert.ok(child.stdout);
	for await (const text of child.stdout.setEncoding("utf8")) {
		printed += text;
		const address = /http:\/\/\S+/.exec(printed);
		if (address && printed.includes("Ctrl-C")) return new URL(address[0]);
	}
	throw new Error(`no address in: ${printed}`);
}
