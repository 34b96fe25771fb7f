// Measures one checker on one article in a process of its own, and prints what it found out as JSON:
//   node test/bench/measure.mjs BUNDLE CHECKER ARTICLE SECONDS [PACK CACHE]
// Times are milliseconds. `full` begins with nothing known of the article, `edit` follows one keystroke somewhere in it.
import { readFileSync } from "node:fs";

const [bundle, name, file, seconds, pack, cache] = process.argv.slice(2);
const started = performance.now();
const text = readFileSync(file, "utf8");
const { randomOf, Typist, plumbline } = await import(bundle);
const load = async (keep) => {
	if (name.startsWith("plumbline")) return plumbline(pack, { keep, cache });
	const { checkers } = await import(new URL("peers/checkers.mjs", import.meta.url).href);
	return checkers[name]();
};
const first = await load(false);
const findings = await first(text);
const cold = performance.now() - started;
const time = async (check, of) => {
	const from = performance.now();
	await check(of);
	return performance.now() - from;
};
const budget = Number(seconds) * 1000;
const typist = new Typist(text, "aeinorst ,.", randomOf(7));
/** One that takes seconds is measured once. */
const least = (times) => (times[0] > 3000 ? 1 : 3);
// Engines compile what runs often, for some seconds in a large program: every checker is warm before it is timed, unless it takes seconds each time.
const full = [];
typist.type();
if ((await time(first, typist.text)) <= 3000) {
	for (const end = performance.now() + 2 * budget; performance.now() < end; ) {
		typist.type();
		await first(typist.text);
	}
}
for (let end = performance.now() + budget; full.length < 200 && (full.length < least(full) || performance.now() < end); ) {
	// Never the same text twice, so that nothing is answered from memory.
	typist.type();
	full.push(await time(first, typist.text));
}
const isPlumbline = name.startsWith("plumbline");
const keeping = isPlumbline ? await load(true) : first;
await keeping(typist.text);
const edit = [];
for (let end = performance.now() + budget; edit.length < 1000 && (edit.length < least(edit) || performance.now() < end); ) {
	const key = typist.type();
	// Plumbline is told what an editor tells a language server, and puts it into its own copy of the text; the others take whole texts.
	edit.push(await time(keeping, isPlumbline ? key : typist.text));
}
globalThis.gc?.();
const sorted = (list) => [...list].sort((a, b) => a - b);
const at = (list, share) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))];
console.log(
	JSON.stringify({
		cold,
		full: at(full, 0.5),
		p50: at(edit, 0.5),
		p95: at(edit, 0.95),
		max: at(edit, 1),
		edits: edit.length,
		memory: process.memoryUsage().rss / 1e6,
		findings,
	}),
);
process.exit(0);
