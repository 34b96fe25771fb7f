import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { plumbline } from "../cli/run.ts";
import { pulling, TestEditor } from "../server/editor.ts";
import { pushFolder, temporary, writePack } from "./desk.ts";
import { PASSWORD, type Server, startServer } from "./server.ts";

const ARTICLE =
	"---\ndate: 2026-02-04\n---\n\nNorthgas had revenue of $33.0 billion in 2025.\n\nTidal Power had revenue of $9 million in 2025.\n";
const FACTS = "subject,measure,value,unit,period\nNorthgas,revenue,33.0,USD billion,2025\nTidal Power,revenue,7,USD million,2025\n";

describe("packs in a database, in the built programs", function () {
	this.timeout(60_000);
	let server: Server;
	let databases = 0;
	let desk: ReturnType<typeof temporary>;
	const before_ = { ...process.env };
	before(async function () {
		this.timeout(400_000);
		server = await startServer();
	});
	after(() => server?.remove());
	beforeEach(() => {
		desk = temporary();
		// Copies are kept where nobody else looks.
		Object.assign(process.env, {
			XDG_CACHE_HOME: path.join(desk.folder, "caches"),
			PGPASSWORD: PASSWORD,
			PLUMBLINE_DATABASE_PATIENCE: "0.2",
		});
		writeFileSync(path.join(desk.folder, "story.md"), ARTICLE);
	});
	afterEach(() => {
		desk.remove();
		for (const name of ["XDG_CACHE_HOME", "PGPASSWORD", "PGHOST", "PLUMBLINE_DATABASE_PATIENCE"]) {
			if (before_[name] === undefined) delete process.env[name];
			else process.env[name] = before_[name];
		}
	});
	const story = () => path.join(desk.folder, "story.md");
	const pack = (facts = FACTS) => writePack(path.join(desk.folder, "energy"), { facts });
	const fresh = () => server.create(`shared${++databases}`);
	const settings = (...packs: string[]) => {
		mkdirSync(path.join(desk.folder, ".vscode"), { recursive: true });
		writeFileSync(path.join(desk.folder, ".vscode/settings.json"), JSON.stringify({ "plumbline.packs": packs }));
	};

	it("are pushed and checked against from the command line", async () => {
		const address = await fresh();
		const pushed = await plumbline(["pack", "push", pack(), address]);
		assert.deepEqual([pushed.code, pushed.out], [0, `energy: 2 facts in ${address}, revision 1: 5 rows new, 0 gone\n`], pushed.err);
		assert.match((await plumbline(["pack", "push", pack(), address])).out, /revision 1: nothing new/);
		const { code, out, err } = await plumbline(["check", "--packs", address, story()]);
		assert.deepEqual([code, err], [1, ""]);
		assert.match(out, /\$9 million/);
		assert.match(out, /\$7 million/);
	});

	it("are not pushed with an error in them", async () => {
		const { code, err } = await plumbline(["pack", "push", pack(FACTS.replace("33.0", "a lot")), await fresh()]);
		assert.equal(code, 1);
		assert.match(err, /energy is not pushed: mend its errors first/);
	});

	it("are asked from a copy that was pulled when the database is away, and without one the check fails", async () => {
		const address = await fresh();
		await plumbline(["pack", "push", pack(), address]);
		const alone = await plumbline(["pack", "pull", address]);
		assert.deepEqual([alone.code, alone.out], [0, "energy: 2 facts, revision 1\n"], alone.err);
		await server.kill();
		try {
			const { code, out, err } = await plumbline(["check", "--packs", `${address}?pack=energy`, story()]);
			assert.equal(code, 1, err);
			assert.match(err, /can't be reached \(nothing listens there\)\. Its pack energy is asked as it was on/);
			assert.match(out, /\$7 million/);
			process.env.XDG_CACHE_HOME = path.join(desk.folder, "empty");
			const without = await plumbline(["check", "--packs", address, story()]);
			assert.deepEqual([without.code, without.out], [2, ""]);
			assert.match(without.err, /There is no copy of its packs on this machine/);
		} finally {
			await server.start();
		}
	});

	it("are refused by an address with a password in it, on the command line and in settings", async () => {
		const address = (await fresh()).replace("owner@", "owner:hunter2@");
		settings(address);
		for (const args of [
			["check", "--packs", address, story()],
			["check", story()],
			["pack", "push", pack(), address],
		]) {
			const { code, out, err } = await plumbline(args);
			assert.deepEqual([code, out], [2, ""], args.join(" "));
			assert.match(err, /held a password, and an address is read by everybody/);
			assert.doesNotMatch(err, /hunter2/);
		}
	});

	it("do not get the password of the environment when a workspace's settings name them", async () => {
		const address = await fresh();
		await plumbline(["pack", "push", pack(), address]);
		settings(address);
		const refused = await plumbline(["check", story()]);
		assert.equal(refused.code, 2);
		assert.match(refused.err, /asks for a password, and none is at hand for it/);
		process.env.PGHOST = "127.0.0.1";
		assert.equal((await plumbline(["check", story()])).code, 1);
	});

	it("say what is missing where nothing has been pushed", async () => {
		const address = await fresh();
		assert.match(
			(await plumbline(["check", "--packs", address, story()])).err,
			/has no tables of this release of Plumbline; run “plumbline pack migrate”/,
		);
		assert.match((await plumbline(["pack", "migrate", address])).out, /0001-packs, 0002-roles/);
		assert.match((await plumbline(["pack", "migrate", address])).out, /is up to date/);
		assert.match((await plumbline(["check", "--packs", address, story()])).err, /holds no pack yet|holds no pack that can be used/);
	});

	it("are checked against in an editor, with the password that it keeps, and again when it says so", async () => {
		delete process.env.PGPASSWORD;
		const address = await fresh();
		await pushFolder(pack(), address);
		const kept: Record<string, string> = {};
		const uri = pathToFileURL(desk.folder).href;
		const editor = await TestEditor.start(
			[uri],
			pulling,
			() => ({ packs: [address] }),
			(name) => kept[name] ?? null,
		);
		try {
			await editor.open(`${uri}/story.md`, ARTICLE);
			const errors = async () =>
				(await editor.pull(`${uri}/story.md`)).filter(({ severity }) => severity === 1).map(({ message }) => String(message));
			assert.deepEqual(await errors(), []);
			assert.match(await editor.shownMessage(/password/), /asks for a password, and none is at hand for it/);
			const { names } = await editor.connection.sendRequest<{ names: string[] }>("plumbline/databases");
			assert.deepEqual(names, [address]);
			kept[address] = PASSWORD;
			const again = editor.refreshed.filter((name) => name === "workspace/diagnostic/refresh").length + 1;
			await editor.connection.sendNotification("plumbline/openAgain");
			await editor.refreshes(again);
			const [found = "", ...more] = await errors();
			assert.match(found, /\$7 million/);
			assert.deepEqual(more, []);
		} finally {
			assert.equal(await editor.stop(), 0);
		}
	});
});
