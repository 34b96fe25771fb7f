import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { loadKept } from "../../../server/node/compiled.ts";

describe("what has been compiled", () => {
	let folder: string;
	let before: string | undefined;
	beforeEach(() => {
		folder = mkdtempSync(path.join(tmpdir(), "compiled-"));
		before = process.env.XDG_CACHE_HOME;
		process.env.XDG_CACHE_HOME = folder;
	});
	afterEach(() => {
		if (before === undefined) delete process.env.XDG_CACHE_HOME;
		else process.env.XDG_CACHE_HOME = before;
		rmSync(folder, { recursive: true });
	});

	const load = (answer: number) => {
		const file = path.join(folder, "bundle.cjs");
		writeFileSync(file, `exports.answer = function () { return ${answer}; };`);
		return loadKept<{ answer(): number }>(pathToFileURL(file));
	};
	const keptFile = () => {
		const code = path.join(folder, "plumbline", "code");
		return path.join(code, readdirSync(code)[0] as string);
	};

	it("is kept, and what runs have called is put together", function () {
		if (process.platform !== "linux") this.skip(); // other systems have their caches elsewhere
		const sizes = [0, 1, 2, 3, 4, 5].map(() => {
			const { exports, keep } = load(41);
			assert.equal(exports.answer(), 41);
			keep();
			return readFileSync(keptFile()).readUInt32LE(8);
		});
		assert.deepEqual(sizes, [1, 2, 3, 4, 4, 4]);
	});

	it("is not taken for that of another text of the same length", function () {
		if (process.platform !== "linux") this.skip();
		const first = load(41);
		first.exports.answer();
		first.keep();
		assert.equal(load(42).exports.answer(), 42);
	});

	it("is left alone when it is damaged, and made anew", function () {
		if (process.platform !== "linux") this.skip();
		const first = load(41);
		first.exports.answer();
		first.keep();
		const good = readFileSync(keptFile());
		const bad = Buffer.from(good);
		bad[good.length - 8] = (bad[good.length - 8] as number) ^ 255;
		for (const damaged of [bad, good.subarray(0, 20), Buffer.alloc(0)]) {
			writeFileSync(keptFile(), damaged);
			const next = load(41);
			assert.equal(next.exports.answer(), 41);
			next.keep();
			assert.equal(readFileSync(keptFile()).readUInt32LE(8), 1);
		}
	});

	it("is no matter of life and death: a folder that can't be written is passed over", function () {
		if (process.platform !== "linux") this.skip();
		process.env.XDG_CACHE_HOME = "/dev/null";
		const { exports, keep } = load(41);
		assert.equal(exports.answer(), 41);
		keep();
	});
});
