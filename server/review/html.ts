import type { Report } from "../check.ts";
import { countsSentence, factLine, isCheckable, kindWord, verdictWord } from "../features/labels.ts";
import { sentence } from "../features/wording.ts";
import type { Checked } from "../verdicts/verdict.ts";
import { countVerdicts } from "./summary.ts";

/** Reports as one self-contained page to read and print: each article with its claims marked, then every claim with its verdict, working and references. */
export function htmlReport(reports: readonly { readonly path: string; readonly report: Report }[]): string {
	const counts = countVerdicts(reports.flatMap(({ report }) => report.checked.filter(isCheckable)));
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Plumbline report</title>
<style>${css}</style>
</head>
<body>
<h1>Plumbline report</h1>
<p>${escapeHtml(countsSentence(counts))}</p>
${reports.map(({ path, report }) => articleHtml(path, report)).join("\n")}
</body>
</html>
`;
}

const css = `
body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
h1,h2,h3,table,.label{font-family:system-ui,sans-serif}
.article{white-space:pre-wrap;border-left:3px solid #ddd;padding-left:1rem}
mark{background:none;color:inherit;border-bottom:2px solid;padding:0}
mark sup{font:600 .65em system-ui,sans-serif}
.contradicted,.inconsistent{border-color:#b00020}.outdated,.imprecise,.disputed{border-color:#a05a00}
.supported,.reviewed{border-color:#1b7f3b}.unreferenced{border-color:#999;border-bottom-style:dotted!important}
table{border-collapse:collapse;font-size:.85rem;width:100%}td,th{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid #ddd}
tr{break-inside:avoid}
@media print{body{margin:0;max-width:none}}`;

function articleHtml(path: string, report: Report): string {
	const rows = report.checked
		.filter(isCheckable)
		.map((item, i) => row(item, i + 1))
		.join("\n");
	return `<h2>${escapeHtml(path)}</h2>
<p class="label">Speaks from ${escapeHtml(report.dateline)}. ${escapeHtml(countsSentence(countVerdicts(report.checked.filter(isCheckable))))}</p>
<div class="article">${markedText(report)}</div>
<table><thead><tr><th>#</th><th>Claim</th><th>Kind</th><th>Verdict</th><th>Why</th></tr></thead><tbody>
${rows}
</tbody></table>`;
}

/** The article's text with a numbered mark at every claim. Claims inside another (a figure in a quotation) nest; one that only overlaps is numbered in the table alone. */
function markedText(report: Report): string {
	const { text } = report.article;
	let html = "";
	let at = 0;
	const open: number[] = [];
	const closeUpTo = (offset: number): void => {
		while (open.length > 0 && (open.at(-1) as number) <= offset) {
			const end = open.pop() as number;
			html += `${escapeHtml(text.slice(at, end))}</mark>`;
			at = end;
		}
	};
	report.checked.filter(isCheckable).forEach(({ claim, verdict }, i) => {
		closeUpTo(claim.start);
		if (open.length > 0 && claim.end > (open.at(-1) as number)) return;
		html += `${escapeHtml(text.slice(at, claim.start))}<mark class="${verdict.name}" title="${escapeHtml(verdictWord(verdict.name))}"><sup>${i + 1}</sup>`;
		at = claim.start;
		open.push(claim.end);
	});
	closeUpTo(text.length);
	return html + escapeHtml(text.slice(at));
}

function row({ claim, verdict }: Checked, number: number): string {
	const why = [
		escapeHtml(sentence(verdict.reason, claim)),
		...(verdict.working === undefined ? [] : [`<br>${escapeHtml(verdict.working)}`]),
		...verdict.references.map((fact) => `<br><small>${escapeHtml(factLine(fact))}</small>`),
	].join("");
	const words = claim.text.replace(/\s+/g, " ");
	return `<tr><td>${number}</td><td>${escapeHtml(words)}</td><td>${escapeHtml(kindWord(claim.kind))}</td><td>${escapeHtml(verdictWord(verdict.name))}</td><td>${why}</td></tr>`;
}

function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
