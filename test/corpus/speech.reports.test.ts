import { deepEqual } from "node:assert/strict";
import { speech } from "./speech.ts";

/** Each text with what must be found in it: type, source, cue, content. */
const corpus: Record<string, [string, string[]][]> = {
	"a clause after the verb": [
		["Marlow said that the bridge was safe.", ["indirect | Marlow | said | that the bridge was safe"]],
		["Marlow said the bridge was safe.", ["indirect | Marlow | said | the bridge was safe"]],
		[
			"The engineers have repeatedly warned that the bridge will fall.",
			["indirect | The engineers | have repeatedly warned | that the bridge will fall"],
		],
		["Marlow said on Monday in Delft that the bridge was safe.", ["indirect | Marlow | said | that the bridge was safe"]],
		["Marlow announced Tuesday that the bridge was safe.", ["indirect | Marlow | announced | that the bridge was safe"]],
		["Marlow warned, as others had, that the bridge was old.", ["indirect | Marlow | warned | that the bridge was old"]],
		["Marlow wondered whether the bridge would hold.", ["indirect | Marlow | wondered | whether the bridge would hold"]],
		["He’s claiming that the bridge is safe.", ["indirect | He’s | claiming | that the bridge is safe"]],
		["Marlow declined to say whether the bridge was safe.", ["indirect | Marlow | declined to say | whether the bridge was safe"]],
	],
	"an idiom of the writer's": [
		["It goes without saying that bridges age.", []],
		["It is worth noting that bridges age.", []],
		["That was what Marlow said when she left in 2014.", []],
		["The council shut the bridge, saying that it was old.", ["indirect | The council | saying | that it was old"]],
	],
	"between dashes": [
		[
			"Marlow -- editor of a book on bridges, a history of the coast -- said the bridge was safe.",
			["indirect | Marlow | said | the bridge was safe"],
		],
		["Many voters -- and some mayors -- are wary about the bridge.", ["indirect | Many voters | are wary about | the bridge"]],
		["Marlow — editor of a book on bridges — said the bridge was safe.", ["indirect | Marlow | said | the bridge was safe"]],
	],
	"a reason": [
		["The bridge is shut, as the towns continue to quarrel.", []],
		["The bridge is shut, as the council continues to argue.", ["indirect | the council | continues to argue | The bridge is shut"]],
		["The bridge is shut, as Marlow has said.", ["indirect | Marlow | has said | The bridge is shut"]],
	],
	"behind a colon": [
		["The mayor added: The bridge is the oldest in Delft.", ["indirect | The mayor | added | The bridge is the oldest in Delft"]],
		["The mayor named three: Delft, Harlow and Vaal.", []],
	],
	"a relative clause": [
		["The repair is risky for Marlow, who refused to endorse the plan.", ["indirect | Marlow | refused to endorse | the plan"]],
		[
			"The effort included members of the council, which denied any part in it.",
			["indirect | members of the council | denied | any part in it"],
		],
		["Ana Marlow, who in 2010 said the bridge was safe, left.", ["indirect | Ana Marlow | said | the bridge was safe, left"]],
		["They stayed with relatives in Delft who do not want to shut it.", ["indirect | relatives in Delft | do not want | to shut it"]],
		["People involved in the repair said the bridge was safe.", ["indirect | People involved in the repair | said | the bridge was safe"]],
	],
	"the person addressed": [
		["Marlow told a group of pilots in Delft that the bridge was safe.", ["indirect | Marlow | told | that the bridge was safe"]],
		["Marlow told reporters the bridge was safe.", ["indirect | Marlow | told | the bridge was safe"]],
		["Marlow told him the bridge was safe.", ["indirect | Marlow | told | the bridge was safe"]],
		["Marlow warned drivers to slow down.", ["indirect | Marlow | warned | to slow down"]],
		["Marlow urged drivers to slow down.", ["indirect | Marlow | urged | drivers to slow down"]],
	],
	"a clause before the verb": [
		["The bridge will be closed for a month, Marlow said.", ["indirect | Marlow | said | The bridge will be closed for a month"]],
		["The bridge will be closed for a month, said the mayor.", ["indirect | the mayor | said | The bridge will be closed for a month"]],
		[
			"The bridge will be closed for a month, said one engineer.",
			["indirect | one engineer | said | The bridge will be closed for a month"],
		],
		[
			"Unlike Delft, Harlow has not closed its bridge, Marlow said.",
			["indirect | Marlow | said | Unlike Delft, Harlow has not closed its bridge"],
		],
		["However, traffic is rising, the mayor said.", ["indirect | the mayor | said | traffic is rising"]],
		["Earlier, in June, Marlow said the bridge was old.", ["indirect | Marlow | said | the bridge was old"]],
		["The bridge is old, confirmed Ana Marlow.", ["indirect | Ana Marlow | confirmed | The bridge is old"]],
		["The repair is done, confirmed Monday.", []],
		["The bridge is old, as an engineer put it.", ["indirect | an engineer | put it | The bridge is old"]],
		["As Marlow pointed out, the bridge is old.", ["indirect | Marlow | pointed out | the bridge is old"]],
	],
	"a report put in": [
		["The bridge, Marlow said, will be closed.", ["indirect | Marlow | said | The bridge … will be closed"]],
		["During the repair, Marlow said, nobody will cross.", ["indirect | Marlow | said | nobody will cross"]],
		[
			"The bridge has been old for years, Marlow noted, until the town paid.",
			["indirect | Marlow | noted | The bridge has been old for years … until the town paid"],
		],
		["The bridge is shut, Marlow said, and the boats are full.", ["indirect | Marlow | said | The bridge is shut"]],
	],
	"where the words end": [
		["Marlow said the bridge was safe, but drivers stayed away.", ["indirect | Marlow | said | the bridge was safe"]],
		[
			"Marlow said the bridge was safe, pointing to the repairs.",
			["indirect | Marlow | said | the bridge was safe", "indirect | Marlow | pointing to | the repairs"],
		],
		[
			"Marlow said the bridge was safe and Reinholt accused him of lying.",
			["indirect | Marlow | said | the bridge was safe", "indirect | Reinholt | accused | him of lying"],
		],
		["Marlow called for more money in a statement on Thursday.", ["indirect | Marlow | called for | more money"]],
		["Marlow criticized the plan, which the town had paid for.", ["indirect | Marlow | criticized | the plan"]],
		["Marlow criticized the plan because it was late.", ["indirect | Marlow | criticized | the plan"]],
		["While avoiding the word “ban,” Marlow said the bridge was shut.", ["indirect | Marlow | said | the bridge was shut"]],
		["Although Marlow denied the report, Reinholt left.", ["indirect | Marlow | denied | the report"]],
	],
	"more than one report": [
		[
			"Marlow criticized the plan and called for a vote.",
			["indirect | Marlow | criticized | the plan", "indirect | Marlow | called for | a vote"],
		],
		["Marlow laughed and said the bridge was safe.", ["indirect | Marlow | said | the bridge was safe"]],
		["Marlow said Reinholt had promised to leave.", ["indirect | Marlow | said | Reinholt had promised to leave"]],
		["Calling the bridge a danger, Marlow asked for money.", ["indirect | Marlow | Calling | the bridge a danger"]],
		["A letter urging a vote was sent.", ["indirect | A letter | urging | a vote was sent"]],
	],
	"a noun phrase that sums up": [
		["Marlow denied the allegations.", ["indirect | Marlow | denied | the allegations"]],
		["Marlow attacked Reinholt.", ["indirect | Marlow | attacked | Reinholt"]],
		["Marlow pointed to the repairs.", ["indirect | Marlow | pointed to | the repairs"]],
		["Marlow called the plan a disgrace.", ["indirect | Marlow | called | the plan a disgrace"]],
		["Marlow described the plan as useless.", ["indirect | Marlow | described | the plan as useless"]],
		["Marlow likened the plan to a lottery.", ["indirect | Marlow | likened | the plan to a lottery"]],
		["Marlow vowed to fight the plan.", ["indirect | Marlow | vowed | to fight the plan"]],
		["The plan was criticized by Marlow.", ["indirect | Marlow | was criticized by | The plan"]],
		["The town is said to be broke.", ["indirect |  | is said | The town … to be broke"]],
	],
	"according to": [
		["According to the bank, rates will rise.", ["indirect | the bank | According to | rates will rise"]],
		["Rates will rise, according to the bank.", ["indirect | the bank | according to | Rates will rise"]],
		[
			"According to details released by the firms, rates will rise.",
			["indirect | details released by the firms | According to | rates will rise"],
		],
		["In a survey of doctors, four in ten were tired.", ["indirect | a survey of doctors | In | four in ten were tired"]],
	],
	"what studies find": [
		["A study by Delft University found that rats swim.", ["indirect | A study | found | that rats swim"]],
		["Polls show a close race.", ["indirect | Polls | show | a close race"]],
		["One survey found rats can swim.", ["indirect | One survey | found | rats can swim"]],
	],
	"nouns and adjectives of speech": [
		[
			"Marlow’s claim that the bridge was safe surprised nobody.",
			["indirect | Marlow’s | claim | that the bridge was safe surprised nobody"],
		],
		["They heard his repeated promise to resign.", ["indirect | his | promise | to resign"]],
		["The union’s opposition to the plan grew.", ["indirect | The union’s | opposition to | the plan grew"]],
		["Marlow is confident that the bridge will hold.", ["indirect | Marlow | is confident | that the bridge will hold"]],
		["Residents are worried about the noise.", ["indirect | Residents | are worried about | the noise"]],
	],
	"names before a colon": [
		[
			"MARLOW: The bridge is safe.\n\nREINHOLT: It is not.",
			["indirect | MARLOW | : | The bridge is safe.", "indirect | REINHOLT | : | It is not."],
		],
		["# Marlow: Bridge is safe\n\nInes Marlow slept.", ["indirect | Marlow | : | Bridge is safe"]],
	],
	"part in quotation marks": [
		["Marlow said the bridge was “perfectly safe” for cars.", ["mixed | Marlow | said | the bridge was “perfectly safe” for cars"]],
		["Marlow called the plan “a mess” and “a fraud” during a speech.", ["mixed | Marlow | called | the plan “a mess” and “a fraud”"]],
		["Marlow described it as a “threat” to the town.", ["mixed | Marlow | described | it as a “threat” to the town"]],
		["The plan is “a mess,” Marlow said.", ["mixed | Marlow | said | The plan is “a mess,”"]],
		["Marlow said he wants “peace,” but drivers do not.", ["mixed | Marlow | said | he wants “peace,”"]],
	],
	"whom a relative clause explains": [
		["A pilot who lives near the bridge said it shook.", ["indirect | A pilot | said | it shook"]],
		[
			"Pilots who backed the plan in spring say they were misled.",
			["indirect | Pilots | backed | the plan in spring", "indirect | Pilots | say | they were misled"],
		],
		[
			'A pilot who asked not to be named because he works for the port called the plan "a mess."',
			['mixed | A pilot | called | the plan "a mess."'],
		],
		[
			"Marlow, who had promised to stay, said Tuesday she was leaving.",
			["indirect | Marlow | had promised | to stay", "indirect | Marlow | said | she was leaving"],
		],
		["He bought the yard from Marlow, a builder that had declared it was broke.", ["indirect | a builder | had declared | it was broke"]],
		["Papers seen by the Courier show that the bridge was old.", ["indirect | Papers | show | that the bridge was old"]],
	],
	"a sentence whose speaker is named last": [
		[
			"The bank expects rates to fall this year, its chairman said on Monday.",
			["indirect | its chairman | said | The bank expects rates to fall this year"],
		],
		[
			"Marlow said the port closed because “nobody came,” she said. “It was dead.”",
			["mixed | Marlow | said | the port closed because “nobody came,” … “It was dead.”"],
		],
	],
	"verbs that no list has": [
		['"Nonsense," snorts Marlow.', ['direct | Marlow | snorts | "Nonsense,"']],
		["“I was born here,” Marlow begins. “So was he.”", ["direct | Marlow | begins | “I was born here,” … “So was he.”"]],
		["“Vote for me,” the poster reads, “and sail.”", ["direct | the poster | reads | “Vote for me,” … “and sail.”"]],
	],
	headlines: [
		["Harbour Master Reveals Plan For New Ferry", ["indirect | Harbour Master | Reveals | Plan For New Ferry"]],
		["Pilots Slam Harbour Master As A Fraud", ["indirect | Pilots | Slam | Harbour Master As A Fraud"]],
	],
	"a past form that no rule makes": [
		["Officials believe the fire began in a shed.", ["indirect | Officials | believe | the fire began in a shed"]],
	],
	"what something is called or likened to": [
		[
			"While Marlow said it went well, Stone described them as a waste.",
			["indirect | Marlow | said | it went well", "indirect | Stone | described | them as a waste"],
		],
		["Marlow attacked the board as a club of idlers after the vote.", ["indirect | Marlow | attacked | the board as a club of idlers"]],
		["Marlow criticized fees such as the night toll.", ["indirect | Marlow | criticized | fees such as the night toll"]],
	],
	"words that lead to a quotation": [["Marlow put it this way: “It leaks.”", ["direct | Marlow | put it | “It leaks.”"]]],
	"what is expected and demanded": [
		["Most pilots expect Marlow to win.", ["indirect | Most pilots | expect | Marlow to win"]],
		["Marlow demanded an apology.", ["indirect | Marlow | demanded | an apology"]],
		["Marlow made it clear that she would stay.", ["indirect | Marlow | made it clear | that she would stay"]],
		["The toll, critics charge, would ruin the port.", ["indirect | critics | charge | The toll … would ruin the port"]],
		["Pilots are wary of the plan.", ["indirect | Pilots | are wary of | the plan"]],
	],
	"a verb joined on": [
		[
			"Her aides say it is too early to run but noted that she won twice.",
			["indirect | Her aides | say | it is too early to run", "indirect | Her aides | noted | that she won twice"],
		],
		["Pilots in Delft and around the bay say the plan is good.", ["indirect | Pilots in Delft | say | the plan is good"]],
	],
	"a source between commas": [["The bridge, according to Marlow, was safe.", ["indirect | Marlow | according to | The bridge … was safe"]]],
	"a clause in quotation marks that ends the sentence": [
		[
			"The crew matters because to her, “there is nothing like getting it right.”",
			["direct |  |  | “there is nothing like getting it right.”"],
		],
		["The bill, in part, “makes it so” by law.", []],
	],
	"a quotation of one word": [["Asked what came next, she laughed: “Sleep.”", ["direct | she |  | “Sleep.”"]]],
	"what is wanted": [["Marlow wants to raise the toll.", ["indirect | Marlow | wants | to raise the toll"]]],
	"nothing said": [
		["Asked whether the port would close, Marlow declined to comment.", []],
		["Stone and Stevie Wonder played on the quay.", []],
		["There was no doubt that it rained.", []],
		["Some state officials met Marlow.", []],
		["It rained, and critical swing states that flooded were poor.", []],
		["Marlow wrote “The Long Field” in May.", []],
		["Marlow could say nothing that would help.", []],
		["The swing states could decide the vote.", []],
		["Power demands have grown.", []],
		["The editor has added audio tools.", []],
		["Experts supporting the plan met.", []],
		["149 confirmed orders came in.", []],
		["There are plans for a bridge.", []],
		["The chairman's remarks have been printed.", []],
		["According to plan, it rained.", []],
		["Marlow found a coin.", []],
		["It is clear that the bridge is old.", []],
		["Note: the bridge is closed.", []],
	],
};

for (const [rule, cases] of Object.entries(corpus))
	describe(`reports: ${rule}`, () => {
		for (const [text, expected] of cases) it(text, () => deepEqual(speech(text), expected));
	});
