import { Lexicon } from "../../../prose/lexicon.ts";
import { FEELINGS, LEADING_NOUNS, SPEECH_NOUNS, SURVEYS } from "./nouns.ts";
import { HONORIFICS, TITLE_MODIFIERS, TITLE_NOUNS } from "./titles.ts";
import { type ReportingVerb, reportingVerbs } from "./verbs.ts";
import { classOf, is, knownWords, sign } from "./words.ts";

/** What the word lists say of a lower-case word. */
export interface Entry {
	/** The word itself; undefined of one that is in no list. */
	readonly word: string | undefined;
	/** Closed word classes, bits of `is`. */
	readonly class: number;
	/** What it may be the sign of, bits of `sign`. */
	readonly signs: number;
	/** What it may report, when it has the form of a reporting verb. */
	readonly verb: ReportingVerb | undefined;
	readonly isTitle: boolean;
}

const entries = new Map<string, Entry>();
const words = new Set([
	...knownWords(),
	...reportingVerbs.keys(),
	...TITLE_NOUNS,
	...HONORIFICS,
	...TITLE_MODIFIERS,
	...SPEECH_NOUNS,
	...LEADING_NOUNS.keys(),
	...FEELINGS,
	...SURVEYS,
	"according",
]);
for (const word of words)
	entries.set(word, { word, class: classOf(word), signs: signsOf(word), verb: reportingVerbs.get(word), isTitle: TITLE_NOUNS.has(word) });

function signsOf(word: string): number {
	return (
		(word === "according" ? sign.according : 0) |
		(reportingVerbs.has(word) ? sign.verb : 0) |
		(TITLE_NOUNS.has(word) ? sign.title : 0) |
		(HONORIFICS.has(word) || word === "vice" || word === "senior" ? sign.rank : 0) |
		(TITLE_MODIFIERS.has(word) ? sign.modifier : 0) |
		(SPEECH_NOUNS.has(word) || LEADING_NOUNS.has(word) ? sign.noun : 0) |
		(FEELINGS.has(word) ? sign.feeling : 0) |
		(SURVEYS.has(word) ? sign.survey : 0)
	);
}

const NOTHING: Entry = { word: undefined, class: 0, signs: 0, verb: undefined, isTitle: false };
const ADVERB: Entry = { word: undefined, class: is.adverb, signs: 0, verb: undefined, isTitle: false };

const lexicon = new Lexicon(entries);

/** Looks a word up once for all that speech is read by, in whatever case it is. */
export function entryOf(word: string): Entry {
	const known = lexicon.at(word, 0, word.length);
	if (known) return known;
	const last = word.charCodeAt(word.length - 1);
	// Few words are not of ASCII, and of all others only those in -ly are known without a list.
	return last === 121 || last === 89 || !isAscii(word) ? entryOfSmall(inSmallLetters(word)) : NOTHING;
}

/** A word in lower case, with a straight apostrophe. */
export function inSmallLetters(word: string): string {
	const small = word.toLowerCase();
	return small.includes("’") ? small.replaceAll("’", "'") : small;
}

function isAscii(word: string): boolean {
	for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) > 127) return false;
	return true;
}

function entryOfSmall(word: string): Entry {
	const known = entries.get(word);
	if (known) return known;
	return word.charCodeAt(word.length - 1) === 121 && classOf(word) !== 0 ? ADVERB : NOTHING;
}
