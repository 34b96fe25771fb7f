import assert from "node:assert/strict";
import { listsAfter } from "../../server/prose/versions/lists.ts";
import { ShortForms } from "../../server/references/names/acronyms.ts";
import { Settled } from "../../server/references/names/settle.ts";
import { descriptor, open } from "../unit/references/memory-host.ts";

const ENTITIES = `id,name,aliases,type,partOf
ngs,"North Gas, Inc.",NGS,organisation,
dotcom,Bolero.com Inc.,,organisation,
sm,Sand & Moor,,organisation,
jj,Hale and Hearty Co.,,organisation,
gap,The Ledge,,organisation,
it,Institute of Tides,IT,organisation,
nasb,NASB,,organisation,
us,United States,U.S.|USA,place,
mexico,Mexico,,place,
congo,Republic Of Tarn,,place,
korea,"Veld, Dem. Rep.",,place,
zoe,Côte d'Azur Club,,organisation,
george,Georgia,Republic of Georgia,place,
georgia-us,Georgia,,place,us
atlanta,Atlanta,,place,georgia-us
herons,River City Herons,Herons|River City,organisation,
pod,iPod,,product,
heat,Heat,,organisation,
glass,Glassworks,Glassworks Ltd,organisation,
ostrava,Ostrava,,place,
smith,Ann B. Smith-Jones,,person,
orre,Orre,Orrean|Orreans|Orrese,place,
lacquer,Lacquer AG,,organisation,
mill,Mill & Weir plc,,organisation,
vanta,Vantager,,organisation,
vanto,Vantoger,,organisation,
tollard,Tollard,,place,
quill,Quill Works,the company,organisation,
`;
const MEASURES = `id,label,aliases,unit
subscribers,wireless subscribers,,subscriber
gdp,GDP per capita (nominal),GDP per head,USD
broadband,people without broadband,lack access to high-speed broadband,person
boards,rebounds,boards,
pts,points,PTS,
`;
const PEOPLE = `id,name,aliases,title
wren,Ada M. Wren,,chief executive
degroot,Jan de Groot Jr.,,engineer
hill1,Tom Hill,,editor
hill2,Sue Hill,,editor
`;

async function met(text: string): Promise<string[]> {
	const { store, problems } = await open({
		"datapackage.json": descriptor(
			...["entities", "measures", "people"].map((name) => ({ name, path: `${name}.csv`, plumbline: { role: name } })),
		),
		"entities.csv": ENTITIES,
		"measures.csv": MEASURES,
		"people.csv": PEOPLE,
	});
	assert.deepEqual(problems, []);
	const texts = text.split("\n");
	const blocks = texts.map((text) => ({ text }));
	const found = await store.mentions(texts);
	const change = { from: 0, toA: 0, toB: texts.length };
	const named = listsAfter(
		[],
		change,
		new ShortForms().update(blocks, (block) => found[block] ?? [], change, texts.keys()),
	);
	const entities = await store.entities(named.lists.flatMap((list) => list.flatMap(({ ids }) => ids)));
	const { lists } = new Settled().update(named, new Map(entities.map((entity) => [entity.id, entity])));
	return lists.flatMap((list, t) =>
		list.map(
			({ start, end, ids, spelling, partial }) =>
				`${texts[t]?.slice(start, end)} = ${ids.join("|")}${partial ? " in part" : ""}${spelling ? ` for ${spelling}` : ""}`,
		),
	);
}

/** A text, and every name that is met in it. */
const CORPUS: Readonly<Record<string, readonly [text: string, ...names: string[]][]>> = {
	"company forms come and go": [
		["North Gas, Inc. rose.", "North Gas, Inc = ngs"],
		["North Gas Inc. rose.", "North Gas Inc = ngs"],
		["The company met on the first Monday of the month.", "company = quill"],
		["North Gas rose.", "North Gas = ngs"],
		["North Gas Corp. rose.", "North Gas Corp = ngs"],
		["Bolero.com Inc. and Bolero.com and Bolero", "Bolero.com Inc = dotcom", "Bolero.com = dotcom", "Bolero = dotcom"],
		["Glassworks Ltd. rose.", "Glassworks Ltd = glass"],
	],
	"possessives, plurals and articles": [
		["North Gas's plan, Sand & Moor’s plan", "North Gas = ngs", "Sand & Moor = sm"],
		["The Ledge grew; Ledge grew", "Ledge = gap", "Ledge = gap"],
		["the River City Herons and the Herons", "River City Herons = herons", "Herons = herons"],
		["rows of Glassworkses", ...[]],
		["two Mexicos", "Mexicos = mexico"],
	],
	"words for people and things of a place are aliases": [
		["The Orrean population grew.", "Orrean = orre"],
		["Orreans voted, and two Orreans left.", "Orreans = orre", "Orreans = orre"],
		["The Orrese press and Orre’s harbour", "Orrese = orre", "Orre = orre"],
		["an Orrean-born painter", "Orrean = orre"],
		["orreans, orrean and orrese", ...[]],
		["Orreana, Orreanism and Norrean", ...[]],
		["New Orrean cheese", ...[]],
		["Tollardian cheese, the Tollardians", ...[]],
	],
	"company forms that follow belong to the name, others do not": [
		["Lacquer AG, Lacquer and Lacquer SE", "Lacquer AG = lacquer", "Lacquer = lacquer", "Lacquer SE = lacquer"],
		["Mill & Weir plc; Mill and Weir; Mill & Weir Ltd", "Mill & Weir plc = mill", "Mill and Weir = mill", "Mill & Weir Ltd = mill"],
		["Heat.com Inc. and Heat, Inc. rose", "Heat.com Inc = heat", "Heat, Inc = heat"],
		["the Lacquer Group and Lacquer Holdings", "Lacquer = lacquer", "Lacquer = lacquer"],
		["She joined Lacquer. Co-owners left.", "Lacquer = lacquer"],
		["a Mill, & Weir", ...[]],
		["lacquer ag", ...[]],
	],
	"marks and accents": [
		["Sand and Moor, Hale & Hearty", "Sand and Moor = sm", "Hale & Hearty = jj"],
		["Cote d’Azur Club", "Cote d’Azur Club = zoe"],
		["The U.S. and the US and the USA agree.", "U.S. = us", "US = us", "USA = us"],
		["UNITED STATES", "UNITED STATES = us"],
		["Republic of Tarn", "Republic of Tarn = congo"],
		["Veld, Dem. Rep. had it", "Veld, Dem. Rep = korea"],
	],
	"capitals make a name": [
		["they told us that it is IT", "IT = it"],
		["It is. Us too. it. us.", ...[]],
		["Nasb said, and NASB said", "Nasb = nasb", "NASB = nasb"],
		["an iPod and an IPOD", "iPod = pod", "IPOD = pod"],
		["the georgia state", ...[]],
		["Heat was felt as the heat rose.", ...[]],
		["The Heat won. Heat fans cheered.", "Heat = heat", "Heat = heat"],
	],
	"a part of another name is not the name": [
		["New Mexico and Mexico", "Mexico = mexico"],
		["In northern Mexico and Northern Mexico", "Mexico = mexico"],
		["South Georgia, Georgia", "Georgia = george|georgia-us"],
		["Mexico. United plans.", "Mexico = mexico"],
	],
	"people by full name, without initials, and by surname": [
		["Ada M. Wren, Ada Wren and Wren", "Ada M. Wren = wren", "Ada Wren = wren in part", "Wren = wren in part"],
		[
			"Jan de Groot Jr., Jan de Groot, de Groot, Groot",
			"Jan de Groot Jr = degroot",
			"Jan de Groot = degroot in part",
			"de Groot = degroot in part",
			"Groot = degroot in part",
		],
		["Hill spoke", "Hill = hill1|hill2 in part"],
		["Smith-Jones said", "Smith-Jones = smith in part"],
		["a wren on a hill", ...[]],
		["Wren’s plan, the Wrens", "Wren = wren in part", "Wrens = wren in part"],
		["Ada Wrenfield and Adawren", ...[]],
	],
	"measures by stem, and by their head noun in part": [
		[
			"wireless subscribers, wireless subscriber, subscribers",
			"wireless subscribers = subscribers",
			"wireless subscriber = subscribers",
			"subscribers = subscribers in part",
		],
		["GDP per capita, GDP per head", "GDP per capita = gdp", "GDP per head = gdp"],
		["lacking access to high-speed broadband", "lacking access to high-speed broadband = broadband"],
		["12 rebounds, a rebound, rebounding, 3 boards", "rebounds = boards", "rebound = boards", "rebounding = boards", "boards = boards"],
		["20 PTS, 20 pts", "PTS = pts"],
		["a subscription, people, access", ...[]],
		["GDP per mile", "GDP = gdp in part"],
	],
	"slips are met, and the pack's spelling is said": [
		["Glasworks rose", "Glasworks = glass for Glassworks"],
		["Glassowrks rose", "Glassowrks = glass for Glassworks"],
		["Glassworka rose", "Glassworka = glass for Glassworks"],
		["Untied States", "Untied States = us for United States"],
		["Ada M. Wern", "Ada M. Wern = wren for Ada M. Wren"],
		["Rver City Herons lost", "Rver City Herons = herons for River City Herons"],
		["Lacquers, Laquer", "Lacquers = lacquer"],
	],
	"and what only looks like a slip is not": [
		["Ostrova and Ostravan", ...[]],
		["the glasworks", ...[]],
		["Glasworks Abbey and Old Glasworks", ...[]],
		["Smyth-Jones", ...[]],
		["Wern, Hlil and Nagb", ...[]],
		["Vantiger is near to two names, Vantger to neither more than to the other", ...[]],
		["Mexica, Mexican and Tollards", "Tollards = tollard"],
		["Tollerd", ...[]],
	],
	"a name of several things is settled by what else is named, or left open": [
		["Georgia voted.", "Georgia = george|georgia-us"],
		["Atlanta is in Georgia.", "Atlanta = atlanta", "Georgia = georgia-us"],
		["The United States, and Georgia too.", "United States = us", "Georgia = georgia-us"],
		["The Republic of Georgia voted. Georgia agreed.", "Republic of Georgia = george", "Georgia = george"],
		["The Republic of Georgia and Atlanta: Georgia.", "Republic of Georgia = george", "Atlanta = atlanta", "Georgia = george"],
		["Mexico and Georgia", "Mexico = mexico", "Georgia = george|georgia-us"],
		["Tom Hill spoke. Hill left.", "Tom Hill = hill1", "Hill = hill1 in part"],
		["Tom Hill and Sue Hill spoke. Hill left.", "Tom Hill = hill1", "Sue Hill = hill2", "Hill = hill1|hill2 in part"],
	],
	"short forms that the article defines": [
		["River City Herons (RCH) won. RCH lost.", "River City Herons = herons", "RCH = herons", "RCH = herons"],
		["the River City Herons, or RCH, won\nThe RCH lost", "River City Herons = herons", "RCH = herons", "RCH = herons"],
		["RCH lost. River City Herons (“RCH”) won", "River City Herons = herons", "RCH = herons"],
		["River City Herons (XYZ) won. XYZ", "River City Herons = herons"],
		["River City Herons (RCH) ARCHES", "River City Herons = herons", "RCH = herons"],
		["River City Herons, known as the RCH, won. RCH’s coach", "River City Herons = herons", "RCH = herons", "RCH = herons"],
		["River City Herons (the “RCH”) won", "River City Herons = herons", "RCH = herons"],
		["Republic of Tarn (RT) and R.T. and rt", "Republic of Tarn = congo", "RT = congo"],
		["Sand & Moor (S&M) and S&M", "Sand & Moor = sm", "S&M = sm", "S&M = sm"],
		["North Gas (NGS) rose, NGS said", "North Gas = ngs", "NGS = ngs", "NGS = ngs"],
		["River City Herons (R) and R", "River City Herons = herons"],
		["River City Herons (HCR) and HCR", "River City Herons = herons"],
		["RCH is another matter", ...[]],
	],
};

describe("corpus: names of the packs in a text", () => {
	for (const [rule, cases] of Object.entries(CORPUS)) {
		describe(rule, () => {
			for (const [text, ...names] of cases) it(text, async () => assert.deepEqual(await met(text), names));
		});
	}
});
