import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { packTar } from "modern-tar";
import { CallError } from "../../../server/node/call-error.ts";
import { packCommand } from "../../../server/node/pack/command.ts";
import { fetchPack } from "../../../server/node/pack/fetch.ts";
import { workbook } from "../references/workbook.ts";

const DESCRIPTOR = `{
  "name": "desk",
  "licenses": [{ "name": "CC0-1.0" }],
  "sources": [{ "title": "The desk" }],
  "resources": [
    { "name": "facts", "path": "facts.csv", "plumbline": { "role": "facts" } }
  ]
}
`;
const FACTS = "subject,measure,value,unit,period\nNorthgas,revenue,33.0,USD billion,2025\nNorthgas,staff,1200,person,2025\n";

describe("pack commands", () => {
	let folder: string;
	beforeEach(() => {
		folder = realpathSync(mkdtempSync(path.join(tmpdir(), "pack-")));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const at = (...parts: string[]) => path.join(folder, ...parts);
	function write(name: string, content: string | Uint8Array): void {
		mkdirSync(path.dirname(at(name)), { recursive: true });
		writeFileSync(at(name), content);
	}
	function writePack(name: string, facts = FACTS): void {
		write(`${name}/datapackage.json`, DESCRIPTOR);
		write(`${name}/facts.csv`, facts);
	}
	async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
		const out: string[] = [];
		const err: string[] = [];
		const code = await packCommand(words, { out: (text) => out.push(text), err: (text) => err.push(text) });
		const here = (lines: string[]) =>
			lines
				.join("")
				.replaceAll(path.relative(process.cwd(), folder) || folder, "…")
				.replaceAll(folder, "…");
		return { code, out: here(out), err: here(err) };
	}
	async function refused(...words: string[]): Promise<string> {
		try {
			await run(...words);
		} catch (error) {
			assert.ok(error instanceof CallError, String(error));
			return error.message.replaceAll(folder, "…");
		}
		return assert.fail("the call should have been refused");
	}

	it("says what it can do, and what was wrong with a call", async () => {
		assert.match((await run("--help")).out, /validate .*[\s\S]*verify /);
		assert.equal(
			await refused(),
			"pack: say what to do: init, validate, build, describe, lock, verify, diff, find, fetch, push, pull or migrate",
		);
		assert.equal(await refused("vlaidate", folder), "pack: unknown command 'vlaidate'\n(Did you mean validate?)");
		assert.equal(await refused("validate", at("nowhere")), "pack: …/nowhere is not there");
	});

	describe("init", () => {
		it("makes a pack that is in order", async () => {
			assert.deepEqual(
				await run("init", at("new"), "--name", "Energy desk", "--title", "Energy", "--licence", "CC0-1.0", "--source", "Annual reports"),
				{
					code: 0,
					out: "…/new/datapackage.json\n…/new/facts.csv\n",
					err: "",
				},
			);
			assert.deepEqual(await run("validate", at("new")), { code: 0, out: "", err: "1 pack, 0 facts, 0 errors, 0 warnings\n" });
			assert.equal(JSON.parse(readFileSync(at("new/datapackage.json"), "utf8")).name, "energy-desk");
		});

		it("asks on a terminal for what no flag says", async () => {
			const asked: string[] = [];
			const answers = ["", "Harbour desk", " ", "Harbour master"];
			const code = await packCommand(["init", at("harbour")], {
				out: () => {},
				err: () => {},
				ask: async (question) => answers[asked.push(question) - 1] ?? assert.fail(question),
			});
			assert.equal(code, 0);
			assert.deepEqual(asked, ["Short name (harbour): ", "Title (harbour): ", "Licence (CC-BY-4.0): ", "Where the figures are from: "]);
			const { name, title, licenses, sources } = JSON.parse(readFileSync(at("harbour/datapackage.json"), "utf8"));
			assert.deepEqual(
				[name, title, licenses, sources],
				["harbour", "Harbour desk", [{ name: "CC-BY-4.0" }], [{ title: "Harbour master" }]],
			);
			const more: string[] = [];
			const ask = async (question: string) => {
				more.push(question);
				return "";
			};
			await packCommand(["init", at("quay"), "--name", "quay", "--title", "Quay", "--licence", "CC0-1.0"], {
				out: () => {},
				err: () => {},
				ask,
			});
			assert.deepEqual(more, ["Where the figures are from: "]);
		});

		it("makes a name of any words, and says why a place will not do", async () => {
			await run("init", at("Bürgerbüro: Zahlen 2025"));
			assert.equal(JSON.parse(readFileSync(at("Bürgerbüro: Zahlen 2025/datapackage.json"), "utf8")).name, "burgerburo-zahlen-2025");
			write("file", "");
			assert.equal(await refused("init", at("file")), "pack init: …/file: it is there already, and no folder");
			assert.equal(await refused("init", at("file/below")), "pack init: …/file/below: a part of its path is no folder");
		});

		it("never writes over a file", async () => {
			writePack("old");
			assert.equal(await refused("init", at("old")), "pack init: …/old/datapackage.json is there already; name another folder");
			assert.equal(readFileSync(at("old/facts.csv"), "utf8"), FACTS);
		});
	});

	describe("validate", () => {
		it("prints each fault in its place and answers 1", async () => {
			writePack("desk", FACTS.replace("33.0", "33x"));
			assert.deepEqual(await run("validate", folder), {
				code: 1,
				out: "…/desk/facts.csv:2:18: error: “33x” is no figure. Write digits with a point for decimals, such as 33.0, or a range such as 10..12.\n",
				err: "1 pack, 1 fact, 1 error, 0 warnings\n",
			});
		});

		it("tells two packs of one name, and reads both", async () => {
			writePack("north");
			writePack("south", FACTS.replaceAll("Northgas", "Southgas"));
			assert.deepEqual(await run("validate", folder), {
				code: 0,
				out: `…/south/datapackage.json:1:1: warning: Another pack is called “desk” too (…/north). Both are used; give one of them a name of its own so that a reader can tell them apart.\n`,
				err: "2 packs, 4 facts, 0 errors, 1 warning\n",
			});
		});

		it("refuses paths that leave the pack, of every kind", async () => {
			for (const path of [
				"../secret.csv",
				"/etc/passwd",
				"C:\\\\secret.csv",
				"\\\\\\\\host\\\\secret.csv",
				"https://example.org/secret.csv",
			]) {
				writePack("desk");
				write("secret.csv", FACTS);
				write("desk/datapackage.json", DESCRIPTOR.replace('"path": "facts.csv"', `"path": "${path}"`));
				const { code, out, err } = await run("validate", at("desk"));
				assert.deepEqual([code, err], [1, "1 pack, 0 facts, 1 error, 0 warnings\n"], path);
				assert.match(out, /^…\/desk\/datapackage\.json:6:32: error: The path “.+” .+\.\n$/);
			}
		});

		it("refuses a link that leads out of the pack", async () => {
			writePack("desk");
			write("secret.csv", FACTS);
			rmSync(at("desk/facts.csv"));
			symlinkSync(at("secret.csv"), at("desk/facts.csv"));
			const { code, out } = await run("validate", at("desk"));
			assert.deepEqual(
				[code, out],
				[
					1,
					"…/desk/datapackage.json:6:32: error: The path “facts.csv” is a link that leads out of the pack's folder; put the file itself there.\n",
				],
			);
		});

		it("reads a row of 10,000 columns and a file cut short", async () => {
			writePack("desk", `${FACTS}${"x,".repeat(9_999)}x\n"Northgas,revenue`);
			const { code, out } = await run("validate", folder);
			assert.equal(code, 1);
			assert.match(out, /facts\.csv:4:1: error: Row 4 has 10000 cells, and the header has 5\./);
			assert.match(out, /facts\.csv:5:1: error: Row 5 has a quotation mark that is not closed/);
		});
	});

	it("tells a fault of a folder by its name, and takes the table of a pack for the pack", async () => {
		const before = process.cwd();
		try {
			process.chdir(folder);
			assert.equal(
				(await run("validate", ".")).out,
				".:1:1: error: No pack is in this folder: neither a datapackage.json nor a facts.csv.\n",
			);
			writePack("desk", FACTS.replace("subject,", "firm,"));
			write("desk/datapackage.json", DESCRIPTOR.replace('"role": "facts"', '"role": "facts", "subject": "firm"'));
			assert.deepEqual(await run("validate", "desk/facts.csv"), { code: 0, out: "", err: "1 pack, 2 facts, 0 errors, 0 warnings\n" });
		} finally {
			process.chdir(before);
		}
	});

	it("describes lists of records inside of records as tables of their own", async () => {
		write(
			"isles.json",
			JSON.stringify([
				{
					name: { official: "Isle of Sark Minor" },
					area: 1200,
					ports: [
						{ name: "Ferrow", cargo: 41.2 },
						{ name: "Saltby", cargo: 3.1 },
					],
				},
				{ name: { official: "Brine" }, area: 300.5, ports: [{ name: "Brinemouth", cargo: 1.25 }] },
			]),
		);
		const { code, out, err } = await run("describe", at("isles.json"));
		assert.equal(code, 0);
		const { resources } = JSON.parse(out) as { resources: { name: string; plumbline: Record<string, unknown> }[] };
		assert.deepEqual(
			resources.map(({ name, plumbline: { subject, values } }) => [name, subject, values]),
			[
				["facts", "name.official", { area: { measure: "area" } }],
				["ports", "ports.name", { "ports.cargo": { measure: "cargo" } }],
			],
		);
		assert.match(err, /^“ports”: No unit is told for “ports\.cargo”\.$/m);
	});

	it("says which command lacks what", async () => {
		assert.equal(await refused("describe"), "pack describe: missing required argument 'file'; see “plumbline pack describe --help”");
		assert.match(await refused("lock", folder, "--form", "x"), /^pack lock: unknown option '--form'/);
	});

	describe("build", () => {
		it("makes the index and says what is in it", async () => {
			writePack("desk");
			assert.deepEqual((await run("build", folder, "--cache", at("cache"))).out, "desk: 2 facts\n");
			assert.equal(readdirSync(at("cache")).length, 1);
		});
	});

	describe("describe", () => {
		const described = async (csv: string, file = "table.csv"): Promise<Record<string, unknown>> => {
			write(file, csv);
			return JSON.parse((await run("describe", at(file))).out).resources[0].plumbline;
		};

		it("takes what a lone column of figures measures from the file's name, and the vintage", async () => {
			const csv = "Port,Year,Value\nVela,2024,12\nVela,2025,13\n";
			const start = { role: "facts", subject: "Port", value: "Value", period: "Year" };
			assert.deepEqual(await described(csv, "population.csv"), { ...start, measure: { is: "population" }, unit: { is: "person" } });
			assert.deepEqual(await described(csv, "cargo_tonnes_2025-06-30.csv"), {
				...start,
				measure: { is: "cargo" },
				unit: { is: "tonnes" },
				known_at: { fromPath: "(\\d{4}-\\d\\d-\\d\\d)" },
			});
			assert.deepEqual(await described(csv, "export-2.csv"), { ...start, measure: { is: "…" }, unit: { is: "…" } });
		});

		it("reads units from the names of columns", async () => {
			const cases: [column: string, measure: string, unit?: string][] = [
				["grant_usd", "grant", "usd"],
				["turnover_trillion", "turnover", "trillion"],
				["Water use per capita (litres)", "water-use-per-capita", "litres"],
				["Emissions per capita per day (kgCO2e) (Survey, 2019)", "emissions-per-capita-per-day", "kg"],
				["Ferry CO2 (Mt)", "ferry-co2", "Mt"],
				["Turnout (%)", "turnout", "percent"],
				["Freight as a share of trade (own sums (2017))", "freight-as-a-share-of-trade", "percent"],
				["% of drivers", "share-of-drivers", "percent"],
				["Turnover (EUR m)", "turnover", "EUR m"],
				["Turnover (£ million)", "turnover", "£ million"],
				["Turnover £m", "turnover", "£m"],
				["Turnover USD bn", "turnover", "USD bn"],
				["Population (in thousands)", "population", "thousands"],
				["Debt (% of GDP)", "debt", "% of GDP"],
				["Grants (£000)", "grants", "£000"],
				["Seen within 18 weeks (%)", "seen-within-18-weeks", "percent"],
				["Seen within 18 weeks", "seen-within-18-weeks"],
				["Won", "won"],
				["Rainy days", "rainy-days", "days"],
				["Customers (m)", "customers", "million"],
				["Length (m)", "length", "m"],
				["Tonnes", "tonnes", "Tonnes"],
				["Life expectancy", "life-expectancy", "years"],
				["Wrecks per billion miles", "wrecks-per-billion-miles"],
			];
			for (const [column, measure, unit] of cases) {
				const { values } = await described(`place,year,"${column}"\nVela,2024,1\nMar,2025,2\n`);
				assert.deepEqual(values, { [column]: { measure, ...(unit && { unit }) } });
			}
		});

		it("reads one measure of several years from names with a point", async () => {
			const { values } = await described("isle,population.2024,population.2025\nTern,1,2\nMarl,3,4\n");
			assert.deepEqual(values, {
				"population.2024": { measure: "population", unit: "person", period: "2024" },
				"population.2025": { measure: "population", unit: "person", period: "2025" },
			});
		});

		it("reads periods from the names of columns when no column has them", async () => {
			const { values } = await described(
				"airline,wrecks_85_99,wrecks_00_14,routes 2019,fares (2001-2005),gate 12,Fare 2024 (£),2023/24 budget (£m),Q3 2025 flights,Staff FY25\nTern,1,2,3,4,5,6,7,8,9\n",
			);
			assert.deepEqual(values, {
				wrecks_85_99: { measure: "wrecks", period: "1985/1999" },
				wrecks_00_14: { measure: "wrecks", period: "2000/2014" },
				"routes 2019": { measure: "routes", period: "2019" },
				"fares (2001-2005)": { measure: "fares", period: "2001/2005" },
				"gate 12": { measure: "gate-12" },
				"Fare 2024 (£)": { measure: "fare", unit: "£", period: "2024" },
				"2023/24 budget (£m)": { measure: "budget", unit: "£m", period: "2023/2024" },
				"Q3 2025 flights": { measure: "flights", period: "2025-Q3" },
				"Staff FY25": { measure: "staff", period: "2025" },
			});
		});

		it("dates of events, and people by their office", async () => {
			write(
				"schools.csv",
				"School,Pupils 2025,Opened,Head,Motto\nOrre Primary,212,1911,Ruth Pallas,Ever on\nTarn Academy,840,1978,Colin van Dray,Read it\nAll,1052,,,\n",
			);
			const { out, err } = await run("describe", at("schools.csv"));
			const [facts, people, ...more] = JSON.parse(out).resources;
			assert.deepEqual(facts.plumbline.values, {
				"Pupils 2025": { measure: "pupils", period: "2025" },
				Opened: { measure: "opened", unit: "date" },
			});
			assert.deepEqual(people, {
				name: "people",
				path: "schools.csv",
				plumbline: { role: "people", name: "Head", title: { is: "head" }, organisation: "School" },
			});
			assert.deepEqual(more, []);
			assert.match(err, /“Head” seems to name people by their office/);
			write("datapackage.json", out.replace('"licenses": []', '"licenses": [{}]').replace('"sources": []', '"sources": [{}]'));
			assert.equal((await run("validate", folder)).err, "1 pack, 5 facts, 0 errors, 0 warnings\n");
		});

		it("takes the year from the file's name when nothing else says when", async () => {
			assert.deepEqual((await described("Port,Calls,Berths\nVela,12,3\nMar,14,5\n", "calls-2025.csv")).period, { is: "2025" });
			assert.equal((await described("Port,Year,Calls\nVela,2024,12\nMar,2024,14\n", "calls-2025.csv")).period, "Year");
		});

		it("takes what columns of years measure from the file's name", async () => {
			const csv = "Department,2023/24,2024/25\nRoads,18.2,17.5\nParks,6.6,6.6\n";
			assert.deepEqual((await described(csv, "budget_gbp.csv")).valuesMatching, {
				pattern: "^(.*\\d{4}.*)$",
				measure: "budget",
				unit: "gbp",
				period: "$1",
			});
		});

		it("what it could not tell is told by validate too, until it is filled in", async () => {
			write("export.csv", "Port,Year,Value\nVela,2024,12\nMar,2025,13\n");
			const { out } = await run("describe", at("export.csv"));
			write("datapackage.json", out);
			assert.equal((await run("find", "13", folder)).out, "");
			assert.match((await run("validate", folder)).out, /“…” stands for what the table does not tell\. Write the measure here\./);
		});

		it("a table of names and codes", async () => {
			assert.deepEqual(
				await described(
					"code,numeric_code,official_name_fr,official_name_en,short name English\nVE,12,Véla,Republic of Vela,Vela\nMA,13,Mare,Kingdom of Mar,Mar\n",
				),
				{ role: "entities", id: "code", name: "official_name_en", aliases: ["short name English"] },
			);
		});

		it("a long table", async () => {
			assert.deepEqual(await described("Country Name,Country Code,Year,Value\nAruba,ABW,1960,54922\nAruba,ABW,1961,55578\n"), {
				role: "facts",
				subject: "Country Name",
				measure: { is: "…" },
				value: "Value",
				unit: { is: "…" },
				period: "Year",
			});
		});

		it("a long table of several measures", async () => {
			assert.deepEqual(
				await described("state,indicator,value,unit,year\nOhio,jobs,12.5,thousand people,2024\nOhio,rate,4.1,percent,2024\n"),
				{
					role: "facts",
					subject: "state",
					measure: "indicator",
					value: "value",
					unit: "unit",
					period: "year",
				},
			);
		});

		it("a table that is wide by measure, with units in its column names", async () => {
			assert.deepEqual(
				await described("airline,date,seats (millions),load %,fleet\nTern Air,2024-01-31,1.2,81,40\nGull,2024-01-31,3.1,79,55\n"),
				{
					role: "facts",
					subject: "airline",
					period: "date",
					values: {
						"seats (millions)": { measure: "seats", unit: "millions" },
						"load %": { measure: "load", unit: "percent" },
						fleet: { measure: "fleet" },
					},
				},
			);
		});

		it("takes for the subject the first column that tells rows apart, and no office", async () => {
			assert.equal((await described("Museum,City,Visitors\nOld Mill,Orre,900\nGasworks,Tarn,700\n")).subject, "Museum");
			assert.equal((await described("Candidate,Party,Votes\nAda Wren,Green,900\nTom Vale,Labour,700\n")).subject, "Candidate");
			assert.equal(
				(
					await described(
						"Artist,Album,Released,Tracks\nAda Lark,Low Tide,2021-03-12,11\nAda Lark,Second Sun,2024-09-06,13\nThe Piers,Lights,2019-05-31,10\n",
					)
				).subject,
				"Album",
			);
			assert.equal((await described("Mayor,Town,Budget (£m)\nAda Wren,Orre,9\nTom Vale,Tarn,7\n")).subject, "Town");
		});

		it("takes for the subject what tells rows apart, and says so when nothing does", async () => {
			const rows = Array.from({ length: 40 }, (_, i) => `Orre,Route ${i},${i}`).join("\n");
			assert.equal((await described(`region,route,riders\n${rows}\n`)).subject, "route");
			write("table.csv", `region,sex,year,riders\n${"Orre,f,2024,1\nOrre,f,2024,2\n".repeat(5)}`);
			const { out, err } = await run("describe", at("table.csv"));
			assert.equal(JSON.parse(out).resources[0].plumbline.subject, "region");
			assert.match(err, /Several rows have the same “region”, “year”: name as “subject” what tells them apart, or keep one row of each\./);
		});

		it("a table of people", async () => {
			assert.deepEqual(await described("First name,Full name,Position,Employer,Since\nAda,Ada Wren,chief engineer,Northgas,2021-07-01\n"), {
				role: "people",
				name: "Full name",
				title: "Position",
				organisation: "Employer",
				from: "Since",
			});
		});

		it("figures with a comma for decimals, under a title", async () => {
			write("table.csv", "Exported in May;;\n;;\nTown;Population;Area (km2)\nOrre;12.300;45,2\nTarn;8.100;12,95\n");
			const { out, err } = await run("describe", at("table.csv"));
			const { dialect, schema, plumbline } = JSON.parse(out).resources[0];
			const number = { type: "number", decimalChar: ",", groupChar: "." };
			assert.deepEqual(dialect, { headerRows: [3] });
			assert.deepEqual(schema.fields, [
				{ name: "Town", type: "string" },
				{ name: "Population", ...number },
				{ name: "Area (km2)", ...number },
			]);
			assert.deepEqual([plumbline.subject, Object.keys(plumbline.values)], ["Town", ["Population", "Area (km2)"]]);
			assert.match(err, /The header seems to stand in row 3[\s\S]*comma for decimals/);
			write("datapackage.json", out.replace('"licenses": []', '"licenses": [{}]').replace('"sources": []', '"sources": [{}]'));
			assert.equal((await run("validate", folder)).err, "1 pack, 4 facts, 0 errors, 0 warnings\n");
			assert.match((await run("find", "12300", folder)).out, /Orre/);
		});

		it("cells that are parted by semicolons, in a table of a few rows with decimal commas", async () => {
			const { values } = await described("Town;Change (%);Area (km2)\nOrre;9,3;45,2\nTarn;-1,7;12,95\n");
			assert.deepEqual(values, { "Change (%)": { measure: "change", unit: "percent" }, "Area (km2)": { measure: "area", unit: "km2" } });
		});

		it("figures in the English way are not taken for others", async () => {
			write("table.csv", 'town,year,people,area\nOrre,2024,"12,300",45.2\nTarn,2024,"8,100","1,012.9"\n');
			assert.equal(JSON.parse((await run("describe", at("table.csv"))).out).resources[0].schema, undefined);
		});

		for (const [name, content] of [
			["towns.json", '[{"town": "Orre", "year": 2024, "population": 12300}, {"town": "Tarn", "year": 2024, "population": 8100}]'],
			["towns.yaml", "towns:\n  - {town: Orre, year: 2024, population: 12300}\n  - {town: Tarn, year: 2024, population: 8100}\n"],
			["towns.csv", "town\tyear\tpopulation\nOrre\t2024\t12300\nTarn\t2024\t8100\n"],
			[
				"towns.xlsx",
				workbook({
					Notes: [["Exported in May"]],
					Towns: [
						["town", "year", "population"],
						["Orre", 2024, 12300],
						["Tarn", 2024, 8100],
					],
				}),
			],
		] as const) {
			it(`${name}, whose descriptor is then in order`, async () => {
				write(name, content);
				const { out } = await run("describe", at(name));
				write("datapackage.json", out.replace('"licenses": []', '"licenses": [{}]').replace('"sources": []', '"sources": [{}]'));
				assert.deepEqual(await run("validate", folder), { code: 0, out: "", err: "1 pack, 2 facts, 0 errors, 0 warnings\n" });
				assert.equal((await run("find", "12300", folder)).out.includes("Orre"), true);
			});
		}

		it("says of what is no table what it is", async () => {
			for (const [name, content, why] of [
				["a.tar.gz", gzipSync("x,y\n1,2\n"), "is compressed; unpack it, and name the table in it"],
				["a.zip", zipSync({ "a.csv": new Uint8Array(3) }), "is a zip archive or a spreadsheet; unpack it, or save it as .xlsx or CSV"],
				["a.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "is a spreadsheet of an old kind; save it as .xlsx or CSV"],
				["a.pdf", "%PDF-1.7\n", "is a PDF; save its table as CSV"],
				["a.bin", "a,b\0\n", "is no text; save its table as CSV"],
				["a.htm", "<!DOCTYPE html>\n<table>", "is a page of the web; save its table as CSV"],
				["a.csv", "", "holds no table: a header is needed, and a row below it, of two cells or more"],
				["b.csv", "just words\nand more\n", "holds no table: a header is needed, and a row below it, of two cells or more"],
				["a.json", '[{"a": 1', "can't be read as a list of records: close brace expected (line 1, column 9)"],
				["b.json", '{"a": 1}', "can't be read as a list of records: it holds no list of records (line 1, column 1)"],
			] as const) {
				write(name, content);
				assert.equal(await refused("describe", at(name)), `pack describe: …/${name} ${why}`);
			}
			write("a.xlsx", "town,year");
			assert.match(await refused("describe", at("a.xlsx")), /a\.xlsx is not read: The spreadsheet can't be read \(.+\)\. Save it as/);
			assert.equal(await refused("describe", folder), "pack describe: … is no file; name a table: CSV, .xlsx, JSON or YAML");
		});

		it("a table that is wide by period", async () => {
			assert.deepEqual(await described("Country,1960,1961,1962\nAruba,1.5,1.6,..\n"), {
				role: "facts",
				subject: "Country",
				valuesMatching: { pattern: "^(\\d{4})$", measure: "…", unit: "…", period: "$1" },
			});
		});
	});

	describe("lock and verify", () => {
		beforeEach(() => writePack("packs/desk"));

		it("vouch for packs as they are, and leave the descriptor as its author wrote it", async () => {
			assert.deepEqual(await run("lock", at("packs")), { code: 0, out: "desk\n", err: "…/packs/plumbline.lock.json lists 1 pack\n" });
			assert.match(
				readFileSync(at("packs/desk/datapackage.json"), "utf8"),
				/^\{\n {2}"name": "desk",\n[\s\S]*"hash": "sha256:[\da-f]{64}"/,
			);
			assert.deepEqual(await run("verify", at("packs")), { code: 0, out: "", err: "1 pack as locked, 0 not\n" });
			assert.equal((await run("validate", at("packs"))).err, "1 pack, 2 facts, 0 errors, 0 warnings\n");
			const locked = readFileSync(at("packs/plumbline.lock.json"), "utf8");
			await run("lock", at("packs"));
			assert.equal(readFileSync(at("packs/plumbline.lock.json"), "utf8"), locked);
		});

		it("refuse a table that changed, by name", async () => {
			await run("lock", at("packs"));
			write("packs/desk/facts.csv", FACTS.replace("33.0", "34.0"));
			const { code, out, err } = await run("verify", at("packs"));
			assert.deepEqual([code, err], [1, "0 packs as locked, 1 not\n"]);
			assert.equal(
				out,
				"…/packs/desk/facts.csv:1:1: error: The file “facts.csv” has changed since the pack was locked and is not used. Look at what changed, then run “plumbline pack lock”.\n",
			);
			assert.match((await run("validate", at("packs"))).err, /^1 pack, 0 facts/);
		});

		it("refuse a descriptor that changed, a pack that is not listed, and miss one that is gone", async () => {
			writePack("packs/other");
			await run("lock", at("packs"));
			write("packs/desk/datapackage.json", `${readFileSync(at("packs/desk/datapackage.json"), "utf8")} `);
			writePack("packs/third");
			rmSync(at("packs/other"), { recursive: true });
			assert.deepEqual((await run("verify", at("packs"))).out.split("\n"), [
				"…/packs/desk/datapackage.json:1:1: error: The pack “desk” has changed since it was locked and is not used. Look at what changed, then run “plumbline pack lock”.",
				"…/packs/third/datapackage.json:1:1: error: The pack “third” is not listed in plumbline.lock.json and is not used. List it with “plumbline pack lock”.",
				"desk is listed and is not there",
				"",
			]);
		});

		it("use nothing when the lock itself is broken", async () => {
			write("packs/plumbline.lock.json", "{");
			assert.match((await run("validate", at("packs"))).err, /^0 packs, 0 facts/);
			assert.deepEqual(await run("verify", at("packs")), {
				code: 1,
				out: "…/packs/plumbline.lock.json:1:1: error: This lock can't be read, so none of the packs beside it is used. Make it again with “plumbline pack lock”.\n",
				err: "0 packs as locked, 1 not\n",
			});
		});
	});

	describe("diff", () => {
		it("says which facts differ, and which verdicts with them", async () => {
			writePack("old");
			writePack("new", FACTS.replace("33.0", "35.0").replace("Northgas,staff,1200,person,2025\n", "Northgas,stores,12,store,2025\n"));
			write("article.md", "Northgas reported revenue of $33.0 billion in 2025.\n");
			const { code, out, err } = await run("diff", at("old"), at("new"), at("article.md"), "--date", "2026-02-04");
			assert.equal(err, "3 of 2 facts differ\n");
			const [changed, gone, come, verdict = ""] = out.split("\n");
			assert.deepEqual(
				[changed, gone, come],
				[
					"~ Northgas, revenue, 2025: $33.0 billion → $35.0 billion",
					"- Northgas, staff, 2025: 1,200 people",
					"+ Northgas, stores, 2025: 12 stores",
				],
			);
			assert.match(verdict, /^…\/article\.md: “\$33\.0 billion” was supported, is contradicted: /);
			assert.equal(code, 1);
		});
	});

	it("diff and find say what is wrong with a call, and which faults stand in the way", async () => {
		writePack("old", FACTS.replace("33.0", "33x"));
		writePack("new");
		write("empty/notes.txt", "");
		write("draft.md", "Northgas has 1,200 staff.");
		const { code, err } = await run("diff", at("old"), at("new"));
		assert.deepEqual(
			[code, err],
			[0, "1 error in …/old, whose rows are not compared: see “plumbline pack validate …/old”\n1 of 2 facts differ\n"],
		);
		assert.match(await refused("diff", at("empty"), at("new")), /^pack diff: no pack is in .*empty$/);
		assert.equal(
			await refused("diff", at("old"), at("new"), at("draft.md"), "--date", "tomorrow"),
			"pack diff: --date tomorrow is not a date like 2026-02-04",
		);
		assert.match(await refused("diff", at("old"), at("new"), at("gone.md")), /gone\.md can't be read/);
		assert.equal(await refused("find", "33", at("empty")), "pack find: no pack is in …/empty; “plumbline pack validate” says why");
		assert.equal(
			await refused("find", "33", "billion", at("new")),
			"pack find: billion is not there; put a figure of several words in quotation marks: “33 billion”",
		);
	});

	describe("find", () => {
		const facts = `${FACTS}Northgas,revenue,30.5,USD billion,2024\nTidal,margin,30.5,percent,2025\n`;
		it("prints the facts nearest to a figure", async () => {
			writePack("desk", facts);
			assert.deepEqual(await run("find", "$32bn", at("desk")), {
				code: 0,
				out: "$33.0 billion  Northgas, revenue, 2025  (desk, facts row 2 · The desk · as of 2025)\n$30.5 billion  Northgas, revenue, 2024  (desk, facts row 4 · The desk · as of 2024)\n",
				err: "",
			});
			assert.match((await run("find", "31", at("desk"), "--unit", "percent")).out, /^30\.5% {2}Tidal, margin, 2025 /);
			assert.match((await run("find", "1000", at("desk"), "--measure", "staff")).out, /^1,200 people {2}Northgas, staff, 2025 .*\n$/);
			assert.match((await run("find", "33 billion", at("desk"), "--period", "2024")).out, /^\$30\.5 billion .*\n$/);
			assert.equal((await run("find", "31", at("desk"), "--limit", "1")).out.split("\n").length, 2);
			assert.deepEqual(await run("find", "31", at("desk"), "--unit", "EUR"), { code: 1, out: "", err: "No fact is like this.\n" });
		});

		it("tells dates of nothing but what may be a year", async () => {
			writePack("desk", `${facts}Northgas,founding,1987-05-02,date,\n`);
			assert.equal((await run("find", "1.5", at("desk"))).out.includes("founding"), false);
			assert.match((await run("find", "1987", at("desk"))).out, /founding/);
			assert.match((await run("find", "1.5", at("desk"), "--unit", "date")).out, /founding/);
		});

		it("says what is wrong with the call", async () => {
			writePack("desk", facts);
			assert.equal(await refused("find", "much", at("desk")), "pack find: “much” is no figure; write 27.03, 42.5 billion or $3m");
			assert.equal(await refused("find", "1", at("desk"), "--measure", "joy"), "pack find: no pack has the measure “joy”");
			assert.equal(
				await refused("find", "1", at("desk"), "--period", "soon"),
				"pack find: “soon” is no period; write 2025, 2025-Q4 or 2026-02-04",
			);
			assert.equal(await refused("find", "1", at("desk"), "--limit", "few"), "pack find: “few” is no number of facts");
		});
	});

	describe("fetch", () => {
		let server: Server;
		let archive: Uint8Array;
		let address: string;
		beforeEach(async () => {
			server = createServer((request, response) => {
				response.writeHead(request.url === "/pack.zip" ? 200 : 404);
				response.end(request.url === "/pack.zip" ? archive : "");
			});
			await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
			address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pack.zip`;
		});
		afterEach(() => server.close());
		const zip = (entries: Record<string, string>) =>
			zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, new TextEncoder().encode(text)])));

		it("unpacks an archive into a new folder and checks it", async () => {
			archive = zip({ "desk-1.0/datapackage.json": DESCRIPTOR, "desk-1.0/facts.csv": FACTS });
			const { code, err } = await run("fetch", address, at("desk"));
			assert.equal(code, 0);
			assert.match(err, /^2 files from .* in …\/desk; vouch for them with “plumbline pack lock/);
			assert.equal(readFileSync(at("desk/facts.csv"), "utf8"), FACTS);
		});

		it("unpacks what git hosts and npm serve, and leaves links out", async () => {
			archive = gzipSync(
				await packTar([
					{ header: { name: "package/", size: 0, type: "directory" } },
					{ header: { name: "package/datapackage.json", size: DESCRIPTOR.length }, body: DESCRIPTOR },
					{ header: { name: "package/facts.csv", size: FACTS.length, type: "file" }, body: FACTS },
					{ header: { name: "package/passwords.csv", size: 0, type: "symlink", linkname: "/etc/passwd" } },
					{ header: { name: "package/again.csv", size: 0, type: "link", linkname: "package/facts.csv" } },
				]),
			);
			const { code, err } = await run("fetch", address, at("desk"));
			assert.equal(code, 0);
			assert.match(err, /^left out, since it is a link or no file: package\/passwords\.csv, package\/again\.csv\n2 files from /);
			assert.equal(readFileSync(at("desk/facts.csv"), "utf8"), FACTS);
			assert.deepEqual(readdirSync(at("desk")).sort(), ["datapackage.json", "facts.csv"]);
		});

		it("unpacks a tar that is not compressed, with paths that begin here", async () => {
			archive = await packTar([{ header: { name: "./facts.csv", size: FACTS.length }, body: FACTS }]);
			await run("fetch", address, at("desk"));
			assert.deepEqual(readdirSync(at("desk")), ["facts.csv"]);
		});

		it("refuses a tar as it refuses a zip", async () => {
			const tar = async (name: string, type: "file" | "symlink" = "file") =>
				gzipSync(
					await packTar([
						{ header: { name: "facts.csv", size: 100_000 }, body: "x".repeat(100_000) },
						{ header: { name, size: 0, type, linkname: "facts.csv" } },
					]),
				);
			const silent = { out: () => {}, err: () => {} };
			const limits = { archive: 1e9, unpacked: 1e9, files: 10 };
			for (const name of ["../evil.txt", "/evil.txt", "C:/evil.txt", "a/../../evil.txt", "..\\evil.txt"])
				for (const type of ["file", "symlink"] as const) {
					archive = await tar(name, type);
					await assert.rejects(fetchPack(address, at("desk"), silent, limits), {
						message: `pack fetch: the archive is refused: it holds the path ${name}, which leads out of its folder`,
					});
				}
			archive = await tar("b.csv");
			await assert.rejects(
				fetchPack(address, at("desk"), silent, { ...limits, unpacked: 99_999 }),
				/refused: it unpacks to more than 99999 bytes/,
			);
			await assert.rejects(fetchPack(address, at("desk"), silent, { ...limits, files: 1 }), /refused: it holds more than 1 files/);
			archive = archive.subarray(0, 60);
			await assert.rejects(fetchPack(address, at("desk"), silent, limits), /can't be unpacked \(unexpected end of file\)/);
			archive = gzipSync("facts");
			await assert.rejects(fetchPack(address, at("desk"), silent, limits), /can't be unpacked/);
			archive = await packTar([{ header: { name: "a/", size: 0, type: "directory" } }]);
			await assert.rejects(fetchPack(address, at("desk"), silent, limits), /the archive holds no files/);
			archive = await packTar([
				{ header: { name: "a", size: 1 }, body: "x" },
				{ header: { name: "a/b", size: 1 }, body: "x" },
			]);
			await assert.rejects(fetchPack(address, at("desk"), silent, limits), /can't be unpacked \(E/);
			assert.deepEqual(readdirSync(folder), []);
		});

		it("stops a stream of noughts at the limit, whatever it would unpack to", async () => {
			archive = gzipSync(new Uint8Array(64 * 1024 * 1024));
			assert.ok(archive.length < 100_000);
			const before = process.memoryUsage.rss();
			const limits = { archive: 1e9, unpacked: 1_000_000, files: 10 };
			await assert.rejects(
				fetchPack(address, at("desk"), { out: () => {}, err: () => {} }, limits),
				/unpacks to more than 1000000 bytes|can't be unpacked/,
			);
			assert.ok(process.memoryUsage.rss() - before < 48e6, "it is not unpacked whole");
		});

		for (const name of ["../evil.txt", "/evil.txt", "C:/evil.txt", "a/../../evil.txt", "..\\evil.txt"]) {
			it(`writes nothing when the archive holds ${name}`, async () => {
				archive = zip({ "datapackage.json": DESCRIPTOR, [name]: "x" });
				assert.equal(
					await refused("fetch", address, at("desk")),
					`pack fetch: the archive is refused: it holds the path ${name}, which leads out of its folder`,
				);
				assert.deepEqual(readdirSync(folder), []);
			});
		}

		it("writes nothing when the archive is too large, in bytes, unpacked or in files", async () => {
			archive = zip({ "facts.csv": "x".repeat(100_000), "b.csv": "" });
			const silent = { out: () => {}, err: () => {} };
			for (const [limits, message] of [
				[{ archive: 10, unpacked: 1e9, files: 10 }, /the archive is larger than 10 bytes/],
				[{ archive: 1e9, unpacked: 99_999, files: 10 }, /it unpacks to more than 99999 bytes/],
				[{ archive: 1e9, unpacked: 1e9, files: 1 }, /it holds more than 1 files/],
			] as const) {
				await assert.rejects(fetchPack(address, at("desk"), silent, limits), message);
			}
			assert.deepEqual(readdirSync(folder), []);
		});

		it("refuses what is not https, not there, or no archive", async () => {
			assert.equal(
				await refused("fetch", "http://example.org/pack.zip", at("desk")),
				"pack fetch: http://example.org/pack.zip is not an https address",
			);
			assert.equal(await refused("fetch", "file:///etc/passwd", at("desk")), "pack fetch: file:///etc/passwd is not an https address");
			assert.match(await refused("fetch", address.replace("pack.zip", "none"), at("desk")), /answers 404 Not Found$/);
			archive = new TextEncoder().encode("not an archive");
			assert.match(await refused("fetch", address, at("desk")), /the archive can't be unpacked/);
			mkdirSync(at("desk"));
			assert.equal(await refused("fetch", address, at("desk")), "pack fetch: …/desk is there already; name a new folder");
		});
	});
});
