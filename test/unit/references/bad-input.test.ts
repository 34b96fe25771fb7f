import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { check } from "../../../server/check.ts";
import type { Host } from "../../../server/host.ts";
import { files } from "../../../server/node/disk/files.ts";
import { packIndex } from "../../../server/node/pack-index/index.ts";
import { Problems } from "../../../server/references/pack/problem.ts";
import { readPack } from "../../../server/references/pack/read-pack.ts";
import { openPacks } from "../../../server/references/packs.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";
import { descriptor, memoryHost, openFacts, ROOT } from "./memory-host.ts";

describe("references: bad input", () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "bad-"));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));
	const write = (name: string, content: string | Uint8Array) => {
		mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		writeFileSync(path.join(folder, name), content);
	};
	const FACTS = { name: "facts", path: "facts.csv", plumbline: { role: "facts" } };

	it("a table of any size is read in pieces, and never far ahead of what has been taken in", async () => {
		const piece = new TextEncoder().encode(`${"Northgas,revenue,1.5,USD,2025\n".repeat(4_000)}`);
		let given = 0;
		let taken = 0;
		let furthest = 0;
		const host: Host = {
			...memoryHost({ "datapackage.json": descriptor(FACTS) }),
			async *stream() {
				yield new TextEncoder().encode("subject,measure,value,unit,period\n");
				for (let i = 0; i < 100; i++) {
					given += piece.length;
					furthest = Math.max(furthest, given - taken);
					yield piece;
				}
			},
		};
		const ignore = () => {};
		const sink = {
			fact: ignore,
			entity: ignore,
			measure: ignore,
			person: ignore,
			document: ignore,
			segment: ({ bytes }: { bytes: Uint8Array }) => {
				taken += bytes.length;
				return "";
			},
		};
		const summary = await readPack(host, { folder: ROOT, descriptor: `${ROOT}/datapackage.json` }, sink, new Problems());
		assert.equal(summary?.facts, 400_000);
		assert.ok(furthest < 3 * piece.length, `${furthest} bytes were held of ${given}`);
	}).timeout(30_000);

	it("a large table is indexed with its progress told, up to its last byte", async () => {
		write("pack/datapackage.json", descriptor(FACTS));
		const table = `subject,measure,value,unit,period\n${Array.from({ length: 20_000 }, (_, i) => `Firm ${i},revenue,${i}.5,USD,2025\n`).join("")}`;
		write("pack/facts.csv", table);
		const told: [bytes: number, size: number][] = [];
		const index = await packIndex(path.join(folder, "cache"), { threshold: 0, progress: (_, bytes, size) => told.push([bytes, size]) });
		const { store } = await openPacks(files, [pathToFileURL(path.join(folder, "pack")).href], index ? { index } : {});
		assert.equal(store.packs[0]?.facts, 20_000);
		store.close();
		assert.ok(told.length > 5, String(told.length));
		assert.ok(told.every(([bytes, size], i) => size === table.length && bytes > (told[i - 1]?.[0] ?? 0)));
		assert.equal(told.at(-1)?.[0], table.length);
	});

	for (const kind of ["memory", "index"] as const) {
		const opened = async (text: string, plumbline: object) => {
			write("pack/datapackage.json", descriptor({ ...FACTS, plumbline: { role: "facts", ...plumbline } }));
			write("pack/facts.csv", text);
			const index = kind === "index" ? await packIndex(path.join(folder, "cache"), { threshold: 0 }) : undefined;
			return openPacks(files, [pathToFileURL(path.join(folder, "pack")).href], index ? { index } : {});
		};

		it(`a table of 10,000 columns is read, in ${kind}`, async () => {
			const columns = Array.from({ length: 10_000 }, (_, i) => i);
			const { store, problems } = await opened(
				`firm,${columns.map((i) => `m${i}`).join()}\nNorthgas,${columns.map((i) => `${i}.5`).join()}\nTidal,${columns.join()}\n`,
				{ subject: "firm", valuesMatching: { pattern: "^m(\\d+)$", measure: "measure $1", period: "2025" } },
			);
			assert.deepEqual([problems, store.packs[0]?.facts], [[], 20_000]);
			const [[last] = []] = await store.facts([{ subject: "Northgas", measures: ["measure 9999"] }]);
			assert.equal(last?.printed, "9999.5");
			store.close();
		});

		it(`a table that breaks off in the middle of a cell serves with what it has, in ${kind}`, async () => {
			const { store, problems } = await opened('subject,measure,value,period\nNorthgas,revenue,33.0,2025\nTidal,revenue,"7', {});
			assert.equal((await store.facts([{ subject: "Northgas" }]))[0]?.length, 1);
			assert.deepEqual(
				problems.map(({ code, line, column, endColumn }) => [code, line + 1, column + 1, endColumn + 1]),
				[["broken-table", 3, 1, 17]],
			);
			store.close();
		});
	}

	it("a quotation mark that nobody closes does not gather the rest of a large table", async () => {
		const { store, problems } = await openFacts(`subject,measure,value,period\nA,b,1,2025\n"B,b,2,2025\n${"C,b,3,2024\n".repeat(50_000)}`);
		assert.equal((await store.facts([{ subject: "A" }]))[0]?.length, 1);
		assert.ok(problems.some(({ code, line }) => code === "broken-table" && line === 2));
	});

	it("thousands of names that no table declares are told in good time", async () => {
		const names = Array.from({ length: 2_000 }, (_, i) => `c${i},Company number ${i}`).join("\n");
		const rows = Array.from({ length: 20_000 }, (_, i) => `Concern number ${i},sales,${i},aprox`).join("\n");
		const host = memoryHost({
			"datapackage.json": descriptor(FACTS, { path: "names.csv", plumbline: { role: "entities" } }),
			"facts.csv": `subject,measure,value,qualifier\n${rows}\n`,
			"names.csv": `id,name\n${names}\n`,
		});
		const { problems, store } = await openPacks(host, [ROOT]);
		assert.equal(store.packs[0]?.facts, 20_000);
		assert.equal(problems.filter(({ code }) => code === "unknown-subject").length, 50);
	}).timeout(60_000);

	it("a formula is text", async () => {
		const formula = '=HYPERLINK("https://example.org";"x")';
		const { store, problems } = await openFacts(
			`subject,measure,value,period,note\n"${formula.replaceAll('"', '""')}",revenue,1,2025,+1+cmd|' /C calc'!A0\nB,revenue,=1+1,2025,\n`,
		);
		const [[fact] = []] = await store.facts([{ subject: formula }]);
		assert.deepEqual([fact?.subject, fact?.value, fact?.note], [formula, 1, "+1+cmd|' /C calc'!A0"]);
		assert.deepEqual(
			problems.map(({ code, line }) => [code, line + 1]),
			[["bad-value", 3]],
		);
	});

	for (const leading of ["file:///etc/passwd", "./../x.csv", "data/./../../x.csv", "//server/share/x.csv", "c:x.csv", "x\0.csv"]) {
		it(`the path ${JSON.stringify(leading)} is not read`, async () => {
			const asked: string[] = [];
			const host = memoryHost({ "datapackage.json": descriptor({ ...FACTS, path: leading }) });
			const read = (uri: string) => {
				asked.push(uri);
				return host.read(uri);
			};
			const { problems } = await openPacks({ ...host, read }, [ROOT]);
			assert.deepEqual(
				problems.map(({ code }) => code),
				["leaves-pack"],
			);
			assert.deepEqual(
				asked.filter((uri) => !uri.endsWith(".json")),
				[],
			);
		});
	}

	it("a path with escaped dots is a name, not a way out", async () => {
		write("secret.csv", "subject,measure,value\nA,b,1\n");
		write("pack/datapackage.json", descriptor({ ...FACTS, path: "%2e%2e/secret.csv" }, { ...FACTS, path: "..%2fsecret.csv" }));
		const { store, problems } = await openPacks(files, [pathToFileURL(path.join(folder, "pack")).href]);
		assert.equal(store.packs[0]?.facts, 0);
		assert.deepEqual(
			problems.map(({ code }) => code),
			["missing-file", "missing-file"],
		);
	});

	for (const [what, link, target] of [
		["a file", "pack/facts.csv", "outside/facts.csv"],
		["a folder", "pack/data", "outside"],
	] as const) {
		it(`a link from ${what} to a place outside is not followed, with a descriptor or without`, async () => {
			write("outside/facts.csv", "subject,measure,value\nA,b,1\n");
			mkdirSync(path.join(folder, "pack"));
			symlinkSync(path.join(folder, target), path.join(folder, link));
			if (what === "a folder") write("pack/datapackage.json", descriptor({ ...FACTS, path: "data/facts.csv" }));
			const { store, problems } = await openPacks(files, [pathToFileURL(path.join(folder, "pack")).href]);
			assert.equal(store.packs[0]?.facts ?? 0, 0);
			assert.deepEqual(
				problems.map(({ code }) => code),
				["leaves-pack"],
			);
		});
	}

	describe("a pack deleted while a check runs", () => {
		const options = { today: "2026-02-04", tolerances: defaultTolerances };
		const article = "Northgas reported revenue of $33.0 billion in 2025. Northgas has 1,300 employees.";
		for (const kind of ["memory", "index"] as const) {
			it(`goes on being answered from ${kind}, and nothing throws when it is closed`, async () => {
				write("pack/datapackage.json", descriptor(FACTS));
				write(
					"pack/facts.csv",
					"subject,measure,value,unit,period\nNorthgas,revenue,33.0,USD billion,2025\nNorthgas,employees,1200,person,\n",
				);
				const index = kind === "index" ? await packIndex(path.join(folder, "cache"), { threshold: 0 }) : undefined;
				const { store } = await openPacks(files, [pathToFileURL(path.join(folder, "pack")).href], index ? { index } : {});
				const verdicts = async () => (await check(article, store, options)).checked.map(({ verdict }) => verdict.name);
				const before = await verdicts();
				assert.ok(before.includes("supported"), String(before));
				// Between one question to the store and the next.
				const answers = store.facts;
				let asked = 0;
				const gone = {
					...store,
					facts: (queries: Parameters<typeof answers>[0]) => {
						asked++;
						rmSync(folder, { recursive: true, force: true });
						return answers(queries);
					},
				};
				assert.deepEqual(
					(await check(article, gone, options)).checked.map(({ verdict }) => verdict.name),
					before,
				);
				assert.ok(asked > 0);
				assert.deepEqual(await verdicts(), before);
				store.close();
				assert.equal((await verdicts()).length, before.length);
			});
		}
	});
});
