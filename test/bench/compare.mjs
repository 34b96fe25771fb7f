// Measures how many times as long as a fixed piece of work a check takes, in processor time of this process, one after the other in turns:
//   node test/bench/compare.mjs BUNDLE ARTICLE PACK ROUNDS
// Both slow down together on a busy machine, so that the ratio can be kept and compared with, where a time could not.
import { readFileSync } from "node:fs";

const [bundle, file, pack, rounds] = process.argv.slice(2);
const { articleOf, randomOf, Typist, plumbline } = await import(bundle);
const text = readFileSync(file, "utf8");
const fixed = articleOf(100_000, { seed: 99 });
const random = randomOf(5);

/** Counts words as any reader of prose has to: a regular expression, strings, a map. */
function reference() {
	const counts = new Map();
	for (let i = 0; i < 5; i++)
		for (const [word] of fixed.matchAll(/[\p{L}\p{N}]+|[^\s]/gu)) counts.set(word.toLowerCase(), (counts.get(word) ?? 0) + 1);
	return counts.size;
}

async function processorTime(work) {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return user + system;
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const fresh = await plumbline(pack, { keep: false });
const keeping = await plumbline(pack, { keep: true });
const typist = new Typist(text, "x", random);
await keeping(text);
const KEYS = 20;
const full = [];
const keystroke = [];
for (let i = 0; i < Number(rounds) + 3; i++) {
	const fixedTime = await processorTime(reference);
	const version = typist.text;
	const fullTime = await processorTime(() => fresh(version));
	const keys = [];
	while (keys.length < KEYS) keys.push(typist.type());
	const keysTime = await processorTime(async () => {
		for (const key of keys) await keeping(key);
	});
	if (i < 3) continue; // not warm yet
	full.push(fullTime / fixedTime);
	keystroke.push(keysTime / KEYS / fixedTime);
}
console.log(JSON.stringify({ full: median(full), keystroke: median(keystroke) }));
process.exit(0);
