import { readdirSync, readFileSync } from "node:fs";
import { checkCase, readCases } from "./run.ts";

const here = new URL(".", import.meta.url);
for (const file of readdirSync(here).filter((name) => name.endsWith(".md"))) {
	describe(`checks: ${file.replace(".md", "")}`, () => {
		for (const one of readCases(readFileSync(new URL(file, here), "utf8"))) it(one.name, () => checkCase(one));
	});
}
