import { strict as assert } from "node:assert";
import type { Report } from "../../../server/check.ts";
import { checkProse } from "../../checks/run.ts";

const entities = "id,name,aliases,type\nchad,Chad,,place\nmali,Mali,,place\n";
const measures =
	"id,label,aliases,unit,kind\nsales,net sales,revenue|sales,USD,flow\npopulation,population,inhabitants,person,stock\nrate,unemployment rate,unemployment,percent,stock\nindex,mood index,mood,none,index\n";
const header = "subject,measure,value,unit,period,known_at\n";
const verdicts = (report: Report): string[] =>
	report.checked.filter(({ claim }) => "quantity" in claim).map(({ claim, verdict }) => `${claim.text}: ${verdict.name}`);
const run = async (prose: string, facts: string, more: [string, string][] = []): Promise<string[]> =>
	verdicts(
		await checkProse(
			prose,
			new Map([["entities.csv", entities], ["measures.csv", measures], ["facts.csv", header + facts], ...more]),
			"2026-02-04",
		),
	);

describe("verdicts on bad input", () => {
	it("shows both when two packs disagree", async () => {
		const other: [string, string][] = [
			["other/entities.csv", entities],
			["other/measures.csv", measures],
			["other/facts.csv", `${header}chad,population,19.3,million people,2025,\n`],
		];
		assert.deepEqual(await run("In 2025, Chad had a population of 17.7 million.", "chad,population,17.7,million people,2025,\n", other), [
			"17.7 million: disputed",
		]);
	});
	it("shows both when one pack says two things", async () => {
		const facts = "chad,population,17.7,million people,2025,\nchad,population,19.3,million people,2025,\n";
		assert.deepEqual(await run("In 2025, Chad had a population of 17.7 million.", facts), ["17.7 million: disputed"]);
		assert.deepEqual(await run("In 2025, Chad had a population of 18.1 million.", facts), ["18.1 million: contradicted"]);
	});
	it("takes the later of two rows of one pack", async () => {
		const facts = "chad,population,17.7,million people,2025,2025-03-01\nchad,population,19.3,million people,2025,2025-09-01\n";
		assert.deepEqual(await run("In 2025, Chad had a population of 19.3 million.", facts), ["19.3 million: supported"]);
		assert.deepEqual(await run("In 2025, Chad had a population of 17.7 million.", facts), ["17.7 million: outdated"]);
	});
	it("takes points that are called percent for imprecise", async () => {
		const facts = "chad,rate,4.0,percent,2024,\nchad,rate,5.0,percent,2025,\n";
		assert.deepEqual(await run("In 2025, unemployment in Chad rose 1%.", facts), ["1%: imprecise"]);
		assert.deepEqual(await run("In 2025, unemployment in Chad rose 1 percentage point.", facts), ["1 percentage point: supported"]);
		assert.deepEqual(await run("In 2025, unemployment in Chad rose 3%.", facts), ["3%: contradicted"]);
	});
	it("knows the size of a movement by its verb", async () => {
		const of = (before: number, now: number) => `chad,sales,${before},USD million,2024,\nchad,sales,${now},USD million,2025,\n`;
		const cases: [string, number, number, string][] = [
			["doubled", 4, 8, "supported"],
			["doubled", 4, 7, "contradicted"],
			["doubled", 100, 193, "unreferenced"],
			["more than doubled", 4, 9, "supported"],
			["more than doubled", 4, 7, "contradicted"],
			["tripled", 4, 12, "supported"],
			["halved", 4, 2, "supported"],
			["halved", 4, 3, "contradicted"],
			["doubled", 0, 5, "unreferenced"],
			["doubled", -4, 5, "unreferenced"],
		];
		for (const [verb, before, now, verdict] of cases) {
			const [found] = await run(`In 2025, sales in Chad ${verb}.`, of(before, now));
			assert.equal(found?.split(": ")[1], verdict, `${verb}, ${before} to ${now}`);
		}
		assert.deepEqual(await run("In 2025, sales in Chad edged up 0.1%.", of(2431, 2433)), ["0.1%: supported"]);
		assert.deepEqual(await run("In 2025, sales in Chad edged down 0.1%.", of(2431, 2433)), ["0.1%: contradicted"]);
		assert.deepEqual(await run("In 2025, sales in Chad rose sharply.", of(2431, 2433)), []);
	});
	it("takes nobody of a thousand who are called the same", async () => {
		const many = Array.from({ length: 1000 }, (_, i) => `m${i},Moor ${i},Moor,organisation\n`).join("");
		const facts = Array.from({ length: 1000 }, (_, i) => `m${i},sales,${i},USD million,2025,\n`).join("");
		const found = await run("Moor had net sales of $9 million in 2025. Its revenue was $3 million in 2025.", facts, [
			["entities.csv", `id,name,aliases,type\n${many}`],
		]);
		assert.deepEqual(found, ["$9 million: unreferenced", "$3 million: unreferenced"]);
	});
	it("derives nothing from a zero base", async () => {
		assert.deepEqual(await run("In 2025, sales in Chad rose 40%.", "chad,sales,0,USD million,2024,\nchad,sales,4,USD million,2025,\n"), [
			"40%: unreferenced",
		]);
	});
	it("derives no percentage from a negative base", async () => {
		const facts = "chad,sales,-4,USD million,2024,\nchad,sales,-2,USD million,2025,\n";
		assert.deepEqual(await run("In 2025, sales in Chad rose 50%.", facts), ["50%: unreferenced"]);
		assert.deepEqual(await run("In 2025, sales in Chad rose 40%.", facts), ["40%: unreferenced"]);
	});
	it("takes a percentage of a percentage for points or for a share of itself, never for the level", async () => {
		const [verdict] = await run("In 2025, unemployment in Chad rose 25%.", "chad,rate,4.0,percent,2024,\nchad,rate,5.0,percent,2025,\n");
		assert.equal(verdict, "25%: supported");
	});
	it("does not contradict from periods that only overlap", async () => {
		const found = await run("In 2025, Chad had net sales of $9 million.", "chad,sales,4,USD million,2024-07/2025-06,\n");
		assert.deepEqual(found, ["$9 million: unreferenced"]);
	});
	it("holds a fact without a unit against a bare number only", async () => {
		assert.deepEqual(await run("The mood index of Chad stood at 104.2.", "chad,index,104.2,,2026-02,\n"), ["104.2: supported"]);
		assert.deepEqual(await run("The mood index of Chad stood at $104.2.", "chad,index,104.2,,2026-02,\n"), ["$104.2: unreferenced"]);
	});
	it("stays silent about what was not yet known on the dateline", async () => {
		assert.deepEqual(
			await run("In 2025, Chad had a population of 17.7 million.", "chad,population,19.1,million people,2025,2026-06-01\n"),
			["17.7 million: unreferenced"],
		);
	});
	it("answers a thousand candidates in good time", async () => {
		const rows = Array.from({ length: 1000 }, (_, i) => `chad,sales,${i},USD million,${1000 + i},\n`).join("");
		const found = await run("In 1990, Chad had net sales of $990 million. In 1991 the country had net sales of $12 million.", rows);
		assert.deepEqual(found, ["$990 million: supported", "$12 million: contradicted"]);
	});
	it("supports nothing by another subject's figure", async () => {
		assert.deepEqual(await run("The population of Niger is 17.7 million.", "chad,population,17.7,million people,2025,\n"), [
			"17.7 million: unreferenced",
		]);
	});
	it("reads what is denied", async () => {
		const facts = "chad,population,17.7,million people,2025,\n";
		assert.deepEqual(await run("In 2025, the population of Chad did not exceed 18 million.", facts), ["18 million: supported"]);
		assert.deepEqual(await run("In 2025, the population of Chad did not exceed 17 million.", facts), ["17 million: contradicted"]);
	});
});
