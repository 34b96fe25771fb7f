import { Lexicon } from "../../../prose/lexicon.ts";
import { LONGEST_FORM, UNIT_SYMBOLS } from "../../../units/units.ts";
import { TALLY_CUES } from "../../tally-cues.ts";
import { ABBREVIATIONS, CODES, DOLLARS, HUNDREDTHS, NOUNS, SMALL_ABBREVIATIONS, WHOSE } from "../data/currencies.ts";
import { HEDGES_BEFORE, HEDGES_BEHIND, TRANSPARENT } from "../data/hedges.ts";
import { MULTIPLES } from "../data/multiples.ts";
import { DESIGNATORS, MONTHS } from "../data/names.ts";
import { MAGNITUDES, ORDINALS, PARTS, SCALES, SHORT_SCALES, SMALL } from "../data/number-words.ts";
import { ADDS, LEADS_UP, MOVEMENTS, MOVES, SKIPPED, TRENDS_BEHIND } from "../data/trends.ts";
import { FUNCTION_WORDS, FURTHER, SUPERLATIVES } from "../data/words.ts";

/** A number may begin here. */
export const OPENS_NUMBER = 8;
/** A rank may be told here. */
export const RANKING = 16;
/** A word that multiplies. */
export const MULTIPLE = 32;
// Bits 6 to 19 are those of tallies.
/** What an article counts: `a hundred`, `a third`. */
export const COUNTED_BY_ARTICLE = 1 << 20;
/** A unit, a currency or a share may be named here. */
export const OPENS_UNIT = 1 << 21;
/** Letters before a figure that may say whose money it is. */
export const OF_MONEY = 1 << 22;
/** A hedge before a figure may end here, or the word lets one through. */
export const BOUNDS = 1 << 23;
/** A hedge behind a figure may begin here. */
export const BOUNDS_BEHIND = 1 << 24;
/** A word before a figure may say that it moved. */
export const LEADS_MOVE = 1 << 25;
/** A word behind a figure says that it moved. */
export const MOVED = 1 << 26;

/** What words may be that lists hold in another spelling: letters beyond ASCII, curly apostrophes, stops. They are looked at themselves. */
export const MAY_BE_LISTED = COUNTED_BY_ARTICLE | OPENS_UNIT | OF_MONEY | BOUNDS | BOUNDS_BEHIND | LEADS_MOVE | MOVED;

/** A word of some list: the same string wherever it stands, which is quick to compare and to look up, and what it is a sign of. */
export interface Cue {
	readonly word: string;
	readonly signs: number;
}

/** Shares and degrees, whose unit stands in no list, and words before a unit. */
const OTHER_UNITS =
	"percent percents pct pc per percentage pp ppt ppts pps basis bps bp of deg degs degree degrees d v f c us uk imperial british short long statute".split(
		" ",
	);
/** Words that readers ask for by name. */
const OFTEN_ASKED = "times point points am pm noon fold every out".split(" ");

/** What a word is a sign of. Few words are of anything, and no reader looks at the others but around those. */
export const CUES: Lexicon<Cue> = new Lexicon(cues());

function cues(): (readonly [word: string, cue: Cue])[] {
	const all = new Map<string, number>();
	const add = (words: Iterable<string>, sign: number) => {
		for (const word of words) all.set(word, (all.get(word) ?? 0) | sign);
	};
	add([...SMALL.keys(), ...SCALES.keys(), ...MAGNITUDES.keys(), "a", "an", "half", "several", "many", "few"], OPENS_NUMBER);
	add([...ORDINALS.keys(), ...SUPERLATIVES, "record", "all"], RANKING);
	add(MULTIPLES.keys(), MULTIPLE);
	for (const [words, cue] of TALLY_CUES) add(words, cue);
	add([...SCALES.keys(), ...PARTS.keys()], COUNTED_BY_ARTICLE);
	add(
		[...letters([...LONGEST_FORM.keys(), ...UNIT_SYMBOLS.keys()]), ...letters([...WHOSE, ...CODES, ...HUNDREDTHS.keys(), ...NOUNS.keys()])],
		OPENS_UNIT,
	);
	add(OTHER_UNITS, OPENS_UNIT);
	add(letters([...DOLLARS.keys(), ...CODES, ...ABBREVIATIONS.keys(), ...SMALL_ABBREVIATIONS.keys()]), OF_MONEY);
	add([...HEDGES_BEFORE.keys(), ...TRANSPARENT], BOUNDS);
	add(
		HEDGES_BEHIND.map(({ words }) => words[0] as string),
		BOUNDS_BEHIND,
	);
	add([...MOVEMENTS.keys(), ...ADDS, ...SKIPPED, ..."either both of to at from by off".split(" ")], LEADS_MOVE);
	add([...TRENDS_BEHIND.keys(), ...MOVES.keys()], MOVED);
	for (const words of [FUNCTION_WORDS, FURTHER, MONTHS, DESIGNATORS, LEADS_UP, SHORT_SCALES.keys(), OFTEN_ASKED]) add(words, 0);
	return Array.from(all, ([word, signs]) => [word, { word, signs }] as const);
}

/** In small letters, the letters that each begins with: what a text is cut into there. */
function letters(forms: readonly string[]): Set<string> {
	const found = new Set<string>();
	for (const form of forms) {
		const small = form.toLowerCase();
		let end = 0;
		for (let code = small.charCodeAt(0); code >= 97 && code <= 122; code = small.charCodeAt(end)) end++;
		if (end > 0) found.add(end === small.length ? small : small.slice(0, end));
	}
	return found;
}
