import assert from "node:assert/strict";
import fc from "fast-check";
import { type Article, parse } from "../../../server/prose/article.ts";

/** What makes blocks begin, go on and end, whole and torn. */
const pieces = [
	"word",
	" ",
	"\n",
	"\n\n",
	"- ",
	"* ",
	"1. ",
	"# ",
	"> ",
	"```",
	"\n~~~\n",
	"    ",
	"\t",
	"===",
	"\n---\n",
	"|",
	"| a | b |\n",
	"| - | - |\n",
	"| 1 | 2 |",
	"[a]: /u",
	"[b]: <x> 'ti",
	"tle'",
	"[a]",
	"<div>",
	"</div>",
	"<!-- ",
	"-->",
	"<pre>",
	"</pre>",
	"<?",
	"?>",
	"`",
	"**",
	"\\",
	"\r\n",
	"\r",
	"---\ndate: 2026-01-01\n---\n",
	"- [ ] t",
	"\u00a0",
	"A paragraph that goes on for some time, since a parser keeps nothing of what is shorter than about a hundred and thirty characters, which it takes for not worth it.\n\n",
];

const written = (most: number) => fc.array(fc.constantFrom(...pieces), { maxLength: most }).map((list) => list.join(""));

/** All that is read of an article, each with its place. */
function readOf({ blocks, comments, frontMatter }: Article): unknown {
	return {
		blocks: blocks.map(({ start, end, text, context, prose }) => ({
			start,
			end,
			text,
			context,
			source: prose.toSource({ start: 0, end: text.length }),
		})),
		comments,
		frontMatter,
	};
}

describe("a version that is read with the one before it", function () {
	this.timeout(60_000);

	it("reads as it does by itself, whatever is put in and taken out", () => {
		const edit = fc.record({ at: fc.nat(1000), out: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(1000)), by: written(4) });
		fc.assert(
			fc.property(written(80), fc.array(edit, { minLength: 1, maxLength: 12 }), (first, edits) => {
				let text = first;
				let article = parse(text);
				for (const { at, out, by } of edits) {
					const from = Math.floor((at / 1001) * (text.length + 1));
					text = text.slice(0, from) + by + text.slice(from + out);
					article = parse(text, { previous: article });
					assert.deepEqual(readOf(article), readOf(parse(text)));
					// Two blocks never share what is kept of them.
					assert.equal(new Set(article.places.prose).size, article.places.length);
				}
			}),
			{ numRuns: 600, seed: 9 },
		);
	});
});
