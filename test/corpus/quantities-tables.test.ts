import { deepEqual } from "node:assert/strict";
import { quantitiesOf } from "./quantities.ts";

/** What the cells of one column say. */
function column(header: string, ...cells: string[]): string[] {
	return quantitiesOf([`| Port | ${header} |`, "|---|---|", ...cells.map((cell, i) => `| Port ${"ABCDEF"[i]} | ${cell} |`)].join("\n"));
}

describe("tables", () => {
	const cases: [string, string, string][] = [
		["Revenue ($m)", "1,234.5", "money 1234500000 USD"],
		["Revenue, US$ million", "12", "money 12000000 USD"],
		["Revenue (€bn)", "1.5", "money 1500000000 EUR"],
		["Revenue in millions of dollars", "12", "money 12000000 USD"],
		["Cost (GBP)", "12.50", "money 12.5 GBP"],
		["Share (%)", "12.3", "percent 12.3 percent"],
		["Share, per cent", "7", "percent 7 percent"],
		["Workers", "1,960", "count 1960 worker"],
		["Registered ships", "45", "count 45 registered ship"],
		["Area (km²)", "300", "measure 300 square kilometre"],
		["Length in km", "4.5", "measure 4.5 kilometre"],
		["Population (thousands)", "45", "count 45000 none"],
		["Population", "45,000", "count 45000 none"],
		["Change (%)", "−3.1", "percent -3.1 percent"],
		["Change (%)", "+3.1", "percent 3.1 percent"],
		["Revenue", "$5.2bn", "money 5200000000 USD"],
		["Growth", "5%", "percent 5 percent"],
	];
	for (const [header, cell, meaning] of cases)
		it(`${header}: ${cell} → ${meaning}`, () => {
			const article = column(header, cell);
			deepEqual(article, [`${cell} → ${meaning}`]);
		});
	it("takes the unit of the row when the column has none", () => {
		deepEqual(quantitiesOf("| Measure | North |\n|---|---|\n| Exports ($m) | 12 |"), ["12 → money 12000000 USD"]);
	});
	for (const header of ["Founded", "Rank", "No.", "Year"])
		it(`reads no figures under ${header}`, () => deepEqual(column(header, "12", "1987"), []));
	it("reads no figures in headers", () => deepEqual(quantitiesOf("| Port | 2023 | 5 tonnes |\n|---|---|---|\n| Alder | yes | no |"), []));
});

describe("lists", () => {
	it("reads list items, not their numbers", () => {
		deepEqual(quantitiesOf("1. Revenue: $5.2bn\n2. Staff: 1,200\n3. Three new piers"), [
			"$5.2bn → money 5200000000 USD",
			"1,200 → count 1200 none",
			"Three new piers → count 3 new pier",
		]);
	});
});
