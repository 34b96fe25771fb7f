import type { Report } from "../check.ts";
import { type Claim, type Quantity, type Quote, quantityOf, quoteOf, type Role, timeOf } from "../claims/claim.ts";
import { sentence, spellingSentence } from "../features/wording/wording.ts";
import { inEnglish } from "../language/phrase.ts";
import type { Span } from "../prose/span.ts";
import type { Fact } from "../references/fact.ts";
import type { Checked } from "../verdicts/verdict.ts";
import type { ArticlesJson, ClaimJson, QuantityJson, QuoteJson, ReferenceJson, RoleJson, SpanJson, SpellingJson } from "./contract.ts";
import { type Movement, withMovements } from "./movements.ts";
import { countVerdicts, verdictNames } from "./summary.ts";

/** Claims of a report in the contract's form, in order of their start. Both ends of a movement are one claim, a range in the order of the words. */
export function claimsJson(report: Report): ClaimJson[] {
	return withMovements(report).map((one) => ("from" in one ? movementJson(one, report) : claimJson(one)));
}

/** `from 40 to 50 tonnes`: the graver verdict of the two ends stands for both; `ends` keeps each with its own. */
function movementJson({ from, to }: Movement, report: Report): ClaimJson {
	const ends = [from, to] as const;
	const [first, last] = ends.map(({ verdict }) => verdictNames.indexOf(verdict.name)) as [number, number];
	const graver = claimJson(first < last ? from : to);
	const quantity: QuantityJson = { ...(claimJson(from).quantity as QuantityJson), high: quantityOf(to.claim)?.value as number };
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
export function articlesJson(reports: readonly { readonly path: string; readonly report: Report }[]): ArticlesJson {
	return {
		version: 1,
		articles: reports.map(({ path, report }) => ({
			path,
			dateline: report.dateline,
			claims: claimsJson(report),
			...spellingsJson(report),
		})),
		summary: countVerdicts(reports.flatMap(({ report }) => report.checked)),
	};
}

/** What is spelt otherwise than in the packs, as a property of the article's object; none when nothing is. */
export function spellingsJson(report: Report): { readonly spellings?: readonly SpellingJson[] } {
	const found = report.spellings.map((one): SpellingJson => {
		const { start, end, spelling, entity } = one;
		return {
			start,
			end,
			text: report.article.text.slice(start, end),
			spelling,
			entity: entity.id,
			pack: entity.pack,
			reason: spellingSentence(one),
		};
	});
	return found.length > 0 ? { spellings: found } : {};
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
		...(measure && { measure: { text: measure.text, ...(measure.measure !== undefined && { measure: measure.measure }) } }),
		...(period !== undefined && { period }),
		verdict: verdict.name,
		reason: sentence(verdict.reason, claim),
		...(verdict.working !== undefined && { working: inEnglish(verdict.working) }),
		...(verdict.references.length > 0 && { references: verdict.references.map(referenceJson) }),
		...(verdict.related && { related: verdict.related.map(spanJson) }),
	};
}

/** What was read at a claim. */
function parts(claim: Claim): Pick<ClaimJson, "quantity" | "time" | "quote" | "role"> {
	const quantity = quantityOf(claim);
	const time = timeOf(claim);
	const quote = quoteOf(claim);
	return {
		...(quantity && { quantity: quantityJson(quantity) }),
		...(time && { time: { type: time.type, value: time.value } }),
		...(quote && { quote: quoteJson(quote) }),
		...(claim.kind === "role" && { role: roleJson(claim.role) }),
	};
}

function quantityJson({ value, high, decimals, unit, unitKind, hedge, trend }: Quantity): QuantityJson {
	return { value, ...(high !== undefined && { high }), decimals, unit, unitKind, hedge, ...(trend && { trend }) };
}

function quoteJson({ type, content, source, cue, anonymous, speaker, sourceKind, medium }: Quote): QuoteJson {
	return {
		type,
		content: content.map(spanJson),
		source: source.map(spanJson),
		cue: cue.map(spanJson),
		anonymous,
		...(speaker !== undefined && { speaker }),
		...(sourceKind && { sourceKind }),
		...(medium !== undefined && { medium }),
	};
}

function roleJson({ person, title, organisation }: Role): RoleJson {
	return { person, title, ...(organisation !== undefined && { organisation }) };
}

const spanJson = ({ start, end }: Span): SpanJson => [start, end];

/** A row of a pack in the contract's form. */
export function referenceJson(fact: Fact): ReferenceJson {
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
