import type { Claim } from "../claims/claim.ts";
import type { Article } from "../prose/article.ts";
import type { References } from "../references/lookup.ts";
import type { Tolerances } from "./tolerances.ts";
import type { Verdict } from "./verdict.ts";

/** What a verdict may draw on. */
export interface Context {
	readonly article: Article;
	readonly claims: readonly Claim[];
	readonly dateline: string;
	readonly references: References;
	readonly tolerances: Tolerances;
}

/** What the references say of one claim. */
export function judge(_claim: Claim, context: Context): Verdict {
	return { name: "unreferenced", reason: { kind: context.references.empty ? "no pack" : "nothing known" }, references: [] };
}
