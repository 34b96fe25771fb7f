// Brings node_modules up to date and puts the project's own Node first. Runs on any Node from 20.11, with nothing installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");

const windows = process.platform === "win32";
const bin = path.join(root, "node_modules", ".bin");

/** The environment of every command: the project's own tools, its Node 24 among them, come before the machine's. */
export const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}` };

/** Runs `npm ci` when node_modules is missing or is not what package-lock.json says. Ends the process with a message when it fails. */
export function setup() {
	if (!upToDate()) {
		console.log("Installing packages (npm ci) …");
		const run = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
			cwd: root,
			encoding: "utf8",
			shell: windows,
			stdio: ["ignore", "pipe", "pipe"],
		});
		if (run.status !== 0) fail(`npm ci failed.\n${run.stdout ?? ""}${run.stderr ?? ""}${run.error ?? ""}`);
	}
	const version = spawnSync("node", ["--version"], { env, encoding: "utf8", shell: windows }).stdout?.trim() ?? "none";
	if (Number(/^v(\d+)/.exec(version)?.[1] ?? 0) < 24) {
		fail(
			`The project runs on the Node of its package "node", and that one is ${version}. Its install script did not run: npm rebuild node`,
		);
	}
}

/** Prints one message and ends the process with exit code 2. */
export function fail(message) {
	console.error(message);
	process.exit(2);
}

/**
 * Runs a command of node_modules/.bin or of the machine and answers `{ status, output }`; output is empty with `inherit`, which lets the
 * command write to the terminal itself. A command that is not over after `timeout` milliseconds is ended, with its children.
 */
export function run(command, args = [], { inherit = false, timeout, extraEnv = {} } = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...env, ...extraEnv },
			shell: windows,
			// A group of its own, so that everything it started can be ended with it.
			detached: !windows && timeout !== undefined,
			stdio: ["ignore", inherit ? "inherit" : "pipe", inherit ? "inherit" : "pipe"],
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => (output += text));
		const late = timeout && setTimeout(() => endGroup(child, () => (output += `\nended after ${timeout / 1000} s\n`)), timeout);
		const finish = (status) => {
			clearTimeout(late);
			resolve({ status, output });
		};
		child.once("error", (error) => {
			output += error;
			finish(127);
		});
		child.once("close", (code) => finish(code ?? 1));
	});
}

function endGroup(child, say) {
	say();
	if (windows) child.kill();
	else process.kill(-child.pid, "SIGKILL");
}

/** Whether every package of package-lock.json is installed in its version. Packages for other platforms may be absent. */
function upToDate() {
	const installed = readPackages("node_modules/.package-lock.json");
	const wanted = readPackages("package-lock.json");
	if (!installed || !wanted) return false;
	return Object.entries(wanted).every(([folder, { version, optional }]) => {
		if (folder === "") return true;
		const found = installed[folder];
		return found ? found.version === version : optional === true;
	});
}

function readPackages(name) {
	const file = path.join(root, name);
	return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : undefined;
}
