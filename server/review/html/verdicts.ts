import { verdictTitle } from "../../features/wording/labels.ts";
import type { Language } from "../../language/language.ts";
import type { VerdictName } from "../../verdicts/verdict.ts";
import { escapeHtml } from "./escape.ts";

/** One sign a verdict, so that nobody has to tell them apart by colour. All of them are in the fonts of every desktop. */
export const signs: Readonly<Record<VerdictName, string>> = {
	contradicted: "✗",
	inconsistent: "≠",
	disputed: "⇄",
	outdated: "↺",
	imprecise: "≈",
	unreferenced: "○",
	supported: "✓",
	reviewed: "☑",
};

/** A verdict as the words of a heading. */
export function verdictHtml(name: VerdictName, language?: Language): string {
	return `<span class="verdict ${name}"><span aria-hidden="true">${signs[name]}</span> ${escapeHtml(verdictTitle(name, language))}</span>`;
}
