import { deepEqual } from "node:assert/strict";
import { quotesOf } from "./speech.ts";

/** Who a source is: speaker, kind, whether anonymous, and the medium. Absent means unknown. */
type Expected = { speaker?: string; sourceKind?: string; anonymous?: true; medium?: string };

function last(text: string): Expected {
	const quote = quotesOf(text).at(-1);
	return {
		...(quote?.speaker !== undefined && { speaker: quote.speaker }),
		...(quote?.sourceKind && { sourceKind: quote.sourceKind }),
		...(quote?.anonymous && { anonymous: true }),
		...(quote?.medium !== undefined && { medium: quote.medium }),
	};
}

const corpus: Record<string, [string, Expected][]> = {
	"a surname means the full name before it": [
		["Ada Stone, a pilot, came late. “We sail,” Stone said.", { speaker: "Ada Stone", sourceKind: "person" }],
		["“We sail,” Captain Ada Stone said. Later Stone said the boats were full.", { speaker: "Ada Stone", sourceKind: "person" }],
		["Secretary of State Ada Stone said the boats were full.", { speaker: "Ada Stone", sourceKind: "person" }],
		["Mr. Stone said the boats were full.", { speaker: "Stone", sourceKind: "person" }],
		["Ada B. Stone, a pilot, slept. Stone said the boats were full.", { speaker: "Ada B. Stone", sourceKind: "person" }],
		["Jan de Groot, the mayor, left. De Wit said the boats were full.", { speaker: "De Wit" }],
	],
	"he and she are who spoke last": [
		["“We sail,” said Ada Stone, a pilot. “Nobody stays,” she added.", { speaker: "Ada Stone", sourceKind: "person" }],
		["“We sail,” said Ada Stone, a pilot.\n\nShe said the boats were full.", { speaker: "Ada Stone", sourceKind: "person" }],
		[
			"Ada Stone, a pilot, said the boats were full. Jan Wit, a cook, slept. He said it was cold.",
			{ speaker: "Jan Wit", sourceKind: "person" },
		],
	],
	"the company and it are the organisation named last": [
		["Corvane Inc. grew. The company reported sailing 40 boats.", { speaker: "Corvane Inc", sourceKind: "organisation" }],
		["Corvane Inc. grew. It reported sailing 40 boats.", { speaker: "Corvane Inc", sourceKind: "organisation" }],
		["Corvane Industries grew. The company reported sailing 40 boats.", { speaker: "Corvane Industries", sourceKind: "organisation" }],
		["Harlow Foods Ventures grew. It reported sailing 40 boats.", { speaker: "Harlow Foods Ventures", sourceKind: "organisation" }],
		["Vale Pharmaceuticals grew. It reported 40 trials.", { speaker: "Vale Pharmaceuticals", sourceKind: "organisation" }],
		["Lorne Enterprises grew. It reported 40 openings.", { speaker: "Lorne Enterprises", sourceKind: "organisation" }],
		["The Harlow Bank lent it. The bank said rates would rise.", { speaker: "Harlow Bank", sourceKind: "organisation" }],
	],
	"people in a place are not the place": [["Officials in Harlow Quay said the boats were full.", { speaker: "Officials in Harlow Quay" }]],
	"an age is part of its noun phrase": [["A 30-year-old diver said the boats were full.", { speaker: "A 30-year-old diver" }]],
	"companies are not their products": [["The Corvane Swift sank. Corvane said it was sorry.", { speaker: "Corvane" }]],
	"data providers and documents": [
		["Boats sank by 3%, according to data from Quotewell.", { speaker: "Quotewell", sourceKind: "data provider" }],
		["Boats sank by 3%, according to figures compiled by the Harbour Office.", { speaker: "Harbour Office", sourceKind: "data provider" }],
		["According to federal data, boats sank.", { speaker: "federal data", sourceKind: "document" }],
		["The report said boats sank.", { speaker: "The report", sourceKind: "document" }],
	],
	"sources that want no name": [
		["“We sail,” said one pilot who spoke on condition of anonymity.", { speaker: "one pilot", sourceKind: "anonymous", anonymous: true }],
		["Sources said the boats were full.", { speaker: "Sources", sourceKind: "anonymous", anonymous: true }],
		[
			"The boats were full, said a person familiar with the matter.",
			{ speaker: "a person familiar with the matter", sourceKind: "anonymous", anonymous: true },
		],
		["Ada Stone, a pilot familiar with the harbour, said the boats were full.", { speaker: "Ada Stone" }],
	],
	"where it was said": [
		["“We sail,” Stone said in a statement.", { speaker: "Stone", medium: "in a statement" }],
		["Stone said in an interview that the boats were full.", { speaker: "Stone", medium: "in an interview" }],
		["Corvane wrote in a filing that the boats were full.", { speaker: "Corvane", medium: "in a filing" }],
	],
};

for (const [rule, cases] of Object.entries(corpus))
	describe(`sources: ${rule}`, () => {
		for (const [text, expected] of cases) it(text, () => deepEqual(last(text), expected));
	});
