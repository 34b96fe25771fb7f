import { deepEqual, equal } from "node:assert/strict";
import { means, noTimes, timesOf } from "./times.ts";

describe("days told from the dateline", () => {
	means("2026-02-04", [
		"It was announced [Wednesday].",
		"It was announced on [wednesday].",
		"The deal, announced on [Wednesday], is off.",
		"It was sold [today].",
		"[Today]'s vote was close.",
		"It was sold [earlier today].",
	]);
	means("2026-02-03", [
		"It was sold [Tuesday].",
		"It was sold on [Tuesday].",
		"[Tuesday]'s vote was close.",
		"It was sold [late Tuesday].",
		"It was sold [yesterday].",
		"It was sold [last Tuesday].",
	]);
	means("2026-02-05", [
		"It will be sold [Thursday].",
		"It is to be sold on [Thursday].",
		"The court is expected to rule on [Thursday].",
		"The court plans to rule [Thursday].",
		"The deadline runs until [Thursday].",
		"It could come as soon as [Thursday].",
		"It will be sold [tomorrow].",
		"Voters decide [next Thursday].",
	]);
	means("2026-01-29", [
		"It was sold on [Thursday].",
		"All had filed by [Thursday].",
		"Until [Thursday] they had not called.",
		"He is accused of stealing it on [Thursday].",
		"The proposed sale on [Thursday] fell through.",
		"Neither could be reached [Thursday].",
		"He had been due to appear [Thursday].",
		"They said on [Thursday] that they will sell.",
	]);
	means("2026-02-11", ["They will meet [next Wednesday]."]);
	means("2026-01-28", ["They met [last Wednesday]."]);
	means("2026-02-06", ["It opens [this Friday].", "They open on [this coming Friday].", "They planned a march on [Friday]."]);
	means("2026-02-02", ["They left [the day before yesterday]."]);
	means("2026-02-06", ["They leave [the day after tomorrow]."]);
	means("XXXX-WXX-5", ["They meet on [Fridays].", "They meet [every Friday].", "They meet [each Friday]."]);
	it("lets Friday follow Monday in a stretch", () => {
		deepEqual(
			timesOf("He worked Monday to Friday.").map(({ found }) => found.time.value),
			["2026-02-02", "2026-02-06"],
		);
	});
});

describe("parts of the day and hours", () => {
	means("2026-02-03TNI", ["It began [last night].", "It began [Tuesday night].", "It began on [Tuesday night]."]);
	means("2026-02-04TMO", ["It began [this morning].", "It began [Wednesday morning]."]);
	means("2026-02-04TNI", ["It begins [tonight]."]);
	means("2026-02-03T22:00", ["It began at [10 p.m. Tuesday].", "It began at [10 p.m. EST on Tuesday].", "It began at [10 pm, Tuesday]."]);
	means("2026-02-04T04:00", ["It left at [4 in the morning].", "It left at [4 a.m.] sharp."]);
	means("2026-02-03T12:00", ["It began at [noon Tuesday]."]);
	means("2025-11-09T07:15", ["It began at [7:15 a.m. on Nov. 9, 2025]."]);
	noTimes(["The match is at 19:30 in hall 2.", "It is 10:1 against.", "They won 12:30.", "Route 4 in the morning is calm."]);
});

describe("weeks, months and years told from the dateline", () => {
	means("2026-W05", [
		"It was sold [last week].",
		"It was sold [late last week].",
		"It was sold [a week ago].",
		"It was sold [the week of Jan. 26].",
		"It was sold [one week ago].",
	]);
	means("2026-W06", ["It was sold [this week].", "It was sold [earlier this week]."]);
	means("2026-W07", ["It will be sold [next week]."]);
	means("2026-W05-WE", ["It was sold over [the weekend].", "It was sold [last weekend].", "It was sold [the weekend of Jan. 31]."]);
	means("2026-01", ["It was sold [last month].", "It was sold [a month ago].", "It was sold [one month ago]."]);
	means("2026-03", ["It will be sold [next month].", "It will be sold [early next month]."]);
	means("2025", [
		"It was sold [last year].",
		"It was sold [late last year].",
		"It was sold [a year ago].",
		"Sales doubled from [a year earlier].",
	]);
	means("2026", [
		"It was sold [this year].",
		"It opens [later this year].",
		"It closes by [the end of the year].",
		"It closes at [year-end].",
		"It closes by [year's end].",
		"It grew in [the current year].",
	]);
	means("2021", ["It was sold [five years ago]."]);
	means("2026-01-25", ["It was sold [10 days ago]."]);
	means("2031", ["It will be sold [five years from now]."]);
	means("201", ["Wages stood still in [the last decade].", "It was sold [a decade ago]."]);
	means("20", ["It is the worst flood of [this century]."]);
});

describe("times told from the time last spoken of", () => {
	const values = (text: string) => timesOf(text).map(({ found }) => found.time.value);
	it("compares a quarter with the same one of the year before", () => {
		deepEqual(values("Third-quarter profit rose to $9 million from $7 million a year earlier."), ["2025-Q3", "2024-Q3"]);
		deepEqual(values("Profit in the third quarter was $9 million, up from $7 million a year ago."), ["2025-Q3", "2024-Q3"]);
		deepEqual(values("In the third quarter it earned $9 million. In the year-earlier quarter it lost money."), ["2025-Q3", "2024-Q3"]);
		deepEqual(values("In the third quarter it earned $9 million, against a loss in the same period last year."), ["2025-Q3", "2024-Q3"]);
	});
	it("compares a month with the same one of the year before", () => {
		deepEqual(values("Rents rose 3% in November from a year earlier."), ["2025-11", "2024-11"]);
	});
	it("counts every comparison from the period, not from the comparison before", () => {
		deepEqual(values("In 2024 sales were 5, up from 4 a year earlier; profit was 2, up from 1 a year earlier."), ["2024", "2023", "2023"]);
	});
	it("moves on from a date", () => {
		deepEqual(values("They met on May 4, 2020, and signed two days later."), ["2020-05-04", "2020-05-06"]);
		deepEqual(values("They met on May 4, 2020. The next day they signed."), ["2020-05-04", "2020-05-05"]);
		deepEqual(values("They met in May 2020. The following year they signed."), ["2020-05", "2021"]);
		deepEqual(values("They met in June 1998 and parted later that year."), ["1998-06", "1998"]);
		deepEqual(values("It peaked in 2019. The year before, it had been flat."), ["2019", "2018"]);
	});
	it("tells a comparison from the article's period when its block names none", () => {
		const [claim] = timesOf("Sales rose to $9 million from $7 million a year earlier.");
		equal(claim?.found.time.value, "2025");
	});
	noTimes(["That year was long.", "That day everything changed."]);
});

describe("relative marks", () => {
	it("says which values depend on the dateline", () => {
		equal(timesOf("It was sold Tuesday.")[0]?.found.time.relative, true);
		equal(timesOf("It was sold in September.")[0]?.found.time.relative, true);
		equal(timesOf("It was sold in September 2020.")[0]?.found.time.relative, undefined);
		equal(timesOf("It was sold in 2020.")[0]?.found.time.relative, undefined);
	});
});

describe("times without a date", () => {
	means("PRESENT_REF", ["It is [now] open.", "It [currently] has 12 boats.", "[These days] few row.", "The [current] owner is away."]);
	means("PAST_REF", [
		"It [recently] sold 12 boats.",
		"In [the past] it had more.",
		"It was sold [several years ago].",
		"It was sold [years ago].",
	]);
	means("FUTURE_REF", ["In [the future] it may have more.", "It is not for sale in [the near future]."]);
	noTimes([
		"He walked past the mill.",
		"The now-famous mill burned.",
		"The Sunday Times said so.",
		"The Daily Herald closed.",
		"Black Friday is a film by Ode.",
		"He writes for Georgia Today.",
		"It comes every now and again.",
		"An early-morning fire broke out.",
	]);
});
