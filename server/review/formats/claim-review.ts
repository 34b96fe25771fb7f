import { type Claim, quoteOf } from "../../claims/claim.ts";
import { sentence } from "../../features/wording/wording.ts";
import type { Checked, VerdictName } from "../../verdicts/verdict.ts";
import type { CheckedArticle } from "../checked-article.ts";

/** Who publishes a fact check and where, as far as the call says so; what is missing is read from front matter. */
export interface Publication {
	/** The address of the page that carries the fact check. */
	readonly url?: string;
	/** The organisation that answers for it. */
	readonly author?: string;
}

/** Why an article can't be published as fact checks, as the end of a sentence that begins with its path. */
export class NotPublishable extends Error {}

/**
 * The fact checks of one published article as schema.org ClaimReview, in JSON-LD. Only claims that a reference with a source supports or contradicts:
 * what is doubtful or unknown is no fact check to publish, and neither is what somebody has signed off. Throws `NotPublishable`
 * when the article has no address or nobody who answers for it.
 */
export function claimReviews(article: CheckedArticle, given: Publication): readonly object[] {
	const { report } = article;
	const values = report.article.frontMatter?.values ?? {};
	const url = given.url ?? addressIn(values);
	if (url === undefined) throw new NotPublishable("has no address: name it in the front matter (url: https://…) or with --url");
	const author = given.author === undefined ? authorIn(values) : { "@type": "Organization", name: given.author };
	if (!author) throw new NotPublishable("names nobody who answers for it: front matter publisher: or author:, or --author");
	return report.checked.flatMap((item) => {
		const rating = ratings[item.verdict.name];
		const sources = item.verdict.references.flatMap(({ source }) => (source === undefined ? [] : [source]));
		if (!rating || sources.length === 0) return [];
		return [
			{
				"@type": "ClaimReview",
				"@id": `${url}#${item.claim.id}`,
				url,
				datePublished: report.dateline,
				author,
				claimReviewed: sentenceAround(item, article),
				reviewBody: sentence(item.verdict.reason, item.claim),
				reviewRating: { "@type": "Rating", bestRating: 5, worstRating: 1, ...rating },
				itemReviewed: {
					"@type": "Claim",
					text: item.claim.text.replace(/\s+/g, " "),
					...speakerOf(item.claim, report.checked),
				},
				citation: [...new Set(sources)].map((source) => (isAddress(source) ? { "@type": "CreativeWork", url: source } : source)),
			},
		];
	});
}

/** Fact checks of several articles as one JSON-LD document. It may stand in a `script` element as it is. */
export function claimReviewDocument(reviews: readonly object[]): string {
	const text = JSON.stringify({ "@context": "https://schema.org", "@graph": reviews }, undefined, 2);
	return `${text.replaceAll("<", "\\u003c")}\n`;
}

/** Verdicts as ratings from 1 (wrong) to 5 (right). Verdicts without one are not published. */
const ratings: Readonly<Partial<Record<VerdictName, { readonly ratingValue: number; readonly alternateName: string }>>> = {
	contradicted: { ratingValue: 1, alternateName: "False" },
	supported: { ratingValue: 5, alternateName: "True" },
};

/** The sentence that holds the claim, as readers read it. */
function sentenceAround({ claim }: Checked, { report }: CheckedArticle): string {
	const block = report.article.blocks[claim.block];
	const at = block?.sentences[block.sentenceAt(claim.span.start)];
	return (block && at ? block.text.slice(at.start, Math.max(at.end, claim.span.end)) : claim.text).replace(/\s+/g, " ").trim();
}

/** Who made the claim, when the article puts it into somebody's mouth. Otherwise the article itself says it. */
function speakerOf(claim: Claim, checked: readonly Checked[]): object {
	for (const { claim: other } of checked) {
		const quote = quoteOf(other);
		if (!quote || quote.anonymous || quote.speaker === undefined) continue;
		if (!quote.content.some(({ start, end }) => start <= claim.start && claim.end <= end)) continue;
		const type = quote.sourceKind === "person" || quote.sourceKind === undefined ? "Person" : "Organization";
		return { author: { "@type": type, name: quote.speaker } };
	}
	return {};
}

type Values = Readonly<Record<string, unknown>>;

function addressIn(values: Values): string | undefined {
	return ["url", "canonical", "canonical_url", "permalink"].map((key) => values[key]).find(isAddress);
}

function isAddress(value: unknown): value is string {
	return typeof value === "string" && /^https?:\/\/[^\s"<>]{1,2000}$/i.test(value);
}

/** The publisher that front matter names, else its author: a name, `{ name, url }`, or a list of these. */
function authorIn(values: Values): object | undefined {
	for (const [keys, type] of [
		[["publisher"], "Organization"],
		[["author", "authors"], "Person"],
	] as const) {
		for (const key of keys) {
			const list = Array.isArray(values[key]) ? (values[key] as unknown[]) : [values[key]];
			const found = list.flatMap((one) => who(one, type));
			if (found.length > 0) return found.length === 1 ? found[0] : found;
		}
	}
	return undefined;
}

function who(value: unknown, type: string): object[] {
	const { name, url } = (typeof value === "object" && value !== null ? value : { name: value }) as Values;
	if (typeof name !== "string" || name.trim() === "") return [];
	return [{ "@type": type, name: name.trim(), ...(isAddress(url) && { url }) }];
}
