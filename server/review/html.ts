import { countsSentence, isCheckable } from "../features/wording/labels.ts";
import { day } from "../features/wording/periods.ts";
import type { Span } from "../prose/span.ts";
import type { PackSummary } from "../references/store.ts";
import type { VerdictName } from "../verdicts/verdict.ts";
import type { CheckedArticle } from "./checked-article.ts";
import { articleHtml } from "./html/article.ts";
import { escapeHtml } from "./html/escape.ts";
import { page, titleOf } from "./html/page.ts";
import { legend, progressPicture } from "./html/picture.ts";
import { countVerdicts, verdictNames } from "./summary.ts";

/** What a report says of the check beyond the articles. */
export interface Circumstances {
	/** The day of the check, `YYYY-MM-DD`. */
	readonly on: string;
	/** The packs that were asked. */
	readonly packs: readonly PackSummary[];
	/** Where a claim's place leads, when the page can lead to the article itself: an address for a span of the article as written. */
	readonly linkTo?: (span: Span) => string;
}

/**
 * Reports as one self-contained page to read, print and file: how far the checking has come, each article with its claims marked, every claim with its
 * verdict, working, references and sign-off. No script, nothing that is fetched.
 */
export function htmlReport(articles: readonly CheckedArticle[], { linkTo, ...around }: Circumstances): string {
	return htmlPage(
		articles.map((article, i) => htmlPiece(article, articles.length > 1 ? i + 1 : undefined, linkTo)),
		around,
	);
}

/** One article of such a page, with what the top of the page says of it. */
export interface HtmlPiece {
	readonly title: string;
	readonly counts: Readonly<Record<VerdictName, number>>;
	/** Begins the names of its places, where it is one of several. */
	readonly prefix: string;
	readonly html: string;
}

/** One article. `number` makes its places unique where it is one of several. */
export function htmlPiece(article: CheckedArticle, number?: number, linkTo?: (span: Span) => string): HtmlPiece {
	const prefix = number === undefined ? "" : `a${number}-`;
	return {
		title: titleOf(article),
		counts: countVerdicts(article.report.checked.filter(isCheckable)),
		prefix,
		html: articleHtml(article, { prefix, isOneOfSeveral: number !== undefined, ...(linkTo && { linkTo }) }),
	};
}

/** Articles as one page. */
export function htmlPage(articles: readonly HtmlPiece[], { on, packs }: Pick<Circumstances, "on" | "packs">): string {
	const [only] = articles;
	const title = articles.length === 1 && only ? `Fact check: ${only.title}` : `Fact check of ${articles.length} articles`;
	const counts = countVerdicts([]);
	for (const article of articles) for (const name of verdictNames) counts[name] += article.counts[name];
	const asked = packs.map(
		({ name, version, facts }) =>
			`${name}${version ? ` ${version}` : ""} (${facts.toLocaleString("en")} ${facts === 1 ? "fact" : "facts"})`,
	);
	const about = [
		`Checked with Plumbline on ${day(on)}`,
		asked.length > 0 ? ` against ${asked.slice(0, MOST_PACKS).join(", ")}` : ". No reference pack was asked",
		asked.length > MOST_PACKS ? ` and ${asked.length - MOST_PACKS} more packs.` : ".",
	].join("");
	return page(
		title,
		`<header class="overview">
<h1>${escapeHtml(title)}</h1>
<p class="about">${escapeHtml(about)}</p>
<p class="count">${escapeHtml(countsSentence(counts))}</p>
${progressPicture(counts)}
${legend(counts)}
${articles.length > 1 ? index(articles) : ""}
</header>
<main>
${articles.map(({ html }) => html).join("\n")}
</main>`,
	);
}

/** More packs are counted, not listed. */
const MOST_PACKS = 8;

function index(articles: readonly HtmlPiece[]): string {
	const rows = articles.map(({ title, counts, prefix }) => {
		const wrong = counts.contradicted + counts.inconsistent;
		const doubtful = counts.disputed + counts.outdated + counts.imprecise;
		return `<tr><td><a href="#${prefix}top">${escapeHtml(title)}</a></td><td>${progressPicture(counts, true)}</td><td class="number-cell">${wrong}</td><td class="number-cell">${doubtful}</td><td class="number-cell">${counts.unreferenced}</td></tr>`;
	});
	return `<div class="wide"><table class="index"><thead><tr><th>Article</th><th>Claims</th><th>Wrong</th><th>Doubtful</th><th>Unreferenced</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>`;
}
