/** Word classes of English that sentences about facts are made with. Source of the grammar: Quirk et al., A Comprehensive Grammar of the English Language (1985). */

/** What happens to a thing, by the noun that a measure calls it: `founding` is `was founded`. Passive unless the thing itself does it. */
export const EVENTS: ReadonlyMap<string, string> = new Map(
	Object.entries({
		adoption: "was adopted",
		appointment: "was appointed",
		approval: "was approved",
		arrival: "arrived",
		beginning: "began",
		birth: "was born",
		closing: "closed",
		closure: "closed",
		completion: "was completed",
		construction: "was built",
		creation: "was created",
		death: "died",
		demolition: "was demolished",
		discovery: "was discovered",
		dissolution: "was dissolved",
		election: "was elected",
		establishment: "was established",
		foundation: "was founded",
		founding: "was founded",
		inauguration: "was inaugurated",
		introduction: "was introduced",
		invention: "was invented",
		launch: "was launched",
		listing: "was listed",
		opening: "opened",
		publication: "was published",
		rebuilding: "was rebuilt",
		registration: "was registered",
		release: "was released",
		renovation: "was renovated",
		reopening: "reopened",
		restoration: "was restored",
		retirement: "retired",
		signing: "was signed",
		start: "started",
	}),
);

/** What those who are counted are still doing, behind their noun: `patients waiting`, `people living alone`. */
export const STAYING: ReadonlySet<string> = new Set("waiting living working attending missing remaining pending outstanding".split(" "));

/** Participles behind a counted noun of which the subject is the doer, and which are past tenses too: `field goals made`, `homes sold`. */
export const DONE: ReadonlySet<string> = new Set(
	(
		"attempted made scored conceded won lost saved played sold bought built delivered shipped produced employed exported imported issued granted opened closed " +
		"completed published cast treated admitted carried served taken"
	).split(" "),
);

/** Past tenses of those whose participle is another word. */
export const PAST: Readonly<Record<string, string>> = { taken: "took" };

/** Last words of names that take `the` although they are names: institutions, events, laws, waters. */
export const TAKING_ARTICLE: ReadonlySet<string> = new Set(
	(
		"Act Agency Agreement Archipelago Association Authority Bridge Bureau Canal Championship Championships Commission Committee Conference Congress Convention " +
		"Cup Dam Department Desert Emirates Expo Fair Federation Festival Forum Foundation Fund Games Index Institute Islands Kingdom League Marathon Ministry " +
		"Mountains Museum Netherlands Observatory Ocean Office Organisation Organization Philippines Program Programme Project Railway Republic River Sea Senate " +
		"Society States Strait Summit Survey Telescope Tournament Treaty Tunnel Union Valley"
	).split(" "),
);

/** Names in the plural that are spoken of in the plural. */
export const PLURAL_NAMES: ReadonlySet<string> = new Set("Games Olympics Championships Islands Mountains Awards".split(" "));

/** Plural nouns that end the names of single firms. */
export const FIRMS: ReadonlySet<string> = new Set(
	"Services Systems Motors Holdings Industries Airlines Airways Foods Stores Studios Records Partners Brands Technologies Laboratories Labs Communications Networks".split(
		" ",
	),
);

/** Nouns of people that say no more than `person`. */
export const PEOPLE: ReadonlySet<string> = new Set("person people".split(" "));

/** Units that only say that something is counted. */
export const COUNTING: ReadonlySet<string> = new Set(["", "none", "number", "unit", "item", "person"]);

/** Singular nouns that end in s. */
export const SINGULAR_IN_S: ReadonlySet<string> = new Set("gas gdp news series gross lens".split(" "));

export const ONES: readonly string[] = "zero one two three four five six seven eight nine ten".split(" ");

export const ORDINALS: readonly string[] = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
