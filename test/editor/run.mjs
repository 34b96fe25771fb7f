// Runs suite/ in VS Code against the packed extension, with a copy of the example folder and a second desk open; then restricted/ in a window
// with a folder that nobody trusts.
// Words on the command line choose test files by their names: node test/editor/run.mjs desk
// The results come from files that the suites write, since VS Code answers 0 when its extension host dies.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { findEditor } from "./editor.mjs";
import { QUIET_SETTINGS } from "./host/settings.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const suite = path.join(import.meta.dirname, "suite");
const built = path.join(root, ".build", "editor");
const pictures = path.join(root, "test", "results");
// VS Code's own extensions that wake when a Markdown file of a folder is opened, or with the window.
const WAKE_WITH_ARTICLES = ["markdown-language-features", "emmet", "typescript-language-features", "npm", "json-language-features"]
	.concat(["extension-editing", "merge-conflict", "git", "git-base", "configuration-editing"])
	.map((name) => `vscode.${name}`);
const vsix = path.join(root, "plumbline.vsix");

if (!existsSync(vsix)) throw new Error("there is no plumbline.vsix: npm run package");
const started = Date.now();
const editor = await findEditor();
console.log(`${editor.kind}: ${editor.executable}, after ${Date.now() - started} ms`);
const wanted = process.argv.slice(2);
for (const name of ["suite", "restricted"]) await bundleSuite(name);

const scratch = mkdtempSync(path.join(os.tmpdir(), "plumbline-editor-"));
const total = { passed: 0, failed: 0, skipped: 0 };
let status = 1;
try {
	mkdirSync(pictures, { recursive: true });
	await runSuite("suite", copyDesks(), QUIET_SETTINGS, (window) => runTests(window));
	const careful = { ...QUIET_SETTINGS, "security.workspace.trust.enabled": true, "security.workspace.trust.startupPrompt": "never" };
	await runSuite("restricted", layUntrustedFolder(), careful, openRestricted);
	status = 0;
} catch (error) {
	console.error(error.message);
} finally {
	if (process.env.PLUMBLINE_RESULTS) writeFileSync(process.env.PLUMBLINE_RESULTS, JSON.stringify(total));
	rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}
process.exit(status);

/** Opens a window with a profile of its own, in which the packed extension is installed, and adds what its tests say. Throws when they fail or do not end. */
async function runSuite(name, opened, settings, open) {
	if (!readdirSync(path.join(built, name)).some((file) => file.endsWith(".test.cjs"))) return;
	const userData = path.join(scratch, name, "user-data");
	const profile = [`--user-data-dir=${userData}`, `--extensions-dir=${path.join(scratch, name, "extensions")}`];
	mkdirSync(path.join(userData, "User"), { recursive: true });
	writeFileSync(path.join(userData, "User", "settings.json"), JSON.stringify(settings));
	installExtension(profile);
	const results = path.join(scratch, `${name}.json`);
	try {
		await open({
			vscodeExecutablePath: editor.executable,
			extensionDevelopmentPath: suite,
			extensionTestsPath: path.join(built, name, "index.cjs"),
			launchArgs: [opened, ...profile],
			extensionTestsEnv: {
				PLUMBLINE_RESULTS: results,
				// Only the stand-in can be asked for pictures of its window.
				PLUMBLINE_PICTURES: editor.kind === "stand-in" ? pictures : undefined,
				PLUMBLINE_LAST_PICTURE: path.join(pictures, "last.png"),
			},
		});
	} finally {
		const counted = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : undefined;
		for (const key of Object.keys(total)) total[key] += counted?.[key] ?? 0;
		if (!counted) total.failed += 1;
	}
	if (!existsSync(results)) throw new Error(`the tests of ${name} did not run to their end`);
}

/** What `runTests` does, but for `--disable-workspace-trust`, which it always adds. */
function openRestricted({ vscodeExecutablePath, extensionDevelopmentPath, extensionTestsPath, launchArgs, extensionTestsEnv }) {
	const quiet = ["--no-sandbox", "--disable-gpu-sandbox", "--disable-updates", "--skip-welcome", "--skip-release-notes"];
	const paths = [`--extensionDevelopmentPath=${extensionDevelopmentPath}`, `--extensionTestsPath=${extensionTestsPath}`];
	const child = spawn(vscodeExecutablePath, [...launchArgs, ...quiet, ...paths], {
		env: { ...process.env, ...extensionTestsEnv, PLUMBLINE_WITHOUT: WAKE_WITH_ARTICLES.join() },
		stdio: "inherit",
	});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`the window ended with ${code}`))));
	});
}

/** Bundles each test file by itself, as CommonJS, which every VS Code loads. Mocha is left to node_modules. */
async function bundleSuite(name) {
	const folder = path.join(import.meta.dirname, name);
	rmSync(path.join(built, name), { recursive: true, force: true });
	await build({
		entryPoints: [
			path.join(suite, "index.ts"),
			...readdirSync(folder)
				.filter((file) => file.endsWith(".test.ts") && (wanted.length === 0 || wanted.some((word) => file.includes(word))))
				.map((file) => path.join(folder, file)),
		],
		outdir: path.join(built, name),
		entryNames: "[name]",
		outExtension: { ".js": ".cjs" },
		bundle: true,
		platform: "node",
		format: "cjs",
		target: "node22",
		external: ["vscode", "mocha"],
		sourcemap: "inline",
		logLevel: "warning",
	});
}

/** A copy of the example and its packs, which tests may write to, and a second desk with a pack of its own. The file that opens both. */
function copyDesks() {
	const copy = path.join(scratch, "copy");
	for (const name of ["examples", "packs"]) cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
	const harbour = path.join(copy, "harbour");
	mkdirSync(path.join(harbour, "packs"), { recursive: true });
	writeFileSync(path.join(harbour, "packs", "facts.csv"), "subject,measure,value,unit\nHarbour Bridge,cost,45.2,USD million\n");
	writeFileSync(path.join(harbour, "bridge.md"), "The Harbour Bridge cost $42.5 million.\n");
	const workspace = path.join(copy, "desks.code-workspace");
	writeFileSync(workspace, JSON.stringify({ folders: [{ path: "examples/newsroom" }, { path: "harbour" }] }));
	return workspace;
}

/** A folder as somebody might send it: a pack that is data, and settings that name a pack outside of it, a database and a key. */
function layUntrustedFolder() {
	const folder = path.join(scratch, "sent");
	const outside = path.join(scratch, "outside");
	const rows = { [folder]: "Harbour Bridge,cost,45.2,USD million", [outside]: "Ferry Terminal,cost,8.1,USD million" };
	for (const [place, row] of Object.entries(rows)) {
		mkdirSync(path.join(place, "packs"), { recursive: true });
		writeFileSync(path.join(place, "packs", "facts.csv"), `subject,measure,value,unit\n${row}\n`);
	}
	const article = "The Harbour Bridge cost $42.5 million.\n\nThe Ferry Terminal cost $9.4 million.\n";
	writeFileSync(path.join(folder, "article.md"), article);
	return folder;
}

function installExtension(profile) {
	const installed = spawnSync(editor.cli, [...profile, `--install-extension=${vsix}`], {
		encoding: "utf8",
		shell: process.platform === "win32",
	});
	if (installed.status !== 0) throw new Error(`the packed extension could not be installed\n${installed.stdout}${installed.stderr}`);
}
