import assert from "node:assert/strict";
import path from "node:path";
import { check } from "../../server/check.ts";
import { openPacks } from "../../server/references/packs.ts";
import type { ReferenceStore } from "../../server/references/store.ts";
import { claimsJson } from "../../server/review/json.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";
import { storeContract } from "../unit/references/contract.ts";
import { connect, openPlaces, pushFolder, temporary, writePack } from "./desk.ts";
import { type Server, startServer } from "./server.ts";

describe("packs in a database", function () {
	this.timeout(60_000);
	let server: Server;
	let databases = 0;
	let desk: ReturnType<typeof temporary>;
	before(async function () {
		// PostgreSQL may have to be installed first.
		this.timeout(400_000);
		server = await startServer({ shared_preload_libraries: "pg_stat_statements" });
		await server.run("postgres", "CREATE EXTENSION pg_stat_statements");
	});
	after(() => server?.remove());
	beforeEach(() => {
		desk = temporary();
	});
	afterEach(() => desk.remove());
	const fresh = () => server.create(`news${++databases}`);

	const FACTS =
		"subject,measure,value,unit,period,known_at\nngs,revenue,33.0,USD billion,2025,2026-01-30\nngs,revenue,32.1,USD billion,2025,2025-11-30\ntidal,revenue,7,USD million,2025,\n";
	const ENTITIES = "id,name,aliases,type\nngs,North Gas Corp.,Northgas,organisation\ntidal,Tidal Power,,organisation\n";
	const MEASURES = "id,label,aliases,unit\nrevenue,revenue,turnover,USD\n";
	const pack = (name = "energy", facts = FACTS) =>
		writePack(path.join(desk.folder, name), { facts, entities: ENTITIES, measures: MEASURES });
	const options = { today: "2026-06-01", tolerances: defaultTolerances };
	const verdicts = async (text: string, store: ReferenceStore) =>
		claimsJson(await check(text, store, options)).map(({ text, verdict }) => `${text} ${verdict}`);
	const live = (cache = desk.folder) => ({ cache, copied: 0 });

	for (const [kind, copied] of [
		["asked where it is", 0],
		["copied", 1_000_000],
	] as const) {
		storeContract(
			kind,
			async (folder) => {
				const address = await fresh();
				await pushFolder(folder, address);
				return openPlaces([address], { cache: path.join(folder, "cache"), copied });
			},
			false,
		);
	}

	it("answers all that an article leads to in one round trip, and the next check of it in none", async () => {
		const address = await fresh();
		await pushFolder(pack(), address);
		await pushFolder(
			writePack(path.join(desk.folder, "staff"), {
				facts: "subject,measure,value,unit,period\nNorthgas,staff,12000,person,2025\n",
				measures: "id,label,aliases,unit\nstaff,staff,employees,person\n",
			}),
			address,
		);
		const opened = await openPlaces([address], live());
		const text =
			"Northgas had revenue of $33.0 billion in 2025, and Tidal Power's revenue was $7 million in 2025. Northgas had 12,000 employees in 2025.";
		const statements = await counted(server, address, () => verdicts(text, opened.store));
		for (const found of ["$33.0 billion supported", "$7 million supported", "12,000 employees supported"])
			assert.ok(statements.result.includes(found), `${found}, not ${statements.result.join("; ")}`);
		assert.equal(statements.count, 1);
		assert.equal((await counted(server, address, () => verdicts(text, opened.store))).count, 0);
		opened.store.close();
	});

	it("gives the same reports as the files that were pushed, alone and beside a pack of files", async () => {
		const folder = pack();
		const address = await fresh();
		await pushFolder(folder, address);
		const local = writePack(path.join(desk.folder, "more"), {
			facts: "subject,measure,value,unit,period\nNorthgas,staff,12000,person,2025\nNorth Gas Corp.,stores,4,,2025\n",
		});
		const texts = [
			"Northgas had revenue of $33.0 billion in 2025. Nortgas Corp. said revenue was $32.1 billion in 2025.",
			"North Gas Corp. had turnover of $31 billion in 2025; Tidal Powr's revenue was $7 million in 2025.",
			"The company, Northgas, had 12,000 staff and 4 stores in 2025. Revenue of North Gases was nil.",
			"A firm in the north had gas. Tidal Power revenue of $9 million in 2025.",
		];
		for (const places of [[], [local]]) {
			const { pathToFileURL } = await import("node:url");
			const { files } = await import("../../server/node/disk/files.ts");
			const fromFiles = await openPacks(
				files,
				[folder, ...places].map((place) => pathToFileURL(place).href),
			);
			const there = await openPlaces([address, ...places], live());
			const copy = await openPlaces([address, ...places], { cache: desk.folder });
			for (const text of texts) {
				const expected = JSON.stringify(claimsJson(await check(text, fromFiles.store, options)));
				assert.equal(JSON.stringify(claimsJson(await check(text, there.store, options))), expected);
				assert.equal(JSON.stringify(claimsJson(await check(text, copy.store, options))), expected);
			}
			for (const { store } of [fromFiles, there, copy]) store.close();
		}
	});

	it("writes only what differs, and keeps what went with the revision in which it went", async () => {
		const address = await fresh();
		const name = address.split("/").at(-1) as string;
		assert.deepEqual(await pushFolder(pack(), address), { revision: 1, added: 6, gone: 0, moved: 0 });
		assert.deepEqual(await pushFolder(pack(), address), { revision: 1, added: 0, gone: 0, moved: 0 });
		const before = await openPlaces([address], live());
		const changed = FACTS.replace("\ntidal", "\nngs,revenue,30,USD billion,2024,\ntidal").replace("33.0", "33.5");
		assert.deepEqual(await pushFolder(pack("energy", changed), address), { revision: 2, added: 2, gone: 1, moved: 1 });
		const rows = await server.run(name, "SELECT printed, period, row, since, gone FROM plumbline.fact ORDER BY n");
		assert.deepEqual(
			rows.map(({ printed, row, since, gone }) => [printed, row, Number(since), gone === null ? undefined : Number(gone)]),
			[
				["33.0", 2, 1, 2],
				["32.1", 3, 1, undefined],
				["7", 5, 1, undefined],
				["33.5", 2, 2, undefined],
				["30", 4, 2, undefined],
			],
		);
		// Who opened the database before the push goes on with what it held then.
		assert.equal((await verdicts("Northgas had revenue of $33.0 billion in 2025.", before.store))[0], "$33.0 billion supported");
		const after = await openPlaces([address], live());
		assert.equal((await verdicts("Northgas had revenue of $33.0 billion in 2025.", after.store))[0], "$33.0 billion contradicted");
		before.store.close();
		after.store.close();
	});

	it("lets readers read and editors push, and nobody change or delete a row", async () => {
		const address = await fresh();
		const name = address.split("/").at(-1) as string;
		await pushFolder(pack(), address);
		await server.run(
			name,
			"CREATE ROLE rita LOGIN PASSWORD 'plumb and level' IN ROLE plumbline_reader",
			"CREATE ROLE ed LOGIN PASSWORD 'plumb and level' IN ROLE plumbline_editor",
		);
		const [reader, editor] = [server.address(name, "rita"), server.address(name, "ed")];
		const opened = await openPlaces([reader], live());
		assert.equal((await verdicts("Northgas had revenue of $33.0 billion in 2025.", opened.store))[0], "$33.0 billion supported");
		opened.store.close();
		const changed = pack("energy", FACTS.replace("33.0", "33.5"));
		await assert.rejects(pushFolder(changed, reader), /does not allow it/);
		assert.equal((await pushFolder(changed, editor)).revision, 2);
		for (const statement of [
			"UPDATE plumbline.fact SET printed = '1'",
			"DELETE FROM plumbline.fact",
			"DELETE FROM plumbline.push",
			"DROP TABLE plumbline.fact",
		]) {
			const connection = connect(editor);
			await assert.rejects(connection.ask(statement), /does not allow it/, statement);
			await connection.close();
		}
		const connection = connect(reader);
		await assert.rejects(connection.ask("INSERT INTO plumbline.state VALUES (1, 5)"), /does not allow it/);
		await connection.close();
	});

	it("searches names by an index of trigrams, and without one where none is to be had", async () => {
		const address = await fresh();
		const name = address.split("/").at(-1) as string;
		await pushFolder(pack(), address);
		const plan = await server.run(name, "SET enable_seqscan = off", "EXPLAIN SELECT id FROM plumbline.name WHERE key LIKE '%orthg%'");
		assert.match(JSON.stringify(plan), /name_trigrams/);
		// A database whose owner may make no extension.
		const bare = await fresh();
		const other = bare.split("/").at(-1) as string;
		await server.run(
			"postgres",
			"CREATE ROLE olga LOGIN CREATEROLE PASSWORD 'plumb and level'",
			`REVOKE CREATE ON DATABASE ${other} FROM PUBLIC`,
		);
		await server.run(other, "CREATE SCHEMA plumbline AUTHORIZATION olga");
		await pushFolder(pack(), server.address(other, "olga"));
		const indexes = await server.run(other, "SELECT indexname FROM pg_indexes WHERE indexname = 'name_trigrams'");
		assert.deepEqual(indexes, []);
		const opened = await openPlaces([bare], live());
		assert.deepEqual(
			(await opened.store.search("orthg", ["entity"], 5)).map((known) => known.name),
			["North Gas Corp."],
		);
		opened.store.close();
	});
});

/** How many statements some work has the server run. The server counts. */
async function counted<T>(
	server: Server,
	address: string,
	work: () => Promise<T>,
): Promise<{ readonly result: T; readonly count: number }> {
	const database = address.split("/").at(-1) as string;
	const total = async () => {
		const [row] = await server.run(
			"postgres",
			`SELECT coalesce(sum(calls), 0)::int AS calls FROM pg_stat_statements JOIN pg_database ON oid = dbid WHERE datname = '${database}'`,
		);
		return row?.calls as number;
	};
	const before = await total();
	const result = await work();
	return { result, count: (await total()) - before };
}
