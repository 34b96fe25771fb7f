import { type Checkers, EXAMPLE, packName } from "../parts/checkers.ts";
import type { Editing } from "../parts/editing.ts";
import type { Facts } from "../parts/facts.ts";
import type { Start } from "../parts/start.ts";

/** A goal with what was measured of it. */
export interface Goal {
	readonly name: string;
	readonly goal: string;
	readonly measured: string;
	readonly met: boolean;
}

/** What has been measured, by part; a part that has not been is absent. */
export interface Results {
	readonly checkers?: Checkers;
	readonly editing?: Editing;
	readonly start?: Start;
	readonly facts?: Facts;
}

const ms = (value: number) => `${value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en")} ms`;
const mb = (value: number) => `${Math.round(value)} MB`;
const times = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} times`;

/** Every goal that the measured parts speak of. `most` is how many facts the largest pack had. */
export function goalsOf({ checkers, editing, start, facts }: Results, most: number): Goal[] {
	const goals: Goal[] = [];
	const add = (name: string, goal: string, measured: string, met: boolean) => goals.push({ name, goal, measured, met });
	const million = packName(most);
	if (checkers) {
		for (const [size, row] of Object.entries(checkers)) {
			const own = row[EXAMPLE];
			if (own) add(`check after a keystroke, ${size}`, "p95 ≤ 5 ms", ms(own.p95), own.p95 <= 5);
		}
		const small = checkers["8 KB"];
		if (small?.cspell && small[EXAMPLE]) {
			const faster = small.cspell.p50 / small[EXAMPLE].p50;
			add("the same at 8 KB beside cSpell", "at least 5 times faster", times(faster), faster >= 5);
		}
		const [size, large] = Object.entries(checkers).at(-1) ?? [];
		const own = large?.[EXAMPLE];
		if (size && own) {
			add(`full check of ${size}, warm`, "≤ 250 ms", ms(own.full), own.full <= 250);
			const cspell = large.cspell;
			if (cspell) add(`full check of ${size} beside cSpell`, "faster", `${ms(own.full)} to ${ms(cspell.full)}`, own.full < cspell.full);
			const first = small?.[EXAMPLE];
			if (first && size !== "8 KB") {
				const growth = own.p50 / first.p50;
				add(`check after a keystroke, ${size} to 8 KB`, "grows with the block, not the article", times(growth), growth <= 2);
			}
		}
	}
	const typed = editing?.[EXAMPLE]?.["8 KB"];
	const typedMillion = editing?.[million]?.["8 KB"];
	if (typed) add("keystroke to marks over stdio, 8 KB", "p95 ≤ 30 ms", ms(typed.p95), typed.p95 <= 30);
	if (start?.[EXAMPLE]) add("command line to the verdicts of one article", "≤ 300 ms", ms(start[EXAMPLE].p50), start[EXAMPLE].p50 <= 300);
	if (start?.[million]) add(`the same, ${most.toLocaleString("en")} facts`, "≤ 500 ms", ms(start[million].p50), start[million].p50 <= 500);
	if (typed) add("server's memory, example pack", "≤ 90 MB", mb(typed.memory), typed.memory <= 90);
	if (typedMillion)
		add(`server's memory, ${most.toLocaleString("en")} facts`, "≤ 150 MB", mb(typedMillion.memory), typedMillion.memory <= 150);
	const packs = Object.entries(facts ?? {});
	const [fewest, largest] = [packs[0], packs.at(-1)];
	if (fewest && largest && packs.length > 1) {
		for (const [what, key] of [
			["full check", "full"],
			["check after a keystroke", "p50"],
		] as const) {
			const growth = largest[1][key] / fewest[1][key];
			add(`${what}, ${largest[0]} facts to ${fewest[0]}`, "at most 2 times", times(growth), growth <= 2);
		}
	}
	return goals;
}
