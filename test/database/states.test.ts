import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { plumbline, root } from "../cli/run.ts";
import { pushFolder, temporary, writePack } from "./desk.ts";
import { PASSWORD, type Server, startServer } from "./server.ts";

const FACTS = "subject,measure,value,unit,period\nNorthgas,revenue,33.0,USD billion,2025\nTidal Power,revenue,9,USD million,2025\n";
const ARTICLE =
	"---\ndate: 2026-02-04\n---\n\nNorthgas had revenue of $33.0 billion in 2025.\n\nTidal Power had revenue of $9 million in 2025.\n";

describe("packs in a database, as they were and from a program", function () {
	this.timeout(60_000);
	let server: Server;
	let desk: ReturnType<typeof temporary>;
	let address: string;
	let databases = 0;
	const environment = { ...process.env };

	before(async function () {
		this.timeout(400_000);
		server = await startServer();
	});
	after(() => server?.remove());
	beforeEach(async () => {
		desk = temporary();
		Object.assign(process.env, {
			XDG_CACHE_HOME: path.join(desk.folder, "caches"),
			PGPASSWORD: PASSWORD,
			PLUMBLINE_DATABASE_PATIENCE: "0.2",
		});
		writeFileSync(path.join(desk.folder, "story.md"), ARTICLE);
		address = await server.create(`states${++databases}`);
		await push(FACTS);
		await push(FACTS.replace(",9,", ",7,"));
	});
	afterEach(() => {
		desk.remove();
		for (const name of ["XDG_CACHE_HOME", "PGPASSWORD", "PLUMBLINE_DATABASE_PATIENCE"]) {
			if (environment[name] === undefined) delete process.env[name];
			else process.env[name] = environment[name];
		}
	});
	const push = (facts: string) => pushFolder(writePack(path.join(desk.folder, "energy"), { facts }), address);
	const impact = (...args: string[]) => plumbline(["impact", ...args, "story.md"], "", desk.folder);

	it("two revisions are held against each other, and the newest against a folder", async () => {
		const { code, out, err } = await impact(`${address}@1`, address);
		assert.equal(code, 1, err);
		assert.match(out, /^story\.md \(2026-02-04\)\n {2}7:28 \$9 million, was supported\n {6}.*\$7 million.*\n\n1 claim in 1 of 1 articles/);
		assert.equal((await impact(`${address}@2`, `${address}?pack=energy`)).code, 0);
		const older = writePack(path.join(desk.folder, "before/energy"), { facts: FACTS });
		assert.match((await impact(older, address)).out, /\$9 million, was supported/);
		assert.match((await impact("--packs", address, older, older)).out, /0 claims/);
	});

	it("a revision that is not there, a pack that is not there and a password are said in one line", async () => {
		for (const [state, why] of [
			[`${address}@3`, /has no revision 3; its newest is 2\n$/],
			[`${address}?pack=tides`, /has no pack called tides\n$/],
			[address.replace("owner@", "owner:hunter2@"), /held a password/],
		] as const) {
			const { code, out, err } = await impact(state, address);
			assert.deepEqual([code, out], [2, ""]);
			assert.match(err, why);
			assert.doesNotMatch(err, /hunter2/);
		}
	});

	it("a program opens them as the command line does, and hears of a copy and of a database that is away", async () => {
		const { check, openPacks } = (await import(path.join(root, "dist/index.mjs"))) as typeof import("../../server/node/library.ts");
		const packs = await openPacks([address]);
		assert.deepEqual([packs.names, packs.notes], [["energy"], []]);
		const wrong = async (packs: Awaited<ReturnType<typeof openPacks>>) =>
			(await check(ARTICLE, { packs })).claims.filter(({ verdict }) => verdict === "contradicted").map(({ text }) => text);
		assert.deepEqual(await wrong(packs), ["$9 million"]);
		packs.close();
		await server.kill();
		try {
			const copy = await openPacks([`${address}?pack=energy`]);
			assert.match(copy.notes[0] ?? "", /can't be reached .*Its pack energy is asked as it was on/);
			assert.deepEqual(await wrong(copy), ["$9 million"]);
			copy.close();
			process.env.XDG_CACHE_HOME = path.join(desk.folder, "empty");
			await assert.rejects(openPacks([address]), /There is no copy of its packs on this machine/);
		} finally {
			await server.start();
		}
	});
});
