import assert from "node:assert/strict";
import { DiagnosticSeverity } from "vscode-languageserver";
import { diagnostics } from "../../server/features/diagnostics.ts";
import { viewOf } from "./view.ts";

const letters = { 1: "error", 2: "warning", 3: "information", 4: "hint" } as const;

/** The quotation of the case below. */
const MIXED = '"a gift to builders."';

/** Checks what is marked and how, in order, hints of unreferenced claims left out. */
async function checkMarks(text: string, expected: readonly string[], settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
	const view = await viewOf(text, settings);
	const marks = diagnostics(view, undefined).filter(
		({ code, severity }) => !(code === "unreferenced" && severity === DiagnosticSeverity.Hint),
	);
	const shown = marks.map(({ range, severity, code }) => `${letters[severity as 1]} ${code}: ${view.document.getText(range)}`);
	assert.deepEqual(shown, expected);
}

describe("diagnostics", () => {
	it("contradicted is an error", () => checkMarks("The $45.2 billion Harbour Bridge opened.", ["error contradicted: $45.2 billion"]));
	it("outdated is a warning", () => checkMarks("Vela has net sales of $25.0 million.", ["warning outdated: $25.0 million"]));
	it("imprecise is a warning", () => checkMarks("Vela had net sales of over $25 million in 2025.", ["warning imprecise: $25 million"]));
	it("right is no mark", () => checkMarks("The $42.5 billion Harbour Bridge opened.", []));
	it("a severity of its own", () =>
		checkMarks("The $45.2 billion Harbour Bridge opened.", ["hint contradicted: $45.2 billion"], { severity: { contradicted: "hint" } }));
	it("off", () => checkMarks("The $45.2 billion Harbour Bridge opened.", [], { severity: { contradicted: "off" } }));
	it("unreferenced ones while reviewing", () =>
		checkMarks("The ferry cost $7 million.", ["information unreferenced: $7 million"], { severity: { unreferenced: "information" } }));
	const unnamed = 'A clerk who asked not to be named called the plan "a gift to builders."';
	it("a source without a name is a note for the desk, by setting", () =>
		checkMarks(unnamed, [`warning unreferenced: ${MIXED}`], { notes: { anonymousSource: "warning" } }));
	it("no note for the desk where none is wanted", async () => {
		const marks = diagnostics(await viewOf(unnamed, { notes: { anonymousSource: "off" } }), undefined);
		assert.deepEqual(marks, []);
	});
	const early = "Ferrar said fares rose 4%. Olga Ferrar runs the line, and Olga Ferrar said boats were late.";
	it("a surname before the full name is a note for the desk", () => checkMarks(early, ["information unreferenced: Ferrar said"]));
	it("and may be told otherwise", () => checkMarks(early, ["warning unreferenced: Ferrar said"], { notes: { surnameFirst: "warning" } }));
	it("faint marks end at two thousand, which is said once, and a finding after them is marked", async () => {
		const text = `${"The ferry cost $7 million.\n\n".repeat(2100)}The $45.2 billion Harbour Bridge opened.`;
		const marks = diagnostics(await viewOf(text), undefined);
		assert.deepEqual(
			marks.slice(1998).map(({ code }) => code),
			["unreferenced", "unreferenced", "many", "contradicted"],
		);
	});
	it("a name that the pack spells otherwise, where a reference has answered the claim", async () => {
		const text = "Harbuor Bridge cost $42.45 billion.";
		await checkMarks(text, ["information spelling: Harbuor Bridge"]);
		const [mark] = diagnostics(await viewOf(text), undefined).filter(({ code }) => code === "spelling");
		assert.equal(mark?.message, "The name is spelt Harbour Bridge, not Harbuor Bridge (harbour).");
	});
	it("a name that is nearly the pack's, where no reference answers", () => checkMarks("Harbuor Bridge has 12 lamps.", []));
	it("an ignored claim is no mark", () =>
		checkMarks("The <!-- plumbline-ignore sic -->$45.2 billion<!-- plumbline-enable --> Harbour Bridge opened.", []));
	it("a directive without a reason is one", () =>
		checkMarks("<!-- plumbline-ignore-next-line -->\nThe bridge.", ["warning directive: <!-- plumbline-ignore-next-line -->"]));
	it("the row is related information", async () => {
		const [mark] = diagnostics(await viewOf("The $45.2 billion Harbour Bridge opened."), "file:///docs/");
		assert.equal(mark?.relatedInformation?.[0]?.location.uri, "memory://desk/pack/facts.csv");
		assert.equal(mark?.relatedInformation?.[0]?.location.range.start.line, 1);
		assert.equal(mark?.codeDescription?.href, "file:///docs/contradicted.md");
	});
	it("so is the row of a person", async () => {
		const marks = diagnostics(await viewOf("Ada Moss, chief accountant of Harbour Bridge, spoke."), undefined);
		const [mark] = marks.filter(({ code }) => code === "contradicted");
		assert.deepEqual(
			mark?.relatedInformation?.map(
				({ location, message }) => `${location.uri.split("/").at(-1)}:${location.range.start.line + 1} ${message}`,
			),
			["people.csv:2 Ada Moss, chief engineer, Harbour Bridge"],
		);
	});
});
