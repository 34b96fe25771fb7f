import { readdirSync, readFileSync } from "node:fs";
import { check } from "../../../server/check.ts";
import { Snapshot } from "../../../server/documents/snapshot.ts";
import { openPacks } from "../../../server/references/packs.ts";
import type { View } from "../../../server/session.ts";
import { readSettings, tolerancesOf } from "../../../server/settings.ts";
import { filesOf, memoryHost, readCases, readMarks } from "../../checks/run.ts";

const checks = new URL("../../checks/", import.meta.url);

/** Every case of `test/checks` as an editor has it: prose without its marks, checked against the case's packs, which lie in files. */
export async function* views(): AsyncGenerator<View> {
	const settings = readSettings({});
	for (const file of readdirSync(checks).filter((name) => name.endsWith(".md"))) {
		for (const one of readCases(readFileSync(new URL(file, checks), "utf8"))) {
			const { prose } = readMarks(one.prose);
			const { files, folders } = filesOf(one.tables);
			const packs = await openPacks(
				memoryHost(files),
				folders.map((folder) => `memory:///${folder}`),
			);
			const report = await check(prose, packs.store, { date: one.dateline, today: one.dateline, tolerances: tolerancesOf(settings) });
			const uri = `memory:///${file}/${encodeURIComponent(one.name)}`;
			yield {
				uri,
				version: 1,
				document: new Snapshot({ uri, languageId: "markdown", version: 1 }, prose),
				report,
				folder: { uri: "memory:///", settings, places: [], databases: [], packs, problems: packs.problems, reviews: [] },
				settings,
				took: 0,
			};
		}
	}
}
