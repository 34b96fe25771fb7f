import type { Log, ReportingDescriptor, Result } from "sarif";
import type { Report } from "../check.ts";
import { factLine, verdictWord } from "../features/labels.ts";
import { sentence } from "../features/wording.ts";
import type { Checked, VerdictName } from "../verdicts/verdict.ts";
import { positions } from "./positions.ts";
import { isChecked, verdictNames } from "./summary.ts";

/** Reports as SARIF 2.1.0 (OASIS), for code scanning: a result for every claim that is wrong or doubtful, none for those that are right or unknown. */
export function sarifLog(reports: readonly { readonly path: string; readonly report: Report }[]): Log {
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: { driver: { name: "Plumbline", rules: rules.map(({ name, level }) => rule(name, level)) } },
				columnKind: "utf16CodeUnits",
				results: reports.flatMap(({ path, report }) => {
					const place = positions(report.article.text);
					return report.checked
						.filter((item) => isChecked(item) && levels[item.verdict.name] !== undefined)
						.map((item) => result(path, item, place));
				}),
			},
		],
	};
}

const levels: Readonly<Partial<Record<VerdictName, "error" | "warning">>> = {
	contradicted: "error",
	inconsistent: "error",
	disputed: "warning",
	outdated: "warning",
	imprecise: "warning",
};
const rules = verdictNames.flatMap((name) => (levels[name] ? [{ name, level: levels[name] }] : []));

function rule(name: VerdictName, level: "error" | "warning"): ReportingDescriptor {
	return { id: name, shortDescription: { text: verdictWord(name) }, defaultConfiguration: { level } };
}

function result(path: string, { claim, verdict }: Checked, place: ReturnType<typeof positions>): Result {
	const from = place(claim.start);
	const to = place(claim.end);
	const [fact] = verdict.references;
	return {
		ruleId: verdict.name,
		level: levels[verdict.name] ?? "note",
		message: { text: fact ? `${sentence(verdict.reason, claim)} ${factLine(fact)}` : sentence(verdict.reason, claim) },
		// A claim's id survives edits elsewhere, which is what a fingerprint is for.
		partialFingerprints: { "plumblineClaim/v1": claim.id },
		locations: [
			{
				physicalLocation: {
					artifactLocation: { uri: path.split(/[\\/]/).map(encodeURIComponent).join("/") },
					region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, snippet: { text: claim.text } },
				},
			},
		],
	};
}
