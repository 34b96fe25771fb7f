import { deepEqual, equal } from "node:assert/strict";
import { means, noTimes, timesOf } from "./times.ts";

describe("durations", () => {
	means("P3D", ["It lasted [three days].", "A [three-day] strike ended.", "They have [3 days] left."]);
	means("P20Y", [
		"It ran for [20 years].",
		"It ran for nearly [twenty years].",
		"It ran for [two decades].",
		"A [20-year] bond was sold.",
		"It fell to a [20-year] low.",
	]);
	means("P6M", ["It took [half a year].", "It took [six months].", "[The first six months] were hard."].slice(0, 2));
	means("P24W", ["It took [two dozen weeks]."]);
	means("PT24H", ["In [the last twenty four hours] it rained.", "Within [24 hours] it rained."]);
	means("P2Y6M", ["It took [two and a half years].", "It took [2.5 years].", "It took [2 1/2 years]."]);
	means("PT1H30M", ["It took [an hour and a half].", "It took [1.5 hours]."]);
	means("PT30M", ["It took [half an hour]."]);
	means("PT2H20M", [
		"It took [two hours and 20 minutes].",
		"She won in [two hours, 20 minutes].",
		"It ran for [2 hours 20 minutes].",
		"It flew for [2hr 20min].",
	]);
	means("P1Y2M", ["He was held for [a year and two months]."]);
	means("P1DT4H3M", ["It lasted [1 day, 4 hours and 3 minutes]."]);
	means("2023-11", ["It was sold [two years and three months ago]."]);
	means("PT8M22.41S", ["She won in [8:22.41].", "The record is [8:22.41]."]);
	means("PT2H4M12S", [
		"She won in [2:04:12].",
		"She won in [2h 04m 12s].",
		"She won in [2h04m12s].",
		"She won in [2hr 4min 12sec].",
		"[2h 04m 12s] is the record.",
	]);
	means("PT1M30.5S", ["The lap took [1m 30.5s].", "The lap took [1:30.5]."]);
	means("PT2H21M", ["It flew for [2h 21m]."]);
	noTimes([
		"They met at 8:22.",
		"They won 3:1.",
		"Verse 12:3.1 says so.",
		"Port 1:2:3 is shut.",
		"It is 16:9.",
		"Version 1:22.41.3 is out.",
	]);
	it("reads results on a clock as figures", () => {
		const of = (text: string) =>
			timesOf(text).map(
				({ found }) => "quantity" in found && [found.quantity.value, found.quantity.unit, found.quantity.decimals, found.quantity.hedge],
			);
		deepEqual(of("She won in 8:22.41."), [[502.41, "second", 2, "exactly"]]);
		deepEqual(of("She ran under 2:04:12."), [[7452, "second", 0, "under"]]);
		deepEqual(of("He was outside 2:04:12."), [[7452, "second", 0, "over"]]);
		deepEqual(of("It flew for 2h 21m."), [[141, "minute", 0, "exactly"]]);
	});
	it("leaves hours of the day alone", () => {
		for (const text of ["At 14:05:09 GMT it failed.", "It came at 10:15:30 p.m. on Tuesday.", "At 14:05:09 it failed."])
			equal(
				timesOf(text).some(({ found }) => found.kind === "duration"),
				false,
				text,
			);
	});
	it("counts in the smallest unit", () => {
		const [claim, ...others] = timesOf("She ran it in 6 minutes 12.5 seconds.");
		deepEqual(
			claim && "quantity" in claim.found && [claim.found.quantity.value, claim.found.quantity.unit, claim.found.quantity.decimals],
			[372.5, "second", 1],
		);
		deepEqual(others, []);
	});
	it("keeps apart what is no whole number of the smaller unit, and what is compared", () => {
		const values = (text: string) => timesOf(text).map(({ found }) => found.time.value);
		deepEqual(values("It ran for 3 years, 2 months, 14 days and 16 hours."), ["P3Y", "P2M", "P14D", "PT16H"]);
		deepEqual(values("It took three hours, 20 minutes longer than planned."), ["PT3H", "PT20M"]);
		deepEqual(values("They spoke for five hours and two days of rest followed."), ["PT5H", "P2D"]);
		deepEqual(values("It took two hours, about 20 minutes of them in the dark."), ["PT2H", "PT20M"]);
	});
	means("P0Y", ["Some are aged [0-14 years]."]);
	means("PT45M", ["It took [three-quarters of an hour]."]);
	means("PT0.5S", ["She won by [half a second]."]);
	means("PT0.1S", ["She won by [a tenth of a second]."]);
	means("PT0.02S", ["She won by [two-hundredths of a second]."]);
	noTimes(["It was a third of a second batch.", "Half a second helping was left."]);
	means("P1Y", ["It took [a year].", "It lasted less than [a year].", "Within [a year] it closed."]);
	means("P1W", ["They waited for [a week].", "It came [a week] after the vote.", "[One week] is short.", "Give them [another week]."]);
	means("P2W", ["It took [a couple of weeks].", "[Two more weeks] are needed.", "[The two previous weeks] were dry."]);
	means("P10Y", ["Over [the past decade] it grew.", "It ran for [a decade]."]);
	means(
		"P5Y",
		["Over [the next five years] it will grow.", "For [the past five years] it grew.", "It grew in [each of the past five years]."].map(
			(s) => s.replace("[each of the", "each of [the"),
		),
	);
	means("P8D", ["It lost ground on [eight trading days]."]);
	means("P1D", ["A [day-long] hearing began."]);
	it("keeps the figure beside the time", () => {
		const [claim] = timesOf("It took more than 10 to 12 days.");
		equal(claim?.found.kind, "duration");
		deepEqual(claim && "quantity" in claim.found && [claim.found.quantity.value, claim.found.quantity.high, claim.found.quantity.unit], [
			10,
			12,
			"day",
		]);
		const [year] = timesOf("It took about a year.");
		deepEqual(year && "quantity" in year.found && [year.found.quantity.value, year.found.quantity.hedge], [1, "about"]);
	});
});

describe("durations of nobody says how much", () => {
	means("PXY", ["In [recent years] it grew.", "It took [several years].", "It took [many years].", "It lasted for [years]."]);
	means("PXM", ["It will close in [the coming months].", "It took [a few months]."]);
	means("PXW", ["Over [the past few weeks] it rained.", "[Weeks] of rain followed.", "It rained in the [weeks] before the vote."]);
	means("PXD", ["It rained in [recent days].", "[A few days] later it dried."]);
});

describe("rates are no durations", () => {
	noTimes([
		"It earns $5 million a year.",
		"There are four flights a week.",
		"It pumps 9,000 barrels a day.",
		"He ran 10 miles an hour.",
		"It costs 40 cents a minute.",
		"Year over year it grew.",
		"The year-on-year rise is 3%.",
	]);
});

describe("plurals that tell no stretch", () => {
	noTimes(["It was the early days of radio.", "The days were long.", "Its headquarters has living quarters."]);
});

describe("sets", () => {
	means("P1D", ["They row [daily].", "They row [every day].", "They row twice [a day]."]);
	means("P1M", ["It is paid [monthly].", "It is paid [every month].", "It is paid [each month].", "It is paid once [a month]."]);
	means("P2D", ["They row [every other day].", "They row [every two days]."]);
	means("P33Y", ["It returns [every 33 years]."]);
	means("XXXX-07", ["It is held [each July]."]);
	noTimes(["The annual report is long.", "The quarterly dividend rose.", "Each of them rowed.", "The daily Courier said so."]);
});

describe("ages", () => {
	means("P54Y", [
		"The [54-year-old] was fined.",
		"A [54-year-old] man was fined.",
		"A [fifty-four-year-old] man was fined.",
		"A [54 year-old] man was fined.",
		"He is [54 years old].",
		"Ola Brand, [54], was fined.",
		"Mr. Brand, [54], was fined.",
		"Ola B. Brand, [54], of Leeds, was fined.",
		"A man [aged 54] was fined.",
		"He died at [age 54].",
		"He died at the [age of 54].",
	]);
	means("P8M", ["An [8-month-old] truce held."]);
	means("P300000Y", ["A [300,000-year-old] skull was found."]);
	it("is a figure in years", () => {
		const [claim] = timesOf("A man aged 18 to 34 was fined.");
		equal(claim?.found.kind, "age");
		deepEqual(claim && "quantity" in claim.found && [claim.found.quantity.value, claim.found.quantity.high, claim.found.quantity.unit], [
			18,
			34,
			"year",
		]);
	});
	means("P5Y", ["Children [aged under 5] go free.", "Anyone [aged over 5] pays."]);
	it("is bounded from farther off", () => {
		const phrases = [
			"under the age of 5",
			"under the age of five years",
			"below age 5",
			"aged under 5",
			"over the age of 5",
			"above the age of 5 years",
			"at the age of 5",
		];
		deepEqual(
			phrases.map((text) => timesOf(`Children ${text} came.`).map(({ found }) => "quantity" in found && found.quantity.hedge)),
			[["under"], ["under"], ["under"], ["under"], ["over"], ["over"], ["exactly"]],
		);
	});
	noTimes(["The Larks 24, the Rooks 17.", "Sections 12, 14, 16 apply.", "In all, 54, no more.", "They won 3, 4, and 5."]);
});
