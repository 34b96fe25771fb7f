import { FEELINGS, LEADING_NOUNS, SPEECH_NOUNS, SURVEYS } from "./nouns.ts";
import { TITLE_NOUNS } from "./titles.ts";
import { type ReportingVerb, reportingVerbs } from "./verbs.ts";
import { classOf, is, knownWords, sign } from "./words.ts";

/** What the word lists say of a lower-case word. */
export interface Entry {
	/** Closed word classes, bits of `is`. */
	readonly class: number;
	/** What may carry a report beside a verb, bits of `sign`. */
	readonly signs: number;
	/** What it may report, when it has the form of a reporting verb. */
	readonly verb: ReportingVerb | undefined;
	readonly isTitle: boolean;
}

const entries = new Map<string, Entry>();
for (const word of new Set([
	...knownWords(),
	...reportingVerbs.keys(),
	...TITLE_NOUNS,
	...SPEECH_NOUNS,
	...LEADING_NOUNS.keys(),
	...FEELINGS,
	...SURVEYS,
	"according",
]))
	entries.set(word, { class: classOf(word), signs: signsOf(word), verb: reportingVerbs.get(word), isTitle: TITLE_NOUNS.has(word) });

function signsOf(word: string): number {
	if (word === "according") return sign.according;
	return (
		(SPEECH_NOUNS.has(word) || LEADING_NOUNS.has(word) ? sign.noun : 0) |
		(FEELINGS.has(word) ? sign.feeling : 0) |
		(SURVEYS.has(word) ? sign.survey : 0)
	);
}

const UNKNOWN: Entry = { class: 0, signs: 0, verb: undefined, isTitle: false };
const ADVERB: Entry = { class: is.adverb, signs: 0, verb: undefined, isTitle: false };

/** Looks a lower-case word up once for all that speech is read by. */
export function entryOf(word: string): Entry {
	const known = entries.get(word);
	if (known) return known;
	return word.charCodeAt(word.length - 1) === 121 && classOf(word) !== 0 ? ADVERB : UNKNOWN;
}
