import { means, noQuantities, reads } from "./quantities.ts";

describe("percent", () => {
	means("percent 0.33 percent", ["0.33%", "0.33 percent", "0.33 per cent", "0.33 pct", "0.33pc", "0.33 %"]);
	means("percent 5 percent", ["five percent", "five per cent", "a [5-percent] stake", "5％", "a [5%] stake"]);
	means("percent 3 percentage point", [
		"3 percentage points",
		"three percentage points",
		"3 percent points",
		"3 pp",
		"3pp",
		"a [3-percentage-point] lead",
		"a [3 percentage-point] lead",
	]);
	means("percent 0.25 percentage point down change", [
		"The bank cut its rate by [a quarter of a point].",
		"It fell [a quarter of a percentage point].",
	]);
	means("percent 0.5 percentage point down change", ["The bank cut its rate by [half a point].", "It fell [half a percentage point]."]);
	means("percent 25 basis point", ["25 basis points", "25bps", "25 bps", "25bp", "a [25-basis-point] move"]);
	means("percent -2 percent", ["-2%", "−2%", "minus 2 percent"]);
});

describe("fractions as shares", () => {
	means("percent 20 percent", ["one in five", "1 in 5", "one out of five", "1 out of 5", "[one in five] adults", "one in every five"]);
	means("percent 75 percent", ["three out of four", "[three quarters] of homes", "[three-quarters] of homes", "[3/4] of homes"]);
	means("percent 50 percent", ["[half] of the homes", "[half] the homes", "[half] of them", "Sales fell, and [half] its shops closed."]);
	means("percent 33.3333333333333 percent", [
		"[a third] of the homes",
		"[one-third] of the homes",
		"[one third] of homes",
		"[1/3] of the homes",
	]);
	means("percent 66.6666666666667 percent", [
		"[two-thirds] of the homes",
		"[two thirds] of voters",
		"a [two-thirds] majority",
		"[⅔] of the homes",
	]);
	means("percent 25 percent down change", ["Traffic fell by [a quarter]."]);
	means("percent 33.3333333333333 percent about", ["Roughly [a third] of them left."]);
	means("percent 25..33.3333333333333 percent", [
		"Between [a quarter and a third] of them left.",
		"[A quarter to a third] of them left.",
		"from [a quarter to a third] of them",
	]);
	noQuantities([
		"the second half of the match",
		"in the third quarter",
		"a third man came in",
		"first-half goals",
		"a half-hearted try",
		"the other half",
		"It was cut in half.",
		"She came a fifth time.",
	]);
	reads("three in five matches", "five matches → count 5 match");
});

describe("movement", () => {
	means("percent 0.33 percent up change", [
		"Shares rose [0.33%].",
		"Shares were up [0.33%].",
		"Shares increased by [0.33%].",
		"Shares gained [0.33%].",
		"Shares jumped [0.33%].",
		"Shares climbed a further [0.33%].",
		"Shares finished [0.33%] higher.",
		"Prices were raised by [0.33%].",
	]);
	means("percent 2.3 percent down change", [
		"Shares fell [2.3%].",
		"Shares slid [2.3%].",
		"Shares were down [2.3%].",
		"Shares lost [2.3%].",
		"Output shrank by [2.3%].",
		"Budgets were cut [2.3%].",
		"Budgets were cut by [2.3%].",
		"Shares ended [2.3%] lower.",
		"It cut emissions by [2.3%].",
		"a [2.3%] drop",
		"a sharp [2.3%] drop",
		"a drop of [2.3%]",
	]);
	reads(
		"Output grew 0.2% quarter on quarter and 1.1% year on year.",
		"0.2% → percent 0.2 percent up change",
		"1.1% → percent 1.1 percent up change",
	);
	reads(
		"Prices fell 3 percent in May and 4 percent of shops closed.",
		"3 percent → percent 3 percent down change",
		"4 percent → percent 4 percent",
	);
	reads(
		"Prices fell 3 percent and rents gained and 4 percent.",
		"3 percent → percent 3 percent down change",
		"4 percent → percent 4 percent",
	);
	means("percent 57 percent nearly up change", [
		"Shares are up nearly [57%].",
		"Shares rose nearly [57%].",
		"Shares rose by almost [57%].",
	]);
	means("money 3000000 USD", ["It raised [$3 million].", "It cut [$3 million] of waste."]);
	reads("Shares rose 0.33% to $239.40.", "0.33% → percent 0.33 percent up change", "$239.40 → money 239.4 USD to");
	reads(
		"The index rose 0.65 per cent to end at 27,349.19.",
		"0.65 per cent → percent 0.65 percent up change",
		"27,349.19 → count 27349.19 none to",
	);
	reads("The index closed up 1% at 1,463.78.", "1% → percent 1 percent up change", "1,463.78 → count 1463.78 none to");
	reads("The shares rose five pence to 913 pence.", "five pence → money 0.05 GBP up change", "913 pence → money 9.13 GBP to");
	reads("The shares closed at $23.25, off 12.5 cents.", "$23.25 → money 23.25 USD", "12.5 cents → money 0.125 USD down change");
	reads("Rents fell 50% to 75%.", "50% to 75% → percent 50..75 percent down change");
	reads("The firm had a loss of $3 million.", "$3 million → money 3000000 USD");
	reads("Its fees make up 20 to 25 percent of sales.", "20 to 25 percent → percent 20..25 percent");
	reads("They posted gains of 8 and 14 percent.", "8 → percent 8 percent up change", "14 percent → percent 14 percent up change");
	reads("She leads by 49 percent to 47 percent.", "49 percent → percent 49 percent", "47 percent → percent 47 percent");
	means("percent 0.5 percent", ["half of 1 percent", "half a percent", "half of one percent", "0.5%"]);
	reads("The rate climbed to 6.7% from 6.29%.", "6.7% → percent 6.7 percent up to", "6.29% → percent 6.29 percent from");
	reads("The index lost 190 points, or 0.6%.", "190 points → count 190 point down change", "0.6% → percent 0.6 percent down change");
	reads("Output grew from 40 to 50 tonnes.", "40 → measure 40 tonne from", "50 tonnes → measure 50 tonne to");
	reads(
		"Demand has crept up, from 40 litres a day in 2009 to 47 litres a day last year.",
		"40 litres a day → measure 40 litre per day from",
		"47 litres a day → measure 47 litre per day to",
	);
	reads(
		"Demand fell from 40 litres a day in 2009, to judge by 3 towns.",
		"40 litres a day → measure 40 litre per day from",
		"3 towns → count 3 town",
	);
	reads("Sales fell 5%, owing to 12 closures.", "5% → percent 5 percent down change", "12 closures → count 12 closure");
	reads("Rents rose, thanks to 3 new leases.", "3 new leases → count 3 new lease");
	reads("Alder was down 2.3%, Birch by 2.6%.", "2.3% → percent 2.3 percent down change", "2.6% → percent 2.6 percent down change");
	reads("Prices rose by 2 percent but rents fell by 1.", "2 percent → percent 2 percent up change", "1 → percent 1 percent down change");
	reads(
		"Staffing grew by 600 posts or 2.2 per cent.",
		"600 posts → count 600 post up change",
		"2.2 per cent → percent 2.2 percent up change",
	);
	reads("Sales doubled to 40 tonnes.", "doubled → ratio 2 none up change", "40 tonnes → measure 40 tonne up to");
	reads("The team lost 3 games and added 2 players.", "3 games → count 3 game", "2 players → count 2 player");
});
