import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { figures, people, personAsked } from "../../server/features/completion.ts";
import { cursor, viewOf } from "./view.ts";

/** Checks what is offered at the cursor: the article's line as it would then be, cursor aside. */
async function checkOffered(marked: string, ...expected: readonly string[]): Promise<void> {
	const { text, offset } = cursor(marked);
	const view = await viewOf(text);
	const position = view.document.positionAt(offset);
	const person = personAsked(view, position);
	const items = person ? people(view, person, await view.folder.packs.store.search(person.name, ["person"], 10)) : figures(view, position);
	const line = text.slice(0, offset).split("\n").length - 1;
	assert.deepEqual(
		items.map(({ textEdit }) => {
			assert.ok(textEdit && "range" in textEdit);
			return TextDocument.applyEdits(view.document, [textEdit]).split("\n")[line];
		}),
		expected,
	);
}

describe("completion", () => {
	it("the figures of a subject and a measure with their periods, the newest first", () =>
		checkOffered("Vela had net sales of |", "Vela had net sales of $33.0 million in 2025", "Vela had net sales of $25.0 million in 2024"));
	it("what has been typed of the figure is replaced", () =>
		checkOffered("The cost of Harbour Bridge was $4|.", "The cost of Harbour Bridge was $42.45 billion."));
	it("as the article writes such figures", () =>
		checkOffered(
			"The ferry cost US$7m. Net sales of Vela were |",
			"The ferry cost US$7m. Net sales of Vela were US$33.0m in 2025",
			"The ferry cost US$7m. Net sales of Vela were US$25.0m in 2024",
		));
	it("a count without its noun, which the sentence has", () =>
		checkOffered("Vela's employees were |", "Vela's employees were 10,912 in 2025"));
	it("the subject may stand in the sentence before", () =>
		checkOffered("Vela grew. It had employees, |", "Vela grew. It had employees, 10,912 in 2025"));
	it("not the measure", () => checkOffered("Vela has employees. It had |"));
	it("nothing in quotation marks", () => checkOffered('"Vela had net sales of |'));
	it("nothing in a block quote", () => checkOffered("> Vela had net sales of |"));
	it("nothing without a subject", () => checkOffered("The net sales of |"));
	it("nothing that was not known yet", async () => {
		const text = "Vela had net sales of ";
		const view = await viewOf(text, {}, "2025-06-01");
		assert.deepEqual(
			figures(view, view.document.positionAt(text.length)).map(({ label }) => label),
			["$25.0 million in 2024"],
		);
	});
	it("people with their titles, behind an @", () =>
		checkOffered("said @mo| on Monday", "said Ada Moss, chief engineer, Harbour Bridge on Monday"));
	it("nobody of another name", () => checkOffered("said @xe| on Monday"));
	it("nobody in an address", () => checkOffered("write to desk@mo| today"));
	it("who has left the office is not offered", async () => {
		const view = await viewOf("said @");
		const known = { kind: "person", name: "Ada Moss", pack: "p", uri: "x:/p.csv", row: 2 } as const;
		const offered = people(view, { span: { start: 5, end: 6 } }, [
			{ ...known, detail: "mayor", to: "2025" },
			{ ...known, detail: "governor", from: "2025-03", to: "2026" },
			{ ...known, detail: "minister", from: "2026-03" },
		]);
		assert.deepEqual(
			offered.map(({ detail }) => detail),
			["governor"],
		);
	});
});
