import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { articleOf } from "../bench/articles.ts";
import { plain, TestEditor } from "../server/editor.ts";
import { typeInto } from "./typing.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** `node test/bench/soak.ts` types fifty times as much and watches the memory. */
describe("typing at random", function () {
	this.timeout(120_000);

	it("leaves an article marked as it would be opened anew", async () => {
		const editor = await TestEditor.start([pathToFileURL(root).href], plain);
		const written = readFileSync(path.join(root, "test/articles/council.md"), "utf8");
		const compared = await typeInto(editor, pathToFileURL(path.join(root, "soak.md")).href, [articleOf(3000, { seed: 5 }), written], {
			edits: 200,
			every: 50,
			seed: 2026,
			longest: 5000,
		});
		assert.equal(compared, 8);
		assert.deepEqual(editor.log, []);
		assert.equal(await editor.stop(), 0);
	});
});
