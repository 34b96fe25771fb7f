/**
 * A shared reference database under load: a generated pack is pushed to a PostgreSQL of the system's packages, and 50 checks at a time ask it, where it is and
 * from a copy, with the server killed or held in the middle.
 *
 *     node test/bench/database.bench.ts [facts…]      a million unless said otherwise
 */
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect, openPlaces, pushFolder, temporary } from "../database/desk.ts";
import { type LoadOptions, load } from "../database/load.ts";
import { startServer } from "../database/server.ts";
import { generatePack } from "./pack.ts";

/** How long an outage lasts, in milliseconds. */
const OUTAGE = 3000;

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
	const start = performance.now();
	const result = await work();
	console.log(`${what.padEnd(44)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
	return result;
}

for (const facts of process.argv
	.slice(2)
	.map(Number)
	.concat(process.argv.length > 2 ? [] : [1_000_000])) {
	const desk = temporary();
	const server = await startServer();
	try {
		console.log(`\n${facts.toLocaleString("en")} facts`);
		const folder = path.join(desk.folder, "pack");
		generatePack(folder, facts);
		const address = await server.create("news");
		await timed("push to an empty database", () => pushFolder(folder, address));
		await timed("push again, nothing new", () => pushFolder(folder, address));
		await server.run("news", "VACUUM ANALYZE");
		const size = await server.run("news", "SELECT pg_size_pretty(pg_database_size('news')) AS size");
		console.log(`${"size of the database".padEnd(44)} ${size[0]?.size}`);
		// Longer than the 20 s of a run: a busy machine takes its time to recover a killed server, and there is no copy to go on with.
		const live = { cache: path.join(desk.folder, "none"), copied: 0, patience: 120_000 };
		const tell = async (what: string, options: Partial<LoadOptions>, opening: Parameters<typeof openPlaces>[1]) => {
			const opened = await openPlaces([address], opening);
			const { median, p99, longest, perSecond, wrong, unreferenced, checks } = await load(opened, {
				facts,
				checks: 2000,
				atOnce: 50,
				...options,
			});
			opened.store.close();
			console.log(
				`${what.padEnd(44)} median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(0)} ms, ${perSecond.toFixed(0)} checks/s, ` +
					`${wrong.length} wrong and ${unreferenced} unreferenced of ${3 * checks} claims${opened.notices.length > 0 ? `; told: ${opened.notices[0]?.message}` : ""}`,
			);
			if (wrong.length > 0) throw new Error(wrong[0]);
		};
		await tell("one check at a time", { checks: 300, atOnce: 1 }, live);
		await tell("50 checks at once", {}, live);
		await tell("50 at once, server killed and back after 3 s", { halfway: killed }, live);
		await tell("50 at once, server held for 3 s", { halfway: held }, { ...live, answerWithin: 1000 });
		const copies = { cache: path.join(desk.folder, "copies"), copied: facts, patience: 1500 };
		await timed("copy to this machine", async () => (await openPlaces([address], copies)).store.close());
		await tell("50 at once, from the copy", {}, copies);
		await server.kill();
		await tell("50 at once, the database away", {}, copies);
		await server.start();
		const connection = connect(address);
		const [left] = await connection.ask<{ facts: string }>("SELECT count(*) AS facts FROM plumbline.fact WHERE gone IS NULL");
		await connection.close();
		console.log(`${"facts there after it all".padEnd(44)} ${Number(left?.facts).toLocaleString("en")}`);
	} finally {
		await server.remove();
		desk.remove();
	}

	async function killed(): Promise<void> {
		await server.kill();
		await pause(OUTAGE);
		await server.start();
	}
	async function held(): Promise<void> {
		server.freeze();
		await pause(OUTAGE);
		server.thaw();
	}
}
