import type { Claim } from "../claims/claim.ts";
import type { Article } from "../prose/article.ts";
import type { References } from "../references/lookup.ts";
import { Reading } from "./binding/reading.ts";
import { judgeDate } from "./date.ts";
import { judgeQuantity } from "./quantity.ts";
import type { Tolerances } from "./tolerances.ts";
import type { Checked, Verdict } from "./verdict.ts";

/** What a verdict may draw on. */
export interface Context {
	readonly article: Article;
	readonly claims: readonly Claim[];
	readonly dateline: string;
	readonly references: References;
	readonly tolerances: Tolerances;
}

/** What the references say of every claim of an article, in order. The article is read once. */
export function judgeAll(context: Context): Checked[] {
	const { article, claims, references, dateline } = context;
	if (references.empty)
		return claims.map((claim) => ({ claim, verdict: { name: "unreferenced", reason: { kind: "no pack" }, references: [] } }));
	const reading = new Reading(article, claims, references, dateline);
	return claims.map((claim) => ({ claim, verdict: judge(claim, context, reading) }));
}

/** What the references say of one claim. */
export function judge(claim: Claim, context: Context, reading: Reading): Verdict {
	switch (claim.kind) {
		case "quotation":
		case "attribution":
		case "role":
			return { name: "unreferenced", reason: { kind: "nothing known" }, references: [] };
		case "date":
			return judgeDate(claim, reading);
		default:
			return judgeQuantity(claim, reading, context.tolerances);
	}
}
