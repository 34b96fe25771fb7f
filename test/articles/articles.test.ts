import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check } from "../../server/check.ts";
import { emptyStore } from "../../server/references/stores/empty-store.ts";
import { defaultTolerances } from "../../server/verdicts/tolerances.ts";
import { stripMarks, writeMarks } from "./marks.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

// Each article is stripped of its marks, checked, and marked with what was found: a missed and an invented claim both show as a diff of prose.
describe("articles are read whole", () => {
	const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
	it("there are some", () => assert.ok(files.length > 0));
	for (const file of files) {
		it(file, async () => {
			const marked = readFileSync(folder + file, "utf8");
			const text = stripMarks(marked);
			const report = await check(text, emptyStore, { today: "2026-06-30", tolerances: defaultTolerances });
			const found = writeMarks(
				text,
				report.checked.map(({ claim }) => claim),
			);
			if (process.env.UPDATE && !process.env.CI) writeFileSync(folder + file, found);
			else assert.equal(found, marked);
		});
	}
});

describe("marks", () => {
	it("are stripped, nested ones too, and links stay", () => {
		assert.equal(
			stripMarks('He said ["up [5%]{percent 5 percent}"]{quotation direct by nobody} in [a link](x).'),
			'He said "up 5%" in [a link](x).',
		);
	});
});
