import { check, type Options, type Report } from "../../server/check.ts";
import { files } from "../../server/node/files.ts";
import { packIndex } from "../../server/node/pack-index/index.ts";
import { openPacks } from "../../server/references/packs.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";

/** Plumbline as the benchmarks run it: with the pack in a folder, opened as the command line opens it. `keep` takes the report before as a server does. */
export async function plumbline(pack: string, { keep = true, cache = "" } = {}): Promise<(text: string) => Promise<number>> {
	const index = cache ? await packIndex(cache) : undefined;
	const { store } = await openPacks(files, [pack], index ? { index } : {});
	const options: Options = { today: "2026-02-04", tolerances: defaultTolerances };
	let before: Report | undefined;
	return async (text) => {
		const report = await check(text, store, options, keep ? before : undefined);
		before = report;
		return report.checked.length;
	};
}
