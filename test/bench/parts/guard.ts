import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Part } from "./part.ts";

/** How many times as long as a fixed piece of work something takes, and how many times it took when that was last written down. */
export interface Guarded {
	readonly now: number;
	readonly stored: number;
}

export type Guard = Readonly<Record<"full" | "keystroke", Guarded>>;

/** A ratio this many times the stored one is a regression. */
export const TOLERATED = 2;

/** Whether something takes much longer than when its ratio was stored. `npm run bench -- guard --store` stores what is measured. */
export const guard: Part<Guard> = {
	name: "guard",
	async measure(bench) {
		const file = path.join(bench.root, "test/bench/ratios.json");
		const args = [path.join(bench.root, "test/bench/compare.mjs"), await bench.bundle(), bench.articles["100 KB"] as string];
		args.push(pathToFileURL(bench.example).href, bench.quick ? "3" : "15");
		const now = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Record<keyof Guard, number>;
		if (process.argv.includes("--store")) writeFileSync(file, `${JSON.stringify(now, null, "\t")}\n`);
		const stored = JSON.parse(readFileSync(file, "utf8")) as Record<keyof Guard, number>;
		const compared = (key: keyof Guard): Guarded => {
			bench.say(`${key}: ${now[key].toFixed(3)} times the fixed work, ${stored[key].toFixed(3)} when stored`);
			return { now: now[key], stored: stored[key] };
		};
		return { full: compared("full"), keystroke: compared("keystroke") };
	},
};

/** What has become much slower. */
export function regressions(result: Guard): (keyof Guard)[] {
	return (Object.keys(result) as (keyof Guard)[]).filter((key) => result[key].now > TOLERATED * result[key].stored);
}
