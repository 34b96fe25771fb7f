import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { OpenedPacks } from "../../../server/references/packs.ts";
import type { NearQuery } from "../../../server/references/store.ts";
import { descriptor } from "./memory-host.ts";
import { workbook } from "./workbook.ts";

/** A pack on disk with names and facts of every kind. */
export const PACK: Readonly<Record<string, string>> = {
	"datapackage.json": descriptor(
		...["facts", "entities", "measures", "people"].map((name) => ({ name, path: `${name}.csv`, plumbline: { role: name } })),
		{ name: "release", path: "release.md", plumbline: { role: "document", speaker: "Northgas", date: "2026-02-04" } },
	),
	"facts.csv":
		"subject,measure,value,unit,period,known_at,qualifier,source,note\n" +
		"ngs,revenue,33.0,USD billion,2025,2026-01-30,,,\n" +
		"ngs,revenue,32.1,USD billion,2025,2025-11-30,forecast,https://north.example/,As guided\n" +
		"ngs,staff,10..12,thousand people,2025,,approx,,\n" +
		"ngs,staff,10..12,thousand people,2025,,approx,,\n" +
		"Tidal Power,revenue,x.y,USD,2025,,,,\n" +
		"Tidal Power,revenue,7,USD million,2025,,,,\n",
	"entities.csv": "id,name,aliases,type\nngs,North Gas Corp.,Northgas,organisation\ntidal,Tidal Power,,organisation\n",
	"measures.csv": "id,label,aliases,unit\nrevenue,revenue,turnover,USD\nstaff,staff,employees,person\n",
	"people.csv": "id,name,title,organisation\nwren,Ada Wren,chief executive,Northgas\n",
	"release.md": "“We keep the lights on,” said Ada Wren.",
};

/** The same four rows in every form that a table may have: the second is no figure, the last disagrees with the one before. */
const FORMS: Readonly<
	Record<
		string,
		{
			readonly name: string;
			readonly text: string | Uint8Array;
			/** Where the faults are, and the lines of the three rows that are none, where they are not their numbers. */
			readonly fault: {
				readonly value: string;
				readonly repeated: string;
				readonly lines: readonly (readonly [number, number] | undefined)[];
				/** What the third and the fourth are called, where they are not rows 4 and 5. */
				readonly rows?: readonly [earlier: string, later: string];
			};
		}
	>
> = {
	CSV: {
		name: "rows.csv",
		text: "subject,measure,value,period\nTidal,output,33.0,2023\nTidal,output,about,2024\nTidal,output,34,2025\nTidal,output,35,2025\n",
		fault: { value: "3:14-19", repeated: "5:14-16", lines: [undefined, undefined, undefined] },
	},
	"CSV with line breaks in cells": {
		name: "rows.csv",
		text: 'subject,measure,value,period,note\nTidal,output,33.0,2023,"two\nlines"\nTidal,output,about,2024,\nTidal,output,34,2025,\nTidal,output,35,2025,\n',
		fault: {
			value: "4:14-19",
			repeated: "6:14-16",
			lines: [
				[2, 3],
				[5, 5],
				[6, 6],
			],
		},
	},
	JSON: {
		name: "rows.json",
		text: `{"rows": [
	{"subject": "Tidal", "measure": "output", "value": 33.0, "period": 2023},
	{
		"subject": "Tidal", "measure": "output",
		"value": "about",
		"period": 2024
	},
	{"subject": "Tidal", "measure": "output", "value": 34, "period": 2025}, {"subject": "Tidal", "measure": "output",
		"value": 35, "period": 2025}
]}`,
		fault: {
			rows: ["the same record", "The record on line 8"],
			value: "5:12-19",
			repeated: "9:12-14",
			lines: [undefined, [8, 8], [8, 9]],
		},
	},
	YAML: {
		name: "rows.yaml",
		text: `# Kept by hand
- {subject: Tidal, measure: output, value: 33.0, period: 2023}
- subject: Tidal
  measure: output
  value: about
  period: 2024

- subject: Tidal
  measure: output
  value: 34
  period: 2025
- subject: Tidal
  measure: output
  value: 35
  period: 2025
`,
		fault: {
			rows: ["the record on line 8", "The record on line 12"],
			value: "5:10-15",
			repeated: "14:10-12",
			lines: [undefined, [8, 11], [12, 15]],
		},
	},
	"a spreadsheet": {
		name: "rows.xlsx",
		text: workbook({
			Sheet1: [
				["subject", "measure", "value", "period"],
				["Tidal", "output", "33.0", 2023],
				["Tidal", "output", "about", 2024],
				["Tidal", "output", 34, 2025],
				["Tidal", "output", 35, 2025],
			],
		}),
		fault: { value: "3:3-4", repeated: "5:3-4", lines: [undefined, undefined, undefined] },
	},
};

/** Opens the pack that lies in a folder, however the store keeps it. */
export type Opening = (folder: string) => Promise<OpenedPacks>;

/** A store without files has no such question. */
const skipped = (_name: string, _test: unknown): void => {};

/** What every store must do. `inFiles`: what it answers stands in files, and is told with its faults. */
export function storeContract(kind: string, opens: Opening, inFiles = true): void {
	describe(kind, () => {
		let folder: string;
		const opening = () => opens(folder);
		const place = (name: string) => (inFiles ? { uri: pathToFileURL(path.join(folder, name)).href } : {});
		function write(name: string, text: string | Uint8Array): void {
			writeFileSync(path.join(folder, name), text);
		}
		let opened: OpenedPacks;
		beforeEach(async () => {
			folder = mkdtempSync(path.join(tmpdir(), "packs-"));
			for (const [name, text] of Object.entries(PACK)) write(name, text);
			opened = await opening();
		});
		afterEach(() => {
			opened.store.close();
			rmSync(folder, { recursive: true, force: true });
		});

		it("answers facts by subject, and by subject and measure", async () => {
			const [all = [], staff = [], none = []] = await opened.store.facts([
				{ subject: "ngs" },
				{ subject: "ngs", measures: ["staff"] },
				{ subject: "nobody" },
			]);
			assert.deepEqual(
				all.map(({ measure, value, row }) => [measure, value, row]),
				[
					["revenue", 33e9, 2],
					["revenue", 32.1e9, 3],
					["staff", 10_000, 4],
				],
			);
			assert.deepEqual(staff, [
				{
					pack: "desk",
					resource: "facts",
					...place("facts.csv"),
					row: 4,
					subject: "ngs",
					measure: "staff",
					value: 10_000,
					high: 12_000,
					printed: "10..12",
					decimals: 0,
					scale: 1000,
					unit: "person",
					period: "2025",
					qualifier: "approx",
					source: "The desk",
				},
			]);
			assert.deepEqual(none, []);
			assert.deepEqual([all[1]?.source, all[1]?.note, all[1]?.knownAt], ["https://north.example/", "As guided", "2025-11-30"]);
		});

		it("knows the column of whom only facts speak of, what a name is shortened to, and common nouns in small letters", async () => {
			const table = (name: string, subject: string) => ({
				name,
				path: `${name}.csv`,
				plumbline: { role: "facts", subject, values: { Staff: { measure: "staff" } } },
			});
			write("datapackage.json", descriptor(table("schools", "School"), table("budget", "Department")));
			write("schools.csv", "School,Staff\nMerrow Academy,61\nSt Brannoc's School,29\n");
			write("budget.csv", "Department,Staff\nRoads,140\nSocial care,880\n");
			opened.store.close();
			opened = await opening();
			const text = "Merrow Academy has grown, as Merrow said. At St Brannoc's, roads and social care were told of merrow.";
			const [mentions = []] = await opened.store.mentions([text]);
			assert.deepEqual(
				mentions.map(({ start, end, ids, partial }) => `${text.slice(start, end)} = ${ids.join("|")}${partial ? " in part" : ""}`),
				[
					"Merrow Academy = Merrow Academy",
					"Merrow = Merrow Academy in part",
					"St Brannoc's = St Brannoc's School",
					"roads = Roads",
					"social care = Social care",
				],
			);
			const entities = await opened.store.entities(["Merrow Academy", "Roads"]);
			assert.deepEqual(
				entities.map(({ column }) => column),
				["School", "Department"],
			);
		});

		it("answers facts by nearest value, whoever they are about", async () => {
			const near = async (value: number, within: number, more: Partial<NearQuery> = {}) => {
				const [facts = []] = await opened.store.near([{ value, within, limit: 9, ...more }]);
				return facts.map(({ subject, measure, printed }) => `${subject} ${measure} ${printed}`);
			};
			assert.deepEqual(await near(32.8e9, 1e9), ["ngs revenue 33.0", "ngs revenue 32.1"]);
			assert.deepEqual(await near(33e9, 0), ["ngs revenue 33.0"]);
			assert.deepEqual(await near(32.1e9, 0), ["ngs revenue 32.1"]);
			assert.deepEqual(await near(33.1e9, 1e9, { limit: 1 }), ["ngs revenue 33.0"]);
			assert.deepEqual(await near(7e6, Number.POSITIVE_INFINITY), [
				"tidal revenue 7",
				"ngs staff 10..12",
				"ngs revenue 32.1",
				"ngs revenue 33.0",
			]);
			assert.deepEqual(await near(7e6, 1e7, { measures: ["staff", "nothing"] }), ["ngs staff 10..12"]);
			assert.deepEqual(await near(7e6, 1e7, { measures: [] }), []);
			assert.deepEqual(await near(7e6, 1e7, { unit: "USD" }), ["tidal revenue 7"]);
			assert.deepEqual(await near(7e6, 1e7, { period: "2024" }), []);
			assert.deepEqual(await near(1, 2), []);
			assert.deepEqual((await opened.store.near([]))[0], undefined);
		});

		it("answers entities, measures, people and documents", async () => {
			const { store } = opened;
			assert.deepEqual(await store.entities(["tidal", "nobody"]), [
				{
					id: "tidal",
					name: "Tidal Power",
					aliases: [],
					type: "organisation",
					pack: "desk",
					row: 3,
					...place("entities.csv"),
				},
			]);
			assert.deepEqual(
				(await store.measures(["staff"])).map(({ label, unit }) => [label, unit]),
				[["staff", "person"]],
			);
			assert.deepEqual(
				(await store.people(["wren", "nobody"])).map((rows) => rows.map(({ title }) => title)),
				[["chief executive"], []],
			);
			assert.deepEqual(
				(await store.documents()).map(({ speaker }) => speaker),
				["Northgas"],
			);
			assert.equal(store.packs[0]?.facts, 5);
		});

		it("answers the parts of a whole, by its id and by its name, and none of too large a whole", async () => {
			write(
				"entities.csv",
				"id,name,aliases,type,partOf\nngs,North Gas Corp.,Northgas,organisation,\na,Arm A,,,ngs\nb,Arm B,,,North Gas Corp.\n",
			);
			const { store } = await opening();
			assert.deepEqual(await store.members(["ngs", "North Gas Corp.", "a"], 2), [["a", "b"], ["b"], []]);
			assert.deepEqual(await store.members(["ngs"], 1), [[]]);
			store.close();
		});

		it("says of a fact when its table leaves nothing out", async () => {
			write(
				"datapackage.json",
				descriptor(
					{ name: "facts", path: "facts.csv", plumbline: { role: "facts", complete: true } },
					{ name: "entities", path: "entities.csv", plumbline: { role: "entities" } },
				),
			);
			const { store } = await opening();
			const [[fact] = []] = await store.facts([{ subject: "ngs" }]);
			assert.equal(fact?.complete, true);
			store.close();
		});

		it("finds things by a part of a name, with the row where they stand", async () => {
			const { store } = opened;
			const found = async (text: string, limit = 9) =>
				(await store.search(text, ["entity", "measure", "person"], limit)).map(
					({ kind, name, detail, uri, row }) => `${kind} ${name}, ${detail}${inFiles ? `: ${uri?.split("/").at(-1)}` : ""} ${row}`,
				);
			assert.deepEqual(await found("northg"), [`entity North Gas Corp., organisation${inFiles ? ": entities.csv" : ""} 2`]);
			assert.deepEqual(await found("EMPLOY"), [`measure staff, person${inFiles ? ": measures.csv" : ""} 3`]);
			assert.deepEqual(await found("ada w"), [`person Ada Wren, chief executive, Northgas${inFiles ? ": people.csv" : ""} 2`]);
			assert.deepEqual(await found("nobody"), []);
			assert.equal((await found("", 3)).length, 3);
			assert.deepEqual(await store.search("ada", ["entity", "measure"], 9), []);
		});

		for (const [form, { name, text, fault }] of Object.entries(inFiles ? FORMS : {})) {
			describe(`facts in ${form}`, () => {
				const uri = () => pathToFileURL(path.join(folder, name)).href;
				beforeEach(async () => {
					opened.store.close();
					write("datapackage.json", descriptor({ name: "facts", path: name, plumbline: { role: "facts" } }));
					write(name, text);
					opened = await opening();
				});

				it("keep their decimals, and know their lines", async () => {
					const [found = []] = await opened.store.facts([{ subject: "Tidal" }]);
					assert.deepEqual(
						found.map(({ printed, decimals, row, lines }) => [printed, decimals, row, lines]),
						[
							["33.0", 1, 2, fault.lines[0]],
							["34", 0, 4, fault.lines[1]],
							["35", 0, 5, fault.lines[2]],
						],
					);
				});

				it("are found by any line of their row", async () => {
					for (const [printed, row, [first, last] = [row, row]] of [
						["33.0", 2, fault.lines[0]],
						["34", 4, fault.lines[1]],
						["35", 5, fault.lines[2]],
					] as const) {
						for (let line = first; line <= last; line++) {
							const { facts } = await opened.store.row(uri(), line);
							assert.ok(
								facts.some((fact) => fact.printed === printed),
								`${printed} in line ${line}`,
							);
						}
					}
					assert.deepEqual((await opened.store.row(uri(), 99)).facts, []);
				});

				it("tell their faults by line and column", () =>
					assert.deepEqual(
						opened.problems.map(
							({ code, line, column, endColumn, message }) => `${code} ${line + 1}:${column + 1}-${endColumn + 1} ${message}`,
						),
						[
							`bad-value ${fault.value} “about” is no figure. Write digits with a point for decimals, such as 33.0, or a range such as 10..12.`,
							`rows-disagree ${fault.repeated} ${fault.rows?.[1] ?? "Row 5"} gives 35 where ${fault.rows?.[0] ?? "row 4"} gives 34 for the same subject, measure and period. Correct one, or tell their vintages apart with “known_at”.`,
						],
					));
			});
		}

		(inFiles ? it : skipped)("says what a row of a file holds", async () => {
			const at = async (name: string, row: number) => {
				const { facts, declared } = await opened.store.row(pathToFileURL(path.join(folder, name)).href, row);
				return [...facts.map(({ subject, measure, value }) => `${subject} ${measure} ${value}`), ...declared.map(({ name }) => name)];
			};
			assert.deepEqual(await at("facts.csv", 4), ["ngs staff 10000"]);
			assert.deepEqual(await at("entities.csv", 3), ["Tidal Power"]);
			assert.deepEqual(await at("measures.csv", 2), ["revenue"]);
			assert.deepEqual(await at("people.csv", 2), ["Ada Wren"]);
			assert.deepEqual(await at("facts.csv", 1), []);
			assert.deepEqual(await at("facts.csv", 99), []);
		});

		it("finds what no table declares in its first fact", async () => {
			opened.store.close();
			write("facts.csv", "subject,measure,value,unit\nngs,staff,7,person\nDrum Quarry,output,9,ton\n");
			opened = await opening();
			const found = async (text: string) => (await opened.store.search(text, ["entity", "measure"], 9)).map(({ name, row }) => [name, row]);
			assert.deepEqual(await found("quarry"), [["Drum Quarry", 3]]);
			assert.deepEqual(await found("output"), [["output", 3]]);
		});

		it("meets names, measures and surnames in a text, and names with a slip", async () => {
			const text = "Northgas's turnover fell, Wren said. Nortgas and Tidal Powr have employees.";
			const [mentions = []] = await opened.store.mentions([text]);
			assert.deepEqual(
				mentions.map(({ start, end, ids, spelling, partial }) => [text.slice(start, end), ids[0], spelling ?? (partial && "part")]),
				[
					["Northgas", "ngs", undefined],
					["turnover", "revenue", undefined],
					["Wren", "wren", "part"],
					["Nortgas", "ngs", "Northgas"],
					["Tidal Powr", "tidal", "Tidal Power"],
					["employees", "staff", undefined],
				],
			);
		});

		(inFiles ? it : skipped)("tells the same problems on the same lines", () => {
			assert.deepEqual(
				opened.problems.map(({ code, line }) => [code, line + 1]),
				[
					["duplicate-row", 5],
					["bad-value", 6],
				],
			);
		});

		it("answers what it still has when the pack's folder is gone", async () => {
			rmSync(folder, { recursive: true, force: true });
			assert.equal((await opened.store.facts([{ subject: "ngs" }]))[0]?.length, 3);
			assert.equal((await opened.store.mentions(["Northgas"]))[0]?.length, 1);
		});
	});
}
