import assert from "node:assert/strict";
import type { PackProblem } from "../../../server/references/packs.ts";
import { descriptor, type Files, open } from "./memory-host.ts";

/** A problem as `code file line:column-end message`, lines and columns from 1; its fix behind an arrow. */
function shown({ code, uri, line, column, endColumn, message, fix }: PackProblem): string {
	return `${code} ${uri.replace("mem:/packs/", "")} ${line + 1}:${column + 1}-${endColumn + 1} ${message}${fix ? ` → ${fix.newText}` : ""}`;
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
				[
					"unknown-unit f.csv 2:15-25 “USD bilion” is no unit that Plumbline knows; did you mean “USD billion”? → USD billion",
					"unit-mismatch f.csv 2:15-25 “revenue” is measured in USD, and this row gives USD bilion. Correct the one or the other.",
				],
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
				["missing-value f.csv 2:13-13 Row 2 has no value. Fill it in, or remove the row."],
			],
			[
				"a row twice",
				`${header}\nngs,revenue,1,USD,2025\n\nNG,revenue,1.0,USD,2025\n`,
				["duplicate-row f.csv 4:1-24 Row 4 says again what row 2 says. Remove one of them."],
			],
			[
				"two rows that disagree",
				`${header}\nngs,revenue,1,USD,2025\nNorthgas,revenue,1.5,USD,2025\n`,
				[
					"rows-disagree f.csv 3:18-21 Row 3 gives 1.5 where row 2 gives 1 for the same subject, measure and period. Correct one, or tell their vintages apart with “known_at”.",
				],
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
				"missing-value t.csv 2:3-3 Row 2 has no name: fill it in, or remove the row.",
			]));
		it("a date that is none", async () =>
			assert.deepEqual(await table("people", "id,name,from\na,Ada Wren,once\n"), [
				"bad-date t.csv 2:12-16 “once” is no date. Write 2021, 2021-07 or 2021-07-05.",
			]));
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
				['invalid-descriptor datapackage.json 2:43-49 A "role" is one of facts, entities, measures, people and document.'],
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
				["missing-file datapackage.json 2:11-18 The file “g.csv” can't be read: it does not exist. Put it there, or correct the path."],
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
					"unknown-encoding datapackage.json 2:32-39 “utf-9” is no encoding that is known here. Write utf-8, windows-1252, iso-8859-1 or another name of the Encoding Standard.",
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
			assert.deepEqual(found, ['unknown-key datapackage.yaml 8:7-12 Unrecognized key "valeu"; did you mean "value"? → "value"']);
		});
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
					`leaves-pack datapackage.json 2:11-${13 + path.length} The path “${path.replaceAll("\\\\", "\\")}” ${reason}.`,
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

	it("no pack at all", async () => {
		assert.deepEqual(
			(await problems({ "x.txt": "" })).map((problem) => problem.split(" ").slice(1).join(" ")),
			["mem:/packs 1:1-1 No pack is in this folder: neither a datapackage.json nor a facts.csv."],
		);
	});
});
