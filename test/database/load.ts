import { check } from "../../server/check.ts";
import type { OpenedPacks } from "../../server/references/packs.ts";
import { claimsJson } from "../../server/review/json.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";
import { nameOf } from "../bench/articles.ts";

/** What came of many checks. Times are milliseconds. */
export interface Load {
	readonly checks: number;
	/** Claims with another verdict than the pack's figures give them, none at all included. */
	readonly wrong: readonly string[];
	/** Claims that no reference was found for. */
	readonly unreferenced: number;
	readonly median: number;
	readonly p99: number;
	readonly longest: number;
	readonly perSecond: number;
}

/** How a desk is loaded. */
export interface LoadOptions {
	/** Of the generated pack. */
	readonly facts: number;
	readonly checks: number;
	readonly atOnce: number;
	/** Runs once when half of the checks are done, and is waited for at the end. */
	readonly halfway?: () => Promise<void>;
	/** Packs of which some may not answer: a claim without a reference is counted, and not wrong. */
	readonly mayMiss?: boolean;
}

/**
 * Checks articles about the companies of a generated pack, so many at once, each with three claims of which one is false. What must come out is computed from
 * the formula that made the pack, not from any store.
 */
export async function load(packs: OpenedPacks, options: LoadOptions): Promise<Load> {
	const { facts, checks, atOnce, halfway, mayMiss = false } = options;
	const random = generator(facts);
	const times: number[] = [];
	const wrong: string[] = [];
	let unreferenced = 0;
	let next = 0;
	let event: Promise<void> | undefined;
	const begun = performance.now();
	const one = async () => {
		while (next < checks) {
			if (++next === checks >> 1) event = halfway?.();
			const { text, expected } = articleOf(() => Math.floor(random() * (facts / 10)));
			const start = performance.now();
			const report = await check(text, packs.store, { today: "2026-01-01", tolerances: defaultTolerances });
			times.push(performance.now() - start);
			const found = claimsJson(report) as { text: string; verdict: string }[];
			for (const [figure, verdict] of expected) {
				const got = found.find(({ text }) => text === figure)?.verdict;
				if (got === "unreferenced") unreferenced++;
				if (got !== verdict && !(mayMiss && got === "unreferenced")) wrong.push(`${figure}: ${got}, not ${verdict}, in: ${text}`);
			}
		}
	};
	await Promise.all(Array.from({ length: atOnce }, one));
	const perSecond = (1000 * checks) / (performance.now() - begun);
	await event;
	times.sort((a, b) => a - b);
	const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] as number;
	return { checks, wrong, unreferenced, median: at(0.5), p99: at(0.99), longest: at(1), perSecond };
}

/** Three companies with their revenue in 2024, the second one's wrong. */
function articleOf(company: () => number): { text: string; expected: readonly (readonly [string, string])[] } {
	const chosen = new Set<number>();
	while (chosen.size < 3) chosen.add(company());
	const expected: [string, string][] = [];
	const paragraphs = [...chosen].map((e, i) => {
		const revenue = ((e * 7919 + 2024 * 31) % 99991) / 10;
		const figure = `$${(i === 1 ? revenue * 3 + 11 : revenue).toFixed(1)} million`;
		expected.push([figure, i === 1 ? "contradicted" : "supported"]);
		return `${nameOf(e)} Industries Inc. reported revenue of ${figure} in 2024, as the board had said in spring that it would.`;
	});
	return { text: paragraphs.join("\n\n"), expected };
}

/** The same numbers on every run (Lehmer's generator). */
function generator(seed: number): () => number {
	let state = (seed % 2147483646) + 1;
	return () => {
		state = (state * 48271) % 2147483647;
		return state / 2147483647;
	};
}
