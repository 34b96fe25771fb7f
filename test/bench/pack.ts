import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { nameOf } from "./articles.ts";

const MEASURES = ["revenue", "net profit", "employees", "customers", "stores"];
const YEARS = [2023, 2024];

/** Writes a pack about made-up companies: ten facts an entity, and two aliases. */
export function generatePack(folder: string, facts: number): void {
	mkdirSync(folder, { recursive: true });
	const entities = facts / 10;
	write(folder, "entities.csv", "id,name,aliases,type", entityRows(entities));
	write(folder, "measures.csv", "id,label,aliases,unit", [
		"revenue,revenue,sales|turnover,USD",
		"net profit,net profit,profit,USD",
		"employees,employees,staff,person",
		"customers,customers,,person",
		"stores,stores,shops,store",
	]);
	write(folder, "facts.csv", "subject,measure,value,unit,period,source", factRows(entities));
	writeFileSync(
		path.join(folder, "datapackage.json"),
		JSON.stringify({
			name: `generated-${facts}`,
			licenses: [{ name: "CC0-1.0" }],
			sources: [{ title: "Generated" }],
			resources: ["facts", "entities", "measures"].map((name) => ({ name, path: `${name}.csv`, plumbline: { role: name } })),
		}),
	);
}

function* entityRows(entities: number): Iterable<string> {
	for (let e = 0; e < entities; e++) yield `e${e},${nameOf(e)} Industries Inc.,${nameOf(e)}|${nameOf(e)} Works,organisation`;
}

function* factRows(entities: number): Iterable<string> {
	for (let e = 0; e < entities; e++)
		for (const year of YEARS)
			for (const [m, measure] of MEASURES.entries()) {
				const value = ((e * 7919 + m * 104729 + year * 31) % 99991) / 10;
				yield m < 2
					? `e${e},${measure},${value.toFixed(1)},USD million,${year},Annual report`
					: `e${e},${measure},${Math.round(value) + 1},,${year},Annual report`;
			}
}

/** Writes a table without holding it in memory. */
function write(folder: string, name: string, header: string, lines: Iterable<string>): void {
	const file = openSync(path.join(folder, name), "w");
	let block = `${header}\n`;
	for (const line of lines) {
		block += `${line}\n`;
		if (block.length > 1 << 20) {
			writeSync(file, block);
			block = "";
		}
	}
	writeSync(file, block);
	closeSync(file);
}
