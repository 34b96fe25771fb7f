// Installs, builds and checks the example draft against the example packs. With --editor, opens the example in VS Code.
import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { env, fail, root, run, setup } from "./setup.mjs";

const DRAFT = "examples/newsroom/draft.md";
const PACKS = "packs";
const FINDINGS = 1;

setup();
const built = await run("node", ["scripts/build.mjs"], { timeout: 120_000 });
if (built.status !== 0) fail(built.output);
await (process.argv.includes("--editor") ? openEditor() : checkExample());

async function checkExample() {
	const { status } = await run("node", ["dist/cli.mjs", "check", "--packs", PACKS, DRAFT], { inherit: true });
	if (status > FINDINGS) process.exit(status);
	console.log("\nTo see it in VS Code: npm start -- --editor");
}

async function openEditor() {
	const folder = path.join(root, path.dirname(DRAFT));
	const file = path.join(root, DRAFT);
	const windows = process.platform === "win32";
	if (spawnSync("code", ["--version"], { env, stdio: "ignore", shell: windows }).status === 0) {
		const args = ["--new-window", `--extensionDevelopmentPath=${root}`, folder, file];
		const opened = spawnSync("code", args, { env, stdio: "inherit", shell: windows });
		if (opened.status !== 0) fail("VS Code did not start.");
		console.log(`VS Code opens ${path.dirname(DRAFT)} with the extension.`);
		return;
	}
	console.log("No VS Code on this machine (no command `code`): the browser shows VS Code's own workbench instead.");
	const packed = await run("node", ["scripts/package.mjs"], { timeout: 180_000 });
	if (packed.status !== 0) fail(packed.output);
	// The stand-in runs on the project's Node, which is newer than this one may be.
	const shown = spawn("node", ["test/editor/host/serve.mjs", folder, file], { cwd: root, env, stdio: "inherit", shell: windows });
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => shown.kill(signal));
	shown.once("exit", (code) => process.exit(code ?? 1));
}
