import { deepEqual } from "node:assert/strict";
import { means, noTimes, timesOf } from "./times.ts";

describe("full dates", () => {
	means("2026-02-04", [
		"The mill opened [Feb. 4, 2026].",
		"The mill opened on [February 4, 2026], after a delay.",
		"The mill opened on [4 February 2026].",
		"The mill opened on [the 4th of February 2026].",
		"The mill opened on [4th February, 2026].",
		"Filed [2026-02-04] with the court.",
		"Filed [2026/02/04] with the court.",
		"Filed [02/04/2026] with the court.",
		"Filed [2/4/26] with the court.",
		"Filed [4.2.2026] with the court.",
		"Filed [02-04-2026] with the court.",
		"Filed on [4 february 2026].",
		"Filed on [Wednesday, Feb. 4, 2026].",
		"Filed on [Wed., Feb. 4, 2026].",
		"Filed on [Wednesday 4 February 2026].",
		"Filed on [Wednesday, the 4th of February, 2026].",
	]);
	means("2025-12-25", ["Signed on [25/12/2025] in Porto.", "Signed on [Dec. 25th, 2025].", "Signed on [December the twenty-fifth, 2025]."]);
	means("1984-07-01", ["Founded on [July 1, 1984].", "Founded on [July first, nineteen eighty-four]."]);
	means("1998-10-31", ["Founded on [Oct. 31 '98]."]);
	means("2024-02-29", ["It snowed on [Feb. 29, 2024]."]);
	it("keeps a weekday beside a date", () => {
		deepEqual(timesOf("The vote was on Tuesday, Feb. 3, 2026.")[0]?.found.time, { type: "date", value: "2026-02-03", weekday: 2 });
		// The third was a Tuesday: whether the two agree is not the reader's to judge.
		deepEqual(timesOf("The vote was on Friday, Feb. 3, 2026.")[0]?.found.time, { type: "date", value: "2026-02-03", weekday: 5 });
	});
});

describe("days without a year", () => {
	means("2026-02-10", [
		"The board will meet [Feb. 10].",
		"The board meets on [10 February].",

		"The offer was extended until [Feb. 10].",
	]);
	means("2025-11-20", ["The board met on [Nov. 20].", "The plant caught fire [Nov. 20]."]);
	means("2026-01-30", ["It was sold on [Jan. 30].", "It was sold on [Friday, Jan. 30]."]);
	means("2026-03-15", ["The company declared a dividend payable [March 15]."]);
	means("2025-12-31", ["Cash stood at $5 million as of [Dec. 31]."]);
	means("2025-03-31", ["Trading ended [March 31]; it lost money."]);
	it("reads each day of a list and of a stretch", () => {
		const values = (text: string) => timesOf(text).map(({ found }) => found.time.value);
		deepEqual(values("The fair runs May 4, 5 and 6, 2026, in Lyon."), ["2026-05-04", "2026-05-05", "2026-05-06"]);
		deepEqual(values("The fair ran from Jan. 4-6."), ["2026-01-04", "2026-01-06"]);
		deepEqual(values("The fair runs Nov. 9-11, 2027."), ["2027-11-09", "2027-11-11"]);
		deepEqual(values("On Jan. 3, 10 people were hurt."), ["2026-01-03"]);
	});
});

describe("months", () => {
	means("2025-09", [
		"Sales fell in [September].",
		"Sales fell in [Sept. 2025].",
		"Sales fell in [September, 2025].",
		"Sales fell in [early September].",
	]);
	means("2025-05", [
		"Sales fell in [May].",
		"Sales fell [last May].",
		"They agreed on a [May] deadline that passed.",
		"It was settled by [May 2025].",
	]);
	means("2026-05", ["It will be settled in [May].", "It will be settled [next May].", "It will be settled in [mid-May]."]);
	means("2025-03", [
		"Rents rose in [March], then fell.",
		"Rents rose between [March] and [March 2025].",
		"Rents rose in [March last year].",
	]);
	means("2026-01", ["Rents rose in [late January].", "Rents rose at [the end of January].", "Rents rose in [January this year]."]);
	means("2026-06", [
		"The bridge will close in [June].",
		"The bridge closes at [end-June].",
		"The bridge will close at [the beginning of June].",
	]);
});

describe("years", () => {
	means("2006", [
		"It was founded in [2006].",
		"Since [2006] it has grown.",
		"[2006]'s losses were larger.",
		"It fell (in [2006]) by half.",
		"In [2006] researchers found a cure.",
	]);
	means("2025", [
		"Traffic will double by [2025].",
		"Its [2025] results were weak.",
		"[Early in 2025] it closed.",
		"[Mid-2025] brought relief.",
		"The [2025] elections were calm.",
	]);
	means("1984", [
		"It was written in [nineteen eighty-four].",
		"It was written in [1984] and sold.",
		"The class of ['84] met.",
		"It opened in [early 1984].",
	]);
	means("2000", ["They feared [the year two thousand].", "They feared [the year 2000]."]);
	means("2005", ["It began in [two thousand five].", "It began in [two thousand and five]."]);
	means("1066", ["The castle fell in [1066]."]);
	means("2024", [
		"The [2024-25] season began late.",
		"[Fiscal 2024] was weak.",
		"It grew in [fiscal year 2024].",
		"The class of [2024] left.",
		"They met in Paris, in [2024].",
	]);
	it("reads both ends of a stretch of years", () => {
		const values = (text: string) => timesOf(text).map(({ found }) => found.time.value);
		deepEqual(values("Prices doubled from 1990 to 1995."), ["1990", "1995"]);
		deepEqual(values("Prices doubled in 1990-95."), ["1990", "1995"]);
		deepEqual(values("Prices doubled in 1985–1990."), ["1985", "1990"]);
		deepEqual(values("The years 2019, 2020 and 2021 were wet."), ["2019", "2020", "2021"]);
	});
});

describe("decades and centuries", () => {
	means("199", [
		"It was built in [the 1990s].",
		"It was built in [the '90s].",
		"It was built in [the late 1990s].",
		"It was built in [the mid-1990s].",
		"It was built in [the nineties].",
		"It was built in [the nineteen nineties].",
	]);
	means("198", ["It was built in [the early '80s]."]);
	means("202", ["Growth in [the 2020s] is slower."]);
	means("18", ["It dates from [the 19th century].", "It dates from [the nineteenth century].", "It dates from [the 1800s]."]);
	means("20", ["Few in [the twenty-first century] write letters."]);
});

describe("holidays", () => {
	means("2025-12-25", ["It burned down on [Christmas Day].", "It burned down at [Christmas]."]);
	means("2025-12-24", ["It burned down on [Christmas Eve]."]);
	means("2025-11-27", ["They met [last Thanksgiving].", "They met on [Thanksgiving Day]."]);
	means("2026-11-03", ["They will vote on [Election Day]."]);
	means("2026-04-03", ["The shop will close on [Good Friday]."]);
	means("2026-04-05", ["The shop will close on [Easter Sunday]."]);
	means("2026-01-01", ["It took effect on [New Year's Day]."]);
	noTimes(["They sold Christmas trees.", "The Good Life is a film.", "The Easter Rising failed.", "A new year old story."]);
});

describe("no dates", () => {
	noTimes([
		"May I ask who paid?",
		"They may go, and they march on.",
		"Theresa May said no.",
		"Prime Minister May resigned.",
		"April Lindqvist and June Okafor won.",
		"An august body met.",
		"They will march and sing.",
		"The second man ran.",
		"Anger after 9/11 was great.",
		"The shop is open 24/7.",
		"Version 2.0.1 and 10.4 shipped.",
		"Version 31.13.2026 and 4.2.26 shipped.",
		"Call 555-1990 or 212-555-1984.",
		"The Larks won 3-2 and 4-1.",
		"Some 1990 people came, and about 2000 stayed.",
		"It sold 2000 tickets for $1999.",
		"More than 1900 workers left.",
		"The Boeing 747 and Windows 2000 were old.",
		"Room 1984 is shut.",
		"The hotel offers 1850 rooms.",
		"It weighs 1800 kg.",
		"February 30 was written there.",
		"It said 2026-13-45 and 2026-02-30.",
		"On June 31, nothing.",
		"The score was 02/45.",
		"Serial 123-2019-55 was lost.",
	]);
});

describe("years in tables", () => {
	it("are headers, names of rows and what a header calls years", () => {
		const table = "| Year | Boats |\n|---|---|\n| 1998 | 2001 |\n| 2004 | 1950 |\n";
		deepEqual(
			timesOf(table).map(({ words }) => words),
			["1998", "2004"],
		);
		deepEqual(
			timesOf("| Boats | 2024 | 2025 |\n|---|---|---|\n| Red | 1999 | 2003 |\n").map(({ words }) => words),
			["2024", "2025"],
		);
	});
});

describe("dates in Markdown", () => {
	it("are read through marks and entities", () => {
		deepEqual(
			timesOf("It opened **Feb.**&nbsp;4, *2026*, and [last\nweek](https://example.org/2019-01-01) shut.").map(
				({ found }) => found.time.value,
			),
			["2026-02-04", "2026-W05"],
		);
	});
});
