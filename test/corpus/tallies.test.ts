import { strict as assert } from "node:assert";
import { findTallies } from "../../server/claims/tallies/finder.ts";
import { parse } from "../../server/prose/article.ts";

/** What is read in one sentence: value, unit and, of a pair, the other figure. */
function read(text: string): string[] {
	const article = parse(text, { plain: true });
	return article.blocks.flatMap((block) =>
		findTallies(block, { dateline: "2026-02-04" }).flatMap((found) => {
			if (!("quantity" in found) || !found.quantity) return [];
			const { value, unit, pair } = found.quantity;
			return [pair ? `${pair.kind} ${value} beside ${pair.other}` : `${found.kind} ${value} ${unit}`];
		}),
	);
}

const means: Readonly<Record<string, readonly string[]>> = {
	"score 3 beside 1, score 1 beside 3": [
		"Vaal beat Mira 3–1.",
		"Vaal won, 3 - 1, at home.",
		"Vaal took a 3-1 lead.",
		"The council voted 3-1 on it.",
	],
	"score 12 beside 4, score 4 beside 12": ["The Gulls (12-4) were at home.", "The Gulls ( 12 - 4 ) were at home."],
	"share 9 beside 17, share 17 beside 9": [
		"He was 9-of-17 from the line.",
		"He went 9 - for - 17.",
		"He had 20 points (9-17 FG).",
		"They shot 9-17 from long range.",
		"She went 9-17 (53 percent) from the line.",
		"They shot just 9 - 17 ( 53 percent ) from the line.",
		"They shot 9-17 (53 percent) from downtown.",
	],
	"count 12 point": ["It was a 12-point win.", "A twelve-point lead was lost."],
	"count 1 steal": ["He had two blocks and a steal.", "He had 12 points, two blocks and a steal."],
	"count 9 goal, count 1 try": [
		"It was a nine-goal season that also included a try.",
		"It was a 9-goal, all-out season that included a try.",
	],
	"count 2 steal": [
		"She had nine points and a pair of steals.",
		"She had nine points (4-8 FG, 1-2 FT) and a pair of steals off the bench.",
	],
	"rank 2 none": ["She was second on the team with nine goals."],
	"rank 1 none": ["It was the highest since 2019.", "Prices fell to their lowest in five years.", "It is the largest of the five."],
	"rank 3 none": ["It is the third-largest in the region."],
	"count 3 error": ["They forced nine errors and made three of their own.", "He saw two errors and made 3 of his own."],
	"rank 2 double-double": ["It was his second double-double in a row.", "It was her 2nd straight double - double."],
	"rank 3 triple-double": ["It was his third triple-double of the season."],
	"count 2 loss in a row": ["They have now lost two in a row.", "They lost two straight.", "They have lost their last two in a row."],
	"count 16 none": ["Vaal outscored Mira by 16 in the third quarter.", "They won by 16."],
	"count 5 win in a row": ["They have won five-straight games.", "They won 5 consecutive games."],
};

const nothing: readonly string[] = [
	"The shop is open 9-17 today.",
	"It weighs 10-15 pounds.",
	"He shot 68-72 over the weekend.",
	"They went 9-17 miles.",
	"He was born on 3-1 Street.",
	"A three-point range is long.",
	"A three - point specialist has left.",
	"He has passed the 40-goal mark.",
	"It was a five-star hotel and a spa.",
	"A 12-bed ward and a garden were opened.",
	"She ate apples and a pear.",
	"It is one of the largest in the region.",
	"The highest shelf is hers.",
	"He was second in the queue.",
	"They built three of their own houses.",
	"It was a double-double.",
	"They won it by ten o'clock.",
	"The Reds won the seat by 2,200 votes.",
	"He lost two keys in a row of shops.",
	"The team won two trophies.",
];

describe("tallies", () => {
	for (const [meaning, phrases] of Object.entries(means))
		for (const phrase of phrases)
			it(`“${phrase}” is ${meaning}`, () => assert.ok(read(phrase).join(", ").includes(meaning), read(phrase).join(", ")));
	for (const phrase of nothing) it(`“${phrase}” tells nothing`, () => assert.deepEqual(read(phrase), []));
});
