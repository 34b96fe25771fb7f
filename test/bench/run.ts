/**
 * The benchmark: Plumbline beside other checkers of prose, in an editor, on the command line, with larger packs, on many articles. Prints docs/performance.md
 * and writes it, from what was measured now and what earlier runs have left of the parts that were not.
 *
 *     npm run bench                    everything, about eight minutes on two cores
 *     npm run bench -- editing many    these parts
 *     npm run bench -- --quick         a second a measurement, no article of 1 MB, 10,000 facts; nothing is written
 *     npm run bench -- guard --store   keep today's ratios as those to compare with
 */
import { execFileSync } from "node:child_process";
import { hash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { articleOf } from "./articles.ts";
import { generatePack } from "./pack.ts";
import { thisMachine } from "./page/machine.ts";
import { type Measurements, pageOf } from "./page/page.ts";
import { checkers } from "./parts/checkers.ts";
import { editing } from "./parts/editing.ts";
import { facts } from "./parts/facts.ts";
import { guard, regressions } from "./parts/guard.ts";
import { many } from "./parts/many.ts";
import type { Bench, Measurement, Part } from "./parts/part.ts";
import { profile } from "./parts/profile.ts";
import { start } from "./parts/start.ts";

const parts: readonly Part<unknown>[] = [start, editing, facts, checkers, many, profile, guard];

const root = path.resolve(import.meta.dirname, "../..");
const quick = process.argv.includes("--quick");
const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
for (const name of named) {
	if (parts.some((part) => part.name === name)) continue;
	console.error(`no part ${name}; there are ${parts.map((part) => part.name).join(", ")}`);
	process.exit(2);
}
const cache = path.join(root, ".build/bench");
const measured = path.join(cache, quick ? "quick" : "measured");
mkdirSync(measured, { recursive: true });
// Indexes of the packs made here are no matter of the user's own cache.
process.env.XDG_CACHE_HOME = path.join(cache, "home");
const bench = await prepare();
for (const part of parts) {
	if (named.length > 0 && !named.includes(part.name)) continue;
	const machine = thisMachine();
	console.error(part.name);
	const result = await part.measure(bench);
	writeFileSync(path.join(measured, `${part.name}.json`), JSON.stringify({ machine, quick, result }, null, "\t"));
}
const all = Object.fromEntries(parts.flatMap(({ name }) => readMeasured(name))) as Measurements;
const page = pageOf(all, bench.most);
console.log(page);
if (!quick) writeFileSync(path.join(root, "docs/performance.md"), page);
const slower = all.guard ? regressions(all.guard.result) : [];
if (slower.length > 0) {
	console.error(`Much slower than when its ratio was stored: ${slower.join(", ")}`);
	process.exitCode = 1;
}

function readMeasured(name: string): [string, Measurement<unknown>][] {
	const file = path.join(measured, `${name}.json`);
	return existsSync(file) ? [[name, JSON.parse(readFileSync(file, "utf8")) as Measurement<unknown>]] : [];
}

async function prepare(): Promise<Bench> {
	// What is measured is what ships.
	execFileSync("node", ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
	const articles: Record<string, string> = {};
	for (const [size, length] of Object.entries({ "8 KB": 8_000, "100 KB": 100_000, ...(!quick && { "1 MB": 1_000_000 }) })) {
		articles[size] = path.join(cache, `${length}.md`);
		writeFileSync(articles[size], `---\ndate: 2026-02-04\n---\n\n${articleOf(length)}`);
	}
	let bundled: Promise<string> | undefined;
	const generator = hash("sha256", readFileSync(path.join(import.meta.dirname, "pack.ts"))).slice(0, 8);
	return {
		root,
		cache,
		quick,
		articles,
		most: quick ? 10_000 : 1_000_000,
		example: path.join(root, "packs/connectivity"),
		pack(count) {
			const folder = path.join(cache, `${generator}-${count}`);
			if (!existsSync(folder)) {
				rmSync(`${folder}.new`, { recursive: true, force: true });
				generatePack(path.join(`${folder}.new`, "packs/generated"), count);
				renameSync(`${folder}.new`, folder);
			}
			return path.join(folder, "packs/generated");
		},
		bundle() {
			bundled ??= bundle();
			return bundled;
		},
		say: (line) => console.error(`    ${line}`),
	};
}

async function bundle(): Promise<string> {
	const outfile = path.join(cache, "plumbline.mjs");
	await build({
		stdin: {
			contents: 'export * from "./articles.ts"; export * from "./plumbline.ts"; export * from "./typist.ts";',
			resolveDir: import.meta.dirname,
			loader: "ts",
		},
		bundle: true,
		minify: true,
		platform: "node",
		format: "esm",
		mainFields: ["module", "main"],
		outfile,
		logLevel: "error",
		banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
	});
	return outfile;
}
