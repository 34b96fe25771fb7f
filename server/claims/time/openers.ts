import { Lexicon } from "../../prose/lexicon.ts";
import { LEXICON } from "./lexicon.ts";

/** A time may begin with the word. */
export const OPENS = 1;
/** A time may begin with a `the` that stands before the word. */
export const AFTER_THE = 2;
export const THE = 4;

/** Words without a role that `the` introduces a time with. */
export const LED_BY_THE: ReadonlySet<string> = new Set(
	"most near short foreseeable immediate distant future full whole final next past '".split(" "),
);

/** Words without a role that a time begins with (`read.ts`, `readOther`). */
const OTHERS = "most another additional final these its their our".split(" ");

/** Which words a time may begin with: all that have a role but a part of the day, which only ends one. */
export const CUES: Lexicon<number> = new Lexicon(cues());

function cues(): Map<string, number> {
	const cues = new Map<string, number>();
	const add = (word: string, cue: number) => cues.set(word, (cues.get(word) ?? 0) | cue);
	for (const [word, { role }] of LEXICON) add(word, AFTER_THE | (role === "dayPart" ? 0 : OPENS) | (role === "the" ? THE : 0));
	for (const word of LED_BY_THE) add(word, AFTER_THE);
	for (const word of OTHERS) add(word, OPENS);
	return cues;
}
