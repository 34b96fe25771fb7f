import { check, type Options, type Report } from "../../server/check.ts";
import { diagnostics } from "../../server/features/diagnostics.ts";
import { files } from "../../server/node/disk/files.ts";
import { packIndex } from "../../server/node/pack-index/index.ts";
import { changeBetween } from "../../server/prose/versions/change.ts";
import { openPacks } from "../../server/references/packs.ts";
import { readSettings } from "../../server/settings.ts";
import { Snapshot } from "../../server/snapshot.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";

const uri = "file:///article.md";

/**
 * Plumbline as the benchmarks run it: with the pack in a folder, opened as the command line opens it. What is answered is the number of marks that an editor
 * is sent, each with its line, its column and its sentence, as the other checkers answer them. `keep` takes the version before as a server does.
 */
export async function plumbline(pack: string, { keep = true, cache = "" } = {}): Promise<(text: string) => Promise<number>> {
	const index = cache ? await packIndex(cache) : undefined;
	const packs = await openPacks(files, [pack], index ? { index } : {});
	const options: Options = { today: "2026-02-04", tolerances: defaultTolerances };
	const settings = readSettings(undefined);
	const folder = { uri: "file:///", settings, places: [], databases: [], packs, problems: [], reviews: [] };
	let before: { readonly report: Report; readonly document: Snapshot } | undefined;
	let version = 0;
	return async (text) => {
		// A server is told what has changed; here it is found, once.
		const change = before && changeBetween(before.document.getText(), text);
		const report = await check(text, packs.store, { ...options, change }, before?.report);
		version++;
		const document = new Snapshot({ uri, languageId: "markdown", version }, text, before?.document, change);
		if (keep) before = { report, document };
		return diagnostics({ uri, version, document, report, folder, settings, took: 0 }, undefined).length;
	};
}
