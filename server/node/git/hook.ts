import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CallError } from "../call-error.ts";
import { git, topOf } from "./git.ts";

/** By this line a hook is known to be Plumbline's own. */
const OURS = "# Made by “plumbline hook install”; “plumbline hook uninstall” takes it away.";

/** Makes git check the staged articles before each commit. A hook that is there already is left alone. Throws `CallError`. */
export async function installHook(folder: string): Promise<string> {
	const file = await hookFile(folder);
	if (existsSync(file) && !isOurs(file))
		throw new CallError(`hook install: ${file} is there already; add this line to it: plumbline check --staged`);
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, script(process.execPath, process.argv[1] ?? ""));
	chmodSync(file, 0o755);
	return file;
}

/** Takes the hook away again; nothing but what `installHook` made. Throws `CallError` when there is none. */
export async function uninstallHook(folder: string): Promise<string> {
	const file = await hookFile(folder);
	if (!existsSync(file) || !isOurs(file)) throw new CallError(`hook uninstall: ${file} is not Plumbline's`);
	rmSync(file);
	return file;
}

/** Where git looks for the hook: a repository may keep its hooks elsewhere (`core.hooksPath`). */
async function hookFile(folder: string): Promise<string> {
	const top = await topOf(folder, "hook");
	const { out } = await git(top, ["rev-parse", "--git-path", "hooks"]);
	return path.resolve(top, out.toString("utf8").trim(), "pre-commit");
}

const isOurs = (file: string): boolean => readFileSync(file, "utf8").includes(OURS);

/** The repository's own Plumbline before the machine's, and both before the one that made the hook. git runs it at the top. */
function script(node: string, program: string): string {
	const quoted = (text: string) => `'${text.replaceAll("\\", "/").replaceAll("'", "'\\''")}'`;
	return `#!/bin/sh
${OURS}
# Checks the articles of this commit as they are staged. “git commit --no-verify” leaves it out.
if [ -x node_modules/.bin/plumbline ]; then
	exec node_modules/.bin/plumbline check --staged
elif command -v plumbline >/dev/null 2>&1; then
	exec plumbline check --staged
else
	exec ${quoted(node)} ${quoted(program)} check --staged
fi
`;
}
