import type { Report } from "../../check.ts";
import { countsSentence, isCheckable, isNote, restsOn, verdictWord } from "../../features/wording/labels.ts";
import { elsewhereSentence, sentence, spellingSentence } from "../../features/wording/wording.ts";
import { inEnglish } from "../../language/phrase.ts";
import type { Spelling } from "../../verdicts/spellings.ts";
import type { Checked, Reason, VerdictName } from "../../verdicts/verdict.ts";
import { positions } from "../positions.ts";
import { countVerdicts } from "../summary.ts";

/** How a piece of terminal output looks; the identity where there is no colour. */
export type Style = (kind: VerdictName | "quiet" | "strong", text: string) => string;

/**
 * A report for a person at a terminal: every claim in reading order with its verdict, what the reference says and where it is from. `elsewhere` is what
 * else in the packs has the value of a claim; `isPart` says that it is of what has changed alone. Ends with a line break.
 */
export function textReport(
	path: string,
	report: Report,
	style: Style = (_, text) => text,
	elsewhere: ReadonlyMap<Checked, readonly Reason[]> = new Map(),
	isPart = false,
): string {
	const place = positions(report.article.text);
	const shown = report.checked.filter(isCheckable);
	const lines = [`${style("strong", path)} ${style("quiet", `(speaks from ${report.dateline})`)}`, ""];
	for (const item of shown) lines.push(...claimLines(item, place, style, elsewhere.get(item)));
	for (const spelling of report.spellings) lines.push(...spellingLines(spelling, place, style));
	lines.push(isPart && shown.length === 0 ? "No claims in what has changed." : countsSentence(countVerdicts(shown)), "");
	return `${lines.join("\n")}\n`;
}

function spellingLines(spelling: Spelling, place: ReturnType<typeof positions>, style: Style): string[] {
	const { line, column } = place(spelling.start);
	const mark = style("quiet", `~ ${"spelling".padEnd(13)}`);
	return [
		`  ${mark} ${`${line}:${column}`.padEnd(7)} ${spelling.written}`,
		style("quiet", `${" ".repeat(18)}${spellingSentence(spelling)}`),
	];
}

const marks: Readonly<Record<VerdictName, string>> = {
	contradicted: "✗",
	inconsistent: "✗",
	disputed: "!",
	outdated: "!",
	imprecise: "!",
	unreferenced: "·",
	supported: "✓",
	reviewed: "✓",
};

function claimLines(
	{ claim, verdict }: Checked,
	place: ReturnType<typeof positions>,
	style: Style,
	elsewhere: readonly Reason[] | undefined,
): string[] {
	const { line, column } = place(claim.start);
	const words = claim.text.replace(/\s+/g, " ");
	const shown = words.length > 90 ? `${words.slice(0, 88).trimEnd()} …` : words;
	const mark = style(verdict.name, `${marks[verdict.name]} ${verdictWord(verdict.name).padEnd(13)}`);
	const lines = [`  ${mark} ${`${line}:${column}`.padEnd(7)} ${shown}`];
	const basis = restsOn(verdict);
	// A row under words that nothing is said of would be a riddle.
	if (verdict.name !== "unreferenced" || isNote({ claim, verdict }) || basis !== undefined)
		lines.push(style("quiet", `${" ".repeat(18)}${sentence(verdict.reason, claim)}`));
	if (verdict.working !== undefined) lines.push(style("quiet", `${" ".repeat(18)}${inEnglish(verdict.working)}`));
	if (elsewhere) lines.push(style("quiet", `${" ".repeat(18)}${elsewhereSentence(elsewhere, claim)}`));
	if (basis !== undefined) lines.push(style("quiet", `${" ".repeat(18)}${basis}`));
	return lines;
}
