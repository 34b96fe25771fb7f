import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The repository's top. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Run {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/** Runs the built command line from the repository's top. */
export function plumbline(args: readonly string[], input: string | Uint8Array = "", folder = root): Promise<Run> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [`${root}dist/cli.mjs`, ...args], { cwd: folder, env: { ...process.env, NO_COLOR: "1" } });
		let out = "";
		let err = "";
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			out += text;
		});
		child.stderr.setEncoding("utf8").on("data", (text: string) => {
			err += text;
		});
		child.once("error", reject);
		child.once("close", (code) => resolve({ code, out, err }));
		child.stdin.on("error", () => {}); // The command may refuse its call before it has read anything.
		child.stdin.end(input);
	});
}
