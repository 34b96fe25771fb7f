import assert from "node:assert/strict";
import { check } from "../../server/check.ts";
import { Snapshot } from "../../server/documents/snapshot.ts";
import { definition } from "../../server/features/facts/definition.ts";
import { codeLenses, rowAt } from "../../server/features/facts/uses.ts";
import { hover } from "../../server/features/hover.ts";
import { openPacks } from "../../server/references/packs.ts";
import type { View } from "../../server/session.ts";
import { readSettings, tolerancesOf } from "../../server/settings.ts";
import { memoryHost } from "../checks/run.ts";

const TEXT = "Kelm Rail carried 4.2 million passengers in 2025.";

/** The article against a pack whose one table is this file. */
async function viewOf(name: string, text: string): Promise<View> {
	const files = new Map([
		[
			"desk/pack/datapackage.json",
			JSON.stringify({ name: "rail", resources: [{ name: "facts", path: name, plumbline: { role: "facts" } }] }),
		],
		[`desk/pack/${name}`, text],
	]);
	const packs = await openPacks(memoryHost(files), ["memory://desk/pack"]);
	const settings = readSettings({});
	const report = await check(TEXT, packs.store, { today: "2026-02-04", tolerances: tolerancesOf(settings) });
	const uri = "file:///desk/draft.md";
	return {
		uri,
		version: 1,
		document: new Snapshot({ uri, languageId: "markdown", version: 1 }, TEXT),
		report,
		folder: { uri: "file:///desk", settings, places: [], databases: [], packs, problems: [], reviews: [] },
		settings,
		took: 0,
	};
}

const at = { line: 0, character: TEXT.indexOf("4.2") };

describe("a link to a row", () => {
	for (const [form, name, text, [first, last]] of [
		[
			"of YAML leads to its lines",
			"facts.yaml",
			"- subject: Orre Ferries\n  measure: passengers\n  value: 1\n- subject: Kelm Rail\n  measure: passengers\n  value: 4.2\n  unit: million people\n  period: 2025\n",
			[4, 8],
		],
		[
			"of JSON leads to its lines",
			"facts.json",
			'[\n\n\n\n{"subject": "Kelm Rail", "measure": "passengers",\n "value": 4.2, "unit": "million people", "period": 2025}]',
			[5, 6],
		],
		[
			"below a cell with line breaks leads to its line",
			"facts.csv",
			'subject,measure,value,unit,period,note\nOrre Ferries,passengers,1,person,2025,"one\ntwo\nthree"\nKelm Rail,passengers,4.2,million people,2025,\n',
			[5, 5],
		],
		[
			"of a plain table leads to its line",
			"facts.csv",
			"subject,measure,value,unit,period\nKelm Rail,passengers,4.2,million people,2025\n",
			[2, 2],
		],
	] as const) {
		it(form, async () => {
			const view = await viewOf(name, text);
			const uri = `memory://desk/pack/${name}`;
			const [link] = definition(view, at);
			assert.deepEqual([link?.targetUri, link?.targetRange.start.line, link?.targetRange.end.line], [uri, first - 1, last - 1]);
			const contents = hover(view, at)?.contents;
			assert.ok(contents && typeof contents === "object" && "value" in contents && contents.value.includes(`(<${uri}#L${first}>)`));
			assert.deepEqual(rowAt(view, at), { file: uri, line: first });
			const [fact] = view.report.checked[0]?.verdict.references ?? [];
			assert.ok(fact);
			const use = {
				row: { uri, row: fact.row, ...(fact.lines && { lines: fact.lines }) },
				document: view.document,
				span: { start: 0, end: 1 },
			};
			assert.equal(codeLenses(uri, [use], true)[0]?.range.start.line, first - 1);
		});
	}
});
