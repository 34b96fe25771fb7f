import type { Report } from "../../check.ts";
import { verdictWord } from "../../features/wording/labels.ts";
import { sentence, spellingSentence } from "../../features/wording/wording.ts";
import type { Span } from "../../prose/span.ts";
import { positions } from "../positions.ts";
import { isChecked } from "../summary.ts";

/**
 * Workflow commands that GitHub shows as annotations: a line for every claim that is wrong or doubtful, and a notice for every name that the packs spell
 * otherwise. Ends with a line break unless empty.
 */
export function githubAnnotations(path: string, report: Report): string {
	const place = positions(report.article.text);
	const file = property(path.replaceAll("\\", "/").replace(/^\.\//, ""));
	const annotation = (level: "error" | "warning" | "notice", span: Span, title: string, words: string): string => {
		const from = place(span.start);
		const to = place(span.end);
		// Columns are left out when the words run over lines: GitHub refuses them then.
		const columns = from.line === to.line ? `,col=${from.column},endColumn=${to.column}` : "";
		return `::${level} file=${file},line=${from.line},endLine=${to.line}${columns},title=${property(`Plumbline: ${title}`)}::${data(words)}\n`;
	};
	const claims = report.checked
		.filter((item) => isChecked(item) && item.verdict.name !== "supported" && item.verdict.name !== "reviewed")
		.map(({ claim, verdict }) => {
			const level = verdict.name === "contradicted" || verdict.name === "inconsistent" ? "error" : "warning";
			return annotation(level, claim, verdictWord(verdict.name), sentence(verdict.reason, claim));
		});
	const names = report.spellings.map((one) => annotation("notice", one, "spelling", spellingSentence(one)));
	return [...claims, ...names].join("");
}

// Escapes of GitHub's workflow commands (actions/toolkit, packages/core/src/command.ts).
const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
