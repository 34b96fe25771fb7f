// Which VS Code the tests run in: the one named, the newest release where it can be downloaded, else the stand-in of host/.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from "@vscode/test-electron";
import { requireChromium } from "./host/chromium.mjs";
import { installHost } from "./host/install.mjs";

const RELEASES = "https://update.code.visualstudio.com/api/releases/stable";
const cache = path.resolve(import.meta.dirname, "../../.vscode-test");

/**
 * `{ kind, executable, cli }`: `cli` is the command for `--install-extension` and the like.
 *
 * The environment variable PLUMBLINE_VSCODE names an executable, or says `stand-in` or `download` to have no other.
 * Installs what is needed. Throws an error that says what to do when no editor can be had.
 */
export async function findEditor() {
	const wanted = process.env.PLUMBLINE_VSCODE;
	if (wanted && wanted !== "stand-in" && wanted !== "download") return desktop(path.resolve(wanted));
	if (wanted !== "stand-in") {
		const editor = await downloaded();
		if (editor) return editor;
		if (wanted === "download") throw new Error("VS Code could not be downloaded, or does not start here");
	}
	requireChromium();
	installHost();
	const executable = path.join(import.meta.dirname, "host", "code.mjs");
	return { kind: "stand-in", executable, cli: executable };
}

async function downloaded() {
	if (!hasDisplay()) return undefined;
	const kept = existsSync(cache) && readdirSync(cache).some((name) => name.startsWith("vscode-"));
	if (!kept && !(await reachable())) return undefined;
	try {
		const editor = desktop(await downloadAndUnzipVSCode({ version: "stable", cachePath: cache }));
		// A release that lacks a library of this machine ends at once.
		const profile = `--user-data-dir=${path.join(cache, "first-start")}`; // without it root is turned away
		const asked = spawnSync(editor.cli, [profile, "--version"], { encoding: "utf8", timeout: 60_000, shell: process.platform === "win32" });
		if (asked.status === 0) return editor;
		console.log(`VS Code was downloaded and does not start here: ${asked.stderr}`);
	} catch (error) {
		console.log(`VS Code could not be downloaded: ${error.message}`);
	}
	return undefined;
}

function desktop(executable) {
	return { kind: "desktop", executable, cli: resolveCliPathFromVSCodeExecutablePath(executable) };
}

function hasDisplay() {
	return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function reachable() {
	try {
		return (await fetch(RELEASES, { signal: AbortSignal.timeout(5000) })).ok;
	} catch {
		return false;
	}
}
