import { deepEqual, equal, ok } from "node:assert/strict";
import { findSpeech } from "../../server/claims/speech/finder.ts";
import { parse } from "../../server/prose/article.ts";

/** What a text says, one line each: type, speaker's words, cue and content, `|` between them and ` … ` between pieces. */
function speech(text: string): string[] {
	const article = parse(text);
	const words = (spans: readonly { start: number; end: number }[]) =>
		spans.map(({ start, end }) => article.text.slice(start, end)).join(" … ");
	return findSpeech(article).flatMap((claim) =>
		claim.kind === "role"
			? []
			: [[claim.quote.type, words(claim.quote.source), words(claim.quote.cue), words(claim.quote.content)].join(" | ")],
	);
}

describe("direct quotations", () => {
	const cases: [string, string[]][] = [
		['"The bridge is safe," Marlow said.', ['direct | Marlow | said | "The bridge is safe,"']],
		["“The bridge is safe,” said Ines Marlow.", ["direct | Ines Marlow | said | “The bridge is safe,”"]],
		["Marlow said, “The bridge is safe.”", ["direct | Marlow | said | “The bridge is safe.”"]],
		['"The bridge," Marlow said, "is safe."', ['direct | Marlow | said | "The bridge," … "is safe."']],
		[
			'"The bridge is safe," Marlow said. "Nobody needs to worry."',
			['direct | Marlow | said | "The bridge is safe," … "Nobody needs to worry."'],
		],
		['"Is the bridge safe?" Marlow asked.', ['direct | Marlow | asked | "Is the bridge safe?"']],
		["Marlow said:\n\n“The bridge is safe.”", ["direct | Marlow | said | “The bridge is safe.”"]],
	];
	for (const [text, expected] of cases) it(text, () => deepEqual(speech(text), expected));
});

describe("no speech", () => {
	for (const text of [
		"The so-called “smart” meter costs more.",
		"She read “The Long Field” twice.",
		'A 12" pizza and a 6\'2" guard.',
		"The workers' rights and the players' fees.",
		"According to plan nothing moved.",
		"The report was long.",
	])
		it(text, () => deepEqual(speech(text), []));
});

describe("reported speech", () => {
	const cases: [string, string[]][] = [
		["The company reported serving 40 million homes.", ["indirect | The company | reported | serving 40 million homes"]],
		["According to federal data, 3 million homes lack water.", ["indirect | federal data | According to | 3 million homes lack water"]],
		[
			"Shares rose 2% to $41.20 and bonds fell, according to data from Quotewell.",
			["indirect | data from Quotewell | according to | Shares rose 2% to $41.20 and bonds fell"],
		],
		["Marlow said that the bridge was “perfectly safe.”", ["mixed | Marlow | said | that the bridge was “perfectly safe.”"]],
		["Marlow told reporters the bridge was safe.", ["indirect | Marlow | told | the bridge was safe"]],
	];
	for (const [text, expected] of cases) it(text, () => deepEqual(speech(text), expected));
});

describe("roles", () => {
	const cases: [string, string, string, string | undefined][] = [
		["Ines Marlow, chief engineer at Northspan Rail, left.", "Ines Marlow", "chief engineer", "Northspan Rail"],
		["Shares of Northspan fell after CEO Ines Marlow left.", "Ines Marlow", "CEO", undefined],
		["Northspan CEO Ines Marlow left.", "Ines Marlow", "CEO", "Northspan"],
		["Ines Marlow, vice president of freight at Northspan Rail, left.", "Ines Marlow", "vice president of freight", "Northspan Rail"],
		["Jan Marlow, head of freight at the company, left.", "Jan Marlow", "head of freight", "the company"],
		["Northspan's chief engineer, Ines Marlow, left.", "Ines Marlow", "chief engineer", "Northspan"],
		["They met the prime minister, Ines Marlow.", "Ines Marlow", "prime minister", undefined],
		["Ines Marlow is chief executive of Northspan Rail.", "Ines Marlow", "chief executive", "Northspan Rail"],
		["On Monday President Ines Marlow left.", "Ines Marlow", "President", undefined],
	];
	for (const [text, person, title, organisation] of cases)
		it(text, () => {
			const roles = findSpeech(parse(text)).filter((claim) => claim.kind === "role");
			equal(roles.length, 1);
			const [role] = roles;
			ok(role?.kind === "role");
			deepEqual([role.role.person, role.role.title, role.role.organisation], [person, title, organisation]);
		});
	for (const text of [
		"They met the mayor, Ines Marlow, and a nurse.",
		"He met the mayor, Ines Marlow said.",
		"Jan Holt, the mayor, Ines Marlow, and others came.",
		"Ines Marlow is a director.",
		"Mr Ines Marlow left.",
	])
		it(`finds no role of Marlow in: ${text}`, () => {
			const roles = findSpeech(parse(text)).filter((claim) => claim.kind === "role");
			ok(roles.every((claim) => claim.kind !== "role" || claim.role.person !== "Ines Marlow"));
		});
	it("resolves `the company` to the organisation named last", () => {
		const roles = findSpeech(parse("Trains of Northspan Rail Inc. stopped. Jan Marlow, head of freight at the company, left.")).filter(
			(claim) => claim.kind === "role",
		);
		ok(roles[0]?.kind === "role");
		equal(roles[0].role.organisation, "Northspan Rail Inc");
	});
});
