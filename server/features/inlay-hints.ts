import { type InlayHint, MarkupKind, type Range } from "vscode-languageserver";
import type { View } from "../session.ts";
import { claimsIn, rangeOf } from "./ranges.ts";
import { sentence } from "./wording.ts";

/** A quiet tick after each claim in a range that a reference supports or a person has signed off. */
export function inlayHints(view: View, range: Range): InlayHint[] {
	if (!view.settings.ticks) return [];
	const right = claimsIn(view, range).filter(
		({ verdict: { name, reason } }) => name === "supported" || (name === "reviewed" && reason.kind !== "ignored"),
	);
	return right.map(({ claim, verdict }) => ({
		position: rangeOf(view, claim).end,
		label: "✓",
		paddingLeft: true,
		tooltip: { kind: MarkupKind.PlainText, value: sentence(verdict.reason, claim) },
	}));
}
