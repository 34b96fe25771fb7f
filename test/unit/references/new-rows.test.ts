import assert from "node:assert/strict";
import { inEnglish } from "../../../server/language/phrase.ts";
import { appendedRow, factTables } from "../../../server/references/pack/fact-tables.ts";
import { openPacks } from "../../../server/references/packs.ts";
import { descriptor, type Files, memoryHost, ROOT } from "./memory-host.ts";

const FULL = "subject,measure,value,unit,period,source\n";
const LENGTH = { subject: "Vela", measure: "length", value: "4.2", unit: "mile", period: "2025", source: "Port office" };

/** The one table of a pack that is made of these files. */
async function tableIn(files: Files) {
	const tables = await factTables(memoryHost(files), [ROOT]);
	assert.equal(tables.length, 1);
	return tables[0] as (typeof tables)[number];
}

async function appended(files: Files, text: string, row: Parameters<typeof appendedRow>[2] = LENGTH) {
	const made = appendedRow(text, await tableIn(files), row);
	return "english" in made ? inEnglish(made) : made.newText;
}

describe("references: a new row", () => {
	const bare = (text: string) => ({ "facts.csv": text });

	it("has its cells in the order of the table's columns", async () => {
		assert.equal(await appended(bare(FULL), FULL), "Vela,length,4.2,mile,2025,Port office\n");
		const turned = "source;note;value;unit;measure;subject;period\n";
		assert.equal(await appended(bare(turned), turned), "Port office;;4.2;mile;length;Vela;2025\n");
	});
	it("is quoted where it must be", async () => {
		const row = { ...LENGTH, subject: "Vela, Ltd.", source: 'The "Tide" report' };
		assert.equal(await appended(bare(FULL), FULL, row), '"Vela, Ltd.",length,4.2,mile,2025,"The ""Tide"" report"\n');
	});
	it("stands on one line, whatever was pasted", async () =>
		assert.equal(await appended(bare(FULL), FULL, { ...LENGTH, source: " Port\r\noffice " }), "Vela,length,4.2,mile,2025,Port office\n"));
	it("goes behind a last row without an end of its line", async () =>
		assert.equal(await appended(bare(FULL), `${FULL}Vela,width,2,mile,,Log`), "\nVela,length,4.2,mile,2025,Port office\n"));
	it("ends its line as the others do", async () => {
		const text = FULL.replace("\n", "\r\n");
		assert.equal(await appended(bare(text), text), "Vela,length,4.2,mile,2025,Port office\r\n");
	});
	it("is written as the descriptor says that the table is", async () => {
		const text = "subject|measure|value|unit|period|source\n";
		const files = {
			"datapackage.json": descriptor({
				name: "facts",
				path: "lengths.csv",
				dialect: { delimiter: "|", quoteChar: "'" },
				plumbline: { role: "facts" },
			}),
			"lengths.csv": text,
		};
		assert.equal(await appended(files, text, { ...LENGTH, source: "a|b 'c'" }), "Vela|length|4.2|mile|2025|'a|b ''c'''\n");
	});
	it("goes into the columns that the descriptor names", async () => {
		const text = "who,what,how much,in,when,whence\n";
		const mapping = { role: "facts", subject: "who", measure: "what", value: "how much", unit: "in", period: "when", source: "whence" };
		const files = { "datapackage.json": descriptor({ name: "facts", path: "t.csv", plumbline: mapping }), "t.csv": text };
		assert.equal(await appended(files, text), "Vela,length,4.2,mile,2025,Port office\n");
	});
	it("is read again as what it says", async () => {
		const row = { ...LENGTH, subject: 'The "Vela", Ltd.' };
		const made = appendedRow(FULL, await tableIn(bare(FULL)), row);
		assert.ok(!("english" in made));
		assert.equal(made.row, 2);
		const { store, problems } = await openPacks(memoryHost(bare(FULL + made.newText)), [ROOT]);
		const [[fact] = []] = await store.facts([{ subject: row.subject }]);
		assert.deepEqual([fact?.row, fact?.measure, fact?.value, fact?.unit, fact?.source], [2, "length", 4.2, "mile", "Port office"]);
		assert.deepEqual(problems, []);
	});
	it("is not written behind a quotation mark that nobody closes", async () =>
		assert.match(await appended(bare(FULL), `${FULL}"Vela,width,2,mile,,Log\n`), /^has a quotation mark in row 2 that is not closed$/));

	for (const [why, files, refusal] of [
		["without a column for the source", { "facts.csv": "subject,measure,value,unit,period\n" }, /^has no column for the source$/],
		["that is empty", { "facts.csv": "" }, /^is empty$/],
		["in another encoding", { "facts.csv": Uint8Array.from([...Buffer.from(FULL), 0xe9, 0x0a]) }, /^is not UTF-8$/],
		[
			"of a lock that says where it was fetched from",
			{
				"facts.csv": FULL,
				"plumbline.lock.json": JSON.stringify({
					version: 1,
					packs: [{ name: "x", path: ".", sha256: "0", from: "https://packs.example/x.zip" }],
				}),
			},
			/^was fetched from https:\/\/packs\.example\/x\.zip$/,
		],
		[
			"with a column a year",
			{
				"datapackage.json": descriptor({
					name: "gdp",
					path: "gdp.csv",
					plumbline: { role: "facts", subject: "Country", valuesMatching: { pattern: "^(\\d{4})$", measure: "gdp", period: "$1" } },
				}),
				"gdp.csv": "Country,2024,2025\n",
			},
			/^has several figures in a row$/,
		],
		[
			"of records",
			{ "datapackage.json": descriptor({ name: "f", path: "f.json", plumbline: { role: "facts" } }), "f.json": "[]" },
			/^is a list of records, not a table$/,
		],
	] as const)
		it(`is refused by a table ${why}`, async () => assert.match(inEnglish((await tableIn(files)).refusal ?? ""), refusal));

	it("is refused by a package that is installed", async () => {
		const [table] = await factTables(memoryHost({ "node_modules/ports/facts.csv": FULL }), [`${ROOT}/node_modules/ports`]);
		assert.equal(inEnglish(table?.refusal ?? ""), "belongs to an installed package");
	});
	it("makes a locked pack one to be locked again", async () => {
		const lock = JSON.stringify({ version: 1, packs: [{ name: "x", path: ".", sha256: "0" }] });
		const table = await tableIn({ "facts.csv": FULL, "plumbline.lock.json": lock });
		assert.deepEqual([table.locked, table.refusal], [true, undefined]);
	});
});
