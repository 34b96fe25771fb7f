import { deepEqual } from "node:assert/strict";
import { means, noTimes, timesOf } from "./times.ts";

const values = (text: string) => timesOf(text).map(({ found }) => found.time.value);

describe("days told by a named day", () => {
	means("2025-12-24", ["It closed [the day before Christmas]."]);
	means("2026-02-02", ["She moved [the day before last Tuesday]'s hearing."]);
	means("2026-01-31", ["It thawed on [the day after Friday]'s storm."]);
	means("2026-W01", ["It reopened [the week after Christmas]."]);
	means("2024", ["It was sold [the year before last]."]);
	means("2026-02-12", ["They meet [a week from Thursday]."]);
	means("2026-02-23", ["He starts [two weeks from Monday]."]);
	it("begins with the day where it lasts", () => {
		deepEqual(values("It closed for a week from Monday."), ["P1W", "2026-02-02"]);
	});
	means("2026-W08", ["It leaves [the week after next]."]);
	noTimes(["It snowed the day before he left.", "The paint dries in the week before the show."]);
	it("gives no weight to the noun behind last", () => {
		deepEqual(values("It closed the year before last summer."), ["2025-SU"]);
	});
});

describe("a month's first and last weekdays", () => {
	means("2026-11-03", ["The vote will be on [the first Tuesday in November]."]);
	means("2024-05-26", ["The fair was on [the last Sunday of May 2024]."]);
	means("P1M", [
		"The council meets on [the second Monday of every month].",
		"The council meets on [the last Friday of each month].",
		"The market comes on [the first Saturday of the month].",
		"The market comes [every second Saturday of the month].",
	]);
	means("XXXX-WXX-6", ["The market comes [every second Saturday]."]);
});

describe("hours with a zone", () => {
	means("2026-02-04T14:30", ["It settled by [1430 GMT].", "It settled at [14:30 GMT].", "It closed at [1430 BST]."]);
	means("2026-02-05T09:05", ["It will close at [0905 UTC on Thursday]."]);
	means("2003", ["It began in [2003] guests' rooms."]);
	noTimes(["It ended 14:30 in hall 2.", "It is 4399 GMT."]);
});

describe("hours of a part of the day", () => {
	means("2026-02-03T23:00", ["It broke out at [11pm last night].", "It broke out at [11pm yesterday evening]."]);
	means("2026-02-04T02:00", ["It broke out at [2am last night].", "It broke out at [2 a.m. this morning]."]);
	means("2026-01-30T06:00", ["It broke out at [6 a.m. Friday morning]."]);
});

describe("stretches of months", () => {
	means("2025-Q4", ["Output fell in [the October-December quarter].", "Output fell in [the October to December period]."]);
	means("2024-H1", ["Output fell in [the January–June half of 2024]."]);
	it("ends a stretch after its beginning", () => {
		deepEqual(values("The season runs from March to January."), ["2026-03", "2027-01"]);
		deepEqual(values("Rain fell from October to January."), ["2025-10", "2026-01"]);
		deepEqual(values("It is open from March 3 through Feb. 20."), ["2026-03-03", "2027-02-20"]);
	});
	it("takes nothing from a month that is no beginning", () => {
		deepEqual(values("Sales fell in March. In the three months to January they rose."), ["2025-03", "P3M", "2026-01"]);
	});
});

describe("stretches without a number around something", () => {
	means("PXY", [
		"In the [years] that followed, it shrank.",
		"Over the [years] it won six cups.",
		"It will stand for [years] to come.",
		"It ended a [years-old] quarrel.",
	]);
	means("PXW", ["It faces losses in the [weeks] ahead."]);
	means("PXM", ["It faces losses in the [months] to come."]);
	noTimes(["It was her third win in as many weeks."]);
	means("P6W", ["It is expected to last [six weeks].", "It may last [six weeks].", "[The last six weeks] were dry."]);
	noTimes(["The years were kind.", "Over the years of war it shrank.", "It came to the days of wine."]);
});

describe("what is too old for a year", () => {
	means("PAST_REF", ["They died out [66 million years ago].", "It was built [5,000 years ago]."]);
	it("is a date", () => {
		deepEqual(
			timesOf("It was built 5,000 years ago.").map(({ found }) => found.time.type),
			["date"],
		);
	});
});

describe("what comes later than nothing that was dated", () => {
	means("PAST_REF", ["He returned [three weeks later].", "[The following month] it was sold.", "He came to court [the next morning]."]);
	means("2026-W08", ["She will leave [two weeks later]."]);
});

describe("end points that open a sentence", () => {
	means("2026-02-03TEV", ["By [Tuesday evening] 600 people were there."]);
	means("2026-02-06", ["By [Friday] the council must decide.", "They will tell us by [Friday] whether it failed."]);
	means("2026-02-02", ["Until [Monday] it was open."]);
});

describe("stretches up to the end of something", () => {
	it("are placed by it", () => {
		deepEqual(values("It rose in the year to the end of March 2025."), ["P1Y", "2025-03"]);
		deepEqual(values("It rose in the quarter to the end of June."), ["2025-Q2", "2025-06"]);
		deepEqual(values("It rose in the quarter ended September."), ["2025-Q3", "2025-09"]);
	});
});

describe("the week of a day that was spoken of", () => {
	const on = (text: string, dateline: string) => timesOf(text, dateline).map(({ found }) => found.time.value);
	it("is last week's on a Monday when it is told of", () => {
		deepEqual(on("It fell on Friday. For the week, it lost 2 percent.", "2026-02-02"), ["2026-01-30", "2026-W05"]);
	});
	it("is this week's when it is to come", () => {
		deepEqual(on("It met on Friday and will vote later in the week.", "2026-02-02"), ["2026-01-30", "2026-W06"]);
	});
});

describe("nouns that look like verbs, and plans that were kept", () => {
	means("2026-01-29T24:00", ["It passed by 51 votes to 49 before [midnight on Thursday]."]);
	means("2026-02-01", ["The march took place as planned on [Sunday].", "The march went ahead as originally scheduled on [Sunday]."]);
	means("2026-02-08", ["The vote is on [Sunday].", "The deadline is [Sunday]."]);
	means("2026-02-01", ["It is [Sunday]."]);
	means("2026-02-08", ["The march is planned for [Sunday]."]);
});
