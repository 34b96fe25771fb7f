import { Lexicon } from "../../../prose/lexicon.ts";
import { TALLY_CUES } from "../../tally-cues.ts";
import { MULTIPLES } from "../data/multiples.ts";
import { MAGNITUDES, ORDINALS, SCALES, SMALL } from "../data/number-words.ts";
import { SUPERLATIVES } from "../data/words.ts";

/** A number may begin here. */
export const OPENS_NUMBER = 8;
/** A rank may be told here. */
export const RANKING = 16;
/** A word that multiplies. */
export const MULTIPLE = 32;

/** What a word is a sign of. Few words are of anything, and no reader looks at the others but around those. */
export const CUES: Lexicon<number> = new Lexicon(cues());

function cues(): Map<string, number> {
	const cues = new Map<string, number>();
	const add = (words: Iterable<string>, cue: number) => {
		for (const word of words) cues.set(word, (cues.get(word) ?? 0) | cue);
	};
	add([...SMALL.keys(), ...SCALES.keys(), ...MAGNITUDES.keys(), "a", "an", "half", "several", "many", "few"], OPENS_NUMBER);
	add([...ORDINALS.keys(), ...SUPERLATIVES, "record", "all"], RANKING);
	add(MULTIPLES.keys(), MULTIPLE);
	for (const [words, cue] of TALLY_CUES) add(words, cue);
	return cues;
}
