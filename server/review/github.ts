import type { Report } from "../check.ts";
import { verdictWord } from "../features/labels.ts";
import { sentence } from "../features/wording.ts";

import { positions } from "./positions.ts";
import { isChecked } from "./summary.ts";

/** Workflow commands that GitHub shows as annotations: a line for every claim that is wrong or doubtful. Ends with a line break unless empty. */
export function githubAnnotations(path: string, report: Report): string {
	const place = positions(report.article.text);
	return report.checked
		.filter((item) => isChecked(item) && item.verdict.name !== "supported" && item.verdict.name !== "reviewed")
		.map(({ claim, verdict }) => {
			const from = place(claim.start);
			const to = place(claim.end);
			const level = verdict.name === "contradicted" || verdict.name === "inconsistent" ? "error" : "warning";
			// Columns are left out when the claim runs over lines: GitHub refuses them then.
			const columns = from.line === to.line ? `,col=${from.column},endColumn=${to.column}` : "";
			const title = property(`Plumbline: ${verdictWord(verdict.name)}`);
			const file = property(path.replaceAll("\\", "/").replace(/^\.\//, ""));
			return `::${level} file=${file},line=${from.line},endLine=${to.line}${columns},title=${title}::${data(sentence(verdict.reason, claim))}\n`;
		})
		.join("");
}

// Escapes of GitHub's workflow commands (actions/toolkit, packages/core/src/command.ts).
const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
