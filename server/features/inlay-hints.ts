import { type InlayHint, MarkupKind, type Range } from "vscode-languageserver";
import type { Language } from "../language/language.ts";
import type { View } from "../session.ts";
import type { Verdict } from "../verdicts/verdict.ts";
import { claimsIn, rangeOf } from "./ranges.ts";
import { day } from "./wording/periods.ts";
import { sentence } from "./wording/wording.ts";

/** A quiet tick after each claim in a range that a reference supports or a person has signed off; with the date of the figure where the sentence names none. */
export function inlayHints(view: View, range: Range, language?: Language): InlayHint[] {
	if (!view.settings.ticks) return [];
	const right = claimsIn(view, range).filter(
		({ verdict: { name, reason } }) => name === "supported" || (name === "reviewed" && reason.kind !== "ignored"),
	);
	return right.map(({ claim, verdict }) => ({
		position: rangeOf(view, claim).end,
		label: ["✓", asOf(verdict, view.report.dateline, language)].filter(Boolean).join(" "),
		paddingLeft: true,
		tooltip: { kind: MarkupKind.PlainText, value: sentence(verdict.reason, claim, language) },
	}));
}

/** The date of a figure that the sentence gives none for, unless it is that of the article: its reader will take it for today's. */
function asOf({ how, references, working }: Verdict, dateline: string, language: Language | undefined): string | undefined {
	const [fact] = references;
	if (
		(how?.period !== "none" && how?.period !== "newest") ||
		working !== undefined ||
		fact?.period === undefined ||
		dateline.startsWith(fact.period)
	)
		return undefined;
	return day(fact.period, language);
}
