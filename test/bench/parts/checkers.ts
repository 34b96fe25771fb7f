import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Bench, Part } from "./part.ts";

/** What `measure.mjs` prints of one checker on one article. Times are milliseconds, memory megabytes. */
export interface Measured {
	readonly cold: number;
	readonly full: number;
	readonly p50: number;
	readonly p95: number;
	readonly max: number;
	readonly edits: number;
	readonly memory: number;
	readonly findings: number;
}

/** By size of article and name of checker. A checker that would be at it for minutes is not there. */
export type Checkers = Readonly<Record<string, Readonly<Record<string, Measured>>>>;

export const EXAMPLE = "Plumbline, example pack";
export const packName = (facts: number) => `Plumbline, ${facts.toLocaleString("en")} facts`;

const PEERS = ["cspell", "markdownlint", "write-good", "textlint", "harper"];

/** A full check that is expected to take longer than this is not begun. Milliseconds. */
const LONGEST = 12_000;

/** Plumbline beside other checkers of prose: from nothing to the first result, a full check, the check after a keystroke. */
export const checkers: Part<Checkers> = {
	name: "checkers",
	async measure(bench) {
		const peers = path.join(bench.root, "test/bench/peers");
		if (!existsSync(path.join(peers, "node_modules")))
			execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: peers, stdio: "inherit" });
		const packs: Record<string, string> = { [EXAMPLE]: bench.example, [packName(bench.most)]: bench.pack(bench.most) };
		const bundle = await bench.bundle();
		const rows: Record<string, Record<string, Measured>> = {};
		for (const [size, article] of Object.entries(bench.articles)) {
			const row: Record<string, Measured> = {};
			for (const name of [...Object.keys(packs), ...PEERS]) {
				// Some take more than ten times as long for ten times the length.
				const shorter = Object.values(rows).at(-1);
				if (shorter && (shorter[name]?.full ?? Number.POSITIVE_INFINITY) * 12 > LONGEST) continue;
				const measured = measure(bench, { bundle, name: packs[name] ? "plumbline" : name, article, pack: packs[name] });
				if (measured) row[name] = measured;
				const found = measured ? `full ${measured.full.toFixed(1)} ms, keystroke p50 ${measured.p50.toFixed(2)} ms` : "failed";
				bench.say(`${size}, ${name}: ${found}`);
			}
			rows[size] = row;
		}
		return rows;
	},
};

/** Measures one checker in a process of its own. Undefined when it could not cope. */
export function measure(
	bench: Bench,
	{ bundle, name, article, pack }: { bundle: string; name: string; article: string; pack?: string | undefined },
): Measured | undefined {
	const args = ["--expose-gc", path.join(bench.root, "test/bench/measure.mjs"), bundle, name, article, bench.quick ? "0.5" : "2"];
	if (pack) args.push(pathToFileURL(pack).href, path.join(bench.cache, "index"));
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 180_000 });
	if (status === 0) return JSON.parse(stdout) as Measured;
	bench.say(stderr.slice(-400));
	return undefined;
}
