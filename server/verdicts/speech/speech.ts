import type { QuoteClaim, RoleClaim } from "../../claims/claim.ts";
import type { Context } from "../context.ts";
import type { Verdict } from "../verdict.ts";
import { judgeSpelling } from "./names.ts";
import { judgeWords } from "./quotation.ts";
import { judgeTitle } from "./role.ts";
import { sameTitle } from "./titles.ts";

/**
 * What the packs say of a quotation: its words against their documents, then its speaker's name against their people.
 * Undefined when they say nothing.
 */
export function judgeQuotation(claim: QuoteClaim, context: Context): Verdict | undefined {
	const words = judgeWords(claim, context);
	if (words?.name === "contradicted") return words;
	return judgeSource(claim, context) ?? words;
}

/** What the packs say of a report's source: its name against their people and organisations. Undefined when they say nothing. */
export function judgeAttribution(claim: QuoteClaim, context: Context): Verdict | undefined {
	return judgeSource(claim, context);
}

/** What the packs' people say of a name, a title and an organisation. Undefined when they don't know the person. */
export function judgeRole(claim: RoleClaim, context: Context): Verdict | undefined {
	const spelling = judgeSpelling(claim.role.personSpan, context);
	return spelling && isSomebodyElse(claim, spelling, context) ? undefined : (spelling ?? judgeTitle(claim, context));
}

/** A name a slip away from the packs', of somebody who is something else: `Wen Liu, an engineer` need not be Wei Liu, professor of optics. */
function isSomebodyElse({ role }: RoleClaim, { reason }: Verdict, { references }: Context): boolean {
	if (reason.kind !== "name misspelt") return false;
	const titles = (references.people.get(reason.person.id) ?? []).flatMap(({ title }) => title ?? []);
	return titles.length > 0 && !titles.some((title) => sameTitle(role.title, title) === "same");
}

function judgeSource(claim: QuoteClaim, context: Context): Verdict | undefined {
	for (const span of claim.quote.source) {
		const verdict = judgeSpelling(span, context);
		if (verdict) return verdict;
	}
	return undefined;
}
