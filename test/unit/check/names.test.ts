import assert from "node:assert/strict";
import fc from "fast-check";
import { check, type Options } from "../../../server/check.ts";
import { files } from "../../../server/node/disk/files.ts";
import { openPacks } from "../../../server/references/packs.ts";
import type { ReferenceStore } from "../../../server/references/store.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";
import { shown } from "./shown.ts";

const options: Options = { today: "2026-02-04", tolerances: defaultTolerances };

/** Few first names, surnames that several share and others are a slip away from, and companies called by more than one name. */
const FIRST = ["Ada", "Ben", "Mira"];
const LAST = ["Marlow", "Marlowe", "Marlw", "Ruiz", "Harbour", "Tarn", "Critics"];
const FIRMS = ["Corvane", "Tarn", "Harbour", "Marlow"];

const first = fc.constantFrom(...FIRST);
const last = fc.constantFrom(...LAST);
const firm = fc.constantFrom(...FIRMS);
const figure = fc.integer({ min: 2, max: 40 }).map((tens) => `${tens * 10}`);

/** Sentences that name people and firms, in full and for short, as speakers, in prose, in headings and in tables. */
const sentence = fc.oneof(
	fc.tuple(first, last).map(([a, b]) => `“We looked at the old mill before the tide came in,” said ${a} ${b}, mayor of Delft.`),
	fc.tuple(last, last).map(([a, b]) => `“We looked at the new mill before the tide came in,” ${a} said as ${b} looked on.`),
	last.map((a) => `${a} said that it would cost $9 million.`),
	fc.tuple(first, last).map(([a, b]) => `According to ${a} ${b}, half of it is spent.`),
	firm.map((a) => `${a} Industries said on Monday that revenue rose 4%.`),
	fc.tuple(firm, figure).map(([a, n]) => `${a} Inc. sold ${n} boats.`),
	fc.tuple(firm, figure).map(([a, n]) => `${a} has ${n} boats, it said.`),
	fc.tuple(first, last).map(([a, b]) => `The harbour is critics’ ground, and ${a} ${b} walked to the tarn.`),
	fc.constantFrom("He said that it held.", "The company declined to comment.", "She told reporters that it floods.", "It rained."),
);

const block = fc.oneof(
	{ weight: 8, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => list.join(" ")) },
	{ weight: 1, arbitrary: fc.tuple(firm, figure).map(([a, n]) => `# ${a} sells ${n} boats`) },
	{ weight: 1, arbitrary: last.map((a) => `${a}: we will see.`) },
	{ weight: 1, arbitrary: fc.tuple(firm, figure).map(([a, n]) => `| Firm | Boats |\n| --- | --- |\n| ${a} | ${n} |`) },
);

/** What an edit does to a word: makes it a name or no longer one, another name, a slip of itself, two names, a sentence's first word. */
const edit = fc.record({
	word: fc.nat({ max: 10_000 }),
	by: fc.oneof(
		fc.constantFrom<(word: string) => string>(
			(word) => word.toLowerCase(),
			(word) => (word[0] as string).toUpperCase() + word.slice(1),
			(word) => `${word}s`,
			(word) => word.slice(0, -1) || word,
			(word) => `${word}.`,
			(word) => `${word},`,
			(word) => `${word}\n\n`,
			() => "",
		),
		fc.tuple(first, last).map(
			([a, b]) =>
				() =>
					`${a} ${b}`,
		),
		last.map((a) => () => a),
		firm.map((a) => (word: string) => `${a} ${word}`),
		sentence.map((text) => (word: string) => `${word}. ${text} `),
	),
});

describe("names that come and go", () => {
	let store: ReferenceStore;
	before(async () => {
		store = (await openPacks(files, [new URL("../../../packs/connectivity", import.meta.url).href])).store;
	});
	after(() => store.close());

	it("leave a report that a check from scratch gives", async function () {
		this.timeout(60_000);
		const article = fc.record({
			blocks: fc.array(block, { minLength: 4, maxLength: 14 }),
			edits: fc.array(edit, { minLength: 1, maxLength: 12 }),
		});
		await fc.assert(
			fc.asyncProperty(article, async ({ blocks, edits }) => {
				let text = blocks.join("\n\n");
				let report = await check(text, store, options);
				for (const { word, by } of edits) {
					const words = [...text.matchAll(/\p{L}+/gu)];
					const found = words[word % words.length];
					if (!found) continue;
					text = text.slice(0, found.index) + by(found[0]) + text.slice(found.index + found[0].length);
					report = await check(text, store, options, report);
					assert.deepEqual(shown(report), shown(await check(text, store, options)));
				}
			}),
			{ numRuns: 150, seed: 21, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
		);
	});

	it("turn a word into a name and back, however many are called by it", async () => {
		const paragraphs = Array.from({ length: 150 }, (_, i) => `${FIRMS[i % 4]} Industries said on Monday that it sold ${i + 2} boats.`);
		const named = "“It will hold,” said Ada Marlow.\n\nMarlow said that it floods.\n\nMarlwo said that it rained.";
		const text = `${named}\n\n${paragraphs.join("\n\n")}\n\nMarlow told reporters that it was late.`;
		let report = await check(text, store, options);
		for (const [was, is] of [
			["Ada Marlow", "ada Marlow"],
			["Ada Marlow", "Ada Marlwo"],
			["Marlow said", "They said"],
			["Corvane Industries", "Corvane Industriese"],
			["Harbour Industries", "Harbour. Industries"],
			["Tarn Industries", "Mayor Tarn Industries"],
		] as const) {
			for (const version of [text.replace(was, is), text]) {
				report = await check(version, store, options, report);
				assert.deepEqual(shown(report), shown(await check(version, store, options)), is);
			}
		}
	});

	it("find and lose again what hinges on another block: a headline's figure, the commoner spelling, the full name that stood before", async () => {
		const text = "# Corvane sells 90 boats\n\nCorvane sold 80 boats on Monday.\n\nAda Marlow, the mayor, was there.\n\nIt rained.\n\n";
		const kinds = ["headline", "two spellings", "surname first"] as const;
		for (const [i, more] of [
			"The harbour has 90 boats.",
			"“It holds,” said Ada Marlwo.\n\nAda Marlow left.",
			"Marlwo said that it holds.",
			"“It holds,” Ruiz said.\n\n“It is late,” said Ben Ruiz.",
		].entries()) {
			let report = await check(text, store, options);
			const found = new Set<string>();
			for (const version of [text + more, text, `${more}\n\n${text}`, text]) {
				report = await check(version, store, options, report);
				assert.deepEqual(shown(report), shown(await check(version, store, options)), more);
				found.add(JSON.stringify(kinds.map((kind) => report.checked.filter(({ verdict }) => verdict.reason.kind === kind).length)));
			}
			// Otherwise the case tells nothing.
			assert.ok(found.size > 1, `${i}: ${[...found]}`);
		}
	});
});
