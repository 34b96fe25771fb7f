import assert from "node:assert/strict";
import { DiagnosticSeverity } from "vscode-languageserver";
import { diagnostics } from "../../server/features/diagnostics.ts";
import { viewOf } from "./view.ts";

const letters = { 1: "error", 2: "warning", 3: "information", 4: "hint" } as const;

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
