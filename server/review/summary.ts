import { isCheckable } from "../features/wording/labels.ts";
import type { Checked, VerdictName } from "../verdicts/verdict.ts";

/** Verdicts from the gravest to the quietest: the order of every list and count. */
export const verdictNames: readonly VerdictName[] = [
	"contradicted",
	"inconsistent",
	"disputed",
	"outdated",
	"imprecise",
	"unreferenced",
	"supported",
	"reviewed",
];

/** Whether a newsroom has an answer about a claim: all verdicts but `unreferenced` are one. */
export function isChecked({ verdict }: Checked): boolean {
	return verdict.name !== "unreferenced";
}

/** How many claims have each verdict; every verdict has its count, 0 included. */
export function countVerdicts(checked: readonly Checked[]): Record<VerdictName, number> {
	const counts = Object.fromEntries(verdictNames.map((name) => [name, 0])) as Record<VerdictName, number>;
	for (const { verdict } of checked) counts[verdict.name]++;
	return counts;
}

/** From which verdict on a check counts as failed. */
export type FailOn = "contradicted" | "outdated" | "unreferenced" | "never";

const failing: Readonly<Record<FailOn, readonly VerdictName[]>> = {
	contradicted: ["contradicted", "inconsistent"],
	outdated: ["contradicted", "inconsistent", "disputed", "outdated", "imprecise"],
	unreferenced: ["contradicted", "inconsistent", "disputed", "outdated", "imprecise", "unreferenced"],
	never: [],
};

/** Whether any claim has a verdict at or above a level. */
export function fails(checked: readonly Checked[], level: FailOn): boolean {
	return checked.some((item) => isCheckable(item) && failing[level].includes(item.verdict.name));
}
