/**
 * Words without which a text has none of the figures that only make sense beside another (`tallies/`). They are noted when a text is cut for its figures, so that
 * patterns are looked for only where these words stand: looking for them all over a text took an eighth of the time of reading it.
 */

/** What a contest is counted in, and how many of each somebody had. Time and length have finders of their own. */
export const CONTESTED: readonly string[] =
	"point goal run vote rebound assist hit try wicket save touchdown basket shot steal block tackle medal seat strikeout homer ace putt birdie game set win loss".split(
		" ",
	);
/** Those among whom somebody has a place. */
export const GROUPS: readonly string[] = "team side squad club group league division party company".split(" ");
/** Superlatives that stand without a noun. */
export const EXTREMES: readonly string[] = "highest lowest largest biggest smallest longest shortest most fewest".split(" ");
/** Small counts and places, as newspapers write them in words. */
export const COUNT_WORDS: readonly string[] = "one two three four five six seven eight nine ten eleven twelve".split(" ");
export const PLACE_WORDS: readonly string[] = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(
	" ",
);

/**
 * Whether a count that is hyphenated with its noun says what kind of thing it is in front of, not how many there are: `from three-point range`; or how many
 * there may be: `the 40-goal mark`. Words in small letters, the count as written.
 */
export function countsNothing(count: string, noun: string, behind: string): boolean {
	return LIMITS.has(behind) || (noun === "point" && WORTH_OF_A_SHOT.test(count) && OF_SHOTS.has(behind));
}

const LIMITS: ReadonlySet<string> = new Set("mark plateau barrier threshold milestone".split(" "));
const WORTH_OF_A_SHOT = /^(?:[234]|two|three|four)$/;
/** Where a shot is taken from, who takes it, how often it goes in. */
const OF_SHOTS: ReadonlySet<string> = new Set(
	(
		"range line land arc territory distance area mark field shot shots shooter shooters shooting specialist specialists attempt attempts percentage accuracy " +
		"contest play plays conversion conversions basket baskets"
	).split(" "),
);

// Bits of a lexeme. Those below say what it is to readers of figures.
export const DIGITS = 1 << 6;
/** A hyphen or a dash as it stands between figures. */
export const DASH = 1 << 7;
export const COUNT_WORD = 1 << 8;
export const PLACE_WORD = 1 << 9;
/** What counts one of something, and what adds it to others. */
export const SINGLE = 1 << 10;
export const ADDING = 1 << 11;
export const OF_CONTEST = 1 << 12;
export const OF_GROUP = 1 << 13;
export const OWN = 1 << 14;
export const DOUBLE = 1 << 15;
/** `straight`, `consecutive` and the last word of `in a row`. */
export const IN_A_ROW = 1 << 16;
export const BY = 1 << 17;
export const EXTREME = 1 << 18;
/** What says among what something is extreme. */
export const AMONG = 1 << 19;
/** All of them. */
export const OF_TALLIES = (1 << 20) - (1 << 6);

/** Words and their bits. */
export const TALLY_CUES: readonly (readonly [words: readonly string[], cue: number])[] = [
	[COUNT_WORDS, COUNT_WORD],
	[PLACE_WORDS, PLACE_WORD],
	["a an one".split(" "), SINGLE],
	["and with included adding added also".split(" "), ADDING],
	[CONTESTED, OF_CONTEST],
	[GROUPS, OF_GROUP],
	[["own"], OWN],
	[["double"], DOUBLE],
	["straight row consecutive".split(" "), IN_A_ROW],
	[["by"], BY],
	[EXTREMES, EXTREME],
	["since ever on in of among".split(" "), AMONG],
];
