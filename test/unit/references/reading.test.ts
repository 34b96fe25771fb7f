import assert from "node:assert/strict";
import type { Fact } from "../../../server/references/fact.ts";
import { descriptor, open, openFacts } from "./memory-host.ts";

/** The facts of a subject as `measure value unit period`. */
async function facts(opened: Awaited<ReturnType<typeof open>>, subject: string): Promise<string[]> {
	assert.deepEqual(
		opened.problems.map(({ message }) => message),
		[],
	);
	const [found = []] = await opened.store.facts([{ subject }]);
	return found.map(({ measure, value, unit, period }: Fact) =>
		[measure, value, unit, period].filter((part) => part !== undefined).join(" "),
	);
}

describe("references: reading packs", () => {
	it("reads the columns of a facts table", async () => {
		const { store, problems } = await openFacts(
			"subject,measure,value,unit,period,known_at,qualifier,source,locator,verified_by,verified_on,review_by,note,desk\n" +
				"Northgas,revenue,33.0,USD billion,2025-Q3,2025-10-30,approx,https://north.example/q3,p. 4,Ann,2026-02-01,2026-12-31,Restated,Energy\n",
		);
		assert.deepEqual(problems, []);
		assert.deepEqual((await store.facts([{ subject: "Northgas" }]))[0], [
			{
				pack: "desk",
				resource: "facts",
				row: 2,
				uri: "mem:/packs/facts.csv",
				subject: "Northgas",
				measure: "revenue",
				value: 33e9,
				printed: "33.0",
				decimals: 1,
				scale: 1e9,
				unit: "USD",
				period: "2025-Q3",
				knownAt: "2025-10-30",
				qualifier: "approx",
				source: "https://north.example/q3",
				locator: "p. 4",
				note: "Restated",
				reviewBy: "2026-12-31",
				verifiedBy: "Ann",
				verifiedOn: "2026-02-01",
			},
		]);
	});

	it("takes a folder with nothing but facts.csv for a pack, and entity for subject", async () => {
		const opened = await open({ "notes/facts.csv": "entity,measure,value,unit,source\nNorthgas,stores,12,store,Ann\n" });
		assert.deepEqual(await facts(opened, "Northgas"), ["stores 12 store"]);
		assert.equal(opened.store.packs[0]?.name, "notes");
	});

	it("finds packs below a folder however deep, and none inside a pack", async () => {
		const table = "subject,measure,value,source\nNorthgas,stores,12,Ann\n";
		const { store } = await open({
			"a/b/facts.csv": table,
			"c/facts.csv": table,
			"c/old/facts.csv": table,
			".git/facts.csv": table,
			"node_modules/x/facts.csv": table,
		});
		assert.deepEqual(
			store.packs.map(({ name }) => name),
			["b", "c"],
		);
	});

	it("finds packs with a descriptor beside a bare table, which would hide a whole newsroom's", async () => {
		const { store } = await open({
			"facts.csv": "subject,measure,value,source\nNorthgas,stores,12,Ann\n",
			"energy/datapackage.json": '{ "name": "energy", "resources": [] }',
			"old/facts.csv": "subject,measure,value,source\nNorthgas,stores,11,Ann\n",
		});
		assert.deepEqual(
			store.packs.map(({ name }) => name),
			["packs", "energy"],
		);
	});

	it("reads a long table with constants", async () => {
		const opened = await openFacts("Country Name,Year,Value\nAruba,2011,102053\n", {
			subject: "Country Name",
			measure: { is: "population" },
			value: "Value",
			unit: { is: "person" },
			period: "Year",
		});
		assert.deepEqual(await facts(opened, "Aruba"), ["population 102053 person 2011"]);
	});

	it("reads a table that is wide by measure", async () => {
		const opened = await openFacts("ticker,date,close,volume\nNGS,2026-02-04,27.03,1200\n", {
			subject: "ticker",
			period: "date",
			values: { close: { measure: "share-price", unit: "USD" }, volume: { measure: "volume", unit: "thousand shares" } },
		});
		assert.deepEqual(await facts(opened, "NGS"), ["share-price 27.03 USD 2026-02-04", "volume 1200000 share 2026-02-04"]);
	});

	it("takes period, vintage, qualifier and note of each column of a wide table", async () => {
		const { store, problems } = await openFacts("town,trees 2024,trees 2025\nOrre,1200,1250\n", {
			subject: "town",
			values: {
				"trees 2024": { measure: "trees", unit: "tree", period: "2024", known_at: "2025-02-01" },
				"trees 2025": { measure: "trees", unit: "tree", period: "2025", qualifier: "forecast", note: "By the forester" },
			},
		});
		assert.deepEqual(problems, []);
		assert.deepEqual(
			(await store.facts([{ subject: "Orre" }]))[0]?.map(({ value, period, knownAt, qualifier, note }) => [
				value,
				period,
				knownAt,
				qualifier,
				note,
			]),
			[
				[1200, "2024", "2025-02-01", undefined, undefined],
				[1250, "2025", undefined, "forecast", "By the forester"],
			],
		);
	});

	for (const qualifier of ["approx", "min", "max", "forecast"]) {
		it(`reads the qualifier ${qualifier}`, async () => {
			const { store, problems } = await openFacts(`subject,measure,value,qualifier\nOrre,trees,1200,${qualifier}\n`);
			assert.deepEqual([problems, (await store.facts([{ subject: "Orre" }]))[0]?.[0]?.qualifier], [[], qualifier]);
		});
	}

	it("reads every role from records, with lists of names", async () => {
		const { store, problems } = await open({
			"datapackage.json": descriptor(
				{ path: "f.json", plumbline: { role: "facts", subject: "town.id", measure: "what", value: "figure.value", unit: "figure.unit" } },
				{ path: "e.yaml", plumbline: { role: "entities", id: "id", name: "name.short", aliases: ["name.long", "also"] } },
				{ path: "m.json", plumbline: { role: "measures" } },
				{ path: "p.yaml", plumbline: { role: "people", title: "posts.title", from: "posts.from", to: "posts.to" } },
			),
			"f.json": '{"rows": [{"town": {"id": "orre"}, "what": "woods", "figure": {"value": 12.50, "unit": "square kilometres"}}]}',
			"e.yaml": "- id: orre\n  name: {short: Orre, long: Town of Orre}\n  also: [Orrestead, Old Orre]\n",
			"m.json": '[{"id": "woods", "label": "woodland", "aliases": ["woods", "forest"], "newer_wins": true}]',
			"p.yaml": "- name: Ada Wren\n  posts:\n    - {title: mayor, from: 2019, to: 2023}\n    - {title: forester, from: 2023-07}\n",
		});
		assert.deepEqual(problems, []);
		const [[fact] = []] = await store.facts([{ subject: "orre" }]);
		assert.deepEqual([fact?.printed, fact?.unit, fact?.measure], ["12.50", "square kilometre", "woods"]);
		assert.deepEqual((await store.entities(["orre"]))[0]?.aliases, ["Town of Orre", "Orrestead", "Old Orre"]);
		const [measure] = await store.measures(["woods"]);
		assert.deepEqual([measure?.aliases, measure?.newerWins], [["woods", "forest"], true]);
		assert.deepEqual(
			(await store.people(["Ada Wren"]))[0]?.map(({ title, from, to, lines }) => [title, from, to, lines?.[0]]),
			[
				["mayor", "2019", "2023", 3],
				["forester", "2023-07", undefined, 4],
			],
		);
	});

	it("reads a table that is wide by period", async () => {
		const opened = await openFacts("Country,Code,1960,1961\nAruba,ABW,1.5,..\n", {
			subject: "Country",
			valuesMatching: { pattern: "^(\\d{4})$", measure: "gdp", unit: "USD billion", period: "$1" },
		});
		assert.deepEqual(await facts(opened, "Aruba"), ["gdp 1500000000 USD 1960"]);
	});

	it("reads measure and vintage inside column names", async () => {
		const opened = await openFacts("Country,gdp 2024 (May 2025),gni 2024 (May 2025)\nAruba,1.5,1.4\n", {
			subject: "Country",
			valuesMatching: { pattern: "^(\\w+) (\\d{4}) \\((.+)\\)$", measure: "$1", unit: "USD billion", period: "$2", known_at: "$3" },
		});
		assert.deepEqual(await facts(opened, "Aruba"), ["gdp 1500000000 USD 2024", "gni 1400000000 USD 2024"]);
		assert.equal((await opened.store.facts([{ subject: "Aruba" }]))[0]?.[0]?.knownAt, "2025-05-01");
	});

	it("cuts a value out of a column, and a vintage out of the path", async () => {
		const files = {
			"datapackage.json": descriptor({
				name: "gdp",
				path: ["old/gdp_2018-01-14.csv", "old/gdp_2025-11-01.csv"],
				plumbline: {
					role: "facts",
					subject: "Country",
					measure: { is: "gdp" },
					value: "Value",
					unit: { is: "USD" },
					period: { column: "Date", pattern: "^(\\d{4})-" },
					known_at: { fromPath: "gdp_(\\d{4}-\\d\\d-\\d\\d)" },
				},
			}),
			"old/gdp_2018-01-14.csv": "Country,Date,Value\nAruba,2016-12-31,2584463687\n",
			"old/gdp_2025-11-01.csv": "Country,Date,Value\nAruba,2016-12-31,2983636871\n",
		};
		const { store } = await open(files);
		const [found] = await store.facts([{ subject: "Aruba" }]);
		assert.deepEqual(
			found?.map(({ value, period, knownAt }) => [value, period, knownAt]),
			[
				[2584463687, "2016", "2018-01-14"],
				[2983636871, "2016", "2025-11-01"],
			],
		);
	});

	it("reads entities, measures, people and documents", async () => {
		const { store, problems } = await open({
			"datapackage.json": descriptor(
				...["facts", "entities", "measures", "people"].map((name) => ({ name, path: `${name}.csv`, plumbline: { role: name } })),
				{ name: "release", path: "release.md", plumbline: { role: "document", speaker: "Northgas", date: "2026-02-04" } },
			),
			"facts.csv": "subject,measure,value,period\nNorth Gas Corp.,turnover,33.0,2025\n",
			"entities.csv":
				"id,name,aliases,type,partOf,same_as\nngs,North Gas Corp.,Northgas|NGS,organisation,polar,Q1\npolar,Polar Energy,,organisation,,\n",
			"measures.csv":
				"id,label,aliases,unit,kind,newer_wins,confusable_with,tolerance\nrevenue,revenue,turnover;sales,USD billion,flow,yes,net income,1%\nprofit,profit,net income,USD,flow,,revenue,\n",
			"people.csv":
				"id,name,aliases,title,organisation,from,to\nwren,Ada Wren,,chief executive,North Gas,2021-07,\nwren,Ada Wren,,finance chief,North Gas,2015,2021-06\n",
			"release.md": "“We keep the lights on,” said Ada Wren.",
		});
		assert.deepEqual(problems, []);
		assert.deepEqual(
			(await store.facts([{ subject: "ngs" }]))[0]?.map(({ measure, unit, source }) => [measure, unit, source]),
			[["revenue", "USD", "The desk"]],
		);
		assert.deepEqual(await store.entities(["ngs"]), [
			{
				id: "ngs",
				name: "North Gas Corp.",
				aliases: ["Northgas", "NGS"],
				type: "organisation",
				partOf: "polar",
				sameAs: "Q1",
				pack: "desk",
				row: 2,
				uri: "mem:/packs/entities.csv",
			},
		]);
		assert.deepEqual(await store.measures(["revenue"]), [
			{
				id: "revenue",
				label: "revenue",
				aliases: ["turnover", "sales"],
				unit: "USD",
				kind: "flow",
				newerWins: true,
				confusableWith: ["profit"],
				tolerance: 0.01,
				pack: "desk",
				row: 2,
				uri: "mem:/packs/measures.csv",
			},
		]);
		assert.deepEqual(
			(await store.people(["wren"]))[0]?.map(({ title, from, to }) => [title, from, to]),
			[
				["chief executive", "2021-07", undefined],
				["finance chief", "2015", "2021-06"],
			],
		);
		assert.equal((await store.documents(["ngs"])).length, 1);
		assert.equal((await store.documents(["Polar Energy"])).length, 0);
		assert.deepEqual(
			(await store.documents(["Northgas"])).map(({ date, text }) => [date, text.length]),
			[["2026-02-04", 39]],
		);
	});

	it("takes names from several columns", async () => {
		const { store } = await open({
			"datapackage.json": descriptor({
				name: "countries",
				path: "c.csv",
				plumbline: { role: "entities", id: "code", name: "short", aliases: ["formal", "capital"], type: { is: "place" } },
			}),
			"c.csv": "code,short,formal,capital\nABW,Aruba,Country of Aruba,Oranjestad\n",
		});
		assert.deepEqual((await store.entities(["ABW"]))[0]?.aliases, ["Country of Aruba", "Oranjestad"]);
	});

	it("takes the unit of the measure where a row names none, and dates as dates", async () => {
		const { store } = await open({
			"datapackage.json": descriptor({ path: "f.csv", plumbline: { role: "facts" } }, { path: "m.csv", plumbline: { role: "measures" } }),
			"f.csv": "subject,measure,value\nNorthgas,founded,1998-04-01\nNorthgas,staff,1200\n",
			"m.csv": "id,label,unit\nfounded,founded,date\nstaff,staff,person\n",
		});
		assert.deepEqual(
			(await store.facts([{ subject: "Northgas" }]))[0]?.map(({ value, printed, unit }) => [value, printed, unit]),
			[
				[1998, "1998-04-01", "date"],
				[1200, "1200", "person"],
			],
		);
	});

	describe("as others publish them", () => {
		const expected = ["stores 12 none"];
		const table = "subject,measure,value\nZoë & Søn,stores,12\n";
		const subject = "Zoë & Søn";

		it("a descriptor in YAML", async () => {
			const opened = await open({
				"datapackage.yaml":
					"name: desk\nlicenses: [{name: CC0-1.0}]\nsources: [{title: The desk}]\nresources:\n  - path: f.csv\n    plumbline:\n      role: facts\n",
				"f.csv": table,
			});
			assert.deepEqual(await facts(opened, subject), expected);
		});

		it("a descriptor with a byte order mark, wrong types and a string for a dialect", async () => {
			const opened = await open({
				"datapackage.json": `\ufeff${JSON.stringify({ name: "desk", version: 3, sources: [{ title: "x" }], license: "CC0", keywords: "none", resources: [{ path: "f.csv", bytes: "12", dialect: "csv", schema: "schema.json", title: 7, plumbline: { role: "facts" } }] })}`,
				"f.csv": table,
			});
			assert.deepEqual(await facts(opened, subject), expected);
		});

		it("a byte order mark, padded headers and Windows line ends", async () => {
			assert.deepEqual(
				await facts(await openFacts(`\ufeff${table.replace("subject,measure", " Subject  , measure ").replaceAll("\n", "\r\n")}`), subject),
				expected,
			);
		});

		it("the line ends of old Macintoshes", async () =>
			assert.deepEqual(await facts(await openFacts(table.replaceAll("\n", "\r")), subject), expected));

		it("Latin-1, declared or not", async () => {
			const bytes = Uint8Array.from(table, (letter) => letter.charCodeAt(0));
			assert.deepEqual(await facts(await openFacts(bytes, {}, { encoding: "iso-8859-1" }), subject), expected);
			assert.deepEqual(await facts(await openFacts(bytes), subject), expected);
		});

		it("UTF-16 with its mark", async () => {
			const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from(table, "utf16le")]);
			assert.deepEqual(await facts(await openFacts(bytes), subject), expected);
		});

		it("semicolons, tabs and bars, declared or found out", async () => {
			for (const delimiter of [";", "\t", "|"]) {
				assert.deepEqual(await facts(await openFacts(table.replaceAll(",", delimiter)), subject), expected);
				assert.deepEqual(await facts(await openFacts(table.replaceAll(",", delimiter), {}, { dialect: { delimiter } }), subject), expected);
			}
		});

		it("quotes of their own, comments, and a header further down", async () => {
			const text = "# from the register\nTitle of the table\nsubject,measure,value\n'Zoë & Søn',stores,'12'\n# the end\n";
			assert.deepEqual(
				await facts(await openFacts(text, {}, { dialect: { quoteChar: "'", commentChar: "#", headerRows: [2] } }), subject),
				expected,
			);
		});

		it("no header at all, with the names in the schema", async () => {
			const schema = { fields: [{ name: "subject" }, { name: "measure" }, { name: "value" }] };
			assert.deepEqual(
				await facts(await openFacts(table.slice(table.indexOf("\n") + 1), {}, { dialect: { header: false }, schema }), subject),
				expected,
			);
		});

		it("decimals and missing values as the schema declares them", async () => {
			const schema = { missingValues: ["", "k.A."], fields: [{ name: "value", decimalChar: ",", groupChar: "." }] };
			const opened = await openFacts('subject,measure,value\nNorthgas,stores,k.A.\nNorthgas,area,"1.234,5"\n', {}, { schema });
			assert.deepEqual(await facts(opened, "Northgas"), ["area 1234.5 none"]);
		});

		it("footnote marks after names", async () => {
			assert.deepEqual(await facts(await openFacts("subject,measure,value\nNorthgas*,stores,12\n"), "Northgas"), expected);
			assert.deepEqual(await facts(await openFacts("subject,measure,value\nNorthgas[b],stores,12†\n"), "Northgas"), expected);
		});

		it("cells with line ends and quotes in them", async () => {
			const opened = await openFacts('subject,measure,value,note\n"North ""Gas""",stores,12,"one\ntwo"\nSouth,stores,3,\n');
			assert.deepEqual(await facts(opened, 'North "Gas"'), expected);
			assert.equal((await opened.store.facts([{ subject: "South" }]))[0]?.[0]?.row, 3);
		});
	});

	describe("several packs", () => {
		const countries = {
			"c/datapackage.json": descriptor({ path: "c.csv", plumbline: { role: "entities" } }).replace("desk", "countries"),
			"c/c.csv": "id,name,aliases\nABW,Aruba,Country of Aruba\n",
		};

		it("are one where one declares what the other only names", async () => {
			const { store } = await open({
				...countries,
				"f/facts.csv": "subject,measure,value,source\nAruba,stores,12,x\nCountry of Aruba,staff,9,x\n",
			});
			const [mentions = []] = await store.mentions(["Aruba has shops."]);
			assert.deepEqual(
				mentions.map(({ ids }) => ids),
				[["ABW"]],
			);
			const [found = []] = await store.facts([{ subject: "ABW" }]);
			assert.deepEqual(
				found.map(({ subject, measure }) => [subject, measure]),
				[
					["ABW", "stores"],
					["ABW", "staff"],
				],
			);
		});

		it("are one where both say that it is the same", async () => {
			const entities = (name: string, id: string) => ({
				[`${name}/datapackage.json`]: descriptor(
					{ path: "e.csv", plumbline: { role: "entities" } },
					{ path: "f.csv", plumbline: { role: "facts" } },
				).replace("desk", name),
				[`${name}/e.csv`]: `id,name,same_as\n${id},Northgas,Q1\n`,
				[`${name}/f.csv`]: `subject,measure,value\n${id},${name},1\n`,
			});
			const { store } = await open({ ...entities("a", "ng"), ...entities("b", "north") });
			assert.deepEqual(
				(await store.mentions(["Northgas"]))[0]?.map(({ ids }) => ids),
				[["ng"]],
			);
			assert.deepEqual(
				(await store.facts([{ subject: "ng" }]))[0]?.map(({ measure }) => measure),
				["a", "b"],
			);
		});

		it("keep apart what is only called the same", async () => {
			const { store } = await open({
				"a/datapackage.json": descriptor({ path: "e.csv", plumbline: { role: "entities" } }),
				"a/e.csv": "id,name,type\ngeorgia,Georgia,place\ngeorgia-us,Georgia,place\n",
			});
			assert.deepEqual(
				(await store.mentions(["In Georgia, it rained."]))[0]?.map(({ ids }) => ids),
				[["georgia", "georgia-us"]],
			);
		});
	});

	it("changes the pack's hash with anything in it", async () => {
		const hash = async (csv: string) => (await openFacts(csv)).store.packs[0]?.hash;
		assert.equal(await hash("subject,measure,value\nA,b,1\n"), await hash("subject,measure,value\nA,b,1\n"));
		assert.notEqual(await hash("subject,measure,value\nA,b,1\n"), await hash("subject,measure,value\nA,b,2\n"));
	});
});
