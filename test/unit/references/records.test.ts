import assert from "node:assert/strict";
import { descriptor, type Files, open } from "./memory-host.ts";

const FACTS = { role: "facts", measure: { is: "output" } };

function opened(name: string, text: string, plumbline: object = FACTS, more: Files = {}) {
	return open({ "datapackage.json": descriptor({ path: name, plumbline }), [name]: text, ...more });
}

/** The faults of one file as `code line:column-end message`, from 1. */
async function faults(name: string, text: string, plumbline: object = FACTS): Promise<string[]> {
	const { problems } = await opened(name, text, plumbline);
	return problems.map(({ code, line, column, endColumn, message }) => `${code} ${line + 1}:${column + 1}-${endColumn + 1} ${message}`);
}

describe("references: records", () => {
	for (const [written, printed, decimals] of [
		["33.0", "33.0", 1],
		["33.00", "33.00", 2],
		["33", "33", 0],
		['"33.50"', "33.50", 2],
		["1.20e3", "1.20e3", 0],
		["-0.10", "-0.10", 2],
	] as const) {
		for (const [name, text] of [
			["f.json", `[{"subject": "Tidal", "value": ${written}}]`],
			["f.yaml", `- subject: Tidal\n  value: ${written}\n`],
		] as const) {
			it(`keep the decimals of ${written} in ${name}`, async () => {
				const [[fact] = []] = await (await opened(name, text)).store.facts([{ subject: "Tidal" }]);
				assert.deepEqual([fact?.printed, fact?.decimals], [printed, decimals]);
			});
		}
	}

	it("read the other ways that YAML writes numbers as what they are", async () => {
		const { store } = await opened(
			"f.yaml",
			"- {subject: Tidal, value: 0x20, period: 2025}\n- {subject: Tidal, value: .5, period: 2024}\n",
		);
		assert.deepEqual(
			(await store.facts([{ subject: "Tidal" }]))[0]?.map(({ value }) => value),
			[32, 0.5],
		);
	});

	const figure = "is no figure. Write digits with a point for decimals, such as 33.0, or a range such as 10..12.";
	const cases: [fault: string, name: string, text: string, expected: string[]][] = [
		["a value in JSON", "f.json", '[\n  {\n    "subject": "A",\n    "value": "x.y"\n  }\n]', [`bad-value 4:14-19 “x.y” ${figure}`]],
		["a value in YAML", "f.yaml", "data:\n  - subject: A\n    value: x.y\n", [`bad-value 3:12-15 “x.y” ${figure}`]],
		[
			"no value, where the record begins",
			"f.json",
			'[{"subject": "A", "value": 1},\n {"subject": "B"}]',
			["missing-value 2:2-3 The record on line 2 has no value. Fill it in, or remove the entry."],
		],
		[
			"a list that is none",
			"f.json",
			'{"a": 1}',
			["broken-table 1:1-2 The file can't be read as a list of records (it holds no list of records)."],
		],
		[
			"JSON that is broken off",
			"f.json",
			'[{"subject": "A",\n  "value": 1},\n {"subject": ',
			["broken-table 3:14-14 The file can't be read as a list of records (value expected)."],
		],
		[
			"JSON with a comma too few",
			"f.json",
			'[\n {"subject": "A" "value": 1}]',
			["broken-table 2:18-25 The file can't be read as a list of records (comma expected)."],
		],
		[
			"YAML with a bracket that nobody closes",
			"f.yaml",
			"- subject: A\n- [1, 2\n",
			[
				"broken-table 3:1-2 The file can't be read as a list of records (Flow sequence in block collection must be sufficiently indented and end with a ]).",
			],
		],
		[
			"brackets without end",
			"f.json",
			`[\n${"[".repeat(5000)}`,
			["broken-table 2:200-201 The file can't be read as a list of records (more than 200 brackets within each other)."],
		],
	];
	for (const [fault, name, text, expected] of cases) it(`tell ${fault}`, async () => assert.deepEqual(await faults(name, text), expected));

	it("tell a fault in a list inside of a record where it stands there", async () => {
		const terms = { role: "facts", subject: "name.full", measure: { is: "seats" }, value: "terms.seats", period: "terms.start" };
		const text = `- name: {full: Assembly of Orre}
  terms:
    - {start: 1994, seats: 40}
    - {start: then, seats: 41}
- name: {full: Senate of Orre}
  terms:
    - {start: 1998,
       seats: few}
`;
		assert.deepEqual(await faults("f.yaml", text, terms), [
			"bad-period 4:15-19 “then” is no period. Write 2025, 2025-Q4, 2026-02, 2026-02-04 or 2024-07/2025-06.",
			`bad-value 8:15-18 “few” ${figure}`,
		]);
		const { store } = await opened("f.yaml", text, terms);
		assert.deepEqual(
			(await store.row("mem:/packs/f.yaml", 3)).facts.map(({ printed }) => printed),
			["40"],
		);
	});

	it("tell a name that a table of records says twice", async () => {
		assert.deepEqual(await faults("e.yaml", "- id: a\n  name: Alder\n- id: a\n  name: Birch\n", { role: "entities" }), [
			"duplicate-id 3:7-8 The record on line 3 has the id “a”, which an earlier row has already. The earlier one is used; give this one an id of its own or remove it.",
		]);
	});

	it("know the lines of names too", async () => {
		const { store } = await opened("e.yaml", "- id: a\n  name: Alder\n\n- id: b\n  name: Birch\n", { role: "entities" });
		const [birch] = await store.search("birch", ["entity"], 9);
		assert.deepEqual([birch?.row, birch?.lines], [3, [4, 5]]);
		assert.deepEqual(
			(await store.row("mem:/packs/e.yaml", 5)).declared.map(({ name }) => name),
			["Birch"],
		);
	});
});
