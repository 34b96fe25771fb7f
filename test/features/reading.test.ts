import assert from "node:assert/strict";
import { documentSymbols } from "../../server/features/document-symbols.ts";
import { definition } from "../../server/features/facts/definition.ts";
import { foldingRanges } from "../../server/features/folding.ts";
import { inlayHints } from "../../server/features/inlay-hints.ts";
import { semanticTokens, semanticTokensLegend } from "../../server/features/semantic-tokens.ts";
import { cursor, viewOf } from "./view.ts";

const everything = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

/** Checks the ticks: the text with a ✓ where each stands. */
async function checkTicks(text: string, expected: string, settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
	const view = await viewOf(text, settings);
	const offsets = inlayHints(view, everything).map(({ position }) => view.document.offsetAt(position));
	let shown = text;
	for (const offset of offsets.reverse()) shown = `${shown.slice(0, offset)}✓${shown.slice(offset)}`;
	assert.equal(shown, expected);
}

describe("ticks", () => {
	it("after what is right", () =>
		checkTicks("The $42.5 billion Harbour Bridge and the $7 ferry.", "The $42.5 billion✓ Harbour Bridge and the $7 ferry."));
	it("not after what is wrong", () => checkTicks("The $45.2 billion Harbour Bridge.", "The $45.2 billion Harbour Bridge."));
	it("not after what is ignored", () => {
		const text = "<!-- plumbline-ignore-next-line sic -->\nThe $42.5 billion Harbour Bridge.";
		return checkTicks(text, text);
	});
	it("with the date of the figure where the sentence names none", async () => {
		const labels = async (text: string) => inlayHints(await viewOf(text), everything).map(({ label }) => label);
		assert.deepEqual(await labels("Vela has net sales of $33.0 million."), ["✓ 2025"]);
		assert.deepEqual(await labels("Vela had net sales of $33.0 million in 2025."), ["✓"]);
		const view = await viewOf("Vela has net sales of $33.0 million.");
		const ofThatYear = { ...view, report: { ...view.report, dateline: "2025-12-31" } };
		assert.deepEqual(
			inlayHints(ofThatYear, everything).map(({ label }) => label),
			["✓"],
		);
	});
	it("not at all when the setting says so", () =>
		checkTicks("The $42.5 billion Harbour Bridge.", "The $42.5 billion Harbour Bridge.", { ticks: false }));
});

/** Checks where the definition at the cursor leads: file and row. */
async function checkDefinition(marked: string, ...expected: readonly string[]): Promise<void> {
	const { text, offset } = cursor(marked);
	const view = await viewOf(text);
	const links = definition(view, view.document.positionAt(offset));
	assert.deepEqual(
		links.map(({ targetUri, targetRange }) => `${targetUri.split("/").at(-1)}:${targetRange.start.line + 1}`),
		expected,
	);
}

describe("go to definition", () => {
	it("the row of a figure", () => checkDefinition("The $42|.5 billion Harbour Bridge opened.", "facts.csv:2"));
	it("the row that contradicts", () => checkDefinition("The $45|.2 billion Harbour Bridge opened.", "facts.csv:2"));
	it("nowhere", () => checkDefinition("The $7| ferry."));
});

/** Checks the outline: one line a symbol, what stands inside indented. */
async function checkOutline(text: string, ...expected: readonly string[]): Promise<void> {
	const lines: string[] = [];
	const list = (symbols: ReturnType<typeof documentSymbols>, indent: string) => {
		for (const { name, detail, children } of symbols) {
			lines.push(`${indent}${name}: ${detail}`);
			list(children ?? [], `${indent}  `);
		}
	};
	list(documentSymbols(await viewOf(text)), "");
	assert.deepEqual(lines, expected);
}

describe("outline", () => {
	it("claims in order with their verdicts", () =>
		checkOutline("The $42.5 billion Harbour Bridge cost more than the $7 ferry.", "$42.5 billion: supported", "$7: unreferenced"));
	it("a figure in a quotation stands below it", () =>
		checkOutline('"It cost $7 million," Ada Moss said.', '"It cost $7 million,": unreferenced', "  $7 million: unreferenced"));
	it("an empty article has none", () => checkOutline(""));
});

/** Checks the colours: each token's type and words, in order. */
async function checkColours(text: string, ...expected: readonly string[]): Promise<void> {
	const view = await viewOf(text);
	const { data } = semanticTokens(view);
	const shown: string[] = [];
	let line = 0;
	let character = 0;
	for (let i = 0; i < data.length; i += 5) {
		const [lines, characters, length, type] = data.slice(i, i + 4) as [number, number, number, number];
		line += lines;
		character = lines > 0 ? characters : character + characters;
		const words = view.document.getText({ start: { line, character }, end: { line, character: character + length } });
		shown.push(`${semanticTokensLegend.tokenTypes[type]?.slice("plumbline".length)} ${words}`);
	}
	assert.deepEqual(shown, expected);
}

describe("colours", () => {
	it("figures and times", () => checkColours("It cost $7 million in 2019.", "Figure $7 million", "Time 2019"));
	it("a figure in a quotation keeps its own", () =>
		checkColours('"It cost $7 million then," Moss said.', 'Quotation "It cost ', "Figure $7 million", 'Quotation  then,"', "Source Moss"));
	it("over a line's end", () => checkColours("It cost $7\nmillion then.", "Figure $7", "Figure million"));
	it("none when the setting says so", async () =>
		assert.deepEqual(semanticTokens(await viewOf("It cost $7.", { colours: false })).data, []));
});

describe("folding", () => {
	it("front matter and what is not checked", async () => {
		const text = "---\ndate: 2026-02-04\n---\n\nA.\n\n<!-- plumbline-ignore archive -->\n\nB.\n\nC.\n\n<!-- plumbline-enable -->\n\nD.\n";
		const view = await viewOf(text);
		assert.deepEqual(
			foldingRanges(view).map(({ startLine, endLine }) => [startLine, endLine]),
			[
				[0, 2],
				[6, 12],
			],
		);
	});
});
