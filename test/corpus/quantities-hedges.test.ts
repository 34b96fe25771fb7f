import { means, noQuantities, reads } from "./quantities.ts";

describe("hedges before a figure", () => {
	means("count 300 tree about", [
		"about [300 trees]",
		"around [300 trees]",
		"roughly [300 trees]",
		"approximately [300 trees]",
		"some [300 trees]",
		"Some [300 trees]",
		"an estimated [300 trees]",
		"~[300 trees]",
		"≈[300 trees]",
		"circa [300 trees]",
		"c. [300 trees]",
		"approx. [300 trees]",
		"in the region of [300 trees]",
		"something like [300 trees]",
		"near [300 trees]",
		"about another [300 trees]",
		"The ministry said about [300 trees] fell.",
	]);
	means("count 300 tree over", [
		"over [300 trees]",
		"more than [300 trees]",
		"above [300 trees]",
		"upwards of [300 trees]",
		"in excess of [300 trees]",
		"exceeding [300 trees]",
		"well over [300 trees]",
		"just over [300 trees]",
		"slightly more than [300 trees]",
		"a stand of >[300 trees]",
		"greater than [300 trees]",
		"north of [300 trees]",
		"more than just [300 trees]",
		"more than about [300 trees]",
	]);
	means("count 300 tree under", [
		"under [300 trees]",
		"fewer than [300 trees]",
		"less than [300 trees]",
		"below [300 trees]",
		"just under [300 trees]",
		"well below [300 trees]",
		"far fewer than [300 trees]",
		"<[300 trees]",
		"lower than [300 trees]",
		"just short of [300 trees]",
		"shy of [300 trees]",
	]);
	means("count 300 tree atLeast", [
		"at least [300 trees]",
		"no fewer than [300 trees]",
		"no less than [300 trees]",
		"not less than [300 trees]",
		"a minimum of [300 trees]",
		"≥ [300 trees]",
		"a stand of >= [300 trees]",
	]);
	means("count 300 tree atMost", [
		"at most [300 trees]",
		"no more than [300 trees]",
		"not more than [300 trees]",
		"a maximum of [300 trees]",
		"≤ [300 trees]",
	]);
	means("count 300 tree nearly", [
		"nearly [300 trees]",
		"almost [300 trees]",
		"close to [300 trees]",
		"approaching [300 trees]",
		"not quite [300 trees]",
	]);
	means("count 300 tree upTo", ["up to [300 trees]", "as many as [300 trees]", "as much as [300 trees]"]);
	means("count 300 tree", ["exactly [300 trees]", "precisely [300 trees]", "[300 trees]", "a total of [300 trees]", "only [300 trees]"]);
	means("money 25000000000 USD over", ["over [$25 billion]", "more than [$25 billion]", "over [US$25bn]"]);
	means("percent 50 percent nearly up change", ["Prices rose nearly [50%]."]);
	means("percent 5 percent about", ["around a [5%] stake"]);
	means("measure 500 square metre under", ["the sub-[500 sq m] market"]);
});

describe("hedges behind a figure", () => {
	means("count 300 tree about", ["[300 or so trees]", "[300-odd trees]", "some [300-odd trees]"]);
	means("count 300 tree atLeast", ["[300+ trees]", "[300-plus trees]", "[300 or more trees]"]);
	means("measure 5 mile atLeast", ["[5 miles] or more", "[5 miles] at least", "[5 miles] and up", "[5+ miles]"]);
	means("measure 5 mile atMost", ["[5 miles] or less", "[5 miles] at most", "[5 miles] tops"]);
	means("measure 5 mile about", ["[5 miles] or so", "[5 miles] give or take"]);
	reads("at least 20 trees and at most 30 bushes", "20 trees → count 20 tree atLeast", "30 bushes → count 30 bush atMost");
	reads("more than 20 trees or more than 30 bushes", "20 trees → count 20 tree over", "30 bushes → count 30 bush over");
});

describe("hedge and movement together", () => {
	means("percent 2.3 percent over up change", ["Rents rose by more than [2.3%].", "Rents climbed over [2.3%]."]);
	means("percent 2.3 percent under down change", ["Rents fell just under [2.3%]."]);
	means("percent 2.3 percent about down change", ["Rents were down about [2.3%]."]);
	reads("about 14-18 mpg", "14-18 mpg → measure 14..18 mile per gallon about");
	reads("296 hp (224 kW), just under", "296 hp → measure 296 horsepower", "224 kW → measure 224 kilowatt");
	reads(
		"just under 296 hp (224 kW / 300 PS)",
		"296 hp → measure 296 horsepower under",
		"224 kW → measure 224 kilowatt under",
		"300 PS → measure 300 horsepower under",
	);
});

describe("words that bound nothing here", () => {
	means("count 3 firm", ["It took over [3 firms].", "They talked about [3 firms].", "a story about [3 firms]"]);
	noQuantities(["It is over.", "some of them", "up to him", "at least we tried"]);
});
