// Runs suite/ in VS Code's form for the browser (that of vscode.dev) against the packed extension: client and server are workers of a page, and
// the article and its packs are read through a virtual file system. There is no machine behind the page but one that hands out files.
// The results come from a message of the suite, since the workbench answers 0 when its extension host dies.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { unzipSync } from "fflate";
import { requireChromium } from "../editor/host/chromium.mjs";
import { runInWorkbench } from "../editor/host/workbench.mjs";
import { codeRoot, installWebHost } from "./host/install.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const suite = path.join(import.meta.dirname, "suite");
const vsix = path.join(root, "plumbline.vsix");
const kept = path.join(root, "test", "results");
const HOST = "localhost"; // Browsers take any name below it for this machine, which parts of the workbench ask for.
const MINUTE = 60_000;
/** The name that VS Code itself has for a language made up for tests. */
const PSEUDO = "qps-ploc";

if (!existsSync(vsix)) throw new Error("there is no plumbline.vsix: npm run package");
const chromium = requireChromium();
installWebHost();
const scratch = mkdtempSync(path.join(os.tmpdir(), "plumbline-web-"));
const desk = path.join(scratch, "desk");
const total = { passed: 0, failed: 0, skipped: 0 };
let status = 1;
try {
	layDesk();
	// As a part of the editor, in English; and as an installed extension, whose own translations count.
	await runSuite("browser", (packed) => ({ extensionPaths: [packed] }));
	await runSuite("translated", translate, PSEUDO);
	status = total.failed === 0 && total.passed > 0 ? 0 : 1;
	console.log(`${total.passed} passed, ${total.failed} failed`);
} catch (error) {
	total.failed += 1;
	console.error(error);
} finally {
	if (process.env.PLUMBLINE_RESULTS) writeFileSync(process.env.PLUMBLINE_RESULTS, JSON.stringify(total));
	keepPictures();
	rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}
process.exit(status);

/**
 * Runs suite/`name`.ts in a page of its own. `place` is given the folder of the packed extension, which lies beside that of the tests, and answers what
 * else to tell the runner. Throws when the tests do not run to their end.
 */
async function runSuite(name, place, language) {
	const folder = path.join(scratch, name);
	const packed = path.join(folder, "extension");
	unpack(packed);
	await bundleSuite(name, path.join(folder, "tests"));
	const { open } = await import("./host/node_modules/@vscode/test-web/out/server/index.js").then((module) => module.default ?? module);
	const playwright = await import("./host/node_modules/playwright-core/index.mjs");
	const port = await freePort();
	const window = await open({
		browserType: "none", // The window is opened below, which can be asked for pictures.
		host: HOST,
		port,
		...builtAs("0".repeat(40)),
		extensionDevelopmentPath: path.join(folder, "tests"),
		extensionTestsPath: path.join(folder, "tests", "index.js"),
		folderPath: desk,
		...place(packed, folder),
	});
	let results;
	try {
		const code = await runInWorkbench({
			url: `http://${HOST}:${port}/?payload=${encodeURIComponent(JSON.stringify([["skipWelcome", "true"]]))}`,
			browserType: playwright.chromium,
			chromium,
			timeout: 3 * MINUTE,
			pictures: path.join(desk, "pictures"),
			// The build says that it speaks English, and is not to be believed.
			before: language && `Object.defineProperty(globalThis, "_VSCODE_NLS_LANGUAGE", { get: () => "${language}", set: () => {} })`,
			log: (text) => process.env.PLUMBLINE_EDITOR_LOG && console.error(text),
			heard: (text) => {
				const counts = /^@@results (\{.*\})$/.exec(text)?.[1];
				if (counts) results = JSON.parse(counts);
				return counts !== undefined;
			},
		});
		if (!results) throw new Error(`the tests of ${name} did not run to their end: the window answered ${code}`);
		if (code !== 0 && results.failed === 0) throw new Error(`the window of ${name} ended with ${code}`);
		for (const key of Object.keys(total)) total[key] += results[key];
	} finally {
		window.dispose();
	}
}

/** Gives an extension a translation in which every text stands in brackets, and has the runner take it for one that is being developed, as its tests are. */
function translate(packed, folder) {
	const bundle = path.join(packed, "l10n", "bundle.l10n");
	// The web form reads the manifest's texts in English whatever the language, so that those are replaced.
	const manifest = path.join(packed, "package.nls.json");
	for (const [from, to] of [
		[`${bundle}.json`, `${bundle}.${PSEUDO}.json`],
		[manifest, manifest],
	]) {
		const texts = Object.entries(JSON.parse(readFileSync(from, "utf8")));
		writeFileSync(to, JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, `⟦${text}⟧`]))));
	}
	return { extensionDevelopmentPath: folder, extensionTestsPath: path.join(folder, "tests", "index.js") };
}

/** What is in the packed extension, as a server of extensions would hand it out. */
function unpack(folder) {
	for (const [name, content] of Object.entries(unzipSync(readFileSync(vsix)))) {
		if (!name.startsWith("extension/") || name.endsWith("/")) continue;
		const file = path.join(folder, name.slice("extension/".length));
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
}

/** One script for a worker: Mocha's own build for browsers, and assertions in the place of Node's. */
async function bundleSuite(name, folder) {
	await build({
		entryPoints: [path.join(suite, `${name}.ts`)],
		outfile: path.join(folder, "index.js"),
		bundle: true,
		platform: "browser",
		format: "cjs",
		target: "es2023",
		external: ["vscode"],
		alias: { "node:assert/strict": path.join(suite, "assert.ts") },
		sourcemap: "inline",
		logLevel: "warning",
	});
	// An empty extension, in whose name the tests run.
	const manifest = {
		name: "plumbline-web-tests",
		publisher: "plumbline",
		version: "0.0.0",
		engines: { vscode: "^1.101.0" },
		browser: "./index.js",
	};
	writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
}

/** What the window shows: the example draft beside its packs. */
function layDesk() {
	cpSync(path.join(root, "packs"), path.join(desk, "packs"), { recursive: true });
	cpSync(path.join(root, "examples", "newsroom", "draft.md"), path.join(desk, "draft.md"));
	mkdirSync(path.join(desk, "pictures"));
}

/** The place and the name by which the runner finds a build that it has downloaded. */
function builtAs(commit) {
	const builds = path.join(scratch, "builds");
	const place = path.join(builds, `vscode-web-stable-${commit}`);
	mkdirSync(builds, { recursive: true });
	if (!existsSync(place)) symlinkSync(codeRoot, place, "junction");
	if (!existsSync(path.join(place, "version"))) writeFileSync(path.join(place, "version"), commit);
	return { testRunnerDataDir: builds, quality: "stable", commit };
}

/** Pictures are made where the worker can see that they are there. */
function keepPictures() {
	const folder = path.join(desk, "pictures");
	if (!existsSync(folder)) return;
	mkdirSync(kept, { recursive: true });
	for (const name of readdirSync(folder))
		if (name.endsWith(".png") && !name.startsWith(".")) cpSync(path.join(folder, name), path.join(kept, name));
}

function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, HOST, () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}
