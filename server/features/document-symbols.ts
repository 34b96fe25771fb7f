import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import type { ClaimKind } from "../claims/claim.ts";
import { type Language, say } from "../language/language.ts";
import { contains } from "../prose/span.ts";
import { atOnce, type Steps } from "../prose/steps.ts";
import type { View } from "../session.ts";
import type { Checked } from "../verdicts/verdict.ts";
import { claimsFrom, rangeOf } from "./ranges.ts";
import { isCheckable, verdictWord } from "./wording/labels.ts";

/** The article's claims as an outline, in order; a claim inside of another (a figure in a quotation) stands below it. */
export function documentSymbols(view: View, language?: Language): DocumentSymbol[] {
	return atOnce(outline(view, language));
}

/** The same in steps. */
export function* outline(view: View, language?: Language): Steps<DocumentSymbol[]> {
	const top: DocumentSymbol[] = [];
	const open: { readonly checked: Checked; readonly children: DocumentSymbol[] }[] = [];
	const { claims, of } = claimsFrom(view, 0, MOST);
	for (const checked of claims) {
		yield;
		if (!isCheckable(checked)) continue;
		const symbol = symbolOf(view, checked, language);
		while (open.length > 0 && !contains((open.at(-1) as (typeof open)[number]).checked.claim, checked.claim)) open.pop();
		(open.at(-1)?.children ?? top).push(symbol);
		open.push({ checked, children: symbol.children as DocumentSymbol[] });
	}
	const last = claims.at(-1);
	if (last && of > MOST) top.push({ ...symbolOf(view, last, language), name: say(language, "and {0} more", of - MOST), detail: "" });
	return top;
}

function symbolOf(view: View, { claim, verdict }: Checked, language: Language | undefined): DocumentSymbol {
	const range = rangeOf(view, claim);
	const words = claim.text.replace(/\s+/g, " ");
	return {
		name: words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words,
		detail: verdictWord(verdict.name, language),
		kind: symbolKinds[claim.kind],
		range,
		selectionRange: range,
		children: [],
	};
}

/** Claims that an outline can hold and still be of use. The claims view has them all; an editor that is sent tens of thousands is slow at every keystroke. */
const MOST = 5000;

/** A line of an outline is narrow. */
const LONGEST = 60;

/** Editors know the symbols of programs alone; these have the icons that fit best. */
const symbolKinds: Readonly<Record<ClaimKind, SymbolKind>> = {
	money: SymbolKind.Number,
	count: SymbolKind.Number,
	percent: SymbolKind.Number,
	measure: SymbolKind.Number,
	rank: SymbolKind.Number,
	ratio: SymbolKind.Number,
	date: SymbolKind.Event,
	duration: SymbolKind.Event,
	age: SymbolKind.Event,
	quotation: SymbolKind.String,
	attribution: SymbolKind.Interface,
	role: SymbolKind.Object,
};
