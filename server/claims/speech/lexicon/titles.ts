/**
 * Words for what people are. Heads of occupational titles from the U.S. Bureau of Labor Statistics' Standard Occupational Classification (2018, major groups
 * 11, 13, 15, 19, 21–27, 33) and ranks, honours and offices as the Associated Press style guide abbreviates them.
 */

/** Nouns that make a phrase a title: `chief economist`, `vice president of product`. Lower case, singular. */
export const TITLE_NOUNS: ReadonlySet<string> = new Set(
	(
		"president chairman chairwoman chairperson chair chief executive officer director manager partner founder co-founder cofounder owner head leader secretary minister " +
		"chancellor premier senator governor mayor congressman congresswoman representative ambassador commissioner administrator inspector superintendent treasurer controller comptroller " +
		"spokesman spokeswoman spokesperson analyst economist strategist pollster scientist researcher professor lecturer fellow dean provost principal teacher engineer architect developer " +
		"attorney lawyer counsel prosecutor judge justice sheriff captain sergeant lieutenant colonel admiral detective " +
		"editor reporter correspondent columnist journalist publisher producer author writer historian curator coach trainer " +
		"doctor physician surgeon nurse epidemiologist psychologist adviser advisor aide consultant coordinator supervisor planner broker trader banker accountant auditor actuary " +
		"headteacher headmaster headmistress rector warden skipper boss conductor " +
		"ceo cfo coo cto cio cmo evp svp vp deputy assistant member delegate councilman councilwoman councillor lawmaker legislator candidate nominee organizer organiser activist advocate pastor bishop rabbi imam " +
		"biologist chemist physicist geologist ecologist meteorologist climatologist astronomer statistician sociologist demographer anthropologist specialist expert investigator farmer"
	).split(" "),
);

/** Words that go before a title and are part of it: `vice president`, `prime minister`. */
export const TITLE_MODIFIERS: ReadonlySet<string> = new Set(
	(
		"vice senior chief executive managing deputy assistant associate acting interim former current general regional global communications press financial operating technology marketing information policy product legal " +
		"prime foreign finance home interior defence defense health education trade energy environment justice labour labor transport agriculture treasury shadow majority minority national head lead principal staff"
	).split(" "),
);

/** Short titles before a name, with and without their stop: `Sen.`, `Dr`. */
export const HONORIFICS: ReadonlySet<string> = new Set(
	"mr mrs ms miss dr prof sir dame lord lady rev fr sen sens rep reps gov del lt col gen maj capt cmdr adm sgt cpl pvt judge justice senator representative congressman congresswoman president king queen prince princess pope".split(
		" ",
	),
);

/** Words of an organisation's name. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
	(
		"inc corp co ltd llc plc ag sa nv gmbh group holdings company corporation bank university college institute department ministry office agency bureau committee council commission association " +
		"society foundation trust fund union party court congress senate house parliament administration authority board center centre hospital school services service times post journal news press magazine " +
		"airlines airways motors energy systems technologies technology networks partners capital securities industries enterprises ventures pharmaceuticals research laboratories lab museum church league club team police army navy force"
	).split(" "),
);

/** Nouns that stand for an organisation named before. */
export const ORGANISATION_NOUNS: ReadonlySet<string> = new Set(
	"company firm group bank agency department ministry university college institute organization organisation association union carrier retailer airline automaker carmaker manufacturer maker lender insurer utility startup business operator provider".split(
		" ",
	),
);

/** Nouns that stand for a person named before. */
export const PERSON_NOUNS: ReadonlySet<string> = new Set(
	"executive official spokesman spokeswoman spokesperson lawmaker researcher author scientist analyst economist man woman".split(" "),
);

/** Nouns for written things that say something. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
	(
		"report study survey average tracker index data-set database model video footage poll paper filing document documents data figures statistics numbers records analysis review memo letter statement lawsuit complaint indictment ruling " +
		"census forecast index estimate estimates audit transcript email emails article research findings results release bulletin prospectus"
	).split(" "),
);

/** Nouns for figures that somebody provides: with `from` or `compiled by`, whoever follows is the source. */
export const DATA_NOUNS: ReadonlySet<string> = new Set("data figures statistics numbers estimates research records".split(" "));

/** Heads that name nobody on purpose. */
export const NAMELESS_NOUNS: ReadonlySet<string> = new Set("source sources insider insiders".split(" "));

// People by what they do together or stand for, beside titles: nouns of Levin's and Quirk et al.'s human class that news uses of sources.
const PEOPLE = new Set(
	(
		"people man woman men women official officials leader leaders lawmaker lawmakers voter voters supporter supporters opponent opponents critic critics resident residents worker workers employee employees " +
		"customer customers consumer consumers investor investors shareholder shareholders student students parent parents neighbor neighbors neighbour neighbours witness witnesses victim victims family relatives friend friends " +
		"ally allies rival rivals colleague colleagues aide aides staff staffer staffers police authorities observer observers panel jury campaign team administration government company companies firm firms " +
		"white-house democrats republicans conservatives liberals progressives activists advocates media press public americans europeans users patients scientists scholars respondents participants groups " +
		"organizers organisers prosecutors regulators negotiators diplomats ministers soldiers veterans farmers owners players fans"
	).split(" "),
);

/** Whether a lower-case noun names something written or counted that says something, in the singular or the plural. */
export function isDocumentNoun(word: string): boolean {
	return (
		DOCUMENT_NOUNS.has(word) ||
		(word.endsWith("s") && DOCUMENT_NOUNS.has(word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1)))
	);
}

/** Whether a lower-case noun names people or a body of people, in the singular or the plural. */
export function isPersonNoun(word: string): boolean {
	if (
		PEOPLE.has(word) ||
		TITLE_NOUNS.has(word) ||
		ORGANISATION_NOUNS.has(word) ||
		ORGANISATION_WORDS.has(word) ||
		PERSON_NOUNS.has(word) ||
		NAMELESS_NOUNS.has(word)
	)
		return true;
	if (DOCUMENT_NOUNS.has(word)) return true;
	if (!word.endsWith("s")) return false;
	const singular = word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.slice(0, -1);
	return TITLE_NOUNS.has(singular) || ORGANISATION_NOUNS.has(singular) || ORGANISATION_WORDS.has(singular) || PERSON_NOUNS.has(singular);
}
