/** Closed classes of English that binding reads. Sources: Quirk et al., A Comprehensive Grammar of the English Language; lists are lower case. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** A clause may begin here; a subject before it reaches over it only weakly. */
export const CLAUSE_STARTERS = set("while whereas but although though whilst because since unless until");

/** After a comma these begin a clause. */
export const COMMA_STARTERS = set(
	"while whereas but although though whilst and as who which whose with so yet or after before when where because since compared versus",
);

export const RELATIVES = set("who which that whose");

/** A name behind one of these is no subject of the clause: it is set against, or stands for a place or a time. */
export const AGAINST = set("against over past versus vs than into toward towards v like unlike behind despite besides excluding");

/** Prepositions whose name may still be what a figure is about: `the population of Chad`, `in Chad`. */
export const OF_KIND = set("of in for at across within throughout among on under");

export const PREPOSITIONS = set(
	"of in for at across within throughout among on under by from with to via about near per through including",
);

/** Subject pronouns by what they may stand for. */
export const PERSON_PRONOUNS = set("he she him her his hers");
export const THING_PRONOUNS = set("it its they them their");

/** Nouns that stand for something named before, by the type of entity that they stand for. */
export const STAND_INS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		organisation:
			"company firm carrier group bank agency team club franchise retailer maker automaker airline operator lender brand giant chain startup utility insurer publisher university hospital party union regulator ministry department visitors hosts",
		event: "event conference festival congress fair show summit tournament race match game election vote ceremony",
		place: "country nation city town state county region province island kingdom republic district village",
		person:
			"player guard forward senator minister president candidate governor mayor author actor singer striker goalkeeper pitcher runner swimmer",
		work: "programme program law act film book report study survey album game series bill fund project painting canvas portrait sculpture novel musical documentary song ballad",
		product: "device phone car model aircraft plane drug vaccine app service",
	}).flatMap(([type, words]) => words.split(" ").map((word) => [word, type] as const)),
);

/** Words that narrow a measure to a part: a figure of the part says nothing of the whole. */
export const NARROWING = set(
	"male female men women boys girls rural urban working adult adults child children youth elderly native foreign indigenous non-white white black hispanic asian " +
		"student students prison jewish muslim christian catholic immigrant male's female's healthy disability-adjusted voting minority military civilian core headline " +
		"adjusted unadjusted underlying food energy minimum maximum lowest highest peak record target expected potential average-age metropolitan metro capital island " +
		"averaging averaged combined per career economically slave refugee homeless black-owned insured uninsured employed unemployed labor labour school-age",
);

/** Function words: they weigh little when the words of a measure are looked for. */
export const FUNCTION_WORDS = set(
	"the a an of in on at to for from by with and or as is are was were be been per than that this these those its their his her total all beyond behind within across",
);

/** Verbs whose object is the one who lost. The first figure of a score behind them is the subject's, the second the object's. */
export const WINNING = set(
	"defeat beat outscor edg top rout down thrash overcam overcom best trounc eliminat stun crush oust outpac outdrew outdraw out-scor",
);
/** Verbs whose subject lost: the higher figure is still named first. */
export const LOSING = set("lost lose fell fall succumb");

/** What a contest is counted in. */
export const SCORE_NOUNS: readonly string[] = ["point", "goal", "run", "vote", "seat", "try", "set", "frame", "share of the vote"];

/** Words that make a measure one of movement: its facts are themselves changes. */
export const CHANGE_WORDS = set("chang growth increas decreas rise declin gain loss fall drop move swing");
/** Those of them that say which way: down. */
export const FALLING_WORDS = set("decreas declin loss fall drop");

/** A verb form that takes what follows as its object. Irregular past forms; regular ones end in -ed or -ing. */
export const IRREGULAR_TRANSITIVES = set(
	"held beat led bought sold took gave sent won lost left told met saw hit cut brought let put made got drew paid fought hold make makes take takes give gives use uses reach reaches cross crosses get gets beats lead leads",
);

/** Verbs that make their object do what follows: `held Chad to 3 goals`, `forced Mali into 12 errors`. The figure is the object's. */
export const CAUSATIVES = set("hold held limit forc restrict keep kept confin");

/** Units that any counted noun may stand for. */
export const GENERIC_UNITS = set("person none item unit number");

/** Verbs that name what is measured without its noun: `closed at` a price, `brought in` a revenue. Verb stem to the stems of the nouns that it stands for. */
export const MEASURE_VERBS: ReadonlyMap<string, readonly string[]> = new Map([
	["close", ["price", "close"]],
	["trade", ["price"]],
	["brought", ["revenu", "sale", "incom"]],
	["generat", ["revenu", "sale"]],
	["earn", ["revenu", "incom", "earn", "profit", "salari"]],
	["gross", ["revenu", "gross"]],
	["sell", ["sale"]],
	["sold", ["sale"]],
	["score", ["point", "goal"]],
	["weigh", ["weight", "mass"]],
	["die", ["death"]],
	["di", ["death"]],
	["born", ["birth"]],
	["marri", ["marriag"]],
	["kill", ["death"]],
	["emploi", ["employe", "staff", "workforc"]],
	["live", ["popul", "inhabit", "resid"]],
	["attract", ["attend", "visitor"]],
	["drew", ["attend", "visitor"]],
	["draw", ["attend", "visitor"]],
	["cost", ["cost", "price"]],
	["owe", ["debt"]],
	["spend", ["spend", "expenditur"]],
	["spent", ["spend", "expenditur"]],
	["unemploi", ["unemploy"]],
	["jobless", ["unemploy"]],
	["found", ["found"]],
]);

/** What an adjective behind a figure says was measured: `640 metres long`. Quirk et al. 1985, 6.63 and 17.51. */
export const MEASURE_ADJECTIVES: ReadonlyMap<string, string> = new Map([
	["long", "length"],
	["high", "height"],
	["tall", "height"],
	["wide", "width"],
	["deep", "depth"],
	["thick", "thick"],
]);

/** Shapes of verbs by each of them, where the stem does not tell (Quirk et al. 1985, 3.11–3.20); those that packs may call a measure by. */
export const IRREGULAR_VERBS: ReadonlyMap<string, readonly string[]> = new Map(
	(
		"take took taken|sell sold|bring brought|draw drew drawn|spend spent|pay paid|buy bought|build built|win won|lose lost|hold held|make made|run ran|drive drove driven|grow grew grown|" +
		"give gave given|write wrote written|fly flew flown|catch caught|lend lent|send sent|shoot shot|steal stole stolen|keep kept|lead led|teach taught|feed fed|swim swam swum|ride rode ridden|" +
		"throw threw thrown|owe owed|raise raised|lay laid|sink sank sunk|speak spoke spoken|break broke broken|carry carried|bear bore born|eat ate eaten|drink drank drunk"
	)
		.split("|")
		.map((verb) => verb.split(" "))
		.flatMap((shapes) => shapes.map((shape) => [shape, shapes] as const)),
);

/** Verbs after which a figure is of several occasions. */
export const AGGREGATING = set("averaging averaged combined combining combines");

/** Adjectives that leave a measure as it is. */
export const NEUTRAL = set(
	"total national annual overall nominal official actual global historical final initial general real typical additional individual whole entire native digital median regular local partial fiscal " +
		"massive expensive comprehensive public domestic gross economic basic historic specific enormous previous famous various continuous",
);

/** `growth of the population`, `half of the population`: a figure behind them is not the measure itself. */
export const PART_NOUNS = set(
	"rate growth ratio density share percent percentage % majority half quarter third fifth part portion proportion rest most tenth section segment member members",
);

/** Those who count, not those who are counted: `estimated by the ministry`. Stems. */
export const ESTIMATING = set(
	"estim report publish measur record compil provid calcul forecast survei poll conduct announc said cite quot releas issu put given project predict",
);

/** Words that name a currency beside a bare number. */
export const CURRENCY_WORDS = set("$ us$ usd dollar dollars euro euros eur € £ gbp pound pounds yen ¥ yuan rupee rupees franc francs");

export const NUMBER_WORDS = set(
	"one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion",
);

/** Parts of a contest or of a year by their place in it. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
	Object.entries({ first: 1, opening: 1, "1st": 1, second: 2, "2nd": 2, third: 3, "3rd": 3, fourth: 4, final: 4, "4th": 4 }),
);

/** Nouns for the parts of a whole, each in the singular and the plural. */
export const MEMBERS = set(
	"team teams side sides club clubs group groups party parties company companies region regions country countries nation nations state states county counties " +
		"district districts province provinces council councils member members player players school schools branch branches city cities town towns village villages " +
		"firm firms plant plants store stores shop shops department departments candidate candidates teammate teammates colleague colleagues ward wards " +
		"trust trusts port ports station stations airport airports constituency constituencies factory factories hospital hospitals subsidiary subsidiaries division divisions office offices",
);

/** In front of a noun that is a subject of its own. */
export const SPECIFIERS = set("the a an this that these those another each every some any no its their his her our my one");

export const POSSESSIVES = set("its their his her our my");

/** Auxiliaries and the commonest verbs that a subject of common nouns ends before. */
export const COPULAS = set(
	"is was are were be been has have had will would could can may might should must does did do cost costs weigh weighs weighed seat seats employ employs employed " +
		"cover covers covered measure measures measured reach reaches reached sold sells sell made makes make took takes take drew draws drew lasts lasted last " +
		"gave gives give won wins lost loses led leads scored scores rose rises fell falls grew grows held holds stood stands came comes went goes runs ran",
);

/** Nouns whose figure is that of what stands behind them, or of the whole: `the number of visitors`, `the economy of Chad`. */
export const NEUTRAL_HEADS = set(
	"number total figure figures amount level census survey study report data statistics filing rate average share sum value count size volume result results rest population people economy government output work quarter year month week season half " +
		"rise fall increase decrease drop gain loss growth decline change game match win defeat victory performance effort night showing tally mark score line trio duo pair",
);

/**
 * Capitalised words beside a name that are no part of it: the calendar, nationalities, small words and titles. Titles: Associated Press style guide, `titles`.
 */
export const BESIDE_NAMES = set(
	"january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday " +
		"i a the in on at of and but or nor for to by with from into over under as his her its our my your their he she it they we this that these those here there what which who " +
		"when while if after before since until because although though unless during despite without within against among between like unlike even only just also then now once still yet " +
		"across throughout near around outside inside beyond through above below under behind beside besides off toward towards upon amid alongside following excluding including " +
		"so no not both either neither each every all some many most few several one two three four five six seven eight nine ten another other such how why where whether than via per " +
		"today yesterday tomorrow tonight meanwhile however later soon instead again twice perhaps maybe thus hence first second third last next " +
		"mr mrs ms miss dr prof sir dame lord lady rev sen rep gov gen capt sgt lt col judge justice president vice chief executive officer director chairman chairwoman chair minister prime " +
		"secretary senator governor mayor congressman congresswoman representative king queen prince princess pope coach captain manager head leader founder owner editor professor doctor " +
		"spokesman spokeswoman analyst economist attorney general commissioner chancellor premier ambassador ceo cfo coo rookie veteran star rival former fellow defender midfielder winger batter bowler keeper quarterback centre center swingman reserve substitute " +
		"american british english french german spanish italian chinese japanese indian russian canadian australian brazilian mexican african asian european swedish norwegian danish dutch " +
		"polish irish scottish welsh greek turkish korean swiss austrian belgian portuguese ukrainian israeli egyptian western eastern northern southern " +
		"q1 q2 q3 q4 gdp gni cpi usd inc corp ltd plc llc group holdings company co",
);
