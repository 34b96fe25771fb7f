// Finds a Chromium on this machine, or installs one through the system's packages where that is allowed.
import { spawnSync } from "node:child_process";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const APPLICATIONS = [
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
	"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const INSTALLERS = [
	{ tool: "apt-get", before: ["update"], install: ["install", "-y", "--no-install-recommends", "chromium"] },
	{ tool: "dnf", install: ["install", "-y", "chromium"] },
	{ tool: "pacman", install: ["-S", "--noconfirm", "chromium"] },
];

/** The path or name of a browser that starts, `PLUMBLINE_CHROMIUM` before any other; undefined when there is none. */
export function findChromium() {
	const chosen = process.env.PLUMBLINE_CHROMIUM;
	return (chosen ? [chosen] : [...NAMES.flatMap(onPath), ...APPLICATIONS]).find(starts);
}

/**
 * The browser, installed first when the machine has none and this user may install (as root, or by `sudo` without a password).
 * Throws an error that says the one command to run when it can't be had.
 */
export function requireChromium() {
	const found = findChromium();
	if (found) return found;
	const installer = INSTALLERS.find(({ tool }) => onPath(tool).length > 0);
	const prefix = asRoot();
	if (installer && prefix) {
		console.log(`Installing Chromium with ${installer.tool} …`);
		for (const args of [installer.before, installer.install]) if (args) run([...prefix, installer.tool, ...args]);
		const installed = findChromium();
		if (installed) return installed;
	}
	const command = installer ? `sudo ${installer.tool} ${installer.install.join(" ")}` : "install Chromium or Chrome";
	throw new Error(`The editor tests need a Chromium, and this machine has none. Run this, then npm test again:\n\n    ${command}\n`);
}

function asRoot() {
	if (process.platform !== "linux") return undefined;
	if (process.getuid() === 0) return [];
	return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : undefined;
}

function run([command, ...args]) {
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	const done = spawnSync(command, args, { encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
	if (done.status !== 0) console.error(`${command} ${args.join(" ")} failed\n${done.stdout}${done.stderr}`);
}

function onPath(name) {
	const found = spawnSync(process.platform === "win32" ? "where" : "which", [name], { encoding: "utf8" });
	return found.status === 0 ? [found.stdout.split(/\r?\n/)[0]] : [];
}

function starts(file) {
	const asked = spawnSync(file, ["--version"], { encoding: "utf8", timeout: 20_000 });
	return asked.status === 0 && /\d+\.\d+/.test(asked.stdout);
}
