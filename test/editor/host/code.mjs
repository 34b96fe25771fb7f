#!/usr/bin/env node
// Takes the place of the desktop `code` executable on machines that cannot download VS Code.
// It knows the flags that @vscode/test-electron passes, and its exit code is the test run's.
//
//   PLUMBLINE_CHROMIUM        the browser to show the workbench in; otherwise the machine's
//   PLUMBLINE_EDITOR_TIMEOUT  milliseconds for the whole run, 300000 when not given
//   PLUMBLINE_EDITOR_LOG=1    print the logs of the server and the workbench too
//   PLUMBLINE_LAST_PICTURE    a .png to write when the run does not end by itself
//
// Tests run without a network, loopback aside, where the machine has namespaces for that. They can tell by PLUMBLINE_OFFLINE=1.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./chromium.mjs";
import { offlinePrefix } from "./offline.mjs";
import { remoteUri, serverArgs, serverEnv, serverMain, startServer, workbenchUrl } from "./server.mjs";
import { QUIET_SETTINGS } from "./settings.mjs";
import { runInWorkbench } from "./workbench.mjs";

/** The exit codes that are not the tests' own. */
const FAILED_TO_RUN = 70;
const EXTENSION_HOST_DIED = 71;

const options = readArguments(process.argv.slice(2));
const started = Date.now();
const scratch = mkdtempSync(path.join(os.tmpdir(), "plumbline-code-"));
const dirs = {
	server: scratch,
	userData: path.resolve(options.userData ?? path.join(scratch, "user-data")),
	extensions: path.resolve(!options.disableExtensions && options.extensions ? options.extensions : path.join(scratch, "extensions")),
};
let status = FAILED_TO_RUN;
const offline = options.commandLine.length === 0 && !process.env.PLUMBLINE_OFFLINE ? offlinePrefix() : undefined;
try {
	mkdirSync(dirs.extensions, { recursive: true });
	if (options.commandLine.length > 0) status = runCommandLine();
	else status = offline ? await runAgainOffline(offline) : await runTests();
} catch (error) {
	console.error(error);
} finally {
	rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}
process.exit(status);

/** `code --version`, `code --install-extension x.vsix` and the like. */
function runCommandLine() {
	const args = [serverMain, ...serverArgs(dirs), ...options.commandLine, ...options.paths];
	return spawnSync(process.execPath, args, { stdio: "inherit", env: serverEnv(dirs) }).status ?? FAILED_TO_RUN;
}

function runAgainOffline([command, ...prefix]) {
	const args = [...prefix, process.execPath, ...process.argv.slice(1)];
	const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, PLUMBLINE_OFFLINE: "1" } });
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", (code) => resolve(code ?? FAILED_TO_RUN));
	});
}

async function runTests() {
	const settings = path.join(dirs.userData, "User", "settings.json");
	if (!existsSync(settings)) {
		mkdirSync(path.dirname(settings), { recursive: true });
		writeFileSync(settings, JSON.stringify(QUIET_SETTINGS, null, "\t"));
	}
	const chromium = findChromium();
	if (!chromium) throw new Error("no Chromium on this machine");
	const server = await startServer({ dirs, trusting: options.trusting === true, proposed: options.proposed, log });
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.stop().then(() => process.exit(130)));
	try {
		const folder = options.paths.find((name) => existsSync(name) && (statSync(name).isDirectory() || name.endsWith(".code-workspace")));
		const url = workbenchUrl({
			port: server.port,
			folder,
			payload: [
				...options.developed.map((name) => ["extensionDevelopmentPath", remoteUri(server.port, name)]),
				...(options.tests ? [["extensionTestsPath", remoteUri(server.port, options.tests)]] : []),
				...options.paths.filter((name) => name !== folder).map((name) => ["openFile", remoteUri(server.port, name)]),
				["skipWelcome", "true"],
				["skipReleaseNotes", "true"],
			],
		});
		const timeout = Number(process.env.PLUMBLINE_EDITOR_TIMEOUT ?? 300_000);
		const { chromium: browserType } = await import("playwright-core");
		const code = await Promise.race([runInWorkbench({ url, browserType, chromium, timeout, log }), server.gone]);
		// The workbench reports 0 when the extension host crashes or a test calls `process.exit(0)`: that must not be a green run.
		const hostExit = await Promise.race([server.hostExit, new Promise((resolve) => setTimeout(resolve, 3000).unref())]);
		log(`tests ended with ${code}, the extension host with ${JSON.stringify(hostExit)}`);
		if (code !== 0 || hostExit?.code === "0") return code;
		console.error(`the extension host ended with code ${hostExit?.code}, signal ${hostExit?.signal}`);
		return EXTENSION_HOST_DIED;
	} finally {
		await server.stop();
	}
}

function readArguments(args) {
	const read = { developed: [], paths: [], proposed: [], commandLine: [] };
	for (const arg of args) {
		const [, name, value] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(arg) ?? [];
		if (!name) read.paths.push(arg);
		else if (name === "extensionDevelopmentPath") read.developed.push(value);
		else if (name === "extensionTestsPath") read.tests = value;
		else if (name === "user-data-dir") read.userData = value;
		else if (name === "extensions-dir") read.extensions = value;
		else if (name === "folder-uri") read.paths.push(fileURLToPath(value));
		else if (name === "enable-proposed-api") read.proposed.push(value);
		else if (name === "disable-workspace-trust") read.trusting = true;
		else if (name === "disable-extensions") read.disableExtensions = true;
		else if (/^(version|help|list-extensions|show-versions|install-extension|uninstall-extension|force)$/.test(name)) {
			read.commandLine.push(arg);
		}
		// The rest (--no-sandbox, --skip-welcome, --disable-updates and the like) asks for what is so here anyway.
	}
	return read;
}

function log(text) {
	if (process.env.PLUMBLINE_EDITOR_LOG) console.error(`[stand-in +${Date.now() - started} ms] ${text}`);
}
