import { countsSentence, isCheckable } from "../features/wording/labels.ts";
import { dayOf } from "../features/wording/periods.ts";
import { numberIn } from "../language/formats.ts";
import { type Language, type Said, say } from "../language/language.ts";
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
	/** Of whoever reads the page, where that is not English. */
	readonly language?: Language;
}

/**
 * Reports as one self-contained page to read, print and file: how far the checking has come, each article with its claims marked, every claim with its
 * verdict, working, references and sign-off. No script, nothing that is fetched.
 */
export function htmlReport(articles: readonly CheckedArticle[], { linkTo, ...around }: Circumstances): string {
	return htmlPage(
		articles.map((article, i) => htmlPiece(article, articles.length > 1 ? i + 1 : undefined, linkTo, around.language)),
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
export function htmlPiece(article: CheckedArticle, number?: number, linkTo?: (span: Span) => string, language?: Language): HtmlPiece {
	const prefix = number === undefined ? "" : `a${number}-`;
	return {
		title: titleOf(article),
		counts: countVerdicts(article.report.checked.filter(isCheckable)),
		prefix,
		html: articleHtml(article, { prefix, isOneOfSeveral: number !== undefined, ...(linkTo && { linkTo }), ...(language && { language }) }),
	};
}

/** Articles as one page. */
export function htmlPage(articles: readonly HtmlPiece[], { on, packs, language }: Omit<Circumstances, "linkTo">): string {
	const [only] = articles;
	const title =
		articles.length === 1 && only
			? say(language, "Fact check: {0}", only.title)
			: say(language, "Fact check of {0} articles", articles.length);
	const counts = countVerdicts([]);
	for (const article of articles) for (const name of verdictNames) counts[name] += article.counts[name];
	return page(
		title,
		`<header class="overview">
<h1>${escapeHtml(title)}</h1>
<p class="about">${escapeHtml(circumstances(on, packs, language))}</p>
<p class="count">${escapeHtml(countsSentence(counts, language))}</p>
${progressPicture(counts, false, language)}
${legend(counts, language)}
${articles.length > 1 ? index(articles, language) : ""}
</header>
<main>
${articles.map(({ html }) => html).join("\n")}
</main>`,
		language,
	);
}

/** When it was checked, and against what. */
function circumstances(on: string, packs: readonly PackSummary[], language: Language | undefined): string {
	const date = dayOf(on);
	if (packs.length === 0) return say(language, "Checked with Plumbline on {0}. No reference pack was asked.", date);
	const asked: Said = (inner) =>
		packs
			.slice(0, MOST_PACKS)
			.map(({ name, version, facts }) => {
				const pack = version ? `${name} ${version}` : name;
				const count = numberIn(inner, [facts], { places: 0 }) ?? facts.toLocaleString("en");
				return facts === 1 ? say(inner, "{0} (1 fact)", pack) : say(inner, "{0} ({1} facts)", pack, count);
			})
			.join(", ");
	return packs.length > MOST_PACKS
		? say(language, "Checked with Plumbline on {0} against {1} and {2} more packs.", date, asked, packs.length - MOST_PACKS)
		: say(language, "Checked with Plumbline on {0} against {1}.", date, asked);
}

/** More packs are counted, not listed. */
const MOST_PACKS = 8;

function index(articles: readonly HtmlPiece[], language: Language | undefined): string {
	const rows = articles.map(({ title, counts, prefix }) => {
		const wrong = counts.contradicted + counts.inconsistent;
		const doubtful = counts.disputed + counts.outdated + counts.imprecise;
		return `<tr><td><a href="#${prefix}top">${escapeHtml(title)}</a></td><td>${progressPicture(counts, true, language)}</td><td class="number-cell">${wrong}</td><td class="number-cell">${doubtful}</td><td class="number-cell">${counts.unreferenced}</td></tr>`;
	});
	const heads = [
		say(language, "Article"),
		say(language, "Claims"),
		say(language, "Wrong"),
		say(language, "Doubtful"),
		say(language, "Unreferenced"),
	];
	const head = heads.map((text) => `<th>${escapeHtml(text)}</th>`).join("");
	return `<div class="wide"><table class="index"><thead><tr>${head}</tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>`;
}
