import { countsSentence, isCheckable } from "../features/wording/labels.ts";
import { day } from "../features/wording/periods.ts";
import type { Span } from "../prose/span.ts";
import type { PackSummary } from "../references/store.ts";
import type { CheckedArticle } from "./checked-article.ts";
import { articleHtml } from "./html/article.ts";
import { escapeHtml } from "./html/escape.ts";
import { page, titleOf } from "./html/page.ts";
import { legend, progressPicture } from "./html/picture.ts";
import { countVerdicts } from "./summary.ts";

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
export function htmlReport(articles: readonly CheckedArticle[], { on, packs, linkTo }: Circumstances): string {
	const [only] = articles;
	const title = articles.length === 1 && only ? `Fact check: ${titleOf(only)}` : `Fact check of ${articles.length} articles`;
	const all = articles.flatMap(({ report }) => report.checked.filter(isCheckable));
	const counts = countVerdicts(all);
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
${articles.map((article, i) => articleHtml(article, { prefix: articles.length > 1 ? `a${i + 1}-` : "", isOneOfSeveral: articles.length > 1, ...(linkTo && { linkTo }) })).join("\n")}
</main>`,
	);
}

/** More packs are counted, not listed. */
const MOST_PACKS = 8;

function index(articles: readonly CheckedArticle[]): string {
	const rows = articles.map((article, i) => {
		const counts = countVerdicts(article.report.checked.filter(isCheckable));
		const wrong = counts.contradicted + counts.inconsistent;
		const doubtful = counts.disputed + counts.outdated + counts.imprecise;
		return `<tr><td><a href="#a${i + 1}-top">${escapeHtml(titleOf(article))}</a></td><td>${progressPicture(counts, true)}</td><td class="number-cell">${wrong}</td><td class="number-cell">${doubtful}</td><td class="number-cell">${counts.unreferenced}</td></tr>`;
	});
	return `<div class="wide"><table class="index"><thead><tr><th>Article</th><th>Claims</th><th>Wrong</th><th>Doubtful</th><th>Unreferenced</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>`;
}
