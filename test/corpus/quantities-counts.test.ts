import { means, noQuantities, reads } from "./quantities.ts";

describe("what is counted", () => {
	means("count 100000000 wireless subscriber", [
		"100 million wireless subscribers",
		"100m wireless subscribers",
		"100,000,000 wireless subscribers",
	]);
	means("count 14 first-team player", ["14 first-team players", "fourteen first-team players"]);
	means("count 20 coal-fired power plant", ["20 coal-fired power plants"]);
	means("count 8 other employee", ["eight other employees"]);
	means("count 20 cyclist", ["20 cyclists", "20 more cyclists", "20 additional cyclists"]);
	means("count 36 Premier League game", ["36 Premier League games"]);
	means("count 50 Toyota and Honda car", ["50 Toyota and Honda cars"]);
	means("count 14000000 Canadian", ["14 million Canadians"]);
	means("count 13 person", ["13 people", "13 persons", "thirteen people"]);
	means("count 3 child", ["three children"]);
	means("count 4 fisherman", ["four fishermen"]);
	means("count 36 staff", ["36 staff", "36 staff"]);
	means("count 12 aircraft", ["12 aircraft"]);
	means("count 12 sports fan", ["12 sports fans"]);
	means("count 64100 none", ["was [64,100] last year", "had [64,100] last March", "was [64,100] in 2025"]);
	means("count 7 city", ["seven cities"]);
	means("count 5 match", ["five matches"]);
	means("count 5 case", ["five cases"]);
	means("count 9 bus", ["nine buses"]);
	means("count 6 wife", ["six wives"]);
	means("count 4 executive", ["four executives"]);
	means("count 3 cave", ["three caves"]);
	means("count 3 wolf", ["three wolves"]);
	means("count 3 analysis", ["three analyses"]);
	means("count 3 crisis", ["three crises"]);
	means("count 3 index", ["three indices"]);
	means("count 3 hero", ["three heroes"]);
	means("count 3 photo", ["three photos"]);
	means("count 3 company", ["three companies"]);
	means("count 3 movie", ["three movies"]);
	means("count 3 virus", ["three viruses"]);
	means("count 3 horse", ["three horses"]);
	means("count 3 box", ["three boxes"]);
	means("count 3 prize", ["three prizes"]);
	means("count 3 NGO", ["three NGOs"]);
	means("count 3 series", ["three series"]);
	means("count 3 business", ["three businesses"]);
	means("count 3 judge", ["three judges"]);
	means("count 3 tie", ["three ties"]);
	means("count 3 shoe", ["three shoes"]);
	means("count 3 gas", ["three gases"]);
	means("count 3 database", ["three databases"]);
	means("count 3 church", ["three churches"]);
	means("count 3 headache", ["three headaches"]);
	means("count 3 vaccine", ["three vaccines"]);
	means("count 3 bus driver", ["three bus drivers"]);
	means("count 12 page", ["a [12-page] letter", "the [12 page] letter", "12 pages"]);
	means("count 3 bedroom", ["a [three-bedroom] cottage", "three bedrooms"]);
	means("count 2 new 737 Max jet", ["two new 737 Max jets"]);
	means("count 12 juror", ["12 of the jurors", "12 jurors"]);
	means("count 7.2 magnitude", ["a [7.2 magnitude] earthquake", "a [7.2-magnitude] earthquake"]);
	means("count 500 flight per week", ["500 flights a week", "500 flights per week"]);
	means("count 5 death per 100,000 person", ["5 deaths per 100,000 people"]);
	reads("seven of the nine judges", "seven → count 7 judge", "nine judges → count 9 judge");
	reads("eight of their last nine games", "eight of their last nine games → count 8 last nine game");
	reads("four of the 12 jurors", "four → count 4 juror", "12 jurors → count 12 juror");
	reads("thousands of $12-an-hour jobs", "$12-an-hour → money 12 USD per hour");
	reads("It lost 120 trees in May, compared with 63 during March.", "120 trees → count 120 tree", "63 → count 63 tree");
	reads("The 30-share index rose 12 points; the 500-stock average fell.", "12 points → count 12 point up change");
	means("count 30 share", ["a [30-share] lot"]);
	reads("Two of Garfield's deputies resigned.", "Two of Garfield's deputies → count 2 deputy");
	reads("Twelve people were killed and 30 injured.", "Twelve people → count 12 person", "30 → count 30 none");
	reads("The index ended at 1,334.20.", "1,334.20 → count 1334.2 none");
});

describe("one", () => {
	means("count 1 death atLeast", ["at least [one death]"]);
	means("count 1 runway", ["The island has only [one runway]."]);
	means("count 1 person", ["[One person] was hurt.", "only [one person]"]);
	noQuantities([
		"one of the largest mills",
		"on the one hand",
		"no one came",
		"this one is green",
		"One thing is clear.",
		"one another",
		"the one who knows",
		"one said",
		"everyone",
		"One can see it.",
	]);
});

describe("names in digits before a noun or a verb", () => {
	reads("Two of the Rolls-Royce engines failed.", "Two of the Rolls-Royce engines → count 2 Rolls-Royce engine");
	noQuantities([
		"The 787 carries the load.",
		"The A380-800 is long.",
		"from Pad 39A",
		"the new 7E7",
		"a 2-for-1 split",
		"They voted 89-52.",
	]);
	means("count 40 ship atLeast", ["[40 ships] or more", "at least [40 ships]", "[40 ships]+"]);
	means("count 40 ship atMost", ["[40 ships] or fewer", "[40 ships] at most."]);
	reads("He caught 40 fish at least once.", "40 fish → count 40 fish");
	reads("It has 40 posts at minimum wage.", "40 posts → count 40 post");
	reads("Vaal's 40 schools closed.", "40 schools → count 40 school");
	reads("Mira’s 16 lay judges met on Vaal's 7-acre site.", "16 lay judges → count 16 lay judge", "7-acre → measure 7 acre");
	reads("It was won by Ida Brandt's 12 points and 4 saves.", "12 points → count 12 point", "4 saves → count 4 save");
	noQuantities(["Hartwig's 350 jets are late.", "Hartwig's 9 Pro phones sell.", "Vaal's 7 News said so.", "It is on Brandt's 2."]);
	noQuantities(["She shot well from three-point range.", "He is a 3-point specialist.", "He passed the 40-goal mark."]);
	means("count 3 point", ["a [three-point] lead"]);
	reads("It will seat 200 to 300 people.", "200 to 300 people → count 200..300 person");
	reads("Its number of users could reach 70m over time.", "70m → count 70000000 none");
});

describe("numbers that assert nothing", () => {
	noQuantities([
		"In 2006 the mill burned down.",
		"the 2020 elections",
		"from 2010 to 2015",
		"It rose in 2019, 2020 and 2021.",
		"on 11 March 2024",
		"on March 11",
		"on Oct. 31",
		"the 1990s",
		"in his 20s",
		"at 10.45pm",
		"at 11:30 a.m.",
		"at 5 o'clock",
		"The lap took 1:36.6.",
		"A Boeing 747 landed.",
		"the iPhone 17",
		"on Windows 11",
		"the S&P 500",
		"the Fortune 500",
		"Section 427, Row 21",
		"under Chapter 11",
		"page 12",
		"phase three",
		"a category 4 hurricane",
		"type 2 diabetes",
		"24/7 care",
		"since 9/11",
		"version 2.1.3",
		"at 192.168.1.2",
		"call 555-123-4567",
		"call +44 20 7946 0000",
		"call 555-1234",
		"575 Larch Road",
		"12 Downing Street",
		"the F-150 and the A320",
		"COVID-19",
		"the TA-35 index",
		"the 96th minute",
		"the 21st century",
		"nineteen eighty-four",
		"Channel Four",
		"the 2013-14 season",
		"a fifty-fifty chance",
		"No. 5 Platform",
		"ISBN 978-3-16-148410-0",
		"the ID.4",
		"Apollo 11",
		"Formula 1 drivers",
		"in A.D. 1066",
	]);
});

describe("years and counts of four digits", () => {
	means("count 2000 guest about", ["about [2000 guests]"]);
	means("count 30290 none", ["Output was last measured at [30290] in the report.", "It was [30290]."]);
	means("count 2754685 none", [
		"The total is [2 754 685].",
		"The total is [2,754,685], based on a census.",
		"a total of [2,754,685] based on a census",
		"Total: [2,754,685] - the highest yet",
	]);
	noQuantities(["Call 020 794 600.", "ZIP 90210", "Write to PO Box 30290."]);
	means("count 1850 unit", ["sales of [1850 units]", "1850 units"]);
	means("count 2020 vote", ["2,020 votes"]);
	means("measure 2000 metre", ["2000 metres", "2000m"]);
	means("money 2000 USD", ["$2000", "2000 dollars"]);
});

describe("designators that are nouns as well", () => {
	means("count 5 time", ["She won the title [five times].", "She broke the law [5 times]."]);
});
