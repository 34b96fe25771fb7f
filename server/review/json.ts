import type { Report } from "../check.ts";
import { type Claim, quantityOf, quoteOf, timeOf } from "../claims/claim.ts";
import { sentence } from "../features/wording.ts";
import type { Fact } from "../references/fact.ts";
import type { Checked } from "../verdicts/verdict.ts";
import { type Movement, withMovements } from "./movements.ts";
import { countVerdicts, verdictNames } from "./summary.ts";

/** A claim as the command line prints it: the promise of the contract. Absent means unknown. */
export type ClaimJson = Readonly<Record<string, unknown>>;

/** Claims of a report in the contract's form, in order of their start. Both ends of a movement are one claim, a range in the order of the words. */
export function claimsJson(report: Report): ClaimJson[] {
	return withMovements(report).map((one) => ("from" in one ? movementJson(one, report) : claimJson(one)));
}

/** `from 40 to 50 tonnes`: the graver verdict of the two ends stands for both; `ends` keeps each with its own. */
function movementJson({ from, to }: Movement, report: Report): ClaimJson {
	const ends = [from, to] as const;
	const [first, last] = ends.map(({ verdict }) => verdictNames.indexOf(verdict.name)) as [number, number];
	const graver = claimJson(first < last ? from : to);
	const quantity = { ...(claimJson(from).quantity as object), high: quantityOf(to.claim)?.value };
	const references = ends.flatMap(({ verdict }) => verdict.references.map(referenceJson));
	return {
		...graver,
		id: `${from.claim.id}-${to.claim.id}`,
		start: from.claim.start,
		end: to.claim.end,
		text: report.article.text.slice(from.claim.start, to.claim.end),
		quantity,
		...(references.length > 0 && { references }),
		ends: ends.map(claimJson),
	};
}

/** Reports of several articles as one document, with counts by verdict over all of them. */
export function articlesJson(reports: readonly { readonly path: string; readonly report: Report }[]): {
	readonly version: 1;
	readonly articles: readonly { readonly path: string; readonly dateline: string; readonly claims: readonly ClaimJson[] }[];
	readonly summary: Readonly<Record<string, number>>;
} {
	return {
		version: 1,
		articles: reports.map(({ path, report }) => ({ path, dateline: report.dateline, claims: claimsJson(report) })),
		summary: countVerdicts(reports.flatMap(({ report }) => report.checked)),
	};
}

function claimJson({ claim, verdict }: Checked): ClaimJson {
	const { subject, measure, period } = verdict;
	return {
		id: claim.id,
		kind: claim.kind,
		start: claim.start,
		end: claim.end,
		text: claim.text,
		...parts(claim),
		...(subject && { subject }),
		...(measure && { measure }),
		...(period !== undefined && { period }),
		verdict: verdict.name,
		reason: sentence(verdict.reason, claim),
		...(verdict.working !== undefined && { working: verdict.working }),
		...(verdict.references.length > 0 && { references: verdict.references.map(referenceJson) }),
		...(verdict.related && { related: verdict.related.map(({ start, end }) => [start, end]) }),
	};
}

function parts(claim: Claim): Record<string, unknown> {
	const quantity = quantityOf(claim);
	const time = timeOf(claim);
	const quote = quoteOf(claim);
	const pairs = (spans: readonly { start: number; end: number }[]) => spans.map(({ start, end }) => [start, end]);
	return {
		...(quantity && {
			quantity: {
				value: quantity.value,
				...(quantity.high !== undefined && { high: quantity.high }),
				decimals: quantity.decimals,
				unit: quantity.unit,
				unitKind: quantity.unitKind,
				hedge: quantity.hedge,
				...(quantity.trend && { trend: quantity.trend }),
			},
		}),
		...(time && { time: { type: time.type, value: time.value } }),
		...(quote && {
			quote: {
				type: quote.type,
				content: pairs(quote.content),
				source: pairs(quote.source),
				cue: pairs(quote.cue),
				anonymous: quote.anonymous,
				...(quote.speaker !== undefined && { speaker: quote.speaker }),
				...(quote.sourceKind && { sourceKind: quote.sourceKind }),
				...(quote.medium !== undefined && { medium: quote.medium }),
			},
		}),
		...(claim.kind === "role" && {
			role: {
				person: claim.role.person,
				title: claim.role.title,
				...(claim.role.organisation !== undefined && { organisation: claim.role.organisation }),
			},
		}),
	};
}

function referenceJson(fact: Fact): Record<string, unknown> {
	const { pack, resource, row, subject, measure, value, high, unit, period, knownAt, source } = fact;
	return {
		pack,
		resource,
		row,
		subject,
		measure,
		value,
		...(high !== undefined && { high }),
		unit,
		...(period !== undefined && { period }),
		...(knownAt !== undefined && { knownAt }),
		...(source !== undefined && { source }),
	};
}
