import assert from "node:assert/strict";
import { parse } from "../../../server/prose/article.ts";
import { readDirectives } from "../../../server/review/directives.ts";

/** What is ignored, each part with its reason, and what is wrong. */
function read(text: string): { ignored: string[]; problems: string[] } {
	const { ignored, problems } = readDirectives(parse(text));
	return {
		ignored: ignored.map(({ start, end, reason }) => `${text.slice(start, end).trim()} (${reason})`),
		problems: problems.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`),
	};
}

function checkDirectives(text: string, ignored: readonly string[], problems: readonly string[] = []): void {
	assert.deepEqual(read(text), { ignored, problems });
}

describe("directives", () => {
	it("the next line", () =>
		checkDirectives("One 1.\n\n<!-- plumbline-ignore-next-line the mill's own count -->\nTwo 2.\nThree 3.", [
			"Two 2. (the mill's own count)",
		]));
	it("the next line after empty ones", () =>
		checkDirectives("<!-- plumbline-ignore-next-line a list -->\n\n- Two 2.\n- Three 3.", ["- Two 2. (a list)"]));
	it("a part, up to enable", () =>
		checkDirectives("<!-- plumbline-ignore quoted from 1990 -->\n\nA 1.\n\nB 2.\n\n<!-- plumbline-enable -->\n\nC 3.", [
			"A 1.\n\nB 2. (quoted from 1990)",
		]));
	it("a part within a line", () => checkDirectives("It cost <!-- plumbline-ignore sic -->$5<!-- plumbline-enable --> then.", ["$5 (sic)"]));
	it("all of an article, in its front matter", () =>
		checkDirectives("---\nplumbline:\n  ignore: from the archive\n---\nA 1.", ["A 1. (from the archive)"]));
	it("comments of other kinds are none", () => checkDirectives("<!-- TODO 5 -->\n\n<!-- plumb-line -->\n\nA 1.", []));
	it("a directive in code is none", () => checkDirectives("```\n<!-- plumbline-ignore x -->\n```\n\nA 1.", []));
	it("an article without any", () => checkDirectives("A 1.", []));
});

describe("directives that do nothing say so", () => {
	it("an unknown word", () => checkDirectives("<!-- plumbline-disable x -->\nA.", [], ["unknown: <!-- plumbline-disable x -->"]));
	it("no reason", () =>
		checkDirectives("<!-- plumbline-ignore-next-line -->\nA 1.", [], ["no reason: <!-- plumbline-ignore-next-line -->"]));
	it("nothing to end", () => checkDirectives("A.\n\n<!-- plumbline-enable -->", [], ["nothing to end: <!-- plumbline-enable -->"]));
	it("never ended, but it holds", () =>
		checkDirectives("<!-- plumbline-ignore draft -->\nA 1.", ["A 1. (draft)"], ["never ended: <!-- plumbline-ignore draft -->"]));
	it("an unknown key in the front matter", () => checkDirectives("---\nplumbline:\n  packs: x\n---\nA.", [], ["unknown: packs"]));
	it("front matter without a reason", () => checkDirectives("---\nplumbline:\n  ignore: true\n---\nA 1.", [], ["no reason: ignore"]));
	it("front matter that is no mapping", () => checkDirectives("---\nplumbline: off\n---\nA 1.", [], ["unknown: plumbline"]));
});
