// Installs the stand-in for VS Code beside this file: VS Code's own server and workbench (npm package code-server) and
// playwright-core. Nothing but the npm registry is asked, nothing is compiled, and no install script runs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname;
const stamp = path.join(here, "node_modules", ".plumbline-host");

/** The folder of VS Code's server inside the code-server package. */
export const vscodeRoot = path.join(here, "node_modules", "code-server", "lib", "vscode");

/** Installs what is missing, about 25 s the first time and nothing after it. Throws with npm's output when that fails. */
export function installHost() {
	const wanted = fingerprint();
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
	console.log("Installing VS Code's workbench from the npm registry, this once …");
	npm(here, "ci");
	// The server's own dependencies are pinned by its npm-shrinkwrap.json, which `npm ci` rejects.
	npm(vscodeRoot, "install", "--omit=dev");
	trim();
	replaceNativeParts();
	writeFileSync(stamp, wanted);
}

function fingerprint() {
	const hash = createHash("sha256");
	for (const name of ["package.json", "package-lock.json", "install.mjs"]) hash.update(readFileSync(path.join(here, name)));
	return hash.digest("hex");
}

function npm(cwd, ...args) {
	const run = spawnSync("npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--engine-strict=false", "--loglevel=error"], {
		cwd,
		encoding: "utf8",
		shell: process.platform === "win32",
	});
	if (run.status !== 0) throw new Error(`npm ${args.join(" ")} failed in ${cwd}\n${run.stdout ?? ""}${run.stderr ?? ""}${run.error ?? ""}`);
}

/** Removes what no test loads, about 350 MB: remote containers, the binaries of other platforms, the chat extension. */
function trim() {
	const modules = path.join(vscodeRoot, "node_modules");
	const unused = ["@github", "@microsoft/mxc-sdk", "@devcontainers", "node-pty/third_party", "node-pty/deps"];
	for (const name of unused) rmSync(path.join(modules, name), { recursive: true, force: true });
	for (const name of ["copilot", "mermaid-markdown-features"]) {
		rmSync(path.join(vscodeRoot, "extensions", name), { recursive: true, force: true });
	}
	const own = `${process.platform}-${process.arch}`;
	for (const binaries of ["@vscode/ripgrep-universal/bin", "node-pty/prebuilds"]) {
		const folder = path.join(modules, binaries);
		if (!existsSync(folder)) continue;
		for (const name of readdirSync(folder)) if (name !== own) rmSync(path.join(folder, name), { recursive: true, force: true });
	}
}

/** Puts plain JavaScript in the place of two native modules, which saves a compiler, 40 s and pages of warnings. */
function replaceNativeParts() {
	const modules = path.join(vscodeRoot, "node_modules", "@vscode");
	// The log writer: the same interface, appending to the same file.
	write(
		path.join(modules, "spdlog", "index.js"),
		`const fs = require("fs"), path = require("path");
class Logger {
	constructor(file) { this.file = file; this.level = 2; this.eol = "\\n"; }
	put(level, text) { if (level >= this.level) try { fs.appendFileSync(this.file, text + this.eol); } catch { /* the log folder is gone */ } }
	trace(text) { this.put(0, text); } debug(text) { this.put(1, text); } info(text) { this.put(2, text); }
	warn(text) { this.put(3, text); } error(text) { this.put(4, text); } critical(text) { this.put(5, text); }
	getLevel() { return this.level; } setLevel(level) { this.level = level; } setPattern() {}
	clearFormatters() { this.eol = ""; } flush() {} drop() {}
}
async function create(_name, file) { fs.mkdirSync(path.dirname(file), { recursive: true }); return new Logger(file); }
// Named one by one, since importers find the names of a CommonJS module by reading it.
exports.version = 11400; exports.setLevel = () => {}; exports.setFlushOn = () => {};
exports.Logger = Logger; exports.createRotatingLogger = create; exports.createAsyncRotatingLogger = create;
`,
	);
	// The watchdog ends an extension host whose parent is gone. The stand-in ends the whole process group itself.
	write(path.join(modules, "native-watchdog", "index.js"), "exports.start = () => {};\n");
}

function write(file, text) {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, text);
}
