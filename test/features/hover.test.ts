import assert from "node:assert/strict";
import type { MarkupContent } from "vscode-languageserver";
import { hover } from "../../server/features/hover.ts";
import { cursor, viewOf } from "./view.ts";

/** Checks that the hover at the cursor has each of some parts, in order; or that there is none. */
async function checkHover(marked: string, ...parts: readonly (string | RegExp)[]): Promise<void> {
	const { text, offset } = cursor(marked);
	const view = await viewOf(text);
	const shown = (hover(view, view.document.positionAt(offset))?.contents as MarkupContent | undefined)?.value ?? "";
	if (parts.length === 0) assert.equal(shown, "");
	let rest = shown;
	for (const part of parts) {
		const at = typeof part === "string" ? rest.indexOf(part) : rest.search(part);
		assert.ok(at >= 0, `no ${part} in\n${rest}`);
		rest = rest.slice(at);
	}
}

describe("hover", () => {
	it("a right figure: what was read, the reference, its source and its row", () =>
		checkHover(
			"The $42|.5 billion Harbour Bridge opened.",
			"✓ **Supported.**",
			"Read as money · $42.5 billion",
			"$42.45 billion",
			"[bridges.example](<https://bridges.example/report>), page 9",
			"[harbour, row 2](<memory://desk/pack/facts.csv#L2>)",
		));
	it("its row by a command, where the editor opens rows by one", async () => {
		const view = await viewOf("The $42.5 billion Harbour Bridge opened.");
		const shown = (hover(view, { line: 0, character: 6 }, { rowsAreCommands: true }) as { contents: MarkupContent }).contents.value;
		const [, argument] = /\[harbour, row 2\]\(<command:plumbline\.openRow\?([^>]*)>\)/.exec(shown) ?? [];
		const start = { line: 1, character: 0 };
		assert.deepEqual(JSON.parse(decodeURIComponent(argument ?? "")), [
			{ uri: "memory://desk/pack/facts.csv", range: { start, end: start } },
		]);
	});
	it("a wrong one", () => checkHover("The $45|.2 billion Harbour Bridge opened.", "✗ **Contradicted.**", "not $45.2 billion"));
	it("how the words led to the reference", () =>
		checkHover(
			"Vela had net sales of $33.0 mill|ion in 2025.",
			/Whose: Vela[^.]*, named before the figure\. What: net sales, named before the figure\. When: 2025, the date beside it\./,
		));
	it("that the period is the reference's where the sentence gives none", () =>
		checkHover("Vela had net sales of $33.0 mill|ion.", "When: 2025, the date of the reference, as the sentence gives none."));
	it("the period and when it was known", () =>
		checkHover(
			"Vela had net sales of $33.0 mill|ion in 2025.",
			"✓ **Supported.**",
			"| Reference | Period | Known since |",
			"| 2025 | 20 Jan 2026 |",
		));
	it("when it was known once where that is the period itself", async () => {
		const view = await viewOf("The $42.5 billion Harbour Bridge opened.");
		const shown = (known: string) => {
			const checked = view.report.checked.map((one) => ({
				...one,
				verdict: { ...one.verdict, references: one.verdict.references.map((fact) => ({ ...fact, period: "2026-01-20", knownAt: known })) },
			}));
			const { blocks: _, ...report } = view.report;
			return (hover({ ...view, report: { ...report, checked } }, { line: 0, character: 6 }) as { contents: MarkupContent }).contents.value;
		};
		assert.match(shown("2026-01-21"), /\| Known since \|[\s\S]*\| 20 Jan 2026 \| 21 Jan 2026 \|/);
		assert.doesNotMatch(shown("2026-01-20"), /Known since/);
	});
	it("who verified the row, and who signed for its pack", async () => {
		await checkHover("Vela had net sales of $33.0 mill|ion in 2025.", "Verified by Lea Tarn on 21 Jan 2026.");
		const view = await viewOf("Vela had net sales of $33.0 million in 2025.");
		const { packs } = view.folder;
		const store = { ...packs.store, packs: packs.store.packs.map((pack) => ({ ...pack, vouchedBy: "The <b>desk" })) };
		const signed = { ...view, folder: { ...view.folder, packs: { ...packs, store } } };
		const shown = hover(signed, { line: 0, character: 25 })?.contents as MarkupContent;
		assert.match(shown.value, /Verified by Lea Tarn on 21 Jan 2026\. The \\<b\\>desk vouches for harbour\./);
	});
	it("a figure that no pack knows", () => checkHover("The ferry cost $7 mi|llion.", "· **Unreferenced.**"));
	it("right behind the last character", () => checkHover("The $45.2 billion| Harbour Bridge opened.", "✗ **Contradicted.**"));
	it("a figure in a quotation comes before the quotation", () =>
		checkHover('"It cost $7 mi|llion and it was late," Ada Moss said.', "Read as money", "---", "Read as quotation · Ada Moss"));
	it("what a mark above it says is not said again", async () => {
		const view = await viewOf("The $45.2 billion Harbour Bridge and the $42.5 billion Harbour Bridge.");
		const shown = (character: number) =>
			(hover(view, { line: 0, character }, { marksAreShown: true }) as { contents: MarkupContent }).contents.value.split("\n")[0];
		assert.equal(shown(6), "✗ **Contradicted.**");
		assert.match(shown(44) ?? "", /^✓ \*\*Supported\.\*\* ./);
	});
	it("where a quotation differs from its document", () =>
		checkHover(
			'"The tide tur|ns once a day under R&D\'s old pier," Ada Moss said.',
			"✗ **Contradicted.**",
			"Difference: The tide turns ~~once~~ **twice** a day under R&D's old pier",
		));
	it("a faint mark's sentence, but where the editor shows the mark: at its first two characters", async () => {
		const view = await viewOf("The ferry cost $7 million.");
		const shown = (character: number) =>
			(hover(view, { line: 0, character }, { marksAreShown: true }) as { contents: MarkupContent }).contents.value.split("\n")[0];
		assert.equal(shown(16), "· **Unreferenced.**");
		assert.match(shown(20) ?? "", /^· \*\*Unreferenced\.\*\* The reference packs have nothing on this\.$/);
	});
	it("the row of a person", () =>
		checkHover(
			"[Ada M|oss, chief engineer of Harbour Bridge, said so.".replace("[", ""),
			"✓ **Supported.**",
			"Ada Moss, chief engineer, Harbour Bridge",
			"[harbour, people row 2](<memory://desk/pack/people.csv#L2>)",
		));
	it("the line of a document where the words stand", () =>
		checkHover(
			'"The tide tur|ns twice a day under R&D\'s old pier," Ada Moss said.',
			"✓ **Supported.**",
			"Remarks at the pier",
			"[harbour, remarks line 3](<memory://desk/pack/remarks.md#L3>)",
		));
	it("nothing beside a claim", () => checkHover("The br|idge opened."));
	it("what stands in a pack cannot format the hover", async () => {
		const { literal, webLink } = await import("../../server/features/markdown.ts");
		assert.equal(literal("a *b* [c](d) <img>\n\n# e"), "a \\*b\\* \\[c\\](d) \\<img\\> # e");
		assert.equal(webLink("x", "command:evil"), "x");
		assert.equal(webLink("x", "javascript:alert(1)"), "x");
	});
});
