import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { files } from "../../../server/node/disk/files.ts";
import { packIndex } from "../../../server/node/pack-index/index.ts";
import { type OpenedPacks, openPacks } from "../../../server/references/packs.ts";
import { PACK, storeContract } from "./contract.ts";
import { descriptor } from "./memory-host.ts";

/** Makes a row long, so that a few thousand of them are several stretches of a table. */
const PADDING = "as reported in the annual report ".repeat(6).trim();

describe("references: stores", () => {
	let folder: string;
	let cache: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "packs-"));
		cache = path.join(folder, "cache");
		for (const [name, text] of Object.entries(PACK)) write(name, text);
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	function write(name: string, text: string): void {
		writeFileSync(path.join(folder, name), text);
	}
	async function inMemory(): Promise<OpenedPacks> {
		return openPacks(files, [pathToFileURL(folder).href]);
	}
	async function indexed(): Promise<OpenedPacks> {
		const index = await packIndex(cache, { threshold: 0 });
		assert.ok(index, "this Node has SQLite");
		return openPacks(files, [pathToFileURL(folder).href], { index });
	}

	storeContract("in memory", (folder) => openPacks(files, [pathToFileURL(folder).href]));
	storeContract("in SQLite", async (folder) => {
		const index = await packIndex(path.join(folder, "cache"), { threshold: 0 });
		assert.ok(index, "this Node has SQLite");
		return openPacks(files, [pathToFileURL(folder).href], { index });
	});

	describe("the index", () => {
		const revenue = async (subject: string) => {
			const { store, problems } = await indexed();
			const [facts = []] = await store.facts([{ subject, measures: ["revenue"] }]);
			const [mentions = []] = await store.mentions([subject]);
			store.close();
			return {
				rows: facts.map(({ value, row }) => [value, row]),
				problems: problems.map(({ code, line }) => `${code} ${line + 1}`),
				met: mentions.length > 0,
			};
		};
		/** Thousands of rows, so that the table has several stretches. */
		const many = (edit: (lines: string[]) => string[] = (lines) => lines) =>
			[
				"subject,measure,value,unit,period,note",
				...edit(Array.from({ length: 5_000 }, (_, i) => `firm ${i},revenue,${i}.5,USD,2025,${PADDING}`)),
			].join("\n");

		it("is one file, made once and used again", async () => {
			(await indexed()).store.close();
			const made = readdirSync(cache);
			(await indexed()).store.close();
			assert.deepEqual(readdirSync(cache), made);
			assert.equal(made.length, 1);
		});

		it("is made anew when it is broken, of no use or gone", async () => {
			(await indexed()).store.close();
			const [name = ""] = readdirSync(cache);
			writeFileSync(path.join(cache, name), "not a database at all".repeat(400));
			assert.equal((await revenue("ngs")).rows.length, 2);
			rmSync(cache, { recursive: true });
			assert.equal((await revenue("ngs")).rows.length, 2);
		});

		for (const [what, edit, expected] of [
			["a row that changed", (lines: string[]) => lines.with(2_500, "firm 2500,revenue,77,USD,2025,"), [77, 2_502]],
			["a row that came before it", (lines: string[]) => lines.toSpliced(100, 0, "new firm,revenue,1,USD,2025,"), [2500.5, 2_503]],
			["rows that went before it", (lines: string[]) => lines.toSpliced(100, 2), [2500.5, 2_500]],
			["a row that came at the end", (lines: string[]) => [...lines, "new firm,revenue,1,USD,2025,"], [2500.5, 2_502]],
			["rows that went at the end", (lines: string[]) => lines.slice(0, 2_501), [2500.5, 2_502]],
			["the first row", (lines: string[]) => lines.slice(1), [2500.5, 2_501]],
		] as const) {
			it(`follows ${what}`, async () => {
				write("datapackage.json", descriptor({ path: "facts.csv", plumbline: { role: "facts" } }));
				write("facts.csv", many());
				await revenue("firm 2500");
				write("facts.csv", many(edit));
				assert.deepEqual((await revenue("firm 2500")).rows, [[...expected]]);
				const fresh = await inMemory();
				assert.equal((await indexed()).store.packs[0]?.facts, fresh.store.packs[0]?.facts);
			});
		}

		it("follows names and problems with the rows", async () => {
			write("datapackage.json", descriptor({ path: "facts.csv", plumbline: { role: "facts" } }));
			write(
				"facts.csv",
				many((lines) => [...lines.slice(0, -1), "firm 4999,revenue,x.y,USD,2025,"]),
			);
			assert.deepEqual(await revenue("firm 4999"), { rows: [], problems: ["bad-value 5001"], met: false });
			write(
				"facts.csv",
				many((lines) => ["Glassworks,revenue,5,USD,2025,", ...lines.slice(0, -1), "firm 4999,revenue,x.y,USD,2025,"]),
			);
			assert.deepEqual(await revenue("Glassworks"), { rows: [[5, 2]], problems: ["bad-value 5002"], met: true });
			write(
				"facts.csv",
				many((lines) => [...lines.slice(0, -1), "firm 1,revenue,1.5,USD,2025,"]),
			);
			assert.deepEqual(await revenue("Glassworks"), { rows: [], problems: ["duplicate-row 5001"], met: false });
		});

		it("follows rows that repeat others, wherever those are", async () => {
			write("datapackage.json", descriptor({ path: "facts.csv", plumbline: { role: "facts" } }));
			const rows = (...edits: [row: number, value: number][]) =>
				many((lines) => edits.reduce((all, [row, value]) => all.with(row - 2, `Twice Ltd,revenue,${value},USD,2025,`), lines));
			const told = async (text: string) => {
				write("facts.csv", text);
				const found = await revenue("Twice Ltd");
				const fresh = await inMemory();
				const [facts = []] = await fresh.store.facts([{ subject: "Twice Ltd" }]);
				assert.deepEqual(
					[inOrder(found.rows), found.problems],
					[facts.map(({ value, row }) => [value, row]), fresh.problems.map(({ code, line }) => `${code} ${line + 1}`)],
				);
				return [inOrder(found.rows), found.problems];
			};
			const inOrder = (rows: number[][]) => rows.sort(([, a = 0], [, b = 0]) => a - b);
			const repeated = [[[7, 10]], ["duplicate-row 4000"]];
			assert.deepEqual(await told(rows([10, 7], [4000, 7])), repeated);
			assert.deepEqual(await told(rows([10, 8], [4000, 7])), [
				[
					[8, 10],
					[7, 4000],
				],
				["rows-disagree 4000"],
			]);
			assert.deepEqual(await told(rows([10, 7], [4000, 7])), repeated);
			assert.deepEqual(await told(rows([4000, 7])), [[[7, 4000]], []]);
			assert.deepEqual(await told(rows([10, 7], [3000, 7], [4000, 7])), [[[7, 10]], ["duplicate-row 3000", "duplicate-row 4000"]]);
		});

		it("tells what is wrong with the descriptor once, however often rows change", async () => {
			write(
				"datapackage.json",
				JSON.stringify({
					name: "desk",
					resources: [{ path: "facts.csv", plumbline: { role: "facts", locator: "page", period: "period", qualifier: { is: "aprox" } } }],
				}),
			);
			const rows = (value: number) => many((lines) => lines.with(100, `firm 100,revenue,${value},USD,2025,`));
			const told = async (value: number) => {
				write("facts.csv", rows(value));
				const { store, problems } = await indexed();
				const [[fact] = []] = await store.facts([{ subject: "firm 100" }]);
				store.close();
				assert.equal(fact?.value, value);
				return problems.map(({ code }) => code).sort();
			};
			const once = ["bad-qualifier", "missing-licence", "missing-source", "unknown-column"];
			for (const value of [7, 77, 777]) assert.deepEqual(await told(value), once);
		});

		it("is made anew when names or the descriptor change", async () => {
			await revenue("ngs");
			write("entities.csv", `${PACK["entities.csv"]}drift,Drift Ltd,,organisation\n`);
			assert.equal((await revenue("Drift Ltd")).met, true);
		});
	});
});
