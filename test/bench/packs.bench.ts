/**
 * How reference packs grow: a generated pack of 10,000 and of 1,000,000 facts (a tenth as many entities, with aliases) is built, opened cold, asked and edited.
 *
 *     node --expose-gc test/bench/packs.bench.ts [facts…]
 */
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { check } from "../../server/check.ts";
import { files } from "../../server/node/files.ts";
import { packIndex } from "../../server/node/pack-index/index.ts";
import { openPacks } from "../../server/references/packs.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";

const MEASURES = ["revenue", "net profit", "employees", "customers", "stores"];
const YEARS = [2023, 2024];

/** A name of made-up syllables, different for every number. */
function nameOf(n: number): string {
	const syllables = ["ba", "cor", "del", "fen", "gal", "hin", "jor", "kal", "lun", "mer"];
	const stem = String(n)
		.padStart(6, "0")
		.split("")
		.map((digit) => syllables[Number(digit)])
		.join("");
	return `${stem[0]?.toUpperCase()}${stem.slice(1)}`;
}

/** Writes a pack: ten facts an entity, and two aliases. */
function generate(folder: string, facts: number): void {
	mkdirSync(folder, { recursive: true });
	const entities = facts / 10;
	const write = (name: string, header: string, lines: Iterable<string>) => {
		const file = openSync(path.join(folder, name), "w");
		let block = `${header}\n`;
		for (const line of lines) {
			block += `${line}\n`;
			if (block.length > 1 << 20) {
				writeSync(file, block);
				block = "";
			}
		}
		writeSync(file, block);
		closeSync(file);
	};
	write(
		"entities.csv",
		"id,name,aliases,type",
		(function* () {
			for (let e = 0; e < entities; e++) yield `e${e},${nameOf(e)} Industries Inc.,${nameOf(e)}|${nameOf(e)} Works,organisation`;
		})(),
	);
	write("measures.csv", "id,label,aliases,unit", [
		"revenue,revenue,sales|turnover,USD",
		"net profit,net profit,profit,USD",
		"employees,employees,staff,person",
		"customers,customers,,person",
		"stores,stores,shops,store",
	]);
	write(
		"facts.csv",
		"subject,measure,value,unit,period,source",
		(function* () {
			for (let e = 0; e < entities; e++)
				for (const year of YEARS)
					for (const [m, measure] of MEASURES.entries()) {
						const value = ((e * 7919 + m * 104729 + year * 31) % 99991) / 10;
						yield m < 2
							? `e${e},${measure},${value.toFixed(1)},USD million,${year},Annual report`
							: `e${e},${measure},${Math.round(value) + 1},,${year},Annual report`;
					}
		})(),
	);
	writeFileSync(
		path.join(folder, "datapackage.json"),
		JSON.stringify({
			name: `generated-${facts}`,
			licenses: [{ name: "CC0-1.0" }],
			sources: [{ title: "Generated" }],
			resources: ["facts", "entities", "measures"].map((name) => ({ name, path: `${name}.csv`, plumbline: { role: name } })),
		}),
	);
}

const percentile = (times: number[], share: number): number =>
	[...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] as number;

async function time<T>(work: () => Promise<T> | T): Promise<[number, T]> {
	const start = performance.now();
	const result = await work();
	return [performance.now() - start, result];
}

function memory(): number {
	(globalThis as { gc?: () => void }).gc?.();
	return process.memoryUsage().rss / 1e6;
}

async function measure(facts: number): Promise<Record<string, string>> {
	const folder = mkdtempSync(path.join(tmpdir(), "packs-bench-"));
	const pack = path.join(folder, "pack");
	const cache = path.join(folder, "cache");
	try {
		generate(pack, facts);
		const uri = pathToFileURL(pack).href;
		const index = await packIndex(cache, { threshold: 0 });
		if (!index) throw new Error("this Node has no SQLite");
		const open = () => openPacks(files, [uri], { index });
		const [build, built] = await time(open);
		if (built.problems.length > 0) throw new Error(JSON.stringify(built.problems[0]));
		built.store.close();
		const before = memory();
		const e = Math.floor(facts / 20);
		const value = ((e * 7919 + 2024 * 31) % 99991) / 10;
		const article = `${nameOf(e)} Industries Inc. reported revenue of $${value.toFixed(1)} million in 2024.`;
		const options = { today: "2026-01-01", tolerances: defaultTolerances };
		const [cold, first] = await time(async () => {
			const { store } = await open();
			return { store, report: await check(article, store, options) };
		});
		const { store } = first;
		const timed = async (ask: (n: number) => Promise<unknown>): Promise<number[]> => {
			const times: number[] = [];
			for (let i = 0; i < 2000; i++) times.push((await time(() => ask((i * 7919) % (facts / 10))))[0]);
			return times;
		};
		const exact = await timed((n) => store.facts([{ subject: `e${n}`, measures: ["revenue"] }]));
		const alias = await timed((n) => store.mentions([`${nameOf(n)} Works`]));
		const fuzzy = await timed((n) => store.mentions([`The ${nameOf(n).replace(/(.)(.)$/, "$2$1")} deal`]));
		const after = memory();
		store.close();
		const size = statSync(path.join(pack, "facts.csv")).size;
		const text = readFileSync(path.join(pack, "facts.csv"), "utf8");
		const middle = text.indexOf("\n", text.length >> 1) + 1;
		writeFileSync(
			path.join(pack, "facts.csv"),
			`${text.slice(0, middle)}e1,revenue,12345.6,USD million,2026,Correction\n${text.slice(middle)}`,
		);
		const [edit, edited] = await time(async () => {
			const again = await open();
			return { again, found: await again.store.facts([{ subject: "e1", measures: ["revenue"] }]) };
		});
		if (!edited.found[0]?.some((fact) => fact.period === "2026" && fact.value === 12345.6e6)) throw new Error("the edited row is not live");
		edited.again.store.close();
		const ms = (value: number) => `${value < 10 ? value.toFixed(3) : value.toFixed(0)} ms`;
		return {
			facts: String(facts),
			table: `${(size / 1e6).toFixed(1)} MB`,
			build: ms(build),
			"cold open to first verdict": `${ms(cold)} (${first.report.checked[0]?.verdict.name})`,
			"facts of a subject and measure p50/p99": `${ms(percentile(exact, 0.5))} / ${ms(percentile(exact, 0.99))}`,
			"name in a text p50/p99": `${ms(percentile(alias, 0.5))} / ${ms(percentile(alias, 0.99))}`,
			"misspelt name p50/p99": `${ms(percentile(fuzzy, 0.5))} / ${ms(percentile(fuzzy, 0.99))}`,
			"one row more, live": ms(edit),
			"memory open": `${(after - before).toFixed(0)} MB more, ${after.toFixed(0)} MB in all`,
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const sizes = process.argv.slice(2).map(Number);
const rows = [];
for (const facts of sizes.length > 0 ? sizes : [10_000, 1_000_000]) rows.push(await measure(facts));
for (const key of Object.keys(rows[0] ?? {})) console.log(`${key.padEnd(42)}${rows.map((row) => row[key]?.padEnd(34)).join("")}`);
