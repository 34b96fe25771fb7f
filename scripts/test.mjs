// Runs every suite, or those named on the command line, and ends with one line: N passed, N failed.
//
//   npm test                  everything
//   npm test -- lint corpus   these
//
// Types, lint, manifest and package count as one test each. A suite that ran nothing has failed, and so has one that asked for anything outside of this
// machine: suites run confined (confine.mjs), after what they need has been fetched (fetch.mjs).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { attempts, confinement } from "./confine.mjs";
import { env, root, run, setup } from "./setup.mjs";

const results = path.join(root, "test", "results");
const MINUTE = 60_000;

/** Two at a time: the machines this runs on have two cores. */
const LANES = 2;

/** How many lines of a failed suite's output are shown. */
const SHOWN = 80;

/**
 * `foreign`: other programs run beside Plumbline's, whose attempts to reach the outside are not ours.
 * @typedef {{ name: string, command: string[], counts: boolean, after?: string[], alone?: boolean, timeout?: number, foreign?: boolean }} Suite
 */

/** @type {Suite[]} */
const suites = [
	// Whatever reads the bundles waits for `package`, which builds them.
	{ name: "package", command: ["node", "scripts/package.mjs"], counts: false },
	{ name: "types", command: ["tsc", "-b"], counts: false },
	{ name: "lint", command: ["biome", "check", "--error-on-warnings", "--diagnostic-level=warn", "--colors=off", "."], counts: false },
	{ name: "manifest", command: ["node", "scripts/manifest.mjs", "--check"], counts: false },
	{ name: "l10n", command: ["node", "scripts/l10n.mjs", "--check"], counts: false },
	{ name: "docs", command: ["node", "scripts/docs.mjs", "--check"], counts: false },
	{ name: "schema", command: ["node", "scripts/schema.mjs", "--check"], counts: false },
	...["patterns", "unit", "corpus", "checks", "articles", "features"].map((name) => mochaSuite(name)),
	{ name: "grammar", command: ["vscode-tmgrammar-test", ...markdownGrammars(), "test/grammar/*.test.md"], counts: false },
	// Against a PostgreSQL of the system's packages, which it may have to install.
	mochaSuite("database", { after: ["package"], timeout: 10 * MINUTE }),
	mochaSuite("cli", { after: ["package"] }),
	mochaSuite("server", { after: ["package"] }),
	mochaSuite("packed", { after: ["package"] }),
	mochaSuite("robust", { after: ["package"] }),
	// In VS Code for the browser.
	{ name: "web", command: ["node", "test/web/run.mjs"], counts: true, foreign: true, after: ["package"], timeout: 8 * MINUTE },
	// Alone, because it measures how soon a keystroke is answered.
	{
		name: "editor",
		command: ["node", "test/editor/run.mjs"],
		counts: true,
		foreign: true,
		after: ["package"],
		alone: true,
		timeout: 8 * MINUTE,
	},
	// Builds once more, so nothing else may read the bundles meanwhile; shows the stand-in where the editor tests have installed it.
	mochaSuite("start", { after: ["package", "editor"], alone: true, foreign: true }),
];

const started = performance.now();
setup();
const chosen = choose(process.argv.slice(2));
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
await run("node", ["scripts/fetch.mjs", ...chosen.map(({ name }) => name)], { inherit: true });
const confined = confinement(env);
console.log(confined.words);
const total = { passed: 0, failed: 0, skipped: 0 };
await runAll(chosen);
console.log(`\n${seconds(started)} in all`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

/** What the injection of syntaxes/ is tested on: Markdown's own grammar and those that it holds. */
function markdownGrammars() {
	const names = ["markdown", "html", "html-derivative", "yaml"];
	return names.flatMap((name) => ["--grammar", `node_modules/tm-grammars/grammars/${name}.json`]);
}

function mochaSuite(name, more = {}) {
	return { name, command: ["mocha", "--reporter", "./test/reporter.cjs", `test/${name}/**/*.test.ts`], counts: true, ...more };
}

/** The suites named, with those that they wait for. Every folder of test/ that holds tests must be a suite. */
function choose(names) {
	const known = new Set(suites.map((suite) => suite.name));
	for (const file of readdirSync(path.join(root, "test"), { recursive: true })) {
		const [folder] = file.split(path.sep);
		if (!file.endsWith(".test.ts") || known.has(folder) || folder === "bench") continue;
		throw new Error(`no suite runs test/${file}: name its folder in scripts/test.mjs`);
	}
	for (const name of names) if (!known.has(name)) throw new Error(`no suite ${name}; there are ${[...known].join(", ")}`);
	if (names.length === 0) return suites;
	const needed = new Set(names.flatMap((name) => [name, ...(suites.find((suite) => suite.name === name)?.after ?? [])]));
	return suites.filter((suite) => needed.has(suite.name));
}

/** Runs suites in their order, as many at a time as there are lanes, each as soon as those that it waits for are over. */
async function runAll(list) {
	const waiting = [...list];
	const running = new Map();
	const over = new Set();
	while (waiting.length > 0 || running.size > 0) {
		for (const suite of [...waiting]) {
			const ready = (suite.after ?? []).every((name) => over.has(name));
			const alone = running.size > 0 && (suite.alone || [...running.keys()].some((other) => other.alone));
			if (!ready || alone || running.size >= LANES) continue;
			waiting.splice(waiting.indexOf(suite), 1);
			running.set(
				suite,
				runSuite(suite).then((result) => {
					report(suite, result);
					running.delete(suite);
					over.add(suite.name);
				}),
			);
		}
		await Promise.race(running.values());
	}
}

/** @param {Suite} suite */
async function runSuite({ name, command, counts, foreign, timeout = 4 * MINUTE }) {
	const from = performance.now();
	const file = path.join(results, `${name}.json`);
	const outside = path.join(results, `${name}.outside`);
	const [program, ...args] = confined.around(...split(command));
	const extraEnv = { PLUMBLINE_RESULTS: file, ...confined.env(outside) };
	const { status, output: said } = await run(program, args, { timeout, extraEnv });
	const asked = attempts(outside).filter((one) => !foreign || isOurs(one));
	const output = `${asked.map(({ what, host, stack }) => `It asked for the outside: ${what} ${host}\n${stack}\n`).join("")}${said}`;
	writeFileSync(path.join(results, `${name}.log`), output);
	const ok = status === 0 && asked.length === 0;
	const counted = counts ? readCounts(file) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
	// A run that ended badly, or that ran nothing, counts as one failure more than its tests say.
	if (counts && ((!ok && counted.failed === 0) || counted.passed + counted.failed === 0)) counted.failed += 1;
	return { ...counted, output, time: seconds(from) };
}

function split([program, ...args]) {
	return [program, args];
}

/** Whether an attempt to reach the outside was made by the extension or by what it has started. */
function isOurs({ program, stack }) {
	return /[\\/]dist[\\/](?:server|cli|client)[\w.-]*\.[cm]js/.test(`${program}\n${stack}`);
}

function readCounts(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { passed: 0, failed: 0, skipped: 0 };
}

function report({ name }, { passed, failed, skipped, output, time }) {
	total.passed += passed;
	total.failed += failed;
	total.skipped += skipped;
	const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
	console.log(`${failed > 0 ? "✗" : "✓"} ${name.padEnd(10)} ${counts.padEnd(32)} ${time.padStart(8)}`);
	if (failed === 0) return;
	const lines = (output.trim() || "It ran no test.").split("\n");
	console.log(
		lines
			.slice(0, SHOWN)
			.map((line) => `    ${line}\n`)
			.join(""),
	);
	if (lines.length > SHOWN) console.log(`    … ${lines.length - SHOWN} lines more in test/results/${name}.log\n`);
}

function seconds(from) {
	return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
