/**
 * Words that are no part of a noun phrase's core: determiners, pronouns, prepositions, conjunctions, auxiliaries and the adverbs that news puts behind a figure.
 * The closed classes follow The Cambridge Grammar of the English Language (2002), chapters 3, 5, 7 and 15.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
	(
		"a an the this that these those my your his her its our their whose each every either neither both all any some no such what which who whom " +
		"i you he she it we they me him us them mine yours hers ours theirs myself himself herself itself themselves ourselves one's " +
		"of in on at by for with from to into onto upon over under above below between among amongst through throughout during before after since until till " +
		"against about around across along behind beside besides beyond despite except inside outside near off out per plus minus than via versus vs within without toward towards amid like unlike up down " +
		"and or nor but so yet if because although though while whereas when where why how whether as unless lest once " +
		"is are was were be been being am has have had having do does did done will would shall should can could may might must ought " +
		"isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't " +
		"not never also then now here there thus too very just only even still already again ago later earlier afterwards apart away back instead together respectively " +
		"today yesterday tomorrow tonight annually yearly monthly weekly daily nationwide worldwide overall altogether total nearby meanwhile however " +
		"said say says saying told tells tell added adds according including compared came come comes went go goes got get gets took take takes made make makes " +
		"left died dies die ended ends fell rose voted agreed became become joined remain remained remains began begun started"
	).split(" "),
);

/** Nouns that are plural, or counted, without an -s. */
export const UNMARKED_PLURALS: ReadonlySet<string> = new Set(
	(
		"people men women children feet teeth mice geese oxen lice police staff cattle sheep fish deer aircraft spacecraft hovercraft watercraft personnel offspring crew troops " +
		"species series data media criteria phenomena alumni fungi nuclei bacteria larvae indices matrices vertices appendices swine poultry elk moose bison shrimp salmon trout cod tuna " +
		"head dice folk kin youth infantry cavalry counsel"
	).split(" "),
);

/** Words in -s that are no plural nouns and stand behind figures. */
export const NOT_PLURAL: ReadonlySet<string> = new Set(
	"was is has does its his this thus plus versus across less news gas bus lens boss loss class mass pass glass grass cross press process access success business address congress campus census status virus focus bonus previous various famous serious religious religious dangerous enormous numerous continuous consecutive always perhaps sometimes besides towards afterwards outdoors indoors upstairs overseas corps yes us atlas canvas christmas texas kansas paris mars helps makes seems becomes means gives takes keeps gets lets brings comes says knows wants thinks includes contains appears consists belongs exists depends refers overseas".split(
		" ",
	),
);

/** Words between a figure and its noun that say "besides the others" and are no part of what is counted. */
export const FURTHER: ReadonlySet<string> = new Set("more further additional extra total".split(" "));

/** Words that point at a time, and the times that they point at, which no figure counts: `was 12,400 last year`. */
export const DEICTIC: ReadonlySet<string> = new Set("last next each every".split(" "));
export const TIMES: ReadonlySet<string> = new Set(
	"day night week weekend fortnight month quarter season year decade spring summer autumn winter fall monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split(
		" ",
	),
);

/** What stands behind a hyphen and names nothing that is counted: `two-way`, `third-party`, `50-something`. */
export const HYPHENATED_OTHERWISE: ReadonlySet<string> = new Set(
	"way fold off odd plus something some ish up down in on to and or time times nil party rate sided handed eyed ended tone pronged legged headed the a an part like size sized figure figures digit digits".split(
		" ",
	),
);

/** What became of people, behind their number: `12 killed`, `300 injured`. */
export const FATES: ReadonlySet<string> = new Set(
	"killed dead injured wounded hurt missing arrested hospitalised hospitalized displaced infected stranded detained evacuated charged jailed trapped homeless".split(
		" ",
	),
);

/** Superlatives that rank by a measure. `best`, `worst` and `greatest` judge and are left out. */
export const SUPERLATIVES = new Set(
	"largest biggest smallest highest lowest longest shortest tallest oldest youngest richest poorest fastest slowest heaviest lightest busiest deepest widest costliest deadliest".split(
		" ",
	),
);
