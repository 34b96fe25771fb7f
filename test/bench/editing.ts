import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { plain, TestEditor } from "../server/editor.ts";
import { randomOf } from "./articles.ts";

/** How soon marks follow a keystroke in an editor, in milliseconds, and what the server takes up, in megabytes. */
export interface Editing {
	readonly p50: number;
	readonly p95: number;
	readonly max: number;
	readonly memory: number;
}

/** Types into an article in the built server over stdio, a key when the marks of the one before have come. `folder` holds `packs/`. */
export async function typeInServer(folder: string, text: string, keys: number): Promise<Editing> {
	const editor = await TestEditor.start([pathToFileURL(folder).href], plain);
	const uri = pathToFileURL(path.join(folder, "article.md")).href;
	const random = randomOf(11);
	const lines = text.split("\n");
	await editor.open(uri, text);
	await editor.publishedFor(uri);
	const times: number[] = [];
	for (let i = 0; i < keys; i++) {
		let line = 0;
		while ((lines[line] as string).length < 40 || (lines[line] as string).startsWith("|")) line = random(lines.length);
		const character = (lines[line] as string).indexOf(" ", 20);
		const at = { line, character: Math.max(character, 0) };
		const from = performance.now();
		await editor.change(uri, [{ range: { start: at, end: at }, text: "x" }]);
		const version = i + 2;
		await editor.publishedFor(uri, (params) => params.version === version);
		times.push(performance.now() - from);
		lines[line] = `${(lines[line] as string).slice(0, at.character)}x${(lines[line] as string).slice(at.character)}`;
	}
	const memory = residentOf(editor.process.pid as number);
	await editor.stop();
	times.sort((a, b) => a - b);
	const share = (of: number) => times[Math.min(times.length - 1, Math.floor(times.length * of))] as number;
	return { p50: share(0.5), p95: share(0.95), max: share(1), memory };
}

/** Memory of a process as Linux counts it. NaN elsewhere. */
export function residentOf(pid: number): number {
	try {
		const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
		return Number(kilobytes) / 1000;
	} catch {
		return Number.NaN;
	}
}
