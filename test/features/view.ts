import { check } from "../../server/check.ts";
import { Snapshot } from "../../server/documents/snapshot.ts";
import { openPacks } from "../../server/references/packs.ts";
import type { View } from "../../server/session.ts";
import { readSettings, tolerancesOf } from "../../server/settings.ts";
import { memoryHost } from "../checks/run.ts";

/** The pack of every feature test: a bridge, a company with two years, and the people who speak for them. */
const tables = new Map([
	[
		"desk/pack/datapackage.json",
		JSON.stringify({
			name: "harbour",
			resources: [
				{ name: "facts", path: "facts.csv", plumbline: { role: "facts" } },
				{ name: "people", path: "people.csv", plumbline: { role: "people" } },
				{ name: "remarks", path: "remarks.md", title: "Remarks at the pier", plumbline: { role: "document" } },
			],
		}),
	],
	[
		"desk/pack/facts.csv",
		[
			"subject,measure,value,unit,period,known_at,source,locator,verified_by,verified_on",
			"Harbour Bridge,cost,42.45,USD billion,,,https://bridges.example/report,page 9,,",
			"Harbour Bridge,opening,2019-05-04,date,,,Harbour office,",
			"Vela,net sales,33.0,USD million,2025,2026-01-20,Annual report,,Lea Tarn,2026-01-21",
			"Vela,net sales,25.0,USD million,2024,2025-01-20,Annual report,,,",
			"Vela,employees,10912,person,2025,2026-01-20,Annual report,,,",
			"",
		].join("\n"),
	],
	["desk/pack/people.csv", "id,name,aliases,title,organisation,from,to\nmoss,Ada Moss,,chief engineer,Harbour Bridge,,\n"],
	["desk/pack/remarks.md", '# Remarks\n\nAda Moss: "The tide turns twice a day under R&D\'s old pier."\n'],
]);

/** An article of 4 February 2026, or another `date`, checked against that pack. `settings` are as a user writes them, without `plumbline.` in front. */
export async function viewOf(text: string, settings: Readonly<Record<string, unknown>> = {}, date = "2026-02-04"): Promise<View> {
	const host = memoryHost(tables);
	const packs = await openPacks(host, ["memory://desk/pack"]);
	const read = readSettings(settings);
	const report = await check(text, packs.store, { date, today: date, tolerances: tolerancesOf(read) });
	const uri = "file:///desk/draft.md";
	return {
		uri,
		version: 1,
		document: new Snapshot({ uri, languageId: "markdown", version: 1 }, text),
		report,
		folder: { uri: "file:///desk", settings: read, places: [], databases: [], packs, problems: [], reviews: [] },
		settings: read,
		took: 0,
	};
}

/** A text without its cursor, and where the cursor was: `rose 0.3|3%`. */
export function cursor(marked: string): { text: string; offset: number } {
	const offset = marked.indexOf("|");
	if (offset < 0) throw new Error(`no cursor in ${marked}`);
	return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
