/** Three documents that a pack might hold, and what articles may make of their sentences. All names and figures are invented. */
export interface Quotable {
	readonly document: "release" | "transcript" | "filing";
	/** As the document has it, quoted with the liberties that a writer has: case, marks, hyphens, ellipsis, brackets. */
	readonly faithful: string;
	/** The same with one thing changed that a writer may not change. */
	readonly altered: string;
	readonly change: "swapped" | "dropped" | "inserted" | "negation" | "number";
}

export const documents = {
	release: `# Corvane opens its fourth ferry line

HARLOW QUAY, 3 March 2026. Corvane Ferries today opened a line between Harlow Quay and the outer islands.

"Our passengers asked for a boat that runs in winter, and now they have one," said Ines Marlow, chief executive of Corvane. "We will not raise fares before the end of the season, and we have put that promise in writing."

"The new vessel burns a third less fuel than the one it replaces," Marlow added. "It carries 412 passengers and 38 cars, and it needs a crew of only nine. That is the difference between a line that pays for itself and a line that waits for a subsidy."

Tomas Reinholt, the mayor of Harlow Quay, welcomed the line. "This town has waited eleven years for a morning boat," he said. "Nobody here believed that it would come without a grant from the county. I did not believe it myself."

"Safety is the first thing that our captains talk about and the last thing that they compromise on," Marlow said. "Every crew member has completed forty hours of training in heavy weather. We cancelled two trips last week because the swell was above three metres, and we would cancel them again."

"I want to be clear that no jobs will be lost in the old harbour," said Reinholt. "The ticket office stays open, the workshop stays open, and the café will probably sell more soup than before."`,
	transcript: `Transcript of the quarterly call, Norrland Timber, 5 February 2026.

Operator: Good morning and welcome.

Petra Lindqvist, chief financial officer: Thank you. Revenue rose to 1.84 billion kronor in the quarter, up from 1.71 billion a year ago. Our margin was 14.2 percent, which is below what we had planned. We are not satisfied with that number. Freight cost us 60 million kronor more than we expected, and most of that will not come back.

Anders Wiklund, chief executive officer: Let me add one thing. The mill at Storfors is running at 93 percent of capacity, and it has never run better. We do not intend to sell it. We have received two offers, we have read both of them carefully, and we have declined both of them.

Lindqvist: On the balance sheet, net debt fell by a quarter to 2.4 billion kronor. We expect it to fall again this year. The board has not decided on a dividend and I will not speculate about one.

Wiklund: Someone asked about Finland. We looked at Finland for eighteen months. The wood was good, the people were excellent, and the price was wrong. If the price changes we will look again, but we are in no hurry whatsoever.

Lindqvist: I would rather disappoint you today than surprise you in the autumn. Demand for sawn goods is weak in Germany and strong in Japan, and we do not see that turning before the summer.`,
	filing: `Before the Port Authority of Delmare. Statement of the Harbour Pilots' Association in the matter of the night tariff.

The association represents 126 pilots, of whom 19 are women. Its members guided 8,340 ships into the port last year without a single grounding.

The proposed tariff would cut the pay for a night shift by 12 percent while adding two hours to it. No pilot was consulted before the proposal was published. The authority has offered no evidence that the change would make the port safer, and the association knows of none.

Fatigue is not a matter of opinion. In the three winters since the last reform, reported near misses have doubled from 14 to 28, and all but five of them happened between midnight and dawn. A tired pilot does not lose his skill, he loses his doubts.

The association does not ask for more money. It asks that the present rest of ten hours be kept, that the third relief boat be manned throughout the year, and that the authority publish its own figures before it changes the rules again.

We remain willing to negotiate at any hour of the day. We are not willing to sign a contract that our insurers have refused to cover.`,
} as const;

const release: Omit<Quotable, "document">[] = [
	{
		change: "swapped",
		faithful: "Our passengers asked for a boat that runs in winter, and now they have one",
		altered: "Our passengers asked for a boat that runs in summer, and now they have one",
	},
	{
		change: "negation",
		faithful: "We will not raise fares before the end of the season",
		altered: "We will raise fares before the end of the season",
	},
	{ change: "swapped", faithful: "we have put that promise in writing", altered: "we have put that pledge in writing" },
	{
		change: "swapped",
		faithful: "The new vessel burns a third less fuel than the one it replaces",
		altered: "The new vessel burns a third less diesel than the one it replaces",
	},
	{ change: "number", faithful: "It carries 412 passengers and 38 cars", altered: "It carries 421 passengers and 38 cars" },
	{ change: "dropped", faithful: "it needs a crew of only nine", altered: "it needs a crew of nine" },
	{
		change: "swapped",
		faithful: "That is the difference between a line that pays for itself and a line that waits for a subsidy",
		altered: "That is the difference between a line that pays for itself and a line that lives off a subsidy",
	},
	{
		change: "number",
		faithful: "This town has waited eleven years for a morning boat",
		altered: "This town has waited twelve years for a morning boat",
	},
	{
		change: "dropped",
		faithful: "Nobody here believed that it would come without a grant from the county",
		altered: "Nobody here believed it would come without a grant from the county",
	},
	{
		change: "negation",
		faithful: "Nobody here believed that it would come … I did not believe it myself",
		altered: "Nobody here believed that it would come … I did believe it myself",
	},
	{
		change: "swapped",
		faithful: "Safety is the first thing that our captains talk about",
		altered: "Safety is the first thing that our crews talk about",
	},
	{ change: "swapped", faithful: "the last thing that they compromise on", altered: "the last thing that they compromise about" },
	{
		change: "number",
		faithful: "Every crew member has completed forty hours of training in heavy weather",
		altered: "Every crew member has completed fourteen hours of training in heavy weather",
	},
	{
		change: "inserted",
		faithful: "We cancelled two trips last week because the swell was above three metres",
		altered: "We cancelled two trips last week because the swell was well above three metres",
	},
	{
		change: "negation",
		faithful: "I want to be clear that no jobs will be lost in the old harbour",
		altered: "I want to be clear that jobs will be lost in the old harbour",
	},
	{
		change: "swapped",
		faithful: "The ticket office stays open, the workshop stays open",
		altered: "The ticket office stays open, the workshop stays closed",
	},
	{ change: "dropped", faithful: "the café will probably sell more soup than before", altered: "the café will sell more soup than before" },
	{ change: "inserted", faithful: "we would cancel them again", altered: "we would happily cancel them again" },
	{
		change: "number",
		faithful: "the swell was above 3 metres, and we would cancel them again",
		altered: "the swell was above 4 metres, and we would cancel them again",
	},
	{
		change: "inserted",
		faithful: "our passengers asked for a boat that runs in winter … we have put that promise in writing",
		altered: "our passengers asked for a boat that runs in winter … we have put that solemn promise in writing",
	},
];

const transcript: Omit<Quotable, "document">[] = [
	{
		change: "number",
		faithful: "Revenue rose to 1.84 billion kronor in the quarter",
		altered: "Revenue rose to 1.48 billion kronor in the quarter",
	},
	{
		change: "number",
		faithful: "Our margin was 14.2%, which is below what we had planned",
		altered: "Our margin was 12.4%, which is below what we had planned",
	},
	{ change: "negation", faithful: "We are not satisfied with that number", altered: "We are satisfied with that number" },
	{
		change: "number",
		faithful: "Freight cost us 60 million kronor more than we expected",
		altered: "Freight cost us 16 million kronor more than we expected",
	},
	{ change: "negation", faithful: "most of that will not come back", altered: "most of that will come back" },
	{
		change: "swapped",
		faithful: "The mill at Storfors is running at 93 percent of capacity",
		altered: "The mill at Storfors is running at 93 percent of target",
	},
	{ change: "inserted", faithful: "it has never run better", altered: "it has never really run better" },
	{ change: "negation", faithful: "We do not intend to sell it.", altered: "We intend to sell it." },
	{
		change: "number",
		faithful: "We have received two offers, we have read both of them carefully",
		altered: "We have received three offers, we have read both of them carefully",
	},
	{ change: "swapped", faithful: "we have declined both of them", altered: "we have rejected both of them" },
	{
		change: "number",
		faithful: "net debt fell by a quarter to 2.4 billion kronor",
		altered: "net debt fell by a quarter to 2.6 billion kronor",
	},
	{ change: "swapped", faithful: "We expect it to fall again this year", altered: "We expect it to rise again this year" },
	{
		change: "negation",
		faithful: "The board has not decided on a dividend and I will not speculate about one",
		altered: "The board has decided on a dividend and I will not speculate about one",
	},
	{ change: "number", faithful: "We looked at Finland for eighteen months", altered: "We looked at Finland for eight months" },
	{
		change: "swapped",
		faithful: "The wood was good, the people were excellent, and the price was wrong",
		altered: "The wood was good, the people were excellent, and the price was right",
	},
	{
		change: "dropped",
		faithful: "we will look again, but we are in no hurry whatsoever",
		altered: "we will look again, but we are in hurry whatsoever",
	},
	{
		change: "swapped",
		faithful: "I would rather disappoint you today than surprise you in the autumn",
		altered: "I would rather disappoint you today than surprise you in the spring",
	},
	{
		change: "swapped",
		faithful: "Demand for sawn goods is weak in Germany and strong in Japan",
		altered: "Demand for sawn goods is strong in Germany and weak in Japan",
	},
	{ change: "dropped", faithful: "If the price changes we will look again", altered: "If price changes we will look again" },
	{
		change: "inserted",
		faithful: "we do not see that turning before the summer",
		altered: "we do not see that turning much before the summer",
	},
];

const filing: Omit<Quotable, "document">[] = [
	{
		change: "number",
		faithful: "The association represents 126 pilots, of whom 19 are women",
		altered: "The association represents 126 pilots, of whom 9 are women",
	},
	{
		change: "number",
		faithful: "Its members guided 8340 ships into the port last year",
		altered: "Its members guided 8430 ships into the port last year",
	},
	{
		change: "dropped",
		faithful: "ships into the port last year without a single grounding",
		altered: "ships into the port last year without a grounding",
	},
	{
		change: "number",
		faithful: "The proposed tariff would cut the pay for a night shift by 12 percent",
		altered: "The proposed tariff would cut the pay for a night shift by 20 percent",
	},
	{
		change: "negation",
		faithful: "No pilot was consulted before the proposal was published",
		altered: "A pilot was consulted before the proposal was published",
	},
	{
		change: "negation",
		faithful: "The authority has offered no evidence that the change would make the port safer",
		altered: "The authority has offered evidence that the change would make the port safer",
	},
	{ change: "inserted", faithful: "Fatigue is not a matter of opinion", altered: "Fatigue is not just a matter of opinion" },
	{
		change: "number",
		faithful: "reported near misses have doubled from 14 to 28",
		altered: "reported near misses have doubled from 14 to 38",
	},
	{
		change: "dropped",
		faithful: "all but five of them happened between midnight and dawn",
		altered: "all of them happened between midnight and dawn",
	},
	{
		change: "swapped",
		faithful: "A tired pilot does not lose his skill, he loses his doubts",
		altered: "A tired pilot does not lose his skill, he loses his nerve",
	},
	{ change: "negation", faithful: "The association does not ask for more money", altered: "The association does ask for more money" },
	{
		change: "number",
		faithful: "It asks that the present rest of ten hours be kept",
		altered: "It asks that the present rest of eight hours be kept",
	},
	{
		change: "swapped",
		faithful: "the third relief boat be manned throughout the year",
		altered: "the third relief boat be manned throughout the winter",
	},
	{
		change: "swapped",
		faithful: "the authority publish its own figures before it changes the rules again",
		altered: "the authority publish its own figures before it breaks the rules again",
	},
	{
		change: "swapped",
		faithful: "We remain willing to negotiate at any hour of the day",
		altered: "We remain ready to negotiate at any hour of the day",
	},
	{
		change: "inserted",
		faithful: "We are not willing to sign a contract that our insurers have refused to cover",
		altered: "We are not willing to sign a contract that our own insurers have refused to cover",
	},
	{ change: "negation", faithful: "We are not willing to sign a contract", altered: "We are willing to sign a contract" },
	{
		change: "swapped",
		faithful: "In the three winters since the last reform [the number of] reported near misses have doubled",
		altered: "In the three winters since the last strike [the number of] reported near misses have doubled",
	},
	{ change: "inserted", faithful: "while adding two hours to it", altered: "while quietly adding two hours to it" },
	{
		change: "dropped",
		faithful: "[T]he association knows of none … A tired pilot does not lose his skill",
		altered: "[T]he association knows of none … A pilot does not lose his skill",
	},
];

/** Sixty sentences, each quoted faithfully and with one change. */
export const quotables: readonly Quotable[] = [
	...release.map((one) => ({ document: "release" as const, ...one })),
	...transcript.map((one) => ({ document: "transcript" as const, ...one })),
	...filing.map((one) => ({ document: "filing" as const, ...one })),
];
