import { isCheckable, restsOn, verdictWord } from "../../features/wording/labels.ts";
import { sentence } from "../../features/wording/wording.ts";
import { inEnglish } from "../../language/phrase.ts";
import type { Checked } from "../../verdicts/verdict.ts";
import type { CheckedArticle } from "../checked-article.ts";
import { positions } from "../positions.ts";
import { type FailOn, fails } from "../summary.ts";

/**
 * Reports as JUnit XML, for whatever shows test results: a suite an article, a case a claim. What counts at `failOn` has failed, what no reference
 * speaks of is skipped, all else has passed and says in its output what was found. Ends with a line break.
 */
export function junitXml(articles: readonly CheckedArticle[], failOn: FailOn): string {
	return junitDocument(articles.map((article) => junitSuite(article, failOn)));
}

/** One article of such a document, with its counts. */
export interface Suite {
	readonly claims: number;
	readonly failed: number;
	readonly skipped: number;
	readonly xml: string;
}

/** One article as a suite. */
export function junitSuite({ path, report }: CheckedArticle, failOn: FailOn): Suite {
	const place = positions(report.article.text);
	const claims = report.checked.filter(isCheckable);
	const failed = claims.filter((item) => fails([item], failOn)).length;
	const skipped = claims.filter((item) => isSkipped(item, failOn)).length;
	const cases = claims.map((item) => testcase(item, path, place(item.claim.start), failOn));
	return { claims: claims.length, failed, skipped, xml: suite(path, claims.length, failed, skipped, cases) };
}

/** Suites as one document. */
export function junitDocument(suites: readonly Suite[]): string {
	const sum = (of: "claims" | "failed" | "skipped") => suites.reduce((total, one) => total + one[of], 0);
	return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="Plumbline" tests="${sum("claims")}" failures="${sum("failed")}" skipped="${sum("skipped")}" errors="0">
${suites.map(({ xml }) => xml).join("")}</testsuites>
`;
}

function suite(path: string, tests: number, failures: number, skipped: number, cases: readonly string[]): string {
	return `	<testsuite name="${attribute(path)}" tests="${tests}" failures="${failures}" skipped="${skipped}" errors="0">\n${cases.join("")}	</testsuite>\n`;
}

function isSkipped(item: Checked, failOn: FailOn): boolean {
	return item.verdict.name === "unreferenced" && !fails([item], failOn);
}

function testcase(item: Checked, path: string, at: { readonly line: number; readonly column: number }, failOn: FailOn): string {
	const { claim, verdict } = item;
	const said = sentence(verdict.reason, claim);
	const more = [said, verdict.working && inEnglish(verdict.working), restsOn(verdict)].filter((part) => part !== undefined).join("\n");
	const name = `${at.line}:${at.column} ${claim.text.replace(/\s+/g, " ")}`;
	const type = verdictWord(verdict.name);
	const outcome = fails([item], failOn)
		? `<failure type="${type}" message="${attribute(said)}">${content(more)}</failure>`
		: isSkipped(item, failOn)
			? `<skipped message="${attribute(said)}"/>`
			: `<system-out>${content(`${type}: ${more}`)}</system-out>`;
	return `		<testcase classname="${attribute(path)}" name="${attribute(name)}" file="${attribute(path)}" line="${at.line}">${outcome}</testcase>\n`;
}

/** Text of an element. What no XML document may hold (control characters, halves of surrogate pairs) becomes the replacement character. */
function content(text: string): string {
	return text.replace(FORBIDDEN, "\uFFFD").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function attribute(text: string): string {
	return content(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;").replaceAll("\r", "&#13;");
}

// What production 2 of XML 1.0 (Char) leaves out.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
