import assert from "node:assert/strict";
import type { Tree } from "@lezer/common";
import { parser as commonmark, GFM } from "@lezer/markdown";
import fc from "fast-check";
import { skipWords } from "../../../server/prose/markdown/skip.ts";

const slow = commonmark.configure(GFM);
const fast = commonmark.configure([GFM, skipWords]);

/** What markup is made of, and words that look like it. */
const PIECES = [
	"tram line www. www.x.example http https://a.example/b_c mailto: mailto:a@b.example xmpp:a@b.example/d a.b@c.example a_b+c-d@e.example x@y @",
	". - + _ __ * ** ~~ ~ ` `` [ ] ( ) ! ![ < > <b> &amp; & ; \\ w h m x ww. http: é ’ é@b.c -@-.- a@b@c.d | #",
]
	.join(" ")
	.split(" ")
	.concat([" ", " ", "  ", "\n", " \n", "  \n", "\\\n", "\n\n", "\n- ", "\n1. ", "\n# ", "\t", "\r\n", "a".repeat(99)]);

describe("words that are passed over", () => {
	it("leave the tree as it is without", () => {
		const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(""));
		fc.assert(
			fc.property(text, (written) => assert.equal(shown(fast.parse(written)), shown(slow.parse(written)))),
			{ numRuns: 5000, seed: 8 },
		);
	});

	it("may be part of an address that markup stands in", () => {
		const written = "Write to ask_a.b@c.example or see .http-a@c.example, www.tram.example";
		assert.equal(shown(fast.parse(written)), shown(slow.parse(written)));
		assert.match(shown(fast.parse(written)), /URL 9 26 URL 34 51 URL 53 69/);
	});
});

function shown(tree: Tree): string {
	const nodes: string[] = [];
	tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from} ${to}`) });
	return nodes.join(" ");
}
