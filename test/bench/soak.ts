/**
 * Types at random into an article in the built server over stdio, and compares what it shows with what it shows of the same text opened anew; and says
 * how its memory goes: `node test/bench/soak.ts [edits] [every]`, 20,000 edits and every 50th state unless said otherwise.
 */
import assert from "node:assert/strict";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { plain, TestEditor } from "../server/editor.ts";
import { articleOf, randomOf } from "./articles.ts";
import { residentOf } from "./parts/editing.ts";

const [edits = 20_000, every = 50] = process.argv.slice(2).map(Number);
const root = path.resolve(import.meta.dirname, "../..");
const placeOf = (name: string) => pathToFileURL(path.join(root, name)).href;
const random = randomOf(2026);
const typed = [
	"e",
	"t",
	" ",
	".",
	"5",
	"\n",
	"\n\n",
	"“",
	"”",
	"**",
	"- ",
	"# ",
	"| a | b |\n| - | - |\n| c | 5% |\n",
	"AT&T ",
	"Hakl said. ",
	"$5 million ",
	"on 4 March 2026 ",
];

const editor = await TestEditor.start([pathToFileURL(root).href], plain);
const uri = placeOf("soak.md");
let text = articleOf(8_000, { seed: 5 });
let compared = 0;
const memory: number[] = [];
await editor.open(uri, text);
for (let i = 1; i <= edits; i++) {
	const from = random(text.length + 1);
	const removed = random(3) === 0 || text.length > 9_000 ? random(30) : 0;
	const pasted = random(20) === 0 ? text.slice(random(text.length)).slice(0, 200) : (typed[random(typed.length)] as string);
	const range = { start: positionAt(text, from), end: positionAt(text, Math.min(text.length, from + removed)) };
	text = text.slice(0, from) + pasted + text.slice(from + removed);
	await editor.change(uri, [{ range, text: pasted }]);
	if (i % 5 === 0 || i % every === 0) await editor.publishedFor(uri, ({ version }) => version === i + 1);
	if (i % every !== 0) continue;
	const shown = editor.published.findLast((one) => one.uri === uri)?.diagnostics;
	const anew = placeOf(`anew-${i}.md`);
	await editor.open(anew, text);
	const { diagnostics } = await editor.publishedFor(anew);
	// A link to what is related names the article that it is in.
	assert.deepEqual(shown, JSON.parse(JSON.stringify(diagnostics).replaceAll(anew, uri)), `after ${i} edits`);
	await editor.close(anew);
	editor.published.length = 0;
	compared++;
	memory.push(residentOf(editor.process.pid as number));
	if (compared % 20 === 0) console.log(`${i} edits, ${compared} states alike, ${Math.round(memory.at(-1) as number)} MB`);
}
await editor.stop();
const mean = (list: readonly number[]) => Math.round(list.reduce((sum, one) => sum + one, 0) / list.length);
const quarter = Math.ceil(memory.length / 4);
console.log(
	`${edits} edits, ${compared} states compared, all alike; memory ${mean(memory.slice(quarter, 2 * quarter))} MB in the second quarter, ${mean(memory.slice(-quarter))} MB in the last`,
);

function positionAt(of: string, offset: number): { line: number; character: number } {
	const before = of.slice(0, offset);
	const line = before.split("\n").length - 1;
	return { line, character: offset - (before.lastIndexOf("\n") + 1) };
}
