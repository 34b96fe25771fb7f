import type { Claim } from "../claims/claim.ts";
import { nothingToCheck } from "./checkable.ts";
import type { Context } from "./context.ts";
import { judgeDate } from "./date.ts";
import { FigureVerdicts } from "./kept.ts";
import { judgeQuantity } from "./quantity.ts";
import { judgeAttribution, judgeQuotation, judgeRole } from "./speech/speech.ts";
import type { Checked, Verdict } from "./verdict.ts";

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
