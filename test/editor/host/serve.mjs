// Shows a folder, and a file of it, in VS Code's workbench in a browser window, with the packed extension installed. Ctrl-C ends it.
//
//   node serve.mjs FOLDER FILE
//
//   PLUMBLINE_PORT   the port on 127.0.0.1; any free one when not given
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { installHost } from "./install.mjs";
import { remoteUri, serverArgs, serverEnv, serverMain, startServer, workbenchUrl } from "./server.mjs";
import { QUIET_SETTINGS } from "./settings.mjs";

const [folder, file] = process.argv.slice(2);
const vsix = path.resolve(import.meta.dirname, "../../../plumbline.vsix");
installHost();

const scratch = mkdtempSync(path.join(os.tmpdir(), "plumbline-window-"));
const dirs = { server: scratch, userData: path.join(scratch, "user-data"), extensions: path.join(scratch, "extensions") };
let server;
try {
	for (const name of ["Machine", "User"]) {
		const settings = path.join(dirs.userData, name);
		mkdirSync(settings, { recursive: true });
		writeFileSync(path.join(settings, "settings.json"), JSON.stringify(QUIET_SETTINGS));
	}
	const args = [serverMain, ...serverArgs(dirs), `--install-extension=${vsix}`];
	const installed = spawnSync(process.execPath, args, { encoding: "utf8", env: serverEnv(dirs) });
	if (installed.status !== 0) throw new Error(`the packed extension could not be installed\n${installed.stdout}${installed.stderr}`);
	// The token keeps other users of this machine out.
	const token = randomBytes(16).toString("hex");
	server = await startServer({ dirs, token, port: Number(process.env.PLUMBLINE_PORT ?? 0) });
	const payload = existsSync(file ?? "") ? [["openFile", remoteUri(server.port, file)]] : [];
	const url = workbenchUrl({ port: server.port, folder, token, payload });
	console.log(`\n${path.relative(process.cwd(), folder)} is open at\n\n    ${url}\n\nCtrl-C ends it.`);
	openBrowser(url);
	const ended = new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
	});
	await Promise.race([ended, server.gone]);
} finally {
	await server?.stop();
	rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
}

/** Opens the machine's browser where it has one. The address is printed in any case. */
function openBrowser(url) {
	const [command, ...args] = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] }[process.platform] ?? ["xdg-open"];
	if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
	spawn(command, [...args, url], { stdio: "ignore", detached: true })
		.once("error", () => {})
		.unref();
}
