import assert from "node:assert/strict";
import fc from "fast-check";
import type { Position, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { changeSince, editedDocuments } from "../../../server/documents/edits.ts";
import { changeBetween, changeWithin } from "../../../server/prose/versions/change.ts";

const words = fc.array(fc.constantFrom("a", "bb", "\n", "\r\n", "”", "c"), { maxLength: 12 }).map((parts) => parts.join(""));
const position = fc.record({ line: fc.nat(6), character: fc.nat(8) });
const part = fc.record({ range: fc.record({ start: position, end: position }), text: words });
const told = fc.array(
	fc.array(fc.oneof({ weight: 9, arbitrary: part }, { weight: 1, arbitrary: fc.record({ text: words }) }), { minLength: 1, maxLength: 3 }),
	{
		minLength: 1,
		maxLength: 6,
	},
);

/** Changes as editors tell of them: on lines that there are. */
function inside(text: string, changes: readonly TextDocumentContentChangeEvent[]): TextDocumentContentChangeEvent[] {
	let document = editedDocuments.create("file:///b.md", "markdown", 1, text);
	return changes.map((change) => {
		const within = ({ line, character }: Position): Position => ({ line: Math.min(line, document.lineCount - 1), character });
		const own = "range" in change ? { ...change, range: { start: within(change.range.start), end: within(change.range.end) } } : change;
		document = editedDocuments.update(document, [own], 2);
		return own;
	});
}

describe("what an editor tells of a document", () => {
	it("is the change between any two of its versions, as small as it is", () => {
		fc.assert(
			fc.property(words, told, (first, versions) => {
				let document = editedDocuments.create("file:///a.md", "markdown", 1, first);
				const own = TextDocument.create("file:///a.md", "markdown", 1, first);
				const texts = [first];
				for (const told of versions) {
					const changes = inside(document.getText(), told);
					document = editedDocuments.update(document, changes, texts.length + 1);
					texts.push(document.getText());
					// What the protocol's own documents make of it.
					const other = TextDocument.update(own, changes, texts.length);
					assert.equal(document.getText(), other.getText());
					assert.deepEqual(document.version, other.version);
					for (let offset = 0; offset <= document.text.length; offset++)
						assert.deepEqual(document.positionAt(offset), other.positionAt(offset));
				}
				for (const [b, now] of texts.entries())
					for (const [a, before] of texts.slice(0, b).entries()) {
						const known = changeSince(document, a + 1, b + 1);
						assert.ok(known, `${a + 1} to ${b + 1}`);
						const change = changeWithin(before, now, known);
						assert.ok(change, JSON.stringify([before, now, known]));
						const { fromA, toA, fromB, toB } = change;
						assert.equal(before.slice(0, fromA) + now.slice(fromB, toB) + before.slice(toA), now);
						const least = changeBetween(before, now);
						// The same letter twice in a row may be either of the two.
						assert.ok(toB - fromB <= known.toB - known.fromB && toB - fromB >= least.toB - least.fromB);
					}
			}),
			{ numRuns: 500, seed: 6 },
		);
	});

	it("is not known of versions that it was never told of, nor for ever", () => {
		let document = editedDocuments.create("file:///a.md", "markdown", 1, "a");
		assert.equal(changeSince(document, 1, 2), undefined);
		for (let version = 2; version < 100; version++) document = editedDocuments.update(document, [{ text: "a".repeat(version) }], version);
		assert.equal(changeSince(document, 2, 99), undefined);
		assert.equal(changeSince(document, 98, 100), undefined);
		assert.deepEqual(changeSince(document, 98, 99), { fromA: 0, toA: 98, fromB: 0, toB: 99 });
	});

	it("is no change of texts that it does not fit", () => {
		assert.equal(changeWithin("one two three", "one 2 three", { fromA: 4, toA: 7, fromB: 4, toB: 6 }), undefined);
		assert.equal(changeWithin("one two three", "one 2 trees", { fromA: 4, toA: 7, fromB: 4, toB: 5 }), undefined);
		assert.deepEqual(changeWithin("one two three", "one 2 three", { fromA: 2, toA: 9, fromB: 2, toB: 7 }), {
			fromA: 4,
			toA: 7,
			fromB: 4,
			toB: 5,
		});
	});
});
