import assert from "node:assert/strict";
import type { TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { packActions } from "../../server/features/fixes/code-actions.ts";
import { descriptor, open } from "../unit/references/memory-host.ts";

const NAMES = {
	"names.csv": "id,name\nkelm,Kelm Rail\norre,Orre Ferries\n",
	"measures.csv": "id,label,unit,kind\nriders,riders,person,stock\n",
};

/** What is offered on a line of a file, by title, and the file after the first of it. */
async function offered(name: string, text: string, line: number, plumbline: object = { role: "facts" }) {
	const files = {
		"datapackage.json": descriptor(
			{ path: name, plumbline },
			{ path: "names.csv", plumbline: { role: "entities" } },
			{ path: "measures.csv", plumbline: { role: "measures" } },
		),
		...NAMES,
		[name]: text,
	};
	const { problems } = await open(files);
	const uri = `mem:/packs/${name}`;
	const at = { line: line - 1, character: 0 };
	const own = problems.filter((problem) => problem.uri === uri);
	const actions = packActions(uri, own, { start: at, end: at });
	const edits = (actions[0]?.edit?.changes?.[uri] ?? []) as TextEdit[];
	return { titles: actions.map(({ title }) => title), after: TextDocument.applyEdits(TextDocument.create(uri, "", 1, text), edits) };
}

describe("a quick fix in a pack's file", () => {
	const header = "subject,measure,value,unit,period,qualifier";
	for (const [what, name, text, line, title, after] of [
		[
			"a name with a slip",
			"f.csv",
			`${header}\nKelm Rial,riders,1,person,2025,\n`,
			2,
			"Change to “Kelm Rail”",
			`${header}\nKelm Rail,riders,1,person,2025,\n`,
		],
		[
			"a unit with a slip",
			"f.csv",
			`${header}\nkelm,riders,1,milion people,2025,\n`,
			2,
			"Change to “million people”",
			`${header}\nkelm,riders,1,million people,2025,\n`,
		],
		[
			"a qualifier",
			"f.csv",
			`${header}\nkelm,riders,1,person,2025,forcast\n`,
			2,
			"Change to “forecast”",
			`${header}\nkelm,riders,1,person,2025,forecast\n`,
		],
		[
			"a figure",
			"f.csv",
			`${header}\nkelm,riders,"12,5",person,2025,\n`,
			2,
			"Change to “12.5”",
			`${header}\nkelm,riders,12.5,person,2025,\n`,
		],
		["a column", "f.csv", `subject,mesure,value\nkelm,riders,1\n`, 1, "Change to “measure”", `subject,measure,value\nkelm,riders,1\n`],
		[
			"a row that is there twice, the last one of the file",
			"f.csv",
			`${header}\nkelm,riders,1,person,2025,\nkelm,riders,1,person,2025,`,
			3,
			"Remove row 3",
			`${header}\nkelm,riders,1,person,2025,\n`,
		],
		[
			"a name in JSON",
			"f.json",
			'[\n {"subject": "Orre Feries", "measure": "riders", "value": 1}\n]',
			2,
			"Change to “Orre Ferries”",
			'[\n {"subject": "Orre Ferries", "measure": "riders", "value": 1}\n]',
		],
		[
			"a measure in YAML",
			"f.yaml",
			"- subject: kelm\n  measure: ridrs\n  value: 1\n",
			2,
			"Change to “riders”",
			"- subject: kelm\n  measure: riders\n  value: 1\n",
		],
	] as const) {
		it(what, async () => assert.deepEqual(await offered(name, text, line), { titles: [title], after }));
	}

	it("is offered on its own line alone", async () => {
		const text = `${header}\nkelm,riders,1,milion people,2025,\norre,riders,1,person,2025,\n`;
		assert.deepEqual((await offered("f.csv", text, 3)).titles, []);
	});

	it("stands in the descriptor where a constant is wrong", async () => {
		const plumbline = { role: "facts", unit: { is: "milion people" } };
		const text = "subject,measure,value\nkelm,riders,1\n";
		assert.deepEqual((await offered("f.csv", text, 2, plumbline)).titles, []);
		const { problems } = await open({ "datapackage.json": descriptor({ path: "f.csv", plumbline }), "f.csv": text });
		const [problem] = problems.filter(({ fix }) => fix);
		assert.equal(problem?.fix?.newText, '"million people"');
	});
});
