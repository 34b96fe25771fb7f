/**
 * Types at random into articles in the built server over stdio, and compares what it shows with what it shows of the same text opened anew; and says how
 * its memory goes:
 *
 *     node test/bench/soak.ts [edits] [every] [folder]
 *
 * 20,000 edits and every 50th state unless said otherwise. A thousand edits an article: the project's own, those of a folder, and made-up ones in between.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { residentOf, typeInto } from "../robust/typing.ts";
import { plain, TestEditor } from "../server/editor.ts";
import { articleOf } from "./articles.ts";

const [edits = 20_000, every = 50] = process.argv.slice(2, 4).map(Number);
const root = path.resolve(import.meta.dirname, "../..");
const folders = [path.join(root, "test/articles"), path.join(root, "examples/newsroom"), ...process.argv.slice(4)];
const EACH = Math.min(1000, edits);
const ROUNDS = Math.ceil(edits / EACH);

const written = folders.flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => name.endsWith(".md"))
		.map((name) => readFileSync(path.join(folder, name), "utf8")),
);

function* articles(): Iterable<string> {
	for (let n = 0; n < ROUNDS; n++) {
		const own = written[n >> 1];
		yield n % 2 === 1 && own !== undefined ? own : articleOf(8_000, { seed: n + 5 });
	}
}

const editor = await TestEditor.start([pathToFileURL(root).href], plain);
const memory: number[] = [];
const begun = () => {
	memory.push(residentOf(editor.process.pid as number));
	console.log(`${(memory.length - 1) * EACH} edits: ${Math.round(memory.at(-1) as number)} MB`);
};
const uri = pathToFileURL(path.join(root, "soak.md")).href;
const compared = await typeInto(editor, uri, articles(), { edits: EACH, every, seed: 2026, longest: 9000 }, begun);
begun();
await editor.stop();
const at = (share: number) => Math.round(memory[Math.floor(share * (memory.length - 1))] as number);
console.log(
	`${ROUNDS * EACH} edits in ${ROUNDS} articles, ${compared} states compared, all alike; memory ${at(0)} MB at the start, ${at(0.25)} MB after a quarter, ${at(0.5)} MB in the middle, ${at(1)} MB at the end`,
);
