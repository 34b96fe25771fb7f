import { deepEqual, equal, ok } from "node:assert/strict";
import { parse } from "../../server/prose/article.ts";
import type { Entity, Person } from "../../server/references/fact.ts";
import type { References } from "../../server/references/lookup.ts";
import type { Mention } from "../../server/references/store.ts";
import { sameTitle } from "../../server/verdicts/speech/titles.ts";
import { judged } from "./judged.ts";

const person = (id: string, name: string, more: Partial<Person>): Person => ({
	id,
	name,
	aliases: [],
	pack: "desk",
	resource: "people",
	row: 2,
	...more,
});
const entity = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({ id, name, aliases: [], pack: "desk", ...more });

const people: Record<string, Person[]> = {
	marlow: [
		person("marlow", "Ines Marlow", { title: "chief operating officer", organisation: "Corvane", from: "2019", to: "2024-12-31" }),
		person("marlow", "Ines Marlow", { title: "chief executive officer", organisation: "Corvane", from: "2025-01-01" }),
	],
	wiklund: [person("wiklund", "Otto Wiklund", { title: "head of sawmills", organisation: "Norrland Timber", to: "2026-02-28" })],
	reinholt: [person("reinholt", "Tomas Reinholt", { title: "senior vice president of freight", organisation: "Corvane Cargo" })],
};
const entities = [
	entity("corvane", "Corvane"),
	entity("cargo", "Corvane Cargo", { partOf: "corvane" }),
	entity("norrland", "Norrland Timber"),
];

/** Names as a store finds them: each written form with whom it means; a slip carries the right spelling. */
const written: [string, Mention["kind"], string, string?][] = [
	["Ines Marlow", "person", "marlow"],
	["Ines Marlowe", "person", "marlow", "Ines Marlow"],
	["Otto Wiklund", "person", "wiklund"],
	["Tomas Reinholt", "person", "reinholt"],
	["Corvane", "entity", "corvane"],
	["Corvayne", "entity", "corvane", "Corvane"],
	["Norrland Timber", "entity", "norrland"],
];

function verdicts(text: string, dateline = "2026-04-01", empty = false): string[] {
	const article = parse(text);
	const mentions = article.blocks.map((block) =>
		written.flatMap(([name, kind, id, spelling]): Mention[] => {
			const at = block.text.search(new RegExp(`\\b${name}\\b`));
			return at < 0 ? [] : [{ start: at, end: at + name.length, kind, ids: [id], ...(spelling && { spelling }) }];
		}),
	);
	const references: References = {
		mentions,
		entities: new Map(entities.map((one) => [one.id, one])),
		measures: new Map(),
		facts: new Map(),
		members: new Map(),
		people: new Map(Object.entries(people)),
		documents: [],
		store: {},
		empty,
	};
	return judged(article, references, dateline)
		.filter(({ claim }) => claim.kind === "role" || "quote" in claim)
		.map(({ claim, verdict }) => `${claim.kind} ${verdict.name} (${verdict.reason.kind})`);
}

describe("titles and organisations against the packs' people", () => {
	const cases: [string, string, string?][] = [
		["Ines Marlow, chief executive of Corvane, left.", "role supported (person agrees)"],
		["Corvane CEO Ines Marlow left.", "role supported (person agrees)"],
		["Ines Marlow (chief executive, Corvane) left.", "role supported (person agrees)"],
		["Ines Marlow (chief executive of Corvane) left.", "role supported (person agrees)"],
		["Ines Marlow (CEO) left.", "role supported (person agrees)"],
		["Ines Marlow (Corvane's chief executive) left.", "role supported (person agrees)"],
		["Ines Marlow (chief financial officer, Corvane) left.", "role contradicted (title differs)"],
		["Ines Marlow (former chief executive, Corvane) left.", "role contradicted (title differs)"],
		["Ines Marlow, 54, the chief executive of Corvane, left.", "role supported (person agrees)"],
		["Ines Marlow, aged 54, Corvane's chief executive, left.", "role supported (person agrees)"],
		["Ines Marlow (54), chief executive of Corvane, left.", "role supported (person agrees)"],
		["Ines Marlow, 54, chief financial officer of Corvane, left.", "role contradicted (title differs)"],
		["Ines Marlow, 54, who was chief financial officer of Corvane until 2018, left.", "role unreferenced (nothing known)"],
		["Ines Marlow, chief financial officer of Corvane, left.", "role contradicted (title differs)"],
		["Ines Marlow, chief operating officer of Corvane, left.", "role outdated (title differs)"],
		["Ines Marlow, chief operating officer of Corvane, left.", "role supported (person agrees)", "2023-05-01"],
		["Otto Wiklund, head of sawmills at Norrland Timber, left.", "role outdated (title ended)"],
		["Otto Wiklund, head of sawmills at Norrland Timber, left.", "role supported (person agrees)", "2025-05-01"],
		["Otto Wiklund, former head of sawmills at Norrland Timber, left.", "role supported (person agrees)"],
		["Former Corvane chief operating officer Ines Marlow left.", "role supported (person agrees)"],
		["Otto Wiklund, then the head of sawmills, left.", "role supported (person agrees)"],
		["Otto Wiklund, who was head of sawmills at Norrland Timber, left.", "role supported (person agrees)"],
		["Otto Wiklund, head of sawmills at Norrland Timber at the time, left.", "role supported (person agrees)"],
		["Otto Wiklund, head of sawmills at Norrland Timber in 2024, left.", "role supported (person agrees)"],
		["Ines Marlow, a former chief financial officer of Corvane, left.", "role unreferenced (nothing known)"],
		["Ines Marlow, Corvane's then chief financial officer, left.", "role unreferenced (nothing known)"],
		["Ines Marlow, who became chief financial officer of Corvane in 2012, left.", "role unreferenced (nothing known)"],
		["Ines Marlow, chief financial officer of Corvane until 2018, left.", "role unreferenced (nothing known)"],
		["Otto Wiklund, head of sawmills at Norrland Timber for ten years, left.", "role supported (person agrees)"],
		["Ines Marlow, chief executive of Corvane for two years, left.", "role supported (person agrees)"],
		["She replaced Otto Wiklund, head of sawmills at Norrland Timber.", "role supported (person agrees)"],
		["Ines Marlow, chief executive of Corvane, undertook it.", "role supported (person agrees)"],
		["Ines Marlow, a former chief executive of Corvane, left.", "role contradicted (title differs)"],
		["Ines Marlow, an economist, left.", "role unreferenced (nothing known)"],
		["Ines Marlow, a Corvane councillor, left.", "role unreferenced (nothing known)"],
		["Corvane boss Ines Marlow left.", "role unreferenced (nothing known)"],
		["Ines Marlow, headteacher of Corvane, left.", "role contradicted (title differs)"],
		["Ines Marlow, a candidate for mayor, left.", "role unreferenced (nothing known)"],
		["Corvane chief economist Ines Marlow left.", "role contradicted (title differs)"],
		["Ines Marlow, chief executive of Norrland Timber, left.", "role contradicted (organisation differs)"],
		["Ines Marlow, chief executive of Somebody Else, left.", "role unreferenced (nothing known)"],
		["Tomas Reinholt, senior vice president of freight at Corvane, left.", "role supported (person agrees)"],
		["Tomas Reinholt, president of Corvane Cargo, left.", "role contradicted (title differs)"],
		["Ines Marlowe, chief executive of Corvane, left.", "role contradicted (name misspelt)"],
		["Ines Marlowe, a physicist at Corvane, left.", "role unreferenced (nothing known)"],
		["His sister Ines Marlowe, chief executive of Corvane, left.", "role unreferenced (nothing known)"],
		["Ada Stone, chief executive of Corvane, left.", "role unreferenced (nothing known)"],
	];
	for (const [text, expected, dateline] of cases) it(`${text} ${dateline ?? ""}`, () => deepEqual(verdicts(text, dateline), [expected]));

	for (const text of [
		"Ines Marlow (Captain Reyl) stars.",
		"Ines Marlow (chief executive, 2015-2019) left.",
		"Ines Marlow (left) and a captain sat.",
	])
		it(`${text} has no role`, () => deepEqual(verdicts(text), []));

	const titles: [string, string, ReturnType<typeof sameTitle>][] = [
		["CFO", "finance director", "same"],
		["headteacher", "head", "same"],
		["headmistress", "headteacher", "same"],
		["skipper", "captain", "same"],
		["skipper", "manager", "other"],
		["councillor", "mayor", "unsure"],
		["boss", "manager", "unsure"],
		["chief financial officer", "director of finance", "same"],
		["finance chief", "chief financial officer", "same"],
		["chief operating officer", "finance director", "other"],
		["CEO", "Chief Executive Officer", "same"],
		["chief executive", "CEO", "same"],
		["vice president", "senior vice president of product", "same"],
		["senior vice president of product", "vice president of product", "other"],
		["vice president", "president", "other"],
		["former mayor", "mayor", "other"],
		["spokesman", "spokeswoman", "same"],
		["mayor", "governor", "other"],
		["head of freight", "head of cargo", "unsure"],
		["lawyer", "mayor", "unsure"],
		["finance minister", "health minister", "other"],
		["minister for transport", "education minister", "other"],
		["economy minister", "finance minister", "unsure"],
		["minister for tides", "health minister", "unsure"],
		["chief economist", "mayor", "other"],
	];
	for (const [a, b, expected] of titles) it(`${a} and ${b} are ${expected}`, () => equal(sameTitle(a, b), expected));
});

describe("names of sources", () => {
	it("spells a person as the pack does", () =>
		deepEqual(verdicts("“We sail at dawn,” Ines Marlowe said."), ["quotation contradicted (name misspelt)"]));
	it("spells an organisation as the pack does", () =>
		deepEqual(verdicts("Fares rose 4%, according to data from Corvayne."), ["attribution contradicted (organisation misspelt)"]));
	it("leaves right names alone", () =>
		deepEqual(verdicts("“We sail at dawn,” Ines Marlow said."), ["quotation unreferenced (nothing known)"]));
});

describe("speech against itself, without any pack", () => {
	const cases: [string, string[]][] = [
		[
			"“The harbour will open before the end of May,” Ada Stone said.\n\nLater she was less sure. “The harbour will open before the end of June,” Stone said.",
			["quotation unreferenced (no pack)", "quotation inconsistent (said differently)"],
		],
		[
			"“The harbour will open before the end of May,” Ada Stone said.\n\n“Nobody has asked me about the tower at all,” Stone said.",
			["quotation unreferenced (no pack)", "quotation unreferenced (no pack)"],
		],
		[
			"“The harbour will open before the end of May,” Ada Stone said.\n\nStone said the harbour “will open before the end of May.”",
			["quotation unreferenced (no pack)", "quotation unreferenced (no pack)"],
		],
		[
			"“We sail at dawn,” Ada Stone said.\n\n“We always sail at dawn here,” Stoen said.",
			["quotation unreferenced (no pack)", "quotation inconsistent (two spellings)"],
		],
		[
			"“We sail at dawn,” Ada Stone said.\n\n“Nobody tells us anything,” Rivers said.",
			["quotation unreferenced (no pack)", "quotation unreferenced (no pack)"],
		],
		["The boats lay still.\n\n“Nobody tells us anything at all.”\n\nThe boats lay still.", ["quotation imprecise (no speaker)"]],
		["The Workers' Party has eleven seats.\n\nThe Workers want to build more.", ["attribution unreferenced (nothing to check)"]],
		["“No comment,” was all he would say.", ["quotation unreferenced (no pack)"]],
		["As the saying goes, “a stitch in time saves nine of them.”", ["quotation unreferenced (no pack)"]],
		["On the quay Stone smiled. “Nobody tells us anything at all.”", ["quotation unreferenced (no pack)"]],
		["Then Ada Stone rose.\n\n“Nobody tells us anything at all.”", ["quotation unreferenced (no pack)"]],
		["# “Nobody tells us anything at all.”\n\nThe boats lay still.", ["quotation unreferenced (no pack)"]],
		[
			"“We sail at dawn,” Stone said.\n\n“Nobody tells us anything,” said Ada Stone.",
			["quotation unreferenced (surname first)", "quotation unreferenced (no pack)"],
		],
		["Ada Stone came late. “We sail at dawn,” Stone said.", ["quotation unreferenced (no pack)"]],
		["“We sail at dawn,” said one captain who spoke on condition of anonymity.", ["quotation unreferenced (anonymous source)"]],
	];
	for (const [text, expected] of cases) it(text, () => deepEqual(verdicts(text, undefined, true), expected));

	it("points at the other place", () => {
		const text =
			"“The harbour will open before the end of May,” Ada Stone said.\n\n“The harbour will open before the end of June,” Stone said.";
		const references: References = {
			mentions: [],
			entities: new Map(),
			measures: new Map(),
			facts: new Map(),
			members: new Map(),
			people: new Map(),
			documents: [],
			store: {},
			empty: true,
		};
		const second = judged(parse(text), references, "2026-04-01").filter(({ claim }) => claim.kind === "quotation")[1];
		ok(second?.verdict.reason.kind === "said differently");
		equal(second.verdict.reason.written, "June");
		equal(second.verdict.reason.other, "May");
		equal(second.verdict.related?.[0]?.start, 0);
	});
});
