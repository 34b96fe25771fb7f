import { means, noQuantities, reads } from "./quantities.ts";

describe("money in small letters and with spaces", () => {
	means("money 75000000 USD", ["$ 75 million", "us$ 75 million", "us$75m", "$ 75m"]);
	means("money 15 CAD", ["c$ 15", "C$ 15", "ca$15", "15 cad", "cad 15"]);
	means("money 100000000 HKD", ["hk$ 100 m", "hk$ 100 million", "HK$100m", "hk$100m"]);
	means("money 40 TWD", ["nt$ 40", "nt$40", "NT$ 40"]);
	means("money 34.5 AUD", ["a$ 34.5", "a$34.5", "aud 34.5", "34.5 aud"]);
	means("money 3500000000 USD", ["a [$ 3.5 bn] loss", "a [$3.5bn] loss"]);
	means("money 5000000000 INR", ["rs 500 crore", "Rs 500 crore", "rs. 500 crore", "inr 500 crore", "500 crore rupees"]);
	means("money 45 USD", ["usd 45", "45 usd", "45 dollars", "45 bucks"]);
	means("money 200000000 DEM", [
		"dm 200 million",
		"DM 200 million",
		"200 million deutsche marks",
		"200 million d-marks",
		"200 million marks",
	]);
	means("money 350000000 CHF", ["sfr 350 million", "sfr350m", "350 million swiss francs"]);
	means("money 20000000 FRF", ["FFr20m", "FF 20 million", "20 million french francs"]);
	means("money 40000000 ITL", ["40 million lire", "40 million italian lire"]);
	means("money 30 IEP", ["30 irish punts", "30 Irish pounds"]);
	means("money 2000 JPY", ["2,000 yen", "jpy 2,000", "2000 jpy"]);
	means("money 30000000000 JPY", ["a [30-billion-yen] project"]);
	reads("a $ 5-million-a-year contract", "$ 5-million-a-year → money 5000000 USD per year");
	noQuantities(["an N95 mask", "a P45 form", "an R1 rating"]);
	reads("High marks went to 20 pupils.", "20 pupils → count 20 pupil");
	reads("He scored 40 marks.", "40 marks → count 40 mark");
	reads("All he got was 10 punts.", "10 punts → count 10 punt");
});

describe("sizes with more than one side", () => {
	reads("a 4-by-6-inch photo", "4 → measure 4 inch", "6-inch → measure 6 inch");
	reads("a room 3 x 5 metres", "3 → measure 3 metre", "5 metres → measure 5 metre");
	reads("a plot 20 by 30 feet", "20 → measure 20 foot", "30 feet → measure 30 foot");
});

describe("bytes and pressures", () => {
	means("measure 10 megabyte", ["10 mb", "10mb", "10-mb", "10 MB", "10 megabytes"]);
	means("measure 985 millibar", ["985 mb", "985 millibars", "985 mbar"]);
	means("measure 512 kilobyte", ["512 kb", "512 KB", "512kb"]);
	means("measure 2 terabyte", ["2 tb", "2TB", "2 terabytes"]);
	means("measure 50 megabit per second", ["50 megabits a second", "50 megabits per second", "50 Mbps"]);
	means("measure 300 metre per second", ["300 metres a second", "300 m/s"]);
	reads("He ran 5 miles a second time.", "5 miles → measure 5 mile");
});

describe("temperatures in small letters", () => {
	means("measure 60 celsius", ["60 deg c", "60 degrees c", "60 deg celsius", "60 degrees Celsius"]);
	means("measure 98.6 fahrenheit", ["98.6 f", "98.6 degrees f", "98.6 deg f", "98.6F"]);
	means("measure -40 degree", ["-40 degrees", "minus 40 degrees"]);
});

describe("margins, splits and rates", () => {
	means("percent 3 percentage point about", [
		"plus or minus [3 percentage points]",
		"±[3 percentage points]",
		"+/- [3 percentage points]",
		"+/-[3 percentage points]",
	]);
	reads("a $15-an-hour minimum wage", "$15-an-hour → money 15 USD per hour");
	reads("a $15 minimum", "$15 minimum → money 15 USD atLeast");
	reads("72 deaths per 1,000 live births", "72 deaths per 1,000 live births → count 72 death per 1,000 live birth");
	reads("The rate was 15 per 100,000 people.", "15 per 100,000 people → count 15 none per 100,000 person");
	means("percent 20 percent", ["[one out of every five] children", "[one in every five] children", "[one in five] children"]);
	means("percent 80 percent", ["[eight of 10] voters", "[eight out of 10] voters", "[four in five] voters"]);
	reads("nine of 10 penalties", "nine → count 9 penalty", "10 penalties → count 10 penalty");
	reads("six of nine judges", "six → count 6 judge", "nine judges → count 9 judge");
	reads("They made 200 runs for 6 in 50 overs.", "200 runs → count 200 run", "50 overs → count 50 over");
	reads("a magnitude 7.2 earthquake", "7.2 → count 7.2 magnitude");
	reads("16,389 total items", "16,389 total items → count 16389 item");
	reads("from 5,000 to 7,500", "5,000 to 7,500 → count 5000..7500 none");
	reads("1.2m-1.5m users", "1.2m-1.5m users → count 1200000..1500000 user");
});

describe("movement and its look-alikes", () => {
	means("percent 7 percent up to", ["Rates moved up to [7 percent].", "Rates crept up to [7 percent].", "Rates went up to [7 percent]."]);
	means("percent 7 percent to", ["Rates crept back up to [7 percent].", "Rates are inching back up to [7 percent]."]);
	means("percent 7 percent upTo", ["up to [7 percent] of them", "as much as [7 percent] of them"]);
	reads("It began four months in advance.", "four months → measure 4 month");
});

describe("times that are occasions or factors", () => {
	reads("It is used four times per week.", "four times per week → count 4 time per week");
	reads("They won it five times over.", "five times → count 5 time");
	reads("It is four times bigger.", "four times → ratio 4 none");
});

describe("a value and its margin, and minus signs inside brackets", () => {
	reads("It weighs 12.5 ± 0.5 kg.", "12.5 → measure 12.5 kilogram", "0.5 kg → measure 0.5 kilogram about");
	reads("Income was -15€ ($-99.99).", "-15€ → money -15 EUR", "$-99.99 → money -99.99 USD");
});

describe("ranges of prices and small numbers", () => {
	reads("The pound rose half a cent to $1.25.", "half a cent → money 0.005 USD up change", "$1.25 → money 1.25 USD to");
	means("money 0.5..1.5 USD", ["50 cents to $1.50", "from [50 cents to $1.50]", "$0.50 to $1.50"]);
	means("money 10..15 USD per share", ["$10-15 per share", "$10-$15 per share", "$10 to 15 a share"]);
	means("money 1000000..2000000 EUR", ["one to two million euros", "€1-2 million"]);
	means("count 1..2 case", ["one or two cases"]);
	noQuantities(["one to one meetings", "one or the other", "He is one to watch."]);
	reads("a 10,000-strong crowd", "10,000-strong → count 10000 none");
	means("money 10 GBP", ["a [ten-pound] note", "a [10-pound] note"]);
	means("money 300000000 THB", ["Bt300m", "300 million baht"]);
});

describe("units in small letters and short forms", () => {
	means("measure 10 kilowatt hour", ["10 kwh", "10 kWh", "10kwh", "10 kilowatt-hours"]);
	means("measure 500 megawatt", ["500 mw", "500-mw", "500 MW", "500 megawatts"]);
	means("measure 3.5 gigahertz", ["3.5 ghz", "3.5ghz", "3.5 Ghz", "3.5 GHz"]);
	means("measure 100 megahertz", ["100 mhz", "100MHz", "100 megahertz"]);
	means("measure 12 volt", ["12v", "12V", "12 volts", "a [12-volt] battery"]);
	means("measure 1000 british thermal unit", ["1,000 btu", "1,000 btus", "1,000 BTU"]);
	means("measure 8 fluid ounce", ["8 fl oz", "8 fl. oz", "8 fluid ounces"]);
	means("measure 2 quart", ["2 qts", "2 quarts"]);
	means("measure 2 kilogram", ["2kgs", "2 kgs", "2 kilos", "2kg"]);
	means("measure 65 mile per hour", ["65 m.p.h.", "65 mph", "65-mph"]);
	means("measure 56 kilobit per second", ["56 kbps", "56 kb/s", "56 kb per second"]);
	means("measure 4 megabyte", ["4 megs", "4 mb"]);
	means("measure 9.8 metre per square second", ["9.8 m/s2", "9.8 m/s²"]);
	means("measure 200 bushel per acre", ["200 bushels an acre", "200 bushels per acre"]);
	means("measure -5 celsius", ["-5 c", "-5C", "-5 °C"]);
	noQuantities(["a 5v5 match", "for the over 18s", "about the 747s"]);
});

describe("fractions joined to units", () => {
	means("measure 0.75 inch", ["3/4-inch", "3/4 inch", "¾ inch", "three-quarters of an inch"]);
	means("measure 2.5 inch", ["2-1/2 inches", "2 1/2 inches", "2 1/2-inch", "two inches and a half", "2½ inches"]);
	means("measure 1.5 mile", ["a mile and a half", "one and a half miles", "1.5 miles"]);
	means("measure 0.25 acre", ["a quarter-acre", "a quarter of an acre"]);
	reads("They ran a mile and a half-hour later fell.", "a half-hour → measure 0.5 hour");
});

describe("headlines", () => {
	means("money 100000000000 INR", ["a [Rs 10,000-cr] package", "a [Rs 10,000 cr] package", "a [Rs 10,000-crore] package"]);
	means("money 5000000000 USD", ["a [$5-bn] deal", "a [$5bn] deal"]);
	reads("Storm leaves 1.2M without power", "1.2M → count 1200000 none");
	reads("Index up 300 pts", "300 pts → count 300 point up change");
	means("money 20 EUR", ["20 €", "20€", "€20"]);
	noQuantities(["a 1-in-100-year flood", "a six-figure salary", "a double-digit gain"]);
});

describe("names that look like figures", () => {
	noQuantities([
		"two 747s landed",
		"section 80C of the act",
		"seat 14C was empty",
		"an R0 above one",
		"a 60-40 split",
		"a 2-to-1 margin",
		"Level 3 trauma care",
		"the 7/7 inquiry",
		"grade 8 pupils",
	]);
});
