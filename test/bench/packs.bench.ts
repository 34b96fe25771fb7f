/**
 * How reference packs grow: a generated pack of 10,000 and of 1,000,000 facts (a tenth as many entities, with aliases) is built, opened cold, asked and edited.
 *
 *     node test/bench/packs.bench.ts [facts…]
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { check } from "../../server/check.ts";
import { files } from "../../server/node/disk/files.ts";
import { packIndex } from "../../server/node/pack-index/index.ts";
import { openPacks } from "../../server/references/packs.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";
import { nameOf } from "./articles.ts";
import { generatePack } from "./pack.ts";

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

/** What one process measures, so that building leaves nothing in the memory of asking. */
type Step = "build" | "ask" | "edit";

/** The subject that the article is about, and its revenue in 2024. */
function example(facts: number): { readonly name: string; readonly revenue: string } {
	const e = Math.floor(facts / 20);
	return { name: nameOf(e), revenue: (((e * 7919 + 2024 * 31) % 99991) / 10).toFixed(1) };
}

async function perform(step: Step, folder: string, facts: number): Promise<Record<string, string>> {
	const pack = path.join(folder, "pack");
	const uri = pathToFileURL(pack).href;
	const index = await packIndex(path.join(folder, "cache"), { threshold: 0 });
	if (!index) throw new Error("this Node has no SQLite");
	const open = () => openPacks(files, [uri], { index });
	if (step === "build") {
		const [build, { problems, store }] = await time(open);
		if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
		store.close();
		return { build: ms(build), "memory at peak of building": `${Math.round(process.resourceUsage().maxRSS / 1000)} MB` };
	}
	if (step === "edit") {
		// As in an editor that has the pack open: the code that asks is loaded.
		(await open()).store.close();
		const table = path.join(pack, "facts.csv");
		const text = readFileSync(table, "utf8");
		const middle = text.indexOf("\n", text.length >> 1) + 1;
		writeFileSync(table, `${text.slice(0, middle)}e1,revenue,12345.6,USD million,2026,Correction\n${text.slice(middle)}`);
		const idle = process.cpuUsage();
		const [edit, { found, store }] = await time(async () => {
			const { store } = await open();
			return { store, found: await store.facts([{ subject: "e1", measures: ["revenue"] }]) };
		});
		const { user, system } = process.cpuUsage(idle);
		store.close();
		if (!found[0]?.some((fact) => fact.period === "2026" && fact.value === 12345.6e6)) throw new Error("the edited row is not live");
		return { "one row more, live": `${ms(edit)}, processor ${ms((user + system) / 1000)}` };
	}
	const { name, revenue } = example(facts);
	const options = { today: "2026-01-01", tolerances: defaultTolerances };
	// The code of the checker is loaded and warm, as it is in an editor that opens a pack.
	await check("Sales rose 3% to $5 million in 2024.", (await openPacks(files, [])).store, options);
	const before = memory();
	const [cold, { store, report }] = await time(async () => {
		const { store } = await open();
		return { store, report: await check(`${name} Industries Inc. reported revenue of $${revenue} million in 2024.`, store, options) };
	});
	const opened = memory();
	const verdict = report.checked.find(({ claim }) => claim.kind === "money")?.verdict.name;
	if (verdict !== "supported") throw new Error(`the first verdict is ${verdict}`);
	// The clock counts what other programs take as well; the processor's time is ours alone.
	const timed = async (ask: (n: number) => Promise<unknown>, times = 3000): Promise<string> => {
		const clock: number[] = [];
		const processor: number[] = [];
		for (let i = 0; i < times; i++) {
			const before = process.cpuUsage();
			clock.push((await time(() => ask((i * 7919) % (facts / 10))))[0]);
			const { user, system } = process.cpuUsage(before);
			processor.push((user + system) / 1000);
		}
		const warm = (all: number[]) => all.slice(times / 3);
		const shown = (all: number[]) => `${ms(percentile(warm(all), 0.5))} / ${ms(percentile(warm(all), 0.99))}`;
		return `${shown(clock)}, processor ${shown(processor)}`;
	};
	const exact = await timed((n) => store.facts([{ subject: `e${n}`, measures: ["revenue"] }]));
	const near = await timed((n) =>
		store.near([{ value: (((n * 7919 + 2024 * 31) % 99991) / 10) * 1e6, within: 1e5, unit: "USD", limit: 1 }]),
	);
	const nearMeasure = await timed((n) =>
		store.near([{ value: n * 1e5 + 3, within: Number.POSITIVE_INFINITY, measures: ["net profit"], period: "2024", limit: 1 }]),
	);
	const named = await timed((n) => store.mentions([`${nameOf(n)} Works`]));
	const misspelt = await timed((n) => store.mentions([`The ${nameOf(n).replace(/(.)(.)(.)$/, "$2$1$3")} deal`]));
	const searched = await timed((n) => store.search(nameOf(n).slice(2, 7), ["entity", "measure"], 500), 60);
	const after = memory();
	store.close();
	return {
		"cold open to first verdict": ms(cold),
		"facts of a subject and measure p50/p99": exact,
		"nearest value p50/p99": near,
		"nearest value of a measure and period p50/p99": nearMeasure,
		"name in a text p50/p99": named,
		"misspelt name p50/p99": misspelt,
		"part of a name searched p50/p99": searched,
		"memory after the first verdict": `${(opened - before).toFixed(0)} MB more, ${opened.toFixed(0)} MB in all`,
		"memory after 15,000 lookups": `${(after - before).toFixed(0)} MB more, ${after.toFixed(0)} MB in all`,
	};
}

function ms(value: number): string {
	return `${value < 10 ? value.toFixed(3) : value.toFixed(0)} ms`;
}

/** Measures each step in a process of its own. */
function measure(facts: number): Record<string, string> {
	const folder = mkdtempSync(path.join(tmpdir(), "packs-bench-"));
	try {
		generatePack(path.join(folder, "pack"), facts);
		const size = statSync(path.join(folder, "pack", "facts.csv")).size;
		const row: Record<string, string> = { facts: facts.toLocaleString("en"), table: `${(size / 1e6).toFixed(1)} MB` };
		for (const step of ["build", "ask", "edit"] satisfies Step[]) {
			const answer = execFileSync(process.execPath, ["--expose-gc", fileURLToPath(import.meta.url), step, folder, String(facts)], {
				encoding: "utf8",
			});
			Object.assign(row, JSON.parse(answer));
		}
		return row;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const [step, folder, count] = process.argv.slice(2);
if (step === "build" || step === "ask" || step === "edit")
	console.log(JSON.stringify(await perform(step, folder as string, Number(count))));
else {
	const sizes = process.argv.slice(2).map(Number);
	const rows = (sizes.length > 0 ? sizes : [10_000, 1_000_000]).map(measure);
	for (const key of Object.keys(rows[0] ?? {})) console.log(`${key.padEnd(42)}${rows.map((row) => row[key]?.padEnd(58)).join("")}`);
	// What a fixed piece of work takes on this machine at this moment, to compare runs by.
	const loops = Array.from({ length: 9 }, () => {
		const before = performance.now();
		let sum = 0;
		for (let i = 0; i < 20_000_000; i++) sum += Math.sqrt(i);
		return sum > 0 ? performance.now() - before : 0;
	});
	console.log(`${"twenty million square roots, median".padEnd(42)}${ms(percentile(loops, 0.5))}`);
}
