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
	};
	for (const [name, prose] of Object.entries(wrong))
		it(`reports ${name}`, async () => assert.notEqual((await inconsistent(prose)).length, 0));

	const right = {
		"a rise that rounding allows": "Output rose 33% from 3 tonnes to 4 tonnes.",
		"a change of a percentage in points": "Unemployment rose 1% from 4% to 5%.",
		"a change of a percentage of itself": "Unemployment rose 25% from 4% to 5%.",
		"about a third": "Sales rose about 30% from $60 million to $80 million.",
		"years with a percentage": "Sales rose 12% from 2010 to 2015.",
		"a zero base": "Complaints rose 100% from 0 to 12.",
		"a fall by a negative percentage": "The index fell 74.15 points, or -2.65%, to 2,725.16.",
		"parts that leave a rest": "Of the 40 seats, 20 went to the Greens and 15 to the Reds.",
		"a list with more than it announces in one item": "The line serves three towns: Ryde and its harbour, Sandown, and Shanklin.",
		"a range against a single figure": "The pass is 1,200 to 1,400 metres (about 4,000 to 4,600 feet) high.",
	};
	for (const [name, prose] of Object.entries(right)) it(`lets ${name} be`, async () => assert.deepEqual(await inconsistent(prose), []));
});
