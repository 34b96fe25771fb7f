import assert from "node:assert/strict";
import { parsePeriod } from "../../../server/references/units/period.ts";
import { misspeltUnit, parseUnit } from "../../../server/references/units/unit.ts";
import { inEnglish, isMissing, parseValue } from "../../../server/references/units/value.ts";

describe("references: cells", () => {
	describe("a figure", () => {
		const cases: [cell: string, scale: number, value: number, decimals: number, printed: string][] = [
			["33.0", 1e9, 33e9, 1, "33.0"],
			["42.45", 1e9, 42_450_000_000, 2, "42.45"],
			["0.28", 100, 28, 2, "0.28"],
			["1234", 1, 1234, 0, "1234"],
			["1,234,567.8", 1, 1_234_567.8, 1, "1234567.8"],
			["12,34,567", 1, 1_234_567, 0, "1234567"],
			["1 234 567", 1, 1_234_567, 0, "1234567"],
			["-5.5", 1, -5.5, 1, "-5.5"],
			["−5.5", 1, -5.5, 1, "-5.5"],
			["(1,200)", 1, -1200, 0, "-1200"],
			["7.4e-05", 1, 0.000074, 6, "7.4e-05"],
			["99*", 1, 99, 0, "99"],
			["12.5[a]", 1, 12.5, 1, "12.5"],
			[".5", 1, 0.5, 1, "0.5"],
			["c. 400", 1, 400, 0, "400"],
		];
		for (const [cell, scale, value, decimals, printed] of cases) {
			it(`${cell} at ${scale} is ${value}`, () => {
				const read = parseValue(cell, scale);
				assert.deepEqual([read?.value, read?.decimals, read?.printed], [value, decimals, printed]);
			});
		}

		it("may be a range", () => {
			assert.deepEqual(parseValue("10..12.5", 1e9), { value: 10e9, high: 12.5e9, printed: "10..12.5", decimals: 1, scale: 1 });
			assert.equal(parseValue("10–12", 1)?.high, 12);
			assert.equal(parseValue("10 to 12", 1)?.high, 12);
		});

		it("may bring its scale and its unit along", () => {
			assert.deepEqual([parseValue("42.5 billion", 1)?.value, parseValue("42.5bn", 1)?.scale], [42.5e9, 1e9]);
			assert.deepEqual([parseValue("$3.5m", 1)?.value, parseValue("$3.5m", 1)?.unit], [3.5e6, "USD"]);
			assert.equal(parseValue("12.5%", 1)?.unit, "percent");
		});

		it("is read with the marks that the column declares", () => {
			assert.equal(parseValue("1.234,5", 1, { decimalChar: ",", groupChar: "." })?.value, 1234.5);
			assert.equal(parseValue("12.300", 1, { decimalChar: ",", groupChar: "." })?.value, 12_300);
			assert.equal(parseValue("0,50", 1, { decimalChar: "," })?.decimals, 2);
		});

		for (const cell of ["=cmd()", "abc", "1,23", "12 apples", "1.2.3", "--5", "12-05-2024"]) {
			it(`${cell} is none`, () => assert.equal(parseValue(cell, 1), undefined));
		}

		it("is missing where a table says so, and 0 is not missing", () => {
			for (const cell of ["", "n/a", "..", "…", "NA", "-", "#N/A", ":"]) assert.ok(isMissing(cell), cell);
			for (const cell of ["0", "0.0", "-1"]) assert.ok(!isMissing(cell), cell);
		});
	});

	describe("a figure that is written as the rest of Europe does", () => {
		for (const [cell, english] of [
			["33,1", "33.1"],
			["-0,25", "-0.25"],
			["1.234,5", "1234.5"],
			["1.200.000", "1200000"],
			["1234,5678", "1234.5678"],
			["1,200", undefined],
			["1.200", undefined],
			["1,200,000", undefined],
			["33.1", undefined],
			["12OO", undefined],
			["3,1,4", undefined],
		] as const)
			it(`“${cell}” is ${english ?? "left open"}`, () => assert.equal(inEnglish(cell), english));
	});

	describe("a unit", () => {
		const cases: [text: string, unit: string, scale: number][] = [
			["USD billion", "USD", 1e9],
			["US$ million", "USD", 1e6],
			["$bn", "USD", 1e9],
			["EUR m", "EUR", 1e6],
			["million people", "person", 1e6],
			["thousands", "none", 1e3],
			["thousands of tonnes", "tonne", 1e3],
			["percent", "percent", 1],
			["%", "percent", 1],
			["percentage points", "percentage point", 1],
			["USD per litre", "USD per litre", 1],
			["km/h", "kilometre per hour", 1],
			["kg", "kilogram", 1],
			["m", "metre", 1],
			["Meters", "metre", 1],
			["zettabytes", "zettabyte", 1],
			["degrees Celsius", "celsius", 1],
			["million tonnes", "tonne", 1e6],
			["MW", "megawatt", 1],
			["mW", "milliwatt", 1],
			["thousand megawatt-hours", "megawatt hour", 1e3],
			["cup", "cup", 1],
			["CUP", "CUP", 1],
			["eur", "EUR", 1],
			["GBP", "GBP", 1],
			["pence", "GBP", 0.01],
			["p", "GBP", 0.01],
			["GBX", "GBP", 0.01],
			["GBp", "GBP", 0.01],
			["pence per share", "GBP per share", 0.01],
			["US cents", "USD", 0.01],
			["euro cents", "EUR", 0.01],
			["ZAc", "ZAR", 0.01],
			["parts per million", "part per million", 1],
			["wireless subscribers", "wireless subscriber", 1],
			["million wireless subscribers", "wireless subscriber", 1e6],
			["counties", "county", 1],
			["boxes", "box", 1],
			["business", "business", 1],
			["date", "date", 1],
			["", "none", 1],
		];
		for (const [text, unit, scale] of cases) {
			it(`“${text}” is ${unit} × ${scale}`, () => {
				const read = parseUnit(text);
				assert.deepEqual([read.unit, read.scale], [unit, scale]);
			});
		}

		it("is known to be misspelt by one letter, and a noun of the desk's own is not", () => {
			assert.equal(misspeltUnit("USD bilion"), "USD billion");
			assert.equal(misspeltUnit("pecent"), "percent");
			for (const noun of ["wireless subscribers", "stores", "fools", "patients"]) assert.equal(misspeltUnit(noun), undefined);
		});
	});

	describe("a period", () => {
		const cases: [text: string, period: string | undefined][] = [
			["2025", "2025"],
			["2025-Q4", "2025-Q4"],
			["2025Q4", "2025-Q4"],
			["Q4 2025", "2025-Q4"],
			["4Q25", "2025-Q4"],
			["2024-H1", "2024-H1"],
			["2024-W05", "2024-W05"],
			["2026-02", "2026-02"],
			["2026-02-04", "2026-02-04"],
			["2026/2/4", "2026-02-04"],
			["2026-02-04T00:00:00Z", "2026-02-04"],
			["2024-07/2025-06", "2024-07/2025-06"],
			["2024/25", "2024/2025"],
			["1990-1994", "1990/1994"],
			["FY2024", "2024"],
			["Feb 2026", "2026-02"],
			["4 February 2026", "2026-02-04"],
			["Feb 4, 2026", "2026-02-04"],
			["2026-02-30", undefined],
			["2026-13", undefined],
			["2025-Q5", undefined],
			["2025/2024", undefined],
			["next year", undefined],
			["", undefined],
		];
		for (const [text, period] of cases) it(`“${text}” is ${period ?? "none"}`, () => assert.equal(parsePeriod(text), period));
	});
});
