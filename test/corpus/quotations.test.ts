import { deepEqual, equal, ok } from "node:assert/strict";
import { parse } from "../../server/prose/article.ts";
import type { SourceDocument } from "../../server/references/fact.ts";
import type { References } from "../../server/references/lookup.ts";
import type { Checked } from "../../server/verdicts/verdict.ts";
import { judged } from "./judged.ts";
import { documents, type Quotable, quotables } from "./quotations.documents.ts";

const dateline = "2026-04-01";
const references: References = {
	mentions: [],
	entities: new Map(),
	measures: new Map(),
	facts: new Map(),
	members: new Map(),
	people: new Map(),
	documents: Object.entries(documents).map(([resource, text]) => ({ pack: "desk", resource, date: "2026-03-03", text })),
	store: {},
	empty: false,
};

/** The quotations of a text with what the three documents say of them. */
function quotations(text: string, sources: readonly SourceDocument[] = references.documents): Checked[] {
	return judged(parse(text), { ...references, documents: sources }, dateline).filter(({ claim }) => claim.kind === "quotation");
}

const speakers = { release: "Marlow", transcript: "Lindqvist", filing: "The association" };

/** Puts words into an article the ways that articles have: before and after the speaker, split, in curly and in straight marks. */
function article({ document }: Quotable, words: string, nth: number): string {
	const speaker = speakers[document];
	const capital = words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()).replace(/\.$/, "");
	const typeset = (text: string) => text.replace(/'/g, "’");
	switch (nth % 4) {
		case 0:
			return `“${typeset(capital)},” ${speaker} said.`;
		case 1:
			return `${speaker} said, "${capital}."`;
		case 2: {
			const comma = capital.indexOf(", ");
			if (comma < 0) return `"${capital}," said ${speaker} in a statement.`;
			return `"${capital.slice(0, comma)}," ${speaker} said, "${capital.slice(comma + 2)}."`;
		}
		default:
			return `The line is new. “${typeset(capital)},” ${speaker} told reporters on Tuesday.`;
	}
}

describe("quotations against their documents", () => {
	it("has sixty sentences, each once faithful and once altered", () => {
		equal(quotables.length, 60);
		for (const one of quotables) ok(one.faithful !== one.altered);
	});

	it("catches at least 58 of 60 altered quotations", () => {
		const missed = quotables.filter((one, i) => {
			const [checked] = quotations(article(one, one.altered, i));
			return checked?.verdict.name !== "contradicted" || checked.verdict.reason.kind !== "misquoted";
		});
		ok(missed.length <= 2, `missed ${missed.map((one) => one.altered).join(" | ")}`);
	});

	it("does not take a stretch for a document's that shares nothing with it but stray words", () => {
		const text =
			"The harbour will be deeper by spring. Ferries sailed twice in the week. All of the crew were paid before the end of the month, and nothing was owed to the men who came from the north.";
		const sources = [{ pack: "desk", resource: "remarks", date: "2026-03-03", text }];
		const verdictOf = (words: string) => quotations(`“${words},” Ada Moor said.`, sources).map(({ verdict }) => verdict.name);
		deepEqual(verdictOf("The harbour will be deeper by spring … and gulls in the"), ["unreferenced"]);
		deepEqual(verdictOf("The harbour will be deeper by spring … and nothing was owed"), ["supported"]);
	});

	it("flags none of 60 faithful quotations", () => {
		const flagged = quotables.flatMap((one, i) => {
			const found = quotations(article(one, one.faithful, i));
			equal(found.length, 1, one.faithful);
			return found
				.filter(({ verdict }) => verdict.name !== "supported")
				.map(({ verdict }) => `${verdict.name} ${JSON.stringify(verdict.reason)}: ${one.faithful}`);
		});
		deepEqual(flagged, []);
	});

	it("shows what differs, with a neighbour where one side has nothing", () => {
		const [checked] = quotations('"We will raise fares before the end of the season," Marlow said.');
		ok(checked?.verdict.reason.kind === "misquoted");
		equal(checked.verdict.reason.written, "We will raise fares");
		equal(checked.verdict.reason.original, "We will not raise fares");
		deepEqual(
			checked.verdict.difference?.map(({ kind, text }) => `${kind}: ${text}`),
			["same: We will", "document: not", "same: raise fares before the end of the season"],
		);
	});

	it("matches a word that a document has twice in a row with the one that is quoted, and keeps the marks between words", () => {
		const document = {
			pack: "desk",
			resource: "call",
			text: 'Olga Ferrar, head of pilots, R&D: "R&D gains from R&D\'s own, costly pier."',
		};
		const [checked] = quotations('"R&D profits from R&D\'s own, costly pier," Ferrar said.', [document]);
		deepEqual(
			checked?.verdict.difference?.map(({ kind, text }) => `${kind}: ${text}`),
			["same: R&D", "written: profits", "document: gains", "same: from R&D's own, costly pier"],
		);
		const reason = checked.verdict.reason;
		ok(reason.kind === "misquoted");
		deepEqual([reason.written, reason.original], ["profits", "gains"]);
	});

	it("holds no old words against a newer document", () => {
		const altered = "We will not raise fares before the end of the decade";
		const verdictOf = (text: string, sources?: readonly SourceDocument[]) => quotations(text, sources).map(({ verdict }) => verdict.name);
		const old = [
			`In 2019 Ines Marlow had said: "${altered}."`,
			`In 2019 Ines Marlow said: "${altered}."`,
			`"${altered}," Ines Marlow said in May 2021.`,
			`Two years ago Ines Marlow told the council: "${altered}."`,
			`As early as 2019, Ines Marlow promised: "${altered}."`,
			`In a 2019 interview Ines Marlow said: "${altered}."`,
		];
		for (const text of old) deepEqual(verdictOf(text), ["unreferenced"], text);
		const undated = references.documents.map(({ date: _, ...document }) => document);
		for (const text of [
			...old,
			`Ines Marlow had told the council: "${altered}."`,
			`Ines Marlow once said: "${altered}."`,
			`"${altered}," Ines Marlow said at the time.`,
		])
			deepEqual(verdictOf(text, undated), ["unreferenced"], text);
		for (const text of [
			`"${altered}," Ines Marlow said on Tuesday.`,
			`"${altered}," said Ines Marlow, who joined the line in 2019.`,
			`Since 2019 Ines Marlow has said: "${altered}."`,
			`"${altered}," Ines Marlow said in March 2026.`,
		])
			deepEqual(verdictOf(text), ["contradicted"], text);
		deepEqual(verdictOf('"We will not raise fares before the end of the season," Ines Marlow said in 2019.'), ["supported"]);
		const of2019 = references.documents.map((document) => ({ ...document, date: "2019-03-03" }));
		deepEqual(verdictOf(`In 2019 Ines Marlow had said: "${altered}."`, of2019), ["contradicted"]);
	});

	it("says nothing of words that no document comes near", () => {
		for (const text of [
			'"We are delighted with the weather this spring," Marlow said.',
			'"It is what it is," Marlow said.',
			'"We will build a bridge to the moon before we sell a single plank," Wiklund said.',
			"Marlow called the fare “fair.”",
		])
			for (const { verdict } of quotations(text)) equal(verdict.name, "unreferenced", text);
	});

	const voices: [string, string][] = [
		// A release names who says it, a transcript has the name before a colon.
		['"The new vessel burns a third less fuel than the one it replaces," said Tomas Reinholt.', "contradicted"],
		['"Our passengers asked for a boat that runs in winter," said Tomas Reinholt.', "contradicted"],
		['"Our passengers asked for a boat that runs in winter," said Ines Marlow.', "supported"],
		['"I want to be clear that no jobs will be lost in the old harbour," said Ines Marlow.', "contradicted"],
		['"The mill at Storfors is running at 93 percent of capacity," said Petra Lindqvist.', "contradicted"],
		['"The mill at Storfors is running at 93 percent of capacity," said Anders Wiklund.', "supported"],
		['"The board has not decided on a dividend," said Anders Wiklund.', "contradicted"],
		['"The mill at Storfors is running at 93 percent of capacity," Lindqvist said.', "contradicted"],
		// A name that nobody knows, a pronoun in the document, a first name in common and few words leave it open.
		['"The mill at Storfors is running at 93 percent of capacity," said Birka Holdings.', "supported"],
		['"This town has waited eleven years for a morning boat," said Ines Marlow.', "supported"],
		['"The mill at Storfors is running at 93 percent of capacity," said Anders Holm.', "supported"],
		['"I will not speculate," said Anders Wiklund.', "supported"],
	];
	for (const [text, expected] of voices)
		it(`gives a faithful quotation to whom the document gives it: ${text}`, () => {
			const [checked] = quotations(`Ines Marlow, Tomas Reinholt, Petra Lindqvist, Anders Holm and Anders Wiklund met. ${text}`);
			equal(checked?.verdict.name, expected);
			if (expected === "contradicted") equal(checked?.verdict.reason.kind, "said by another");
		});

	const altered = "We do not intend to sail it. We have received two offers.";
	for (const [text, expected] of [
		[`"${altered}" Wiklund said.`, "contradicted"],
		[`"${altered}" the company said.`, "contradicted"],
		[`"${altered}" a rival said.`, "unreferenced"],
		[`"${altered}" said one captain.`, "unreferenced"],
		[`Wiklund did not say: "${altered}"`, "unreferenced"],
		[`Wiklund never said "${altered}"`, "unreferenced"],
	] as const)
		it(`holds only what may be the document's words against it: ${text}`, () => {
			const [checked] = quotations(text);
			equal(checked?.verdict.name, expected);
		});

	it("leaves nearly the same words to a person whom a document by another does not name", () => {
		const rows = [{ id: "lindqvist", name: "Petra Lindqvist", aliases: [], pack: "desk", resource: "people", row: 2 }];
		const text = `"${altered}" said Jonas Ek. Petra Lindqvist was there.`;
		const by = (speaker: string) => [
			{ pack: "desk", resource: "x", text: "We do not intend to sell it. We have received two offers.", speaker },
		];
		const given = { ...references, people: new Map([["lindqvist", rows]]) };
		const verdictBy = (speaker: string) =>
			judged(parse(text), { ...given, documents: by(speaker) }, dateline).find(({ claim }) => claim.kind === "quotation")?.verdict.name;
		equal(verdictBy("Petra Lindqvist"), "unreferenced");
		equal(verdictBy("Norrland Timber"), "contradicted");
	});

	it("takes sentences in any order, and pieces of a split quotation each for itself", () => {
		const [checked] = quotations(
			'"We do not intend to sell it," Wiklund said. "The mill at Storfors is running at 93 percent of capacity."',
		);
		equal(checked?.verdict.name, "supported");
	});

	it("passes over documents that the dateline could not have known", () => {
		const later = { ...references, documents: references.documents.map((one) => ({ ...one, date: "2026-05-01" })) };
		const text = '"We intend to sell it. We have received two offers," Wiklund said.';
		const [checked] = judged(parse(text), later, dateline);
		equal(checked?.verdict.name, "unreferenced");
	});
});
