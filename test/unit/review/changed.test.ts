import assert from "node:assert/strict";
import { changedLines } from "../../../server/review/changed.ts";

describe("the lines of an article that are not as they were", () => {
	const cases: [what: string, before: string, now: string, lines: [number, number][]][] = [
		["nothing", "One.\n\nTwo.\n", "One.\n\nTwo.\n", []],
		["line ends that git has turned", "One.\n\nTwo.\n", "One.\r\n\r\nTwo.\r\n", []],
		["a line that is another", "One.\n\nTwo.\n\nThree.\n", "One.\n\nTwo, or so.\n\nThree.\n", [[3, 3]]],
		["two runs of lines, with the line before the second, which is of its paragraph", "a\nb\nc\nd\ne\n", "A\nb\nc\nD\nE\n", [[1, 1], [3, 4], [4, 5]]], // biome-ignore format: a case a line
		["a paragraph that is new", "One.\n\nTwo.\n", "One.\n\nNew.\n\nTwo.\n", [[3, 4]]],
		["all of it", "", "One.\nTwo.\n", [[1, 2]]],
		["a paragraph that is gone, since its neighbours say what they said", "One.\n\nTwo.\n\nThree.\n", "One.\n\nThree.\n", []],
		["a line that is gone from within a paragraph, whose sense may have changed", "One\nof\ntwo.\n", "One\ntwo.\n", [[1, 2]]],
		["the last line of a paragraph that is gone", "One\nof two.\n\nThree.\n", "One\n\nThree.\n", []],
		["a line end at the end of the file alone", "One.\n\nTwo.", "One.\n\nTwo.\n", [[3, 3]]],
	];
	for (const [what, before, now, lines] of cases) it(`are: ${what}`, () => assert.deepEqual(changedLines(before, now), lines));
});
