import type { Claim } from "../claims/claim.ts";
import type { FoundSpeech } from "../claims/finder.ts";
import type { Article } from "../prose/article.ts";
import type { References } from "../references/lookup.ts";
import { Reading } from "./binding/reading.ts";
import { nothingToCheck } from "./checkable.ts";
import { judgeDate } from "./date.ts";
import { FigureVerdicts } from "./kept.ts";
import { judgeQuantity } from "./quantity.ts";
import { judgeAttribution, judgeQuotation, judgeRole } from "./speech/speech.ts";
import type { Tolerances } from "./tolerances.ts";
import type { Checked, Verdict } from "./verdict.ts";

/** What a verdict may draw on. */
export interface Context {
	readonly article: Article;
	readonly claims: readonly Claim[];
	readonly dateline: string;
	readonly references: References;
	readonly tolerances: Tolerances;
	/** Reads who says what in a document of a pack; without it nobody is held to be misnamed. */
	readonly speechIn?: (document: Article) => readonly FoundSpeech[];
	/** The article with the packs' names read into its sentences. */
	readonly reading: Reading;
}

/** Reads an article once for all that judging asks of it. */
export function contextOf(given: Omit<Context, "reading">): Context {
	return { ...given, reading: new Reading(given.article, given.claims, given.references, given.dateline) };
}

/** What the references say of every claim of an article, in order. */
export function judgeAll(context: Context): Checked[] {
	const { claims, references } = context;
	const idle = nothingToCheck(claims);
	const figures = new FigureVerdicts(context);
	const judged = (claim: Claim): Verdict =>
		"quantity" in claim || claim.kind === "date" ? figures.of(claim, () => judge(claim, context)) : judge(claim, context);
	return claims.map((claim) => {
		const verdict = references.empty ? noPack : judged(claim);
		return { claim, verdict: verdict.name === "unreferenced" && idle.has(claim) ? nothing : verdict };
	});
}

const unknown: Verdict = { name: "unreferenced", reason: { kind: "nothing known" }, references: [] };
const noPack: Verdict = { name: "unreferenced", reason: { kind: "no pack" }, references: [] };
const nothing: Verdict = { name: "unreferenced", reason: { kind: "nothing to check" }, references: [] };

/** What the references say of one claim. */
export function judge(claim: Claim, context: Context): Verdict {
	switch (claim.kind) {
		case "quotation":
			return judgeQuotation(claim, context) ?? unknown;
		case "attribution":
			return judgeAttribution(claim, context) ?? unknown;
		case "role":
			return judgeRole(claim, context) ?? unknown;
		case "date":
			return judgeDate(claim, context.reading);
		default:
			return judgeQuantity(claim, context.reading, context.tolerances);
	}
}
