import { type Measured, measure } from "./checkers.ts";
import type { Part } from "./part.ts";

/** By number of facts. */
export type Facts = Readonly<Record<string, Measured>>;

/** What a larger pack costs: the same article against packs of ten thousand facts and more. */
export const facts: Part<Facts> = {
	name: "facts",
	async measure(bench) {
		const bundle = await bench.bundle();
		const result: Record<string, Measured> = {};
		for (let count = bench.quick ? 1000 : 10_000; count <= bench.most; count *= 10) {
			const measured = measure(bench, { bundle, name: "plumbline", article: bench.articles["8 KB"] as string, pack: bench.pack(count) });
			if (!measured) continue;
			result[count.toLocaleString("en")] = measured;
			bench.say(`${count} facts: full ${measured.full.toFixed(2)} ms, keystroke p50 ${measured.p50.toFixed(2)} ms`);
		}
		return result;
	},
};
