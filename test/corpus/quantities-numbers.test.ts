import { equal } from "node:assert/strict";
import { figuresOf } from "../../server/claims/quantities/figures.ts";
import { findQuantities } from "../../server/claims/quantities/finder.ts";
import { parse } from "../../server/prose/article.ts";
import { means, noQuantities, reads } from "./quantities.ts";

describe("numbers in digits", () => {
	means("count 1200 boat", ["1,200 boats", "1200 boats", "The harbour holds [1,200 boats]."]);
	means("count 1234567 letter", ["1,234,567 letters", "1\u2009234\u2009567 letters", "1\u00a0234\u00a0567 letters"]);
	means("count 10000 letter", ["10 000 letters", "10,000 letters"]);
	means("money 1250000 INR", ["₹12,50,000", "Rs 12,50,000", "Rs. 12.5 lakh", "12.5 lakh rupees"]);
	means("measure 0.5 litre", ["0.5 litres", ".5 litres", "½ litre", "1/2 litre", "half a litre", "half a liter", "one-half litre"]);
	means("measure 2.5 kilometre", [
		"2.5 km",
		"2½ km",
		"2 1/2 km",
		"two and a half kilometres",
		"2 and a half kilometers",
		"two-and-a-half kilometres",
	]);
	means("measure 0.75 mile", ["three-quarters of a mile", "three quarters of a mile", "3/4 mile", "¾ mile", "0.75 miles"]);
	means("measure 0.000025 metre", ["2.5 × 10^-5 metres", "2.5e-5 metres", "2.5x10−5 m"]);
	means("count -12 point", ["-12 points", "−12 points", "minus 12 points"]);
});

describe("numbers in words", () => {
	means("count 2 bridge", ["two bridges"]);
	means("count 21 bridge", ["twenty-one bridges", "Twenty-one bridges", "twenty one bridges"]);
	means("count 105 bridge", ["one hundred and five bridges", "a hundred and five bridges", "one hundred five bridges", "105 bridges"]);
	means("count 28642 reader", ["twenty-eight thousand six hundred and forty-two readers", "28,642 readers"]);
	means("count 3500000 reader", [
		"three and a half million readers",
		"3.5 million readers",
		"3.5m readers",
		"three million five hundred thousand readers",
		"three point five million readers",
	]);
	means("count 500000 reader", [
		"half a million readers",
		"half-a-million readers",
		"0.5 million readers",
		"five hundred thousand readers",
	]);
	means("count 250000 reader", ["a quarter of a million readers", "a quarter million readers"]);
	means("count 24 egg", ["two dozen eggs", "24 eggs"]);
	means("count 6 egg", ["half a dozen eggs", "half-dozen eggs", "six eggs"]);
	means("count 12 egg", ["a dozen eggs", "twelve eggs"]);
	means("count 400000000 reader", ["4 hundred million readers", "four hundred million readers", "400m readers"]);
	means("count 1000000 reader", ["a million readers", "one million readers", "1M readers", "1m readers"]);
});

describe("scale words and letters", () => {
	means("money 1200000000 USD", [
		"$1.2 billion",
		"$1.2bn",
		"$1.2B",
		"$1.2-billion",
		"$1,200 million",
		"1.2 billion dollars",
		"$1,200m",
		"$1.2 bn",
	]);
	means("money 450000 USD", ["$450,000", "$450k", "$450K", "450 thousand dollars"]);
	means("money 2000000000000 EUR", ["€2 trillion", "€2tn", "€2trn", "2 trillion euros"]);
	means("count 8000000000 person", ["8bn people", "8 billion people", "8 B people"]);
	means("measure 100 metre", ["100m", "a [100m] sprint", "The wall is [100m] long.", "The hull is [100 m] long."]);
	means("measure 1200000 ton", ["1.2m tons", "1.2 million tons"]);
	reads("They sold 35m of their smart speakers.", "35m of their smart speakers → count 35000000 smart speaker");
});

describe("magnitudes without a number", () => {
	means("count 10000..100000 student vague", ["tens of thousands of students"]);
	means("count 100000..1000000 student vague", ["hundreds of thousands of students"]);
	means("count 1000..10000 student vague", ["thousands of students"]);
	means("count 12..120 student vague", ["dozens of students", "Dozens of students"]);
	means("measure 1000000..10000000 mile vague", ["millions of miles"]);
	means("money 10000000000..100000000000 USD vague", ["tens of billions of dollars"]);
	means("count 10000000000..100000000000 none vague", ["Repairs will cost [tens of billions]."]);
	means("count 1000000000..10000000000 none vague", ["The unit earns [billions in annual revenue]."]);
	means("count 200..1000 farmer vague", ["several hundred farmers", "a few hundred farmers"]);
	means("count 100000..1000000 student vague", ["among the [hundreds of thousands of students]"]);
	noQuantities(["He kept the scores.", "the tens column"]);
});

describe("ranges", () => {
	means("money 10000000000..12000000000 USD", [
		"$10–12bn",
		"US$10-12bn",
		"$10bn-$12bn",
		"$10 billion to $12 billion",
		"$10 to $12 billion",
		"between [$10 and $12 billion]",
		"from [$10bn to $12bn]",
		"10 to 12 billion dollars",
	]);
	means("count 40..50 barge", [
		"40-50 barges",
		"40–50 barges",
		"40 to 50 barges",
		"between [40 and 50 barges]",
		"from [40 to 50 barges]",
		"40 or 50 barges",
		"forty to fifty barges",
	]);
	means("percent 5..10 percent", ["5% to 10%", "5%-10%", "5-10%", "5 to 10 per cent", "between [5% and 10%]", "5 per cent to 10 per cent"]);
	means("count 1000..2000 barge", ["1 to 2 thousand barges", "1,000-2,000 barges"]);
	means("measure 8..16 metre", ["8- to 16-metre", "an [8- to 16-meter] mast", "8–16 m"]);
	means("measure -18..-4 celsius", ["-18 °C to -4 °C", "-18 to -4 degrees Celsius"]);
	means("count 2..3 barge", ["two or three barges", "2-3 barges"]);
	means("measure 2000..2500 calorie", ["2000 - 2500 calories", "2,000 to 2,500 calories"]);
	reads("a 7- or 8-inch blade", "7 → measure 7 inch", "8-inch → measure 8 inch");
	reads("It costs about 8 or $9.", "8 → money 8 USD about", "$9 → money 9 USD");
	reads("Sales rose 5% to 27,349.", "5% → percent 5 percent up change", "27,349 → count 27349 none to");
});

describe("rows of figures", () => {
	reads("60,000, 70,000 and 80,000 homes", "60,000 → count 60000 home", "70,000 → count 70000 home", "80,000 homes → count 80000 home");
	reads("revenue and profit of $5bn and $1bn, respectively", "$5bn → money 5000000000 USD", "$1bn → money 1000000000 USD");
	reads("blades of 5, 6 and 7 inches", "5 → measure 5 inch", "6 → measure 6 inch", "7 inches → measure 7 inch");
	reads("four-, five- and six-cylinder engines", "four → count 4 cylinder", "five → count 5 cylinder", "six-cylinder → count 6 cylinder");
	reads("It sold 460 trucks, compared with 63 a year earlier.", "460 trucks → count 460 truck", "63 → count 63 truck");
	reads(
		"It spent 280 million of the 1.5 billion shekels.",
		"280 million → money 280000000 ILS",
		"1.5 billion shekels → money 1500000000 ILS",
	);
	reads("two men and one woman", "two men → count 2 man", "one woman → count 1 woman");
});

describe("figures for other readers", () => {
	const figure = (text: string) => figuresOf(parse(text).blocks[0] as never)[0];
	it("keeps units of time with the figure", () => {
		equal(figure("for about 20 years")?.unit?.name, "year");
		equal(figure("for about 20 years")?.unit?.kind, "time");
		equal(figure("for about 20 years")?.hedge, "about");
		equal(figure("the 54-year-old")?.unit?.hyphenated, true);
		equal(figure("40 to 50 hours a week")?.unit?.name, "hour per week");
	});
	it("tells over as during from over as more than", () => {
		equal(figure("a cost of it over six years")?.hedge, "exactly");
		equal(figure("for over six years")?.hedge, "over");
		equal(figure("It took over six hours.")?.hedge, "over");
	});
	it("keeps decimals and scale as written", () => {
		equal(figure("$42.50 billion")?.decimals, 2);
		equal(figure("$42.50 billion")?.scale, 1e9);
		equal(figure("68p")?.scale, 0.01);
	});
	it("gives offsets of the article through markup and entities", () => {
		const article = parse("About **4**2&nbsp;[*thousand*](https://example.org) people &amp; dogs");
		const [block] = article.blocks;
		const [claim] = findQuantities(block as never, { dateline: "2026-02-04" });
		equal("quantity" in (claim as object) && (claim as { quantity: { value: number } }).quantity.value, 42000);
		const { start, end } = (block as { toArticle(span: unknown): { start: number; end: number } }).toArticle(claim);
		equal(article.text.slice(start, end), "4**2&nbsp;[*thousand*](https://example.org) people");
	});
});
