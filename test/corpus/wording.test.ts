import { strict as assert } from "node:assert";
import type { Claim } from "../../server/claims/claim.ts";
import { sentence } from "../../server/features/wording/wording.ts";
import type { Reason } from "../../server/verdicts/verdict.ts";
import { checkProse } from "../checks/run.ts";

const tables = new Map([
	[
		"entities.csv",
		`id,name,aliases,type
harbour,Harbour Bridge,,
vela,Vela Inc.,Vela,organisation
tessel,Tessel,,organisation
cables,Norvik Cables,Norvik,organisation
games,Island Games,,event
adaro,Jon Adaro,Adaro,person
orbiter,Corva,,product
orne,Orne,,place
web,Orlo Web Services,,organisation
lights,Harbour Lights,,work
board,University of Ardal,,organisation
`,
	],
	[
		"measures.csv",
		`id,label,aliases,unit
cost,cost,,USD
opening,opening,opened,date
founding,founding,founded,date
arrival,arrival at Saturn,reached Saturn,date
held,last held in Orne,,date
made,field goals made,,field goal
nurses,nurses,,person
emissions,emissions,,tonne
stay,average stay,,day
crossing,fastest crossing,,second
share,vaccination coverage,,percent
output,output per head,,USD per person
sales,net sales,,USD
distance,distance from the Sun,,kilometre
wage,wage,,USD per hour
waiting,patients waiting,,person
clinics,clinics,,
vaccinated,children vaccinated,,percent
seen,seen within 18 weeks,,percent
adjusted,adjusted profit,,GBP million
released,released,,date
grant,grant,,GBP million
`,
	],
	[
		"facts.csv",
		`subject,measure,value,unit,period
harbour,cost,42.45,USD billion,
harbour,opening,1932-03-19,date,
vela,founding,1987,date,
cables,founding,1954,date,
web,founding,2006,date,
orbiter,arrival,2004-07-01,date,
games,held,1924,date,
adaro,made,9,field goal,
orne,nurses,3,person,2025
orne,emissions,310,tonne,2025
orne,stay,4.6,day,2025
orne,crossing,502.41,second,2025
orne,share,86.5,percent,2025
orne,output,3000,USD per person,2025
vela,sales,33.0,USD million,2025
tessel,sales,11.0,USD million,2025
vela,sales,25.0,USD million,2024
orbiter,distance,"1,432.0",million kilometres,
vela,wage,21.50,USD per hour,2025
board,founding,1820,date,
orne,waiting,13980,person,2025
orne,clinics,54,,2025
orne,vaccinated,81,percent,2025
orne,seen,59.0,percent,2025
vela,adjusted,7.5,GBP million,2025
lights,released,2019-05-31,date,
board,grant,3.8,GBP million,2024/25
board,grant,3.1,GBP million,2025/26
`,
	],
	[
		"people.csv",
		`id,name,aliases,title,organisation,from,to
moss,Ada Moss,,chief executive,University of Ardal,2021-03-01,
reyl,Tomas Reyl,,professor of astronomy,University of Ardal,2011-03-01,
`,
	],
]);

/** What is said of the one claim of some prose that a reference answers. */
async function told(prose: string): Promise<string> {
	const { checked } = await checkProse(prose, tables, "2026-02-04");
	const answered = checked.filter(({ verdict }) => verdict.name !== "unreferenced");
	assert.notEqual(answered.length, 0, checked.map(({ claim, verdict }) => `${claim.text}: ${verdict.reason.kind}`).join("; "));
	return answered.map(({ claim, verdict }) => sentence(verdict.reason, claim)).join(" ");
}

describe("sentences as a reporter would say them", () => {
	const cases: Readonly<Record<string, readonly [article: string, says: string]>> = {
		"a thing takes its article": [
			"The Harbour Bridge cost $45.2 billion.",
			"The Harbour Bridge’s cost was $42.45 billion, not $45.2 billion (desk).",
		],
		"what happened is a verb": [
			"The Harbour Bridge opened on 19 March 1923.",
			"The Harbour Bridge opened on 19 Mar 1932, not 19 March 1923 (desk).",
		],
		"what was done to it is a passive": ["Vela was founded in 1978.", "Vela was founded in 1987, not 1978 (desk)."],
		"with what the label says of the place": ["Corva reached Saturn in 2040.", "Corva arrived at Saturn on 1 Jul 2004, not 2040 (desk)."],
		"in the plural": [
			"The Island Games were last held in Orne in 1942.",
			"The Island Games were last held in Orne in 1924, not 1942 (desk).",
		],
		"a name that may be one or many keeps the noun": [
			"Norvik Cables was founded in 1945.",
			"Norvik Cables’ founding was in 1954, not 1945 (desk).",
		],
		"a plural that ends a firm's name is one firm": [
			"Orlo Web Services was founded in 2016.",
			"Orlo Web Services was founded in 2006, not 2016 (desk).",
		],
		"what was done is a verb, and a small number a word": [
			"Adaro had six field goals made.",
			"Jon Adaro made nine field goals, not six (desk).",
		],
		"digits for whoever writes digits": ["Orne had 5 nurses in 2025.", "Orne had 3 nurses, not 5 (desk, 2025)."],
		"what is weighed is not had": ["Orne's emissions were 130 tonnes in 2025.", "Orne’s emissions were 310 tonnes, not 130 (desk, 2025)."],
		"who waits is had": ["Orne had 13,890 patients waiting in 2025.", "Orne had 13,980 patients waiting, not 13,890 (desk, 2025)."],
		"clinics are many, and no field of study": ["Orne had 45 clinics in 2025.", "Orne had 54 clinics, not 45 (desk, 2025)."],
		"what was done to one that may be many": [
			"Harbour Lights was released on 31 May 2018.",
			"Harbour Lights was released on 31 May 2019, not 31 May 2018 (desk).",
		],
		"of whom something is so": [
			"In Orne 18% of children were vaccinated in 2025.",
			"Orne’s share of children vaccinated was 81%, not 18% (desk, 2025).",
		],
		"a column that is called by no noun": [
			"In Orne 59% were seen within 18 weeks in 2025.",
			"Orne’s “seen within 18 weeks” was 59.0% (desk, 2025).",
		],
		"but an adjective before its noun is no such column": [
			"Vela's adjusted profit was £5.7 million in 2025.",
			"Vela’s adjusted profit was £7.5 million, not £5.7 million (desk, 2025).",
		],
		"a budget's year is of two": [
			"The grant of the University of Ardal was £3.4 million in 2025/26.",
			"The University of Ardal’s grant was £3.1 million, not £3.4 million (desk, 2025/26).",
		],
		"a change from one of them to the next": [
			"In 2025/26 the grant of the University of Ardal was cut by £700,000 to £3.1 million.",
			"The University of Ardal’s grant fell £700,000 from 2024/25 (desk, 2025/26). The University of Ardal’s grant was £3.1 million (desk, 2025/26).",
		],
		"the unit once": ["The average stay in Orne was 6.4 days in 2025.", "Orne’s average stay was 4.6 days, not 6.4 (desk, 2025)."],
		"one way to write a percentage": [
			"The vaccination coverage in Orne was 68.5 percent in 2025.",
			"Orne’s vaccination coverage was 86.5%, not 68.5% (desk, 2025).",
		],
		"per head is said once": [
			"Orne's output per head was $4,000 per person in 2025.",
			"Orne’s output per head was $3,000, not $4,000 (desk, 2025).",
		],
		"per hour is said once": ["Vela's wage was $25.10 an hour in 2025.", "Vela’s wage was $21.50 per hour, not $25.10 (desk, 2025)."],
		"a multiple names the other": [
			"Vela had net sales five times that of Tessel in 2025.",
			"Vela’s net sales were 3 times Tessel’s, not five times (desk, 2025).",
		],
		"a thousand million is a billion": [
			"Corva's distance from the Sun was 4.43 billion kilometres.",
			"Corva’s distance from the Sun was 1.432 billion kilometres, not 4.43 billion (desk).",
		],
		"a hedge that says too little": [
			"Vela's net sales were over $20 million in 2025.",
			"Vela’s net sales were $33.0 million, so over $20 million says too little (desk, 2025).",
		],
		"nearly, from above": [
			"Vela's net sales were nearly $32 million in 2025.",
			"Vela’s net sales were $33.0 million, which is over $32 million, not nearly that (desk, 2025).",
		],
		"a time on the clock": [
			"Orne's fastest crossing took 8:24.41 in 2025.",
			"Orne’s fastest crossing was 8:22.41, not 8:24.41 (desk, 2025).",
		],
		"an older figure": [
			"Vela's net sales were $25.0 million.",
			"Vela’s net sales were $33.0 million; $25.0 million was the figure for 2024 (desk, 2025).",
		],
		"an older figure of which no more than a bound is written": [
			"Vela's net sales were under $26 million.",
			"Vela’s net sales were $33.0 million; $25.0 million was the figure for 2024 (desk, 2025).",
		],
		"whoever leads is of it": [
			"Ada Moss, chief executive of the University of Ardal, left early.",
			"Ada Moss is chief executive of the University of Ardal (desk).",
		],
		"whoever works there is at it": [
			"Tomas Reyl, professor of astronomy at the University of Ardal, left early.",
			"Tomas Reyl is professor of astronomy at the University of Ardal (desk).",
		],
		"the sum that the other figures give": ["Exports rose 12% from 50 tonnes to 80 tonnes.", "The other figures make it 60%, not 12%."],
		"what is announced and what is there": [
			"The line serves five towns: Ryde, Sandown, Shanklin and Ventnor.",
			"The article announces five towns and lists four.",
		],
		"a day that has passed": [
			"Demand is projected to reach 50 gigawatts by 2024.",
			"The article is dated 4 Feb 2026 and speaks of 2024 as still to come.",
		],
	};
	for (const [why, [article, says]] of Object.entries(cases)) it(why, async () => assert.equal(await told(article), says));

	const claim = { text: "8 April 2022" } as Claim;
	const said: Readonly<Record<string, readonly [reason: unknown, says: string]>> = {
		"a source that began its sentence": [
			{ kind: "anonymous source", written: "A rail planner" },
			"The source is not named: a rail planner.",
		],
		"a source whose name begins with a name": [
			{ kind: "anonymous source", written: "Norvik employees" },
			"The source is not named: Norvik employees.",
		],
		"a document whose title is a plural": [
			{
				kind: "misquoted",
				original: "gains",
				written: "benefits",
				document: { title: "Notes on the merger", pack: "desk", date: "2025-03-01" },
			},
			"The wording in Notes on the merger is “gains”, not “benefits” (desk, 1 Mar 2025).",
		],
		"a day known when it came": [
			{ kind: "agrees", fact: { unit: "date", printed: "2022-04-08", knownAt: "2022-04-08", pack: "desk" }, measure: { label: "split" } },
			"The split was on 8 Apr 2022 (desk).",
		],
		"a day known later": [
			{ kind: "agrees", fact: { unit: "date", printed: "2022-04-08", knownAt: "2023-01-02", pack: "desk" }, measure: { label: "split" } },
			"The split was on 8 Apr 2022 (desk, 2 Jan 2023).",
		],
	};
	for (const [why, [reason, says]] of Object.entries(said)) it(why, () => assert.equal(sentence(reason as Reason, claim), says));
});
