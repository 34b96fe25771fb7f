// What the page of each kind of claim says. The examples are read by the checker itself when the pages are made, so that no page can say what is not so.

/** @typedef {{ title: string, what: string, examples: string[], others: string[], judged: string }} Kind */

/** @type {Record<string, Kind>} */
export const kinds = {
	money: {
		title: "Money",
		what: "A sum in a currency, a price, or a price per something.",
		examples: [
			"The bridge cost $42.5 million.",
			"The council set aside about £1.2bn for roads.",
			"Wheat fetched €231 a tonne on Tuesday.",
			"The grant is worth between 3 million and 4 million Swiss francs.",
			"The stadium cost tens of millions of dollars.",
			"A ticket is 80 cents dearer.",
		],
		others: ["The dollar shop closed.", "The view is priceless."],
		judged:
			"Held against facts in the same currency alone. A sum in another currency is converted only where a pack holds the rate; otherwise nothing is said. " +
			"The written decimals say how exact the claim is: $42.5 million is right for 42.45 and for 42.54.",
	},
	count: {
		title: "Count",
		what: "How many of something there are, with the noun that is counted.",
		examples: [
			"The library lent 1,204 books in May.",
			"More than 300 homes lost power.",
			"Some two dozen boats had left the harbour.",
			"The vote was 41-37.",
			"Nearly half a million people live there.",
		],
		others: ["The 5G network reached the valley.", "She flew in on a Boeing 747.", "It is one of the largest ports."],
		judged:
			"The counted noun is a part of the measure: 300 homes is held against homes, not against people. A hedge is a bound: `more than 300` is right for 320, `imprecise` for 900.\n\nWhere no row states a figure it is worked out from rows, and the hover shows how: what several have together, what the parts of a whole come to, how many of them are `in double figures` or have `more than 1,000 sales`, the margin of a result (`by 2,200 votes`, `a 7-point win`), a half from its quarters, the score and the lead at halftime. What cannot be worked out may still be refuted: a part (`four road wins`, `12 of his 22 points`, `24 points in the third quarter`) is no more than its whole, what several games come to is no less than the newest of them, the largest lead is no smaller than the last.",
	},
	percent: {
		title: "Percent",
		what: "A share, a rate or a change in percent, and percentage points, which are something else.",
		examples: [
			"Turnout was 61 percent.",
			"Rents rose 4.5% in a year.",
			"Support fell three percentage points.",
			"The bank cut its rate by 25 basis points.",
			"Between 10 and 15 per cent of the seats were empty.",
			"One in five pupils walks to school.",
			"Two thirds of the members voted.",
		],
		others: ["A large percentage stayed at home."],
		judged:
			"A change is held against a change that the pack states, or worked out from two of its levels; the hover shows the working. Percent and percentage points are never taken for each other. " +
			"Zero and negative bases have no percentage, and nothing is said. A rate (`shot 40 percent from the field`) is worked out from what was made and what was tried, where the pack has these and not the rate.",
	},
	measure: {
		title: "Measure",
		what: "A figure with a physical unit: length, area, volume, mass, speed, temperature, energy, data.",
		examples: [
			"The tunnel is 4.2 km long.",
			"The field covers 12 acres.",
			"Winds reached 90 miles per hour.",
			"It was minus 12 degrees Celsius at dawn.",
			"The plant makes 600 megawatts.",
		],
		others: ["He went the extra mile."],
		judged: "Converted into the fact's unit before it is compared, as exactly as it was written: 4.2 km is right for 2.6 miles.",
	},
	rank: {
		title: "Rank",
		what: "A place in an order.",
		examples: ["It is the country’s third-largest port.", "The team finished second.", "Ardvale ranks 14th among the towns."],
		others: ["First, the board thanked the staff.", "Second thoughts came late."],
		judged:
			"Held against a rank that the pack states, or counted from its rows when the pack says that it holds them all. A place cannot be counted in a table that leaves some out.",
	},
	ratio: {
		title: "Ratio",
		what: "How many times as much.",
		examples: ["Exports doubled.", "The new hall is three times as large.", "Imports tripled within a year."],
		others: ["Think twice before you sign."],
		judged: "Worked out from the levels in the pack; the hover shows the working.",
	},
	date: {
		title: "Date",
		what: "A day, month, quarter, season or year, also one that has to be counted from the day the article speaks from.",
		examples: [
			"The bridge opened on 8 April 2022.",
			"The vote was held last Tuesday.",
			"Sales fell in the third quarter of 2025.",
			"The plan runs until 2030.",
		],
		others: ["She was the May Queen.", "They met once upon a time."],
		judged:
			"Held against facts that are dates. A weekday that does not fall on its date, and a forecast for a year that is over, are `inconsistent` without any pack.",
	},
	duration: {
		title: "Duration",
		what: "How long something lasts.",
		examples: ["The strike lasted 11 days.", "He served two and a half years.", "The flight takes about 90 minutes."],
		others: ["It took ages."],
		judged: "Held against facts in any unit of time, as exactly as it was written.",
	},
	age: {
		title: "Age",
		what: "How old somebody or something is.",
		examples: ["Ada Lines, 58, will not run again.", "A 12-year-old girl found the ring.", "The church is 300 years old."],
		others: ["The age of steam was over."],
		judged: "Held against an age in the pack of the same day.",
	},
	quotation: {
		title: "Quotation",
		what: "Words in quotation marks, with whoever is said to have said them.",
		examples: ["“We will rebuild the pier,” said Ada Lines, the harbour master.", "The mayor called the plan “a gamble”."],
		others: ["The so-called “ghost train” runs at night."],
		judged:
			"Compared word for word with the documents of a pack that are by this speaker: the hover shows the difference. Capitals at the start, brackets that mark a change and ellipses are allowed. " +
			"Another speaker is `contradicted`, a source without a name is a note for the desk.",
	},
	attribution: {
		title: "Attribution",
		what: "Who said or reported something that is not in quotation marks.",
		examples: ["The harbour will close in May, according to the port authority.", "Ada Lines said the pier would be rebuilt."],
		others: ["It goes without saying."],
		judged: "Figures inside are judged as figures. The attribution itself is listed with its source, for a reviewer to sign off.",
	},
	role: {
		title: "Role",
		what: "Who holds which office where.",
		examples: ["Ada Lines, chief engineer of Vela, opened the bridge.", "Finance Minister Jo Marsh resigned."],
		others: ["Every director and every minister was there."],
		judged:
			"Held against the people of a pack on the day the article speaks from: a title that somebody else holds is `contradicted`, one that has ended is `outdated`, a name spelt otherwise is said. What somebody was at another time (`a former director`, `then the director`, `director until 2021`) may be borne out by a row that has ended; it is contradicted only where somebody is called former who still is what he is called. A calling, such as `an economist`, goes with any office.",
	},
};
