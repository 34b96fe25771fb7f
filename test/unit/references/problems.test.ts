import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type Host, HostError } from "../../../server/host.ts";
import { phrase } from "../../../server/language/phrase.ts";
import { openPacks, type PackProblem } from "../../../server/references/packs.ts";
import { descriptor, type Files, memoryHost, open, ROOT } from "./memory-host.ts";

/** A problem as `code file line:column-end message`, lines and columns from 1; its fix behind an arrow, by its title when it takes something out. */
function shown({ code, uri, line, column, endColumn, message, fix }: PackProblem): string {
	return `${code} ${uri.replace("mem:/packs/", "")} ${line + 1}:${column + 1}-${endColumn + 1} ${message}${fix ? ` → ${fix.newText || fix.title}` : ""}`;
}

/** The file as it is when every fix of it has been applied, the last one first. */
function mended(text: string, problems: readonly PackProblem[]): string {
	const lines = text.split("\n");
	for (const { fix } of [...problems].reverse()) {
		if (!fix) continue;
		const before = lines[fix.line]?.slice(0, fix.column) ?? "";
		const behind = lines[fix.endLine]?.slice(fix.endColumn) ?? "";
		lines.splice(fix.line, fix.endLine - fix.line + 1, `${before}${fix.newText}${behind}`);
	}
	return lines.join("\n");
}

async function problems(files: Files, links?: Record<string, string>): Promise<string[]> {
	return (await open(files, links)).problems.map(shown);
}

/** The problems of a table of facts in a pack with entities and measures. */
function inFacts(csv: string, plumbline: object = {}): Promise<string[]> {
	return problems({
		"datapackage.json": descriptor(
			{ path: "f.csv", plumbline: { role: "facts", ...plumbline } },
			{ path: "e.csv", plumbline: { role: "entities" } },
			{ path: "m.csv", plumbline: { role: "measures" } },
		),
		"f.csv": csv,
		"e.csv": "id,name,aliases\nngs,Northgas,NG\npolar,Polar Energy,\n",
		"m.csv": "id,label,unit\nrevenue,revenue,USD\nstaff,staff,person\n",
	});
}

/** The problems of a descriptor on several lines, whose one table is in order. */
function inDescriptor(json: string): Promise<string[]> {
	return problems({ "datapackage.json": json, "f.csv": "subject,measure,value,period\nNorthgas,revenue,1,2025\n" });
}

const HEAD = '{ "name": "desk", "licenses": [{}], "sources": [{}], "resources": [\n';

describe("references: problems, each where it is", () => {
	describe("in a table of facts", () => {
		const header = "subject,measure,value,unit,period";
		const cases: [fault: string, csv: string, expected: string[]][] = [
			["nothing", `${header}\nngs,revenue,1.5,USD billion,2025\n`, []],
			[
				"a figure that is none",
				`${header}\nngs,revenue,1.5x,USD,2025\npolar,revenue,2,USD,2025\n`,
				["bad-value f.csv 2:13-17 “1.5x” is no figure. Write digits with a point for decimals, such as 33.0, or a range such as 10..12."],
			],
			[
				"a range whose ends have changed places",
				`${header}\nngs,revenue,12..10,USD,2025\n`,
				["bad-value f.csv 2:13-19 The range “12..10” ends below where it begins. Write the smaller figure first, such as 10..12. → 10..12"],
			],
			[
				"a formula",
				`${header}\nngs,revenue,=cmd(),USD,2025\n`,
				["bad-value f.csv 2:13-19 “=cmd()” is no figure. Write digits with a point for decimals, such as 33.0, or a range such as 10..12."],
			],
			[
				"a period that is none, behind a cell of two lines",
				`${header}\n"ngs","rev\nenue",1,USD,soon\nngs,revenue,1,USD,soon\n`,
				[
					"unknown-measure f.csv 2:7-11 No row of the pack's measures has the measure “rev\nenue”; did you mean “revenue”? → revenue",
					"bad-period f.csv 3:13-17 “soon” is no period. Write 2025, 2025-Q4, 2026-02, 2026-02-04 or 2024-07/2025-06.",
					"bad-period f.csv 4:19-23 “soon” is no period. Write 2025, 2025-Q4, 2026-02, 2026-02-04 or 2024-07/2025-06.",
				],
			],
			[
				"a subject that is misspelt",
				`${header}\nplar,revenue,1,USD,2025\n`,
				["unknown-subject f.csv 2:1-5 No row of the pack's entities has the subject “plar”; did you mean “polar”? → polar"],
			],
			[
				"a subject that is unknown",
				`${header}\nSomebody,revenue,1,USD,2025\n`,
				["unknown-subject f.csv 2:1-9 No row of the pack's entities has the subject “Somebody”. Add it there, or correct the spelling."],
			],
			[
				"a measure that is unknown",
				`${header}\nngs,margins,1,percent,2025\n`,
				["unknown-measure f.csv 2:5-12 No row of the pack's measures has the measure “margins”. Add it there, or correct the spelling."],
			],
			[
				"a unit that is misspelt",
				`${header}\nngs,revenue,1,USD bilion,2025\n`,
				["unknown-unit f.csv 2:15-25 “USD bilion” is no unit that Plumbline knows; did you mean “USD billion”? → USD billion"],
			],
			[
				"a unit that is not the measure's",
				`${header}\nngs,staff,1,EUR,2025\n`,
				["unit-mismatch f.csv 2:13-16 “staff” is measured in person, and this row gives EUR. Correct the one or the other."],
			],
			[
				"no subject",
				`${header}\n,revenue,1,USD,2025\n`,
				["missing-value f.csv 2:1-1 Row 2 does not say whom its figures are about: fill in the subject."],
			],
			[
				"no measure",
				`${header}\nngs,,1,USD,2025\n`,
				["missing-value f.csv 2:5-5 Row 2 does not say what its figure measures: fill in the measure."],
			],
			[
				"no value",
				`${header}\nngs,revenue,,USD,2025\n`,
				["missing-value f.csv 2:13-13 Row 2 has no value. Fill it in, or remove the entry."],
			],
			[
				"a row twice",
				`${header}\nngs,revenue,1,USD,2025\n\nNG,revenue,1.0,USD,2025\n`,
				["duplicate-row f.csv 4:1-24 Row 4 says again what row 2 says. Remove one of them. → Remove row 4"],
			],
			[
				"a date that is none where the unit is a date",
				`${header}\nngs,opened,in spring,date,\n`,
				[
					"unknown-measure f.csv 2:5-11 No row of the pack's measures has the measure “opened”. Add it there, or correct the spelling.",
					"bad-value f.csv 2:12-21 “in spring” is no date. Write 2006, 2022-04 or 2022-04-08.",
				],
			],
			[
				"a day to review that is none",
				`${header},review_by\nngs,revenue,1,USD,2025,soon\n`,
				["bad-date f.csv 2:24-28 “soon” is no date. Write the day until which the figure may stand, such as 2026-12-31."],
			],
			[
				"a qualifier that is nothing of the kind",
				`${header},qualifier\nngs,revenue,1,USD,2025,perhaps\n`,
				["bad-qualifier f.csv 2:24-31 “perhaps” is no qualifier. Write approx, min, max or forecast, or nothing."],
			],
			[
				"two rows that disagree",
				`${header}\nngs,revenue,1,USD,2025\nNorthgas,revenue,1.5,USD,2025\n`,
				[
					"rows-disagree f.csv 3:18-21 Row 3 gives 1.5 where row 2 gives 1 for the same subject, measure and period. Correct one, or tell their vintages apart with “known_at”.",
				],
			],
			[
				"figures as the rest of Europe writes them",
				`${header}\nngs,revenue,"33,1",USD,2025\npolar,revenue,1.200.000,USD,2025\n`,
				[
					"bad-value f.csv 2:13-19 “33,1” is no figure. Write digits with a point for decimals, such as 33.0, or a range such as 10..12. → 33.1",
					"bad-value f.csv 3:15-24 “1.200.000” is no figure. Write digits with a point for decimals, such as 33.0, or a range such as 10..12. → 1200000",
				],
			],
			[
				"a row with another separator",
				`${header}\nngs,revenue,2,USD,2025\npolar,revenue,2,USD,2025\nngs,staff,2,person,2025\nngs;revenue;1;USD;2024\n`,
				["broken-table f.csv 5:1-23 Row 5 has “;” between its cells, and the header another separator. Use the same in every row."],
			],
			["two vintages", `${header},known_at\nngs,revenue,1,USD,2025,2026-01-01\nngs,revenue,1.5,USD,2025,2026-02-01\n`, []],
			[
				"a vintage that is no date",
				`${header},known_at\nngs,revenue,1,USD,2025,lately\n`,
				["bad-date f.csv 2:24-30 “lately” is no date. Write the first day on which the figure was public, such as 2026-02-04."],
			],
			[
				"a row to be reviewed",
				`${header},review_by\nngs,revenue,1,USD,2025,2026-02-03\n`,
				["stale f.csv 2:24-34 This figure was to be reviewed by 2026-02-03. Check it against its source and move the date on."],
			],
			["a row to be reviewed today", `${header},review_by\nngs,revenue,1,USD,2025,2026-02-04\n`, []],
			[
				"a qualifier that is misspelt",
				`${header},qualifier\nngs,revenue,1,USD,2025,aprox\n`,
				["bad-qualifier f.csv 2:24-29 “aprox” is no qualifier; did you mean “approx”? → approx"],
			],
			[
				"too many cells",
				`${header}\nngs,revenue,1,000,USD,2025\n`,
				[
					"broken-table f.csv 2:1-27 Row 2 has 6 cells, and the header has 5. A separator inside a cell needs quotation marks around the cell.",
				],
			],
			[
				"too few cells",
				`${header}\nngs,revenue,1\n`,
				[
					"broken-table f.csv 2:1-14 Row 2 has 3 cells, and the header has 5. Fill in what is missing, or complete the row with separators.",
				],
			],
			[
				"a quotation mark that nobody closes",
				`${header}\nngs,revenue,1,USD,2025\n"polar,revenue,1,USD,2025\n`,
				[
					"broken-table f.csv 3:1-26 Row 3 has a quotation mark that is not closed, so where its cells end is unknown. Close it, or double quotation marks inside a cell.",
				],
			],
			["nothing in it", "", ["broken-table f.csv 1:1-1 The table is empty: it has not even a header."]],
		];
		for (const [fault, csv, expected] of cases) it(fault, async () => assert.deepEqual(await inFacts(csv), expected));

		it("a cell of a wide table that says again what another row says", async () => {
			const wide = { subject: "firm", period: "year", values: { sales: { measure: "revenue", unit: "USD" }, heads: { measure: "staff" } } };
			assert.deepEqual(await inFacts("firm,year,sales,heads\nngs,2025,10,3\nngs,2025,11,3\n", wide), [
				"rows-disagree f.csv 3:10-12 Row 3 gives 11 where row 2 gives 10 for the same subject, measure and period. Correct one, or tell their vintages apart with “known_at”.",
				"duplicate-row f.csv 3:13-14 Row 3 says again what row 2 says. Remove one of them.",
			]);
		});

		it("lists fifty of a kind and counts the rest", async () => {
			const found = await inFacts(`${header}\n${"ngs,revenue,x.y,USD,2025\n".repeat(70)}`);
			assert.equal(found.length, 51);
			assert.ok(found.some((problem) => problem.startsWith("too-many-problems f.csv 2:13-16 20 more problems of this kind")));
		});

		it("looks for the unit that was meant while there are not too many", async () => {
			const units = (count: number) => Array.from({ length: count }, (_, i) => `ngs,output,${i},jetty ${i},2025\n`).join("");
			const told = async (count: number) =>
				(await inFacts(`${header}\n${units(count)}ngs,weight,1,kilogrom,2025\n`)).filter((problem) => problem.startsWith("unknown-unit"));
			assert.equal((await told(100)).length, 1);
			assert.deepEqual(await told(300), []);
		});

		it("keeps the other rows", async () => {
			const { store } = await open({
				"datapackage.json": descriptor({ path: "f.csv", plumbline: { role: "facts" } }),
				"f.csv": "subject,measure,value\nA,b,x.y\nA,b,2\n",
			});
			assert.deepEqual(
				(await store.facts([{ subject: "A" }]))[0]?.map(({ value }) => value),
				[2],
			);
		});
	});

	describe("in the other tables", () => {
		const table = (role: string, csv: string) =>
			problems({ "datapackage.json": descriptor({ path: "t.csv", plumbline: { role } }), "t.csv": csv });
		it("an id twice", async () =>
			assert.deepEqual(await table("entities", "id,name\na,Alpha\na,Beta\n"), [
				"duplicate-id t.csv 3:1-2 Row 3 has the id “a”, which an earlier row has already. The earlier one is used; give this one an id of its own or remove it.",
			]));
		it("no name", async () =>
			assert.deepEqual(await table("people", "id,name\na,\n"), [
				"missing-value t.csv 2:3-3 Row 2 has no name: fill it in, or remove the entry.",
			]));
		it("a date that is none", async () =>
			assert.deepEqual(await table("people", "id,name,from\na,Ada Wren,once\n"), [
				"bad-date t.csv 2:12-16 “once” is no date. Write 2021, 2021-07 or 2021-07-05.",
			]));
		it("a measure without label", async () =>
			assert.deepEqual(await table("measures", "id,label,unit\n,,USD\n"), [
				"missing-value t.csv 2:2-2 Row 2 has no label: fill it in, or remove the entry.",
			]));
		it("an entity without name", async () =>
			assert.deepEqual(await table("entities", "id,name,type\n,,place\n"), [
				"missing-value t.csv 2:2-2 Row 2 has no name: fill it in, or remove the entry.",
			]));
		it("a type that is none, and one with a slip; a kind of organisation is one", async () =>
			assert.deepEqual(
				await table(
					"entities",
					"id,name,type\na,Alpha,thingummy\nb,Beta,organistion\nc,Gamma,Company\nd,Delta,hospitals\ne,Eta,organization\n",
				),
				[
					"unknown-type t.csv 2:9-18 “thingummy” is no type of entity that Plumbline knows. Write organisation, person, place, product, work, event.",
					"unknown-type t.csv 3:8-19 “organistion” is no type of entity that Plumbline knows. Write organisation, person, place, product, work, event. → organisation",
				],
			));
		it("a measure twice", async () =>
			assert.deepEqual(await table("measures", "id,label\na,Alpha\na,Beta\n"), [
				"duplicate-id t.csv 3:1-2 Row 3 has the id “a”, which an earlier row has already. The earlier one is used; give this one an id of its own or remove it.",
			]));
		it("a unit with a slip", async () =>
			assert.deepEqual(await table("measures", "id,label,unit\na,Alpha,milion tonnes\n"), [
				"unknown-unit t.csv 2:9-22 “milion tonnes” is no unit that Plumbline knows; did you mean “million tonnes”? → million tonnes",
			]));
		it("neither yes nor no", async () =>
			assert.deepEqual(await table("measures", "id,label,newer_wins\na,Alpha,often\nb,Beta,no\nc,Gamma,yes\n"), [
				"bad-value t.csv 2:9-14 “often” does not say whether a newer figure takes the place of an older one. Write yes or no.",
			]));
		it("a kind with a slip", async () =>
			assert.deepEqual(await table("measures", "id,label,kind\na,Alpha,stok\n"), [
				"bad-value t.csv 2:9-13 “stok” is no kind of measure; did you mean “stock”? → stock",
			]));
		for (const [role, csv, column] of [
			["entities", "key,type\n1,place\n", "name"],
			["measures", "key,unit\n1,USD\n", "label"],
			["people", "key,title\n1,mayor\n", "name"],
		] as const) {
			it(`no column for the ${column} of ${role}`, async () => {
				const found = await problems({
					"datapackage.json": `${HEAD}{ "path": "t.csv", "plumbline": { "role": "${role}" } }] }`,
					"t.csv": csv,
				});
				assert.deepEqual(found, [
					`missing-column datapackage.json 2:20-31 The table has no column “${column}”, and the descriptor does not say what stands for it. Add "${column}" to "plumbline", or such a column to the table.`,
				]);
			});
		}
		it("a kind that is none", async () =>
			assert.deepEqual(await table("measures", "id,label,kind\na,Alpha,sum\n"), [
				"bad-value t.csv 2:9-12 “sum” is no kind of measure. Write stock, flow, event or index, or nothing.",
			]));
		it("a tolerance that is none", async () =>
			assert.deepEqual(await table("measures", "id,label,tolerance\na,Alpha,some\n"), [
				"bad-value t.csv 2:9-13 “some” is no tolerance. Write a share such as 0.01, or 1%.",
			]));
		it("an alias of two subjects", async () => {
			const found = await problems({
				"datapackage.json": descriptor({ path: "f.csv", plumbline: { role: "facts" } }, { path: "e.csv", plumbline: { role: "entities" } }),
				"f.csv": "subject,measure,value\nGeorgia,people,1\n",
				"e.csv": "id,name\nge,Georgia\nus-ga,Georgia\n",
			});
			assert.deepEqual(found, ["unknown-subject f.csv 2:1-8 “Georgia” may be “ge” or “us-ga”. Write the id of the one that is meant."]);
		});
	});

	describe("in the descriptor", () => {
		const cases: [fault: string, json: string, expected: string[]][] = [
			[
				"no JSON",
				`${HEAD}{ "path": "f.csv" "plumbline": { "role": "facts" } }] }`,
				[
					"not-json datapackage.json 2:19-30 The descriptor is not well formed here (comma expected). Mend this line; until then nothing behind it is read.",
				],
			],
			[
				"a key that is misspelt",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "facts", "valeu": "value" } }] }`,
				['unknown-key datapackage.json 2:52-59 Unrecognized key "valeu"; did you mean "value"? → "value"'],
			],
			[
				"a key that is unknown",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "facts", "colour": "red" } }] }`,
				[
					'unknown-key datapackage.json 2:52-60 Unrecognized key "colour": Plumbline knows no such key here. Remove it or correct its spelling.',
				],
			],
			[
				"a key that is misspelt further down",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "facts", "period": {\n"column": "period", "patern": "x" } } }] }`,
				['unknown-key datapackage.json 3:21-29 Unrecognized key "patern"; did you mean "pattern"? → "pattern"'],
			],
			[
				"a role that is none",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "fact" } }] }`,
				[
					'invalid-descriptor datapackage.json 2:43-49 A "role" is one of facts, entities, measures, people and document; did you mean "facts"? → "facts"',
				],
			],
			[
				"a role that is nothing of the kind",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "glossary" } }] }`,
				['invalid-descriptor datapackage.json 2:43-53 A "role" is one of facts, entities, measures, people and document.'],
			],
			[
				"a value of the wrong kind",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "facts", "complete": "yes" } }] }`,
				['invalid-descriptor datapackage.json 2:64-69 "complete" is not as it should be: expected boolean, received string.'],
			],
			[
				"a value that is the same for every row",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "facts", "value": { "is": 1 } } }] }`,
				["invalid-descriptor datapackage.json 2:52-59 A value has to come from a column: name one."],
			],
			[
				"a column that is not there",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "facts", "period": "peroid" } }] }`,
				['unknown-column datapackage.json 2:62-70 The table has no column “peroid”; did you mean “period”? → "period"'],
			],
			[
				"a pattern that no column has",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "facts", "valuesMatching": { "pattern": "^x" } } }] }`,
				["unknown-column datapackage.json 2:83-87 No column's name matches “^x”. The columns are “subject”, “measure”, “value”, “period”."],
			],
			[
				"a pattern that is none",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "facts", "period": { "column": "period", "pattern": "(" } } }] }`,
				["invalid-descriptor datapackage.json 2:95-98 The pattern “(” is no regular expression: missing closing ): `(`."],
			],
			[
				"a path without what is taken from it",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "facts", "known_at": { "fromPath": "_(\\\\d+)" } } }] }`,
				["missing-value datapackage.json 2:78-87 The file's path f.csv does not match “_(\\d+)”, so there is nothing to take from it."],
			],
			[
				"no file",
				`${HEAD}{ "path": "g.csv", "plumbline": { "role": "facts" } }] }`,
				['missing-file datapackage.json 2:11-18 The file “g.csv” can\'t be read: it does not exist. Did you mean “f.csv”? → "f.csv"'],
			],
			[
				"no file, and none with a name like it",
				`${HEAD}{ "path": "data/2025.csv", "plumbline": { "role": "facts" } }] }`,
				[
					"missing-file datapackage.json 2:11-26 The file “data/2025.csv” can't be read: it does not exist. Put it there, or correct the path.",
				],
			],
			[
				"no document",
				`${HEAD}{ "path": "release.md", "plumbline": { "role": "document", "speaker": "Northgas" } }] }`,
				[
					"missing-file datapackage.json 2:11-23 The file “release.md” can't be read: it does not exist. Put it there, or correct the path.",
				],
			],
			[
				"a document of no day",
				`${HEAD}{ "path": "f.csv", "plumbline": { "role": "document", "date": "last week" } }] }`,
				[
					"bad-date datapackage.json 2:63-74 “last week” is no date. Write the day on which the words were said or published, such as 2026-02-04.",
				],
			],
			[
				"no path",
				`${HEAD}{ "name": "g", "plumbline": { "role": "facts" } }] }`,
				['missing-file datapackage.json 2:3-9 This resource names no file. Add its "path".'],
			],
			[
				"an encoding that is none",
				`${HEAD}{ "path": "f.csv", "encoding": "utf-9", "plumbline": { "role": "facts" } }] }`,
				[
					'unknown-encoding datapackage.json 2:32-39 “utf-9” is no encoding that is known here. Write utf-8, windows-1252, iso-8859-1 or another name of the Encoding Standard. → "utf-8"',
				],
			],
			[
				"no licence",
				'{ "name": "desk", "sources": [{}], "resources": [{ "path": "f.csv", "plumbline": { "role": "facts" } }] }',
				[
					'missing-licence datapackage.json 1:3-9 The pack names no licence, so nobody knows whether it may be shared. Add "licenses": [{ "name": "CC-BY-4.0" }] or the one that holds.',
				],
			],
			[
				"no source",
				'{ "name": "desk", "licenses": [{}], "resources": [{ "path": "f.csv", "plumbline": { "role": "facts" } }] }',
				[
					'missing-source datapackage.json 1:3-9 The pack does not say where its figures are from. Add "sources": [{ "title": "…", "path": "https://…" }], or a column “source” to each table.',
				],
			],
			[
				"no resources",
				'{ "name": "desk" }',
				[
					'invalid-descriptor datapackage.json 1:1-2 The descriptor has no list of "resources", so the pack has no tables. Add one for each file.',
				],
			],
			[
				"nothing for Plumbline",
				`${HEAD}{ "path": "f.csv" }] }`,
				[
					'invalid-descriptor datapackage.json 1:54-65 No resource says what it means to Plumbline. Add "plumbline": {"role": "facts", …} to the tables that hold facts.',
				],
			],
			["a list", "[]", ['invalid-descriptor datapackage.json 1:1-2 A descriptor is an object with a list of "resources".']],
		];
		for (const [fault, json, expected] of cases) it(fault, async () => assert.deepEqual(await inDescriptor(json), expected));

		it("a column whose name has a slip, with a descriptor or without", async () => {
			const text = "entity,measures,value\nA,b,1\n";
			const said = "The table has no column “measure”; did you mean it by “measures”? → measure";
			assert.deepEqual(await problems({ "facts.csv": text }), [`missing-column facts.csv 1:8-16 ${said}`]);
			assert.deepEqual(
				await problems({
					"datapackage.json": descriptor({ path: "f.csv", dialect: { headerRows: [2] }, plumbline: { role: "facts" } }),
					"f.csv": `Figures,,\n${text}`,
				}),
				[`missing-column f.csv 2:8-16 ${said}`],
			);
			assert.deepEqual(
				await problems({
					"datapackage.json": descriptor({ path: "f.json", plumbline: { role: "facts" } }),
					"f.json": '[{"subject": "A", "measur": "b", "value": 1}]',
				}),
				["missing-column f.json 1:1-2 The table has no column “measure”; did you mean it by “measur”?"],
			);
		});

		it("a column that a bare table lacks", async () =>
			assert.deepEqual(await problems({ "facts.csv": "town,head count\nA,1\n" }), [
				"missing-column facts.csv 1:1-16 The table has no column “subject”. Add it; its columns are “town”, “head count”.",
				"missing-column facts.csv 1:1-16 The table has no column “value”. Add it; its columns are “town”, “head count”.",
			]));

		it("a bare table that does not say where its figures are from", async () =>
			assert.deepEqual(await problems({ "facts.csv": "subject,measure,value\nAda Lines,fleet,42\n" }), [
				"missing-source facts.csv 1:1-1 The table does not say where its figures are from. Add a column “source”.",
			]));

		it("no source, when each table has a column for it", async () =>
			assert.deepEqual(
				await problems({
					"datapackage.json": '{ "name": "desk", "licenses": [{}], "resources": [{ "path": "f.csv", "plumbline": { "role": "facts" } }] }',
					"f.csv": "subject,measure,value,source\nAda Lines,fleet,42,Harbour office\n",
				}),
				[],
			));

		it("a column that the table lacks and the descriptor does not replace", async () => {
			const found = await problems({
				"datapackage.json": descriptor({ path: "f.csv", plumbline: { role: "facts" } }).replaceAll("\n", ""),
				"f.csv": "country,value\nAruba,1\n",
			});
			assert.deepEqual(
				found.map((problem) => problem.replace(/\d+:\d+-\d+/, "…")),
				["subject", "measure"].map(
					(name) =>
						`missing-column datapackage.json … The table has no column “${name}”, and the descriptor does not say what stands for it. Add "${name}" to "plumbline", or such a column to the table.`,
				),
			);
		});

		it("the same in YAML", async () => {
			const found = await problems({
				"datapackage.yaml":
					"name: desk\nlicenses: [{}]\nsources: [{}]\nresources:\n  - path: f.csv\n    plumbline:\n      role: facts\n      valeu: value\n",
				"f.csv": "subject,measure,value\nA,b,1\n",
			});
			assert.deepEqual(found, ['unknown-key datapackage.yaml 8:7-12 Unrecognized key "valeu"; did you mean "value"? → value']);
		});

		describe("a constant that is wrong, once and not in every row", () => {
			const rows = "firm,sales,heads 2024\nngs,10,3\npolar,11,4\n";
			const told = (plumbline: string) =>
				problems({
					"datapackage.json": `${HEAD}{ "path": "f.csv", "plumbline": { "role": "facts",\n${plumbline} } },
{ "path": "e.csv", "plumbline": { "role": "entities" } }, { "path": "m.csv", "plumbline": { "role": "measures" } }] }`,
					"f.csv": rows,
					"e.csv": "id,name\nngs,Northgas\npolar,Polar Energy\n",
					"m.csv": "id,label,unit\nrevenue,revenue,USD\nstaff,staff,person\n",
				});
			const cases: [what: string, plumbline: string, expected: string[]][] = [
				[
					"a unit",
					'"subject": "firm", "value": "sales", "measure": {"is": "revenue"}, "unit": {"is": "USD bilion"}',
					[
						'unknown-unit datapackage.json 3:83-95 “USD bilion” is no unit that Plumbline knows; did you mean “USD billion”? → "USD billion"',
					],
				],
				[
					"a measure",
					'"subject": "firm", "value": "sales", "measure": {"is": "revenu"}',
					[
						`unknown-measure datapackage.json 3:56-64 No row of the pack's measures has the measure “revenu”; did you mean “revenue”? → "revenue"`,
					],
				],
				[
					"a period",
					'"subject": "firm", "value": "sales", "measure": {"is": "revenue"}, "period": {"is": "last year"}',
					["bad-period datapackage.json 3:85-96 “last year” is no period. Write 2025, 2025-Q4, 2026-02, 2026-02-04 or 2024-07/2025-06."],
				],
				[
					"a vintage and a qualifier of one column",
					'"subject": "firm", "values": {"sales": {"measure": "revenue", "known_at": "May"}, "heads 2024": {"measure": "staff", "qualifier": "aprox"}}',
					[
						"bad-date datapackage.json 3:75-80 “May” is no date. Write the first day on which the figure was public, such as 2026-02-04.",
						'bad-qualifier datapackage.json 3:131-138 “aprox” is no qualifier; did you mean “approx”? → "approx"',
					],
				],
				[
					"a period out of a column's name",
					'"subject": "firm", "valuesMatching": {"pattern": "^(heads) ", "measure": "staff", "period": "$1"}',
					["bad-period datapackage.json 3:93-97 “heads” is no period. Write 2025, 2025-Q4, 2026-02, 2026-02-04 or 2024-07/2025-06."],
				],
			];
			for (const [what, plumbline, expected] of cases) it(what, async () => assert.deepEqual(await told(plumbline), expected));
		});
	});

	describe("among names", () => {
		const inNames = (names: Files, other: Files = {}) =>
			problems({
				"a/datapackage.json": descriptor(
					{ path: "e.csv", plumbline: { role: "entities" } },
					{ path: "m.csv", plumbline: { role: "measures" } },
					{ path: "p.csv", plumbline: { role: "people" } },
				).replace("desk", "a"),
				"a/e.csv": "id,name,partOf\npolar,Polar Energy,\n",
				"a/m.csv": "id,label,confusable_with\nrevenue,revenue,\n",
				"a/p.csv": "name,title,from,to\nAda Wren,chief,2021,2023\n",
				...names,
				...other,
			});
		const elsewhere = (id: string, name: string) => ({
			"b/datapackage.json": descriptor(
				{ path: "e.csv", plumbline: { role: "entities" } },
				{ path: "m.csv", plumbline: { role: "measures" } },
			).replace("desk", "b"),
			"b/e.csv": `id,name\n${id},${name}\n`,
			"b/m.csv": `id,label\n${id},${name}\n`,
		});

		it("nothing", async () => assert.deepEqual(await inNames({}), []));
		it("a role that ends before it begins", async () =>
			assert.deepEqual(await inNames({ "a/p.csv": "name,title,from,to\nAda Wren,chief,2021-04-01,2020\n" }), [
				"bad-date a/p.csv 2:27-31 “2020” is before “2021-04-01”, when this role began. Correct one of them.",
			]));
		it("a role that ends in the year in which it begins", async () =>
			assert.deepEqual(await inNames({ "a/p.csv": "name,title,from,to\nAda Wren,chief,2021-04-01,2021\n" }), []));
		it("a whole with a slip", async () =>
			assert.deepEqual(await inNames({ "a/e.csv": "id,name,partOf\nngs,Northgas,polr\npolar,Polar Energy,\n" }), [
				"unknown-subject a/e.csv 2:14-18 No row of the pack's entities has the id “polr”, which this one is part of; did you mean “polar”? → polar",
			]));
		it("a whole that nobody declares, unless another pack does", async () => {
			const names = { "a/e.csv": "id,name,partOf\nngs,Northgas,Basin Group\nwest,West Gas,Basin Group\n" };
			assert.deepEqual(await inNames(names), [
				"unknown-subject a/e.csv 2:14-25 No row of the pack's entities has the id “Basin Group”, which this one is part of. Add it there, or correct the spelling.",
			]);
			assert.deepEqual(await inNames(names, elsewhere("basin", "Basin Group")), []);
		});
		it("a measure that is easily taken for one that nobody declares, unless another pack does", async () => {
			const names = { "a/m.csv": "id,label,confusable_with\nrevenue,revenue,net-income\n" };
			assert.deepEqual(await inNames(names), [
				"unknown-measure a/m.csv 2:17-27 No row of the pack's measures has the id “net-income”, which this one is easily taken for. Add it there, or correct the spelling.",
			]);
			assert.deepEqual(await inNames(names, elsewhere("net-income", "net income")), []);
		});
	});

	describe("a fix", () => {
		const names = { "e.csv": 'id,name\npolar,"Polar, North"\nngs,Northgas\n' };
		const mend = async (name: string, text: string, plumbline: object = {}) => {
			const { problems } = await open({
				"datapackage.json": descriptor(
					{ path: name, plumbline: { role: "facts", ...plumbline } },
					{ path: "e.csv", plumbline: { role: "entities", id: "name" } },
				),
				[name]: text,
				...names,
			});
			return mended(
				text,
				problems.filter(({ uri }) => uri.endsWith(name)),
			);
		};
		it("is quoted where a table needs it", async () =>
			assert.equal(
				await mend("f.csv", 'subject,measure,value\n"Polr, North",output,1\nNorthgaz,output,2\n'),
				'subject,measure,value\n"Polar, North",output,1\nNorthgas,output,2\n',
			));
		it("stays JSON", async () =>
			assert.equal(
				await mend("f.json", '[{"subject": "Northgaz", "measure": "output", "value": 1}]'),
				'[{"subject": "Northgas", "measure": "output", "value": 1}]',
			));
		it("stays YAML", async () =>
			assert.equal(
				await mend("f.yaml", "- {subject: Northgaz, measure: output, value: 1}\n- subject: 'Polr, North'\n  measure: output\n  value: 2\n"),
				'- {subject: Northgas, measure: output, value: 1}\n- subject: "Polar, North"\n  measure: output\n  value: 2\n',
			));
		it("takes out the lines of a row that is there twice", async () =>
			assert.equal(
				await mend(
					"f.csv",
					'subject,measure,value,note\nNorthgas,output,1,\nNorthgas,output,1,"two\nlines"\nNorthgas,output,1.0,\nNorthgas,staff,2,\n',
				),
				"subject,measure,value,note\nNorthgas,output,1,\nNorthgas,staff,2,\n",
			));
		it("is not offered for a part of a cell", async () => {
			const text = "subject,measure,value\nNorthgaz (NG),output,1\n";
			assert.equal(await mend("f.csv", text, { subject: { column: "subject", pattern: "^(\\w+)" } }), text);
		});
	});

	describe("a table that is no text", () => {
		for (const [name, content, why] of [
			["f.csv.gz", Uint8Array.of(0x1f, 0x8b, 8, 0, 0), "is compressed; unpack it, and name the table in it"],
			["f.csv", new TextEncoder().encode("subject\0measure"), "is no text; save its table as CSV"],
			["f.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), "is a spreadsheet of an old kind; save it as .xlsx or CSV"],
			["f.html", new TextEncoder().encode("\n<!DOCTYPE html>"), "is a page of the web; save its table as CSV"],
		] as const) {
			it(name, async () => {
				const found = await problems({ "datapackage.json": descriptor({ path: name, plumbline: { role: "facts" } }), [name]: content });
				assert.deepEqual(found, [`broken-table ${name} 1:1-1 The file ${why}.`]);
			});
		}
	});

	describe("a path that leaves the pack", () => {
		const cases: [path: string, reason: string][] = [
			["../../etc/passwd", "leaves the pack's folder; move the file into the pack"],
			["data/../../x.csv", "leaves the pack's folder; move the file into the pack"],
			["/etc/passwd", "is an absolute path; name the file relative to the pack's folder"],
			["~/x.csv", "is an absolute path; name the file relative to the pack's folder"],
			["C:/x.csv", "is an absolute Windows path; name the file relative to the pack's folder"],
			["C:\\\\x.csv", "is an absolute Windows path; name the file relative to the pack's folder"],
			["..\\\\x.csv", "has a backslash; part folders with /"],
			["data\\\\x.csv", "has a backslash; part folders with /"],
			["\\\\\\\\server\\\\x.csv", "has a backslash; part folders with /"],
			[
				"https://example.org/x.csv",
				"is an address, and nothing is fetched while checking; download the file into the pack's folder and name that",
			],
		];
		for (const [path, reason] of cases) {
			it(path, async () => {
				const found = await inDescriptor(`${HEAD}{ "path": "${path}", "plumbline": { "role": "facts" } }] }`);
				assert.deepEqual(found, [
					`leaves-pack datapackage.json 2:11-${13 + path.length} The path “${path.replaceAll("\\\\", "\\")}” ${reason}.${path === "data\\\\x.csv" ? ' → "data/x.csv"' : ""}`,
				]);
			});
		}

		it("by a link", async () => {
			const found = await problems(
				{ "datapackage.json": descriptor({ path: "f.csv", plumbline: { role: "facts" } }), "f.csv": "subject,measure,value\nA,b,1\n" },
				{ "f.csv": "mem:/etc/passwd" },
			);
			assert.deepEqual(
				found.map((problem) => problem.replace(/ \d+:\d+-\d+/, "")),
				["leaves-pack datapackage.json The path “f.csv” is a link that leads out of the pack's folder; put the file itself there."],
			);
		});
	});

	it("two packs of one name", async () => {
		const pack = { plumbline: { role: "facts" }, path: "f.csv" };
		const found = await problems({
			"a/datapackage.json": descriptor(pack),
			"b/datapackage.json": descriptor(pack),
			"a/f.csv": "subject,measure,value\nA,b,1\n",
			"b/f.csv": "subject,measure,value\nA,b,1\n",
		});
		assert.deepEqual(found, [
			"same-name b/datapackage.json 1:1-1 Another pack is called “desk” too (mem:/packs/a). Both are used; give one of them a name of its own so that a reader can tell them apart.",
		]);
	});

	describe("a file that can't be read", () => {
		const refusing = (name: string): Host => {
			const host = memoryHost({
				"datapackage.json": descriptor({ path: "f.csv", plumbline: { role: "facts" } }),
				"f.csv": "subject,measure,value\nA,b,1\n",
			});
			const deny = (uri: string) => (uri.endsWith(name) ? Promise.reject(new HostError(uri, phrase("may not be read"))) : undefined);
			return { ...host, read: (uri) => deny(uri) ?? host.read(uri), list: (uri) => deny(uri) ?? host.list(uri) };
		};
		for (const [what, name, expected] of [
			["the descriptor", "datapackage.json", "unreadable datapackage.json 1:1-1 The pack's descriptor can't be read: it may not be read."],
			[
				"a table",
				"f.csv",
				"missing-file datapackage.json 15:12-19 The file “f.csv” can't be read: it may not be read. Mend that, or correct the path.",
			],
			["the folder", "packs", "unreadable mem:/packs 1:1-1 This folder can't be read: it may not be read."],
		] as const) {
			it(what, async () => assert.deepEqual((await openPacks(refusing(name), [ROOT])).problems.map(shown), [expected]));
		}
		it("is told apart from one that is no pack", async () => {
			const host = memoryHost({ "notes.txt": "" });
			assert.deepEqual((await openPacks(host, [`${ROOT}/notes.txt`, `${ROOT}/gone`])).problems.map(shown), [
				"no-pack gone 1:1-1 There is nothing at this place. Name a pack's folder, or a folder that holds packs.",
				"no-pack notes.txt 1:1-1 This file is no pack. Name the folder that holds its datapackage.json.",
			]);
		});
	});

	describe("a lock", () => {
		const table = "subject,measure,value\nA,b,1\n";
		const hash = (text: string) => createHash("sha256").update(text).digest("hex");
		const locked = (resource: object, ...packs: object[]) => {
			const text = descriptor({ path: "f.csv", plumbline: { role: "facts" }, ...resource });
			return {
				"datapackage.json": text,
				"f.csv": table,
				"plumbline.lock.json": JSON.stringify({
					version: 1,
					packs: packs.length > 0 ? packs : [{ name: "desk", path: ".", sha256: hash(text) }],
				}),
			};
		};
		for (const [what, files, expected] of [
			["that vouches for all of it", locked({ hash: `sha256:${hash(table)}` }), []],
			[
				"and a table that has changed",
				locked({ hash: `sha256:${hash(`${table}\n`)}` }),
				[
					"changed f.csv 1:1-1 The file “f.csv” has changed since the pack was locked and is not used. Look at what changed, then run “plumbline pack lock”.",
				],
			],
			[
				"and a table without hash",
				locked({}),
				[
					"unlisted f.csv 1:1-1 The file “f.csv” is not listed with its hash in the locked descriptor and is not used. Look at what changed, then run “plumbline pack lock”.",
				],
			],
			[
				"and a descriptor that has changed",
				locked({}, { name: "desk", path: ".", sha256: hash("") }),
				[
					"changed datapackage.json 1:1-1 The pack “desk” has changed since it was locked and is not used. Look at what changed, then run “plumbline pack lock”.",
				],
			],
			[
				"of other packs",
				locked({}, { name: "other", path: "other", sha256: hash("") }),
				[
					"unlisted datapackage.json 1:1-1 The pack “.” is not listed in plumbline.lock.json and is not used. List it with “plumbline pack lock”.",
				],
			],
			[
				"that is broken",
				{ ...locked({}), "plumbline.lock.json": "{" },
				[
					"unlisted plumbline.lock.json 1:1-1 This lock can't be read, so none of the packs beside it is used. Make it again with “plumbline pack lock”.",
				],
			],
		] as const) {
			it(what, async () =>
				assert.deepEqual(
					(await problems(files)).filter((problem) => !problem.startsWith("missing-")),
					expected,
				),
			);
		}
		const key = Buffer.concat([Buffer.from("Ed"), Buffer.alloc(40)]).toString("base64");
		it("that nobody signed, where signatures are asked for", async () => {
			const { problems } = await openPacks(memoryHost(locked({ hash: `sha256:${hash(table)}` })), [ROOT], { trusted: { Desk: key } });
			assert.deepEqual(problems.map(shown), [
				"unsigned plumbline.lock.json 1:1-1 Nobody vouches for these packs: plumbline.lock.json has no signature. Have it signed with “minisign -S -l -m plumbline.lock.json”.",
			]);
		});
		it("with a signature that is none", async () => {
			const files = { ...locked({ hash: `sha256:${hash(table)}` }), "plumbline.lock.json.minisig": "?" };
			const { problems } = await openPacks(memoryHost(files), [ROOT], { trusted: { Desk: key } });
			assert.deepEqual(problems.map(shown), [
				"bad-signature plumbline.lock.json 1:1-1 plumbline.lock.json has a signature that can't be read; sign it again with “minisign -S -l”. The packs beside it are not used: “desk”.",
			]);
		});
	});

	it("no pack at all", async () => {
		assert.deepEqual(
			(await problems({ "x.txt": "" })).map((problem) => problem.split(" ").slice(1).join(" ")),
			["mem:/packs 1:1-1 No pack is in this folder: neither a datapackage.json nor a facts.csv."],
		);
	});
});
