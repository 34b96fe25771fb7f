import assert from "node:assert/strict";
import { parse } from "../../../server/prose/article.ts";
import type { Block } from "../../../server/prose/block.ts";

/** The block's words and, for a phrase of them, the article's own text that the phrase was read from. */
function checkRead(markdown: string, words: string, phrase?: string, written?: string): void {
	const article = parse(markdown);
	const block = article.blocks.find(({ text }) => text.includes(words));
	assert.ok(block, `${JSON.stringify(words)} in ${JSON.stringify(article.blocks.map(({ text }) => text))}`);
	if (phrase === undefined) return;
	const start = block.text.indexOf(phrase);
	assert.ok(start >= 0, phrase);
	const span = block.toArticle({ start, end: start + phrase.length });
	assert.equal(markdown.slice(span.start, span.end), written ?? phrase);
}

const texts = (markdown: string): string[] => parse(markdown).blocks.map(({ text }: Block) => text);

describe("Markdown is read as a reader reads it, every offset exact", () => {
	const cases: [name: string, markdown: string, words: string, phrase?: string, written?: string][] = [
		["plain words", "The fund holds $4.5 million.", "The fund holds $4.5 million.", "$4.5 million"],
		["emphasis around a figure", "up **0.5%** today", "up 0.5% today", "0.5%"],
		["emphasis inside a figure", "it was $**4**2 then", "it was $42 then", "$42", "$**4**2"],
		["nested emphasis", "a ***_7_*** b", "a 7 b", "7"],
		["a link's words, not its target", 'sold [5 boats](http://x.example/99 "77") off', "sold 5 boats off", "5 boats"],
		["a reference link", "sold [5 boats][a] off\n\n[a]: http://x.example/99", "sold 5 boats off"],
		["an escape", "cost \\$5 each", "cost $5 each", "$5", "\\$5"],
		["an entity", "AT&amp;T paid &pound;5", "AT&T paid £5", "£5", "&pound;5"],
		["a numeric entity", "paid &#36;5 now", "paid $5 now", "$5", "&#36;5"],
		["a non-breaking space", "paid $5&nbsp;million", "paid $5\u00a0million", "$5\u00a0million", "$5&nbsp;million"],
		["a soft break", "paid $5\nmillion in all", "paid $5 million in all", "$5 million", "$5\nmillion"],
		["a soft break with indentation", "- paid $5\n  million", "paid $5 million", "$5 million", "$5\n  million"],
		["a block quote's marks", "> paid $5\n> million", "paid $5 million", "$5 million", "$5\n> million"],
		["an emoji before", "👩‍👩‍👧 then 5 boats", "then 5 boats", "5 boats"],
		["right-to-left words", "שלום 5 boats", "5 boats", "5 boats"],
		["inline HTML", "a <b>5</b> boats", "a 5 boats", "5 boats", "5</b> boats"],
		["strikethrough", "a ~~5~~ boats", "a 5 boats", "5 boats", "5~~ boats"],
		["a heading", "## Five *boats* ##", "Five boats"],
		["a setext heading", "Five boats\n=====", "Five boats"],
		["Windows line ends", "paid $5\r\nmillion\r\n\r\nnext", "paid $5 million", "$5 million", "$5\r\nmillion"],
	];
	for (const [name, ...rest] of cases) it(name, () => checkRead(...rest));
});

describe("what is not prose is left out", () => {
	const cases: [name: string, markdown: string, expected: string[]][] = [
		["front matter", "---\nprice: 99\n---\n\nText.", ["Text."]],
		["fenced code", "```\n99\n```\n\nText.", ["Text."]],
		["indented code", "Text.\n\n    99 boats", ["Text."]],
		["inline code", "see `99` there", ["see there"]],
		["HTML blocks", "<div>\n99\n</div>\n\nText.", ["Text."]],
		["comments", "a <!-- 99 --> b", ["a b"]],
		["a comment parts no word", "4<!-- 9 -->2 boats", ["42 boats"]],
		["an image", "a ![99](99.png) b", ["a b"]],
		["a bare address", "see https://x.example/99 there", ["see there"]],
		["a footnote's mark", "Text[^9] goes on.", ["Text goes on."]],
		["math", "where $x_1 = 99$ holds", ["where holds"]],
		["prices are no math", "from $5 to $6", ["from $5 to $6"]],
		["an empty article", "", []],
		["nothing but front matter", "---\na: 1\n---\n", []],
	];
	for (const [name, markdown, expected] of cases) it(name, () => assert.deepEqual(texts(markdown), expected));
});

describe("blocks know where they stand", () => {
	it("a table cell knows its column's header and its row", () => {
		const { blocks } = parse("| Desk | Sales |\n| --- | --- |\n| North | $5 |\n| South |  |\n|  | $7 |\n");
		const cell = blocks.find(({ text }) => text === "$5");
		assert.deepEqual(cell?.context.cell, { header: "Sales", row: "North", isHeader: false });
		assert.deepEqual(blocks.find(({ text }) => text === "$7")?.context.cell, { header: "Sales", row: "", isHeader: false });
	});
	it("a list item, a quoted paragraph and a heading", () => {
		const kinds = parse("# A\n\n- b\n\n> c\n").blocks.map(({ context }) => [context.kind, context.level, context.quoted]);
		assert.deepEqual(kinds, [
			["heading", 1, undefined],
			["listItem", undefined, undefined],
			["paragraph", undefined, true],
		]);
	});
	it("a byte order mark before the front matter", () => {
		const article = parse("\ufeff---\ndate: 2026-02-04\n---\nText.");
		assert.equal(article.frontMatter?.values.date, "2026-02-04");
	});
	it("broken front matter is a problem with a place, and the prose is read", () => {
		const article = parse("---\na: [1\n---\nText.");
		assert.ok((article.frontMatter?.problems.length ?? 0) > 0);
		assert.deepEqual(
			article.blocks.map(({ text }) => text),
			["Text."],
		);
	});
	it("front matter that is a list has no values", () => assert.deepEqual(parse("---\n- a\n---\nT").frontMatter?.values, {}));
});

describe("plain text", () => {
	it("blank lines part blocks and a line break is a space", () => {
		const { blocks } = parse("One\ntwo *3*.\n\nFour.", { plain: true });
		assert.deepEqual(
			blocks.map(({ text }) => text),
			["One two *3*.", "Four."],
		);
		assert.deepEqual(blocks[1]?.toArticle({ start: 0, end: 4 }), { start: 14, end: 18 });
	});
});

describe("offsets go both ways", () => {
	it("an article offset finds its place in the block", () => {
		const markdown = "x **a** &amp; b";
		const block = parse(markdown).blocks[0] as Block;
		assert.equal(block.text, "x a & b");
		assert.equal(block.fromArticle(4), 2);
		assert.equal(block.fromArticle(markdown.indexOf("b")), 6);
		assert.equal(block.fromArticle(99), -1);
	});
});
