/**
 * Closed word classes of English that part a sentence into phrases (Quirk et al., A Comprehensive Grammar of the English Language, §2.34–2.38, §5–§9),
 * as bits: a word may have several.
 */
export const is = {
	determiner: 1,
	possessive: 2,
	preposition: 4,
	conjunction: 8,
	subordinator: 16,
	auxiliary: 32,
	subject: 64,
	object: 128,
	adverb: 256,
	relative: 512,
	time: 1024,
	negation: 2048,
	be: 4096,
	question: 8192,
} as const;

/**
 * What a word may be the sign of, as bits. Of a report: a noun of speech (`claim`, `support`), an adjective of thought or feeling (`confident`), `according`,
 * a survey, a verb; `report` is all of them. Of a title: an office, a rank or honour before a name, a modifier. Of a name: a capital. Of a quotation: a mark that may open one, and the quotation itself.
 */
export const sign = {
	noun: 1,
	feeling: 2,
	according: 4,
	survey: 8,
	verb: 16,
	report: 31,
	title: 32,
	rank: 64,
	modifier: 128,
	capital: 256,
	mark: 512,
	quote: 1024,
} as const;

const CLASSES: readonly (readonly [number, string])[] = [
	[is.determiner, "a an the this these those each every either neither some any no both all another such several many few most more other"],
	[is.possessive, "my your his her its our their whose"],
	[
		is.preposition,
		"of in on at by for with from to into onto upon about over under above below after before during since until till between among through throughout " +
			"against across along around behind beyond despite toward towards within without amid amidst via per like unlike including regarding concerning near off out up down inside outside as than",
	],
	[is.conjunction, "and or but nor yet"],
	[
		is.subordinator,
		"that because although though while whereas if unless when whenever where wherever since until before after as whether so once lest",
	],
	[is.auxiliary, "have has had having do does did can could will would shall should may might must cannot can’t can't won’t won't"],
	[is.auxiliary | is.be, "is am are was were be been being isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t"],
	[
		is.auxiliary | is.negation,
		"don't don’t doesn't doesn’t didn't didn’t hasn't hasn’t haven't haven’t hadn't hadn’t wouldn't wouldn’t couldn't couldn’t shouldn't shouldn’t",
	],
	[is.subject, "i he she they we it you one there"],
	[
		is.subject | is.auxiliary,
		"i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll we'll they'll who've who'd who'll it'll",
	],
	[is.subject | is.auxiliary | is.be, "i'm you're we're they're he's she's it's who's who're"],
	[is.object, "me him her them us it you himself herself themselves itself"],
	[
		is.adverb,
		"also then later now again even still just only once twice never always often already soon instead thus therefore meanwhile further furthermore moreover however recently " +
			"previously repeatedly earlier separately simply first long much not too almost ever sometimes further eventually",
	],
	[is.negation, "not never no n't"],
	[is.relative, "who whom which that whose"],
	[is.question, "what how why whether where when who which if"],
	[
		is.time,
		"monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight morning afternoon evening night week month year january february march april may june july " +
			"august september october november december jan feb aug sept oct nov dec last next ago weekend",
	],
];

/** Every word of the closed classes. */
export const knownWords = (): IterableIterator<string> => table.keys();

const table = new Map<string, number>();
for (const [kind, words] of CLASSES) for (const word of words.split(" ")) table.set(word, (table.get(word) ?? 0) | kind);

/** The closed classes that a lower-case word belongs to, as bits of `is`; 0 for every other word, apart from adverbs in -ly. */
export function classOf(word: string): number {
	const known = table.get(word);
	if (known !== undefined) return known;
	return word.length > 4 && word.endsWith("ly") && !LY_NOUNS.has(word) ? is.adverb : 0;
}

// Nouns and adjectives that end like adverbs.
const LY_NOUNS = new Set(
	"family assembly ally rally reply supply italy july daily weekly monthly early friendly likely unlikely only elderly costly".split(" "),
);

/** Months that are first names too. */
export const NAMES_AND_MONTHS: ReadonlySet<string> = new Set(["Jan", "May", "April", "June", "August"]);
