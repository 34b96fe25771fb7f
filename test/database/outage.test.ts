import assert from "node:assert/strict";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { generatePack } from "../bench/pack.ts";
import { connect, openPlaces, pushFolder, temporary, writePack } from "./desk.ts";
import { load } from "./load.ts";
import { type Server, startServer } from "./server.ts";

/** Facts of the generated pack: enough for the load to be one, few enough for a test. */
const FACTS = 20_000;

describe("a database that goes away", function () {
	this.timeout(60_000);
	let server: Server;
	let address: string;
	const desk = temporary();
	before(async function () {
		this.timeout(400_000);
		server = await startServer();
		address = await server.create("news");
		const folder = path.join(desk.folder, "pack");
		generatePack(folder, FACTS);
		await pushFolder(folder, address);
	});
	after(async () => {
		await server?.remove();
		desk.remove();
	});
	const run = { facts: FACTS, checks: 300, atOnce: 50 };
	const cache = (name: string) => path.join(desk.folder, name);

	it("is waited for: no verdict is wrong, and none is missing, when it is killed under 50 checks", async () => {
		const opened = await openPlaces([address], { cache: cache("none"), copied: 0, patience: 20_000 });
		const { wrong, unreferenced } = await load(opened, {
			...run,
			halfway: async () => {
				await server.kill();
				await pause(500);
				await server.start();
			},
		});
		opened.store.close();
		assert.deepEqual([wrong, unreferenced, opened.notices], [[], 0, []]);
	});

	it("is waited for when it is held and answers nothing", async () => {
		const opened = await openPlaces([address], { cache: cache("none"), copied: 0, patience: 20_000, answerWithin: 400 });
		const { wrong, unreferenced } = await load(opened, {
			...run,
			halfway: async () => {
				server.freeze();
				await pause(1000);
				server.thaw();
			},
		});
		opened.store.close();
		assert.deepEqual([wrong, unreferenced], [[], 0]);
	});

	it("gives way to the copy of this machine, which is told, with every verdict as before", async () => {
		// The copy is made by one run and found by another, which asks the database until it is gone.
		(await openPlaces([address], { cache: cache("copy"), copied: FACTS })).store.close();
		await pushFolder(writePack(cache("other"), { facts: "subject,measure,value,unit,period\nQuillmark,revenue,5,USD,2024\n" }), address);
		const changed: string[] = [];
		const options = { cache: cache("copy"), copied: 0, patience: 0, changed: (place: string) => changed.push(place) };
		const opened = await openPlaces([`${address}?pack=generated-${FACTS}`], options);
		assert.deepEqual(opened.notices, []);
		await server.kill();
		try {
			const during = await load(opened, run);
			assert.deepEqual([during.wrong, during.unreferenced], [[], 0]);
			opened.store.close();
			const away = await openPlaces([`${address}?pack=generated-${FACTS}`], { ...options, now: () => "2026-02-04T10:41:00.000Z" });
			assert.match(
				away.notices.map(({ message }) => message).join(),
				/can't be reached \(nothing listens there\)\. Its pack generated-20000 is asked as it was on \d{4}-\d\d-\d\d at \d\d:\d\d UTC/,
			);
			const { wrong, unreferenced } = await load(away, run);
			assert.deepEqual([wrong, unreferenced], [[], 0]);
			away.store.close();
		} finally {
			await server.start();
		}
	});

	it("has no say any more where there is no copy: nothing is compared, nothing is wrong, and that is an error", async () => {
		const changed: string[] = [];
		const options = { cache: cache("nothing"), copied: 0, patience: 0, changed: (place: string) => changed.push(place) };
		const opened = await openPlaces([address], options);
		const { wrong, unreferenced } = await load(opened, { ...run, mayMiss: true, halfway: () => server.kill() });
		try {
			assert.deepEqual(wrong, []);
			assert.ok(unreferenced > 0);
			assert.deepEqual(changed, [address]);
			assert.match(
				opened.notices[0]?.message ?? "",
				/does not answer any more\. There is no copy of its pack .* “plumbline pack pull” makes one/,
			);
			assert.equal(opened.notices[0]?.severity, "error");
			assert.deepEqual(opened.store.packs, []);
		} finally {
			opened.store.close();
			await server.start();
		}
	});

	it("has all or nothing of a push that it is killed under, and the push can be made again", async () => {
		const folder = path.join(desk.folder, "larger", "pack");
		generatePack(folder, 30_000);
		const cut = assert.rejects(pushFolder(folder, address), /can't be reached|does not answer|is stopping/);
		const watch = connect(address);
		// The push is under way once it holds the row of revisions.
		for (;;) {
			const [row] = await watch.ask<{ held: boolean }>(
				"SELECT count(*) > 0 AS held FROM pg_stat_activity WHERE query LIKE 'INSERT INTO plumbline.%' AND application_name = 'plumbline'",
			);
			if (row?.held) break;
		}
		await watch.close();
		await server.kill();
		await cut;
		await server.start();
		const connection = connect(address);
		const count = async () =>
			Number((await connection.ask<{ n: string }>("SELECT count(*) AS n FROM plumbline.fact WHERE pack = 'generated-30000'"))[0]?.n);
		assert.equal(await count(), 0);
		await pushFolder(folder, address);
		assert.equal(await count(), 30_000);
		await connection.close();
	});
});
