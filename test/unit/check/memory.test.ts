import assert from "node:assert/strict";
import v8 from "node:v8";
import vm from "node:vm";
import { check, type Options } from "../../../server/check.ts";
import { files } from "../../../server/node/disk/files.ts";
import { openPacks } from "../../../server/references/packs.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";
import { articleOf } from "../../bench/articles.ts";

const options: Options = { today: "2026-02-04", tolerances: defaultTolerances };

describe("memory from version to version", () => {
	it("a version that is past goes with the next of the small collections, which look through what is new alone", async function () {
		this.timeout(60_000);
		v8.setFlagsFromString("--expose-gc");
		const collect = vm.runInNewContext("gc") as (options?: { readonly type: "minor" }) => void;
		const { store } = await openPacks(files, [new URL("../../../packs/connectivity/", import.meta.url).href.slice(0, -1)]);
		let text = articleOf(100_000, { seed: 6 });
		let last = await check(text, store, options);
		const write = async (keystrokes: number): Promise<void> => {
			for (let i = 0; i < keystrokes; i++) {
				const at = text.indexOf(" ", (i * 7919) % (text.length - 200));
				text = `${text.slice(0, at)}e${text.slice(at)}`;
				last = await check(text, store, options, last);
			}
		};
		await write(60);
		collect();
		const before = process.memoryUsage().heapUsed;
		await write(60);
		// What survives one is old after the second.
		collect({ type: "minor" });
		collect({ type: "minor" });
		const kept = (process.memoryUsage().heapUsed - before) / 60;
		// A version is some 400 KB: its text, the places of its blocks, the lists of its report.
		assert.ok(kept < 200_000, `${Math.round(kept / 1000)} KB of each keystroke`);
		store.close();
	});
});
