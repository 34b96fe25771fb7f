import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { residentOf } from "../../robust/typing.ts";
import { plain, TestEditor } from "../../server/editor.ts";
import { randomOf } from "../articles.ts";
import { EXAMPLE, packName } from "./checkers.ts";
import { type Part, percentile } from "./part.ts";

/** How soon marks follow a keystroke in an editor, in milliseconds, and what the server takes up, in megabytes. */
export interface Typed {
	readonly keys: number;
	readonly p50: number;
	readonly p95: number;
	readonly max: number;
	readonly memory: number;
}

/** By name of the pack and size of the article. */
export type Editing = Readonly<Record<string, Readonly<Record<string, Typed>>>>;

/** From the keystroke to the diagnostics, over standard input and output, the server's pause included. */
export const editing: Part<Editing> = {
	name: "editing",
	async measure(bench) {
		const workspaces: Record<string, string> = {
			[EXAMPLE]: bench.root,
			[packName(bench.most)]: path.resolve(bench.pack(bench.most), "../.."),
		};
		const result: Record<string, Record<string, Typed>> = {};
		for (const [name, folder] of Object.entries(workspaces)) {
			const row: Record<string, Typed> = {};
			result[name] = row;
			for (const [size, file] of Object.entries(bench.articles)) {
				const keys = bench.quick ? 40 : size === "1 MB" ? 100 : 300;
				const typed = await typeInServer(folder, readFileSync(file, "utf8"), keys);
				row[size] = typed;
				bench.say(
					`${size}, ${name}: marks after ${typed.p50.toFixed(1)} ms, p95 ${typed.p95.toFixed(1)} ms, ${typed.memory.toFixed(0)} MB`,
				);
			}
		}
		return result;
	},
};

/** Types into an article in the built server, a key when the marks of the one before have come. `folder` holds `packs/`. */
async function typeInServer(folder: string, text: string, keys: number): Promise<Typed> {
	const editor = await TestEditor.start([pathToFileURL(folder).href], plain);
	const uri = pathToFileURL(path.join(folder, "article.md")).href;
	const random = randomOf(11);
	const lines = text.split("\n");
	const typeable = lines.flatMap((line, i) => (line.length > 40 && !line.startsWith("|") ? [i] : []));
	await editor.open(uri, text);
	await editor.publishedFor(uri);
	const times: number[] = [];
	for (let i = 0; i < keys; i++) {
		const line = typeable[random(typeable.length)] as number;
		const written = lines[line] as string;
		const character = Math.max(written.indexOf(" ", 20), 0);
		const at = { line, character };
		const version = i + 2;
		const from = performance.now();
		await editor.change(uri, [{ range: { start: at, end: at }, text: "x" }]);
		await editor.publishedFor(uri, (params) => params.version === version);
		times.push(performance.now() - from);
		lines[line] = `${written.slice(0, character)}x${written.slice(character)}`;
		editor.published.length = 0;
	}
	const memory = residentOf(editor.process.pid as number);
	await editor.stop();
	return { keys, p50: percentile(times, 0.5), p95: percentile(times, 0.95), max: percentile(times, 1), memory };
}
