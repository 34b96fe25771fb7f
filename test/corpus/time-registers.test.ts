import { deepEqual } from "node:assert/strict";
import { means, noTimes, timesOf } from "./times.ts";

describe("ages in other words", () => {
	means("P18Y", [
		"She will turn [18] soon.",
		"He turned [18] in a cell.",
		"an [18yo] clerk",
		"an [18-yo] clerk",
		"[18 y/o] clerk",
		"[18 yrs old]",
		"an [18-yr-old]",
		"no drinks under [18 years of age]",
		"at the [age of eighteen]",
		"a girl [aged eighteen]",
		"[ages 18 to 30]",
		"between the [ages of 18 and 30]",
		"[aged between 18 and 30]",
		"[18] and older",
		"[18] or younger",
		"He was [18] when it sank.",
		"She is [18].",
		"[18-to-30-year-olds]",
		"He's [18].",
		"[18 y.o.] clerk",
		"[ages eighteen through thirty]",
	]);
	it("keeps both ends and the hedge", () => {
		const ages = ["ages 18 to 30", "between the ages of 18 and 30", "18-to-30-year-olds", "18 and older", "people ages 18 and over"];
		deepEqual(
			ages.map((text) => timesOf(text).map(({ found }) => ("quantity" in found ? [found.quantity.high ?? 0, found.quantity.hedge] : []))),
			[[[30, "exactly"]], [[30, "exactly"]], [[30, "exactly"]], [[0, "atLeast"]], [[0, "atLeast"]]],
		);
	});
	noTimes([
		"He turned 40 people away.",
		"He turned 40 pages.",
		"She was 7 of 9 from the line.",
		"It is 18.",
		"He is 2 under par.",
		"They are 18.",
		"He was 20, 30 and 40 yards out.",
	]);
});

describe("clock times of other styles", () => {
	means("2026-02-04T22:30", ["It shut at [10.30pm].", "It shut at [10:30 p.m.]", "It shut at [10.30 pm]."]);
	means("2026-02-06T10:35", ["It will open at [10:35 a.m. (0735 GMT) Friday]."]);
});

describe("stretches that count nothing or are no dates", () => {
	means("2025", ["They rose from 20,000 to 300,000 [last year]."]);
	means("FUTURE_REF", ["It will [one day] be sold.", "He [one day] would sell it."]);
	noTimes(["Temperatures will reach the mid-70s.", "Lows are in the 50s.", 'She spoke on the show "This Week" at length.']);
	means("197", ["It was built in [the mid-70s]."]);
	noTimes(["A man in his early 20s fled.", "Both are in their late fifties.", "A show for over 18s."]);
	means("P2Y6M", ["It took [two years and a half].", "It took [two and a half years]."]);
});

describe("participles after a present", () => {
	means("2026-05", ["They signed a bond to pay when the case is heard in [May].", "He said they would sell if it is held in [May]."]);
	means("2025-05", ["They signed a bond to pay for the case that was heard in [May]."]);
});

describe("weekdays of a week, and of every one", () => {
	means("2026-01-27", ["They met on [Tuesday of last week]."]);
	means("2026-02-10", ["They will meet on [Tuesday of next week]."]);
	means("XXXX-WXX-2TAF", ["He works [Tuesday afternoons]."]);
	means("XXXX-WXX-5", ["It runs [every other Friday].", "It runs [every second Friday].", "It runs [every Friday]."]);
	it("gives the nights to both weekdays", () =>
		deepEqual(
			timesOf("It flies on Monday and Tuesday nights.").map(({ found }) => found.time.value),
			["XXXX-WXX-1TNI", "XXXX-WXX-2TNI"],
		));
	means("2026-W06", ["It was shut in [the week starting on February 4].", "It was shut in [the week of February 4]."]);
	means("2021", ["It was shut in the second week of [2021]."]);
	noTimes(["It is a bi-monthly drill."]);
});

describe("two digits of a year or decade", () => {
	means("196", ["It was built in [the '60s]."]);
	means("193", ["It was built in [the '30s]."]);
	means("201", ["It was built in [the '10s]."]);
	means("1964", ["the class of ['64]"]);
	means("2024", ["the class of ['24]"]);
	it("counts the end of a stretch of weekdays from its start", () =>
		deepEqual(
			timesOf("They work Monday-Friday.").map(({ found }) => found.time.value),
			["2026-02-02", "2026-02-06"],
		));
});
