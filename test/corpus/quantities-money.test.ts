import { means, noQuantities, reads } from "./quantities.ts";

describe("money by sign", () => {
	means("money 42500000000 USD", [
		"$42.5 billion",
		"a [$42.5 billion] plan",
		"US$42.5bn",
		"$US42.5bn",
		"US $42.5 billion",
		"USD 42.5bn",
		"USD42.5bn",
		"42.5 billion U.S. dollars",
		"42.5bn US dollars",
		"$42.5bn USD",
	]);
	means("money 3000000 EUR", [
		"€3m",
		"€3 million",
		"EUR3m",
		"EUR 3m",
		"3m euros",
		"3 million euros",
		"3 million EUR",
		"3,000,000€",
		"€ 3 million",
	]);
	means("money 239.4 USD", ["$239.40", "239.40 dollars", "$239.4"]);
	means("money 5 HKD", ["HK$5", "5 Hong Kong dollars"]);
	means("money 5 AUD", ["A$5", "AU$5", "AUD 5", "5 Australian dollars", "$A5", "AU $5"]);
	means("money 6 CAD", ["C$6", "CA$6", "C $6", "6 Canadian dollars", "CAD 6"]);
	means("money 20 NZD", ["NZ$20", "20 New Zealand dollars", "NZD 20"]);
	means("money 7 SGD", ["S$7", "7 Singapore dollars"]);
	means("money 100 JPY", ["¥100", "100 yen", "100 Japanese yen", "JPY 100"]);
	means("money 100 KRW", ["₩100", "KRW 100", "100 South Korean won"]);
	means("money 8000000 GBP", ["£8m", "PS8m", "PS8 million", "PS8,000,000", "a [PS8m] grant"]);
	means("money 4.5 GBP", ["£4.50", "PS4.50"]);
	noQuantities(["It runs on a PS5.", "Lot PS 118 is next.", "It has PS5.1 sound."]);
	means("money 500 INR", ["₹500", "Rs 500", "Rs. 500", "500 rupees", "500 Indian rupees", "INR 500"]);
	means("money 79 MYR", ["RM79", "79 ringgit", "79 Malaysian ringgit"]);
	means("money 9000000000 CNY", ["9 billion yuan", "9bn Chinese yuan", "CNY 9bn", "9 billion renminbi"]);
	means("money -50800000000 USD", ["$-50.8bn", "-$50.8bn", "−$50.8bn", "minus $50.8bn"]);
});

describe("money by name", () => {
	means("money 7500000 DKK", ["7.5 million Danish crowns", "7.5m Danish kroner", "7.5m Danish krone", "DKK 7.5m"]);
	means("money 10 SEK", ["10 Swedish kronor", "10 Swedish crowns", "10 kronor"]);
	means("money 10 NOK", ["10 Norwegian kroner", "10 Norwegian crowns"]);
	means("money 10 CZK", ["10 Czech koruna", "10 Czech crowns", "10 Czech korunas"]);
	means("money 10 RUB", ["10 roubles", "10 rubles", "10 Russian roubles", "₽10"]);
	means("money 10 ILS", ["10 shekels", "10 Israeli shekels", "10 new shekels", "₪10"]);
	means("money 10 PHP", ["10 Philippine pesos", "₱10"]);
	means("money 10 MXN", ["10 Mexican pesos", "10 pesos", "MX$10"]);
	means("money 10 BTC", ["10 bitcoin", "10 bitcoins", "10 BTC", "₿10"]);
	means("money 10 AED", ["10 United Arab Emirates dirhams", "10 dirhams", "10 UAE dirhams"]);
	means("money 10 BRL", ["R$10", "10 Brazilian reais", "10 reais"]);
	means("money 10 ZAR", ["10 rand", "10 South African rand", "R10"]);
	means("money 10000000 GBP", ["£10m", "10 million pounds", "£10 million", "10m pounds sterling", "10 million British pounds", "GBP 10m"]);
	means("money 30 GBP", ["The ticket costs [30 pounds].", "30 pounds sterling", "£30"]);
	reads("It weighs 30 pounds.", "30 pounds → measure 30 pound");
	reads("a 12-pound salmon", "12-pound → measure 12 pound");
});

describe("hundredths", () => {
	means("money 0.2 USD", ["20 cents", "20¢", "twenty cents", "$0.20", "20 US cents"]);
	means("money 0.68 GBP", ["68p", "68 pence", "£0.68"]);
	means("money 0.05 AUD", ["5 Australian cents"]);
	means("money 10.2 USD", ["10 dollars and 20 cents", "ten dollars and twenty cents", "10 dollars 20 cents", "$10.20"]);
	noQuantities(["The film comes in 1080p.", "It opens at 7 p.m."]);
});

describe("prices", () => {
	means("money 6 USD per share", [
		"$6 a share",
		"$6 per share",
		"$6/share",
		"$6 per diluted share",
		"$6 per fully diluted ordinary share",
		"a [$6-a-share] offer",
	]);
	means("money 70 USD per barrel", ["$70 a barrel", "$70 per barrel", "70 dollars a barrel", "$70/barrel"]);
	means("money 1000000 USD per year", ["$1 million a year", "$1m per year", "$1m annually", "$1m per annum", "$1m/year"]);
	means("money 3 GBP per litre", ["£3 a litre", "£3 per litre"]);
	means("money 10 USD per gram under", ["priced at under [$10 per gram]"]);
	means("money 15.4 USD per hour", ["$15.4/hour", "$15.4 an hour"]);
	means("money 500000..1000000 USD per year", ["$500,000 to $1 million a year", "between [$500,000 and $1 million a year]"]);
	reads("tickets at $6 each", "$6 → money 6 USD");
});

describe("money said twice", () => {
	reads(
		"more than 7.5 million Danish crowns (US $1.1 million)",
		"7.5 million Danish crowns → money 7500000 DKK over",
		"US $1.1 million → money 1100000 USD over",
	);
	reads("333.6 million yen ($3.1 million)", "333.6 million yen → money 333600000 JPY", "$3.1 million → money 3100000 USD");
});

describe("no money", () => {
	noQuantities(["ALL 50-50 votes", "He won the seat.", "a real estate firm", "the dollar and the euro"]);
	reads("They won 5 games.", "5 games → count 5 game");
	reads("ALL 50 STATES VOTE", "50 STATES → count 50 State");
});
