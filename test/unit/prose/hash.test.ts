import assert from "node:assert/strict";
import { Hash64, hash64 } from "../../../server/prose/hash.ts";

describe("a hash", () => {
	it("begins with FNV-1a of 32 bits", () => {
		// Test vectors of the algorithm's authors (draft-eastlake-fnv).
		assert.equal(hash64("").slice(0, 8), "811c9dc5");
		assert.equal(hash64("a").slice(0, 8), "e40c292c");
		assert.equal(hash64("foobar").slice(0, 8), "bf9cf968");
	});

	it("is that of all texts one behind the other, whole or in part", () => {
		assert.equal(hash64("foo", "bar"), hash64("foobar"));
		assert.equal(new Hash64().add("a foot", 2, 5).add("").add("bare", 0, 3).digits(), hash64("foobar"));
		assert.notEqual(hash64("oofbar").slice(8), hash64("foobar").slice(8));
	});

	it("takes nothing where the end is not behind the start", () => {
		assert.equal(new Hash64().add("foo").add("foobar", 4, 2).add("bar").digits(), hash64("foobar"));
	});
});
