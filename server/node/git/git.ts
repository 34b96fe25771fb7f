import { spawn } from "node:child_process";
import path from "node:path";
import { CallError } from "../call-error.ts";

/** What git answered. */
export interface Answer {
	readonly code: number;
	readonly out: Buffer;
	readonly err: string;
}

/**
 * Runs git in a folder, without a shell: no argument is read as anything but an argument. A hook's own repository and index stay the ones that git
 * named to it. Throws `CallError` when there is no git.
 */
export function git(folder: string, args: readonly string[], input?: string): Promise<Answer> {
	const env: NodeJS.ProcessEnv = { ...process.env, GIT_OPTIONAL_LOCKS: "0" };
	// In a hook these are relative to where git called it.
	for (const name of ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"]) if (env[name]) env[name] = path.resolve(env[name]);
	return new Promise((resolve, reject) => {
		// A repository may name a program that git is to run when it looks for changes.
		const child = spawn("git", ["-c", "core.fsmonitor=false", ...args], { cwd: folder, env, stdio: ["pipe", "pipe", "pipe"] });
		const out: Buffer[] = [];
		let err = "";
		child.stdout.on("data", (piece: Buffer) => out.push(piece));
		child.stderr.setEncoding("utf8").on("data", (piece: string) => {
			err += piece;
		});
		child.stdin.on("error", () => {}); // git may have refused before it has read anything
		child.once("error", () => reject(new CallError("git can't be run; install it, or leave out what asks for it")));
		child.once("close", (code) => resolve({ code: code ?? 1, out: Buffer.concat(out), err: err.trim() }));
		child.stdin.end(input);
	});
}

/** The top of the repository that a folder is in. Throws `CallError` when it is in none; `option` is what asked for it. */
export async function topOf(folder: string, option: string): Promise<string> {
	const { code, out, err } = await git(folder, ["rev-parse", "--show-toplevel"]);
	const top = out.toString("utf8").replace(/\r?\n$/, "");
	if (code === 0 && top !== "") return top;
	const why = /dubious ownership/.test(err) ? "belongs to somebody whom git does not trust (safe.directory)" : "is in no git repository";
	throw new CallError(`${option} needs git, and ${folder} ${why}`);
}

/** Files of a repository by the ids of their blobs, in the order of the ids. Throws `CallError` when one can't be read. */
export async function blobs(top: string, ids: readonly string[]): Promise<Buffer[]> {
	if (ids.length === 0) return [];
	const { out } = await git(top, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
	const found: Buffer[] = [];
	let at = 0;
	for (const id of ids) {
		const end = out.indexOf(10, at);
		const size = /^[\da-f]{40,64} blob (\d{1,15})$/.exec(out.toString("latin1", at, end))?.[1];
		if (size === undefined) throw new CallError(`git has no file ${id}; fetch it and check again`);
		found.push(out.subarray(end + 1, end + 1 + Number(size)));
		at = end + 1 + Number(size) + 1;
	}
	return found;
}
