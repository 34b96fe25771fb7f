import type { ClaimKind } from "../claims/claim.ts";
import type { Fact } from "../references/fact.ts";
import type { Checked, VerdictName } from "../verdicts/verdict.ts";

/** Whether a claim is one that somebody could look up: those that are not are read and printed, but neither marked nor counted. */
export function isCheckable({ verdict }: Checked): boolean {
	return verdict.reason.kind !== "nothing to check";
}

/** A verdict as a label. */
export function verdictWord(name: VerdictName): string {
	return name;
}

/** A kind of claim as a label. */
export function kindWord(kind: ClaimKind): string {
	return kind;
}

/** Where a fact stands: `connectivity, facts.csv row 13 · Benzinga Pro · as of 2026-02-04`. */
export function factLine(fact: Fact): string {
	const parts = [`${fact.pack}, ${fact.resource} row ${fact.row}`];
	if (fact.source !== undefined) parts.push(fact.source);
	const asOf = fact.knownAt ?? fact.period;
	if (asOf !== undefined) parts.push(`as of ${asOf}`);
	return parts.join(" · ");
}

/** `9 of 14 checked: 6 supported, 2 contradicted, 1 outdated.` */
export function countsSentence(counts: Readonly<Record<VerdictName, number>>): string {
	const { unreferenced, ...answered } = counts;
	const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
	if (total === 0) return "No claims found.";
	const parts = Object.entries(answered).filter(([, count]) => count > 0);
	const detail = parts.map(([name, count]) => `${count} ${verdictWord(name as VerdictName)}`).join(", ");
	return `${total - unreferenced} of ${total} checked${detail ? `: ${detail}` : ""}.`;
}
