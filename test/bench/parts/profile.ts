import { execFileSync } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Part } from "./part.ts";

/** Shares of the time by room of the code, and of the functions that take most. */
export interface Shares {
	readonly rooms: Readonly<Record<string, number>>;
	readonly functions: readonly (readonly [name: string, share: number])[];
}

export type Profile = Readonly<Record<"full" | "keystroke", Shares>>;

/** Where the time goes in an article of 100 KB. */
export const profile: Part<Profile> = {
	name: "profile",
	async measure(bench) {
		const of = (what: keyof Profile): Shares => {
			const program = path.join(bench.root, "test/bench/profile.mjs");
			const pack = pathToFileURL(bench.example).href;
			const args = [program, bench.articles["100 KB"] as string, pack, bench.quick ? "1" : "5", what];
			const shares = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Shares;
			for (const [name, share] of shares.functions.slice(0, 8)) bench.say(`${what}: ${(share * 100).toFixed(1)} % ${name}`);
			return shares;
		};
		return { full: of("full"), keystroke: of("keystroke") };
	},
};
