/** Real public tables become packs by descriptor alone: those that the npm package vega-datasets ships, with the descriptor that it ships. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { check } from "../../../server/check.ts";
import { openPacks } from "../../../server/references/packs.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";
import { memoryHost, ROOT } from "./memory-host.ts";

const SHIPPED = new URL("../../../node_modules/vega-datasets/", import.meta.url);

interface ShippedPack {
	readonly resources: readonly { readonly name: string; readonly path: string }[];
}

const shipped = JSON.parse(readFileSync(new URL("datapackage.json", SHIPPED), "utf8")) as ShippedPack;

/** A table by its name in the shipped descriptor, what stands in its `plumbline`, how many facts it has, and an article: verdicts in the order of its claims. */
const TABLES: readonly [name: string, plumbline: object, facts: number, article: string, verdicts: string[]][] = [
	[
		"co2_concentration",
		{
			subject: { is: "Mauna Loa" },
			period: { column: "Date", pattern: "^(\\d{4}-\\d\\d)" },
			values: { CO2: { measure: "CO2 concentration", unit: "parts per million" } },
		},
		741,
		"The CO2 concentration at Mauna Loa was 416.18 parts per million in April 2020.\n\nThe CO2 concentration at Mauna Loa was 426.18 parts per million in April 2020.",
		["supported", "contradicted"],
	],
	[
		"stocks",
		{ subject: "symbol", period: "date", values: { price: { measure: "share price", unit: "USD" } } },
		560,
		"The share price of MSFT was $39.81 on 1 January 2000.\n\nThe share price of MSFT was $28.08 on 1 March 2010.",
		["supported", "contradicted"],
	],
	[
		"gapminder",
		{
			subject: "country",
			period: "year",
			values: {
				pop: { measure: "population", unit: "person" },
				life_expect: { measure: "life expectancy", unit: "years" },
				fertility: { measure: "fertility rate" },
			},
		},
		682 * 3,
		"Norway had a population of 4.6 million in 2005. Life expectancy in Norway was 80.4 years in 2005.\n\nLife expectancy in Norway was 70.4 years in 2005.",
		["supported", "supported", "contradicted"],
	],
	[
		"gapminder_health_income",
		{
			subject: "country",
			values: {
				income: { measure: "income", unit: "USD" },
				health: { measure: "life expectancy", unit: "years" },
				population: { measure: "population", unit: "person" },
			},
		},
		187 * 3,
		"The population of Norway is 5.2 million.\n\nThe population of Ireland is 5.7 million.",
		["supported", "contradicted"],
	],
	[
		"global_temp",
		{ subject: { is: "World" }, period: "year", values: { temp: { measure: "temperature anomaly", unit: "degrees Celsius" } } },
		144,
		"World temperature anomaly was 1.01 degrees Celsius in 2016.\n\nWorld temperature anomaly was 2.01 degrees Celsius in 2016.",
		["supported", "contradicted"],
	],
	[
		"iowa_electricity",
		{
			subject: "source",
			period: { column: "year", pattern: "^(\\d{4})" },
			values: { net_generation: { measure: "net generation", unit: "thousand megawatt-hours" } },
		},
		51,
		"Net generation by Renewables was 21,241 thousand megawatt-hours in 2016.",
		["supported"],
	],
	[
		"us_employment",
		{
			subject: { is: "United States" },
			period: { column: "month", pattern: "^(\\d{4}-\\d\\d)" },
			values: {
				manufacturing: { measure: "manufacturing employment", unit: "thousand people" },
				government: { measure: "government employment", unit: "thousand people" },
			},
		},
		240,
		"Manufacturing employment in the United States was 12.36 million people in December 2015.\n\nGovernment employment in the United States was 23.1 million people in December 2015.",
		["supported", "contradicted"],
	],
	[
		"disasters",
		{ subject: "Entity", period: "Year", values: { Deaths: { measure: "deaths", unit: "deaths" } } },
		803,
		"Earthquake deaths reached 226,733 in 2010.\n\nEarthquake deaths reached 326,733 in 2010.",
		["supported", "contradicted"],
	],
	[
		"population_engineers_hurricanes",
		{
			subject: "state",
			values: { population: { measure: "population", unit: "person" }, hurricanes: { measure: "hurricanes", unit: "hurricane" } },
		},
		104,
		"Florida has had 110 hurricanes.\n\nThe population of Texas is 37.9 million.",
		["supported", "contradicted"],
	],
	[
		"unemployment_across_industries",
		{
			subject: "series",
			period: { column: "date", pattern: "^(\\d{4}-\\d\\d)" },
			values: { rate: { measure: "unemployment rate", unit: "percent" }, count: { measure: "unemployed", unit: "thousand people" } },
		},
		1708 * 2,
		"The unemployment rate in Construction was 27.1% in February 2010.\n\nThe unemployment rate in Construction was 17.1% in February 2010.",
		["supported", "contradicted"],
	],
];

describe("references: public tables", () => {
	for (const [name, plumbline, facts, article, verdicts] of TABLES) {
		it(name, async () => {
			const resource = shipped.resources.find((candidate) => candidate.name === name);
			assert.ok(resource);
			const described = {
				...shipped,
				resources: shipped.resources.map((other) =>
					other === resource ? { ...other, plumbline: { role: "facts", ...plumbline } } : other,
				),
			};
			const host = memoryHost({
				"datapackage.json": JSON.stringify(described),
				[resource.path]: readFileSync(new URL(`data/${resource.path}`, SHIPPED)),
			});
			const { store, problems } = await openPacks(host, [ROOT]);
			// Not every table of the package says where it is from.
			assert.deepEqual(
				problems.filter(({ code }) => code !== "missing-source"),
				[],
			);
			assert.equal(store.packs[0]?.facts, facts);
			const { checked } = await check(article, store, { today: "2026-02-04", tolerances: defaultTolerances });
			assert.deepEqual(
				checked.filter(({ claim }) => "quantity" in claim).map(({ verdict }) => verdict.name),
				verdicts,
			);
		});
	}
});
