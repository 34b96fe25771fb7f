// Tests that what keeps the suites from the network does so, and what takes note of attempts.
import assert from "node:assert/strict";
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const scripts = path.resolve(import.meta.dirname, "../../../scripts");
const guard = path.join(scripts, "no-network.cjs");

/** An address that leads nowhere (RFC 5737) and a name that nobody may have (RFC 2606). */
const [ADDRESS, NAME] = ["192.0.2.1", "plumbline.invalid"];

/** Programs that ask for the outside, each in its own way: `refused` is to be called when they are not let. */
const ways: Readonly<Record<string, string>> = {
	"fetch of a name": `fetch("https://${NAME}/").catch(refused)`,
	"fetch of an address": `fetch("http://${ADDRESS}:8080/").catch(refused)`,
	"http.get": `require("node:http").get("http://${ADDRESS}/").on("error", refused)`,
	"https.request": `require("node:https").request({ host: "${NAME}" }).on("error", refused).end()`,
	"http2.connect": `require("node:http2").connect("https://${NAME}").on("error", refused)`,
	"net.connect": `require("node:net").connect(80, "${ADDRESS}").on("error", refused)`,
	"net.Socket": `new (require("node:net").Socket)().on("error", refused).connect({ port: 80, host: "${NAME}" })`,
	"tls.connect": `require("node:tls").connect(443, "${NAME}").on("error", refused)`,
	WebSocket: `new WebSocket("wss://${NAME}/").onerror = refused`,
	"dns.lookup": `require("node:dns").lookup("${NAME}", refused)`,
	"dns.promises.resolve": `require("node:dns/promises").resolve("${NAME}").catch(refused)`,
	"dns.Resolver": `new (require("node:dns").Resolver)().resolve4("${NAME}", refused)`,
	"dgram.send": `require("node:dgram").createSocket("udp4").send("x", 53, "${ADDRESS}", refused)`,
	"a worker": `new (require("node:worker_threads").Worker)('fetch("http://${ADDRESS}/")', { eval: true }).on("error", refused)`,
	"a child": `require("node:child_process").spawn(process.execPath, ["-e", 'fetch("http://${ADDRESS}/")']).on("exit", (code) => code && refused(true))`,
};

/** Runs a program under the guard. */
function run(program: string, file: string): Promise<string> {
	const env = { ...process.env, NODE_OPTIONS: `--require=${JSON.stringify(guard)}`, PLUMBLINE_OUTSIDE: file };
	return new Promise((resolve, reject) =>
		execFile(process.execPath, ["-e", program], { env, timeout: 20_000 }, (error, stdout) =>
			error ? reject(error) : resolve(stdout.trim()),
		),
	);
}

describe("the guard of the suites", function () {
	this.timeout(30_000);
	let folder: string;
	before(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), "plumbline-guard-"));
	});
	after(() => rmSync(folder, { recursive: true, force: true }));

	it("refuses every way out, and takes note of it", async () => {
		const { attempts } = await import(pathToFileURL(path.join(scripts, "confine.mjs")).href);
		for (const [name, way] of Object.entries(ways)) {
			const file = path.join(folder, name.replace(/\W/g, "-"));
			const refused = 'const refused = (error) => { console.log(error ? "refused" : "out"); process.exit(); };';
			assert.equal(await run(`${refused} ${way}`, file), "refused", name);
			assert.ok(attempts(file).length > 0, name);
		}
	});

	it("lets this machine be asked", async () => {
		const server = createServer((_, response) => response.end("here"));
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const { port } = server.address() as AddressInfo;
		const file = path.join(folder, "here");
		const program = `
			const net = require("node:net");
			const socket = ${JSON.stringify(path.join(folder, "socket"))};
			const local = net.createServer((one) => one.end()).listen(socket, async () => {
				await new Promise((yes, no) => net.connect(socket).on("close", yes).on("error", no).resume());
				await require("node:dns/promises").lookup("localhost");
				for (const host of ["127.0.0.1", "localhost"]) console.log(await (await fetch("http://" + host + ":${port}/")).text());
				process.exit();
			});
		`;
		const stdout = await run(program, file);
		server.close();
		assert.equal(stdout, "here\nhere");
		assert.deepEqual(existsSync(file), false);
	});

	it("is all there is where the system gives no namespace away, and that is said", async () => {
		const { confinement } = await import(pathToFileURL(path.join(scripts, "confine.mjs")).href);
		// Nothing is found on this PATH, so nothing can make a namespace.
		const { words, around, env } = confinement({ ...process.env, PATH: folder });
		assert.match(words, /guard in its Node processes .* no network namespaces/);
		assert.deepEqual(around("node", ["x.mjs"]), ["node", "x.mjs"]);
		const file = path.join(folder, "guarded");
		const asked = `fetch("http://${ADDRESS}/").catch(() => process.exit(7))`;
		const ended = spawnSync(process.execPath, ["-e", asked], { env: { ...process.env, ...env(file) } });
		assert.equal(ended.status, 7);
		assert.match(readFileSync(file, "utf8"), /"what":"connect to","host":"192\.0\.2\.1"/);
	});

	it("is beside a network namespace where the system has one: no program finds a way out", async function () {
		const { confinement } = await import(pathToFileURL(path.join(scripts, "confine.mjs")).href);
		const { words, around } = confinement();
		if (!/namespace of its own/.test(words)) this.skip();
		const [program, ...args] = around("cat", ["/proc/net/dev"]);
		const devices = execFileSync(program, args, { encoding: "utf8" }).split("\n").slice(2).filter(Boolean);
		assert.deepEqual(
			devices.map((line) => line.trim().split(":")[0]),
			["lo"],
		);
	});
});
