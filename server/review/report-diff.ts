import type { ArticleJson, ArticlesJson, ClaimJson } from "./contract.ts";

/** What became of a claim from one report to the next. */
export type Became = "appeared" | "vanished" | "changed" | "signed off" | "signed anew" | "open again";

/** One claim that is not as it was. */
export interface ClaimChange {
	readonly became: Became;
	/** As the older report has it; absent when it has appeared. */
	readonly old?: ClaimJson;
	/** As the newer report has it; absent when it has vanished. */
	readonly new?: ClaimJson;
}

/** An article in which something is not as it was. */
export interface ArticleChange {
	readonly path: string;
	/** The article is in one of the reports alone. */
	readonly only?: "old" | "new";
	/** In the order of the newer article, what has vanished at the end. */
	readonly changes: readonly ClaimChange[];
}

/** Two reports held against each other. What is alike is not in it. */
export interface ReportDiff {
	readonly version: 1;
	readonly articles: readonly ArticleChange[];
	/** How many claims became what. */
	readonly summary: Readonly<Record<Became, number>>;
}

/**
 * Holds two reports against each other, claim by claim. A claim is known by its id, which stays when the article is edited elsewhere: one whose own sentence was
 * rewritten has vanished, and another has appeared. Articles are known by their paths; where each report is of one article, those two are compared.
 */
export function diffReports(before: ArticlesJson, now: ArticlesJson): ReportDiff {
	const [old, fresh] = [byPath(before), byPath(now)];
	const [one] = old.size === 1 && fresh.size === 1 ? old.values() : [];
	const articles: ArticleChange[] = [];
	for (const [path, article] of fresh) {
		const was = one ?? old.get(path);
		const changes = changesOf(was?.claims ?? [], article.claims);
		if (changes.length > 0 || !was) articles.push({ path, ...(!was && { only: "new" as const }), changes });
	}
	for (const [path, article] of old)
		if (!one && !fresh.has(path)) articles.push({ path, only: "old", changes: changesOf(article.claims, []) });
	const summary: Record<Became, number> = { appeared: 0, vanished: 0, changed: 0, "signed off": 0, "signed anew": 0, "open again": 0 };
	for (const { became } of articles.flatMap(({ changes }) => changes)) summary[became]++;
	return { version: 1, articles, summary };
}

/** The difference for a person at a terminal. Ends with a line break. */
export function reportDiffText({ articles, summary }: ReportDiff): string {
	const lines: string[] = [];
	for (const { path, only, changes } of articles) {
		lines.push(only === undefined ? path : `${path} (in the ${only === "old" ? "older" : "newer"} report alone)`);
		for (const change of changes) lines.push(...wordsOf(change).map((line, i) => `${i === 0 ? "  " : "      "}${line}`));
		lines.push("");
	}
	const counts = (Object.entries(summary) as [Became, number][]).filter(([, count]) => count > 0);
	lines.push(counts.length > 0 ? `${counts.map(([became, count]) => `${count} ${became}`).join(", ")}.` : "No claim differs.");
	return `${lines.join("\n")}\n`;
}

function byPath({ articles }: ArticlesJson): Map<string, ArticleJson> {
	return new Map(articles.map((article) => [article.path.replaceAll("\\", "/").replace(/^\.\//, ""), article]));
}

function changesOf(before: readonly ClaimJson[], now: readonly ClaimJson[]): ClaimChange[] {
	const old = new Map(before.map((claim) => [claim.id, claim]));
	const changes: ClaimChange[] = [];
	for (const claim of now) {
		const was = old.get(claim.id);
		old.delete(claim.id);
		const became = was ? becameOf(was, claim) : "appeared";
		if (became) changes.push({ became, ...(was && { old: was }), new: claim });
	}
	return [...changes, ...[...old.values()].map((claim): ClaimChange => ({ became: "vanished", old: claim }))];
}

function becameOf(was: ClaimJson, claim: ClaimJson): Became | undefined {
	const [before, now] = [was.verdict === "reviewed", claim.verdict === "reviewed"];
	if (before && now) return was.reason === claim.reason ? undefined : "signed anew";
	if (before) return "open again";
	if (now) return "signed off";
	return was.verdict === claim.verdict ? undefined : "changed";
}

const signs: Readonly<Record<Became, string>> = {
	appeared: "+",
	vanished: "-",
	changed: "~",
	"signed off": "✓",
	"signed anew": "✓",
	"open again": "○",
};

function wordsOf({ became, old, new: now }: ClaimChange): string[] {
	const words = `“${(now ?? old)?.text.replace(/\s+/g, " ")}”`;
	if (!now) return [`- ${words}, ${old?.verdict}, has vanished`];
	const first = old
		? `${signs[became]} ${words} ${became === "changed" ? "" : `${became}: `}was ${old.verdict}, is ${now.verdict}`
		: `+ ${words} has appeared: ${now.verdict}`;
	return [first, now.reason];
}
