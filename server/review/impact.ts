import { day } from "../features/wording/periods.ts";
import type { VerdictName } from "../verdicts/verdict.ts";
import { escapeHtml, sourceHtml } from "./html/escape.ts";
import { page } from "./html/page.ts";

/** Something that a published article says and new facts contradict. */
export interface Hit {
	readonly path: string;
	readonly dateline: string;
	/** From 1. */
	readonly line: number;
	readonly column: number;
	readonly claim: string;
	readonly sentence: string;
	/** The verdict by the older facts. */
	readonly was: VerdictName;
	readonly reason: string;
	/** What was public when the article appeared does not contradict it: the figure was revised later. */
	readonly rightThen: boolean;
	readonly source?: string;
}

/** What was held against what. */
export interface Impact {
	readonly before: string;
	readonly now: string;
	readonly articles: number;
	readonly judged: number;
	readonly hits: readonly Hit[];
}

/** The list for a person at a terminal, article by article. */
export function impactText({ hits, articles, judged }: Impact): string {
	const lines: string[] = [];
	for (const [path, own] of byArticle(hits)) {
		lines.push(`${path} (${own[0]?.dateline})`);
		for (const { line, column, claim, was, reason, rightThen } of own) {
			lines.push(`  ${line}:${column} ${claim}, was ${was}${rightThen ? ", right by what was known then" : ""}`, `      ${reason}`);
		}
		lines.push("");
	}
	lines.push(`${countWords(hits)} of ${articles} articles; ${judged} ${judged === 1 ? "speaks" : "speak"} of what differs.`);
	return `${lines.join("\n")}\n`;
}

/** The list as a page to print and to work through. */
export function impactHtml(impact: Impact): string {
	const sections = [...byArticle(impact.hits)].map(
		([
			path,
			own,
		]) => `<section class="piece"><h2>${escapeHtml(path)}</h2><p class="about">Published ${escapeHtml(day(own[0]?.dateline ?? ""))}</p>
${own.map(hitHtml).join("\n")}
</section>`,
	);
	const title = "Published articles that new facts contradict";
	return page(
		title,
		`<header class="overview"><h1>${title}</h1><p class="about">${escapeHtml(impact.before)} held against ${escapeHtml(impact.now)}</p>
<p class="count">${countWords(impact.hits)} of ${impact.articles} articles</p></header>
<main>
${sections.join("\n")}
</main>`,
	);
}

/** Rows for a table, the header first. */
export function impactRows({ hits }: Impact): (string | number)[][] {
	const rows = hits.map(({ path, dateline, line, column, claim, sentence, was, reason, rightThen, source = "" }) => [
		path,
		dateline,
		line,
		column,
		claim,
		sentence,
		was,
		reason,
		rightThen ? "yes" : "no",
		source,
	]);
	return [["article", "date", "line", "column", "claim", "sentence", "was", "reason", "right_then", "source"], ...rows];
}

function hitHtml({ line, column, claim, sentence, was, reason, rightThen, source }: Hit): string {
	return `<div class="claim contradicted"><div class="number">✗</div><div><p><span class="words">${escapeHtml(claim)}</span> <span class="kind">${line}:${column}, was ${was}</span></p><p>${escapeHtml(reason)}${rightThen ? " By what was known when the article appeared, it was right." : ""}</p><p class="about">${escapeHtml(sentence)}</p>${source === undefined ? "" : `<ul class="facts"><li><span class="where">${sourceHtml(source)}</span></li></ul>`}</div></div>`;
}

const countWords = (hits: readonly Hit[]): string => `${hits.length} ${hits.length === 1 ? "claim" : "claims"} in ${byArticle(hits).size}`;

function byArticle(hits: readonly Hit[]): ReadonlyMap<string, readonly Hit[]> {
	const groups = new Map<string, Hit[]>();
	for (const hit of hits) {
		const list = groups.get(hit.path);
		if (list) list.push(hit);
		else groups.set(hit.path, [hit]);
	}
	return groups;
}
