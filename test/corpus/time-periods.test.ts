import { deepEqual, equal } from "node:assert/strict";
import { find } from "../../server/claims/finders.ts";
import { parse } from "../../server/prose/article.ts";
import { DATELINE, means, noTimes, timesOf } from "./times.ts";

describe("quarters", () => {
	means("2025-Q4", [
		"Revenue rose in [the most recent quarter].",
		"Revenue rose in [the latest quarter].",
		"Revenue rose in [the fourth quarter].",
		"[Fourth-quarter] revenue rose.",
		"Revenue rose [last quarter].",
		"Revenue rose in [Q4].",
		"Revenue rose in [Q4 2025].",
		"Revenue rose in [4Q25].",
		"Revenue rose in [the fourth quarter of 2025].",
		"Revenue rose in [the fourth quarter of last year].",
		"Revenue rose in [last year's fourth quarter].",
		"Revenue rose in [the 2025 fourth quarter].",
		"It expects to report [fourth-quarter] earnings.",
	]);
	means("2026-Q1", [
		"Revenue will rise in [the current quarter].",
		"Revenue will rise [this quarter].",
		"Revenue will rise in [the first quarter].",
	]);
	means("2024-Q2", [
		"It grew in [the second quarter of 2024].",
		"It grew in [Q2 2024].",
		"It grew in [Q2, 2024].",
		"It grew in [the second quarter of fiscal 2024].",
		"It grew in [Q2 FY24].",
	]);
	means("2025-Q3", ["[Third-quarter] sales slipped.", "Sales slipped in its [third quarter]."]);
	means("2025-Q3", [
		"Sales slipped in [the September quarter].",
		"Sales slipped in [the September 2025 quarter].",
		"Sales slipped in [the September quarter of last year].",
		"[September quarter] sales slipped.",
	]);
	means("2024-Q2", ["It grew in [the June quarter of 2024]."]);
	means("2025-H2", ["It grew in [the December half]."]);
	means("2024-Q4", [
		"It was higher in [the same quarter last year].",
		"It was higher in [the year-ago quarter].",
		"[Prior-year quarter] sales were higher.",
	]);
	it("tells a quarter by the day on which it ended", () => {
		const first = (text: string) => timesOf(text)[0]?.found.time.value;
		equal(first("In the quarter ended Sept. 30, sales fell."), "2025-Q3");
		equal(first("In the quarter ended Jan. 3, 2026, sales fell."), "2025-Q4");
	});
	noTimes([
		"They live in close quarters.",
		"The quarterback ran.",
		"Three quarters of voters stayed home.",
		"The third quarter-final is on.",
	]);
});

describe("halves", () => {
	means("2025-H1", [
		"It grew in [the first half of 2025].",
		"It grew in [H1 2025].",
		"It grew in [1H25].",
		"It grew in [the first two quarters of 2025].",
		"It grew in [last year's first half].",
	]);
	means("2025-H2", ["It grew in [the second half of last year].", "It grew in [the last half of 2025].", "It grew in [the second half]."]);
	means("2026-H2", ["It will grow in [the second half of this year].", "It will grow in [the second half of the year]."]);
	noTimes(["They scored in the first half of the match.", "The first half hour was dull.", "Half of them left."]);
});

describe("fiscal years", () => {
	means(
		"2025",
		[
			"It grew in [FY25].",
			"It grew in [FY2025].",
			"It grew in [FY 2025].",
			"It grew in [fiscal 2025].",
			"It grew in [fiscal year 2025].",
			"It grew in [its latest fiscal year].",
		].map((s) => s.replace("[its ", "its [")),
	);
});

describe("seasons", () => {
	means("2025-SU", ["It opened [last summer].", "It opened in [the summer of 2025].", "It opened in [summer 2025]."]);
	means("2026-SP", ["It will open [this spring].", "It will open in [the spring]."]);
	means("2024-WI", ["It froze in [the winter of 2024]."]);
	means("2025-FA", ["It opened [last fall].", "It opened [last autumn]."]);
	noTimes(["The fall in prices went on.", "Prices fall and spring back.", "They summer in Nice."]);
});

describe("seasons of a year in two digits", () => {
	means("1969-SU", ["They met in [the summer of '69]."]);
	means("2005-SP", ["They met in [the spring of ’05]."]);
});

describe("stretches that lie somewhere", () => {
	const period = (text: string) => timesOf(text)[0]?.found.time;
	it("places months by the day or month on which they end", () => {
		deepEqual(period("In the three months to June, it grew."), { type: "duration", value: "P3M", period: "2025-Q2" });
		deepEqual(period("In the three months ended Sept. 30, 2025, it grew."), { type: "duration", value: "P3M", period: "2025-Q3" });
		deepEqual(period("In the six months ended Dec. 31, 2024, it grew."), { type: "duration", value: "P6M", period: "2024-H2" });
		deepEqual(period("In the 13 weeks ended Jan. 3, 2026, it grew."), { type: "duration", value: "P13W", period: "2025-Q4" });
		deepEqual(period("In the year ended March 31, it grew."), { type: "duration", value: "P1Y", period: "2024-04/2025-03" });
		deepEqual(period("In the 12 months to December 2025, it grew."), { type: "duration", value: "P12M", period: "2025" });
	});
	it("places the first and the last months of a year", () => {
		deepEqual(period("In the first nine months of 2025, it grew."), { type: "duration", value: "P9M", period: "2025-01/2025-09" });
		deepEqual(period("In the last six months of 2025, it grew."), { type: "duration", value: "P6M", period: "2025-H2" });
		deepEqual(period("In the first six months, it grew."), { type: "duration", value: "P6M", period: "2025-H1" });
	});
	it("leaves other durations where they are", () => {
		deepEqual(period("It ran for three months in June."), { type: "duration", value: "P3M" });
	});
});

describe("an article's period", () => {
	it("is what a year earlier is told from, paragraphs later", () => {
		const article = parse("Brisk Co. said third-quarter profit fell.\n\nSales were $9 million, against $8 million a year earlier.");
		const values = find(article, { dateline: DATELINE }).flatMap((claim) => ("time" in claim ? [claim.time.value] : []));
		deepEqual(values, ["2025-Q3", "2024-Q3"]);
	});
});

describe("quarters and halves of a game", () => {
	noTimes([
		"The Rooks outscored the Larks by 12 in the third quarter.",
		"She scored twice in the second half.",
		"The Larks pulled away in the fourth quarter. Brand had nine assists, four rebounds and two steals off the bench.",
	]);
	means("2025-Q3", ["The game maker's profit rose in [the third quarter]."]);
});
