import assert from "node:assert/strict";
import type { MarkupContent } from "vscode-languageserver";
import { hover } from "../../../server/features/hover.ts";
import { sentence } from "../../../server/features/wording/wording.ts";
import { type Language, languageOf } from "../../../server/language/language.ts";
import { viewOf } from "../../features/view.ts";
import { templates } from "./made-up.ts";
import { reasons } from "./reasons.ts";

/** Some texts in German, whose sentences are built otherwise: the genitive behind its noun, the verb at the end, `nicht` in front of what is wrong. */
const TEXTS: Readonly<Record<string, string>> = {
	"{0}’s {1}": "{1} von {0}",
	"{0} was {1}": "{0}: {1}",
	"{0} rose {1} from {2}": "{0} ist seit {2} um {1} gestiegen",
	"{0} were lower {1}, at {2}": "{0}: {1} mit {2} niedriger",
	"in the third quarter of {0}": "im dritten Quartal {0}",
	"third quarter of {0}": "3. Quartal {0}",
	"{0}, not {1} ({2}).": "Nicht {1}, sondern so: {0} ({2}).",
	"{0} ({1}).": "{0} ({1}).",
	"{0}; {1} was the figure for {2} ({3}).": "{1} galt für {2}; jetzt {0} ({3}).",
	"{0}, {1}": "{0}, {1}",
	"{0} was a {1}, not a {2}.": "Der {0} war ein {1}, kein {2}.",
	"The article announces {0} and lists {1}.": "Angekündigt sind „{0}“, aufgezählt werden {1}.",
	"{0} ranked {1} for {2}": "{0} steht bei {2} auf Platz {1}",
	"{0} was {1} until {2} ({3}).": "Bis zum {2} hatte {0} das Amt „{1}“ ({3}).",
	"{0} is {1} of {2} ({3}).": "{2}: {0} ist {1} ({3}).",
	"Read as {0}": "Gelesen als {0}",
	money: "Geld",
	"over {0}": "mehr als {0}",
	"{0}, so {1} says too little; {2} would fit {3} ({4}).": "{0}, da sagt „{1}“ zu wenig; {2} passt zu {3} ({4}).",
};
const german = languageOf(TEXTS, "de") as Language;

/** What is said in German of the nth reason of a kind. */
function said(kind: keyof typeof reasons, nth = 0): string {
	const [reason, claim] = reasons[kind][nth] ?? [];
	if (!reason) throw new Error(`there is no reason ${nth} of ${kind}`);
	return plain(sentence(reason, claim ?? ({ text: "$30 million", kind: "money" } as never), german));
}

/** Spaces that do not break a line are spaces here. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

describe("in German, some texts of which are translated", () => {
	it("they are texts that there are", () =>
		assert.deepEqual(
			Object.keys(TEXTS).filter((text) => !templates.includes(text)),
			[],
		));

	const cases: Readonly<Record<string, readonly [said: string, expected: string]>> = {
		"the genitive stands behind, the money behind its figure": [
			said("agrees"),
			"Turnover von Vela: 33,0 Mio. $ (deskpack, 3. Quartal 2025).",
		],
		"what was written stands first": [
			said("disagrees"),
			"Nicht $30 million, sondern so: turnover von Vela: 33,0 Mio. $ (deskpack, 3. Quartal 2025).",
		],
		"the verb stands at the end, the date as German writes it": [
			said("agrees", 15),
			"Turnover von Vela ist seit 3. Feb. 2024 um 12,5 % gestiegen (deskpack).",
		],
		"an older figure is told first": [
			said("superseded"),
			"$30 million galt für 3. Feb. 2024; jetzt turnover von Vela: 33,0 Mio. $ (deskpack, 3. Quartal 2025).",
		],
		"a quarter as the time of something": [
			said("extreme", 10),
			"Exports von Vela: im dritten Quartal 2025 mit 33,0 Mio. $ niedriger (deskpack, 3. Quartal 2025).",
		],
		"the day of the week in German beside the article's word": [said("weekday"), "Der 4. Feb. 2026 war ein Mittwoch, kein Tuesday."],
		"a small number in digits, since its word is English": [said("list"), "Angekündigt sind „five towns“, aufgezählt werden 4."],
		"a rank in digits": [said("place"), "Vela steht bei turnover auf Platz 3 (deskpack, 3. Quartal 2025)."],
		"an office": [said("person agrees", 1), "University of Ardal: Ada Moss ist chief executive (deskpack)."],
		"an office that has ended": [said("title ended"), "Bis zum 1. März 2024 hatte Ada Moss das Amt „dean“ (deskpack)."],
		"a hedge within a clause within a sentence": [
			said("misleads", 8),
			"Turnover von Vela: 33,0 Mio. $, da sagt „mehr als $30 million“ zu wenig; $30 million passt zu 3. Feb. 2024 (deskpack, 3. Quartal 2025).",
		],
		"a sentence that is not translated is English from end to end": [
			said("neighbour"),
			"$33.0 million is the figure for exports, not for turnover (deskpack, third quarter of 2025).",
		],
	};
	for (const [what, [text, expected]] of Object.entries(cases)) it(what, () => assert.equal(text, expected));

	it("a figure as it was read, with its bound", async () => {
		const view = await viewOf("The Harbour Bridge cost more than $25.5 billion.");
		const shown = hover(view, { line: 0, character: 40 }, { language: german })?.contents as MarkupContent | undefined;
		assert.match(plain(shown?.value ?? ""), /^Gelesen als Geld · mehr als 25,5 Mrd\. \$ · Harbour Bridge · cost$/m);
	});
});
