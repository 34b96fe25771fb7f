import { strict as assert } from "node:assert";
import { sentence } from "../../server/features/wording/wording.ts";
import { checkProse } from "../checks/run.ts";

/** What an article of 4 February 2026 is told of itself, without a pack: `verdict: sentence`. */
async function told(prose: string): Promise<string[]> {
	const { checked } = await checkProse(prose, new Map(), "2026-02-04");
	return checked
		.filter(({ verdict: { name } }) => name === "inconsistent" || name === "imprecise")
		.map(({ claim, verdict }) => `${verdict.name}: ${sentence(verdict.reason, claim)}`);
}

/** Phrases of which a sentence must be said, and phrases that must be let be. */
function corpus(name: string, wrong: Readonly<Record<string, string>>, right: readonly string[]): void {
	describe(`consistency: ${name}`, () => {
		for (const [prose, says] of Object.entries(wrong)) it(`reports “${prose}”`, async () => assert.deepEqual(await told(prose), [says]));
		for (const prose of right) it(`lets “${prose}” be`, async () => assert.deepEqual(await told(prose), []));
	});
}

corpus(
	"a change and its two ends",
	{
		"Revenue was $12.4 million, up 42% from $10.0 million a year earlier.": "inconsistent: The other figures make it 24%, not 42%.",
		"Revenue increased to $12.4 million from $10.0 million, a rise of 42%.": "inconsistent: The other figures make it 24%, not 42%.",
		"Exports grew from 512 tonnes in 2023 to 768 tonnes in 2024, a 70 percent jump.":
			"inconsistent: The other figures make it 50%, not 70%.",
		"Rent in Arle has risen by 46.2% since 2020, from £812 to £1,023 a month.": "inconsistent: The other figures make it 26%, not 46.2%.",
		"The stock fell 14.2% to $51.37 from $53.64.": "inconsistent: The other figures make it 4.2%, not 14.2%.",
		"Sales climbed to 4,870 cars, up 31% from 4,120.": "inconsistent: The other figures make it 18.2%, not 31%.",
		"Profits rose from $10.2 million to $14.1 million, up 83%.": "inconsistent: The other figures make it 38.2%, not 83%.",
		"Visitors tripled from 2,134 to 8,221.": "inconsistent: The other figures make it 3.9 times as much, not tripled.",
	},
	[
		"Revenue was $12.4 million, up 24% from $10.0 million a year earlier.",
		"Revenue increased to $12.4 million from $10.0 million, a rise of 24%.",
		"Revenue rose 9% to $12.4 million, up from $12.1 million in the third quarter.",
		"Revenue rose from $10.0 million in 2015 to $12.4 million in 2020, a 4% annual increase.",
		"Revenue rose 9% to $12.4 million from $10.0 million on a comparable basis.",
		"Revenue rose from $10.0 million to $12.4 million, a 7% rise on what had been forecast.",
		"Revenue was $12.4 million and profit $2.1 million, up 42% from $1.5 million.",
		"Visitors nearly tripled from 2,134 to 6,012, and tickets more than doubled from 101 to 290.",
		"Rents doubled from $612 to $1,190.",
		"Complaints halved from 912 to 471.",
	],
);

corpus(
	"more or less than before",
	{
		"The wharf earned £3 million last year, up from £5 million.": "inconsistent: £3 million is less than £5 million, not more.",
		"The wharf has 410 cranes, fewer than the 380 cranes of 2019.": "inconsistent: 410 cranes is more than 380 cranes, not less.",
		"It stood at 4.2% in May, down from 3.9% in April.": "inconsistent: 4.2% is more than 3.9%, not less.",
		"The lake covers 84 square kilometres, larger than the 91 square kilometres of its neighbour.":
			"inconsistent: 84 square kilometres is less than 91 square kilometres, not more.",
		"Its share edged up to 27.6% from 27.9%.": "inconsistent: 27.6% is less than 27.9%, not more.",
		"Sales fell sharply to $31 million in May from about $24 million.": "inconsistent: $31 million is more than $24 million, not less.",
	},
	[
		"Its share edged up to 27.9% from 27.6%.",
		"Her time improved to 9.8 seconds from 10.1 seconds.",
		"The krona fell to 10.9 a euro from 10.4 a euro.",
		"The wharf earned £5 million last year, up from £3 million.",
		"The wharf has 380 cranes, fewer than the 410 cranes of 2019.",
		"It has 12 ships, more than 20 ships were sold.",
		"It killed 12 people, more than 40 people were hurt.",
		"It was minus 5 degrees there, down from minus 9 degrees.",
		"The krone stood at 9.80 to the dollar, up from 10.20 a year ago.",
		"Output fell 2%, up from 3% in May.",
		"She was ranked 4, up from 9.",
		"About 5 million people came, up from 5.1 million.",
		"The part costs $3 a piece, up from $10 a dozen.",
	],
);

corpus(
	"a change in points",
	{
		"Turnout was 60%, up 5 points from 57%.": "inconsistent: The other figures make it 3 percentage points, not 5 points.",
		"Inflation slowed to 2.1% in January from 2.6% in December, a drop of 0.9 percentage points.":
			"inconsistent: The other figures make it 0.5 percentage points, not 0.9 percentage points.",
		"The bank raised its key rate by 50 basis points to 4.5% from 4.25%.":
			"inconsistent: The other figures make it 25 basis points, not 50 basis points.",
		"The rate rose 2% from 4% to 6%.": "imprecise: The other figures make it 2 percentage points, not 2%.",
		"Support rose to 45 percent, up 5 percent from 40 percent.": "imprecise: The other figures make it 5 percentage points, not 5 percent.",
	},
	[
		"Turnout was 60%, up 3 points from 57%.",
		"Support rose 12.5 percent from 40 percent to 45 percent.",
		"The bank raised its rate by a quarter of a point to 4.5% from 4.25%.",
		"The bank cut its rate by half a point to 3.75% from 4.25%.",
		"The bank raised its key rate by 25 basis points to 4.5% from 4.25%.",
		"The team won by 5 points, up from 3 points in March.",
	],
);

corpus(
	"parts behind their whole",
	{
		"The fire killed 12 people: seven men and six women.": "inconsistent: The other figures make it 13, not 12.",
		"The jury of 13 people – nine women and five men – retired.": "inconsistent: The other figures make it 14, not 13.",
		"In all 45 firms took part: 20 firms from Arle, 15 firms from Bost and 11 firms from Cray.":
			"inconsistent: The other figures make it 46, not 45.",
	},
	[
		"The fire killed 13 people: seven men and six women.",
		"The fire killed 12 people: seven men and four women.",
		"The fire hurt 12 people: seven men and six women, one of whom was also burnt.",
		"The fire killed 12 people, among them seven men and six guests.",
		"The fire killed 12 people: seven men and three women died at once, six more later.",
		"The shop sold 12 cakes: seven pies and six of them apple.",
	],
);

corpus(
	"answers to one question",
	{
		"The survey found 52% for, 46% against and 8% undecided.": "inconsistent: The shares add up to 106%.",
		"Of those asked, 61 percent said yes, 35 percent said no and 9 percent were unsure.": "inconsistent: The shares add up to 105%.",
	},
	[
		"The survey found 52% for, 40% against and 8% undecided.",
		"The survey found 52.4% for, 40.3% against and 7.4% undecided.",
		"In May 52% of boats were late, against 61% a year before; for ferries it was 84%.",
		"Turnout was 52% in Arle, 46% in Bost and 8% in Cray.",
		"The survey found 61% for the bridge and 55% also for the tunnel, with 10% against both.",
		"Support rose to 61% from 52%, with 46% against.",
	],
);

corpus("a draw", {}, [
	"Arle drew 2-2 with Bost.",
	"Arle won 3-2 after a 1-1 draw.",
	"Arle drew 3-2 on aggregate with Bost.",
	"Arle drew 3,200 fans against Bost.",
]);

describe("consistency: a draw in which one side has more", () => {
	for (const prose of ["Arle drew 3-2 with Bost.", "The match ended in a 2-1 draw."])
		it(`reports “${prose}”`, async () => assert.match((await told(prose))[0] ?? "", /is no draw: one side has more\.$/));
});

corpus(
	"one thing at two times",
	{
		"The population of Ardvale grew by 2% between 2022 and 2024.\n\nThe population of Ardvale grew by 7% between 2022 and 2024.":
			"inconsistent: The article says 7% here and 2% elsewhere.",
	},
	["The population of Ardvale grew by 2% between 2022 and 2024.\n\nThe population of Ardvale grew by 9% between 1990 and 2024."],
);
