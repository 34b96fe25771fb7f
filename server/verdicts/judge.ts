import type { Claim } from "../claims/claim.ts";
import type { Context } from "./context.ts";
import { judgeDate } from "./figures/date.ts";
import { judgeQuantity } from "./figures/quantity.ts";
import { judgeAttribution, judgeQuotation, judgeRole } from "./speech/speech.ts";
import type { Verdict } from "./verdict.ts";

const unknown: Verdict = { name: "unreferenced", reason: { kind: "nothing known" }, references: [] };

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
