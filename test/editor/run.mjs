// Runs suite/ in VS Code against the packed extension, with a copy of the example folder and a second desk open.
// The results come from a file that the suite writes, since VS Code answers 0 when its extension host dies.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
const vsix = path.join(root, "plumbline.vsix");

if (!existsSync(vsix)) throw new Error("there is no plumbline.vsix: npm run package");
const started = Date.now();
const editor = await findEditor();
console.log(`${editor.kind}: ${editor.executable}, after ${Date.now() - started} ms`);
await bundleSuite();

const scratch = mkdtempSync(path.join(os.tmpdir(), "plumbline-editor-"));
const results = process.env.PLUMBLINE_RESULTS ?? path.join(scratch, "results.json");
rmSync(results, { force: true });
let status = 1;
try {
	const desks = copyDesks();
	const profile = [`--user-data-dir=${path.join(scratch, "user-data")}`, `--extensions-dir=${path.join(scratch, "extensions")}`];
	const settings = path.join(scratch, "user-data", "User");
	mkdirSync(settings, { recursive: true });
	writeFileSync(path.join(settings, "settings.json"), JSON.stringify(QUIET_SETTINGS));
	installExtension(profile);
	mkdirSync(pictures, { recursive: true });
	await runTests({
		vscodeExecutablePath: editor.executable,
		extensionDevelopmentPath: suite,
		extensionTestsPath: path.join(built, "index.cjs"),
		launchArgs: [desks, ...profile],
		extensionTestsEnv: {
			PLUMBLINE_RESULTS: results,
			// Only the stand-in can be asked for pictures of its window.
			PLUMBLINE_PICTURES: editor.kind === "stand-in" ? pictures : undefined,
			PLUMBLINE_LAST_PICTURE: path.join(pictures, "last.png"),
		},
	});
	if (!existsSync(results)) throw new Error("the tests did not run to their end");
	status = 0;
} catch (error) {
	console.error(error.message);
} finally {
	rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}
process.exit(status);

/** Bundles each test file by itself, as CommonJS, which every VS Code loads. Mocha is left to node_modules. */
async function bundleSuite() {
	rmSync(built, { recursive: true, force: true });
	await build({
		entryPoints: readdirSync(suite)
			.filter((name) => name === "index.ts" || name.endsWith(".test.ts"))
			.map((name) => path.join(suite, name)),
		outdir: built,
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

function installExtension(profile) {
	const installed = spawnSync(editor.cli, [...profile, `--install-extension=${vsix}`], {
		encoding: "utf8",
		shell: process.platform === "win32",
	});
	if (installed.status !== 0) throw new Error(`the packed extension could not be installed\n${installed.stdout}${installed.stderr}`);
}
