/**
 * Plumbline beside other checkers of prose, in one run on one machine, on generated articles: `npm run bench`. Prints a table and writes it to
 * docs/performance.md. The peers are installed into test/bench/peers/ when they are not there.
 *
 *     npm run bench -- --quick      a second a measurement, no article of 1 MB, 10,000 facts; written down only with --write
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { articleOf } from "./articles.ts";
import { type Editing, typeInServer } from "./editing.ts";
import { generatePack } from "./pack.ts";

const root = path.resolve(import.meta.dirname, "../..");
const quick = process.argv.includes("--quick");
const peers = ["cspell", "markdownlint", "write-good", "textlint", "harper"];
const sizes = { "8 KB": 8_000, "100 KB": 100_000, ...(quick ? {} : { "1 MB": 1_000_000 }) };

/** A full check that is expected to take longer than this is not begun. Milliseconds. */
const LONGEST = 8000;

/** What `measure.mjs` prints. */
interface Measured {
	readonly cold: number;
	readonly full: number;
	readonly p50: number;
	readonly p95: number;
	readonly max: number;
	readonly edits: number;
	readonly memory: number;
	readonly findings: number;
}

if (!existsSync(path.join(import.meta.dirname, "peers/node_modules")))
	execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
		cwd: path.join(import.meta.dirname, "peers"),
		stdio: "inherit",
	});
const folder = mkdtempSync(path.join(os.tmpdir(), "plumbline-bench-"));
try {
	await bench();
} finally {
	rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
	const bundle = path.join(folder, "plumbline.mjs");
	const articles: Record<string, string> = {};
	for (const [size, length] of Object.entries(sizes)) {
		articles[size] = path.join(folder, `${length}.md`);
		writeFileSync(articles[size], `---\ndate: 2026-02-04\n---\n\n${articleOf(length)}`);
	}
	await build({
		stdin: { contents: 'export * from "./articles.ts"; export * from "./plumbline.ts";', resolveDir: import.meta.dirname, loader: "ts" },
		bundle: true,
		minify: true,
		platform: "node",
		format: "esm",
		mainFields: ["module", "main"],
		outfile: bundle,
		logLevel: "error",
		banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
	});
	const example = path.join(root, "packs/connectivity");
	const million = path.join(folder, "million/packs/generated");
	const facts = quick ? 10_000 : 1_000_000;
	generatePack(million, facts);
	const packs: Record<string, string> = { "Plumbline, example pack": example, [`Plumbline, ${facts.toLocaleString("en")} facts`]: million };
	const rows: Record<string, Record<string, Measured>> = {};
	for (const size of Object.keys(sizes)) {
		const row: Record<string, Measured> = {};
		rows[size] = row;
		for (const name of [...Object.keys(packs), ...peers]) {
			// A checker that would be at it for minutes is left out of the longer article: some take more than twice as long for twice the length.
			const shorter = Object.entries(rows).at(-2);
			const growth = shorter ? (sizes[size as keyof typeof sizes] as number) / (sizes[shorter[0] as keyof typeof sizes] as number) : 1;
			if (shorter && (shorter[1][name]?.full ?? Number.POSITIVE_INFINITY) * growth ** 1.5 > LONGEST) continue;
			const measured = measure(bundle, name, articles[size] as string, packs[name]);
			if (measured) row[name] = measured;
			console.error(
				`${size}  ${name}  ${measured ? `full ${measured.full.toFixed(1)} ms, edit p50 ${measured.p50.toFixed(2)} ms` : "failed"}`,
			);
		}
	}
	const editing: Record<string, Editing> = {};
	const cold: Record<string, number> = {};
	mkdirSync(path.join(folder, "none"), { recursive: true });
	for (const [name, pack] of Object.entries(packs)) {
		const text = articleOf(8_000);
		editing[name] = await typeInServer(name.includes("example") ? root : path.join(folder, "million"), text, quick ? 50 : 300);
		cold[name] = coldStart(pack, articles["8 KB"] as string);
	}
	const page = report(rows, editing, cold);
	console.log(page);
	if (!quick || process.argv.includes("--write")) writeFileSync(path.join(root, "docs/performance.md"), page);
}

/** Measures one checker in a process of its own. Undefined when it could not cope. */
function measure(bundle: string, name: string, article: string, pack: string | undefined): Measured | undefined {
	const checker = pack ? "plumbline" : name;
	const args = ["--expose-gc", path.join(import.meta.dirname, "measure.mjs"), bundle, checker, article, quick ? "1" : "4"];
	if (pack) args.push(pathToFileURL(pack).href, path.join(folder, "cache"));
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 240_000 });
	if (status === 0) return JSON.parse(stdout);
	console.error(stderr.slice(-400));
	return undefined;
}

/** From the shell to the verdicts of one article: the median of nine runs of the built command line, its files and index warm. */
function coldStart(pack: string, article: string): number {
	const times = Array.from({ length: 10 }, () => {
		const from = performance.now();
		spawnSync(process.execPath, [path.join(root, "dist/cli.mjs"), "check", "--packs", pack, "--fail-on", "never", article]);
		return performance.now() - from;
	});
	return times.slice(1).sort((a, b) => a - b)[4] as number;
}

function report(rows: Record<string, Record<string, Measured>>, editing: Record<string, Editing>, cold: Record<string, number>): string {
	const ms = (value: number | undefined) =>
		value === undefined ? "–" : value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString("en");
	const lines = [
		"# Performance",
		"",
		"Written by `npm run bench`, which measures Plumbline and other checkers of prose one after the other in one run, each in a process of its own, on",
		"generated articles with a figure in about twelve words. They do different work: cSpell looks words up, markdownlint reads markup, write-good, textlint",
		"(with its write-good rule) and Harper judge style. Plumbline finds claims, asks its packs and judges. Times are milliseconds; × is how many times as long",
		"as Plumbline with the example pack. _Full_ begins with nothing known of the article. _Edit_ follows one keystroke somewhere in it.",
		"",
		`${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.arch()}, Node ${process.version}; load ${os
			.loadavg()
			.map((load) => load.toFixed(1))
			.join(" ")} at the end. ${new Date().toISOString().slice(0, 10)}.`,
	];
	for (const [size, row] of Object.entries(rows)) {
		const own = Object.values(row)[0];
		lines.push(
			"",
			`## An article of ${size}`,
			"",
			"| | first result | full | | edit p50 | | p95 | max | memory, MB |",
			"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
		);
		for (const [name, one] of Object.entries(row)) {
			const times = (value: number, of: number | undefined) => (of === undefined ? "" : `${(value / of).toFixed(1)}×`);
			lines.push(
				`| ${name} | ${ms(one.cold)} | ${ms(one.full)} | ${times(one.full, own?.full)} | ${ms(one.p50)} | ${times(one.p50, own?.p50)} | ${ms(one.p95)} | ${ms(one.max)} | ${Math.round(one.memory)} |`,
			);
		}
	}
	lines.push(
		"",
		"## The language server and the command line",
		"",
		"Keystroke to diagnostics over stdio in an article of 8 KB, the pause included; and from the shell to the verdicts of that article.",
		"",
	);
	lines.push("| | keystroke p50 | p95 | max | server memory, MB | command line |", "| --- | ---: | ---: | ---: | ---: | ---: |");
	for (const [name, one] of Object.entries(editing))
		lines.push(`| ${name} | ${ms(one.p50)} | ${ms(one.p95)} | ${ms(one.max)} | ${Math.round(one.memory)} | ${ms(cold[name])} |`);
	return `${lines.join("\n")}\n`;
}
