// What each check of an article against itself looks at, by the check's name. Examples of the checks themselves are in server/verdicts/consistency.
export const checkWords = {
	"percent change":
		"A percentage beside both ends of the change that it measures. A change in points or a factor such as `doubled` is held against its ends too. Wrong only when no values that round to the printed ends give it; a change between two percentages that is right in points and given in percent is imprecise.",
	"points, percent and level": "A move, the same move in percent, and the level where it led.",
	"more or less than before":
		"Two figures set beside each other, and words that say the other way round which is more. Wrong only when no rounding allows it.",
	weekday: "A date that has its weekday beside it, when the year is written or sure.",
	age: "An age beside the year of birth, counted to the day the article speaks from.",
	"parts and total": "Parts that are said to make up a whole. They may leave a rest, and never be more.",
	"answers to one question": "Shares for and against that are more than 100 percent together, whatever their rounding.",
	"a share and its counts": "A percentage beside the two counts that it is of; and no part is more than its whole.",
	"announced list": "A list announced with a number, and its items behind a colon or as bullets.",
	"one measure in two units":
		"One length, weight or temperature in two units. A tenth is allowed for rounding by hand; tons, gallons and barrels, which differ by country, are left alone.",
	"one price in two currencies":
		"Two sums that are said to be one. The rate must be one that the currencies have had since 1999, and the article must not use two.",
	"a win by equal figures": "A contest that is said to be won, and whose score is a draw.",
	"a draw by unequal figures": "A contest that is said to be drawn, and in whose score one side has more.",
	"more than the record": "Wins, defeats or games that are more than the record beside them holds.",
	"two values for one thing": "The same words around two figures that cannot be one.",
	"headline against body": "A figure of the headline that the first paragraphs give otherwise.",
	"one name in two spellings": "The same first name with two surnames a slip apart; the rarer one is marked.",
	"projection that is past": "What is spoken of as still to come, with a date that is over.",
};

/** Checks of what people say, which look at more than figures. */
export const speechPages = [
	{
		name: "one saying in two wordings",
		what: "The same words quoted twice, one of them altered. A saying and its denial are two sayings.",
		wrong:
			"“The old pier will be gone by the end of the summer,” Mara Ilves said. … “The old pier will be gone by the end of the winter,” Mara Ilves said.",
		right:
			"“The old pier will be gone by the end of the summer,” Mara Ilves said. … “The old pier will be gone by the end of the summer,” Mara Ilves said.",
	},
	{
		name: "a surname a slip away",
		what: "A surname that no full name of the article has, and that is one letter from one that does. Plurals and peoples (Korea, Korean) are no slips.",
		wrong: "Mara Ilves, the mayor, spoke first. … “We will,” Ivles said.",
		right: "Mara Ilves, the mayor, spoke first. … “We will,” Ilves said.",
	},
];
