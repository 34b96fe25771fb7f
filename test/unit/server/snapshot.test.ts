import assert from "node:assert/strict";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Snapshot } from "../../../server/snapshot.ts";

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
});
