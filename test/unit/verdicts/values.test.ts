import { strict as assert } from "node:assert";
import type { Quantity } from "../../../server/claims/claim.ts";
import type { Fact } from "../../../server/references/fact.ts";
import { daysOf } from "../../../server/verdicts/binding/periods/period.ts";
import { defaultTolerances } from "../../../server/verdicts/tolerances.ts";
import { compare } from "../../../server/verdicts/values/interval.ts";
import { fitUnit } from "../../../server/verdicts/values/units.ts";

const quantity = (value: number, more: Partial<Quantity> = {}): Quantity => ({
	value,
	decimals: 0,
	scale: 1,
	unit: "USD",
	unitKind: "currency",
	hedge: "exactly",
	...more,
});
const fact = (printed: string, more: Partial<Fact> = {}): Fact => {
	const scale = more.scale ?? 1;
	const decimals = printed.split(".")[1]?.length ?? 0;
	return {
		pack: "desk",
		resource: "facts",
		row: 2,
		subject: "a",
		measure: "b",
		value: Number(printed) * scale,
		printed,
		decimals,
		scale,
		unit: "USD",
		...more,
	};
};
const billions = { scale: 1e9 };

describe("a written figure against a fact", () => {
	const cases: [string, Quantity, Fact, string][] = [
		["42.5 billion and 42.45 billion", quantity(42.5e9, { decimals: 1, ...billions }), fact("42.45", billions), "agrees"],
		["45.2 billion and 42.45 billion", quantity(45.2e9, { decimals: 1, ...billions }), fact("42.45", billions), "disagrees"],
		["239.40 and 239.41", quantity(239.4, { decimals: 2 }), fact("239.41"), "disagrees"],
		["42.45 billion and a reference of two figures", quantity(42.45e9, { decimals: 2, ...billions }), fact("42", billions), "open"],
		["over 25 billion and 33.0 billion", quantity(25e9, { hedge: "over", ...billions }), fact("33.0", billions), "misleads"],
		["over 100,000 and 109,000", quantity(100000, { hedge: "over" }), fact("109000"), "agrees"],
		["over 100 and 100", quantity(100, { hedge: "over" }), fact("100"), "disagrees"],
		["at least 100 and 100", quantity(100, { hedge: "atLeast" }), fact("100"), "agrees"],
		["under 100 and 100", quantity(100, { hedge: "under" }), fact("100"), "disagrees"],
		["up to 100 and 98", quantity(100, { hedge: "upTo" }), fact("98"), "agrees"],
		["nearly 100 and 97", quantity(100, { hedge: "nearly" }), fact("97"), "agrees"],
		["nearly 100 and 101", quantity(100, { hedge: "nearly" }), fact("101"), "misleads"],
		["nearly 100 and 60", quantity(100, { hedge: "nearly" }), fact("60"), "disagrees"],
		["about 14 million and 14.5 million", quantity(14e6, { hedge: "about", scale: 1e6 }), fact("14.5", { scale: 1e6 }), "agrees"],
		["about 14 million and 24 million", quantity(14e6, { hedge: "about", scale: 1e6 }), fact("24", { scale: 1e6 }), "disagrees"],
		["10 to 12 and 11", quantity(10, { high: 12 }), fact("11"), "agrees"],
		["10 to 12 and 14", quantity(10, { high: 12 }), fact("14"), "disagrees"],
		["11 and a reference of 10 to 12", quantity(11), fact("10", { high: 12 }), "agrees"],
		["tens of billions and 33 billion", quantity(1e10, { high: 1e11, vague: true }), fact("33", billions), "agrees"],
		["tens of billions and 8 billion", quantity(1e10, { high: 1e11, vague: true }), fact("8", billions), "open"],
		["5,000 and 5,012 of a rounder writer", quantity(5000), fact("5012"), "agrees"],
		["5,000 and 5,412", quantity(5000), fact("5412"), "disagrees"],
		["zero and zero", quantity(0), fact("0"), "agrees"],
		["zero and three", quantity(0), fact("3"), "disagrees"],
		["minus 1.1 and minus 1.10", quantity(-1.1, { decimals: 1 }), fact("-1.10"), "agrees"],
		["a maximum of 40 and 35", quantity(35), fact("40", { qualifier: "max" }), "agrees"],
		["a reference that is approximate", quantity(102), fact("100", { qualifier: "approx" }), "agrees"],
	];
	for (const [name, written, known, agreement] of cases)
		it(`${name}: ${agreement}`, () => assert.equal(compare(written, known, defaultTolerances), agreement));
});

describe("units", () => {
	const of = (unit: string, unitKind: Quantity["unitKind"]): Quantity => quantity(1, { unit, unitKind });
	it("converts lengths, weights, temperatures and rates", () => {
		assert.equal(Number(fitUnit(of("kilometre", "measure"), "mile")?.factor.toFixed(4)), 1.6093);
		assert.equal(fitUnit(of("kilogram", "measure"), "tonne")?.factor, 1000);
		const heat = fitUnit(of("fahrenheit", "measure"), "celsius");
		assert.equal(Number((100 * (heat?.factor ?? 0) + (heat?.offset ?? 0)).toFixed(6)), 212);
		assert.equal(Number(fitUnit(of("kilometre per hour", "measure"), "mile per hour")?.factor.toFixed(4)), 1.6093);
	});
	it("never converts currencies, dimensions or a rate into a sum", () => {
		assert.equal(fitUnit(of("EUR", "currency"), "USD")?.foreign, true);
		assert.equal(fitUnit(of("kilometre", "measure"), "tonne"), undefined);
		assert.equal(fitUnit(of("person per square kilometre", "noun"), "person"), undefined);
		assert.equal(fitUnit(of("percent", "percent"), "person"), undefined);
	});
});

describe("periods", () => {
	it("reads days, weeks, months, quarters, halves, years, decades and spans", () => {
		assert.deepEqual(daysOf("2026-02-04"), { from: 20260204, to: 20260204, grain: "day" });
		assert.deepEqual(daysOf("2026-W06"), { from: 20260202, to: 20260208, grain: "week" });
		assert.deepEqual(daysOf("2025-Q4"), { from: 20251001, to: 20251231, grain: "quarter" });
		assert.deepEqual(daysOf("2025-H1"), { from: 20250101, to: 20250631, grain: "half" });
		assert.deepEqual(daysOf("2024-07/2025-06"), { from: 20240701, to: 20250631, grain: "span" });
		assert.deepEqual(daysOf("199X"), { from: 19900101, to: 19991231, grain: "span" });
	});
	it("reads nothing else", () => {
		for (const text of ["", "PRESENT_REF", "P20Y", "XXXX-WXX-3", "soon", "2025-"]) assert.equal(daysOf(text), undefined);
	});
});
