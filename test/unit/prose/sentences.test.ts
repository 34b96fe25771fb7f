import assert from "node:assert/strict";
import { splitSentences } from "../../../server/prose/sentences.ts";

/** Sentences are written with a bar between them. */
function checkSplit(marked: string): void {
	const text = marked.replaceAll("|", " ");
	const found = splitSentences(text).map(({ start, end }) => text.slice(start, end));
	assert.deepEqual(found, marked.split("|"));
}

describe("sentences", () => {
	const cases = [
		"One ends.|Two ends.",
		"It rose 0.5% to $4.20 a share.|Then it fell.",
		"Mr. Smith met Gen. Jones.|They spoke.",
		"George W. Bush spoke.|J.P. Morgan did not.",
		"The U.S. economy grew.|The U.K. did not.",
		"He lives in the U.S.|The house is big.",
		"Acme Inc. said so.|Acme Corp. shares fell.",
		"They sued Acme Inc.|The firm denied it.",
		'"Go home."|She went.',
		"“Stop!” he said.|Nobody did.",
		"Really?|Yes!|Well…|Fine.",
		"It was 5 p.m. on Jan. 5 when it began.",
		"See no. 5 for more.|It is short.",
		"(It was late.)|He slept.",
		"e.g. this one, i.e. that.",
		"no full stop",
	];
	for (const text of cases) it(text, () => checkSplit(text));
	it("nothing in an empty text", () => assert.deepEqual(splitSentences("  "), []));
});
