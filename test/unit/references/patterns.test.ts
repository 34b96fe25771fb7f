import assert from "node:assert/strict";
import { inEnglish } from "../../../server/language/phrase.ts";
import { compilePattern } from "../../../server/references/pack/rows/pattern.ts";
import { openFacts } from "./memory-host.ts";

describe("references: patterns of a descriptor", () => {
	const values = (pattern: string, ...texts: string[]) => {
		const compiled = compilePattern(pattern);
		assert.ok("groups" in compiled, JSON.stringify(compiled));
		return texts.map((text) => {
			const groups = compiled.groups(text);
			return groups && (groups[1] ?? groups[0]);
		});
	};

	it("mean what they mean in JavaScript", () => {
		assert.deepEqual(values("^(\\d{4})-\\d\\d", "2026-02-04", "26-02-04"), ["2026", undefined]);
		assert.deepEqual(values("gdp_(?<day>[\\d-]+)", "src/gdp_2025-01-30.csv"), ["2025-01-30"]);
		assert.deepEqual(values("^(?:Q(\\d) )?\\d{4}$", "Q3 2025", "2025"), ["3", "2025"]);
		assert.deepEqual(values("^\\p{Lu}\\p{Ll}+", "Österreich 2025"), ["Österreich"]);
		assert.deepEqual(values("\\u00e9t\\/(.*?);", "\u00e9t/x;y;"), ["x"]);
	});

	// Each takes an engine that backtracks longer than anybody waits; a test that hangs is ended by its time limit.
	for (const pattern of ["(a+)+$", "^(a|a)*$", "(a*)*b", "^(\\w+\\s?)*$", "(.*)(.*)(.*)(.*)(.*)(.*)[^a!]$"]) {
		it(`${pattern} ends, in a cell, in a column's name and in a path`, async () => {
			const long = `${"a".repeat(499)}!`;
			assert.deepEqual(values(pattern, long), [undefined]);
			const cell = await openFacts(`subject,measure,value,period\nA,b,1,${long}\nB,b,2,2025\n`, { period: { column: "period", pattern } });
			assert.equal((await cell.store.facts([{ subject: "A" }]))[0]?.length, 1);
			const { problems } = await openFacts(`subject,${long}\nA,1\n`, { valuesMatching: { pattern, measure: "b" } });
			assert.ok(problems.length > 0, "the column of letters is no column of figures");
		});
	}

	it("read no further than 500 characters of a cell", () => {
		assert.deepEqual(values("b", `${"a".repeat(499)}b`, `${"a".repeat(500)}b`), ["b", undefined]);
	});

	const refused: [pattern: string, reason: RegExp][] = [
		["(?=x)y", /^looks ahead or behind /],
		["(?<!x)y", /^looks ahead or behind /],
		["(a)\\1", /^refers back to a group/],
		["(?<n>a)\\k<n>", /^refers back to a group/],
		["(a{1000}){1000}", /^repeats something more than 1000 times/],
		["a".repeat(501), /^is longer than 500 characters/],
		["(a", /^is no regular expression: missing closing \): `\(a`$/],
		["[z-a]", /^is no regular expression: invalid character class range/],
	];
	for (const [pattern, reason] of refused)
		it(`${pattern.slice(0, 20)} is refused with its reason`, () => {
			const answer = compilePattern(pattern);
			assert.ok("english" in answer);
			assert.match(inEnglish(answer), reason);
		});

	it("are refused in their place, by whichever key", async () => {
		for (const mapping of [
			{ period: { column: "period", pattern: "(?=2)2" } },
			{ period: { fromPath: "(?=2)2" } },
			{ valuesMatching: { pattern: "(?=2)2", measure: "b" } },
		]) {
			const { problems } = await openFacts("subject,measure,value,period\nA,b,1,2025\n", mapping);
			const [problem] = problems;
			assert.deepEqual([problems.length, problem?.code, problem?.uri], [1, "invalid-descriptor", "mem:/packs/datapackage.json"]);
			assert.match(problem?.message ?? "", /^The pattern “\(\?=2\)2” looks ahead or behind/);
			assert.ok((problem?.line ?? 0) > 5 && (problem?.endColumn ?? 0) > (problem?.column ?? 0));
		}
	});
});
