import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Snapshot } from "../../../server/documents/snapshot.ts";

const text = fc.array(fc.constantFrom("a", "bc", "\n", "\r", "\r\n", "\n\n", "”"), { maxLength: 30 }).map((parts) => parts.join(""));

describe("a snapshot of a document", () => {
	it("has the lines and positions that the protocol's own documents have, whatever it was before", () => {
		fc.assert(
			fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (versions) => {
				let before: Snapshot | undefined;
				for (const [version, content] of versions.entries()) {
					const snapshot = new Snapshot({ uri: "file:///a.md", languageId: "markdown", version }, content, before);
					const document = TextDocument.create("file:///a.md", "markdown", version, content);
					assert.equal(snapshot.lineCount, document.lineCount);
					for (let offset = -1; offset <= content.length + 1; offset++)
						assert.deepEqual(snapshot.positionAt(offset), document.positionAt(offset), `${JSON.stringify(content)} at ${offset}`);
					for (let line = -1; line <= document.lineCount; line++) {
						assert.deepEqual(snapshot.getLineRange(line), document.getLineRange(line));
						assert.equal(snapshot.getEOLCharacters(line), document.getEOLCharacters(line));
						for (let character = 0; character < 5; character++)
							assert.equal(snapshot.offsetAt({ line, character }), document.offsetAt({ line, character }));
					}
					before = snapshot;
				}
			}),
			{ numRuns: 300, seed: 3 },
		);
	});

	it("tells what stands where it stood and what has moved by whole lines", () => {
		fc.assert(
			fc.property(text, text, text, text, (head, gone, come, tail) => {
				const at = { uri: "file:///a.md", languageId: "markdown" };
				const before = new Snapshot({ ...at, version: 1 }, head + gone + tail);
				const now = new Snapshot({ ...at, version: 2 }, head + come + tail, before);
				const { from, toA, toB } = now.linesSince(before);
				const starts = Array.from({ length: now.lineCount }, (_, line) => now.offsetAt({ line, character: 0 }));
				for (const start of starts.slice(0, from + 1)) assert.deepEqual(now.positionAt(start), before.positionAt(start));
				for (const start of starts.slice(toB)) {
					const { line, character } = before.positionAt(start + gone.length - come.length);
					assert.deepEqual(now.positionAt(start), { line: line + toB - toA, character });
				}
				// No more lines than have changed, and the ones next to them.
				assert.ok(toB - from <= come.split(/[\r\n]/).length + 2, JSON.stringify([head, gone, come, tail, from, toA, toB]));
			}),
			{ numRuns: 500, seed: 4 },
		);
	});
});
