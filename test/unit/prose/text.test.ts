import assert from "node:assert/strict";
import fc from "fast-check";
import { PiecedText } from "../../../server/prose/versions/text.ts";

/** Words from a few letters up to some pieces of a text. */
const words = fc
	.tuple(
		fc.constantFrom("a", "one ", "line\n", "”", "x😀y\r\n"),
		fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(6000) }),
	)
	.map(([word, times]) => word.repeat(times));
const edits = fc.array(fc.record({ from: fc.nat(40_000), length: fc.oneof(fc.nat(10), fc.nat(30_000)), by: words }), { maxLength: 12 });
const first = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(""));

describe("a text in pieces", () => {
	it("is after any edits what a string would be", () => {
		fc.assert(
			fc.property(first, edits, (start, edits) => {
				let text = PiecedText.of(start);
				let string = start;
				for (const { from: at, length, by } of edits) {
					const before = { text, string };
					const from = Math.min(at, string.length);
					const to = Math.min(from + length, string.length);
					text = text.spliced(from, to, by);
					string = string.slice(0, from) + by + string.slice(to);
					assert.equal(text.length, string.length);
					assert.equal(text.slice(0), string);
					assert.equal(text.toString(), string);
					assert.equal(before.text.slice(0), before.string, "the version before is what it was");
				}
			}),
			{ numRuns: 200, seed: 1 },
		);
	});

	it("answers what a string answers of any place", () => {
		const sought = fc.constantFrom("\n", "a", "e\n", "aaaa", "”", "😀", "line\nline\n", "no such words");
		const at = fc.oneof(fc.nat(45_000), fc.constantFrom(0, 1, 4095, 4096, 4097, 8192));
		fc.assert(
			fc.property(first, edits, fc.array(fc.tuple(at, at, sought), { minLength: 1, maxLength: 30 }), (start, edits, places) => {
				let text = PiecedText.of(start);
				for (const { from, length, by } of edits)
					text = text.spliced(Math.min(from, text.length), Math.min(from + length, text.length), by);
				const string = text.toString();
				for (const [a, b, sought] of places) {
					assert.equal(text.slice(a, b), a <= b ? string.slice(a, b) : "");
					assert.equal(text.slice(a), string.slice(a));
					assert.deepEqual(text.charCodeAt(a), string.charCodeAt(a));
					assert.equal(text.indexOf(sought, a), string.indexOf(sought, a), `${sought} from ${a}`);
					assert.equal(text.lastIndexOf(sought, a), string.lastIndexOf(sought, a), `${sought} back from ${a}`);
				}
				assert.equal(text.indexOf("a"), string.indexOf("a"));
				assert.equal(text.lastIndexOf("a"), string.lastIndexOf("a"));
				assert.ok(Number.isNaN(text.charCodeAt(-1)) && Number.isNaN(text.charCodeAt(string.length)));
			}),
			{ numRuns: 200, seed: 2 },
		);
	});

	it("is taken as it is, and made of nothing", () => {
		const text = PiecedText.of("words");
		assert.equal(PiecedText.of(text), text);
		assert.equal(PiecedText.of("").spliced(0, 0, "").length, 0);
		assert.equal(PiecedText.of("").spliced(0, 0, "words").toString(), "words");
	});
});
