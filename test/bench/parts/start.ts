import { spawnSync } from "node:child_process";
import path from "node:path";
import { EXAMPLE, packName } from "./checkers.ts";
import { type Part, percentile } from "./part.ts";

/** Milliseconds from the shell to the verdicts of one article of 8 KB, by name of the pack: the median, and the worst. */
export type Start = Readonly<Record<string, { readonly p50: number; readonly max: number }>>;

/** From the shell to the verdicts of one article: the built command line, its files in the system's memory, the pack's index made. */
export const start: Part<Start> = {
	name: "start",
	async measure(bench) {
		const program = path.join(bench.root, "dist/cli.mjs");
		const article = bench.articles["8 KB"] as string;
		const result: Record<string, { p50: number; max: number }> = {};
		for (const [name, pack] of [
			[EXAMPLE, bench.example],
			[packName(bench.most), bench.pack(bench.most)],
		] as const) {
			const times = Array.from({ length: bench.quick ? 4 : 16 }, () => {
				const from = performance.now();
				const { status, stderr } = spawnSync(process.execPath, [program, "check", "--packs", pack, "--fail-on", "never", article]);
				if (status !== 0) throw new Error(stderr.toString());
				return performance.now() - from;
			}).slice(1);
			result[name] = { p50: percentile(times, 0.5), max: percentile(times, 1) };
			bench.say(`${name}: ${result[name].p50.toFixed(0)} ms`);
		}
		return result;
	},
};
