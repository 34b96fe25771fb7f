import { deepEqual, equal, ok } from "node:assert/strict";
import { findSpeech } from "../../server/claims/speech/finder.ts";
import { parse } from "../../server/prose/article.ts";
import { quotesOf, speech } from "./speech.ts";

describe("quotation marks", () => {
	const cases: [string, string, string[]][] = [
		["curly", "“We sail at dawn,” Stone said.", ["direct | Stone | said | “We sail at dawn,”"]],
		["straight", '"We sail at dawn," Stone said.', ['direct | Stone | said | "We sail at dawn,"']],
		["single", "‘We sail at dawn,’ Stone said.", ["direct | Stone | said | ‘We sail at dawn,’"]],
		["angular", "«We sail at dawn,» Stone said.", ["direct | Stone | said | «We sail at dawn,»"]],
		["two apostrophes", "''We sail at dawn,'' Stone said.", ["direct | Stone | said | ''We sail at dawn,''"]],
		["a comma after the mark", "“We sail at dawn”, Stone said.", ["direct | Stone | said | “We sail at dawn”"]],
		["nested", "“They call it ‘the slip,’ and I don’t,” Stone said.", ["direct | Stone | said | “They call it ‘the slip,’ and I don’t,”"]],
		["nested alike", "“They say “never” to everything,” Stone said.", ["direct | Stone | said | “They say “never” to everything,”"]],
		["a closing mark at both ends", "”We sail at dawn,” Stone said.", ["direct | Stone | said | ”We sail at dawn,”"]],
		[
			"double marks inside of single ones",
			"'When she said \"I'm off\", I laughed,' Stone said.",
			["direct | Stone | said | 'When she said \"I'm off\", I laughed,'"],
		],
		[
			"a stray single mark before a quotation",
			"The 'crew said \"We sail at dawn,\" and the boats' owners left.",
			['direct | crew | said | "We sail at dawn,"'],
		],
		[
			"apostrophes inside of single marks",
			"‘We don't sail the crew's boat,’ Stone said.",
			["direct | Stone | said | ‘We don't sail the crew's boat,’"],
		],
		[
			"an opening mark at both ends",
			"“We sail at dawn.“ The boats were full. “We do,” Stone said.",
			["direct |  |  | “We sail at dawn.“", "direct | Stone | said | “We do,”"],
		],
		["entities", "&quot;We sail at dawn,&quot; Stone said.", ["direct | Stone | said | &quot;We sail at dawn,&quot;"]],
		["emphasis inside", "“We *never* sail,” Stone said.", ["direct | Stone | said | “We *never* sail,”"]],
		["inches inside", '"A 12" board is too long," Stone said.', ['direct | Stone | said | "A 12" board is too long,"']],
	];
	for (const [name, text, expected] of cases) it(`${name}: ${text}`, () => deepEqual(speech(text), expected));
});

describe("pieces and paragraphs", () => {
	const cases: [string, string, string[]][] = [
		["split by the speaker", "“We sail,” Stone said, “at dawn.”", ["direct | Stone | said | “We sail,” … “at dawn.”"]],
		[
			"split by speaker and office",
			"“We sail,” said Ada Stone, a pilot, “at dawn.”",
			["direct | Ada Stone | said | “We sail,” … “at dawn.”"],
		],
		[
			"going on in the next sentence",
			"“We sail at dawn,” Stone said. “Nobody stays.”",
			["direct | Stone | said | “We sail at dawn,” … “Nobody stays.”"],
		],
		["announced", "Stone said:\n\n“We sail at dawn.”", ["direct | Stone | said | “We sail at dawn.”"]],
		["announced by a colon alone", "The clerk used one word: “Never again.”", ["direct | The clerk |  | “Never again.”"]],
		[
			"several paragraphs, the mark repeated",
			"Stone said: “We sail at dawn.\n\n“Nobody stays behind.\n\n“That is all.”\n\nIt rained.",
			["direct | Stone | said | “We sail at dawn. … “Nobody stays behind. … “That is all.”"],
		],
		[
			"the speaker after several paragraphs",
			"“We sail at dawn.\n\n“Nobody stays,” Stone said.",
			["direct | Stone | said | “We sail at dawn. … “Nobody stays,”"],
		],
		["a question before the speaker", "“Do we sail?” Stone asked.", ["direct | Stone | asked | “Do we sail?”"]],
		["a full stop before the speaker", "“We sail.” Stone said.", ["direct | Stone | said | “We sail.”"]],
		["the speaker first", "Said Stone: “We sail at dawn.”", ["direct | Stone | Said | “We sail at dawn.”"]],
		["signed with a hyphen", '"We sail at dawn." - Ada Stone', ['direct | Ada Stone | - | "We sail at dawn."']],
		[
			"going on in a sentence of the writer’s",
			"“We sail,” Stone said. “They have been given a plan” to grow.",
			["direct | Stone | said | “We sail,” … “They have been given a plan”"],
		],
		["signed", "“We sail at dawn.” — Ada Stone", ["direct | Ada Stone | — | “We sail at dawn.”"]],
		[
			"the speaker of the sentence before",
			"Stone was asked about it. He praised the crew. “Nobody stays.”",
			["indirect | He | praised | the crew", "direct | He |  | “Nobody stays.”"],
		],
	];
	for (const [name, text, expected] of cases) it(name, () => deepEqual(speech(text), expected));
});

it("a title before the cue is no speech", () =>
	deepEqual(speech("Stone, speaking on “The Long Field,” said the bridge was old."), ["indirect | Stone | said | the bridge was old"]));

describe("quotation marks that quote nobody", () => {
	for (const text of [
		"The so-called “smart” meter costs more.",
		"“The Long Field” opened on Friday.",
		"“The Long Field of Old Grass” opened on Friday.",
		'He is 6\'2" tall and bought a 12" pizza.',
		"Rock 'n' roll and the '90s, 'tis said of nobody.",
		"The workers' rights and the players' fees.",
		'```\nprint("We sail at dawn," Stone said.)\n```',
		'Type `"We sail," Stone said.` to see.',
	])
		it(text, () =>
			deepEqual(
				speech(text).filter((line) => !line.startsWith("indirect")),
				[],
			),
		);
});

describe("broken marks and long texts", () => {
	it("a mark that is never closed ends with its paragraph", () => {
		const text = "“We sail at dawn, Stone said.\n\nThe harbour was quiet. Reinholt said the boats were full.\n\nThe end.";
		const last = Math.max(
			...quotesOf(text)
				.filter((quote) => quote.type !== "indirect")
				.flatMap((quote) => quote.content.map((span) => span.end)),
			0,
		);
		ok(last <= text.indexOf("\n"), `swallowed up to ${last}`);
		ok(speech(text).some((line) => line === "indirect | Reinholt | said | the boats were full"));
	});
	it("a mark that is never closed does not swallow the next quotation of its paragraph", () => {
		const lines = speech("“We sail at dawn, she said. “Nobody stays,” Reinholt said.");
		ok(lines.includes("direct | Reinholt | said | “Nobody stays,”"), lines.join("\n"));
	});
	it("a Markdown block quote after a colon is prose like any other", () => {
		deepEqual(speech("Stone said:\n\n> “We sail at dawn.”"), ["direct | Stone | said | “We sail at dawn.”"]);
	});
	it("a quotation of 2,000 words", () => {
		const words = "The boats lay still and nobody spoke. ".repeat(286).trim();
		const [quote] = quotesOf(`“${words}” Stone said.`);
		equal(quote?.type, "direct");
		equal(quote?.content[0]?.end, words.length + 2);
		equal(quote?.speaker, "Stone");
	});
	it("takes time in proportion to the text, whatever stands in it", () => {
		const time = (text: string): number => {
			const article = parse(text);
			for (const block of article.blocks) void [block.tokens, block.sentences];
			// The processor's time: how long the clock takes tells of what else the machine does.
			const start = process.cpuUsage();
			findSpeech(article);
			const { user, system } = process.cpuUsage(start);
			return (user + system) / 1000;
		};
		for (const piece of [
			"“",
			'"',
			"'",
			"“a” ",
			"said ",
			"said that he said ",
			"Stone, ",
			"according to ",
			"A. ",
			"who said, ",
			"Ruiz, the head of ",
			"“We sail,” he said, ",
		]) {
			const [short, long] = [piece.repeat(500), piece.repeat(4000)];
			time(short);
			const small = Math.min(time(short), time(short), time(short));
			// Eight times the text may take eight times as long, and some more for the garbage collector; a square would be sixty-four.
			const large = Math.min(time(long), time(long), time(long));
			ok(large < 32 * Math.max(small, 5), `${piece}: ${small} ms, then ${large} ms`);
		}
		// What looks back to other blocks and other names shows only where there are many.
		for (const piece of [
			"“We sail at dawn,” he said.\n\n",
			"“We looked at another scheme for the harbour\n\n",
			"Ana Ruiz and Bo Holm said it was good. ",
		]) {
			const [short, long] = [piece.repeat(4000), piece.repeat(32_000)];
			time(piece.repeat(1000));
			const small = Math.min(time(short), time(short), time(short));
			const large = Math.min(time(long), time(long), time(long));
			ok(large < 28 * Math.max(small, 5), `${piece}: ${small} ms, then ${large} ms`);
		}
	}).timeout(60_000);
});
