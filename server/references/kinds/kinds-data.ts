/**
 * Kinds of things by the nouns that people call them by. Each line: the type of entity (an organisation that is no business is `public`); whether it goes by
 * the words in front of the head of its name (`Vire` is the Vire Infirmary, the bridge of Vire is not called so); the nouns that may stand for it, which mean
 * the same; and further words that head the names of such things. Sources: the hyponyms of institution, structure and vessel in WordNet 3.1; the names of
 * newspapers that the Audit Bureau of Circulations certifies and of clubs in the English Football League.
 */
const LINES = `
public goes school: grammar academy lycee gymnasium primary secondary
public goes college: polytechnic
public goes academy:
public goes university: institute polytechnic
public goes institute:
public goes hospital: infirmary clinic sanatorium
public goes infirmary:
public goes clinic:
organisation goes airline carrier: airways airlines air
organisation goes bank lender: bank banking
organisation goes brewery brewer: brewing
organisation goes company firm business group: motors foods systems industries stores technologies energy
organisation goes club side team: rovers united athletic wanderers albion rangers hotspur town city county villa harriers
organisation stays orchestra:
public goes force: police constabulary
organisation stays newspaper paper: herald times gazette post echo chronicle courier tribune mail journal guardian observer telegraph argus mercury advertiser examiner sentinel dispatch
public stays charity: foundation trust relief fund
public stays foundation:
public stays trust:
public stays council authority: borough
public stays ministry:
public stays department:
public stays party:
public stays union:
public stays museum: gallery
public stays gallery:
public stays theatre: theater playhouse opera
public stays library:
public stays prison jail: gaol
organisation stays railway railroad: railways rail
organisation stays port harbour: harbor docks
organisation stays airport: airfield aerodrome
public stays zoo:
organisation stays hotel: inn
organisation stays inn:
organisation stays lodge:
public stays agency:
public stays board:
public stays commission:
public stays society:
public stays association:
public stays federation:
public stays centre:
public stays observatory:
public stays laboratory:
organisation stays market:
organisation stays distillery:
organisation stays winery:
organisation stays restaurant:
organisation stays cinema:
organisation stays shop store:
organisation stays factory plant: works mill foundry
organisation stays mill:
organisation stays shipyard yard:
organisation stays refinery:
organisation stays mine: colliery pit
organisation stays colliery pit:
organisation stays quarry:
organisation stays farm: estate
organisation stays vineyard:
public stays church: chapel
public stays cathedral: minster
product stays ship vessel:
place stays bridge crossing: viaduct
place stays viaduct:
place stays tunnel:
place stays dam:
place stays reservoir:
place stays station:
place stays stadium ground: arena park
place stays tower building skyscraper: house
place stays lighthouse:
place stays canal:
place stays road: motorway
place stays lake: loch
place stays river:
place stays island: isle
place stays mountain peak: mount
place stays park: gardens
place stays reserve:
place stays ward: 
place stays constituency seat:
place stays town:
place stays city:
place stays village:
place stays parish:
place stays district:
place stays borough:
place stays county:
place stays region:
place stays province:
place stays country nation:
place stays state:
person stays player athlete:
person stays candidate politician:
person stays author writer:
person stays driver:
person stays rider cyclist:
person stays runner:
person stays swimmer:
person stays singer:
person stays actor:
person stays artist:
`;

/** One kind of thing. */
export interface Kind {
	readonly type: string;
	/** An organisation that is no business. */
	readonly isPublic: boolean;
	/** Whether it goes by the first words of its name alone. */
	readonly goesBy: boolean;
	/** Nouns that may stand for it. */
	readonly nouns: ReadonlySet<string>;
	/** Words that head the names of such things, those nouns among them. */
	readonly heads: ReadonlySet<string>;
}

const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");

export const KINDS: readonly Kind[] = LINES.trim()
	.split("\n")
	.map((line) => {
		const [before = "", heads = ""] = line.split(":");
		const [type = "", goes, ...nouns] = words(before);
		return {
			type: type === "public" ? "organisation" : type,
			isPublic: type === "public",
			goesBy: goes === "goes",
			nouns: new Set(nouns),
			heads: new Set([...nouns, ...words(heads)]),
		};
	});

/** Headers of columns that divide a whole into parts which are called by common nouns: the departments of a budget, the sectors of an economy. */
export const CATEGORY_HEADERS: ReadonlySet<string> = new Set(
	words(
		"department ministry service sector category function purpose industry fuel crop commodity type cause offence offense crime mode portfolio directorate spending activity material waste",
	),
);

/** Names of rows that are the whole rather than a part. */
export const WHOLES: ReadonlySet<string> = new Set(
	words("total totals all overall sum other others average mean rest unknown none combined everything subtotal"),
);

/** First words of names that say nothing by themselves: adjectives of rank, place, size, time and colour. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
	words(
		"royal national general global first second third new old great greater grand little big north south east west northern southern eastern western central upper lower " +
			"united international european american british english scottish welsh irish french german public private community federal state imperial universal modern advanced " +
			"standard premier prime red white black blue green golden silver free open direct city town county metropolitan urban rural local regional digital smart clean pure " +
			"home house high world our the good best one two three four five saint st holy queen king prince princess queens kings people young early late middle mid inner outer",
	),
);
