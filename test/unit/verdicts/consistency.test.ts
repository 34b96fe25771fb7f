import { strict as assert } from "node:assert";
import { checks } from "../../../server/verdicts/consistency/consistency.ts";
import { checkProse } from "../../checks/run.ts";

const inconsistent = async (prose: string): Promise<string[]> =>
	(await checkProse(prose, new Map(), "2026-02-04")).checked
		.filter(({ verdict }) => verdict.name === "inconsistent")
		.map(({ claim }) => claim.text);

/** An example as an article: `…` parts its paragraphs, and a heading has a line of its own. */
const article = (example: string): string =>
	example
		.replace(/ \(of 2026\)$/, "")
		.replace(/ ?… ?/g, "\n\n")
		.replaceAll("“", '"')
		.replaceAll("”", '"');

describe("an article against itself", () => {
	for (const { name, wrong, right } of checks) {
		it(`${name}: reports “${wrong}”`, async () => assert.notEqual((await inconsistent(article(wrong))).length, 0));
		it(`${name}: lets “${right}” be`, async () => assert.deepEqual(await inconsistent(article(right)), []));
	}

	const wrong = {
		"shares rose by half of what two prices give": "Shares rose 5% from $40 to $44.",
		"a fall that is called a rise": "Output rose 20% from 50 tonnes to 40 tonnes.",
		"a level that the points do not lead to": "The index rose 120 points, or 0.2%, to 12,120.",
		"one length in two units": "The tunnel is 50 miles (31 km) long.",
		"a price a thousandfold in another currency": "The bridge cost £2 million ($2.6 billion).",
		"more parts than the whole": "Of the 40 seats, 25 went to the Greens and 21 to the Reds.",
		"a weekday that the date is not": "The fair opens on Friday, 6 March 2025.",
		"a weekday that a near day is not in this year": "The fair opens on Thursday, 27 February.",
		"a weekday that a far day is in neither year": "The fair opened on Wednesday, Oct. 26.",
		"a share in front of its counts": "Turnout was 55 percent (412 of 650 voters) on Sunday.",
		"more of a thing than there is": "In all, 9 of the 7 ferries were late.",
		"more made than tried": "She was 9-for-7 from the line.",
		"a defeat by equal figures": "Ardvale lost 41-41 to Brinton.",
		"more losses than there were": "The Otters (6-2) have had five home losses.",
		"wins in more games than there were": "The Otters (6-2) had four wins in 12 matches at home.",
	};
	for (const [name, prose] of Object.entries(wrong))
		it(`reports ${name}`, async () => assert.notEqual((await inconsistent(prose)).length, 0));

	const right = {
		"a far day of the year that its weekday fits": "The fair ran until Monday, Oct. 26.",
		"a rise that rounding allows": "Output rose 33% from 3 tonnes to 4 tonnes.",
		"a change of a percentage in points": "Unemployment rose 1% from 4% to 5%.",
		"a change of a percentage of itself": "Unemployment rose 25% from 4% to 5%.",
		"about a third": "Sales rose about 30% from $60 million to $80 million.",
		"years with a percentage": "Sales rose 12% from 2010 to 2015.",
		"a zero base": "Complaints rose 100% from 0 to 12.",
		"a fall by a negative percentage": "The index fell 74.15 points, or -2.65%, to 2,725.16.",
		"parts that leave a rest": "Of the 40 seats, 20 went to the Greens and 15 to the Reds.",
		"a list with more than it announces in one item": "The line serves three towns: Ryde and its harbour, Sandown, and Shanklin.",
		"a share that rounding allows": "The motion had two of three councils (67 percent) behind it.",
		"a share of something else": "The motion had 412 of 650 members (55 percent of the women) behind it.",
		"a part of a scaled whole": "The appeal reached 40 of 3 million readers.",
		"equal figures that a tie-break settled": "Ardvale beat Brinton 6-6 in the tie-break.",
		"a draw before the win": "Ardvale won the replay 2-1 after it had ended 1-1.",
		"a record of another season": "The Otters (3-1) had 51 wins last season.",
		"somebody else's wins": "The Otters (3-1) meet the Herons, who have seven road wins.",
		"a run of games": "The Otters (3-1) have seven wins in a row over two seasons.",
		"a country and its people": `Officials of South Vira met in the capital. "We are ready," South Vira's Ilva Moor said. South Viran President Jon Adar said the talks had failed.`,
		"a party and its members": 'Chairman Mara Moderan spoke. "We will," Moderan said. Moderans said they would not.',
		"a stock split": "The company announced a 3-for-1 stock split.",
		"a sum and what it is for each share":
			"Net income was $8.6 million, or 33 cents a share. It was $9.1 million, or 35 cents a share. In the year it was $20 million, or 2 cents a share.",
		"francs of an unnamed country": "The stake cost 528 million francs ($84.7 million).",
		"a saying and its contrary":
			'"I do not believe in luck at all," Mara Ilves said. Later she said: "Of course I believe in luck at all."',
		"a range against a single figure": "The pass is 1,200 to 1,400 metres (about 4,000 to 4,600 feet) high.",
	};
	for (const [name, prose] of Object.entries(right)) it(`lets ${name} be`, async () => assert.deepEqual(await inconsistent(prose), []));
});
